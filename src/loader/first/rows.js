// Headlines as elements: the parts, classes and letters of the component (`src/view`), without
// what only the component can do. Its buttons are signs here, which keep its buttons' places.

import { createElement } from '../bare.js';
import { Clock, digits } from './time.js';

const SVG = 'http://www.w3.org/2000/svg';

const CHEVRON = 'M5.3 8.3 12 15l6.7-6.7 1.4 1.4L12 17.8 3.9 9.7z';
const PAUSE = 'M6 4h4v16H6zm8 0h4v16h-4z';
const NEXT = 'M8.3 5.3 15 12l-6.7 6.7 1.4 1.4L17.8 12 9.7 3.9z';
const BUBBLE = 'M4 4h16v12H9l-5 4zm2 2v9.8L8.3 14H18V6z';

/**
 * @param {import('./options.js').Options} options
 * @param {{ title: string, items: import('./feed.js').Item[] }} feed
 * @param {number} [now]
 * @returns {HTMLElement} the widget as the component first draws it
 * @throws {import('./unsure.js').Unsure}
 */
export function draw(options, feed, now = Date.now()) {
  const clock = new Clock(options, now);
  const items = newest(feed.items, options.limit);
  const list = part('ul', 'list', { role: 'list', tabindex: -1 });
  if (options.layout === 'list') list.className += ' rows';
  let day = clock.format(clock.now, 'day');
  for (const [index, item] of items.entries()) {
    const row = part('li', 'item');
    const isDated = options.layout === 'list' && options.time === 'clock';
    const own = isDated ? clock.day(item.time, 'day') : day;
    if (own !== day) row.append(part('p', 'dateline', {}, own));
    day = own;
    row.append(...piecesOf(item, options, clock));
    if (options.layout === 'rotator' && !index) row.dataset.current = 'true';
    list.append(row);
  }
  const heading = options.heading === undefined ? feed.title : options.heading;
  const root = part('section', 'root', {
    role: options.heading === '' ? 'group' : undefined,
    lang: options.language,
    dir: options.direction,
    'data-layout': options.layout,
    'data-preview': options.preview,
    'data-columns': 'auto',
    'data-thumbnails': 'none',
    'data-density': 'normal',
    'data-theme': options.theme === 'auto' ? undefined : options.theme,
    'aria-label': heading || undefined,
  });
  if (heading) root.append(part('h2', 'heading', {}, heading));
  const frame = FRAMES[options.layout];
  root.append(frame ? frame(list, options, items.length) : list, ...follow(options));
  return root;
}

/**
 * What stands around the headlines in each layout.
 * @typedef {import('./options.js').Options} Options
 * @typedef {Record<string, string | number | boolean | undefined>} Attributes
 * @type {Record<string, (list: HTMLElement, options: Options, count: number) => HTMLElement>}
 */
const FRAMES = {
  ticker(list, options) {
    const track = plain('div', 'track', {
      'data-still': options.speed ? undefined : '',
      'data-direction': options.runs,
    });
    track.append(list);
    const frame = plain('div', 'ticker anchor');
    frame.append(...pause(options), track);
    return frame;
  },
  rotator(list, options, count) {
    const number = (/** @type {number} */ of) => digits(of, options.language);
    const steps = part('div', 'controls');
    steps.append(
      ...pause(options),
      sign('control previous', 'control', NEXT),
      part('bdi', 'position', {}, `${number(1)} / ${number(count)}`),
      sign('control next', 'control', NEXT),
    );
    const frame = plain('div', 'rotator anchor');
    frame.append(steps, list);
    return frame;
  },
};

/** @param {Options} options */
function pause({ speed }) {
  const moves = speed > 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  return moves ? [sign('control pause', 'pause', PAUSE)] : [];
}

/**
 * The newest items first; those of one time as they come.
 * @param {import('./feed.js').Item[]} items
 * @param {number} limit
 */
export function newest(items, limit) {
  return [...items].sort((one, other) => other.time - one.time).slice(0, limit);
}

/**
 * @param {import('./feed.js').Item} item
 * @param {Options} options
 * @param {Clock} clock
 */
function piecesOf(item, options, clock) {
  // Others are left to the component.
  const dir = 'ltr';
  const link = part(
    'a',
    'headline',
    {
      lang: item.language,
      dir,
      href: withQuery(item.link, options.query),
      target: options.target,
      rel: 'noopener',
    },
    item.title(),
  );
  const said = [link, ...comments(item, options)];
  const pieces = options.time === 'none' ? [] : [timeOf(item, clock)];
  if (options.layout === 'ticker') {
    pieces.push(...said);
  } else {
    const line = plain('div', 'line', { dir });
    line.append(...said);
    pieces.push(line);
  }
  if (options.preview !== 'none') pieces.push(sign('toggle', 'toggle', CHEVRON));
  return pieces;
}

/**
 * @param {import('./feed.js').Item} item
 * @param {Clock} clock
 */
function timeOf({ time }, clock) {
  return part(
    'time',
    'time',
    { datetime: new Date(time).toISOString().replace(/\.\d+/, ''), title: clock.format(time, 'full') },
    clock.text(time),
  );
}

/**
 * @param {import('./feed.js').Item} item
 * @param {Options} options
 */
function comments({ comments }, { hasComments, language }) {
  if (!comments || !hasComments) return [];
  const count = part('span', 'comments', { lang: language });
  count.append(icon(BUBBLE), digits(comments, language));
  return [count];
}

/**
 * The room of the follow panel: its words come with the component.
 * @param {Options} options
 */
function follow({ channels, hasFollowHeading }) {
  if (!channels) return [];
  const panel = part('div', 'follow', { 'aria-hidden': true });
  const isSentence = channels === 1 && !hasFollowHeading;
  if (!isSentence) panel.append(part('p', 'follow-heading', {}, '\u00a0'));
  const row = plain('ul', channels > 4 ? 'channels signs' : 'channels', { role: 'list' });
  for (let count = 0; count < (channels > 4 ? channels : 1); count += 1) {
    const entry = createElement('li');
    const link = part('span', 'follow-link');
    link.append(icon(''), ...(channels > 4 ? [] : [plain('span', '', {}, '\u00a0')]));
    entry.append(link);
    row.append(entry);
  }
  panel.append(...(isSentence ? row.querySelectorAll('.follow-link') : [row]));
  return [panel];
}

/**
 * With the partner's query, before the fragment.
 * @param {string} address
 * @param {string} [query]
 */
function withQuery(address, query) {
  if (!query) return address;
  const [rest = '', ...fragment] = address.split(/(?=#)/);
  return [rest, rest.includes('?') ? '&' : '?', query, ...fragment].join('');
}

/**
 * @param {string} className
 * @param {string} partName
 * @param {string} outline
 */
function sign(className, partName, outline) {
  const made = plain('span', className);
  made.setAttribute('part', partName);
  made.append(icon(outline));
  return made;
}

/** @param {string} outline the data of a path */
function icon(outline) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}

/**
 * @param {string} name
 * @param {string} partName
 * @param {Attributes} [attributes]
 * @param {string} [text]
 */
function part(name, partName, attributes, text) {
  const made = plain(name, partName, attributes, text);
  made.setAttribute('part', partName);
  return made;
}

/**
 * @param {string} name
 * @param {string} className
 * @param {Attributes} [attributes]
 * @param {string} [text]
 */
function plain(name, className, attributes = {}, text = undefined) {
  const made = createElement(name);
  made.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, String(value));
  }
  if (text !== undefined) made.textContent = text;
  return made;
}
