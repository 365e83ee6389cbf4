import { LitElement, html, nothing, render } from 'lit';
import { news } from './news.js';

class NewsPage extends LitElement {
  static properties = { isShown: { state: true }, limit: { state: true }, opened: { state: true } };

  constructor() {
    super();
    this.isShown = true;
    this.limit = 3;
    this.opened = '';
  }

  render() {
    const onOpen = (title) => (this.opened = title);
    return html`
      <button @click=${() => (this.isShown = !this.isShown)}>News on or off</button>
      <button @click=${() => (this.limit = 2)}>Only two</button>
      <p>Last opened: <output>${this.opened}</output></p>
      ${this.isShown ? news('https://example.org/feed.xml', this.limit, onOpen) : nothing}
    `;
  }
}

customElements.define('news-page', NewsPage);
render(html`<news-page></news-page>`, document.querySelector('#app'));
