// The one place where feeds are asked for. The first request is sent while the wasm is still
// on its way, so that the two waits are one.

import { bare } from '../bare.js';
import { watchForViolation } from '../csp.js';
import { addressesOf, refreshOf } from '../options.js';
import { freshnessOf, keep, recall, stamp, timeOf } from './cache.js';
import { withLock } from './lock.js';
import { AS_PRELOADED, takePreloaded } from './preload.js';
import { INSECURE, pageInstead, reasonFor } from './reason.js';

export { recall };

/**
 * @typedef {object} FeedRequest
 * @property {Promise<Response>} answer
 * @property {Promise<unknown>} sent when it has gone out; never where a copy will do
 * @property {number} began when it was sent, in milliseconds since 1970
 * @property {AbortController} controller
 * @property {Set<HTMLElement>} hosts the elements that wait for it
 *
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */

/**
 * One request per address for all widgets of the page, until a widget takes it over.
 * @type {Map<string, FeedRequest>}
 */
const waiting = new Map();

/**
 * What waits for the reader's word on the answer from an address.
 * @type {Map<string, (isGood: boolean) => void>}
 */
const unread = new Map();

/**
 * The bytes of answers, which an answer itself hands out only in later tasks.
 * @type {WeakMap<Response, ArrayBuffer>}
 */
const bodies = new WeakMap();

/** Whoever reads it cuts it here, and says so. */
const MOST_BYTES = 16 << 20;

// Without a preflight only up to 128 bytes: https://fetch.spec.whatwg.org/#cors-safelisted-request-header
const ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';

/** What looks like the name of a host without a scheme, and not like the name of a feed's file. */
const MENDED = /^[^/?#:]+\.(?!xml|rss|json|atom|php)/i;

/** @type {RequestInit} */
const OWN_OPTIONS = {
  // The browser's own conditional request: no preflight, and no copy older than the feed.
  cache: 'no-cache',
  credentials: 'omit',
  headers: { Accept: ACCEPT },
  referrerPolicy: 'strict-origin',
};

/**
 * Asks for the feeds of `host`. One that goes through a proxy is left to the widget.
 * @param {HTMLElement} host
 */
export function request(host) {
  if (host.hasAttribute('proxy')) return;
  const refresh = refreshOf(host);
  /** @param {Response} copy */
  const isFresh = (copy) => isAfter(copy, Date.now() - 1000 * Math.max(refresh, freshnessOf(copy)));
  for (const address of feedAddresses(host)) {
    let known = waiting.get(address);
    if (!known) {
      known = start(address, isFresh);
      waiting.set(address, known);
    }
    known.hosts.add(host);
  }
}

/**
 * Asks for a feed, or hands out the early request for it.
 * @param {string} address
 * @param {AbortSignal} signal ends the request
 * @param {number} since a copy that was made after this time, in milliseconds, will do
 * @returns {Promise<Response>} rejects with `{ directive }` where the page's policy refused, and
 * with `{ kind, detail }` where the reason is known otherwise
 */
export function ask(address, signal, since) {
  const known = waiting.get(address);
  waiting.delete(address);
  const { answer, controller } =
    known && known.began > since ? known : start(address, (copy) => isAfter(copy, since));
  signal.addEventListener('abort', () => controller.abort());
  return answer;
}

/**
 * The early request for a feed, while nobody has taken it over.
 * @param {string} address
 */
export const early = (address) => waiting.get(address);

/**
 * The bytes of an answer, which stay in it for others.
 * @param {Response} answer
 */
export const bytesOf = (answer) => bodies.get(answer) || answer.clone().arrayBuffer();

/**
 * The reader has done with the answer from `address`. Kept is only what was read as a feed, and
 * in good time: what freezes a page must not wait for it on the device.
 * @param {string} address
 * @param {boolean} isGood
 */
export function conclude(address, isGood) {
  const settled = unread.get(address);
  if (settled) settled(isGood);
}

/**
 * Drops the requests that only `host` was waiting for.
 * @param {HTMLElement} host
 */
export function release(host) {
  for (const [address, { hosts, controller }] of waiting) {
    if (hosts.delete(host) && !hosts.size) {
      waiting.delete(address);
      controller.abort();
    }
  }
}

/**
 * The `feed` attribute's addresses that the web can fetch, absolute.
 * @param {HTMLElement} host
 */
export function feedAddresses(host) {
  return addressesOf(host, 'feed').flatMap((address) => absolute(address, host.baseURI));
}

/**
 * As the component reads it; one that it mends (`www.news.example/rss`, `feed:…`) is left to it.
 * @param {string} address
 * @param {string} base
 */
function absolute(address, base) {
  try {
    const { href } = new URL(address, base);
    if (MENDED.test(address) || !/^https?:/.test(href)) return [];
    return [base.startsWith('https:') ? href.replace(INSECURE, 'https:') : href];
  } catch {
    return [];
  }
}

/**
 * A clock that was set back does not make a copy new for ever.
 * @param {Response} copy
 * @param {number} since
 */
function isAfter(copy, since) {
  return timeOf(copy) > since && timeOf(copy) <= Date.now();
}

/**
 * @param {string} address
 * @param {(copy: Response) => boolean} isEnough whether a copy will do
 * @returns {FeedRequest}
 */
function start(address, isEnough) {
  const controller = new AbortController();
  const { signal } = controller;
  let goesOut = () => {};
  /** @type {Promise<void>} */
  const sent = new Promise((done) => (goesOut = done));
  /** @type {Promise<Response>} */
  const answer = new Promise((resolve, reject) => {
    // What the page itself has asked for is on its way: it waits for no other tab, and no copy.
    const options = takePreloaded(address) ? AS_PRELOADED : undefined;
    const answerInTurn = async () => {
      const copy = options ? undefined : await recall(address);
      if (copy && isEnough(copy)) return resolve(copy);
      goesOut();
      const { response, body } = await send(address, signal, options);
      const page = body && pageInstead(body, address);
      if (page) throw page;
      resolve(response);
      // The tabs that wait for their turn wait for this copy.
      if (body && (await isGood(address, signal))) {
        await keep(address, new Response(body, response));
      }
    };
    const answered = options ? answerInTurn() : withLock(address, signal, answerInTurn);
    answered.catch(reject);
  });
  // Nobody may ever take it; whoever does sees the failure.
  answer.catch(() => {});
  return { answer, sent, began: Date.now(), controller, hosts: new Set() };
}

/**
 * Waits for the reader's word.
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
async function isGood(address, signal) {
  /** @type {(isGood: boolean) => void} */
  let settled = () => {};
  /** @type {Promise<boolean>} */
  const word = new Promise((resolve) => (settled = resolve));
  signal.addEventListener('abort', () => settled(false));
  if (signal.aborted) settled(false);
  unread.set(address, settled);
  try {
    return await word;
  } finally {
    if (unread.get(address) === settled) unread.delete(address);
  }
}

