// What the loader draws itself: the room the widget will take, and what stands in it while
// the widget is not there yet or can never be.

import widgetStyle from 'strillone-style';
import { bare, createElement } from './bare.js';
import { carry } from './first/takeover.js';
import { guarded } from './guard.js';
import { feedAddresses } from './network/request.js';
import { layoutOf, limitOf } from './options.js';
import { skeletonOf } from './skeleton.js';

// `flow-root`, so that no margin of the partner's own content reaches out of the element: it
// would move the page when that content makes room for the widget.
const STYLE = `${widgetStyle}
:host,.place,.fallback{display:flow-root}
:host([hidden]),[hidden]{display:none}
.fallback,.skeleton{min-block-size:inherit}
.fallback[data-first]>:not(.first){display:none}`;

/** @type {CSSStyleSheet | undefined} */
let sharedSheet;
let sharedStyle = '';

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
  skeleton.ariaHidden = 'true';
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

  let reserved = 0;
  /** @param {number} height about that of the widget; a partner who knows better says so */
  const keep = (height) => {
    reserved = height;
    setReserve(`var(--strillone-reserve,${height}px)`);
  };
  // What the widget does not need of it is given back where no reader sees the page move: what is
  // below the window at once, the rest when the widget has left the window.
  const giveBack = () => {
    keep(Math.max(0, Math.min(reserved, innerHeight - host.getBoundingClientRect().top)));
    departure.observe(host);
  };
  const departure = new IntersectionObserver(
    guarded(([entry]) => {
      if (!entry || entry.isIntersecting) return;
      if (entry.boundingClientRect.top > 0 || CSS.supports('overflow-anchor: auto')) keep(0);
    }),
  );
  const measure = () => {
    const drawn = /** @type {HTMLElement | null} */ (skeleton.firstElementChild);
    const height = drawn ? drawn.offsetHeight : 0;
    if (!height && reserved) giveBack();
    if (!drawn || !height || height === reserved) return;
    departure.disconnect();
    // A scroll bar that comes by it makes the box narrower, and browsers report a loop of changes to
    // the page as an error.
    measurement.disconnect();
    keep(height);
    requestAnimationFrame(
      guarded(() => {
        if (drawn.isConnected) measurement.observe(drawn);
      }),
    );
  };
  const measurement = new ResizeObserver(guarded(measure));

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
      // What is printed takes the room that it needs. Far below, a skeleton for each widget would
      // cost the page more than it is worth.
      if (!first.firstChild) setReserve(`var(--strillone-reserve,${estimate(host)}em)`);
      showSpare(skeleton);
    },

    /**
     * Keeps the room that the widget will need in its box, so that the page does not move when it
     * comes.
     * @param {HTMLElement} host
     */
    reserve(host) {
      if (first.firstChild) return;
      const drawn = skeletonOf(host);
      skeleton.replaceChildren(drawn);
      measurement.disconnect();
      if (fallback.hidden) keep(0);
      else measurement.observe(drawn);
    },

    /**
     * The feed failed: unless the widget has something to show, a link leads to its site.
     * @param {HTMLElement} host
     */
    offerLink(host) {
      if (fallback.hidden || first.firstChild) return;
      measurement.disconnect();
      setReserve('0');
      showSpare(linkToSite(host) || division('nothing'));
    },

    /** The widget is gone; what it drew is dead. */
    clear() {
      measurement.disconnect();
      departure.disconnect();
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

const wholeStyle = () => STYLE + componentStyle;

/**
 * Style sheets are adopted, one for all widgets of the page, because strict content policies
 * ignore the element and the attribute. Returns the sheet of this root alone; none where sheets
 * cannot be made.
 * @param {ShadowRoot} root
 * @returns {{ ownSheet?: CSSStyleSheet, setStyle(): void }}
 */
function adoptSheets(root) {
  try {
    const ownSheet = new CSSStyleSheet();
    const shared = (sharedSheet = sharedSheet || new CSSStyleSheet());
    const setStyle = () => {
      const style = wholeStyle();
      if (style !== sharedStyle) shared.replaceSync((sharedStyle = style));
    };
    setStyle();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, shared, ownSheet];
    return { ownSheet, setStyle };
  } catch {
    // Safari before 16.4 knows no constructable style sheets.
    const element = createElement('style');
    const setStyle = () => {
      element.textContent = wholeStyle();
    };
    setStyle();
    root.append(element);
    return { setStyle };
  }
}

/**
 * The height of a widget that is still far away, in `em`.
 * @param {HTMLElement} host
 */
function estimate(host) {
  const layout = layoutOf(host);
  return layout === 'ticker' || layout === 'rotator' ? 2.75 : 2 * Math.min(limitOf(host), 50);
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
