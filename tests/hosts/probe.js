// The first script of every host page. It notes what a page must never see of the widget, and
// gives the tests short names for what they look at.
(() => {
  // The stage says how far its clock is from that of the machine.
  const { now } = Date;
  const ahead = Number('{{ahead}}');
  Date.now = () => now() + ahead;

  const seen = {
    errors: [],
    rejections: [],
    violations: [],
    complaints: [],
    warnings: [],
    events: [],
    shifts: [],
  };

  addEventListener('error', ({ message, filename, lineno }) => {
    if (message) seen.errors.push(`${message} (${filename}:${lineno})`);
  });
  addEventListener('unhandledrejection', ({ reason }) => seen.rejections.push(String(reason)));
  document.addEventListener('securitypolicyviolation', (violation) => {
    seen.violations.push(`${violation.effectiveDirective} ${violation.blockedURI}`);
  });

  for (const level of ['error', 'warn', 'info', 'log']) {
    const write = console[level];
    console[level] = (...words) => {
      if (String(words[0]).startsWith('strillone:')) seen.complaints.push(words.join(' '));
      if (/error|warn/.test(level)) seen.warnings.push(words.join(' '));
      write.apply(console, words);
    };
  }

  for (const name of ['ready', 'update', 'open', 'preview', 'follow', 'error']) {
    document.addEventListener(`strillone:${name}`, ({ detail, target }) => {
      seen.events.push({ name, detail, target: target.id });
    });
  }

  try {
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) seen.shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
  } catch {
    // Only Chromium measures shifts: https://wicg.github.io/layout-instability/
  }

  // In the page and in the shadow roots of its own elements.
  const all = (selector) => {
    const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
    const roots = hosts.map(({ shadowRoot }) => shadowRoot);
    return [document, ...roots].flatMap((root) => [...root.querySelectorAll(selector)]);
  };
  const widgets = () => all('strillone-news');
  const parts = (name, number = 0) => {
    const root = widgets()[number] && widgets()[number].shadowRoot;
    const found = root ? [...root.querySelectorAll(`[part~=${name}]`)] : [];
    // What stands there before the component is not yet the widget.
    const live = found.filter((part) => !part.closest('.first'));
    return live.filter((part) => part.getClientRects().length > 0);
  };
  const texts = (name, number) =>
    parts(name, number).map((part) => part.textContent.replace(/\s+/g, ' ').trim());
  const isShown = (element) => Boolean(element) && element.getClientRects().length > 0;

  self.probe = { seen, all, widgets, parts, texts, isShown };
})();
