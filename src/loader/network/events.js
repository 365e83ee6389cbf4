// Streams of server-sent events: one connection for each address, for all widgets of the page
// and all tabs of the origin. The tab that holds the lock has it, and passes on what it hears.
// Where there are no locks or channels (sandboxed frames), every page has its own.
// https://html.spec.whatwg.org/#server-sent-events

import { replace } from './cache.js';
import { refusal, watchForViolation } from '../csp.js';
import { tell } from '../problem.js';

/** A tab that has just come asks the others how the stream is doing. */
const QUESTION = null;

/** How to end each stream that is listened to, by its address. */
const endings = new Map();

/**
 * Listens to a stream until `leave`.
 * @param {(address: string, news: number | string) => any} hear takes in the stream's
 *   `readyState`, or the data of an event; returns where to keep what an event carried, or when
 *   to try again what was refused
 */
export function listen(address, hear) {
  const name = `strillone/push ${address}`;
  const ending = new AbortController();
  const { signal } = ending;
  const channel = open(name);
  let source;
  let watch;
  let timer;

  /** @param {number | string} news the stream's `readyState`, or the data of an event */
  const tellAll = (news) => {
    channel.postMessage(news);
    return hear(address, news);
  };

  const explain = async () => {
    const directive = await watch.result();
    watch.end();
    tell(
      directive
        ? refusal(address, directive)
        : `${address} is no stream of events: its server must answer with status 200, ` +
            'the type text/event-stream and Access-Control-Allow-Origin.',
    );
  };

  const connect = () => {
    watch = watchForViolation(address);
    try {
      source = new EventSource(address);
    } catch {
      // WebKit throws where a policy refuses, and a policy stays.
      explain();
      return;
    }
    tellAll(source.readyState);
    source.onopen = () => tellAll(source.readyState);
    source.onmessage = ({ data }) => replace(tellAll(data), data);
    source.onerror = () => {
      const wait = tellAll(source.readyState);
      // What is not closed is connected again by the browser itself.
      if (signal.aborted || source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, wait);
      explain();
    };
  };

  const lead = () =>
    new Promise((done) => {
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
      else connect();
    });

  channel.onmessage = ({ data }) => {
    if (data !== QUESTION) hear(address, data);
    else if (source) channel.postMessage(source.readyState);
  };
  channel.postMessage(QUESTION);
  endings.set(address, () => {
    ending.abort();
    clearTimeout(timer);
    channel.close();
    if (watch) watch.end();
    if (source) {
      // In WebKit a closed stream comes back to life with a page that was left and restored.
      source.onopen = source.onerror = source.close;
      source.close();
    }
  });
  Promise.resolve()
    .then(() => navigator.locks.request(name, { signal }, lead))
    .catch(lead);
}

/** Listens to a stream no longer. */
export function leave(address) {
  const end = endings.get(address);
  endings.delete(address);
  if (end) end();
}

/** Listens to nothing any longer. */
export function leaveAll() {
  [...endings.keys()].forEach(leave);
}

function open(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return { postMessage() {}, close() {} };
  }
}
