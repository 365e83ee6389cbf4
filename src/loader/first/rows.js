// Headlines as elements: the parts, classes and letters of the component (`src/view`), without
// what only the component can do. Its buttons are signs here, which keep its buttons' places.

import { element, set } from '../elements.js';
import { clockOf, digits } from './time.js';

const SVG = 'http://www.w3.org/2000/svg';

const CHEVRON = 'M5.3 8.3 12 15l6.7-6.7 1.4 1.4L12 17.8 3.9 9.7z';
const PAUSE = 'M6 4h4v16H6zm8 0h4v16h-4z';
const NEXT = 'M8.3 5.3 15 12l-6.7 6.7 1.4 1.4L17.8 12 9.7 3.9z';
const BUBBLE = 'M4 4h16v12H9l-5 4zm2 2v9.8L8.3 14H18V6z';

const SPACE = '\u00a0';

/**
 * @typedef {import('./options.js').Options} Options
 * @typedef {import('./feed.js').Item} Item
 * @typedef {import('../elements.js').Attributes} Attributes
 */

/**
 * @param {Options} options
 * @param {import('./time.js').Format} format
 * @param {{ title: string, items: Item[] }} feed
 * @returns {HTMLElement} the widget as the component first draws it
 * @throws what only the component can draw
 */
export function draw(options, format, feed) {
  const { layout, time } = options;
  const isList = layout === 'list';
  const clock = clockOf(options, format, Date.now());
  const namesDays = isList && time === 'clock';
  let day = namesDays && clock.today();
  const rows = newest(feed.items, options.limit).map((item, index) => {
    const row = part('li', 'item', { 'data-current': isRotator(layout) && !index ? 'true' : undefined });
    const own = namesDays && clock.day(item.time);
    if (own && own !== day) row.append(part('p', 'dateline', {}, own));
    day = own;
    if (time !== 'none') row.append(timeOf(item, clock.text(item.time)));
    row.append(...headline(item, options));
    if (options.preview !== 'none') row.append(sign('toggle', 'toggle', CHEVRON));
    return row;
  });
  const list = part('ul', 'list', { role: 'list', tabindex: -1, class: isList ? 'list rows' : 'list' }, ...rows);
  const heading = options.heading === undefined ? feed.title : options.heading;
  return part(
    'section',
    'root',
    {
      role: options.heading === '' ? 'group' : undefined,
      lang: options.language,
      dir: options.direction,
      'data-layout': layout,
      'data-preview': options.preview,
      'data-columns': 'auto',
      'data-thumbnails': 'none',
      'data-density': 'normal',
      'data-theme': options.theme === 'auto' ? undefined : options.theme,
      'aria-label': heading || undefined,
    },
    ...(heading ? [part('h2', 'heading', {}, heading)] : []),
    isList ? list : isRotator(layout) ? rotator(list, options) : ticker(list, options),
    ...follow(options),
    // Beside it, in a wide box, the headlines have half of the room.
    ...(options.hasPanel ? [element('div', { class: 'preview', hidden: '' })] : []),
  );
}

const isRotator = (/** @type {string} */ layout) => layout === 'rotator';

/**
 * @param {HTMLElement} list
 * @param {Options} options
 */
function ticker(list, { speed, runs }) {
  const still = speed ? undefined : '';
  const track = element('div', { class: 'track', 'data-still': still, 'data-direction': runs }, list);
  return element('div', { class: 'ticker anchor' }, ...pause(speed), track);
}

/**
 * @param {HTMLElement} list
 * @param {Options} options
 */
function rotator(list, { speed, language }) {
  const position = `${digits(1, language)} / ${digits(list.childElementCount, language)}`;
  const steps = [
    sign('control', 'control previous', NEXT),
    part('bdi', 'position', {}, position),
    sign('control', 'control next', NEXT),
  ];
  const controls = part('div', 'controls', {}, ...pause(speed), ...steps);
  return element('div', { class: 'rotator anchor' }, controls, list);
}

/** @param {number} speed */
function pause(speed) {
  const moves = speed && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  return moves ? [sign('pause', 'control pause', PAUSE)] : [];
}

/**
 * The newest items first; those of one time as they come.
 * @param {Item[]} items
 * @param {number} limit
 */
export function newest(items, limit) {
  return [...items].sort((one, other) => other.time - one.time).slice(0, limit);
}

/**
 * @param {Item} item
 * @param {Options} options
 */
function headline({ link: address, language, comments, title }, options) {
  // Others are left to the component.
  const dir = 'ltr';
  const href = withQuery(address, options.query);
  const { target } = options;
  const pieces = [part('a', 'headline', { lang: language, dir, href, target, rel: 'noopener' }, title())];
  if (comments && options.hasComments) {
    const own = options.language;
    pieces.push(part('span', 'comments', { lang: own }, icon(BUBBLE), digits(comments, own)));
  }
  return options.layout === 'ticker' ? pieces : [element('div', { class: 'line', dir }, ...pieces)];
}

/**
 * @param {Item} item
 * @param {string} text
 */
function timeOf({ time }, text) {
  return part('time', 'time', { datetime: new Date(time).toISOString().replace(/\.\d+/, '') }, text);
}

/**
 * The room of the follow panel: its words come with the component.
 * @param {ReturnType<typeof import('./options.js').channelsOf>} options
 */
export function follow({ channels, hasFollowHeading }) {
  if (!channels) return [];
  const areSigns = channels > 4;
  const link = () => part('span', 'follow-link', {}, icon(''), ...(areSigns ? [] : [SPACE]));
  const entries = Array.from({ length: areSigns ? channels : 1 }, () => element('li', {}, link()));
  const row = element('ul', { class: areSigns ? 'channels signs' : 'channels' }, ...entries);
  const isSentence = channels === 1 && !hasFollowHeading;
  const content = isSentence ? [link()] : [part('p', 'follow-heading', {}, SPACE), row];
  return [part('div', 'follow', { 'aria-hidden': 'true' }, ...content)];
}

/**
 * With the partner's query, before the fragment.
 * @param {string} address
 * @param {string} [query]
 */
function withQuery(address, query = '') {
  const more = query.replace(/^[?&]+/, '');
  if (!more) return address;
  const [rest = '', ...fragment] = address.split(/(?=#)/);
  return [rest, rest.includes('?') ? '&' : '?', more, ...fragment].join('');
}

/**
 * @param {string} name of the part
 * @param {string} className
 * @param {string} outline
 */
const sign = (name, className, outline) => part('span', name, { class: className }, icon(outline));

/** @param {string} outline the data of a path */
function icon(outline) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  set(path, { d: outline });
  set(svg, { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  svg.append(path);
  return svg;
}

/**
 * @param {string} name
 * @param {string} partName its class as well
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
const part = (name, partName, attributes, ...children) =>
  element(name, { class: partName, part: partName, ...attributes }, ...children);
