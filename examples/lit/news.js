import { html } from 'lit';
import 'strillone';

export const news = (feed, limit, onOpen) => html`
  <strillone-news
    feed=${feed}
    limit=${limit}
    @strillone:open=${({ detail }) => onOpen(detail.title)}
  >
    <a href="https://example.org/">Latest news</a>
  </strillone-news>
`;
