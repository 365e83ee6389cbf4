// The one place where feeds are asked for. The first request is sent while the wasm is still
// on its way, so that the two waits are one.

import { watchForViolation } from './policy.js';

/**
 * One request per address for all widgets of the page, until a widget takes it over.
 * @type {Map<string, { answer: Promise<Response>, controller: AbortController, hosts: Set<HTMLElement> }>}
 */
const waiting = new Map();

// Without a preflight only up to 128 bytes: https://fetch.spec.whatwg.org/#cors-safelisted-request-header
const ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';

/** Asks for the feeds of `host`. One that goes through a proxy is left to the widget. */
export function request(host) {
  if (host.hasAttribute('proxy')) return;
  for (const address of feedAddresses(host)) {
    const early = waiting.get(address) || start(address);
    early.hosts.add(host);
  }
}

/**
 * Asks for a feed, or hands out the early request for it. Whoever asks shares the answer with
 * the page's other widgets.
 * @param {AbortSignal} signal ends the request
 * @returns {Promise<Response>} rejects with `{ directive }` where the page's policy refused
 */
export function ask(address, signal) {
  const key = absolute(address);
  const { answer, controller } = waiting.get(key) || start(key);
  waiting.delete(key);
  signal.addEventListener('abort', () => controller.abort());
  return answer;
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

function start(address) {
  const controller = new AbortController();
  const answer = send(address, controller.signal);
  // Nobody may ever take it; whoever does sees the failure.
  answer.catch(() => {});
  const early = { answer, controller, hosts: new Set() };
  waiting.set(address, early);
  return early;
}

/** Asynchronous, so that a page's own `fetch` which throws is a failed request like any other. */
async function send(address, signal) {
  const watch = watchForViolation(address);
  try {
    return await fetch(address, {
      // The browser's own conditional request: no preflight, and no copy older than the feed.
      cache: 'no-cache',
      credentials: 'omit',
      headers: { Accept: ACCEPT },
      referrerPolicy: 'strict-origin',
      signal,
    });
  } catch {
    throw { directive: signal.aborted ? undefined : await watch.result() };
  } finally {
    watch.end();
  }
}
