import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { freshnessOf, keep, recall, replace, stamp, timeOf } from '../../src/loader/network/cache.js';
import { fakeCaches } from './fakes/browser.mjs';

const FEED = 'https://news.example/feed.xml';
let kept;

beforeEach(() => {
  kept = fakeCaches();
});

const from = (headers) => ({ url: FEED, headers: new Headers(headers) });

test('a feed is kept with its address and its time', async () => {
  const before = Date.now();
  await keep(FEED, stamp(from({ 'Content-Type': 'application/rss+xml' }), '<rss>one</rss>'));
  const copy = await recall(FEED);
  assert.equal(await copy.text(), '<rss>one</rss>');
  assert.equal(copy.headers.get('strillone-address'), FEED);
  assert.equal(copy.headers.get('Content-Type'), 'application/rss+xml');
  assert.ok(timeOf(copy) >= before && timeOf(copy) <= Date.now());
});

test('what is no feed, too large, or not to be stored is not kept', async () => {
  await keep(FEED, stamp(from({}), '<html>Welcome to the hotel</html>'));
  await keep(FEED, stamp(from({}), `<rss>${' '.repeat(1 << 20)}</rss>`));
  await keep(FEED, stamp(from({ 'Cache-Control': 'no-store' }), '<rss/>'));
  assert.deepEqual([...kept.keys()], []);
  await keep(FEED, stamp(from({}), '<rss/>'));
  assert.deepEqual([...kept.keys()], [FEED]);
});

test('twenty copies are kept, the newest', async () => {
  for (let number = 0; number < 22; number++) {
    await keep(`${FEED}?${number}`, stamp(from({}), '<rss/>'));
  }
  assert.equal(kept.size, 20);
  assert.ok(!kept.has(`${FEED}?1`) && kept.has(`${FEED}?2`));
});

test('a copy whose stamp is no time is none', async () => {
  for (const time of ['never', '1e999', '-5', '9'.repeat(30), '1.5', '0', '']) {
    kept.set(FEED, new Response('<rss/>', { headers: { 'strillone-at': time } }));
    assert.equal(await recall(FEED), undefined, time);
  }
  kept.set(FEED, new Response('<rss/>', { headers: { 'strillone-at': '1700000000000' } }));
  assert.ok(await recall(FEED));
});

test('a page that may keep nothing goes on', async () => {
  globalThis.caches = undefined;
  assert.equal(await recall(FEED), undefined);
  await keep(FEED, stamp(from({}), '<rss/>'));
});

test('a stream replaces the copy of a feed of its own origin, and no other', async () => {
  const text = async () => (await recall(FEED)).text();
  await replace(FEED, '<rss>first</rss>', 'https://news.example');
  assert.equal(kept.size, 0, 'there was no copy to replace');
  await keep(FEED, stamp(from({}), '<rss>one</rss>'));
  await replace(FEED, '<rss>forged</rss>', 'https://evil.example');
  assert.equal(await text(), '<rss>one</rss>');
  await replace(FEED, '<rss>two</rss>', 'https://news.example');
  assert.equal(await text(), '<rss>two</rss>');
});

test('freshness is what the server says', () => {
  const seconds = (value) => freshnessOf(stamp(from({ 'Cache-Control': value }), ''));
  assert.equal(seconds('public, max-age=60'), 60);
  assert.equal(seconds('max-age="7"'), 7);
  assert.equal(seconds('no-cache'), 0);
});
