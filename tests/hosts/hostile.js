// Shows feeds that attack and judges what stands in the shadow tree, not what happened.

const ELEMENTS = new Set(
  ('div slot a section h2 h3 h4 p ul ol li span time button article footer bdi img em strong ' +
    'code pre blockquote br svg path audio video').split(' '),
);
const ATTRIBUTES = new Set(
  ('class part lang dir href target rel src alt width height loading decoding referrerpolicy ' +
    'hidden role datetime title type viewBox d data-layout data-preview data-columns data-thumbnails data-density controls preload aria-label aria-hidden ' +
    'aria-expanded tabindex').split(' '),
);
const SCHEMES = { href: /^(https?|mailto):/, src: /^https?:/ };

/** Shows the feeds, one widget each; `judged` then holds what must not be there. */
window.judge = async (feeds) => {
  const widgets = feeds.map((feed) => {
    const widget = document.createElement('strillone-news');
    for (const [name, value] of Object.entries({ feed, open: 'first', loading: 'eager' })) {
      widget.setAttribute(name, value);
    }
    return widget;
  });
  const settled = widgets.map(settle);
  document.body.append(...widgets);
  await Promise.all(settled);
  const found = [];
  let shown = 0;
  for (const widget of widgets) {
    if (widget.shadowRoot.querySelector('[part~=preview]')) shown += 1;
    for (const flaw of flaws(widget.shadowRoot)) found.push(`${widget.getAttribute('feed')}: ${flaw}`);
    widget.remove();
  }
  // The page's policy lets no picture through, and nothing else is ever asked for.
  const asked = probe.seen.violations.filter((it) => !/^img-src/.test(it));
  window.judged = { found, asked, shown };
};

function settle(widget) {
  return new Promise((done) => {
    for (const event of ['strillone:ready', 'strillone:error']) {
      // What was shown is drawn in the turns that follow.
      widget.addEventListener(event, () => setTimeout(done), { once: true });
    }
  });
}

function* flaws(root) {
  // The loader's own bars, which may not have given way yet, hold nothing of a feed.
  for (const element of root.querySelectorAll(':not(.skeleton, .skeleton *)')) {
    if (!ELEMENTS.has(element.localName)) yield `<${element.localName}>`;
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) yield `<${element.localName} ${name}>`;
      if (SCHEMES[name] && !SCHEMES[name].test(value)) yield `${name}="${value}"`;
    }
  }
}
