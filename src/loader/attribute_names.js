// A misspelt attribute does nothing, and HTML tells nobody. So each is named once on the
// console, with the name that was probably meant.

import * as errors from './errors.js';
import { tell } from './problem.js';

/** What any element may have: https://html.spec.whatwg.org/multipage/dom.html#global-attributes */
const GLOBAL = new RegExp(
  '^(accesskey|auto.*|class|content.*|draggable|elementtiming|enterkeyhint|exportparts|hidden|id|' +
    'inert|inputmode|is|item.*|nonce|on.*|part|popover|ref|role|slot|spellcheck|style|tabindex|' +
    'title|translate|writingsuggestions|xmlns|aria-.*|data-.*)$',
);

/** Others (`@click`, `_ngcontent-x`, `v-bind:id`) are a framework's. */
const PLAIN = /^[a-z][a-z_-]*$/;

const DATA = /^data-(.*)/;

/**
 * Looks at the attributes of a `<strillone-news>`.
 * @param {string[]} names
 */
export function checkElement(names) {
  for (const name of names) {
    const [, own] = DATA.exec(name) || [];
    // Whole pages have themes.
    if (own && isOptionOfTag(own) && own !== 'theme') {
      tell(errors.tagAttributeOnElement(own));
    } else if (isUnknown(name)) {
      const meant = nearestOption(name);
      // Names of several words without a like are somebody else's: `x-cloak`, `hx-get`.
      if (meant) tell(errors.misspeltAttribute(name, meant));
      else if (!name.includes('-')) tell(errors.unknownAttribute(name));
    }
  }
}

/**
 * Looks at the attributes of a script tag of ours. Its `data-` attributes may be anybody's, but
 * one that is almost an option is a mistake; so is an option without `data-`.
 * @param {string[]} names
 */
export function checkTag(names) {
  for (const name of names) {
    const [, own] = DATA.exec(name) || [];
    const meant = own ? isUnknown(own) && nearestOption(own) : isOptionOfTag(name) && name;
    if (meant) tell(errors.misspeltTagAttribute(name, meant));
  }
}

/**
 * Scripts have some attributes of the same names.
 * @param {string} name
 */
const isOptionOfTag = (name) => __OPTIONS__.includes(name) && !/^(lang|dir|loading)$/.test(name);

/** @param {string} name */
const isUnknown = (name) => PLAIN.test(name) && !GLOBAL.test(name) && !__OPTIONS__.includes(name);

/**
 * The option whose name differs by a letter or two.
 * @param {string} name
 */
export function nearestOption(name) {
  const most = name.length < 5 ? 1 : 2;
  for (let changes = 0; changes <= most; changes++) {
    const meant = __OPTIONS__.find((option) => isNear(plain(name), plain(option), changes));
    if (meant) return meant;
  }
  return undefined;
}

/** @param {string} name */
const plain = (name) => name.replace(/[_-]/g, '').slice(0, 20);

/**
 * Whether one becomes the other when at most so many letters are added, left out or replaced:
 * https://en.wikipedia.org/wiki/Levenshtein_distance
 * @param {string} one
 * @param {string} other
 * @param {number} changes
 * @returns {boolean}
 */
function isNear(one, other, changes) {
  if (one === other) return true;
  if (one[0] === other[0]) return isNear(one.slice(1), other.slice(1), changes);
  const steps = [[1, 0], [0, 1], [1, 1]];
  return changes > 0 && steps.some(([i, j]) => isNear(one.slice(i), other.slice(j), changes - 1));
}
