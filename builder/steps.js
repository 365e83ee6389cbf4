// A page that loads the widget one step at a time: the page around says when it goes on, by the
// number of the step. The query is the widget's attributes.
//
// In a block, because a constant `fetch` of this script's would otherwise hide the function from
// the widget's script.

{
  /** The step at which each thing may come. */
  const SCRIPT = 1;
  const FEED = 2;
  const WASM = 3;

  /** @type {Map<number, () => void>} */
  const open = new Map();
  const until = new Map([SCRIPT, FEED, WASM].map((step) => [step, gate(step)]));

  /** @param {number} step */
  function gate(step) {
    return new Promise((resolve) => open.set(step, () => resolve(undefined)));
  }

  addEventListener('message', ({ data, source }) => {
    if (source !== parent) return;
    for (const [step, letGo] of open) if (step <= data) letGo();
  });

  const { fetch } = self;
  self.fetch = async (input, options) => {
    const address = input instanceof Request ? input.url : String(input);
    await until.get(address.endsWith('.wasm') ? WASM : FEED);
    return fetch(input, options);
  };

  const news = document.createElement('strillone-news');
  for (const [name, text] of new URLSearchParams(location.search)) {
    // What comes from the builder's own folder stands beside this page.
    news.setAttribute(name, text);
  }
  const link = document.createElement('a');
  link.href = 'https://example.org/';
  link.textContent = 'example.org';
  news.append(link);
  document.body.append(news);

  until.get(SCRIPT)?.then(() => {
    const script = document.createElement('script');
    script.src = '../strillone.js';
    document.head.append(script);
  });
}
