// Elements with their attributes and content.

import { createElement } from './bare.js';

/** @typedef {Record<string, string | number | undefined>} Attributes */

/**
 * @param {string} name
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
export function element(name, attributes, ...children) {
  const made = createElement(name);
  set(made, attributes);
  made.append(...children);
  return made;
}

/**
 * Leaves out those without a value.
 * @param {Element} element
 * @param {Attributes} attributes
 */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
}
