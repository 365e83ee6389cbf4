/** @jsxRuntime classic */
/** @jsx draw */
import type {} from 'strillone/jsx';

declare function draw(tag: string, attributes: object, ...children: unknown[]): Element;

export const news = (
  <strillone-news feed="https://example.org/feed.xml" layout="rotator" limit={3} class="column" />
);
// @ts-expect-error: no such layout
export const carousel = <strillone-news feed="https://example.org/feed.xml" layout="carousel" />;
// @ts-expect-error: no number
export const many = <strillone-news feed="https://example.org/feed.xml" limit="many" />;
// @ts-expect-error: no feed
export const empty = <strillone-news />;
