import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { leave, listen } from '../../src/loader/network/event_stream.js';
import { hear } from '../../src/loader/network/hear.js';
import { fakeCaches, fakeLocks, turn } from './fakes/browser.mjs';
import { answers, calls } from './fakes/glue.mjs';

const STREAM = 'https://news.example/stream';
const FEED = 'https://news.example/feed.xml';
let sources;
let channels;

class FakeSource {
  static CLOSED = 2;
  readyState = 0;
  constructor(address) {
    this.address = address;
    sources.push(this);
  }
  close() {
    this.readyState = 2;
  }
  open() {
    this.readyState = 1;
    this.onopen();
  }
  fail(readyState) {
    this.readyState = readyState;
    this.onerror();
  }
}

class FakeChannel {
  said = [];
  constructor() {
    channels.push(this);
  }
  postMessage(message) {
    this.said.push(message);
  }
  close() {}
}

beforeEach(async () => {
  sources = [];
  channels = [];
  Object.assign(globalThis, { EventSource: FakeSource, BroadcastChannel: FakeChannel });
  fakeLocks();
  mock.timers.enable({ apis: ['setTimeout'] });
  listen(STREAM, hear);
  await turn();
  calls.length = 0;
  answers.heard = 0;
  answers.received = undefined;
});

afterEach(() => {
  leave(STREAM);
  mock.timers.reset();
});

test('the widget hears how the stream is doing, and so do other tabs', () => {
  sources[0].open();
  assert.deepEqual(calls, [['heard', STREAM, 1]]);
  assert.deepEqual(channels[0].said, [null, 0, 1]);
});

test('an interruption is left to the browser', () => {
  sources[0].fail(0);
  mock.timers.tick(3_600_000);
  assert.equal(sources.length, 1);
  assert.equal(sources[0].readyState, 0);
});

test('one that the widget finds too often ends the stream for as long as it says', () => {
  answers.heard = 30_000;
  sources[0].fail(0);
  assert.equal(sources[0].readyState, 2);
  mock.timers.tick(29_999);
  assert.equal(sources.length, 1);
  mock.timers.tick(1);
  assert.equal(sources.length, 2);
});

test('nothing is left of a stream that nobody wants', () => {
  answers.heard = 30_000;
  sources[0].fail(2);
  leave(STREAM);
  mock.timers.tick(3_600_000);
  assert.equal(sources.length, 1);
});

test('only what a tab can have said is heard of another', () => {
  for (const data of [1n, NaN, -1, 3, {}, [], true, undefined, Symbol.iterator]) {
    channels[0].onmessage({ data });
  }
  assert.deepEqual(calls, []);
  channels[0].onmessage({ data: 2 });
  channels[0].onmessage({ data: 'look' });
  assert.deepEqual(calls, [
    ['heard', STREAM, 2],
    ['received', STREAM, 'look'],
  ]);
});

test('what a stream of another origin carries does not become the copy of the feed', async () => {
  fakeCaches();
  const stamped = { headers: { 'strillone-at': '1', 'strillone-address': FEED } };
  await (await caches.open()).put(FEED, new Response('<rss>true</rss>', stamped));
  const text = async () => (await caches.match(FEED)).text();
  const settled = async () => {
    for (let turns = 0; turns < 5; turns++) await turn();
  };
  answers.received = FEED;
  sources[0].onmessage({ data: '<rss>forged</rss>', origin: 'https://evil.example' });
  await settled();
  assert.equal(await text(), '<rss>true</rss>');
  sources[0].onmessage({ data: '<rss>newer</rss>', origin: 'https://news.example' });
  await settled();
  assert.equal(await text(), '<rss>newer</rss>');
});
