// A script tag with `data-feed` draws a widget right after itself. Its `data-*` attributes
// stand for the element's own.

import { bare, createElement } from './bare.js';
import { ELEMENT_NAME } from './element.js';
import { guarded, tell } from './problem.js';

const PREFIX = 'data-';

/**
 * Draws the widget of `tag`, if it asks for one.
 * @param {HTMLScriptElement | undefined} tag
 */
export function drawBeside(tag) {
  if (!tag || !tag.hasAttribute('data-feed')) return;
  if (!tag.isConnected || tag.closest('head')) {
    tell(
      `the script tag with data-feed="${tag.getAttribute('data-feed')}" has no place to draw at: ` +
        `move it into <body>, or put a <${ELEMENT_NAME}> where the news should appear.`,
    );
    return;
  }
  const element = elementAfter(tag);
  for (const name of tag.getAttributeNames()) forward(tag, element, name);
  if (!element.isConnected) tag.after(element);
  const follow = guarded((/** @type {MutationRecord[]} */ changes) => {
    for (const { attributeName } of changes) forward(tag, element, attributeName || '');
  });
  new MutationObserver(follow).observe(tag, bare({ attributes: true }));
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
  if (value === null) element.removeAttribute(own);
  else element.setAttribute(own, value);
}
