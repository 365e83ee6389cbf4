// The times of headlines, in the words of the reader's browser. What `Intl` does not know, a
// language or a zone, it throws, and the component knows what to do.

import { attempt } from './unsure.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @typedef {Intl.DateTimeFormatOptions} Style see `src/shell/intl.rs` */

/** @type {Style} */
const CLOCK = { hour: '2-digit', minute: '2-digit' };
/** @type {Style} */
const DATE = { day: 'numeric', month: 'short' };
/** @type {Style} */
const WEEKDAY = { weekday: 'long', day: 'numeric', month: 'long' };
/** @type {Style} */
const DAY_OF_YEAR = { dateStyle: 'medium' };

/** @typedef {(time: number, style: Style) => string} Format */

/**
 * The formats of a language and a zone, each made once: to make one takes longer than to write a
 * list of headlines with it.
 * @param {import('./options.js').Options} options
 * @returns {Format}
 */
export function formatOf({ language, zone }) {
  /** @type {string[] | undefined} */
  let languages;
  /** @type {Map<Style, Intl.DateTimeFormat>} */
  const formats = new Map();

  /** @param {Style} style */
  const make = (style) => {
    languages = languages || [regional(language)];
    return new Intl.DateTimeFormat(languages, { timeZone: zone, ...style });
  };

  return (time, style) => {
    let known = formats.get(style);
    if (!known) {
      known = make(style);
      // Nobody writes "04:21 PM".
      if (style === CLOCK && /h1[12]/.test(known.resolvedOptions().hourCycle || '')) {
        known = make({ ...style, hour: 'numeric' });
      }
      formats.set(style, known);
    }
    return known.format(time);
  };
}

/**
 * Makes the usual formats, while the feed is on its way. Each in a task of its own: what comes
 * meanwhile does not wait long.
 * @param {Format} format
 */
export function warm(format) {
  for (const style of [CLOCK, WEEKDAY]) setTimeout(() => attempt(() => format(0, style)));
}

/**
 * Writes times as the options want them; see `src/view/time.rs`.
 * @param {import('./options.js').Options} options
 * @param {Format} format
 * @param {number} moment milliseconds since 1970
 */
export function clockOf({ language, time: shown, layout }, format, moment) {
  const now = moment - (moment % MINUTE);

  /**
   * One so long ago that it may be mistaken for this year's, with its year.
   * @param {number} time
   * @param {Style} style
   */
  const date = (time, style) => format(time, now - time < 300 * DAY ? style : DAY_OF_YEAR);

  /** @param {number} time */
  const relative = (time) => {
    const age = Math.max(now - time, 0);
    if (age >= 7 * DAY) return date(time, DATE);
    const span = age < HOUR ? MINUTE : age < DAY ? HOUR : DAY;
    const unit = age < HOUR ? 'minute' : age < DAY ? 'hour' : 'day';
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
    return words.format(-Math.floor(age / span), unit);
  };

  const today = () => format(now, WEEKDAY);
  return {
    today,

    /** @param {number} time */
    day: (time) => date(time, WEEKDAY),

    /**
     * The text of a headline's time.
     * @param {number} time
     */
    text(time) {
      if (shown === 'relative') return relative(time);
      // A list names the day above its headlines; nothing else has a place for it.
      const isClock = shown === 'clock' && (layout === 'list' || format(time, WEEKDAY) === today());
      return isClock ? format(time, CLOCK) : date(time, DATE);
    },
  };
}

/**
 * The language as the reader's own region writes it, where the page names no region.
 * @param {string} language
 */
function regional(language) {
  const own = new Intl.Locale(language);
  // A browser may name a locale of its system, which is no language (`C`). What a language is
  // written with is looked up only where it matters: that takes long at first.
  const isSame = (/** @type {string} */ tag) =>
    attempt(() => {
      const other = new Intl.Locale(tag);
      return other.language === own.language && other.maximize().script === own.maximize().script;
    });
  return (!language.includes('-') && navigator.languages.find(isSame)) || language;
}

/**
 * A number in the digits of a language.
 * @param {number} number
 * @param {string} language
 */
export const digits = (number, language) => new Intl.NumberFormat(language).format(number);
