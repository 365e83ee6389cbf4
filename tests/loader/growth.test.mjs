// No shape of input takes the reader of the first headlines time that grows faster than its size,
// also where it gives up: each is read at one size and at eight times that, and what it took is
// compared in the time of the processor.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFeed } from '../../src/loader/first/feed.js';
import { newest } from '../../src/loader/first/rows.js';

const SIZE = 100_000;
const GROWTH = 8;

/** What grows with the square takes 64 times as much; caches and memory take some of what is between. */
const MOST = 20;

/** What is over in a moment is not worth a measurement, in microseconds. */
const LEAST = 4_000;

const rss = (inner, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>News</title>${inner}</channel></rss>`;
const item = (number, inner = '') =>
  `<item><title>Headline ${number}</title><link>https://example.org/${number}</link><pubDate>Mon, 02 Jan 2006 15:04:05 GMT</pubDate>${inner}</item>`;
const entry = (number) =>
  `<entry><title>Headline ${number}</title><id>${number}</id><link href="https://example.org/${number}"/><updated>2006-01-02T15:04:05Z</updated></entry>`;

const many = (piece, size) => piece.repeat(size / piece.length);
const numbered = (piece, size) => {
  let text = '';
  for (let number = 1; text.length < size; number++) text += piece(number);
  return text;
};

const SHAPES = {
  items: (size) => rss(numbered(item, size)),
  entries: (size) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${numbered(entry, size)}</feed>`,
  'items of one time, backwards': (size) => rss(numbered((number) => item(1e9 - number), size)),
  'items with the same address': (size) => rss(many(item(1), size)),
  'a long title': (size) => rss(`<item><title>${many('word ', size)}</title></item>`),
  'a long text': (size) => rss(item(1, `<description>${many('word &amp; ', size)}</description>`)),
  'a text of white space': (size) => rss(item(1, `<description>${many(' \n', size)}</description>`)),
  'a title of white space': (size) => rss(`<item><title>${many(' ', size)}</title></item>`),
  'a date of white space': (size) => rss(`<item><pubDate>1${many(' ', size)}</pubDate></item>`),
  'pieces of a title': (size) => rss(`<item><title>${many('a<!-- -->', size)}</title></item>`),
  'children of an item': (size) => rss(item(1, many('<x/>', size))),
  'links of an item': (size) => rss(item(1, many('<link>a</link>', size))),
  'links of an entry': (size) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${many('<link rel="x" href="y"/>', size)}</entry></feed>`,
  'depth': (size) => rss(many('<a>', size)),
  'a long name': (size) => rss(`<${many('a', size)}`),
  'a long name in an item': (size) => rss(item(1, `<${many('a', size)}/>`)),
  'a long name of an attribute': (size) => rss(`<a ${many('a', size)}`),
  'attributes': (size) => rss(`<a ${many('b="c" ', size)}/>`),
  'attributes of an element that has no end': (size) => rss(`<a ${many('b="c" ', size)}<`),
  'attributes of the root': (size) => rss(item(1), ` ${many('b="c" ', size)}`),
  'names of vocabularies': (size) => rss(item(1), numbered((number) => ` xmlns:x${number}="y"`, size)),
  'usual names, unusual values': (size) => rss(item(1), many(' xmlns:atom = "atom atom atom"', size)),
  'white space in a tag': (size) => rss(`<a${many(' ', size)}`),
  'white space around an equals sign': (size) => rss(`<a b${many(' ', size)}=${many(' ', size)}`),
  'white space in the declaration': (size) => `<?xml${many(' encoding ', size)}?>${rss(item(1))}`,
  'a value that has no end': (size) => rss(`<a b="${many('c', size)}`),
  'comments': (size) => rss(many('<!-- - -->', size)),
  'a comment that has no end': (size) => rss(`<!--${many('<!-- -', size)}`),
  'literal sections': (size) => rss(many('<![CDATA[a]]>', size)),
  'a literal section that has no end': (size) => rss(many('<![CDATA[', size)),
  'instructions': (size) => rss(many('<?a?>', size)),
  'an instruction that has no end': (size) => rss(many('<?', size)),
  'references': (size) => rss(`<item><title>${many('&amp;', size)}</title></item>`),
  'a reference that has no end': (size) => rss(`<item><title>&${many('a', size)}</title></item>`),
  'ampersands': (size) => rss(`<item><title>${many('& ', size)}</title></item>`),
  'accents': (size) => rss(`<item><title>e${many('\u0301', size)}</title></item>`),
  'brackets': (size) => many('<', size),
};

/** Reads a feed as it is read to be shown; returns how many items it has, none where it gives up. */
function read(text) {
  const { buffer } = new TextEncoder().encode(text);
  try {
    const { items } = readFeed(buffer);
    for (const item of newest(items, 500)) item.title();
    return items.length;
  } catch {
    return 0;
  }
}

/** What `action` takes of the processor, in microseconds, the least of a few times. */
function cost(action) {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    action();
    return process.cpuUsage(before).user;
  });
  return Math.min(...times);
}

/** By how much more `action` takes at the larger size. */
const growth = (action) => cost(() => action(SIZE * GROWTH)) / Math.max(cost(() => action(SIZE)), LEAST);

test('what grows with the square is found', () => {
  const squares = (size) => {
    const text = 'x'.repeat(size / 50);
    for (let at = 0; at < text.length; at++) assert.equal(/x*y/y.exec(text.slice(at)), null);
  };
  assert.ok(growth(squares) > MOST);
});

test('what the formats have is read, and not given up', () => {
  for (const name of ['items', 'entries', 'a long text', 'children of an item', 'comments']) {
    const text = name === 'comments' ? rss(item(1, many('<!-- - -->', SIZE))) : SHAPES[name](SIZE);
    assert.ok(read(text) > 0, name);
  }
});

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`time to read grows with the size: ${name}`, () => {
    const texts = { [SIZE]: shape(SIZE), [SIZE * GROWTH]: shape(SIZE * GROWTH) };
    const found = growth((size) => read(texts[size]));
    assert.ok(found <= MOST, `${found.toFixed(1)} times the time`);
  });
}
