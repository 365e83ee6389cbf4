// The last good answer of every feed, kept on the device: shown at once on the next visit, and
// shared by the tabs of this origin, so that however many are open a feed is asked as by one.
// Where a page may keep nothing (sandboxed frames, blocked storage, no secure context), it
// goes on alone.

const NAME = 'strillone/1';
const MOST_COPIES = 20;
const MOST_BYTES = 1 << 20;

/** The server's time to answer is some 20 s. A tab that waits longer than this asks itself. */
const LOCK_TIMEOUT = 10_000;

const AT = 'strillone-at';

/**
 * The copy of an answer, if there is one.
 * @returns {Promise<Response | undefined>}
 */
export async function recall(address) {
  try {
    return await caches.match(address, { cacheName: NAME });
  } catch {
    return undefined;
  }
}

/** When an answer came, in milliseconds since 1970. */
export function timeOf(answer) {
  return Number(answer.headers.get(AT));
}

/** For how many seconds its server vouches for an answer. */
export function freshnessOf(answer) {
  const [, seconds] = /max-age="?(\d+)/i.exec(answer.headers.get('Cache-Control')) || [];
  return Number(seconds) || 0;
}

/** An answer whose body is here, with what is worth knowing of the server's own. */
export function stamp(response, body) {
  const headers = new Headers({ [AT]: Date.now(), 'strillone-address': response.url });
  for (const name of ['Content-Type', 'Cache-Control']) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(body, { headers });
}

/**
 * Keeps a copy of an answer, unless its server or its size forbids that, or it is something
 * else than a feed: the page of a hotel's network must not take the place of the news.
 */
export async function keep(address, answer) {
  if (/no-store|private/i.test(answer.headers.get('Cache-Control'))) return;
  try {
    const body = await answer.clone().blob();
    const beginning = await body.slice(0, 4096).text();
    if (body.size > MOST_BYTES || !/<(rss|feed|rdf:rdf)\b|jsonfeed\.org/i.test(beginning)) return;
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
 * Puts what a stream carried in the place of the copy, if there is one: what its server does
 * not let us keep is not kept.
 */
export async function replace(address, body) {
  const copy = address && (await recall(address));
  if (!copy) return;
  const url = copy.headers.get('strillone-address');
  await keep(address, stamp({ url, headers: new Headers() }, body));
}

/**
 * Runs `action` while no other tab does so for the same address.
 * @param {AbortSignal} signal ends the waiting
 */
export async function withLock(address, signal, action) {
  const waiting = new AbortController();
  const stopWaiting = () => waiting.abort();
  signal.addEventListener('abort', stopWaiting);
  const timer = setTimeout(stopWaiting, LOCK_TIMEOUT);
  let running;
  const run = () => {
    clearTimeout(timer);
    running = running || action();
    return running;
  };
  try {
    return await navigator.locks.request(`${NAME} ${address}`, { signal: waiting.signal }, run);
  } catch {
    // There are no locks here, or another tab holds this one for too long; or the action has
    // failed, and goes on to do so.
    return run();
  }
}
