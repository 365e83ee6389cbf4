// What the loader draws itself: the room the widget will take, and what stands in it while
// the widget is not there yet or can never be.

import widgetStyle from 'strillone-style';
import { bare, createElement } from './bare.js';
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

/** @type {CSSStyleSheet | undefined} */
let sharedSheet;

/**
 * Opens the shadow root of `host`. The slot shows the partner's own content; beside it, for a
 * partner who gives none, lies a quiet skeleton and later perhaps a link.
 * @param {HTMLElement} host
 */
export function openShadow(host) {
  // A shadow root that the page's server has sent along is used, and emptied.
  const root = host.attachShadow(bare({ mode: 'open' }));
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
      .some((node) => node.nodeType === 1 || Boolean((node.nodeValue || '').trim()));
  };
  slot.addEventListener('slotchange', guarded(preferOwnContent));

  /** @param {HTMLElement} element */
  const showSpare = (element) => {
    spare.replaceWith(element);
    spare = element;
    preferOwnContent();
  };

  const ownSheet = adoptSheets(root);
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
     * Shows the first headlines in place of the partner's own content.
     * @param {boolean} isShown
     */
    showFirst(isShown) {
      fallback.toggleAttribute('data-first', isShown);
    },

    /**
     * Makes ready for a widget that is still to come.
     * @param {HTMLElement} host
     */
    wait(host) {
      this.reserve(host);
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

/**
 * Style sheets are adopted, one for all widgets of the page, because strict content policies
 * ignore the element and the attribute. Returns the sheet of this root alone; nothing where
 * sheets cannot be made.
 * @param {ShadowRoot} root
 */
function adoptSheets(root) {
  try {
    const ownSheet = new CSSStyleSheet();
    if (!sharedSheet) {
      sharedSheet = new CSSStyleSheet();
      sharedSheet.replaceSync(STYLE);
    }
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sharedSheet, ownSheet];
    return ownSheet;
  } catch {
    appendStyleElement(root);
    return undefined;
  }
}

/**
 * Safari before 16.4 knows no constructable style sheets.
 * @param {ShadowRoot} root
 */
function appendStyleElement(root) {
  const style = createElement('style');
  style.textContent = STYLE;
  root.append(style);
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
