// Texts of a feed → lines, wherever there is only one way to read them.

import { attribute } from './xml.js';
import { require } from './unsure.js';

/** A headline of more characters than this is none that one would set in a line. */
const LONGEST = 600;

/** @type {Record<string, string>} */
// prettier-ignore
const NAMES = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ndash: '–', mdash: '—',
  hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', euro: '€',
  agrave: 'à', egrave: 'è', igrave: 'ì', ograve: 'ò', ugrave: 'ù', aacute: 'á', eacute: 'é',
  iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ', ccedil: 'ç', Egrave: 'È', Eacute: 'É',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß',
};

/** What is no letter, and what turns or stacks letters. */
const ODD = /[^\P{C}\n\t\r\u{ad}\u200c\u200d]|[\u2028\u2029]|\p{M}{4}/u;

/** Tags that mark a word within a line and nothing else. */
const INLINE = /<\/?(?:b|i|em|strong|span|small|sub|sup|u|cite)>/gi;

/**
 * The characters of an element that holds no others, at most `longest`.
 * @param {import('./xml.js').XmlElement} element
 */
export function textOf({ children, texts }, longest = LONGEST) {
  const length = texts.reduce((sum, [text]) => sum + text.length, 0);
  require(!children.length && length <= longest);
  return texts.map(([text, isLiteral]) => (isLiteral ? text : decode(text))).join('');
}

/**
 * An attribute's value, its references decoded.
 * @param {import('./xml.js').XmlElement} element
 * @param {string} name
 */
export function valueOf(element, name) {
  const written = attribute(element, name);
  if (written === undefined) return undefined;
  require(written.length <= LONGEST);
  return decode(written);
}

/**
 * The text of a title on one line, without markup; empty where there is none.
 * @param {import('./xml.js').XmlElement} element
 * @param {boolean} isAtom
 */
export function lineOf(element, isAtom) {
  const type = (attribute(element, 'type') || (isAtom ? 'text' : '')).toLowerCase();
  require(/^(|text|plain|text\/plain|html|text\/html)$/.test(type));
  require(attribute(element, 'mode') === undefined);
  // Pieces with a comment between them are put together by rules of their own.
  require(element.texts.filter(([piece]) => piece.trim()).length < 2);
  const text = textOf(element);
  const isPlain = /plain/.test(type) || (isAtom && type === 'text');
  const line = (isPlain ? text : withoutMarkup(text, isAtom)).split(/[ \n\t\r\f]+/);
  const joined = line.filter(Boolean).join(' ');
  require(!ODD.test(joined) && (!joined || /[\p{L}\p{N}\p{P}\p{S}]/u.test(joined)));
  return joined;
}

/**
 * RSS does not say whether a title is HTML: it is, where it has a reference or an end tag and
 * nothing that HTML does not know.
 * @param {string} text
 * @param {boolean} isHtml whether it says so
 */
function withoutMarkup(text, isHtml) {
  const bare = text.replace(INLINE, '');
  require(!/<[a-z_/!?\x80-\uffff]/i.test(bare));
  const decoded = decode(bare);
  const isMarked = bare !== text;
  require(isHtml || !isMarked || decoded !== bare || /<\//.test(text));
  return decoded;
}

/** @param {string} text */
function decode(text) {
  return text.replace(/&(#?)(\w*)(;?)/g, (whole, isNumber, name, ends) => {
    require(name.length < 20);
    if (!isNumber) {
      if (!ends || !name) return whole;
      const character = NAMES[name];
      require(character && Object.hasOwn(NAMES, name));
      return character;
    }
    require(/^(\d+|x[\da-f]+)$/i.test(name) && ends);
    const code = Number(/^x/i.test(name) ? `0${name}` : name);
    // What is none is mended by rules of their own.
    require(code > 31 && code < 0x110000 && (code < 0x7f || code > 0x9f) && code >> 11 !== 27);
    return String.fromCodePoint(code);
  });
}
