// Texts of a feed → lines, wherever there is only one way to read them.

import { attribute } from './xml.js';
import { require } from './unsure.js';

/** A text of more characters than this is none that one would set in a line. */
const LONGEST = 2_000;

/** @type {Pick<import('./xml.js').XmlElement, 'children' | 'texts'>} */
const NOTHING = { children: [], texts: [] };

/** @type {Record<string, string>} */
const NAMES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * What is no letter, what turns or stacks letters, what may have been encoded twice, and what
 * runs from right to left: the component looks closer at all of these.
 */
const ODD =
  /[^\P{C}\u{ad}\u200c\u200d]|[\u2028\u2029\u{c3}\u05d0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|\p{M}{4}/u;

/** What a headline is sure to run from left to right with. */
const LETTER = /[a-z\u{c0}-\u{2af}\u{370}-\u{58f}\u{904}-\u{1fff}\u{3040}-\u{d7a3}]/iu;

/**
 * The characters of an element that holds no others; none where there is no element.
 * @param {import('./xml.js').XmlElement | undefined} element
 */
export function textOf(element) {
  const { children, texts } = element || NOTHING;
  require(!children.length);
  const text = texts.map(([text, isLiteral]) => (isLiteral ? text : decode(text))).join('');
  require(text.length < LONGEST);
  return text.trim();
}

/**
 * An attribute's value, its references decoded.
 * @param {import('./xml.js').XmlElement} element
 * @param {string} name
 */
export const valueOf = (element, name) => decode(attribute(element, name) || '').trim();

/**
 * The text of a title on one line; empty where there is none.
 * @param {import('./xml.js').XmlElement | undefined} element
 * @param {boolean} isAtom
 */
export function lineOf(element, isAtom) {
  if (!element) return '';
  // Pieces with a comment between them are put together by rules of their own.
  require(element.texts.filter(([piece]) => piece.trim()).length < 2);
  const type = attribute(element, 'type') || (isAtom && 'text');
  require(!type || (isAtom && /^(text|html)$/.test(type)));
  const text = textOf(element);
  // What may be markup, or escaped more than once, is the component's to read.
  require(type === 'text' || !/<|&amp;[#\w]/.test(text));
  const line = (type === 'text' ? text : decode(text)).split(/[ \n\t\r\f]+/).join(' ');
  require(!line || (!ODD.test(line) && LETTER.test(line)));
  return line;
}

/** @param {string} text */
function decode(text) {
  return text.replace(/&(?:#(x[\da-f]+|\d+);|(\w+);|[#\w]?)/gi, (whole, number, name) => {
    if (!number && !name) {
      require(whole === '&');
      return whole;
    }
    const character = Object.hasOwn(NAMES, name) && NAMES[name];
    const code = Number(/^x/i.test(number) ? `0${number}` : number);
    // The component mends invalid code points, by rules of their own.
    const isPlain = code > 31 && code < 0x110000 && (code < 0x7f || code > 0x9f) && code >> 11 !== 27;
    require(character || isPlain);
    return character || String.fromCodePoint(code);
  });
}
