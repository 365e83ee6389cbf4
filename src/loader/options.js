// Written by `cargo xtask write` from the table in `src/config.rs`: the options that the loader
// needs before the widget is there, read as the widget reads them.

/** @param {Element} host */
export const limitOf = (host) =>
  number(host.getAttribute('limit'), 1, 500, 10);

/** @param {Element} host */
export const layoutOf = (host) =>
  keyword(host.getAttribute('layout'), ['list', 'ticker', 'rotator', 'cards', 'timeline'], 'list');

/** @param {Element} host */
export const refreshOf = (host) =>
  number(host.getAttribute('refresh'), 60, 86400, 300);

/** @param {Element} host */
export const loadingOf = (host) =>
  keyword(host.getAttribute('loading'), ['lazy', 'eager'], 'lazy');

/**
 * @param {string | null} text
 * @param {number} least
 * @param {number} most
 * @param {number} otherwise
 */
function number(text, least, most, otherwise) {
  const value = /^\s*\+?\d+\s*$/.test(text || '') ? Number(text) : NaN;
  return value >= least && value <= most ? value : otherwise;
}

/**
 * @param {string | null} text
 * @param {string[]} keywords
 * @param {string} otherwise
 */
function keyword(text, keywords, otherwise) {
  const word = (text || '').trim().toLowerCase();
  return keywords.includes(word) ? word : otherwise;
}
