// The first headlines: what stands in the widget's place until the component is there, and where
// it can never be. Drawn from the copy on the device, then from the feed itself.

import { bare } from '../bare.js';
import { guarded } from '../guard.js';
import { recall, timeOf } from '../network/cache.js';
import { bytesOf, conclude, early, feedAddresses, release } from '../network/request.js';
import { readFeed } from './feed.js';
import { readOptions } from './options.js';
import { draw } from './rows.js';
import { carry, scrollsOf } from './takeover.js';
import { formatOf, warm } from './time.js';
import { attempt } from './unsure.js';

const CHARSET = /charset\s*=\s*"?([^\s";]+)/i;

/** What only the component can do, or what only keeps its place. */
const ROOM = 'button,.toggle,.control,.follow[aria-hidden],.preview';

/**
 * @typedef {object} FirstHeadlines
 * @property {() => boolean} isAble whether the options are such that they may be drawn here
 * @property {() => boolean} isOn whether the component has not yet taken over
 * @property {() => Promise<boolean>} settled when the feed has come, or cannot: whether it was drawn
 * @property {() => void} redraw the options or the feed changed
 * @property {() => void} withdraw takes them away
 * @property {() => void} standAlone there will be no component: what only it can do goes
 * @property {() => void} end the component is there, or the element has left
 */

/**
 * Shows what can be shown, and makes ready for the component.
 * @param {HTMLElement} host the `<strillone-news>`
 * @param {ReturnType<typeof import('../shadow.js').openShadow>} shadow
 * @returns {FirstHeadlines}
 */
