// The bytes of a feed → its title and items, in RSS 2.0 and Atom. The component's own reader
// (`src/feed`) reads everything; this one reads what is written as those formats have it, and
// must then read the same.

import { parseDate } from './date.js';
import { attribute, attributesOf, parse } from './xml.js';
import { lineOf, textOf, valueOf } from './text.js';
import { require } from './unsure.js';

const MOST_BYTES = 4 << 20;
const MOST_ITEMS = 2_000;
const LONGEST_ADDRESS = 2_048;

/** The vocabularies by their addresses, in lower case, without scheme and closing slash. */
const VOCABULARIES = {
  '': 'rss',
  'www.w3.org/2005/atom': 'atom',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'purl.org/syndication/thread/1.0': 'thr',
};

/** Other spellings of these, which only the component knows. */
const KIN = /netscape|userland|harvard|purl\.org\/(rss\/1\.0$|net|atom|echo|pie|dc)|example\.com|rdf-syn|undeclared/;

/** What elements say; of those that say the same, the one with the least rank is taken. */
// prettier-ignore
const MEANINGS = {
  'rss title': ['title', 0], 'atom title': ['title', 0],
  'rss link': ['link', 0], 'atom link': ['atomLink', 0],
  'rss guid': ['guid', 0], 'atom id': ['id', 0], 'dc identifier': ['id', 2],
  'rss pubdate': ['published', 0], 'atom published': ['published', 0],
  'atom issued': ['published', 1], 'dcterms issued': ['published', 1],
  'atom created': ['published', 3], 'dcterms created': ['published', 3],
  'atom updated': ['updated', 0], 'atom modified': ['updated', 0], 'dcterms modified': ['updated', 1],
  'dc date': ['updated', 1], 'dcterms date': ['updated', 1], 'rss lastbuilddate': ['updated', 2],
  'slash comments': ['comments', 0], 'thr total': ['comments', 0],
  'rss language': ['language', 4], 'dc language': ['language', 4],
  'content encoded': ['text', 2], 'atom content': ['text', 2],
  'rss description': ['text', 3], 'atom summary': ['text', 3],
};

const NAMES = new Set(Object.keys(MEANINGS).map((key) => key.split(' ')[1]));

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
export function readFeed(bytes, source) {
  require(bytes.byteLength <= MOST_BYTES);
  const root = parse(decodeBytes(bytes, source.charset));
  const isAtom = vocabularyOf(root) === 'atom';
  require(isAtom ? root.name === 'feed' : root.name === 'rss' && vocabularyOf(root) === 'rss');
  const [channel, second] = isAtom ? [root] : root.children;
  require(channel && !second && (isAtom || (channel.name === 'channel' && isRss(channel))));

  const base = baseOf(channel) || source.address;
  const said = meaningsOf(channel);
  const titles = said.filter(([, meaning]) => meaning === 'title').map(([it]) => titleOf(it));
  const named = said.find(([it, meaning]) => meaning === 'language' && textOf(it).trim());
  const isSpoken = [root, channel].map((it) => valueOf(it, 'xml:lang')).find(Boolean);
  const language = named ? tag(textOf(named[0])) : isSpoken && tag(isSpoken);
  const entries = channel.children.filter(isItem).slice(0, MOST_ITEMS);
  const hasOwnBase = [root, channel].some((it) => attribute(it, 'xml:base') !== undefined);
  require(!channel.children.some(({ name }) => name === 'deleted-entry' || name === 'entry' && !isAtom));
  const items = entries.map((entry) => itemOf(entry, hasOwnBase ? undefined : base, language));
  const ids = items.map(({ id }) => id);
  require(ids.length && ids.every(Boolean) && new Set(ids).size === ids.length);
  return { title: titles.find(Boolean) || '', items };

  function isItem(child) {
    return child.name === (isAtom ? 'entry' : 'item') && vocabularyOf(child) === vocabularyOf(root);
  }
}

