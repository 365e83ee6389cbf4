'use client';

import 'strillone';

export function News({ feed, limit, onOpen }) {
  // JSX takes no colon in a name, so the listener is spread.
  const listeners = { 'onstrillone:open': ({ detail }) => onOpen(detail.title) };
  return (
    <strillone-news feed={feed} limit={limit} {...listeners}>
      <a href="https://example.org/">Latest news</a>
    </strillone-news>
  );
}
