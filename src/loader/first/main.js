// The first headlines: what stands in the widget's place until the component is there, and where
// it can never be. Drawn from the copy on the device, then from the feed itself.

import { bare } from '../bare.js';
import { recall } from '../network/cache.js';
import { early, feedAddresses, release, settle } from '../network/request.js';
import { readFeed } from './feed.js';
import { readOptions } from './options.js';
import { draw } from './rows.js';
import { carry } from './takeover.js';
import { guarded } from '../guard.js';

const CHARSET = /charset\s*=\s*"?([^\s";]+)/i;

/** What only keeps the places of the component's buttons, and of its follow panel. */
const ROOM = '.toggle,.control,.follow';

export class FirstHeadlines {
  /**
   * @param {HTMLElement} host the `<strillone-news>`
   * @param {ReturnType<typeof import('../shadow.js').openShadow>} shadow
   */
  constructor(host, shadow) {
    this.host = host;
    this.shadow = shadow;
    /** Resolves when the feed has come, or cannot. */
    this.settled = Promise.resolve(false);
    /** @type {AbortController | undefined} */
    this.ending = undefined;
    this.observer = new MutationObserver(guarded(() => this.giveWay()));
    /** What one round of drawing is known by. */
    this.turn = {};
    this.isAlone = this.isPressed = this.isPutOff = false;
  }

  /** Whether the options are such that the headlines may be drawn here. */
  get isAble() {
    return attempt(() => readOptions(this.host)) !== undefined && feedAddresses(this.host).length === 1;
  }

  /** Shows what can be shown, and makes ready for the component. */
  begin() {
    this.ending = new AbortController();
    this.draw(false);
    const { fallback, place } = this.shadow;
    this.observer.observe(fallback, bare({ attributes: true, attributeFilter: ['hidden'] }));
    this.observer.observe(place, bare({ childList: true, subtree: true }));
    this.listenToHands(this.ending.signal);
  }

  /** The options or the feed changed. */
  redraw() {
    this.draw(true);
  }

  /** @param {boolean} isChange */
  draw(isChange) {
    const [address = ''] = feedAddresses(this.host);
    const turn = (this.turn = {});
    const options = this.isAble && readOptions(this.host);
    let isCurrent = false;
    /**
     * @param {Response | undefined} answer
     * @param {boolean} isCopy
     */
    const show = async (answer, isCopy) => {
      const root = answer && options && (await rootOf(answer, options));
      // What the feed says now is not replaced by what it said once.
      if (!root || this.turn !== turn || (isCopy && isCurrent)) return false;
      isCurrent = isCurrent || !isCopy;
      this.show(root);
      return true;
    };
    this.settled = Promise.resolve(early(address)).then(
      (answer) => show(answer, false),
      () => false,
    );
    this.settled.then((isDrawn) => {
      // Rows by other options than these are wrong; those of an older answer are not.
      if (isChange && !isDrawn && this.turn === turn) this.withdraw();
    });
    if (options && !isChange) recall(address).then((copy) => show(copy, true));
  }

  get isShown() {
    return Boolean(this.shadow.first.firstChild);
  }

  /** @param {HTMLElement} root */
  show(root) {
    const { first } = this.shadow;
    const old = first.firstElementChild;
    if (this.isAlone) strip(root);
    if (this.isPressed || (old && old.isEqualNode(root))) return;
    const restore = old && carry(old);
    first.replaceChildren(root);
    if (restore) restore(root);
    this.shadow.showFirst(true);
  }

  withdraw() {
    this.shadow.first.replaceChildren();
    this.shadow.showFirst(false);
  }

  /** There will be no component: what only it can do goes, what is there stays. */
  standAlone() {
    this.isAlone = true;
    if (this.isShown) strip(this.shadow.first);
    const [address = ''] = feedAddresses(this.host);
    // Nobody else will read the answer, and say whether it is worth keeping.
    this.settled.then((isDrawn) => {
      settle(address, isDrawn);
      release(this.host);
    });
  }

  /**
   * A press that began on what is here must end on it, or it would be none.
   * @param {AbortSignal} signal
   */
  listenToHands(signal) {
    const { first } = this.shadow;
    const options = bare({ signal });
    const release = () => {
      // After the click.
      setTimeout(() => {
        this.isPressed = false;
        if (this.isPutOff) this.swap(true);
        this.isPutOff = false;
      });
    };
    first.addEventListener('pointerdown', () => (this.isPressed = true), options);
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, release, options);
  }

  /** @param {boolean} isComponent */
  swap(isComponent) {
    this.shadow.place.hidden = !isComponent;
    this.shadow.fallback.hidden = isComponent;
  }

  /** The component shows itself. */
  giveWay() {
    const { place, fallback, first } = this.shadow;
    const old = first.firstElementChild;
    const root = place.querySelector('.root');
    if (!fallback.hidden || !root || !root.querySelector('.item')) return;
    if (old && this.isPressed) {
      this.isPutOff = true;
      this.swap(false);
      return;
    }
    const restore = old && carry(old);
    this.end();
    if (restore) restore(root);
  }

  end() {
    if (!this.ending) return;
    this.ending.abort();
    this.observer.disconnect();
    this.ending = undefined;
    this.turn = {};
    this.withdraw();
  }
}

/**
 * The headlines of an answer as elements; nothing where only the component can draw them.
 * @param {Response} answer
 * @param {import('./options.js').Options} options
 */
async function rootOf(answer, options) {
  const [, charset] = CHARSET.exec(answer.headers.get('Content-Type') || '') || [];
  const bytes = await answer.clone().arrayBuffer();
  // A page may also have broken what this is made of: the component fares better.
  return attempt(() => draw(options, readFeed(bytes, charset)));
}

/** @param {Element} root */
function strip(root) {
  for (const room of root.querySelectorAll(ROOM)) room.remove();
}

/**
 * @template T
 * @param {() => T} action
 */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
