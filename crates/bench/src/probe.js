// Watches a page from its first moment on, and tells when its headlines are there. `expected` is
// set before it: how many headlines there will be, and how many components take over from them.
(() => {
  // Frames have their own.
  if (self !== top || location.protocol === 'about:') return;
  performance.mark('bench-begin');

  const HEADLINE = /Notizia numero \d+/g;
  /** Long enough for what a page does after it is ready. */
  const QUIET = 600;
  const seen = { first: 0, all: 0, usable: 0, shift: 0 };
  /** How many headlines there are in the document and in each shadow root. */
  const counts = new Map();
  let ready = 0;
  const observer = new MutationObserver(look);

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };
  watch(document);
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener(
    'strillone:ready',
    ({ target }) => {
      // The first headlines stand until all rows of the component are there.
      const take = () => {
        if (target.shadowRoot.querySelector('[data-first]')) return requestAnimationFrame(take);
        ready += 1;
        if (ready === expected.widgets) after(() => noted('usable'));
      };
      take();
    },
    true,
  );

  function watch(root) {
    if (counts.has(root)) return;
    counts.set(root, headlinesIn(root));
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  }

  function look(changes) {
    // One that is declared in the page is attached by no call.
    for (const { shadowRoot } of document.querySelectorAll('strillone-news')) {
      if (shadowRoot) watch(shadowRoot);
    }
    for (const root of new Set(changes.map(({ target }) => target.getRootNode()))) {
      if (counts.has(root)) counts.set(root, headlinesIn(root));
    }
    const count = [...counts.values()].reduce((sum, it) => sum + it);
    if (count > 0 && !seen.first) after(() => noted('first'));
    if (count >= expected.headlines) {
      observer.disconnect();
      after(() => noted('all'));
    }
  }

  function headlinesIn(root) {
    return new Set(((root.body || root).textContent || '').match(HEADLINE)).size;
  }

  /** Calls back when the frame that shows what was just done has been drawn. */
  function after(action) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = action;
      port2.postMessage(0);
    });
  }

  function noted(name) {
    seen[name] = seen[name] || performance.now();
    if (seen.first && seen.all && (seen.usable || !expected.widgets)) end();
  }

  let isEnding = false;
  function end() {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => {
      performance.mark('bench-end');
      benchSeen(JSON.stringify(seen));
    }, QUIET);
  }
})();
