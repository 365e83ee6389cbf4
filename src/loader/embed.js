// The life of one widget on the page: it waits until it comes near, loads, is mounted, and is
// taken down when its element leaves the page.

import * as widget from 'strillone-glue';
import { ask, recall, request, release } from './network/request.js';
import { whenNear } from './viewport.js';
import { FirstHeadlines } from './first/main.js';
import { announce } from './problem.js';
import { openShadow } from './shadow.js';
import { leave, listen } from './network/events.js';
import { crash, isLoaded, load, onCrash } from './wasm.js';

// The browser and the page change these for reasons of their own; none is an option.
const NO_OPTION = /^(class|style|id|slot|part|hidden|on.*|data-.*|aria-.*)$/;

export class Embed {
  /** @param {HTMLElement} host the `<strillone-news>` */
  constructor(host) {
    this.host = host;
    /** `out` (of the page), `idle` (not near yet), `loading`, `live` or `failed` */
    this.phase = 'out';
    this.isResting = false;
  }

  enter() {
    // Still running when the element was only moved, see `leave`.
    if (this.phase !== 'out') return;
    this.phase = 'idle';
    this.shadow = this.shadow || openShadow(this.host);
    this.shadow.wait(this.host);
    this.first = new FirstHeadlines(this.host, this.shadow);
    this.observer = new MutationObserver((changes) => this.changed(changes));
    this.observer.observe(this.host, { attributes: true });
    // The widget tells about a feed it can never show; the loader then offers the way there.
    this.offerLink = () => {
      // One feed of several may fail while another is still coming.
      this.first.settled.then(() => {
        if (this.phase !== 'live' || this.state === 'failed') this.shadow.offerLink(this.host);
      });
    };
    this.host.addEventListener('strillone:error', this.offerLink);
    this.forgetCrash = onCrash((problem) => this.fail(problem));
    this.stopWaiting = whenNear(this.host, () => this.begin());
  }

  leave() {
    // Moving an element takes it out and puts it in again, in one task: so look after it.
    queueMicrotask(() => {
      if (!this.host.isConnected && this.phase !== 'out') this.end();
    });
  }

  begin() {
    if (this.phase !== 'idle') return;
    this.phase = 'loading';
    this.stopWaiting();
    if (!isLoaded()) {
      request(this.host);
      this.first.begin();
    }
    // The element may leave, and even come back, before the answer is here.
    const visit = (this.visit = {});
    const unlessGone = (action) => (value) => {
      if (this.visit === visit && this.phase === 'loading') action(value);
    };
    load(this.first.isAble && this.first.settled).then(
      unlessGone(() => this.mount()),
      unlessGone((problem) => this.fail(problem)),
    );
  }

  mount() {
    const { place, fallback } = this.shadow;
    const network = { ask, recall, listen, leave };
    const handle = guarded(() => widget.mount(this.host, place, fallback, network));
    // A crash while mounting has failed this embed with all others.
    if (this.phase !== 'loading') return;
    this.handle = handle;
    this.phase = 'live';
    if (this.isResting) this.call(widget.pause);
  }

  /** The feed, its options or the language changed; a whole turn of changes comes at once. */
  changed(changes) {
    if (changes.every(({ attributeName }) => NO_OPTION.test(attributeName))) return;
    if (this.phase === 'live') {
      // The component has not shown itself yet, and will show something else.
      if (this.first.ending) this.first.withdraw();
      this.call(widget.reconfigure);
    } else if (this.first.ending && !isLoaded()) {
      release(this.host);
      request(this.host);
      this.first.redraw();
    } else if (this.phase === 'idle' && this.host.getAttribute('loading') === 'eager') {
      this.begin();
    }
    if (this.phase !== 'failed' && this.state !== 'failed') this.shadow.reserve(this.host);
  }

  /** @param {import('./problem.js').Problem} problem */
  fail(problem) {
    if (this.phase !== 'loading' && this.phase !== 'live') return;
    const isLate = this.phase === 'live';
    this.phase = 'failed';
    this.shadow.clear();
    if (isLate) this.first.end();
    else this.first.standAlone();
    this.first.settled.then(() => release(this.host));
    announce(this.host, problem);
  }

  end() {
    this.stopWaiting();
    this.forgetCrash();
    this.observer.disconnect();
    this.host.removeEventListener('strillone:error', this.offerLink);
    release(this.host);
    this.call(widget.unmount);
    this.shadow.clear();
    this.first.end();
    this.phase = 'out';
    this.visit = undefined;
  }

  refresh() {
    this.begin();
    this.call(widget.refresh);
  }

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

  call(exported) {
    if (this.phase === 'live') return guarded(() => exported(this.handle));
  }
}

/** A call into the widget never throws at the page that made it. */
function guarded(call) {
  try {
    return call();
  } catch (error) {
    crash(error);
  }
}
