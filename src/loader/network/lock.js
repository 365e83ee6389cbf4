// However many tabs of this origin are open, a feed is asked for by one of them at a time: the
// others wait for it, and then find its copy.
// https://w3c.github.io/web-locks/

import { bare } from '../bare.js';
import { recall } from './cache.js';

/** The server's time to answer is some 20 s. A tab that waits longer than this asks itself. */
const LOCK_TIMEOUT = 10_000;

/** A tab that has nothing to show meanwhile does not wait longer than this. */
const FIRST_TIMEOUT = 2_000;

/**
 * Runs `action` while no other tab does so for the same address.
 * @template T
 * @param {string} address
 * @param {AbortSignal} signal ends the waiting
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(address, signal, action) {
  const waiting = new AbortController();
  const stopWaiting = () => waiting.abort();
  signal.addEventListener('abort', stopWaiting);
  const timers = [
    setTimeout(stopWaiting, LOCK_TIMEOUT),
    setTimeout(async () => {
      if (!(await recall(address))) stopWaiting();
    }, FIRST_TIMEOUT),
  ];
  /** @type {Promise<T> | undefined} */
  let running;
  const run = () => {
    timers.forEach(clearTimeout);
    running = running || action();
    return running;
  };
  try {
    const options = bare({ signal: waiting.signal });
    return await navigator.locks.request(`strillone/1 ${address}`, options, run);
  } catch {
    // There are no locks here, or another tab holds this one for too long; or the action has
    // failed, and goes on to do so.
    return run();
  }
}
