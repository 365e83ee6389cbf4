// A script tag with `data-feed` draws a widget right after itself. Its `data-*` attributes
// stand for the element's own.

import { bare, createElement } from './bare.js';
import { ELEMENT_NAME } from './element.js';
import { misplacedTag } from './errors.js';
import { guarded } from './guard.js';
import { tell } from './problem.js';

const PREFIX = 'data-';

/**
 * The tags that have a widget, the widget, and how to follow the tag no longer.
 * @type {Map<HTMLScriptElement, { element: Element, unfollow: () => void }>}
 */
const drawn = new Map();

/**
 * Draws the widget of `tag`, if it asks for one and has none yet.
 * @param {HTMLScriptElement | undefined} tag
 */
export function drawBeside(tag) {
  if (!tag || drawn.has(tag) || !tag.hasAttribute('data-feed')) return;
  const obstacle = obstacleOf(tag);
  if (obstacle) {
    tell(misplacedTag(tag.getAttribute('data-feed'), obstacle));
    return;
  }
  const element = elementAfter(tag);
  for (const name of tag.getAttributeNames()) forward(tag, element, name);
  if (!element.isConnected) tag.after(element);
  const follow = guarded((/** @type {MutationRecord[]} */ changes) => {
    for (const { attributeName } of changes) forward(tag, element, attributeName || '');
  });
  const observer = new MutationObserver(follow);
  observer.observe(tag, bare({ attributes: true }));
  drawn.set(tag, { element, unfollow: () => observer.disconnect() });
}

/**
 * Takes the widgets away whose tags have left the page. Those that left together may come back
 * together, as a router's kept pages do.
 */
export function removeLost() {
  for (const [tag, { element, unfollow }] of drawn) {
    if (tag.isConnected) continue;
    unfollow();
    drawn.delete(tag);
    if (element.isConnected) element.remove();
  }
}

/**
 * Why a tag has no place to draw at, and what to do instead. Frameworks put tags elsewhere than
 * they are written, and own what is around them.
 * @param {HTMLScriptElement} tag
 */
function obstacleOf(tag) {
  if (tag.hasAttribute('data-nscript')) {
    return 'next/script has put it where it likes: load the script without data-feed, and put a';
  }
  if (Object.keys(tag).some((name) => name.startsWith('__react'))) {
    return 'React has put it there: load the script without data-feed, and render a';
  }
  if (!tag.isConnected || tag.closest('head')) {
    return (
      'there is no place to draw at in <head>: move it into <body> or, where a framework such as ' +
      'React has put it into <head>, load the script without data-feed, and put a'
    );
  }
  return undefined;
}

/**
 * A page restored from a snapshot, as Turbo does, runs the tag again beside the element it
 * drew the first time: that one is used again.
 * @param {HTMLScriptElement} tag
 */
function elementAfter(tag) {
  const next = tag.nextElementSibling;
  return next &&
    next.localName === ELEMENT_NAME &&
    next.getAttribute('feed') === tag.getAttribute('data-feed')
    ? next
    : createElement(ELEMENT_NAME);
}

/**
 * Only options are handed on: `data-onclick` would be a script.
 * @param {HTMLScriptElement} tag
 * @param {Element} element
 * @param {string} name
 */
function forward(tag, element, name) {
  const own = name.slice(PREFIX.length);
  if (!name.startsWith(PREFIX) || !__OPTIONS__.includes(own)) return;
  const value = tag.getAttribute(name);
  if (value === element.getAttribute(own)) return;
  if (value === null) element.removeAttribute(own);
  else element.setAttribute(own, value);
}
