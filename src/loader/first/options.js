// The options that the first headlines know. What they do not know makes another widget than
// they could draw, and they leave that to the component.

import { require } from './unsure.js';

/** By its primary part, unless a script says otherwise; see `src/i18n/direction.rs`. */
const RIGHT_TO_LEFT =
  /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb|arc|syr|nqo)(?!\w)(?!.*[-_][a-z]{4}\b)|[-_](arab|hebr|thaa|syrc|nkoo|adlm)\b/i;

/** What is left to the component wherever it is said. */
const LEFT =
  'proxy include exclude tags max-age more columns lead density lines thumbnails kickers';

/** @typedef {ReturnType<typeof readOptions>} Options */

/**
 * Reads the attributes of `host` as the component does (`src/config.rs`): a value that cannot
 * be used gives way to the default.
 * @param {HTMLElement} host
 * @throws {import('./unsure.js').Unsure}
 */
export function readOptions(host) {
  /** @param {string} name */
  const text = (name) => {
    const value = host.getAttribute(name);
    return value === null ? undefined : value.trim();
  };
  /**
   * @template {string} T
   * @param {string} name
   * @param {[T, ...T[]]} keywords the default first
   */
  const keyword = (name, ...keywords) => {
    const value = (text(name) || '').toLowerCase();
    return keywords.find((it) => it === value) || keywords[0];
  };
  /**
   * @param {string} name
   * @param {number} least
   * @param {number} most
   * @param {number} otherwise
   */
  const number = (name, least, most, otherwise) => {
    const value = /^\+?\d{1,9}$/.test(text(name) || '') ? Number(text(name)) : NaN;
    return value >= least && value <= most ? value : otherwise;
  };
  for (const name of LEFT.split(' ')) require(!text(name));
  require(keyword('sort', 'newest', 'oldest', 'feed') === 'newest');
  const layout = keyword('layout', 'list', 'ticker', 'rotator', 'cards', 'timeline');
  require(layout !== 'cards' && layout !== 'timeline');
  require(number('summary', 0, 2000, 0) === 0);
  const preview = keyword('preview', 'inline', 'popover', 'panel', 'none');
  // It would open between the headlines.
  require(keyword('open', 'none', 'first') === 'none' || preview !== 'inline' || layout !== 'list');
  const [language, direction] = languageOf(host);
  return {
    layout,
    preview,
    language,
    direction,
    limit: number('limit', 1, 500, 10),
    heading: text('heading'),
    theme: keyword('theme', 'auto', 'light', 'dark'),
    speed: number('speed', 0, 400, 60),
    runs: keyword('direction', 'forward', 'backward'),
    time: keyword('time', 'clock', 'relative', 'date', 'none'),
    zone: text('time-zone'),
    hasComments: keyword('comments', 'on', 'off') === 'on',
    target: keyword('target', '_blank', '_self', '_parent', '_top'),
    query: text('link-query'),
    channels: (text('follow') || '').split(/\s+/).filter(Boolean).length,
    hasFollowHeading: text('follow-heading') !== undefined,
  };
}

/**
 * The language of the widget's own words, and the direction they run in.
 * @param {HTMLElement} host
 * @returns {[language: string, direction: string]}
 */
function languageOf(host) {
  const spoken = host.closest('[lang]');
  const language = ((spoken ? spoken.getAttribute('lang') : navigator.language) || '').trim();
  const directed = host.closest('[dir],[lang]');
  const written = host.getAttribute('dir') || (directed && directed.getAttribute('dir')) || '';
  const [, direction] = /^\s*(ltr|rtl)\s*$/i.exec(written) || [];
  return [language, direction ? direction.toLowerCase() : directionOf(language)];
}

/**
 * The direction in which a language is written.
 * @param {string} language
 */
export function directionOf(language) {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}
