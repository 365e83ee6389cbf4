import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  ask,
  feedAddresses,
  release,
  request,
  conclude,
} from '../../src/loader/network/request.js';
import { element, fakeCaches, fakeLocks, turn } from './fakes/browser.mjs';

const FEED = 'https://news.example/feed.xml';
let kept;
let requests;

beforeEach(() => {
  kept = fakeCaches();
  fakeLocks();
  requests = [];
  globalThis.fetch = async (address, options) => {
    requests.push({ address, options });
    return Object.defineProperty(new Response('<rss>news</rss>'), 'url', { value: address });
  };
});

test('a request tells no more than the origin, and sends no cookies', async () => {
  await ask(FEED, new AbortController().signal, 0);
  const { credentials, referrerPolicy, cache } = requests[0].options;
  assert.deepEqual([credentials, referrerPolicy, cache], ['omit', 'strict-origin', 'no-cache']);
});

test('what a page puts on every object is no option of a request', async () => {
  Object.prototype.method = 'POST';
  try {
    await ask(FEED, new AbortController().signal, 0);
    assert.equal({}.method, 'POST');
    assert.equal(requests[0].options.method, undefined);
  } finally {
    delete Object.prototype.method;
  }
});

test('a feed that the page has asked for is taken at once, and once', async () => {
  class HTMLLinkElement {
    href = FEED;
  }
  globalThis.HTMLLinkElement = HTMLLinkElement;
  Document.prototype.querySelectorAll = () => [new HTMLLinkElement()];
  const signal = new AbortController().signal;
  const answer = ask(FEED, signal, 0);
  assert.equal(requests.length, 1);
  await answer;
  conclude(FEED, false);
  await turn();
  await ask(FEED, signal, 0);
  Document.prototype.querySelectorAll = () => [];
  const credentials = requests.map(({ options }) => options.credentials);
  assert.deepEqual(credentials, ['same-origin', 'omit']);
});

test('widgets of one feed share the request that was sent early', async () => {
  const [one, two] = [element({ feed: FEED }), element({ feed: `${FEED} /other.xml` })];
  request(one);
  request(two);
  const signal = new AbortController().signal;
  const answer = await ask(FEED, signal, 0);
  assert.equal(await answer.text(), '<rss>news</rss>');
  assert.deepEqual(
    requests.map(({ address }) => address),
    [FEED, 'https://partner.example/other.xml'],
  );
  release(two);
});

test('a request is dropped when the last element that waits for it goes', async () => {
  const [one, two] = [element({ feed: FEED }), element({ feed: FEED })];
  request(one);
  request(two);
  await turn();
  release(one);
  assert.equal(requests[0].options.signal.aborted, false);
  release(two);
  assert.equal(requests[0].options.signal.aborted, true);
});

test('a copy is kept when it was read, and not before', async () => {
  await ask(FEED, new AbortController().signal, 0);
  await turn();
  assert.equal(kept.size, 0);
  conclude(FEED, true);
  await turn();
  await turn();
  assert.equal(await (await caches.match(FEED)).text(), '<rss>news</rss>');
});

test('what was not read well, or by nobody, is not kept', async () => {
  await ask(FEED, new AbortController().signal, 0);
  await turn();
  conclude(FEED, false);
  const unmounted = new AbortController();
  await ask(FEED, unmounted.signal, 0);
  await turn();
  unmounted.abort();
  conclude(FEED, true);
  await turn();
  await turn();
  assert.equal(kept.size, 0);
});

test('a page whose fetch throws has a failed request like any other', async () => {
  globalThis.fetch = () => {
    throw new Error('patched');
  };
  await assert.rejects(ask(FEED, new AbortController().signal, 0), (reason) => {
    assert.equal(reason.directive, undefined);
    return true;
  });
});

test('only addresses of the web are asked for', () => {
  const feeds = `${FEED} javascript:alert(1) data:text/xml,x /own.xml http://[`;
  assert.deepEqual(feedAddresses(element({ feed: feeds })), [
    FEED,
    'https://partner.example/own.xml',
  ]);
});
