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

/**
 * Looks at the attributes of a `<strillone-news>`.
 * @param {string[]} names
 */
export function checkElement(names) {
  for (const name of names) {
    if (name === 'data-feed') {
      tell(errors.tagAttributeOnElement());
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
    const [, own] = /^data-(.*)/.exec(name) || [];
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
  const distances = __OPTIONS__.map((option) => distance(plain(name), plain(option)));
  const least = Math.min(...distances);
  return least <= most ? __OPTIONS__[distances.indexOf(least)] : undefined;
}

/** @param {string} name */
const plain = (name) => name.replace(/[_-]/g, '').slice(0, 20);

/**
 * How many letters to add, leave out or replace: https://en.wikipedia.org/wiki/Levenshtein_distance
 * @param {string} one
 * @param {string} other
 */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 1; column < row.length; column++) {
      const replaced = Number(row[column - 1]) + (letter === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, 1 + Number(row[column]), 1 + Number(next[column - 1])));
    }
    row = next;
  }
  return Number(row[other.length]);
}
