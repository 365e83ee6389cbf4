// Failures are told twice: in one console line to the person who can mend them, and in one
// event to a page that wants to know. They are never thrown at the page.

import { bare } from './bare.js';

/** A failure that somebody can be told about. */
export class Problem {
  /**
   * @param {import('./errors.js').Kind} kind
   * @param {string} message names what failed and what to do about it
   */
  constructor(kind, message) {
    this.kind = kind;
    this.message = message;
  }
}

const told = new Set();

/**
 * Writes `message` on the console, once per page however many widgets it concerns.
 * @param {string} message
 */
export function tell(message) {
  if (told.has(message)) return;
  told.add(message);
  console.error(`strillone: ${message}`);
}

/**
 * Tells about a widget's failure.
 * @param {HTMLElement} host
 * @param {Problem} problem
 */
export function announce(host, { kind, message }) {
  tell(message);
  host.dispatchEvent(
    new CustomEvent(
      'strillone:error',
      bare({ bubbles: true, composed: true, detail: { kind, message } }),
    ),
  );
}
