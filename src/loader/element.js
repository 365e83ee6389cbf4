// The element `<strillone-news>`: its name, its public methods and properties, and the
// browser's calls passed on to the embed behind it.

import { Embed } from './embed.js';

export const ELEMENT_NAME = 'strillone-news';

/** Defines the element, unless this or another copy of the script has done so already. */
export function defineElement() {
  const known = customElements.get(ELEMENT_NAME);
  if (!known) {
    customElements.define(ELEMENT_NAME, elementClass());
  } else if (known.version !== __VERSION__) {
    const other = known.version ? `version ${known.version}` : `another element ${ELEMENT_NAME}`;
    console.info(`strillone: ${other} is on this page already, ${__VERSION__} stands back.`);
  }
}

function elementClass() {
  /** Keeps what is behind an element out of the page's reach. */
  const embeds = new WeakMap();
  const embedOf = (element) => embeds.get(element);

  return class StrilloneNews extends HTMLElement {
    static get version() {
      return __VERSION__;
    }

    constructor() {
      super();
      embeds.set(this, new Embed(this));
    }

    connectedCallback() {
      embedOf(this).enter();
    }

    disconnectedCallback() {
      embedOf(this).leave();
    }

    // With this, `moveBefore` leaves the widget alone instead of taking it out and in again.
    // https://html.spec.whatwg.org/multipage/custom-elements.html#preserving-custom-element-state-when-moved
    connectedMoveCallback() {}

    /** Asks for the feeds now. */
    refresh() {
      embedOf(this).refresh();
    }

    /** Stops all motion. */
    pause() {
      embedOf(this).rest(true);
    }

    /** Lets motion go on. */
    play() {
      embedOf(this).rest(false);
    }

    /** `idle`, `loading`, `ready`, `stale`, `offline`, `empty` or `failed`. */
    get state() {
      return embedOf(this).state;
    }

    /** The shown items as plain objects. */
    get items() {
      return embedOf(this).items;
    }
  };
}
