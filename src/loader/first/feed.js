// The bytes of a feed → its title and items, in RSS 2.0 and Atom. The component's own reader
// (`src/feed`) reads everything; this one reads what is written as those formats have it, and
// must then read the same.

import { parseDate } from './date.js';
import { attribute, attributesOf, parse } from './xml.js';
import { lineOf, textOf, valueOf } from './text.js';
import { require } from './unsure.js';

/** @typedef {import('./xml.js').XmlElement} XmlElement */

const MOST_BYTES = 4 << 20;
const MOST_ITEMS = 2_000;
const LONGEST_ADDRESS = 2_048;

const ATOM = 'http://www.w3.org/2005/Atom';

/** @type {Record<string, string>} */
const VOCABULARIES = {
  '': 'rss',
  [ATOM]: 'atom',
  'http://purl.org/rss/1.0/modules/slash/': 'slash',
  'http://purl.org/syndication/thread/1.0': 'thr',
};

/** What of other vocabularies says nothing where RSS or Atom has said it. */
const SECOND = /mrss|media-rss|podcast|itunes|purl\.org\/dc\//i;

/** What the headlines are made of, in whichever vocabulary. */
const SAID = /^(title|link|guid|id|identifier|pubdate|published|issued|created|updated|modified|date|lastbuilddate|language|total|comments|item|entry|deleted-entry)$/;

/**
 * @typedef {object} Item
 * @property {() => string} title read only when it is shown
 * @property {string} [link]
 * @property {number} [time] milliseconds since 1970
 * @property {string} [language]
 * @property {number} [comments]
 *
 * @param {ArrayBuffer} bytes
 * @param {{ address: string, charset?: string }} source where they came from, and as what
 * @returns {{ title: string, items: Item[] }} the items in document order
 * @throws {import('./unsure.js').Unsure}
 */
export function readFeed(bytes, { address, charset }) {
  require(bytes.byteLength <= MOST_BYTES);
  const text = characters(bytes, charset);
  const root = parse(text);
  const isAtom = root.name === 'feed';
  const [channel = root, second] = isAtom ? [] : root.children;
  require(vocabulary(root) === (isAtom ? 'atom' : 'rss') && (isAtom || root.name === 'rss'));
  require(!second && (isAtom || (channel.name === 'channel' && vocabulary(channel) === 'rss')));

  const feed = saidIn(channel);
  const own = (/** @type {string} */ name) => feed(isAtom ? `atom ${name}` : `rss ${name}`);
  require(!own(isAtom ? 'item' : 'entry').length && !feed('deleted-entry').length);
  // A relative address is the component's to resolve where there is such a thing.
  const base = text.includes('xml:base') ? undefined : baseOf(channel) || address;
  const spoken = own('language').map((it) => textOf(it).trim()).find(Boolean);
  const language = spoken || [root, channel].map((it) => valueOf(it, 'xml:lang')).find(Boolean);
  const items = own(isAtom ? 'entry' : 'item')
    .slice(0, MOST_ITEMS)
    .map((entry) => read(entry, isAtom, base, language && language.trim().replace(/_/g, '-')));
  const ids = items.map(({ id }) => id);
  require(ids.length && ids.every(Boolean) && new Set(ids).size === ids.length);
  const titles = own('title').map((it) => lineOf(it, isAtom));
  require(titles.some(Boolean) || !feed('title').length);
  return { title: titles.find(Boolean) || '', items };
}

/**
 * @param {XmlElement} entry
 * @param {boolean} isAtom
 * @param {string | undefined} base
 * @param {string | undefined} language
 */
function read(entry, isAtom, base, language) {
  const said = saidIn(entry);
  const own = (/** @type {string} */ name) => said(isAtom ? `atom ${name}` : `rss ${name}`);
  const titles = own('title');
  // An item's own language is said in many ways.
  require(!said('language').length);
  for (const it of [entry, ...entry.children]) {
    require(attribute(it, 'xml:lang') === undefined || !/^(title|content|summary|description|encoded|item|entry)$/.test(it.name));
  }

  const links = entry.children.filter((it) => it.name === 'link' && vocabulary(it) === 'atom');
  const related = (/** @type {string} */ wanted) => links.filter((it) => relation(it) === wanted);
  const pages = related('alternate');
  const page = pages.find((it) => /^\s*$|html/i.test(attribute(it, 'type') || '')) || pages[0];
  const [guid] = own('guid');
  const guidText = guid && textOf(guid, LONGEST_ADDRESS).trim();
  const link = own('link')[0];
  require(isAtom || !link || attribute(link, 'href') === undefined);
  const address =
    (!isAtom && link && webAddress(textOf(link, LONGEST_ADDRESS), base)) ||
    (page && webAddress(valueOf(page, 'href') || '', base)) ||
    (guid && guidText && !isOnlyName(guid, guidText) ? webAddress(guidText, base) : undefined);

  const published = date(own(isAtom ? 'published' : 'pubdate'));
  const updated = isAtom ? date(own('updated')) : undefined;
  const time = published === undefined ? updated : published;
  const others = ['issued', 'created', 'date', 'modified', 'lastbuilddate', 'published', 'updated'];
  require(published !== undefined || others.every((name) => said(name).length === own(name).length));
  // One that is dated ahead is not to be shown before its time.
  require(!(published !== undefined && published > Date.now()));

  const [count] = [...said('slash comments'), ...said('thr total')];
  const counted = count ? number(textOf(count)) : related('replies').map(countOf).find((it) => it !== undefined);
  const [identity] = own('id');
  return {
    id: guidText || (identity && textOf(identity, LONGEST_ADDRESS).trim()) || address,
    link: address,
    time,
    language,
    comments: counted,
    title() {
      const line = titles.map((it) => lineOf(it, isAtom)).find(Boolean);
      // The words of an item without a title are chosen from its text.
      require(line);
      return line;
    },
  };
}

