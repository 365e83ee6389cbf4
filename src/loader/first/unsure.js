// The first headlines must be the component's, letter by letter. Whatever they cannot be sure of
// ends in `Unsure`, and the skeleton stays: not to draw is always right.

/** Something that only the component reads. */
export class Unsure extends Error {}

/**
 * Gives up, unless `holds`.
 * @param {unknown} holds
 * @returns {asserts holds}
 */
export function require(holds) {
  if (!holds) throw new Unsure();
}
