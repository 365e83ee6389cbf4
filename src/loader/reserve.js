// The room that is kept for a widget, so that the page does not move when its headlines come. It
// has the height of the skeleton; a partner who knows better says so.

import { guarded } from './guard.js';
import { limitOf } from './options.js';
import { isLineOf, skeletonOf } from './skeleton.js';

/**
 * @param {HTMLElement} host the `<strillone-news>`
 * @param {HTMLElement} fallback all that stands in the widget's place
 * @param {HTMLElement} place where the skeleton stands
 * @param {(length: string) => void} set the least height of `host`
 */
export function reserveOf(host, fallback, place, set) {
  let reserved = 0;

  /** @param {string} length */
  const suggest = (length) => set(`var(--strillone-reserve,${length})`);

  /** @param {number} height in CSS pixels */
  const keep = (height) => {
    reserved = height;
    suggest(`${height}px`);
  };

  // What the widget does not need of it is given back where no reader sees the page move: what is
  // below the window at once, the rest when the widget has left the window.
  const giveBack = () => {
    keep(Math.max(0, Math.min(reserved, innerHeight - host.getBoundingClientRect().top)));
    departure.observe(host);
  };

  const departure = new IntersectionObserver(
    guarded(([entry]) => {
      if (!entry || entry.isIntersecting || !host.isConnected) return;
      if (entry.boundingClientRect.top > 0 || CSS.supports('overflow-anchor: auto')) keep(0);
    }),
  );

  const measure = () => {
    const drawn = /** @type {HTMLElement | null} */ (place.firstElementChild);
    if (!drawn) return;
    if (fallback.hidden) {
      measurement.disconnect();
      drawn.remove();
      giveBack();
    } else if (drawn.offsetHeight) {
      departure.disconnect();
      if (drawn.offsetHeight !== reserved) keep(drawn.offsetHeight);
    }
  };

  // Before the next frame is painted. Not at once: other observers may look at the element, and
  // browsers report a change of what they have seen in the same frame as an error of the page.
  const measureSoon = () => requestAnimationFrame(guarded(measure));
  const measurement = new ResizeObserver(measureSoon);

  return {
    /** About, while it is far away: a skeleton for each widget would cost the page too much. */
    estimate() {
      suggest(`${isLineOf(host) ? 2.75 : 2 * Math.min(limitOf(host), 50)}em`);
    },

    /**
     * As the skeleton needs it, as long as that is seen.
     * @param {number} [height] that the page has seen until now: rows may come before the skeleton
     */
    measure(height) {
      reserved = reserved || height || 0;
      const drawn = skeletonOf(host);
      place.replaceChildren(drawn);
      measurement.disconnect();
      measurement.observe(drawn);
      measurement.observe(fallback);
      measureSoon();
    },

    /** None is needed. */
    giveUp() {
      measurement.disconnect();
      departure.disconnect();
      keep(0);
    },

    /** There will be no component, or the element has left. */
    settle() {
      measurement.disconnect();
      if (reserved && host.isConnected) giveBack();
      else departure.disconnect();
    },
  };
}
