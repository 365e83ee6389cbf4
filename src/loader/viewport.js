// A widget far below the fold costs nothing until the reader comes near it.

import { bare } from './bare.js';
import { guarded } from './guard.js';
import { loadingOf } from './options.js';

const MARGIN = '400px';

/**
 * What to do when an element comes near. One observer serves all widgets of the page.
 * @type {Map<Element, () => void>}
 */
const actions = new Map();
/** @type {IntersectionObserver | undefined} */
let observer;

/**
 * Calls `action` once when `host` comes near the viewport; at once when it is to be eager or
 * when the browser cannot tell.
 * @param {HTMLElement} host
 * @param {() => void} action
 * @returns {() => void} stops waiting
 */
export function whenNear(host, action) {
  if (loadingOf(host) === 'eager' || !self.IntersectionObserver) {
    // After the caller has what is returned here.
    queueMicrotask(action);
    return () => {};
  }
  const nearness = (observer =
    observer || new IntersectionObserver(guarded(arrive), bare({ rootMargin: MARGIN })));
  actions.set(host, action);
  nearness.observe(host);
  return () => {
    actions.delete(host);
    nearness.unobserve(host);
  };
}

/** @param {IntersectionObserverEntry[]} entries */
function arrive(entries) {
  for (const { isIntersecting, target } of entries) {
    const action = isIntersecting && actions.get(target);
    if (action) action();
  }
}
