// The component takes over from the first headlines: in one task, in which everything that the
// reader is at goes over to the same thing in the component.

/** What the reader may be at within a headline. */
const PIECES = ['headline', 'time', 'dateline', 'comments', 'summary', 'toggle'];
const SCROLLED = ['.root', '.track', '.list'];

/**
 * Notes what the reader is at in `from`, a tree of first headlines.
 * @param {Element} from
 * @returns {(to: Element) => void} brings the reader to the same in the component's tree
 */
export function carry(from) {
  const scrolls = SCROLLED.map((selector) => {
    const { scrollTop: top, scrollLeft: left } = boxIn(from, selector) || from;
    return { selector, top, left };
  });
  // WebKit lays out a container before what is in it: the page is short for a moment, and scrolled.
  const page = !CSS.supports('overflow-anchor: auto') && { left: scrollX, top: scrollY };
  const root = /** @type {ShadowRoot} */ (from.getRootNode());
  const focus = place(from, root.activeElement);
  const range = selected(root);
  const start = range && place(from, range.startContainer);
  const end = range && place(from, range.endContainer);
  return (to) => {
    if (page) scrollTo({ ...page, behavior: 'instant' });
    for (const { selector, top, left } of scrolls) {
      const box = boxIn(to, selector);
      if (box && (top || left)) box.scrollTo({ top, left, behavior: 'instant' });
    }
    const focused = focus && focus(to);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    const first = start && textIn(start(to));
    const last = end && textIn(end(to));
    const selection = getSelection();
    if (range && first && last && selection) {
      const within = (/** @type {Node} */ text, /** @type {number} */ offset) =>
        Math.min(offset, (text.nodeValue || '').length);
      selection.setBaseAndExtent(
        first,
        within(first, range.startOffset),
        last,
        within(last, range.endOffset),
      );
    }
  };
}

/**
 * @param {Element} tree
 * @param {string} selector
 */
function boxIn(tree, selector) {
  return tree.matches(selector) ? tree : tree.querySelector(selector);
}

/**
 * How to find in another tree what `node` is or is in; nothing where it is not in this one.
 * @param {Element} from
 * @param {Node | null} node
 * @returns {((to: Element) => Element | null | undefined) | undefined}
 */
function place(from, node) {
  const element = node instanceof Element ? node : node && node.parentElement;
  if (!element || !from.contains(element)) return undefined;
  const item = element.closest('.item');
  if (!item) {
    const link = element.closest('a');
    const href = link && link.getAttribute('href');
    if (href) return (to) => [...to.querySelectorAll('a')].find((it) => it.getAttribute('href') === href);
    const name = element.closest('.heading,.list') || from;
    return (to) => to.querySelector(`.${name.classList[0]}`) || to;
  }
  const piece = PIECES.find((name) => element.closest(`.${name}`));
  const index = [...from.querySelectorAll('.item')].indexOf(item);
  const address = addressOf(item);
  return (to) => {
    const items = [...to.querySelectorAll('.list:not(.copy) > .item')];
    const same = items.find((it) => address && addressOf(it) === address) || items[index];
    return same && (piece ? same.querySelector(`.${piece}`) : same);
  };
}

/** @param {Element} item */
function addressOf(item) {
  const link = item.querySelector('a.headline');
  return link && link.getAttribute('href');
}

/**
 * What is selected in a shadow tree, which a page's own selection does not say.
 * @param {ShadowRoot & { getSelection?: () => Selection }} root
 * @returns {AbstractRange | undefined}
 */
function selected(root) {
  const selection = getSelection();
  if (!selection || selection.type === 'None') return undefined;
  if (selection.getComposedRanges) {
    return selection.getComposedRanges({ shadowRoots: [root] })[0];
  }
  const inner = root.getSelection ? root.getSelection() : selection;
  return inner.rangeCount ? inner.getRangeAt(0) : undefined;
}

/** @param {Element | null | undefined} element */
function textIn(element) {
  return element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
}
