// The bytes of a feed → its title and items, in RSS 2.0 and Atom. The component's own reader
// (`src/feed`) reads everything; this one reads what is written as those formats have it, and
// must then read the same.

import { parseDate } from './date.js';
import { attribute, parse } from './xml.js';
import { lineOf, textOf, valueOf } from './text.js';
import { require } from './unsure.js';
import { directionIn } from './options.js';

/** @typedef {import('./xml.js').XmlElement} XmlElement */

const MOST_BYTES = 4 << 20;
const MOST_ITEMS = 2_000;
const LONGEST_ADDRESS = 2_048;
const LONGEST_TITLE = 300;

const ATOM = 'http://www.w3.org/2005/Atom';

/** What the headlines are made of, in whichever vocabulary. */
const SAID = /^(title|link|guid|id|identifier|pubdate|published|updated|date|comments|item|entry|source)$/;

/** What may say so in other vocabularies: what counts less than RSS or Atom, or is known here. */
const KNOWN = /^((media|itunes|podcast|dc):.*|atom:(link|updated|id)|slash:comments)$/;

/** What makes another headline of an item, another time, or another number of comments. */
const ELSEWHERE = /^(?!thr:)(.*:)?(issued|created|modified|group|total)$|^atom:id$/;

/** What a document says of its language, or of that of one of its parts. */
const LANGUAGE = /(?:xml:lang\s*=|<[\w:]*language\b[^<>]*>)\W*(?:CDATA\[)?([\w-]*)/gi;

/** What a file is that is no sound and no film, by its type, or else by its name. */
const QUIET = /^(image|\S*flash)|^ [^?#]*\.(jpe?g|png|gif|webp)(?![^?#])/i;

/** Items, which may stand where none belongs. */
const ITEM = /<(?:item|entry)\b/i;

/** A usual prefix of another vocabulary than it usually has; a count in a link; entries taken back. */
const UNUSUAL =
  /xmlns:(atom|slash|dc|itunes|podcast|thr)\s*=\s*["'](?![^"'>]*\1)|thr:count|deleted-entry/i;

/**
 * @typedef {object} Item
 * @property {() => string} title read only when it is shown
 * @property {string} link
 * @property {number} time milliseconds since 1970
 * @property {string} [language]
 * @property {number} [comments]
 *
 * @param {ArrayBuffer} bytes
 * @param {string} [charset] as which they came
 * @returns {{ title: string, items: Item[] }} the items in document order
 * @throws what only the component can read
 */
export function readFeed(bytes, charset) {
  const source = characters(bytes, charset);
  require(!UNUSUAL.test(source));
  const root = parse(source);
  const isAtom = root.name === 'feed';
  const [channel = root, second] = isAtom ? [] : root.children;
  require(attribute(root, 'xmlns') === (isAtom ? ATOM : undefined));
  require(isAtom || (root.name === 'rss' && channel.name === 'channel' && !second));

  const own = saidIn(channel);
  const language = textOf(isAtom ? undefined : own('language')) || valueOf(root, 'xml:lang');
  for (const [, said] of source.matchAll(LANGUAGE)) require(said === language);
  require(!language || (/^[a-z]{2,3}(-[a-z\d]{2,3})?$/i.test(language) && directionIn(language) === 'ltr'));

  const entries = channel.children.filter(({ name }) => name === (isAtom ? 'entry' : 'item'));
  require(source.split(ITEM).length === entries.length + 1);
  const items = entries.slice(0, MOST_ITEMS).map((entry) => read(entry, isAtom, language || undefined));
  const title = lineOf(own('title'), isAtom);
  require(title && items.length && new Set(items.map(({ id }) => id)).size === items.length);
  return { title, items };
}

/**
 * @param {XmlElement} entry
 * @param {boolean} isAtom
 * @param {string | undefined} language
 */
function read(entry, isAtom, language) {
  const own = saidIn(entry);
  const children = entry.children.flatMap((it) => (it.name === 'media:group' ? it.children : it));
  require(children.every((it) => !ELSEWHERE.test(it.name) && isQuiet(it)));
  const date = isAtom
    ? own('published') || own('updated')
    : own('pubdate') || own('atom:updated') || own('dc:date');
  const time = parseDate(textOf(date));
  // One that is dated ahead is shown or not as the options want it.
  require(time <= Date.now());
  const count = textOf(children.find(({ name }) => /^(slash:comments|thr:total)$/.test(name)));
  require(/^\d{0,9}$/.test(count));
  const link = webAddress(isAtom ? pageOf(entry) : textOf(own('link')));
  return {
    id: textOf(own(isAtom ? 'id' : 'guid')) || link,
    link,
    time,
    language,
    comments: count ? Number(count) : undefined,
    title() {
      const line = lineOf(own('title'), isAtom);
      // The words of an item without a title are chosen from its text, and a long one is cut.
      require(line && line.length <= LONGEST_TITLE);
      // Discourse names the topic again; others the paper that an article is of.
      require(['', line].includes(lineOf(own('source'), isAtom)));
      return line;
    },
  };
}

/**
 * A name without its prefix.
 * @param {string} name
 */
const local = (name) => name.slice(name.lastIndexOf(':') + 1);

/**
 * Whether an element is no sound and no film, which have a sign.
 * @param {XmlElement} element
 */
function isQuiet(element) {
  if (!/enclosure|:content(?!\S)|^content\s[^]*src/i.test(element.name + element.written)) return true;
  const kind = valueOf(element, 'type') || valueOf(element, 'medium');
  return QUIET.test(`${kind} ${valueOf(element, 'url')}`);
}

/**
 * Finds the first child of a name.
 * @param {XmlElement} parent
 * @returns {(name: string) => XmlElement | undefined}
 */
function saidIn({ children }) {
  for (const { name, written } of children) {
    if (SAID.test(local(name))) {
      require((!name.includes(':') || KNOWN.test(name)) && !written.includes('xmlns'));
    }
  }
  return (wanted) => children.find(({ name }) => name === wanted);
}

/**
 * The address of an entry's page, where there is only one.
 * @param {XmlElement} entry
 */
function pageOf({ children }) {
  const pages = children.filter((it) => {
    const relation = it.name === 'link' ? valueOf(it, 'rel') || 'alternate' : '';
    require(/^[a-z-]*$/.test(relation));
    return relation === 'alternate';
  });
  const [page] = pages;
  require(page && pages.length === 1);
  return valueOf(page, 'href') || '';
}

/**
 * An absolute address of the web, as a parser writes it.
 * @param {string} text
 */
function webAddress(text) {
  require(/^https?:\/\/[^\s\\]+$/i.test(text) && text.length <= LONGEST_ADDRESS);
  const { href } = new URL(text);
  require(href.length <= LONGEST_ADDRESS);
  return href;
}

/**
 * The characters of UTF-8, whichever way it is said.
 * @param {ArrayBuffer} bytes
 * @param {string | undefined} charset
 */
function characters(bytes, charset = 'utf-8') {
  require(bytes.byteLength <= MOST_BYTES && /^utf-?8$/i.test(charset));
  const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  require(source.startsWith('<'));
  const [, declared = 'utf-8'] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)/.exec(source) || [];
  require(/^utf-?8$/i.test(declared));
  return source;
}
