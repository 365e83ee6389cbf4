import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { withLock } from '../../src/loader/network/lock.js';
import { fakeCaches, fakeLocks, turn } from './fakes/browser.mjs';

const FEED = 'https://news.example/feed.xml';
let kept;

beforeEach(() => {
  kept = fakeCaches();
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

/** How many milliseconds a tab waits for another that holds the lock. */
async function patience() {
  fakeLocks(new Set([`strillone/1 ${FEED}`]));
  let isDone = false;
  withLock(FEED, new AbortController().signal, async () => {
    isDone = true;
  });
  for (let time = 0; time <= 20_000; time += 500) {
    await turn();
    if (isDone) return time;
    mock.timers.tick(500);
  }
  return Infinity;
}

test('a free lock is taken at once, and the action runs once', async () => {
  fakeLocks();
  let runs = 0;
  const answer = await withLock(FEED, new AbortController().signal, async () => ++runs);
  assert.deepEqual([answer, runs], [1, 1]);
});

test('a tab that has nothing to show waits for another two seconds', async () => {
  assert.equal(await patience(), 2_000);
});

test('a tab that has a copy waits ten', async () => {
  kept.set(FEED, new Response('', { headers: { 'strillone-at': '1' } }));
  assert.equal(await patience(), 10_000);
});

test('without locks the action runs all the same', async () => {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: {} });
  assert.equal(await withLock(FEED, new AbortController().signal, async () => 'done'), 'done');
});

test('an action that fails is not run again', async () => {
  fakeLocks();
  let runs = 0;
  const action = async () => {
    runs += 1;
    throw new Error('no answer');
  };
  await assert.rejects(withLock(FEED, new AbortController().signal, action), /no answer/);
  assert.equal(runs, 1);
});
