// The first headlines must be the component's, letter by letter. Whatever they cannot be sure of
// is thrown, and the skeleton stays: not to draw is always right.

/**
 * Gives up, unless `holds`.
 * @param {unknown} holds
 * @returns {asserts holds}
 */
export function require(holds) {
  if (!holds) throw new Error();
}

/**
 * What `action` makes; nothing where it gives up, or the page has broken what it is made of.
 * @template T
 * @param {() => T} action
 */
export function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
