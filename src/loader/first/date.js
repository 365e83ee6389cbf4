// Dates as RSS 2.0 and Atom have them (RFC 822, RFC 3339), with a time of day and a zone in
// numbers or GMT, and no others.

import { require } from './unsure.js';

const WORDS =
  /^(?:[a-z]{3}, +)?((\d\d?) +[a-z]{3} +\d{4}) +[012]?\d:[0-5]\d(?::[0-5]\d)? +(?:GMT|[+-][01]\d[0-5]\d)$/i;

const NUMBERS =
  /^(\d{4}-\d\d-(\d\d))T[012]\d:[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-][01]\d:[0-5]\d)$/;

/**
 * @param {string} text
 * @returns {number} milliseconds since 1970
 */
export function parseDate(text) {
  const [, words, first] = WORDS.exec(text) || [];
  const [, numbers, last] = NUMBERS.exec(text) || [];
  // Some engines count on from the end of a month.
  const day = new Date(words ? `${words} GMT` : `${numbers}T00:00:00Z`);
  const time = Date.parse(text);
  require(day.getUTCDate() === Number(first || last) && time > 0);
  return time;
}
