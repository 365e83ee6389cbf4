// The list by script alone: the newest headlines of the feeds, as links with their times. It
// is sent only to pages where WebAssembly is refused or missing.

import { limitOf } from '../options.js';
import { readFeed } from './feed.js';
import { timeOf } from './time.js';

const TARGETS = ['_self', '_parent', '_top'];

/** @returns {Promise<HTMLElement>} rejects when there is nothing to show */
async function listOf(host) {
  const attribute = (name) => host.getAttribute(name) || '';
  const proxy = attribute('proxy');
  const addresses = attribute('feed').split(/\s+/).filter(Boolean);
  const answers = await Promise.allSettled(
    addresses.map((address) => readFeed(new URL(address, document.baseURI).href, proxy)),
  );
  const headlines = answers.flatMap(({ value }) => value || []);
  // Stable, so that what has no date keeps its order, at the end.
  headlines.sort((one, other) => (other.date || 0) - (one.date || 0));
  if (!headlines.length) throw new Error('no headline');

  const list = document.createElement('ul');
  list.part = 'list';
  list.style.cssText = 'list-style:none;margin:0;padding:0';
  for (const headline of headlines.slice(0, limitOf(host))) list.append(itemOf(headline));
  return list;

  function itemOf({ title, address, date }) {
    const item = document.createElement('li');
    const time = attribute('time') !== 'none' && date && timeOf(date, host);
    if (time) item.append(time, ' ');
    const link = document.createElement(address ? 'a' : 'span');
    if (address) {
      link.href = withQuery(address, attribute('link-query'));
      link.rel = 'noopener';
      link.target = TARGETS.find((target) => target === attribute('target')) || '_blank';
    }
    link.textContent = title;
    item.part = 'item';
    link.part = 'headline';
    item.append(link);
    return item;
  }
}

function withQuery(address, query) {
  const url = new URL(address);
  if (query) url.search += (url.search ? '&' : '?') + query.replace(/^[?&]+/, '');
  return url.href;
}

dispatchEvent(new CustomEvent('strillone-list', { detail: listOf }));
