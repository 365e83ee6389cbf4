// Streams of server-sent events: one connection for each address, for all widgets of the page
// and all tabs of the origin. The tab that holds the lock has it, and passes on what it hears.
// Where there are no locks or channels (sandboxed frames), every page has its own.
// https://html.spec.whatwg.org/#server-sent-events

import { bare } from '../bare.js';
import { refusal, watchForViolation } from '../csp.js';
import { notAStream } from '../errors.js';
import { tell } from '../problem.js';
import { replace } from './cache.js';

/** A tab that has just come asks the others how the stream is doing. */
const QUESTION = null;

/**
 * What a stream says: its `readyState`, or the data of an event.
 * @typedef {number | string} News
 */

/**
 * How to end each stream that is listened to, by its address.
 * @type {Map<string, () => void>}
 */
const endings = new Map();

/**
 * Takes in what a stream says. Returns where to keep what an event carried, when that is a feed;
 * or in how many milliseconds the stream is to be connected again, 0 to leave that to the browser.
 * @typedef {(address: string, news: News) => any} Hear
 */

/**
 * Listens to a stream until `leave`.
 * @param {string} address
 * @param {Hear} hear
 */
export function listen(address, hear) {
  const name = `strillone/push ${address}`;
  const ending = new AbortController();
  const { signal } = ending;
  const channel = open(name);
  /** @type {EventSource | undefined} */
  let source;
  /** @type {number | undefined} */
  let timer;
  let stopWatching = () => {};

  /** @param {number} state */
  const tellState = (state) => {
    channel.postMessage(state);
    return hear(address, state);
  };

  const connect = () => {
    const watch = watchForViolation(address);
    stopWatching = watch.end;
    const explain = async () => {
      const directive = await watch.result();
      watch.end();
      tell(directive ? refusal(address, directive).message : notAStream(address));
    };
    /** @type {EventSource} */
    let stream;
    try {
      source = stream = new EventSource(address);
    } catch {
      // WebKit throws where a policy refuses, and a policy stays.
      explain();
      return;
    }
    tellState(stream.readyState);
    stream.onopen = () => tellState(stream.readyState);
    stream.onmessage = ({ data, origin }) => {
      channel.postMessage(data);
      replace(hear(address, data), data, origin);
    };
    stream.onerror = () => {
      const { readyState } = stream;
      const wait = tellState(readyState);
      // One that is not closed is connected again by the browser itself, in its server's time;
      // the widget says whether that is too often.
      if (signal.aborted || !(wait > 0)) return;
      close(stream);
      timer = setTimeout(connect, wait);
      if (readyState === EventSource.CLOSED) explain();
      else watch.end();
    };
  };

  /** @returns {Promise<void>} */
  const lead = () =>
    new Promise((done) => {
      signal.addEventListener('abort', () => done());
      if (signal.aborted) done();
      else connect();
    });

  channel.onmessage = ({ data }) => {
    // The page's own scripts can say anything here.
    if (data === QUESTION) {
      if (source) channel.postMessage(source.readyState);
    } else if (typeof data === 'string' || [0, 1, 2].includes(data)) hear(address, data);
  };
  channel.postMessage(QUESTION);
  endings.set(address, () => {
    ending.abort();
    clearTimeout(timer);
    channel.close();
    stopWatching();
    if (source) close(source);
  });
  Promise.resolve()
    .then(() => navigator.locks.request(name, bare({ signal }), lead))
    .catch(lead);
}

/**
 * Listens to a stream no longer.
 * @param {string} address
 */
export function leave(address) {
  const end = endings.get(address);
  endings.delete(address);
  if (end) end();
}

/**
 * Closes a stream for good: in WebKit a closed one comes back to life with a page that was left
 * and restored.
 * @param {EventSource} source
 */
function close(source) {
  source.onmessage = null;
  source.onopen = source.onerror = source.close;
  source.close();
}

/** Listens to nothing any longer. */
export function leaveAll() {
  [...endings.keys()].forEach(leave);
}

/**
 * @param {string} name
 * @returns {Pick<BroadcastChannel, 'onmessage' | 'postMessage' | 'close'>}
 */
function open(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return { onmessage: null, postMessage() {}, close() {} };
  }
}
