// Shows feeds that attack and judges what stands in the shadow tree, not what happened.

const ELEMENTS = new Set(
  ('div slot a section h2 h3 h4 p ul ol li span time button article footer bdi img em strong ' +
    'code pre blockquote br svg path').split(' '),
);
const ATTRIBUTES = new Set(
  ('class part lang dir href target rel src alt width height loading decoding referrerpolicy ' +
    'hidden role datetime title type viewBox d data-layout aria-label aria-hidden ' +
    'aria-expanded').split(' '),
);
const SCHEMES = { href: /^(https?|mailto):/, src: /^https?:/ };

/** Shows the feeds, some at a time; what must not be there ends up in `found`. */
window.judge = async (feeds, atOnce) => {
  const found = [];
  const pictures = new Set();
  for (let start = 0; start < feeds.length; start += atOnce) {
    const widgets = feeds.slice(start, start + atOnce).map((feed) => {
      const widget = document.createElement('strillone-news');
      for (const [name, value] of Object.entries({ feed, open: 'first', loading: 'eager' })) {
        widget.setAttribute(name, value);
      }
      return widget;
    });
    const settled = widgets.map(settle);
    document.body.append(...widgets);
    await Promise.all(settled);
    for (const widget of widgets) {
      for (const flaw of flaws(widget.shadowRoot, pictures)) {
        found.push(`${widget.getAttribute('feed')}: ${flaw}`);
      }
      widget.remove();
    }
  }
  const asked = probe.seen.violations.filter((it) => !/^img-src/.test(it));
  window.judged = { found: found.slice(0, 20), asked, pictures: pictures.size };
};

function settle(widget) {
  return new Promise((done) => {
    for (const event of ['strillone:ready', 'strillone:error']) {
      // What was shown is drawn in the turns that follow.
      widget.addEventListener(event, () => setTimeout(done), { once: true });
    }
  });
}

function* flaws(root, pictures) {
  for (const element of root.querySelectorAll('*')) {
    if (!ELEMENTS.has(element.localName)) yield `<${element.localName}>`;
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) yield `<${element.localName} ${name}>`;
      if (SCHEMES[name] && !SCHEMES[name].test(value)) yield `${name}="${value}"`;
    }
    if (element.localName === 'img') pictures.add(element.src);
  }
}