/**
 * Asynchronous, so that a page's own `fetch` which throws is a failed request like any other.
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestInit} [options]
 * @returns {Promise<{ response: Response, body?: Bytes }>} `body` where there is a success to keep
 */
async function send(address, signal, options = OWN_OPTIONS) {
  const watch = watchForViolation(address);
  try {
    const response = await fetch(address, bare({ ...options, signal }));
    const body = response.body && (await read(response.body, response.ok));
    // Only a success can be made here, see https://fetch.spec.whatwg.org/#null-body-status
    if (!response.ok || !body) return { response };
    const stamped = stamp(response, body);
    bodies.set(stamped, body.buffer);
    return { response: stamped, body };
  } catch {
    const directive = signal.aborted ? undefined : await watch.result();
    throw { ...reasonFor(address), directive };
  } finally {
    watch.end();
  }
}

/**
 * The body up to the limit, however long it is; nothing of one that is not wanted. Bytes and no
 * `Blob`: that one lives in another process, and is fetched back from there.
 * @param {ReadableStream<Bytes>} stream
 * @param {boolean} isWanted
 * @returns {Promise<Bytes>}
 */
async function read(stream, isWanted) {
  // WebKit looks for the mode on `Object.prototype` even where no options are given.
  const reader = /** @type {ReadableStreamDefaultReader<Bytes>} */ (
    stream.getReader(bare({}))
  );
  const chunks = [];
  let size = 0;
  let isWhole = false;
  while (isWanted && size <= MOST_BYTES) {
    const { done, value } = await reader.read();
    isWhole = done;
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  // What is not wanted any more may fail as it likes.
  if (!isWhole) reader.cancel().catch(() => {});
  const body = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    body.set(chunk, end);
    end += chunk.length;
  }
  return body;
}
