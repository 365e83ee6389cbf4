// Dates as RSS 2.0 and Atom define them (RFC 822, RFC 3339), and no others.

import { require } from './unsure.js';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const WORDS =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?(\d{1,2}) +([a-z]{3})[a-z]* +(\d{4}) +(\d{1,2}:\d\d(?::\d\d)?) *([a-z]+|[+-]\d\d:?\d\d)$/i;

const NUMBERS =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?)? ?(z|[+-]\d\d:?\d\d)?$/i;

/**
 * Hours east of Greenwich of zones with names.
 * @type {Record<string, number>}
 */
const ZONES = { '': 0, Z: 0, UT: 0, UTC: 0, GMT: 0, EDT: -4, EST: -5, CDT: -5, CST: -6, PDT: -7, PST: -8, CET: 1, CEST: 2 };

/**
 * @param {string} text
 * @returns {number} milliseconds since 1970
 */
export function parseDate(text) {
  const [, day = '', name = '', year = '', time = '', zone = ''] = WORDS.exec(text) || [];
  if (day) return instant(year, MONTHS.indexOf(name.toLowerCase()), day, time, zone);
  const [, fullYear, month, date = '', clock = '', fraction = '', offset = ''] =
    NUMBERS.exec(text) || [];
  require(fullYear);
  const thousandths = Number(`${fraction}000`.slice(0, 3));
  return instant(fullYear, Number(month) - 1, date, clock, offset) + thousandths;
}

/**
 * @param {string} year
 * @param {number} month 0 to 11
 * @param {string} day
 * @param {string} clock such as `17:00:59`
 * @param {string} zone
 */
function instant(year, month, day, clock, zone) {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const local = Date.UTC(Number(year), month, Number(day), hour, minute, second);
  // What is out of its bounds would be carried over.
  const read = new Date(local);
  require(month >= 0 && read.getUTCMonth() === month && read.getUTCHours() === hour);
  require(minute < 60 && second < 60 && Number(year) > 99);
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) || [];
  if (sign) {
    require(Number(hours) < 24 && Number(minutes) < 60);
    return local - Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  }
  const east = ZONES[zone.toUpperCase()];
  require(east !== undefined);
  return local - east * 3_600_000;
}
