// A page may ask for a feed by itself, with `<link rel="preload" as="fetch" crossorigin>` in its
// head, so that it comes while the script does.
// https://html.spec.whatwg.org/multipage/links.html#link-type-preload

import { links } from '../bare.js';

/** The preloaded feeds whose answers were taken. */
const taken = new Set();

/**
 * The request that such a link makes. One that differs in its mode or its credentials would be
 * sent a second time; to another origin this one carries none either.
 * @type {RequestInit}
 */
export const AS_PRELOADED = { credentials: 'same-origin' };

/**
 * Whether the page has asked for that feed, and nobody has taken the answer: it is taken once,
 * because later requests are for later news.
 * @param {string} address
 */
export function takePreloaded(address) {
  if (taken.has(address) || !isPreloaded(address)) return false;
  taken.add(address);
  return true;
}

/** @param {string} address */
function isPreloaded(address) {
  // To the page's own origin that request would carry its cookies.
  if (new URL(address).origin === location.origin) return false;
  return links('link[rel~=preload][as=fetch]').some(({ href }) => href === address);
}
