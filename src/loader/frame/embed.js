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
// The room that the page around keeps is the frame, until it is known how high the news is.
root.style.setProperty('--strillone-reserve', '100vh');
body.append(news);

let isSettled = false;

/** The height is no secret, and a frame need not know who shows it: hence the star. */
function tellHeight() {
  const height = Math.ceil(news.getBoundingClientRect().height);
  if (isSettled && height) parent.postMessage({ strillone: 1, height }, '*');
}

const observer = new ResizeObserver(tellHeight);
for (const type of ['ready', 'error']) {
  news.addEventListener(`strillone:${type}`, () => {
    isSettled = true;
    root.style.setProperty('--strillone-reserve', '0px');
    observer.observe(news);
  });
}
// A page whose script came later than the news asks. Opened alone, this page is its own parent
// and hears its own answers.
addEventListener('message', ({ data }) => {
  if (data && data.strillone === 1 && data.height === undefined) tellHeight();
});
