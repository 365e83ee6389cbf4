// Where WebAssembly is refused or missing, a list by script alone takes the widget's place. Its
// script is loaded only then, and no policy is loosened for it: the tag's own nonce and the
// hash below are all it has.

import { createElement } from './bare.js';
import { listAddress, nonce } from 'strillone-script-url';

/** @typedef {(host: HTMLElement) => Promise<HTMLElement>} ListMaker */

/** @type {Promise<ListMaker> | undefined} */
let loading;

/**
 * Loads the script once per page, by a tag that stands in `place` for so long.
 * @param {HTMLElement} place
 * @returns {Promise<ListMaker>} makes the list of a widget;
 * rejects where the page's policy forbids the script as well
 */
export function loadList(place) {
  loading = loading || start(place);
  return loading;
}

/**
 * @param {HTMLElement} place
 * @returns {Promise<ListMaker>}
 */
async function start(place) {
  const script = createElement('script');
  script.integrity = __LIST_INTEGRITY__;
  script.crossOrigin = 'anonymous';
  script.referrerPolicy = 'no-referrer';
  if (nonce) script.nonce = nonce;
  let stop = () => {};
  try {
    return await new Promise((resolve, reject) => {
      // In a shadow tree a script cannot find its own tag, so it hands itself over by an event.
      /** @param {Event} event */
      const receive = (event) => resolve(/** @type {CustomEvent} */ (event).detail);
      stop = () => removeEventListener('strillone-list', receive);
      addEventListener('strillone-list', receive);
      script.onerror = reject;
      script.src = trusted(listAddress);
      place.append(script);
    });
  } finally {
    stop();
    script.remove();
  }
}

/**
 * The address as Trusted Types want it, where the page lets us vouch for it. Elsewhere the
 * assignment throws, and the partner's own content stays.
 * https://www.w3.org/TR/trusted-types/
 * @param {string} address
 */
function trusted(address) {
  try {
    return /** @type {any} */ (self).trustedTypes
      .createPolicy('strillone', { createScriptURL: () => address })
      .createScriptURL('');
  } catch {
    return address;
  }
}
