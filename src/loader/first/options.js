// The options that the first headlines know. Any other of the table makes another widget than they
// could draw, and they leave that to the component.

import {
  addressesOf,
  commentsOf,
  directionOf,
  layoutOf,
  limitOf,
  openOf,
  previewOf,
  speedOf,
  targetOf,
  themeOf,
  timeOf,
} from '../options.js';
import { require } from './unsure.js';

/** See `src/i18n/direction.rs`: the primary part says it, unless a script does. */
const RIGHT_TO_LEFT =
  /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb|arc|syr|nqo)(?!\w)(?!.*-[a-z]{4}\b)|-(arab|hebr|thaa|syrc|nkoo|adlm)\b/i;

/** What is read here, and what changes nothing of the first headlines. */
const KNOWN =
  'feed limit layout heading theme speed direction time time-zone comments preview open follow \
follow-heading target link-query lang dir upcoming images refresh push loading'.split(' ');

/** @typedef {ReturnType<typeof readOptions>} Options */

/**
 * Reads the attributes of `host` as the component does (`src/config.rs`).
 * @param {HTMLElement} host
 * @throws what they do not know
 */
export function readOptions(host) {
  /** @param {string} name */
  const text = (name) => {
    const value = host.getAttribute(name);
    return value === null ? undefined : value.trim();
  };
  for (const name of __OPTIONS__) require(KNOWN.includes(name) || !text(name));
  const layout = layoutOf(host);
  require(/^(list|ticker|rotator)$/.test(layout));
  const preview = previewOf(host);
  const isOpen = openOf(host) !== 'none';
  // It would open between the headlines.
  require(!isOpen || preview !== 'inline' || layout !== 'list');
  const [language, direction] = languageOf(host);
  return {
    layout,
    language,
    direction,
    preview,
    hasPanel: isOpen && preview === 'panel',
    limit: limitOf(host),
    heading: text('heading'),
    theme: themeOf(host),
    speed: speedOf(host),
    runs: directionOf(host),
    time: timeOf(host),
    zone: text('time-zone') || undefined,
    hasComments: commentsOf(host) === 'on',
    target: targetOf(host),
    query: text('link-query'),
    ...channelsOf(host),
  };
}

/** @param {HTMLElement} host */
export const channelsOf = (host) => ({
  channels: addressesOf(host, 'follow').length,
  hasFollowHeading: host.hasAttribute('follow-heading'),
});

/**
 * The language of the widget's own words, and the direction they run in.
 * @param {HTMLElement} host
 * @returns {[language: string, direction: string]}
 */
function languageOf(host) {
  const spoken = host.closest('[lang]');
  const language = (spoken ? spoken.getAttribute('lang') : navigator.language) || '';
  // The component mends malformed tags.
  require(/^[a-z\d-]+$/i.test(language));
  const directed = host.closest('[dir],[lang]');
  const written = host.getAttribute('dir') || (directed && directed.getAttribute('dir')) || '';
  const [, direction] = /^\s*(ltr|rtl)\s*$/i.exec(written) || [];
  return [language, (direction || directionIn(language)).toLowerCase()];
}

/**
 * The direction in which a language is written.
 * @param {string} language
 */
export const directionIn = (language) => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr');
