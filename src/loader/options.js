// Written by `cargo xtask write` from the table in `src/config.rs`: the options that the loader
// needs before the widget is there, read as the widget reads them.

/** @param {Element} host */
export const limitOf = (host) =>
  number(host, 'limit', 1, 500, 10);

/** @param {Element} host */
export const moreOf = (host) =>
  number(host, 'more', 0, 100, 0);

/** @param {Element} host */
export const layoutOf = (host) =>
  keyword(host, 'layout', 'list', 'ticker', 'rotator', 'cards', 'timeline');

/** @param {Element} host */
export const columnsOf = (host) =>
  keyword(host, 'columns', 'auto', '1', '2', '3', 'strip');

/** @param {Element} host */
export const leadOf = (host) =>
  keyword(host, 'lead', 'none', 'first');

/** @param {Element} host */
export const densityOf = (host) =>
  keyword(host, 'density', 'normal', 'compact');

/** @param {Element} host */
export const linesOf = (host) =>
  number(host, 'lines', 1, 6, 0);

/** @param {Element} host */
export const themeOf = (host) =>
  keyword(host, 'theme', 'auto', 'light', 'dark');

/** @param {Element} host */
export const speedOf = (host) =>
  number(host, 'speed', 0, 400, 60);

/** @param {Element} host */
export const directionOf = (host) =>
  keyword(host, 'direction', 'forward', 'backward');

/** @param {Element} host */
export const timeOf = (host) =>
  keyword(host, 'time', 'clock', 'relative', 'date', 'none');

/** @param {Element} host */
export const thumbnailsOf = (host) =>
  keyword(host, 'thumbnails', 'none', 'start', 'end');

/** @param {Element} host */
export const commentsOf = (host) =>
  keyword(host, 'comments', 'on', 'off', 'false', 'no', '0');

/** @param {Element} host */
export const previewOf = (host) =>
  keyword(host, 'preview', 'inline', 'popover', 'panel', 'none');

/** @param {Element} host */
export const openOf = (host) =>
  keyword(host, 'open', 'none', 'first');

/** @param {Element} host */
export const refreshOf = (host) =>
  number(host, 'refresh', 60, 86400, 300);

/** @param {Element} host */
export const targetOf = (host) =>
  keyword(host, 'target', '_blank', '_self', '_parent', '_top');

/** @param {Element} host */
export const loadingOf = (host) =>
  keyword(host, 'loading', 'lazy', 'eager');

/**
 * The addresses of a list; a comma within one is its own.
 * @param {Element} host
 * @param {string} name
 */
export const addressesOf = (host, name) =>
  (host.getAttribute(name) || '')
    .replace(/,(?=https?:\/\/)/g, ' ')
    .split(/\s+/)
    .map((address) => address.replace(/[,;]+$/, ''))
    .filter(Boolean);

/**
 * @param {Element} host
 * @param {string} name
 * @param {number} least
 * @param {number} most
 * @param {number} otherwise
 */
function number(host, name, least, most, otherwise) {
  const text = host.getAttribute(name) || '';
  const value = /^\s*\+?\d+\s*$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : otherwise;
}

/**
 * @param {Element} host
 * @param {string} name
 * @param {string} otherwise
 * @param {string[]} others
 */
function keyword(host, name, otherwise, ...others) {
  const word = (host.getAttribute(name) || '').trim().toLowerCase();
  return others.includes(word) ? word : otherwise;
}
