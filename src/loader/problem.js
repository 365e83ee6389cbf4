// Failures are told twice: in one console line to the person who can mend them, and in one
// event to a page that wants to know. They are never thrown at the page.

/** A failure that somebody can be told about. */
export class Problem {
  /**
   * @param {'unsupported' | 'blocked' | 'network' | 'status' | 'compile' | 'crash'} kind
   * @param {string} message names what failed and what to do about it
   */
  constructor(kind, message) {
    this.kind = kind;
    this.message = message;
  }
}

const told = new Set();

/** Writes `message` on the console, once per page however many widgets it concerns. */
export function tell(message) {
  if (told.has(message)) return;
  told.add(message);
  console.error(`strillone: ${message}`);
}

/** Tells about a widget's failure. */
export function announce(host, { kind, message }) {
  tell(message);
  host.dispatchEvent(
    new CustomEvent('strillone:error', {
      bubbles: true,
      composed: true,
      detail: { kind, message },
    }),
  );
}
