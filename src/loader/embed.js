// The life of one widget on the page: it waits until it comes near, loads, is mounted, and is
// taken down when its element leaves the page.

import * as widget from 'strillone-glue';
import { checkElement } from './attribute_names.js';
import { bare } from './bare.js';
import { ask, recall, request, release, settle } from './network/request.js';
import { whenNear } from './viewport.js';
import { FirstHeadlines } from './first/main.js';
import { loadingOf } from './options.js';
import { guarded } from './guard.js';
import { announce } from './problem.js';
import { openShadow } from './shadow.js';
import { leave, listen } from './network/events.js';
import { hear } from './network/hear.js';
import { callWidget, isLoaded, load, onCrash } from './wasm.js';

// The browser and the page change these for reasons of their own; none is an option.
const NO_OPTION = /^(class|style|id|slot|part|hidden|on.*|data-.*|aria-.*)$/;

export class Embed {
  /** @param {HTMLElement} host the `<strillone-news>` */
  constructor(host) {
    this.host = host;
    /** @type {'out' | 'idle' | 'loading' | 'live' | 'failed'} out of the page; not near yet; … */
    this.phase = 'out';
    this.isResting = false;
    /** The widget's number in the wasm. */
    this.handle = 0;
    /** @type {ReturnType<typeof openShadow> | undefined} */
    this.shadow = undefined;
    /** @type {FirstHeadlines | undefined} */
    this.first = undefined;
    /** What one stay on the page is known by. */
    this.visit = {};
    this.stopWaiting = this.stopObserving = () => {};
    /** @type {() => unknown} */
    this.forgetCrash = this.stopWaiting;
  }

  enter() {
    // Still running when the element was only moved, see `leave`.
    if (this.phase !== 'out') return;
    this.phase = 'idle';
    const { host } = this;
    const shadow = (this.shadow = this.shadow || openShadow(host));
    shadow.wait(host);
    const first = (this.first = new FirstHeadlines(host, shadow));
    checkElement(host.getAttributeNames());
    const observer = new MutationObserver(guarded((changes) => this.changed(changes)));
    observer.observe(host, bare({ attributes: true }));
    // The widget tells about a feed it can never show; the loader then offers the way there.
    const offerLink = guarded(() => {
      // One feed of several may fail while another is still coming.
      first.settled.then(() => {
        if (this.phase !== 'live' || this.state === 'failed') shadow.offerLink(host);
      });
    });
    host.addEventListener('strillone:error', offerLink);
    this.stopObserving = () => {
      observer.disconnect();
      host.removeEventListener('strillone:error', offerLink);
    };
    this.forgetCrash = onCrash((problem) => this.fail(problem));
    this.stopWaiting = whenNear(host, () => this.begin());
  }

  leave() {
    // Moving an element takes it out and puts it in again, in one task: so look after it.
    queueMicrotask(
      guarded(() => {
        if (!this.host.isConnected && this.phase !== 'out') this.end();
      }),
    );
  }

  begin() {
    if (this.phase !== 'idle') return;
    this.phase = 'loading';
    this.stopWaiting();
    const { first } = this;
    if (first && !isLoaded()) {
      request(this.host);
      first.begin();
    }
    // The element may leave, and even come back, before the answer is here.
    const visit = (this.visit = {});
    /**
     * @template T
     * @param {(value: T) => void} action
     * @returns {(value: T) => void}
     */
    const unlessGone = (action) => (value) => {
      if (this.visit === visit && this.phase === 'loading') action(value);
    };
    load(first && first.isAble ? first.settled : undefined).then(
      unlessGone(() => this.mount()),
      unlessGone((/** @type {import('./problem.js').Problem} */ problem) => this.fail(problem)),
    );
  }

  mount() {
    if (!this.shadow) return;
    const { place, fallback } = this.shadow;
    /** @param {string} address */
    const listenTo = (address) => listen(address, hear);
    const network = { ask, recall, listen: listenTo, leave, settle };
    const handle = callWidget(() => widget.mount(this.host, place, fallback, network));
    // A crash while mounting has failed this embed with all others.
    if (this.phase !== 'loading' || handle === undefined) return;
    this.handle = handle;
    this.phase = 'live';
    if (this.isResting) this.call(widget.pause);
  }

  /**
   * The feed, its options or the language changed; a whole turn of changes comes at once.
   * @param {MutationRecord[]} changes
   */
  changed(changes) {
    const names = changes.map(({ attributeName }) => attributeName || '');
    if (names.every((name) => NO_OPTION.test(name))) return;
    checkElement(names);
    if (this.phase === 'live') {
      // The component has not shown itself yet, and will show something else.
      if (this.first && this.first.ending) this.first.withdraw();
      this.call(widget.reconfigure);
    } else if (this.first && this.first.ending && !isLoaded()) {
      release(this.host);
      request(this.host);
      this.first.redraw();
    } else if (this.phase === 'idle' && loadingOf(this.host) === 'eager') {
      this.begin();
    }
    const mayGrow = this.phase !== 'failed' && this.state !== 'failed';
    if (this.shadow && mayGrow) this.shadow.reserve(this.host);
  }

  /** @param {import('./problem.js').Problem} problem */
  fail(problem) {
    if (this.phase !== 'loading' && this.phase !== 'live') return;
    const isLate = this.phase === 'live';
    this.phase = 'failed';
    if (this.shadow) this.shadow.clear();
    if (this.first && isLate) this.first.end();
    else if (this.first) this.first.standAlone();
    announce(this.host, problem);
  }

  end() {
    this.stopWaiting();
    this.forgetCrash();
    this.stopObserving();
    release(this.host);
    this.call(widget.unmount);
    if (this.shadow) this.shadow.clear();
    if (this.first) this.first.end();
    this.phase = 'out';
    this.visit = {};
  }

  refresh() {
    this.begin();
    this.call(widget.refresh);
  }

  /** @param {boolean} isResting */
  rest(isResting) {
    this.isResting = isResting;
    this.call(isResting ? widget.pause : widget.play);
  }

  get state() {
    if (this.phase === 'live') return this.call(widget.state) || 'failed';
    return this.phase === 'out' ? 'idle' : this.phase;
  }

  get items() {
    return this.call(widget.items) || [];
  }

  /**
   * @template T
   * @param {(handle: number) => T} exported
   * @returns {T | undefined}
   */
  call(exported) {
    return this.phase === 'live' ? callWidget(() => exported(this.handle)) : undefined;
  }
}
