// XML → elements, strictly: what is not well-formed is given up at the first fault, so that the
// time grows no faster than the text. Not `DOMParser`, which Trusted Types refuse, and which
// would build all of a feed where a tenth of it is looked at.

import { require } from './unsure.js';

const DEEPEST = 100;

// Matched at one place only, and what does not match ends the reading.
const TAG =
  /<(\/?)([A-Za-z_\x80-\uffff][^\s/<>="']*)((?:\s+[^\s/<>="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/**
 * @typedef {object} XmlElement
 * @property {string} prefix
 * @property {string} name without its prefix, in lower case
 * @property {string} written the attributes as they stand in the document
 * @property {Map<string, string>} scope the vocabularies' addresses by their prefixes
 * @property {XmlElement[]} children
 * @property {[text: string, isLiteral: boolean][]} texts its own, in order
 */

/**
 * @param {string} source
 * @returns {XmlElement} the root
 */
export function parse(source) {
  const document = element('', '', new Map());
  const open = [document];
  const names = [''];
  let at = 0;
  /**
   * @param {string} end
   * @param {number} from
   */
  const skipPast = (end, from) => {
    const found = source.indexOf(end, from);
    require(found >= 0);
    at = found + end.length;
    return found;
  };
  while (at < source.length) {
    const current = open[open.length - 1] || document;
    const start = source.indexOf('<', at);
    require(start >= 0 || open.length === 1);
    const end = start < 0 ? source.length : start;
    if (end > at) current.texts.push([source.slice(at, end), false]);
    at = end;
    if (start < 0) break;
    if (source.startsWith('<![CDATA[', start)) {
      const text = source.slice(start + 9, skipPast(']]>', start));
      current.texts.push([text, true]);
    } else if (source.startsWith('<!--', start)) {
      require(skipPast('-->', start + 2) >= start + 4);
    } else if (source.startsWith('<?', start)) {
      // The lenient reader takes the first bracket for the end.
      require(skipPast('>', start) === skipPast('?>', start) + 1);
    } else {
      TAG.lastIndex = start;
      const [tag, isEnd, name = '', attributes = '', isEmpty] = TAG.exec(source) || [];
      require(tag);
      at = start + tag.length;
      if (isEnd) {
        require(names.pop() === name && open.length > 1 && !attributes && !isEmpty);
        open.pop();
      } else {
        const child = element(name, attributes, current.scope);
        current.children.push(child);
        if (!isEmpty) {
          require(open.length < DEEPEST);
          open.push(child);
          names.push(name);
        }
      }
    }
  }
  const [root, second] = document.children;
  require(open.length === 1 && root && !second);
  require(document.texts.every(([text, isLiteral]) => !isLiteral && !text.trim()));
  return root;
}

/**
 * @param {string} name
 * @param {string} written
 * @param {Map<string, string>} outer
 * @returns {XmlElement}
 */
function element(name, written, outer) {
  const [local = '', prefix = ''] = name.split(':').reverse();
  /** @type {XmlElement} */
  const made = { prefix, name: local.toLowerCase(), written, scope: outer, children: [], texts: [] };
  if (written.includes('xmlns')) {
    made.scope = new Map(outer);
    for (const [key, value] of attributesOf(made)) {
      const [own, inner = ''] = /^xmlns(?::(.*))?$/.exec(key) || [];
      if (own) made.scope.set(inner, value);
    }
  }
  return made;
}

/**
 * The names and values of an element's attributes, as written.
 * @param {XmlElement} element
 * @returns {[name: string, value: string][]}
 */
export function attributesOf({ written }) {
  const pairs = written.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return [...pairs].map(([, name = '', double, single = '']) => [name, double === undefined ? single : double]);
}

/**
 * The value of an attribute, as written; nothing where there is none.
 * @param {XmlElement} element
 * @param {string} name in lower case
 */
export function attribute(element, name) {
  const found = attributesOf(element).find(([key]) => key.toLowerCase() === name);
  return found && found[1];
}
