// XML → elements, strictly: what is not well-formed is given up at the first fault, so that the
// time grows no faster than the text. Not `DOMParser`, which Trusted Types refuse, and which
// would build all of a feed where a tenth of it is looked at.

import { require } from './unsure.js';

const DEEPEST = 100;

// Matched at one place only, and what does not match ends the reading. An instruction ends at its
// first bracket, as the component's lenient reader has it.
const TOKEN =
  /<!\[CDATA\[([^]*?)\]\]>|<!--(?!-?>)[^]*?-->|<\?[^>]*\?>|<(\/?)([a-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/iy;

/**
 * @typedef {object} XmlElement
 * @property {string} name with its prefix, in lower case
 * @property {string} written the attributes as they stand in the document
 * @property {XmlElement[]} children
 * @property {[text: string, isLiteral: boolean][]} texts its own, in order
 */

/**
 * @param {string} source
 * @returns {XmlElement} the root
 */
export function parse(source) {
  const document = element('', '');
  const open = [document];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source);
    require(token);
    const [, literal, isEnd, tag, attributes = '', isEmpty, text] = token;
    const current = open[open.length - 1] || document;
    if (tag) {
      const name = tag.toLowerCase();
      if (isEnd) {
        require(current.name === name && !attributes && !isEmpty);
        open.pop();
      } else {
        const child = element(name, attributes);
        current.children.push(child);
        if (!isEmpty) require(open.push(child) < DEEPEST);
      }
    } else if (text || literal) {
      current.texts.push([text || literal || '', !text]);
    }
  }
  const [root, second] = document.children;
  require(open.length === 1 && root && !second);
  require(document.texts.every(([text]) => !text.trim()));
  return root;
}

/**
 * @param {string} name
 * @param {string} written
 * @returns {XmlElement}
 */
const element = (name, written) => ({ name, written, children: [], texts: [] });

/**
 * The value of an attribute, as written; nothing where there is none.
 * @param {XmlElement} element
 * @param {string} wanted in lower case
 */
export function attribute({ written }, wanted) {
  for (const [, name = '', , value] of written.matchAll(/([^\s=]+)\s*=\s*(["'])([^]*?)\2/g)) {
    if (name.toLowerCase() === wanted) return value;
  }
  return undefined;
}
