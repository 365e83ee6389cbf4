// What stands in the widget's place while nothing is known of its headlines: its own layout, with
// bars for words. It has the height that the widget will have, about, in any box.

import { element } from './elements.js';
import { channelsOf } from './first/options.js';
import { follow } from './first/rows.js';
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
const SUMMARY = TITLE + TITLE;
const TIME = words(5);
const NAME = words(8);

const MOST_ROWS = 50;

/**
 * Whether the layout is as high for any number of headlines.
 * @param {HTMLElement} host
 */
export const isLineOf = (host) => /^(ticker|rotator)$/.test(layoutOf(host));

/**
 * Draws the layout that the options of `host` ask for.
 * @param {HTMLElement} host the `<strillone-news>`
 */
export function skeletonOf(host) {
  const layout = layoutOf(host);
  const thumbnails = thumbnailsOf(host);
  const theme = themeOf(host);
  const time = timeOf(host);
  const isCards = layout === 'cards';
  const isLine = isLineOf(host);
  const hasLead = layout === 'list' && leadOf(host) === 'first';

  const rows = Array.from({ length: isLine ? 1 : Math.min(limitOf(host), MOST_ROWS) }, (_, index) => {
    const isLead = hasLead && !index;
    const isStory = isLead || isCards;
    const picture = isStory || thumbnails !== 'none' ? [division('frame')] : [];
    const headline = element('span', { class: 'headline' }, bar(TITLE));
    const text = isStory ? [headline, division('summary', bar(SUMMARY))] : [headline];
    const when = time === 'none' ? [] : [element('time', { class: 'time' }, bar(TIME))];
    const toggle = previewOf(host) === 'none' ? [] : [division('toggle')];
    const row = isCards
      ? [...picture, division('line', ...text), division('card-foot', ...when, ...toggle)]
      : [...when, division('line', ...picture, ...text), ...toggle];
    return element(
      'div',
      {
        class: 'item',
        'data-lead': isLead ? '' : undefined,
        'data-current': isLine ? 'true' : undefined,
      },
      ...row,
    );
  });
  // Most lists reach back to yesterday.
  const last = rows[rows.length - 1];
  if (!isLine && !isCards && time === 'clock' && last) last.prepend(division('dateline', bar(NAME)));

  const list = division(/^(list|timeline)$/.test(layout) ? 'list rows' : 'list', ...rows);
  const track = layout === 'ticker' ? division('track', list) : list;
  const heading = host.getAttribute('heading');
  const title = heading === null && feedAddresses(host).length === 1 ? NAME : heading;
  return element(
    'div',
    {
      class: 'root',
      'data-layout': layout,
      'data-thumbnails': thumbnails,
      'data-columns': columnsOf(host),
      'data-density': densityOf(host),
      'data-preview': previewOf(host),
      'data-lines': linesOf(host) || undefined,
      'data-theme': theme === 'auto' ? undefined : theme,
    },
    ...(title ? [division('heading', bar(title))] : []),
    isLine ? division(layout, division('controls', division('control')), track) : list,
    ...(!isLine && moreOf(host) ? [division('more')] : []),
    ...follow(channelsOf(host)),
  );
}

/** @param {string} text */
const bar = (text) => element('span', { class: 'bar' }, text);

/**
 * @param {string} className
 * @param {(Node | string)[]} children
 */
const division = (className, ...children) => element('div', { class: className }, ...children);
