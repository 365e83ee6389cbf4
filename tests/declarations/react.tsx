import { useRef } from 'react';
import type { StrilloneNews } from 'strillone';
import type {} from 'strillone/react';

export function Column() {
  const news = useRef<StrilloneNews>(null);
  return (
    <aside onClick={() => news.current?.refresh()}>
      <strillone-news
        ref={news}
        feed="https://example.org/feed.xml"
        layout="cards"
        limit={3}
        className="column"
        suppressHydrationWarning
      >
        <a href="https://example.org/">Latest news</a>
      </strillone-news>
    </aside>
  );
}

// @ts-expect-error: no such layout
export const carousel = <strillone-news feed="https://example.org/feed.xml" layout="carousel" />;
// @ts-expect-error: no such attribute
export const colour = <strillone-news feed="https://example.org/feed.xml" colour="red" />;
// @ts-expect-error: no number
export const many = <strillone-news feed="https://example.org/feed.xml" limit="many" />;
// @ts-expect-error: no feed
export const empty = <strillone-news />;
