import 'strillone';
import type { StrilloneAttributes, StrilloneItem, StrilloneNews, StrilloneState } from 'strillone';

const news: StrilloneNews = document.createElement('strillone-news');
const state: StrilloneState = news.state;
const titles: string[] = news.items.map((item: StrilloneItem) => item.title);
news.refresh();
news.pause();
news.play();

document.querySelector('strillone-news')?.addEventListener('strillone:open', ({ detail }) => {
  const address: string | null = detail.url;
});
document.addEventListener('strillone:ready', ({ detail }) => detail.items.length);
document.addEventListener('strillone:error', ({ detail }) => detail.message.length);

const feed = 'https://example.org/feed.xml';
const attributes: StrilloneAttributes = {
  feed,
  layout: 'ticker',
  limit: 3,
  refresh: '60',
};

// What is wrong is refused. An expected error that does not come is one itself.
// @ts-expect-error: no such layout
const carousel: StrilloneAttributes = { feed, layout: 'carousel' };
// @ts-expect-error: no number
const many: StrilloneAttributes = { feed, limit: 'many' };
// @ts-expect-error: no such attribute
const colour: StrilloneAttributes = { feed, colour: 'red' };
// @ts-expect-error: no feed
const empty: StrilloneAttributes = {};
// @ts-expect-error: the shown headlines are not the page's to change
news.items = [];
// @ts-expect-error: no such method
news.stop();
// @ts-expect-error: an opened headline has a title and no headline
document.addEventListener('strillone:open', ({ detail }) => detail.headline);
