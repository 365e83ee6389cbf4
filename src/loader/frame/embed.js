// Inside the frame: the address's query is the widget's attributes, and the page around is
// told the widget's height.

const query = new URLSearchParams(location.search);
const news = document.createElement('strillone-news');
for (const name of __OPTIONS__) {
  // `feed=…&feed=…` names two feeds.
  if (query.has(name)) news.setAttribute(name, query.getAll(name).join(' '));
}
const { documentElement: root, body } = document;
root.lang = query.get('lang') || navigator.language;
// A frame cannot inherit from the page around it; the reader's own preference stands in.
const theme = query.get('theme');
if (theme && /^(light|dark)$/.test(theme)) root.style.colorScheme = theme;
body.style.cssText = 'margin:0;font:1em/1.5 system-ui,sans-serif';
body.append(news);

/** The height is no secret, and a frame need not know who shows it: hence the star. */
function tellHeight() {
  const height = Math.ceil(news.getBoundingClientRect().height);
  parent.postMessage({ strillone: 1, height }, '*');
}

new ResizeObserver(tellHeight).observe(news);
// A page whose script came later than the news asks. Opened alone, this page is its own parent
// and hears its own answers.
addEventListener('message', ({ data }) => {
  if (data && data.strillone === 1 && data.height === undefined) tellHeight();
});
