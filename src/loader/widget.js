// The life of one widget on the page: it waits until it comes near, loads, is mounted, and is
// taken down when its element leaves the page.

import * as wasm from 'strillone-glue';
import { checkElement } from './attribute_names.js';
import { bare } from './bare.js';
import { ask, conclude, recall, release, request } from './network/request.js';
import { isNear, whenNear } from './viewport.js';
import { beginFirst } from './first/main.js';
import { loadingOf } from './options.js';
import { guarded } from './guard.js';
import { announce } from './problem.js';
import { openShadow } from './shadow.js';
import { leave as leaveStream, listen } from './network/event_stream.js';
import { hear } from './network/hear.js';
import { callWidget, isLoaded, load, onCrash } from './wasm.js';

// The browser and the page change these for reasons of their own; none is an option.
const NO_OPTION = /^(class|style|id|slot|part|hidden|on.*|data-.*|aria-.*)$/;

const network = {
  ask,
  recall,
  listen: (/** @type {string} */ address) => listen(address, hear),
  leave: leaveStream,
  conclude,
};

/** @typedef {ReturnType<typeof widgetOf>} Widget */

/** @param {HTMLElement} host the `<strillone-news>` */
export function widgetOf(host) {
  /**
   * Out of the page; on it, but not near the reader yet; near, without the component; with it;
   * given up for good.
   * @type {'out' | 'idle' | 'loading' | 'live' | 'failed'}
   */
  let phase = 'out';
  let isPaused = false;
  /** The widget's number in the wasm. */
  let handle = 0;
  /** @type {ReturnType<typeof openShadow> | undefined} */
  let shadow;
  /** @type {import('./first/main.js').FirstHeadlines | undefined} */
  let first;
  /** What one stay on the page is known by. */
  let visit = {};
  let stopWaiting = () => {};
  let stopObserving = stopWaiting;

  /**
   * @template T
   * @param {(handle: number) => T} exported
   * @returns {T | undefined}
   */
  const call = (exported) => (phase === 'live' ? callWidget(() => exported(handle)) : undefined);

  const state = () => {
    if (phase === 'live') return call(wasm.state) || 'failed';
    return phase === 'out' ? 'idle' : phase;
  };

  const enter = () => {
    // Still running when the element was only moved, see `leave`.
    if (phase !== 'out') return;
    phase = 'idle';
    // Before anything is drawn: the page is laid out as it is, and the request goes out the sooner.
    const isHere = isNear(host);
    if (isHere && !isLoaded()) request(host);
    const drawn = (shadow = shadow || openShadow(host));
    drawn.wait();
    checkElement(host.getAttributeNames());
    const observer = new MutationObserver(guarded(change));
    observer.observe(host, bare({ attributes: true }));
    // The widget tells about a feed it can never show; the loader then offers the way there.
    const offerLink = guarded(async () => {
      // One feed of several may fail while another is still coming.
      if (first) await first.settled();
      if (phase !== 'live' || state() === 'failed') drawn.offerLink(host);
    });
    host.addEventListener('strillone:error', offerLink);
    const forgetCrash = onCrash(fail);
    stopObserving = () => {
      observer.disconnect();
      host.removeEventListener('strillone:error', offerLink);
      forgetCrash();
    };
    // A page may give an element its attributes after it has put it in.
    if (isHere) queueMicrotask(() => begin());
    else stopWaiting = whenNear(host, begin);
  };

  const leave = () => {
    // Moving an element takes it out and puts it in again, in one task: so look after it.
    queueMicrotask(
      guarded(() => {
        if (!host.isConnected && phase !== 'out') end();
      }),
    );
  };

  /** @param {number} [height] at which the page has seen the element, in CSS pixels */
  const begin = (height) => {
    if (phase !== 'idle' || !shadow) return;
    phase = 'loading';
    stopWaiting();
    if (!isLoaded() || shadow.first.firstChild) {
      request(host);
      first = beginFirst(host, shadow);
    }
    shadow.reserve(height);
    // The element may leave, and even come back, before the answer is here.
    const own = (visit = {});
    /**
     * @template T
     * @param {(value: T) => void} action
     * @returns {(value: T) => void}
     */
    const unlessGone = (action) => (value) => {
      if (visit === own && phase === 'loading') action(value);
    };
    load(first && first.isAble() ? first.settled() : undefined).then(
      unlessGone(mount),
      unlessGone(fail),
    );
  };

  const mount = () => {
    if (shadow) shadow.addStyle(() => callWidget(wasm.style) || '');
    const made = callWidget(() => shadow && wasm.mount(host, shadow.place, shadow.fallback, network));
    // A crash while mounting has failed this widget with all others.
    if (phase !== 'loading' || made === undefined) return;
    handle = made;
    phase = 'live';
    if (isPaused) call(wasm.pause);
  };

  /**
   * The feed, its options or the language changed; a whole turn of changes comes at once.
   * @param {MutationRecord[]} changes
   */
  const change = (changes) => {
    const names = changes.map(({ attributeName }) => attributeName || '');
    if (names.every((name) => NO_OPTION.test(name))) return;
    checkElement(names);
    const isFirst = first && first.isOn();
    if (phase === 'live') {
      // The component has not shown itself yet, and will show something else.
      if (first && isFirst) first.withdraw();
      call(wasm.reconfigure);
    } else if (first && isFirst && !isLoaded()) {
      release(host);
      request(host);
      first.redraw();
    } else if (phase === 'idle' && loadingOf(host) === 'eager') {
      begin();
    }
    if (shadow && state() !== 'failed') shadow.reserve();
  };

  /** @param {import('./problem.js').Problem} problem */
  const fail = (problem) => {
    if (phase !== 'loading' && phase !== 'live') return;
    const isLate = phase === 'live';
    phase = 'failed';
    if (shadow) shadow.clear();
    if (first && isLate) first.end();
    else if (first) first.standAlone();
    announce(host, problem);
  };

  const end = () => {
    stopWaiting();
    stopObserving();
    release(host);
    call(wasm.unmount);
    if (shadow) shadow.clear();
    if (first) first.end();
    phase = 'out';
    visit = {};
  };

  return {
    enter,
    leave,
    state,
    items: () => call(wasm.items) || [],

    refresh() {
      begin();
      call(wasm.refresh);
    },

    pause() {
      isPaused = true;
      call(wasm.pause);
    },

    play() {
      isPaused = false;
      call(wasm.play);
    },
  };
}