/**
 * Finds the children of an element by name alone, or by vocabulary and name.
 * @param {XmlElement} parent
 * @returns {(key: string) => XmlElement[]}
 */
function saidIn({ children }) {
  const known = children.filter(({ name }) => SAID.test(name));
  const keyed = known.map((child) => ({ child, key: `${vocabulary(child)} ${child.name}` }));
  return (wanted) =>
    keyed
      .filter(({ key, child }) => (wanted.includes(' ') ? key : child.name) === wanted)
      .map(({ child }) => child);
}

/**
 * A vocabulary's short name. One that is spelled otherwise, or that may mean what these do, is
 * the component's to know.
 * @param {{ prefix: string, name: string, scope: Map<string, string> }} element
 */
function vocabulary({ prefix, name, scope }) {
  const address = scope.get(prefix) || (prefix ? 'undeclared' : '');
  const known = Object.hasOwn(VOCABULARIES, address) && VOCABULARIES[address];
  require(known || SECOND.test(address) || !SAID.test(name));
  return known || 'other';
}

/** @param {XmlElement[]} elements of which the first that says something counts */
function date(elements) {
  const text = elements.map((it) => textOf(it).trim()).find(Boolean);
  return text ? parseDate(text) : undefined;
}

/**
 * Whether a guid is no address of the article.
 * @param {XmlElement} guid
 * @param {string} text
 */
function isOnlyName(guid, text) {
  const says = (attribute(guid, 'ispermalink') || '').trim().toLowerCase();
  return says === 'false' || !text.includes('://');
}

/** @param {string} text */
function number(text) {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

/** @param {XmlElement} link */
function relation(link) {
  const value = (valueOf(link, 'rel') || '').trim().toLowerCase();
  require(!value.includes('iana'));
  return value || 'alternate';
}

/**
 * `thr:count`, under whichever prefix.
 * @param {XmlElement} link
 */
function countOf({ scope, ...link }) {
  const found = attributesOf({ scope, ...link }).find(([name]) => name.endsWith(':count'));
  const [name, count] = found || ['', ''];
  return scope.get(name.replace(/:.*/, '')) === 'http://purl.org/syndication/thread/1.0'
    ? number(count)
    : undefined;
}

/**
 * The address that a feed gives itself, or its page's.
 * @param {XmlElement} channel
 */
function baseOf({ children }) {
  const links = children.filter(({ name }) => name === 'link');
  const own = (/** @type {string} */ wanted) => {
    const link = links.find((it) => valueOf(it, 'rel') === wanted);
    return link && valueOf(link, 'href');
  };
  const page = links.find((it) => vocabulary(it) === 'rss');
  const text = own('self') || own('alternate') || (page && textOf(page, LONGEST_ADDRESS)) || '';
  return /^\s*https?:/i.test(text) ? webAddress(text) : undefined;
}

/**
 * Parsed before it is judged: a parser leaves out the characters that would hide a scheme.
 * @param {string} text
 * @param {string} [base]
 */
function webAddress(text, base) {
  const address = text.trim();
  if (!address) return undefined;
  require(/^https?:\/\//i.test(address) || base);
  require(address.length <= LONGEST_ADDRESS);
  try {
    const { href, protocol } = new URL(address, base);
    return /^https?:$/.test(protocol) && href.length <= LONGEST_ADDRESS ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * By the byte order mark, else by what HTTP says, else by the declaration, else UTF-8.
 * @param {ArrayBuffer} bytes
 * @param {string | undefined} charset
 */
function characters(bytes, charset) {
  const [...head] = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 256));
  const isMarked = String(head.slice(0, 3)) === '239,187,191';
  require(isMarked || (head[0] === 0x3c && head[1]));
  const [, declared] =
    /<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)/.exec(String.fromCharCode(...head)) || [];
  const label = isMarked ? 'utf-8' : charset || declared || 'utf-8';
  require(!/utf-?(16|32|7)/i.test(label));
  let text;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // An unknown label, or bytes that are none of it.
  }
  require(text && !text.includes('<!DOCTYPE'));
  return text;
}
