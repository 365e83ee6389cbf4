// Short names for what a reader notices: where the focus is, what is cut off, how a line runs.
(() => {
  /** Puts a widget on the page. */
  const add = (attributes, style = '') => {
    const widget = document.createElement('strillone-news');
    const all = { feed: '/feed.xml', loading: 'eager', ...attributes };
    all.feed = new URL(all.feed, feeds).href;
    for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
    widget.style.cssText = `display: block; ${style}`;
    here.append(widget);
    return widget;
  };

  const root = (number = 0) => probe.widgets()[number].shadowRoot;
  const one = (selector, number) => root(number).querySelector(selector);

  /** What has the focus, within whichever shadow root. */
  const focused = () => {
    let element = document.activeElement;
    while (element.shadowRoot && element.shadowRoot.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  };

  /** "a Uno", "button Anteprima: Uno". */
  const named = (element) => {
    const name = element.getAttribute('aria-label') || element.textContent;
    return `${element.localName} ${name.replace(/\s+/g, ' ').trim().slice(0, 40)}`.trim();
  };

  /** What a widget shows, in short: its state, how many headlines, and what else it says. */
  const told = (id) => {
    const widget = document.getElementById(id);
    const own = widget.querySelector('a');
    const shown = (selector) =>
      (widget.shadowRoot ? [...widget.shadowRoot.querySelectorAll(selector)] : []).filter(
        (part) => !part.closest('.skeleton') && part.checkVisibility({ visibilityProperty: true }),
      );
    const headlines = shown('.list:not(.copy) .headline').map((it) => it.textContent);
    const lines = shown('.heading, .notice, .fresh, .mark, .preview-title, .follow')
      .map((part) => `  ${part.classList[0]}: ${part.textContent.replace(/\s+/g, ' ').trim()}`)
      // Times depend on the day.
      .map((line) => line.replace(/\d\d?:\d\d(\s[AP]M)?/g, 'TIME'));
    if (headlines.length > 0) lines.push(`  ${headlines.length} × ${headlines[0].slice(0, 50)}`);
    if (probe.isShown(own)) lines.push(`  own: ${own.textContent}`);
    return [widget.state, ...lines].join('\n');
  };

  const parent = (element) =>
    element.parentElement || (element.getRootNode().host !== undefined && element.getRootNode().host);

  /** Whether an element is whole within the window and within every box that clips it. */
  const isInView = (element) => {
    const box = element.getBoundingClientRect();
    const isWithin = ({ left, top, right, bottom }) =>
      box.left >= left - 1 && box.top >= top - 1 && box.right <= right + 1 && box.bottom <= bottom + 1;
    let isSeen = isWithin({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    for (let box = parent(element); box; box = parent(box)) {
      const clips = getComputedStyle(box).overflowX !== 'visible' && box !== document.documentElement;
      if (clips) isSeen = isSeen && isWithin(box.getBoundingClientRect());
    }
    const top = element
      .getRootNode()
      .elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return isSeen && Boolean(top) && (element.contains(top) || top.contains(element));
  };

  /** What has the focus, and whether the reader sees it. */
  const stop = () => `${named(focused())}${isInView(focused()) ? '' : ', out of view'}`;

  /**
   * What is cut off in the page's widgets: `#list .line`. A line that runs is, by its nature, and
   * so are headlines that the partner has cut off after some lines.
   */
  const cut = () =>
    probe.widgets().flatMap((widget) =>
      (widget.shadowRoot ? [...widget.shadowRoot.querySelectorAll('.root, .root *')] : [])
        .filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const cuts = (overflow) =>
            ['hidden', 'clip'].includes(overflow) || element.matches('.root');
          const isCut = [
            cuts(overflowX) && !element.matches('.track') && element.scrollWidth > element.clientWidth + 1,
            cuts(overflowY) && element.scrollHeight > element.clientHeight + 1,
          ];
          return element.matches(':not(.visually-hidden, [data-lines] .headline)') && isCut.includes(true);
        })
        .map((element) => `#${widget.id} ${element.localName}.${element.className}`),
    );

  /** The animations of a ticker's line; one moment of the line belongs to each time of theirs. */
  const animations = (number) =>
    [...root(number).querySelectorAll('.track > .list')].flatMap((list) => list.getAnimations());

  /** How long a round takes, in milliseconds. */
  const round = (number) => animations(number)[0].effect.getTiming().duration;

  /** How far the line has run, in CSS pixels. */
  const way = (number) => {
    const [track, list] = ['.track', '.track > .list'].map((it) => one(it, number).getBoundingClientRect());
    return getComputedStyle(one('.track', number)).direction === 'rtl'
      ? list.right - track.right
      : track.left - list.left;
  };

  /** The headlines in view, and how far each is from where the line's box begins. */
  const seen = (number) => {
    const track = one('.track', number).getBoundingClientRect();
    const isRtl = getComputedStyle(one('.track', number)).direction === 'rtl';
    return [...root(number).querySelectorAll('.track .item')]
      .map((item) => [item.querySelector('.headline').textContent, item.getBoundingClientRect()])
      .filter(([, { left, right }]) => right > track.left && left < track.right)
      .map(([text, { left, right }]) => [text, isRtl ? track.right - right : left - track.left])
      .sort((one, other) => one[1] - other[1]);
  };

  /** How much of the line's box lies under none of the headlines' boxes at its worst stretch. */
  const gap = (number) => {
    const track = one('.track', number).getBoundingClientRect();
    const boxes = [...root(number).querySelectorAll('.track > .list')]
      .map((list) => list.getBoundingClientRect())
      .sort((one, other) => one.left - other.left);
    let [end, worst] = [track.left, 0];
    for (const { left, right } of boxes) {
      worst = Math.max(worst, Math.min(left, track.right) - end);
      end = Math.max(end, right);
    }
    return Math.max(worst, track.right - end);
  };

  /**
   * Goes once around the loop of a line and over its seam, in steps, and tells what a reader
   * would notice: a stretch without the line, or a headline that jumps.
   */
  const faults = (number, steps = 60) => {
    const found = [];
    // While it plays, the engine's own clock is added to the moment that is set.
    for (const animation of animations(number)) animation.pause();
    const duration = round(number);
    const step = duration / steps;
    const speed = one('.track > .list', number).offsetWidth / duration;
    const at = (time) => {
      for (const animation of animations(number)) animation.currentTime = time;
      return seen(number);
    };
    let before = at(0);
    for (let count = 1; count <= steps + 2; count += 1) {
      const now = at(count * step);
      if (gap(number) > 1) found.push(`a gap of ${gap(number)} after ${count} steps`);
      if (now.length === 0) found.push(`nothing after ${count} steps`);
      for (const [text, left] of now) {
        const hasMoved = before.some(
          ([old, place]) => old === text && Math.abs(place - left - speed * step) < 2,
        );
        const width = one('.track', number).clientWidth;
        const isNew = left > width - speed * step - 2;
        if (!hasMoved && !isNew) found.push(`${text} jumps to ${left} after ${count} steps`);
      }
      before = now;
    }
    return found;
  };

  self.reader = {
    add,
    root,
    one,
    told,
    focused,
    named,
    stop,
    cut,
    animations,
    round,
    way,
    seen,
    faults,
  };
})();
