// A widget far below the fold costs nothing until the reader comes near it.

import { bare, links } from './bare.js';
import { guarded } from './guard.js';
import { loadingOf } from './options.js';

const MARGIN = 400;

/**
 * What to do when an element comes near, and is that high. One observer serves all widgets of the page.
 * @type {Map<Element, (height: number) => void>}
 */
const actions = new Map();
/** @type {IntersectionObserver | undefined} */
let observer;
let isFirst = true;

/**
 * Calls `action` once when `host` comes near the viewport.
 * @param {HTMLElement} host
 * @param {(height: number) => void} action is told how high `host` is, in CSS pixels
 * @returns {() => void} stops waiting
 */
export function whenNear(host, action) {
  const nearness = (observer =
    observer || new IntersectionObserver(guarded(arrive), bare({ rootMargin: `${MARGIN}px` })));
  actions.set(host, action);
  nearness.observe(host);
  return () => {
    actions.delete(host);
    nearness.unobserve(host);
  };
}

/**
 * Whether `host` is not to wait: because it is to be eager, because the browser cannot tell, or
 * because it is the page's first widget and near already. The observer would tell after the next
 * frame only; but each question has the page laid out, so it is asked once.
 * @param {HTMLElement} host
 */
export function isNear(host) {
  if (loadingOf(host) === 'eager' || !self.IntersectionObserver) return true;
  // A frame does not know where it stands.
  if (!isFirst || self !== top) return false;
  isFirst = false;
  // Without a style sheet that is still to come, nothing stands where it will.
  if (links('link[rel~=stylesheet]').some(({ sheet }) => !sheet)) return false;
  const { top: start, bottom } = host.getBoundingClientRect();
  const isShown = host.getClientRects().length > 0;
  return isShown && bottom > -MARGIN && start < innerHeight + MARGIN;
}

/** @param {IntersectionObserverEntry[]} entries */
function arrive(entries) {
  for (const { isIntersecting, target, boundingClientRect } of entries) {
    const action = isIntersecting && actions.get(target);
    if (action) action(boundingClientRect.height);
  }
}
