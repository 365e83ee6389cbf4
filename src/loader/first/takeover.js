// The component takes over from the first headlines: in one task, in which everything that the
// reader is at goes over to the same thing in the component.

/** What the reader may be at within a headline. */
const PIECES = ['headline', 'time', 'dateline', 'comments', 'summary'];
const SCROLLED = ['.root', '.track', '.list'];

/**
 * Notes what the reader is at in `from`, a tree of first headlines.
 * @returns {(to: Element) => void} brings the reader to the same in the component's tree
 */
export function carry(from) {
  const root = from.getRootNode();
  const focus = place(from, root.activeElement);
  const range = selected(root);
  const ends = range && [
    [place(from, range.startContainer), range.startOffset],
    [place(from, range.endContainer), range.endOffset],
  ];
  const scrolls = SCROLLED.map((selector) => {
    const box = from.matches(selector) ? from : from.querySelector(selector);
    return box && [selector, box.scrollTop, box.scrollLeft];
  });
  return (to) => {
    for (const [selector, top, left] of scrolls.filter(Boolean)) {
      const box = to.matches(selector) ? to : to.querySelector(selector);
      if (box && (top || left)) box.scrollTo({ top, left, behavior: 'instant' });
    }
    const focused = focus && focus(to);
    if (focused) focused.focus({ preventScroll: true });
    const [start, end] = (ends || []).map(([find, offset]) => find && [textIn(find(to)), offset]);
    if (start && end && start[0] && end[0]) {
      const limited = ([text, offset]) => [text, Math.min(offset, text.length)];
      document.getSelection().setBaseAndExtent(...limited(start), ...limited(end));
    }
  };
}

/** How to find in another tree what `node` is or is in; nothing where it is not in this one. */
function place(from, node) {
  const element = node && (node.nodeType === 1 ? node : node.parentElement);
  if (!element || !from.contains(element)) return undefined;
  const item = element.closest('.item');
  if (!item) {
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

function addressOf(item) {
  const link = item.querySelector('a.headline');
  return link && link.href;
}

/** What is selected in a shadow tree, which a page's own selection does not say. */
function selected(root) {
  const selection = document.getSelection();
  if (!selection || selection.type === 'None') return undefined;
  if (selection.getComposedRanges) {
    return selection.getComposedRanges({ shadowRoots: [root] })[0];
  }
  const inner = root.getSelection ? root.getSelection() : selection;
  return inner.rangeCount ? inner.getRangeAt(0) : undefined;
}

function textIn(element) {
  return element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
}