export function beginFirst(host, { place, fallback, first, showFirst }) {
  let settled = Promise.resolve(false);
  let isOn = true;
  let isAlone = false;
  /** A press that began on a headline must end on it, or it would be none. */
  let isPressed = false;
  let isPutOff = false;
  /** @type {ReturnType<typeof scrollsOf>} */
  let scrolls = [];
  /** What one round of drawing is known by. */
  let round = {};

  const address = () => feedAddresses(host)[0] || '';
  const options = () =>
    feedAddresses(host).length === 1 ? attempt(() => readOptions(host)) : undefined;

  /** @param {HTMLElement} root */
  const show = (root) => {
    const old = first.firstElementChild;
    if (isAlone) strip(root);
    if (isPressed || (old && isSame(old, root))) return;
    const restore = old && carry(old);
    if (old) keepFollow(old, root);
    first.replaceChildren(root);
    if (restore) restore(root);
    showFirst(true);
  };

  const withdraw = () => {
    first.replaceChildren();
    showFirst(false);
  };

  /** @param {boolean} isChange of options, by which older rows are wrong */
  const drawAll = (isChange) => {
    const own = (round = {});
    const wanted = options();
    const [printed] = first.querySelectorAll('[data-printed]');
    const since = printed ? Number(printed.getAttribute('data-printed')) : 0;
    const format = wanted && formatOf(wanted);
    let isCurrent = false;
    /** A copy may be the answer as well; it is read once. */
    let latest = { time: 0, root: Promise.resolve(/** @type {HTMLElement | undefined} */ (undefined)) };
    /**
     * @param {Response | undefined} answer
     * @param {boolean} isCopy
     */
    const drawOne = async (answer, isCopy) => {
      if (!answer || !wanted || !format) return false;
      const time = timeOf(answer);
      if (time !== latest.time) latest = { time, root: rootOf(answer, wanted, format) };
      const root = await latest.root;
      // What the feed says now is not replaced by what it said once.
      if (!root || round !== own) return false;
      if (isCopy && (isCurrent || timeOf(answer) < since)) return false;
      isCurrent = isCurrent || !isCopy;
      show(root);
      return true;
    };
    const request = early(address());
    settled = Promise.resolve(request && request.answer).then(
      (answer) => drawOne(answer, false),
      () => false,
    );
    settled.then((isDrawn) => {
      if (isChange && !isDrawn && round === own) withdraw();
      finish(isDrawn);
    });
    if (wanted && !isChange) recall(address()).then((copy) => drawOne(copy, true));
    if (request && format) request.sent.then(() => warm(format));
  };

  /**
   * Where nobody else reads the answer, says whether it is worth keeping.
   * @param {boolean} isDrawn
   */
  const finish = (isDrawn) => {
    if (!isAlone) return;
    conclude(address(), isDrawn);
    release(host);
  };

  /** @param {boolean} isComponent */
  const swap = (isComponent) => {
    place.hidden = !isComponent;
    fallback.hidden = isComponent;
  };

  /** The component shows itself. */
  const giveWay = () => {
    const old = first.firstElementChild;
    const root = place.querySelector('.root');
    if (!fallback.hidden || !root || !root.querySelector('.item')) return;
    if (old && isPressed) {
      isPutOff = true;
      swap(false);
      return;
    }
    const restore = old && carry(old, scrolls);
    end();
    if (restore) restore(root);
  };

  const press = () => {
    isPressed = true;
  };
  // After the click.
  const letGo = () => setTimeout(() => {
    isPressed = false;
    if (isPutOff) swap(true);
    isPutOff = false;
  });
  // What the component has hidden is scrolled no more.
  const noteScroll = () => {
    if (first.firstElementChild) scrolls = scrollsOf(first.firstElementChild);
  };
  const observer = new MutationObserver(guarded(giveWay));
  const lifts = ['pointerup', 'pointercancel'];

  const end = () => {
    if (!isOn) return;
    isOn = false;
    round = {};
    observer.disconnect();
    first.removeEventListener('pointerdown', press);
    first.removeEventListener('scroll', noteScroll, true);
    for (const type of lifts) self.removeEventListener(type, letGo);
    withdraw();
  };

  drawAll(false);
  observer.observe(fallback, bare({ attributes: true, attributeFilter: ['hidden'] }));
  observer.observe(place, bare({ childList: true, subtree: true }));
  first.addEventListener('pointerdown', press);
  first.addEventListener('scroll', noteScroll, true);
  for (const type of lifts) self.addEventListener(type, letGo);

  return {
    isAble: () => options() !== undefined,
    isOn: () => isOn,
    settled: () => settled,
    redraw: () => drawAll(true),
    withdraw,
    standAlone() {
      isAlone = true;
      strip(first);
      settled.then(finish);
    },
    end,
  };
}

/**
 * The headlines of an answer as elements; nothing where only the component can draw them.
 * @param {Response} answer
 * @param {import('./options.js').Options} options
 * @param {import('./time.js').Format} format
 */
async function rootOf(answer, options, format) {
  if (!answer.ok) return undefined;
  const [, charset] = CHARSET.exec(answer.headers.get('Content-Type') || '') || [];
  const bytes = await bytesOf(answer);
  return attempt(() => draw(options, format, readFeed(bytes, charset)));
}

/**
 * Whether two trees are one to the eye: what is printed has more for the ear.
 * @param {Element} old
 * @param {Element} root
 */
function isSame(old, root) {
  return old.isEqualNode(root) || (old.matches('[data-printed]') && wordsOf(old) === wordsOf(root));
}

/** @param {Element} tree */
function wordsOf(tree) {
  const pieces = Array.from(tree.querySelectorAll('.heading,.dateline,.time,.headline,.comments'));
  return pieces.map((it) => it.textContent + (it.getAttribute('href') || '')).join('\n');
}

/**
 * The follow panel has words only where the component has drawn it, be it on a server.
 * @param {Element} old
 * @param {Element} root
 */
function keepFollow(old, root) {
  const words = old.querySelector('.follow:not([aria-hidden])');
  const room = root.querySelector('.follow');
  if (words && room) room.replaceWith(words);
}

/** @param {Element} root */
function strip(root) {
  for (const room of root.querySelectorAll(ROOM)) room.remove();
}
