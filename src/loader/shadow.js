// What the loader draws itself: the room the widget will take, and what stands in it while
// the widget is not there yet or can never be.

import widgetStyle from 'strillone-style';
import { bare, createElement } from './bare.js';
import { element } from './elements.js';
import { carry } from './first/takeover.js';
import { guarded } from './guard.js';
import { feedAddresses } from './network/request.js';
import { reserveOf } from './reserve.js';

// `flow-root`, so that no margin of the partner's own content reaches out of the element: it
// would move the page when that content makes room for the widget.
const STYLE = `${widgetStyle}
:host,.place,.fallback{display:flow-root}
:host([hidden]),[hidden]{display:none}
.fallback,.skeleton{min-block-size:inherit}
.place[data-first],.fallback[data-first]>:not(.first){display:none}
.fallback[data-first]{display:flow-root!important}`;

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
  const skeleton = element('div', { class: 'skeleton', 'aria-hidden': 'true' });
  const slot = createElement('slot');
  /** @type {HTMLElement} */
  let spare = skeleton;
  fallback.append(first, slot, spare);
  root.append(place, fallback);

  // White space between the tags counts as content for a slot, but not for a partner. What is not
  // seen is still laid out, because its height is asked for.
  const preferOwnContent = () => {
    const isUnseen = slot
      .assignedNodes()
      .some((node) =>
        node instanceof Element
          ? !(node instanceof HTMLTemplateElement)
          : Boolean((node.nodeValue || '').trim()),
      );
    spare.style.cssText = isUnseen ? 'visibility:hidden;block-size:0;min-block-size:0' : '';
  };

  /** @param {boolean} isShown */
  const showFirst = (isShown) => {
    // The component may be there already: it is not seen before it takes over.
    for (const it of [place, fallback]) it.toggleAttribute('data-first', isShown);
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
        const found = printedIn(node.content);
        root.prepend(...node.content.querySelectorAll('link'));
        adopt(found);
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

  /** @param {HTMLElement} other */
  const showSpare = (other) => {
    spare.replaceWith(other);
    spare = other;
    preferOwnContent();
  };

  const { ownSheet, setStyle } = adoptSheets(root);
  adopt(printed);
  if (printed && restore) restore(printed);

  /** @param {string} length */
  const setReserve = (length) => {
    if (ownSheet) ownSheet.replaceSync(`:host{min-block-size:${length}}`);
  };

  const room = reserveOf(host, fallback, skeleton, setReserve);

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

    /** Makes ready for a widget that is still to come. */
    wait() {
      // What is printed takes the room that it needs.
      if (!first.firstChild) room.estimate();
      showSpare(skeleton);
    },

    /**
     * Keeps the room that the widget will need in its box.
     * @param {number} [height] that it has been given until now, in CSS pixels
     */
    reserve(height) {
      if (first.firstChild) return;
      if (fallback.hidden) room.giveUp();
      else room.measure(height);
    },

    /**
     * The feed failed: unless the widget has something to show, a link leads to its site.
     * @param {HTMLElement} host
     */
    offerLink(host) {
      if (fallback.hidden || first.firstChild) return;
      room.giveUp();
      setReserve('0');
      showSpare(linkToSite(host) || division('nothing'));
    },

    /** The widget is gone; what it drew is dead. */
    clear() {
      place.replaceChildren();
      fallback.hidden = false;
      room.settle();
    },
  };
}

/** @param {string} name */
const division = (name) => element('div', { class: name });

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
    const style = createElement('style');
    const setStyle = () => {
      style.textContent = STYLE + componentStyle;
    };
    setStyle();
    root.append(style);
    return { setStyle };
  }
}

/** @param {HTMLElement} host */
function linkToSite(host) {
  const [address] = feedAddresses(host);
  if (!address) return undefined;
  const { hostname, origin } = new URL(address);
  const link = createElement('a');
  link.href = origin;
  link.textContent = (host.getAttribute('heading') || '').trim() || hostname.replace(/^www\./, '');
  link.setAttribute('part', 'notice');
  return link;
}
