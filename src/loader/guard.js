// Nothing of ours is thrown at the page.

import { inTheWay } from './errors.js';
import { tell } from './problem.js';

/**
 * Wraps what the browser calls (callbacks, listeners), so that nothing of it is thrown at the
 * page, which would take it for a fault of its own.
 * @template {unknown[]} Given
 * @param {(...given: Given) => void} action
 * @returns {(...given: Given) => void}
 */
export function guarded(action) {
  return (...given) => {
    try {
      action(...given);
    } catch (error) {
      tell(inTheWay(error));
    }
  };
}
