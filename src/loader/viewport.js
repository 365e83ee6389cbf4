// A widget far below the fold costs nothing until the reader comes near it.

const MARGIN = '400px';

/** What to do when an element comes near. One observer serves all widgets of the page. */
const actions = new Map();
let observer;

/**
 * Calls `action` once when `host` comes near the viewport; at once when it is to be eager or
 * when the browser cannot tell.
 * @returns {() => void} stops waiting
 */
export function whenNear(host, action) {
  if (host.getAttribute('loading') === 'eager' || !self.IntersectionObserver) {
    // After the caller has what is returned here.
    queueMicrotask(action);
    return () => {};
  }
  observer = observer || new IntersectionObserver(arrive, { rootMargin: MARGIN });
  actions.set(host, action);
  observer.observe(host);
  return () => {
    actions.delete(host);
    observer.unobserve(host);
  };
}

function arrive(entries) {
  for (const { isIntersecting, target } of entries) {
    const action = isIntersecting && actions.get(target);
    if (action) action();
  }
}
