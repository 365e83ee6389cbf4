// The times of headlines, in the words of the reader's browser.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @type {Record<'clock' | 'date' | 'day' | 'dayOfYear' | 'full', Intl.DateTimeFormatOptions>} */
const STYLES = {
  clock: { hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfYear: { dateStyle: 'medium' },
  full: { dateStyle: 'long', timeStyle: 'short' },
};

/** Writes times as the options want them; see `src/view/headline.rs`. */
export class Clock {
  /**
   * @param {import('./options.js').Options} options
   * @param {number} now milliseconds since 1970
   */
  constructor({ language, zone, time, layout }, now) {
    this.language = language;
    this.style = time;
    this.isList = layout === 'list';
    this.now = now - (now % MINUTE);
    /** @type {Map<string, Intl.DateTimeFormat>} */
    this.formats = new Map();
    this.zone = zone && attempt(() => new Intl.DateTimeFormat('en', { timeZone: zone })) && zone;
  }

  /**
   * The text of a headline's time.
   * @param {number} time
   */
  text(time) {
    if (this.style === 'relative') return this.relative(time);
    if (this.style === 'date') return this.day(time, 'date');
    const isPlain = this.isList || this.format(time, 'day') === this.format(this.now, 'day');
    return isPlain ? this.format(time, 'clock') : this.day(time, 'date');
  }

  /**
   * One so long ago that it may be mistaken for this year's, with its year.
   * @param {number} time
   * @param {'date' | 'day'} style
   */
  day(time, style) {
    return this.format(time, this.now - time < 300 * DAY ? style : 'dayOfYear');
  }

  /**
   * @param {number} time
   * @param {keyof typeof STYLES} style
   */
  format(time, style) {
    let format = this.formats.get(style);
    if (!format) {
      const options = { ...STYLES[style], ...(this.zone && { timeZone: this.zone }) };
      format =
        attempt(() => new Intl.DateTimeFormat([this.language], options)) ||
        new Intl.DateTimeFormat(['en'], STYLES[style]);
      this.formats.set(style, format);
    }
    return format.format(time);
  }

  /** @param {number} time */
  relative(time) {
    const age = Math.max(this.now - time, 0);
    if (age >= 7 * DAY) return this.day(time, 'date');
    const span = age < HOUR ? MINUTE : age < DAY ? HOUR : DAY;
    const unit = age < HOUR ? 'minute' : age < DAY ? 'hour' : 'day';
    /** @type {Intl.RelativeTimeFormatOptions} */
    const options = { numeric: 'auto', style: 'short' };
    const format =
      attempt(() => new Intl.RelativeTimeFormat(this.language, options)) ||
      new Intl.RelativeTimeFormat('en', options);
    return format.format(-Math.floor(age / span), unit);
  }
}

/**
 * A number in the digits of a language.
 * @param {number} number
 * @param {string} language
 */
export function digits(number, language) {
  const format = attempt(() => new Intl.NumberFormat(language));
  return format ? format.format(number) : String(number);
}

/**
 * `Intl` throws at languages and zones that it does not know.
 * @template T
 * @param {() => T} make
 */
function attempt(make) {
  try {
    return make();
  } catch {
    return undefined;
  }
}
