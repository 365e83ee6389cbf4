// The first headlines: what stands in the widget's place until the component is there, and where
// it can never be. Drawn from the copy on the device, then from the feed itself.

import { bare } from '../bare.js';
import { guarded } from '../guard.js';
import { recall, timeOf } from '../network/cache.js';
import { bytesOf, conclude, early, feedAddresses, release } from '../network/request.js';
import { readFeed } from './feed.js';
import { readOptions } from './options.js';
import { draw } from './rows.js';
import { carry } from './takeover.js';
import { formatOf, warm } from './time.js';
import { attempt } from './unsure.js';

const CHARSET = /charset\s*=\s*"?([^\s";]+)/i;

/** In bytes: about a hundred headlines. */
const LARGE = 1 << 15;

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

  /** Draws with the options as they are now; what is being drawn with others is dropped. */
  const newRound = () => {
    const own = (round = {});
    const wanted = options();
    const format = wanted && formatOf(wanted);
    const [printed] = first.querySelectorAll('[data-printed]');
    const since = printed ? Number(printed.getAttribute('data-printed')) : 0;
    let isCurrent = false;
    /** A copy may be the answer as well; it is read once. */
    let latest = { time: 0, root: Promise.resolve(/** @type {HTMLElement | undefined} */ (undefined)) };
    /** @param {Response | undefined} answer */
    const draw = async (answer) => {
      if (!answer || !wanted || !format) return undefined;
      const time = timeOf(answer);
      if (time !== latest.time) latest = { time, root: rootOf(answer, wanted, format) };
      const root = await latest.root;
      return round === own ? root : undefined;
    };

    return {
      /** Shows what the feed says now, and tells whether it could. */
      async drawFeed() {
        const request = early(address());
        if (request && format) request.sent.then(() => warm(format));
        const root = await draw(request && (await request.answer.catch(() => undefined)));
        isCurrent = Boolean(root);
        if (root) show(root);
        finish(isCurrent);
        return isCurrent;
      },

      /** Shows what the feed said once, until it is known what it says now. */
      async drawCopy() {
        const copy = wanted && (await recall(address()));
        const root = await draw(copy);
        if (copy && root && !isCurrent && timeOf(copy) >= since) show(root);
      },
    };
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

  /** The component would be seen: it waits for the hand, and until all its rows are there. */
  const giveWay = () => {
    const old = first.firstElementChild;
    const root = place.querySelector('.root');
    if (!fallback.hidden || !root || !root.querySelector('.item,.notice')) return;
    if (old && (isPressed || root.querySelector('[aria-busy]'))) return;
    const restore = old && carry(old);
    end();
    if (restore) restore(root);
  };

  const press = () => {
    isPressed = true;
  };
  // After the click.
  const letGo = () => setTimeout(() => {
    isPressed = false;
    giveWay();
  });
  const observer = new MutationObserver(guarded(giveWay));
  const lifts = ['pointerup', 'pointercancel'];

  const end = () => {
    if (!isOn) return;
    isOn = false;
    round = {};
    observer.disconnect();
    first.removeEventListener('pointerdown', press);
    for (const type of lifts) self.removeEventListener(type, letGo);
    withdraw();
  };

  const { drawFeed, drawCopy } = newRound();
  settled = drawFeed();
  drawCopy();
  observer.observe(fallback, bare({ attributes: true, attributeFilter: ['hidden'] }));
  observer.observe(place, bare({ childList: true, subtree: true }));
  first.addEventListener('pointerdown', press);
  for (const type of lifts) self.addEventListener(type, letGo);

  return {
    isAble: () => options() !== undefined,
    isOn: () => isOn,
    settled: () => settled,
    /** Rows of other options are wrong. */
    redraw() {
      const drawn = (settled = newRound().drawFeed());
      drawn.then((isDrawn) => {
        if (isOn && drawn === settled && !isDrawn) withdraw();
      });
    },
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
  const feed = attempt(() => readFeed(bytes, charset));
  // A large feed takes long to read, and many rows to draw: the page answers in between.
  if (bytes.byteLength > LARGE) await new Promise((done) => setTimeout(done));
  return attempt(() => feed && draw(options, format, feed));
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
