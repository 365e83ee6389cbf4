// Dates as RSS 2.0 and Atom define them (RFC 822, RFC 3339), and no others.

import { require } from './unsure.js';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const WORDS =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?(\d{1,2}) +([a-z]{3})[a-z]* +(\d{4}) +(\d{1,2}):(\d\d)(?::(\d\d))?() *([a-z]+|[+-]\d\d:?\d\d)$/i;

const NUMBERS =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)? ?(z|[+-]\d\d:?\d\d)?$/i;

/** Hours east of Greenwich of zones with names; any other name says nothing. */
// prettier-ignore
const ZONES = {
  AT: -4, AST: -4, EDT: -4, ET: -5, EST: -5, CDT: -5, CT: -6, CST: -6, MDT: -6, MT: -7, MST: -7,
  PDT: -7, PT: -8, PST: -8, CET: 1, MEZ: 1, MET: 1, BST: 1, CEST: 2, MESZ: 2, MEST: 2, EET: 2,
  EEST: 3, MSK: 3, JST: 9, KST: 9,
};

/** @returns {number} milliseconds since 1970 */
export function parseDate(text) {
  const [, day, name, year, ...rest] = WORDS.exec(text) || [];
  if (day) {
    const month = MONTHS.indexOf(name.toLowerCase());
    require(month >= 0);
    return time(year, month, day, rest);
  }
  const [, fullYear, month, date, ...time3339] = NUMBERS.exec(text) || [];
  require(fullYear);
  return time(fullYear, month - 1, date, time3339);
}

function time(year, month, day, [hour = 0, minute = 0, second = 0, fraction, zone = '']) {
  const thousandths = Number(`${fraction || 0}000`.slice(0, 3));
  const local = Date.UTC(year, month, day, hour, minute, second, thousandths);
  // What is out of its bounds would be carried over.
  const read = new Date(local);
  require(read.getUTCMonth() === month && read.getUTCHours() === Number(hour));
  require(minute < 60 && second < 60 && year > 99);
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) || [];
  if (!sign) return local - (ZONES[zone.toUpperCase()] || 0) * 3_600_000;
  require(hours < 24 && minutes < 60);
  const offset = (hours * 60 + Number(minutes)) * 60_000;
  return local - (sign === '-' ? -offset : offset);
}
