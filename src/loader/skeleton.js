// What stands in the widget's place while nothing is known of its headlines: its own layout, with
// bars for words. It has the height that the widget will have, about, in any box.

import { createElement } from './bare.js';
import { feedAddresses } from './network/request.js';
import {
  columnsOf,
  densityOf,
  layoutOf,
  leadOf,
  limitOf,
  linesOf,
  moreOf,
  previewOf,
  themeOf,
  thumbnailsOf,
  timeOf,
} from './options.js';

/**
 * Words of that many figure spaces: as wide as letters, and nothing that could be found or indexed.
 * @param {number[]} lengths
 */
const words = (...lengths) => lengths.map((length) => '\u2007'.repeat(length)).join(' ');

/** As long as headlines are, or a little longer: what is left over can be given back. */
const TITLE = words(2, 7, 4, 8, 3, 6, 5, 7, 3);
const SUMMARY = `${TITLE} ${TITLE}`;
const TIME = words(5);
const NAME = words(8);

const MOST_ROWS = 50;

/**
 * Draws the layout that the options of `host` ask for.
 * @param {HTMLElement} host the `<strillone-news>`
 */
export function skeletonOf(host) {
  const layout = layoutOf(host);
  const thumbnails = thumbnailsOf(host);
  const isCards = layout === 'cards';
  const isLine = layout === 'ticker' || layout === 'rotator';
  const hasLead = layout === 'list' && leadOf(host) === 'first';
  const channels = (host.getAttribute('follow') || '').split(/\s+/).filter(Boolean);

  const hasTime = timeOf(host) !== 'none';
  const hasToggle = previewOf(host) !== 'none';
  const rows = Array.from({ length: isLine ? 1 : Math.min(limitOf(host), MOST_ROWS) }, (_, index) => {
    const isLead = hasLead && !index;
    const headline = element('span', 'headline', bar(TITLE));
    const time = hasTime ? [element('time', 'time', bar(TIME))] : [];
    const toggle = hasToggle ? [element('span', 'toggle')] : [];
    const text = isLead || isCards ? [headline, element('p', 'summary', bar(SUMMARY))] : [headline];
    const picture = isLead || isCards || thumbnails !== 'none' ? [element('div', 'frame')] : [];
    const row = isCards
      ? [...picture, element('div', 'line', ...text), element('div', 'card-foot', ...time, ...toggle)]
      : [...time, element('div', 'line', ...picture, ...text), ...toggle];
    return element('li', 'item', ...row);
  });
  const [lead] = rows;
  if (hasLead && lead) lead.dataset.lead = '';
  if (isLine && lead) lead.dataset.current = 'true';
  // Most lists reach back to yesterday.
  const last = rows[rows.length - 1];
  if (!isLine && !isCards && timeOf(host) === 'clock' && last) {
    last.prepend(element('p', 'dateline', bar(NAME)));
  }

  const list = element('ul', /^(list|timeline)$/.test(layout) ? 'list rows' : 'list', ...rows);
  const controls = element('div', 'controls', element('span', 'control'));
  const heading = host.getAttribute('heading');
  const title = heading === null && feedAddresses(host).length === 1 ? NAME : heading;
  const links = channels.map(() => element('span', 'follow-link', bar(NAME)));
  const root = element(
    'div',
    'root',
    ...(title ? [element('div', 'heading', bar(title))] : []),
    isLine ? element('div', layout, controls, layout === 'ticker' ? element('div', 'track', list) : list) : list,
    ...(!isLine && moreOf(host) ? [element('div', 'more')] : []),
    ...(links[1] ? [element('div', 'follow', element('p', '', bar(NAME)), element('div', 'channels', ...links))] : []),
    ...(links[1] ? [] : links.map((link) => element('div', 'follow', link))),
  );
  const lines = linesOf(host);
  const theme = themeOf(host);
  Object.assign(root.dataset, {
    layout,
    thumbnails,
    columns: columnsOf(host),
    density: densityOf(host),
    preview: previewOf(host),
    ...(lines ? { lines } : {}),
    ...(theme === 'auto' ? {} : { theme }),
  });
  return root;
}

/** @param {string} text */
const bar = (text) => element('span', 'bar', text);

/**
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} children
 */
function element(name, className, ...children) {
  const made = createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}
