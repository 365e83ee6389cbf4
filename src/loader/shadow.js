// What the loader draws itself: the room the widget will take, and what stands in it while
// the widget is not there yet or can never be.

import widgetStyle from 'strillone-style';
import { bare, createElement } from './bare.js';
import { carry } from './first/takeover.js';
import { guarded } from './guard.js';
import { feedAddresses } from './network/request.js';
import { layoutOf, limitOf } from './options.js';

// `flow-root`, so that no margin of the partner's own content reaches out of the element: it
// would move the page when that content makes room for the widget.
const STYLE = `${widgetStyle}
:host,.place,.fallback{display:flow-root}
:host([hidden]),[hidden]{display:none}
.fallback,.skeleton{min-block-size:inherit}
.fallback[data-first]>:not(.first){display:none}
.skeleton{opacity:.12;background:repeating-linear-gradient(transparent 0 .5em,currentColor .5em 1.5em,transparent 1.5em 2em)}`;

/**
 * The sheets of all widgets, by their rules. None changes once it is adopted: WebKit crashes when one
 * does that a shadow root has adopted whose host is gone.
 * @type {Map<string, CSSStyleSheet>}
 */
const sharedSheets = new Map();

/** What `strillone print` has written. */
const PRINTED = '.place[data-printed]';

/** The rules of what only the component draws, once it is here. */
let componentStyle = '';

/**
 * Opens the shadow root of `host`. The slot shows the partner's own content; beside it, for a
 * partner who gives none, lies a quiet skeleton and later perhaps a link.
 * @param {HTMLElement} host
 */
export function openShadow(host) {
  // One that a server has sent along is used; in it stay what was printed, and its style sheet.
  const root = host.shadowRoot || host.attachShadow(bare({ mode: 'open' }));
  const printed = printedIn(root);
  const restore = printed && carry(printed);
  for (const other of Array.from(root.children)) {
    if (other !== printed && other.localName !== 'link') other.remove();
  }
  const place = division('place');
  const fallback = division('fallback');
  const first = division('place first');
  const skeleton = division('skeleton');
  const slot = createElement('slot');
  /** @type {HTMLElement} */
  let spare = skeleton;
  fallback.append(first, slot, spare);
  root.append(place, fallback);

  // White space between the tags counts as content for a slot, but not for a partner.
  const preferOwnContent = () => {
    spare.hidden = slot
      .assignedNodes()
      .some((node) =>
        node instanceof Element
          ? !(node instanceof HTMLTemplateElement)
          : Boolean((node.nodeValue || '').trim()),
      );
  };

  /** @param {boolean} isShown */
  const showFirst = (isShown) => {
    fallback.toggleAttribute('data-first', isShown);
  };

  /** @param {Element | undefined} found what a server has printed */
  const adopt = (found) => {
    if (!found) return;
    found.remove();
    if (first.firstChild || fallback.hidden) return;
    first.append(found);
    showFirst(true);
  };

  // A parser that comes to the template after the script finds a shadow root there, and leaves
  // the template as it is, as do engines that know no such templates. Or it is still within it.
  const adoptLate = () => {
    adopt(printedIn(root));
    for (const node of slot.assignedNodes()) {
      // What follows says that it is whole.
      if (node instanceof HTMLTemplateElement && node.nextSibling) {
        adopt(printedIn(node.content));
      }
    }
  };
  slot.addEventListener(
    'slotchange',
    guarded(() => {
      adoptLate();
      preferOwnContent();
    }),
  );

  /** @param {HTMLElement} element */
  const showSpare = (element) => {
    spare.replaceWith(element);
    spare = element;
    preferOwnContent();
  };

  const { ownSheet, setStyle } = adoptSheets(root);
  adopt(printed);
  if (printed && restore) restore(printed);

  /** @param {string} length */
  const setReserve = (length) => {
    if (ownSheet) ownSheet.replaceSync(`:host{min-block-size:${length}}`);
  };

  return {
    place,
    fallback,
    /** Where the first headlines stand. */
    first,

    /**
     * The component is here.
     * @param {() => string} style the rules of what only it draws
     */
    addStyle(style) {
      componentStyle = componentStyle || style();
      setStyle();
    },

    /** Shows the first headlines in place of the partner's own content. */
    showFirst,

    /**
     * Makes ready for a widget that is still to come.
     * @param {HTMLElement} host
     */
    wait(host) {
      // What is printed takes the room that it needs.
      if (!first.firstChild) this.reserve(host);
      showSpare(skeleton);
    },

    /**
     * Keeps room for the widget, so that the page does not move when it comes.
     * @param {HTMLElement} host
     */
    reserve(host) {
      setReserve(`var(--strillone-reserve,${estimate(host)}em)`);
    },

    /**
     * The feed failed: unless the widget has something to show, a link leads to its site.
     * @param {HTMLElement} host
     */
    offerLink(host) {
      if (fallback.hidden || first.firstChild) return;
      setReserve('0');
      showSpare(linkToSite(host) || division('nothing'));
    },

    /** The widget is gone; what it drew is dead. */
    clear() {
      place.replaceChildren();
      fallback.hidden = false;
    },
  };
}

/** @param {string} name */
function division(name) {
  const element = createElement('div');
  element.className = name;
  return element;
}

/** @param {ParentNode} tree */
const printedIn = (tree) => Array.from(tree.children).find((it) => it.matches(PRINTED));

/** @param {string} style */
function sharedSheet(style) {
  let sheet = sharedSheets.get(style);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    sharedSheets.set(style, sheet);
  }
  return sheet;
}

/**
 * Style sheets are adopted, the same for all widgets of the page, because strict content policies
 * ignore the element and the attribute. Returns the sheet of this root alone; none where sheets
 * cannot be made.
 * @param {ShadowRoot} root
 * @returns {{ ownSheet?: CSSStyleSheet, setStyle(): void }}
 */
function adoptSheets(root) {
  try {
    const ownSheet = new CSSStyleSheet();
    const setStyle = () => {
      const adopted = Array.from(root.adoptedStyleSheets);
      const wanted = [STYLE, componentStyle].filter(Boolean).map(sharedSheet);
      root.adoptedStyleSheets = adopted.concat(wanted.filter((it) => !adopted.includes(it)));
    };
    setStyle();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ownSheet];
    return { ownSheet, setStyle };
  } catch {
    // Safari before 16.4 knows no constructable style sheets.
    const element = createElement('style');
    const setStyle = () => {
      element.textContent = STYLE + componentStyle;
    };
    setStyle();
    root.append(element);
    return { setStyle };
  }
}

/**
 * About the height of the finished widget, in `em`; a partner who knows better says so.
 * @param {HTMLElement} host
 */
function estimate(host) {
  const layout = layoutOf(host);
  if (layout === 'ticker' || layout === 'rotator') return 2.75;
  return 2 * Math.min(limitOf(host), 50);
}

/** @param {HTMLElement} host */
function linkToSite(host) {
  const [address] = feedAddresses(host);
  if (!address) return undefined;
  const { host: name, origin } = new URL(address);
  const link = createElement('a');
  link.href = origin;
  link.textContent = name;
  link.setAttribute('part', 'notice');
  return link;
}