/** A vocabulary's short name; what none of them is, has none. */
function vocabularyOf({ prefix, name, scope }) {
  const written = scope.get(prefix);
  const address = written === undefined ? (prefix ? 'undeclared' : '') : written.trim();
  const key = address.toLowerCase().replace(/^[^/]*:\/\//, '').replace(/\/+$/, '');
  if (Object.hasOwn(VOCABULARIES, key)) return VOCABULARIES[key];
  require(!KIN.test(key) || !NAMES.has(name));
  return undefined;
}

const isRss = (element) => vocabularyOf(element) === 'rss';

/** The children that say something, with what they say and its rank. */
function meaningsOf({ children }) {
  return children.flatMap((child) => {
    const key = `${vocabularyOf(child)} ${child.name}`;
    return Object.hasOwn(MEANINGS, key) ? [[child, ...MEANINGS[key]]] : [];
  });
}

const titleOf = (element) => lineOf(element, vocabularyOf(element) === 'atom');

/** The best of what was offered: of least rank, and of equals the first. */
function best(offers) {
  const given = offers.filter(([, value]) => value !== undefined && value !== '');
  return given.reduce((one, other) => (other[0] < one[0] ? other : one), [Infinity])[1];
}

function itemOf(entry, base, feedLanguage) {
  const said = meaningsOf(entry);
  const offers = (wanted, value) =>
    said
      .filter(([, meaning]) => meaning === wanted)
      .map(([child, , rank]) => [rank, value(child)]);
  const inner = said.some(([it]) => attribute(it, 'xml:base') !== undefined);
  const outside = inner || attribute(entry, 'xml:base') !== undefined ? undefined : base;
  const addressed = (text) => text && webAddress(text.trim(), outside);

  const atomLinks = said.filter(
    ([it, meaning]) => meaning === 'atomLink' || (meaning === 'link' && attribute(it, 'href') !== undefined),
  );
  const related = (wanted) => atomLinks.filter(([it]) => relationOf(it) === wanted);
  const rankOf = (it) => (/^$|html/i.test((attribute(it, 'type') || '').trim()) ? 1 : 2);
  const link = best([
    ...said
      .filter(([it, meaning]) => meaning === 'link' && attribute(it, 'href') === undefined)
      .map(([it]) => [0, addressed(textOf(it, LONGEST_ADDRESS))]),
    ...related('alternate').map(([it]) => [rankOf(it), addressed(valueOf(it, 'href'))]),
    ...offers('guid', permanentOf).map(([, text]) => [3, addressed(text)]),
  ]);

  const id = best([...offers('guid', trimmed), ...offers('id', trimmed)]);
  const date = (it) => {
    const text = textOf(it).trim();
    return text ? parseDate(text) : undefined;
  };
  const published = best(offers('published', date));
  // One that is dated ahead is not to be shown before its time.
  require(!(published > Date.now()));
  const counts = offers('comments', (it) => number(textOf(it)));
  const replies = related('replies').map(([it]) => [rankOf(it), number(countOf(it))]);
  const updated = best(offers('updated', date));
  const language = best([
    [0, attribute(entry, 'xml:lang')],
    ...said
      .filter(([, meaning]) => meaning === 'text' || meaning === 'title')
      .map(([it, meaning, rank]) => [meaning === 'title' ? 1 : rank, attribute(it, 'xml:lang')]),
    ...offers('language', trimmed),
  ]);
  const titles = said.filter(([, meaning]) => meaning === 'title').map(([it]) => it);
  return {
    id: id || link,
    link,
    time: published === undefined ? updated : published,
    language: language ? tag(language) : feedLanguage,
    comments: best([...counts, ...replies]),
    title() {
      const line = titles.map(titleOf).find(Boolean);
      // The words of an item without a title are chosen from its text.
      require(line);
      return line;
    },
  };

  function permanentOf(it) {
    const says = attribute(it, 'ispermalink') || '';
    const text = textOf(it, LONGEST_ADDRESS);
    return says.trim().toLowerCase() !== 'false' && text.includes('://') ? text : undefined;
  }
}

function trimmed(element) {
  return textOf(element, LONGEST_ADDRESS).trim();
}

/** A language tag as BCP 47 writes it: many feeds write `en_US`. */
function tag(text) {
  return text.trim().replace(/_/g, '-');
}

function number(text) {
  const digits = (text || '').trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

function relationOf(link) {
  const relation = (valueOf(link, 'rel') || '').trim().toLowerCase();
  require(!relation.includes('iana'));
  return relation || 'alternate';
}

/** `thr:count`, under whichever prefix. */
function countOf(link) {
  const found = attributesOf(link).find(([name]) => /:count$/.test(name));
  return found && vocabularyOf({ prefix: found[0].split(':')[0], name: '', scope: link.scope }) === 'thr'
    ? found[1]
    : '';
}

/** The address that a feed gives itself, or its page's. */
function baseOf(channel) {
  const links = channel.children.filter(({ name }) => name === 'link');
  const own = (relation) => {
    const link = links.find((it) => valueOf(it, 'rel') === relation);
    return link && valueOf(link, 'href');
  };
  const page = links.find((it) => isRss(it));
  const text = own('self') || own('alternate') || (page && textOf(page, LONGEST_ADDRESS));
  return text && /^\s*https?:/i.test(text) ? webAddress(text.trim()) : undefined;
}

/** Parsed before it is judged: a parser leaves out the characters that would hide a scheme. */
function webAddress(text, base) {
  const isWhole = /^https?:\/\//i.test(text);
  // A relative one below an `xml:base` is the component's to resolve.
  require(isWhole || base);
  require(text.length <= LONGEST_ADDRESS);
  try {
    const { href, protocol } = new URL(text, base);
    return /^https?:$/.test(protocol) && href.length <= LONGEST_ADDRESS ? href : undefined;
  } catch {
    return undefined;
  }
}

/** By what HTTP says, else by the declaration, else UTF-8. */
function decodeBytes(bytes, charset) {
  const [first, second, third] = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 3));
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  require(isMarked || first === 0x3c || first <= 0x20);
  require(second !== 0);
  const head = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 256)));
  const [, declared] = /<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)/.exec(head) || [];
  const label = (isMarked && 'utf-8') || charset || declared || 'utf-8';
  require(!/utf-?(16|32|7)/i.test(label));
  return decoded(bytes, label);
}

function decoded(bytes, label) {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    require(!text.includes('<!DOCTYPE'));
    return text;
  } catch {
    require(false);
  }
}
