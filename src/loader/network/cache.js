// The last good answer of every feed, kept on the device: shown at once on the next visit, and
// shared by the tabs of this origin, so that however many are open a feed is asked as by one.
// Where a page may keep nothing (sandboxed frames, blocked storage, no secure context), it
// goes on alone.

import { bare } from '../bare.js';

const NAME = 'strillone/1';
const MOST_COPIES = 20;
const MOST_BYTES = 1 << 20;

const AT = 'strillone-at';
const FROM = 'strillone-address';

/**
 * The copy of an answer, if there is one. The page's other scripts can write here as well: a
 * copy whose stamp is no time is none.
 * @param {string} address
 * @returns {Promise<Response | undefined>}
 */
export async function recall(address) {
  try {
    const copy = await caches.match(address, bare({ cacheName: NAME }));
    return copy && timeOf(copy) > 0 && Number.isSafeInteger(timeOf(copy)) ? copy : undefined;
  } catch {
    return undefined;
  }
}

/**
 * When an answer came, in milliseconds since 1970.
 * @param {Response} answer
 */
export function timeOf(answer) {
  return Number(answer.headers.get(AT));
}

/**
 * For how many seconds its server vouches for an answer.
 * @param {Response} answer
 */
export function freshnessOf(answer) {
  const [, seconds] = /max-age="?(\d+)/i.exec(answer.headers.get('Cache-Control') || '') || [];
  return Number(seconds) || 0;
}

/**
 * An answer whose body is here, with what is worth knowing of the server's own.
 * @param {{ url: string, headers: Headers }} response
 * @param {Uint8Array<ArrayBuffer> | string} body
 */
export function stamp(response, body) {
  const headers = new Headers();
  headers.set(AT, String(Date.now()));
  headers.set(FROM, response.url);
  for (const name of ['Content-Type', 'Cache-Control']) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(body, bare({ headers }));
}

/**
 * Keeps a copy of an answer, unless its server or its size forbids that, or it is something
 * else than a feed: the page of a hotel's network must not take the place of the news.
 * @param {string} address
 * @param {Response} answer
 */
export async function keep(address, answer) {
  if (/no-store|private/i.test(answer.headers.get('Cache-Control') || '')) return;
  try {
    const body = new Uint8Array(await answer.clone().arrayBuffer());
    if (body.length > MOST_BYTES || !isFeed(beginningOf(body))) return;
    const store = await caches.open(NAME);
    await store.put(address, answer.clone());
    // The oldest come first.
    const kept = await store.keys();
    for (const old of kept.slice(0, -MOST_COPIES)) await store.delete(old);
  } catch {
    // There is no room, or none for us.
  }
}

/**
 * The text with which a body begins.
 * @param {Uint8Array<ArrayBuffer>} body
 */
export const beginningOf = (body) => new TextDecoder().decode(body.subarray(0, 4096));

/** @param {string} beginning of a body */
export const isFeed = (beginning) => /<(rss|feed|rdf:rdf)\b|jsonfeed\.org/i.test(beginning);

/**
 * Puts what a stream carried in the place of the copy, if there is one: what its server does
 * not let us keep is not kept. Nor is what comes from another origin than the feed itself:
 * whoever names a stream beside somebody else's feed would put words into its mouth.
 * @param {string | undefined} address the feed's
 * @param {string} body
 * @param {string} origin the stream's, after redirects
 */
export async function replace(address, body, origin) {
  if (!address || new URL(address).origin !== origin) return;
  const copy = await recall(address);
  if (!copy) return;
  const url = copy.headers.get(FROM) || address;
  await keep(address, stamp({ url, headers: new Headers() }, body));
}
