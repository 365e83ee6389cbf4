// The one place where feeds are asked for. The first request is sent while the wasm is still
// on its way, so that the two waits are one.

import { freshnessOf, withLock, keep, recall, stamp, timeOf } from './cache.js';
import { watchForViolation } from '../csp.js';

export { recall };

/**
 * One request per address for all widgets of the page, until a widget takes it over.
 * @type {Map<string, { answer: Promise<Response>, began: number, controller: AbortController, hosts: Set<HTMLElement> }>}
 */
const waiting = new Map();

/** Whoever reads it cuts it here, and says so. */
const MOST_BYTES = 16 << 20;

const DEFAULT_REFRESH = 300;

// Without a preflight only up to 128 bytes: https://fetch.spec.whatwg.org/#cors-safelisted-request-header
const ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';

/** Asks for the feeds of `host`. One that goes through a proxy is left to the widget. */
export function request(host) {
  if (host.hasAttribute('proxy')) return;
  const refresh = Number(host.getAttribute('refresh')) || DEFAULT_REFRESH;
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
 * @param {AbortSignal} signal ends the request
 * @param {number} since a copy that was made after this time, in milliseconds, will do
 * @returns {Promise<Response>} rejects with `{ directive }` where the page's policy refused
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
 * The answer to the early request for a feed, while nobody has taken it over.
 * @returns {Promise<Response> | undefined}
 */
export function early(address) {
  const request = waiting.get(address);
  return request && request.answer;
}

/** Drops the requests that only `host` was waiting for. */
export function release(host) {
  for (const [address, { hosts, controller }] of waiting) {
    if (hosts.delete(host) && !hosts.size) {
      waiting.delete(address);
      controller.abort();
    }
  }
}

/** The `feed` attribute's addresses that the web can fetch, absolute. */
export function feedAddresses(host) {
  const addresses = (host.getAttribute('feed') || '').split(/\s+/).filter(Boolean);
  return addresses.map(absolute).filter(Boolean);
}

function absolute(address) {
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** A clock that was set back does not make a copy new for ever. */
function isAfter(copy, since) {
  return timeOf(copy) > since && timeOf(copy) <= Date.now();
}

/** @param {(copy: Response) => boolean} isEnough whether a copy will do */
function start(address, isEnough) {
  const controller = new AbortController();
  const { signal } = controller;
  const answer = withLock(address, signal, async () => {
    const copy = await recall(address);
    return copy && isEnough(copy) ? copy : send(address, signal);
  });
  // Nobody may ever take it; whoever does sees the failure.
  answer.catch(() => {});
  return { answer, began: Date.now(), controller, hosts: new Set() };
}

/** Asynchronous, so that a page's own `fetch` which throws is a failed request like any other. */
async function send(address, signal) {
  const watch = watchForViolation(address);
  try {
    const response = await fetch(address, {
      // The browser's own conditional request: no preflight, and no copy older than the feed.
      cache: 'no-cache',
      credentials: 'omit',
      headers: { Accept: ACCEPT },
      referrerPolicy: 'strict-origin',
      signal,
    });
    const body = response.body && (await read(response.body.getReader(), response.ok));
    // Only a success can be made here, see https://fetch.spec.whatwg.org/#null-body-status
    if (!response.ok || !body) return response;
    const answer = stamp(response, body);
    await keep(address, answer);
    return answer;
  } catch {
    throw { directive: signal.aborted ? undefined : await watch.result() };
  } finally {
    watch.end();
  }
}

/** The body up to the limit, however long it is; nothing of one that is not wanted. */
async function read(reader, isWanted) {
  const chunks = [];
  let size = 0;
  while (isWanted && size <= MOST_BYTES) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks);
    chunks.push(value);
    size += value.length;
  }
  // What is not wanted any more may fail as it likes.
  reader.cancel().catch(() => {});
  return new Blob(chunks);
}
