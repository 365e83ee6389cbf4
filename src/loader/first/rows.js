// Headlines as elements: the parts, classes and letters of the component (`src/view`), without
// what only the component can do. Its buttons are signs here, which keep its buttons' places.

import { Clock, digits } from './time.js';
import { directionOf } from './options.js';

const SVG = 'http://www.w3.org/2000/svg';

const CHEVRON = 'M5.3 8.3 12 15l6.7-6.7 1.4 1.4L12 17.8 3.9 9.7z';
const PAUSE = 'M6 4h4v16H6zm8 0h4v16h-4z';
const NEXT = 'M8.3 5.3 15 12l-6.7 6.7 1.4 1.4L17.8 12 9.7 3.9z';
const BUBBLE = 'M4 4h16v12H9l-5 4zm2 2v9.8L8.3 14H18V6z';

/**
 * @param {ReturnType<import('./options.js').readOptions>} options
 * @param {{ title: string, items: import('./feed.js').Item[] }} feed
 * @returns {HTMLElement} the widget as the component first draws it
 * @throws {import('./unsure.js').Unsure}
 */
export function draw(options, feed, now = Date.now()) {
  const clock = new Clock(options, now);
  const items = newest(feed.items, options.limit);
  const list = part('ul', 'list', { role: 'list', tabindex: -1 });
  let day = clock.format(clock.now, 'day');
  for (const [index, item] of items.entries()) {
    const row = part('li', 'item');
    const isDated = options.layout === 'list' && options.time === 'clock' && item.time !== undefined;
    const own = isDated ? clock.day(item.time, 'day') : day;
    if (own !== day) row.append(part('p', 'dateline', {}, own));
    day = own;
    row.append(...piecesOf(item, options, clock));
    if (options.layout === 'rotator' && !index) row.dataset.current = true;
    list.append(row);
  }
  const heading = options.heading === undefined ? feed.title : options.heading;
  const root = part('section', 'root', {
    role: options.heading === '' ? 'group' : undefined,
    lang: options.language,
    dir: options.direction,
    'data-layout': options.layout,
    'data-preview': options.preview,
    'data-theme': options.theme === 'auto' ? undefined : options.theme,
    'aria-label': heading || undefined,
  });
  if (heading) root.append(part('h2', 'heading', {}, heading));
  root.append(FRAMES[options.layout](list, options, items.length), ...follow(options));
  return root;
}

/** What stands around the headlines in each layout. */
const FRAMES = {
  list: (list) => list,
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
    const number = (of) => digits(of, options.language);
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

function pause({ speed }) {
  const moves = speed > 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  return moves ? [sign('control pause', 'pause', PAUSE)] : [];
}

/** The newest items first; one without a time keeps its place after the one before it. */
export function newest(items, limit) {
  let time;
  const placed = items.map((item) => [(time = item.time === undefined ? time : item.time), item]);
  const of = ([time]) => (time === undefined ? -Infinity : time);
  // The difference of two infinities is no number.
  placed.sort((one, other) => (of(one) === of(other) ? 0 : of(other) - of(one)));
  return placed.slice(0, limit).map(([, item]) => item);
}

function piecesOf(item, options, clock) {
  const dir = item.language ? directionOf(item.language) : 'auto';
  const title = item.title();
  const link = part(item.link ? 'a' : 'span', 'headline', { lang: item.language, dir }, title);
  if (item.link) {
    link.href = withQuery(item.link, options.query);
    link.target = options.target;
    link.rel = 'noopener';
  }
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

function timeOf({ time }, clock) {
  if (time === undefined) return plain('span', 'time');
  return part(
    'time',
    'time',
    { datetime: new Date(time).toISOString().replace(/\.\d+/, ''), title: clock.format(time, 'full') },
    clock.text(time),
  );
}

function comments({ comments }, { hasComments, language }) {
  if (!comments || !hasComments) return [];
  const count = part('span', 'comments', { lang: language });
  count.append(icon(BUBBLE), digits(comments, language));
  return [count];
}

/** The room of the follow panel: its words come with the component. */
function follow({ channels, hasFollowHeading }) {
  if (!channels) return [];
  const panel = part('div', 'follow', { 'aria-hidden': true });
  const isSentence = channels === 1 && !hasFollowHeading;
  if (!isSentence) panel.append(part('p', 'follow-heading', {}, '\u00a0'));
  const row = plain('ul', channels > 4 ? 'channels signs' : 'channels', { role: 'list' });
  for (let count = 0; count < (channels > 4 ? channels : 1); count += 1) {
    const entry = document.createElement('li');
    entry.append(part('span', 'follow-link', {}, '\u00a0'));
    row.append(entry);
  }
  panel.append(...(isSentence ? row.firstChild.childNodes : [row]));
  return [panel];
}

/** With the partner's query, before the fragment. */
function withQuery(address, query) {
  if (!query) return address;
  const [rest, ...fragment] = address.split(/(?=#)/);
  return [rest, rest.includes('?') ? '&' : '?', query, ...fragment].join('');
}

function sign(className, partName, outline) {
  const made = plain('span', className);
  made.part = partName;
  made.append(icon(outline));
  return made;
}

function icon(outline) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', true);
  svg.append(path);
  return svg;
}

function part(name, partName, attributes, text) {
  const made = plain(name, partName, attributes, text);
  made.setAttribute('part', partName);
  return made;
}

function plain(name, className, attributes = {}, text = undefined) {
  const made = document.createElement(name);
  made.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  if (text !== undefined) made.textContent = text;
  return made;
}
