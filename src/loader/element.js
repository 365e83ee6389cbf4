// The element `<strillone-news>`: its name, its public methods and properties, and the
// browser's calls passed on to the widget behind it.

import { widgetOf } from './widget.js';
import { guarded } from './guard.js';

export const ELEMENT_NAME = 'strillone-news';

/**
 * Defines the element, unless this or another copy of the script has done so already.
 * @returns {boolean} whether it was this one
 */
export function defineElement() {
  const known = /** @type {{ version?: string } | undefined} */ (customElements.get(ELEMENT_NAME));
  if (!known) customElements.define(ELEMENT_NAME, elementClass());
  else if (known.version !== __VERSION__) {
    const other = known.version ? `version ${known.version}` : `another element ${ELEMENT_NAME}`;
    console.info(`strillone: ${other} is on this page already, ${__VERSION__} stands back.`);
  }
  return !known;
}

function elementClass() {
  /**
   * Keeps what is behind an element out of the page's reach.
   * @type {WeakMap<HTMLElement, import('./widget.js').Widget>}
   */
  const widgets = new WeakMap();
  /**
   * Does nothing on what is no element of ours: pages look through prototypes.
   * @param {HTMLElement} element
   * @param {(widget: import('./widget.js').Widget) => void} action
   */
  const onWidget = (element, action) => {
    const widget = widgets.get(element);
    if (widget) guarded(action)(widget);
  };

  return class StrilloneNews extends HTMLElement {
    static get version() {
      return __VERSION__;
    }

    constructor() {
      super();
      widgets.set(this, widgetOf(this));
    }

    connectedCallback() {
      onWidget(this, (widget) => widget.enter());
    }

    disconnectedCallback() {
      onWidget(this, (widget) => widget.leave());
    }

    // With this, `moveBefore` leaves the widget alone instead of taking it out and in again.
    // https://html.spec.whatwg.org/multipage/custom-elements.html#preserving-custom-element-state-when-moved
    connectedMoveCallback() {}

    /** Asks for the feeds now. */
    refresh() {
      onWidget(this, (widget) => widget.refresh());
    }

    /** Stops all motion. */
    pause() {
      onWidget(this, (widget) => widget.pause());
    }

    /** Lets motion go on. */
    play() {
      onWidget(this, (widget) => widget.play());
    }

    /** `idle`, `loading`, `ready`, `stale`, `offline`, `empty` or `failed`. */
    get state() {
      const own = widgets.get(this);
      return own ? own.state() : 'idle';
    }

    /** The shown items as plain objects. */
    get items() {
      const own = widgets.get(this);
      return own ? own.items() : [];
    }
  };
}
