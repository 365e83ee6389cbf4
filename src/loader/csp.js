// Tells a request that the page's own policy refused from one that a server did not answer:
// `fetch` fails in the same way for both.

import { addressForbidden } from './errors.js';

/** @typedef {{ result(): Promise<string | undefined>, end(): void }} Watch */

/** A violation is reported in a task of its own, which may come after the refusal. */
const REPORT_DELAY = 100;

/**
 * What went wrong at an address that a page's policy refuses.
 * @param {string} address
 * @param {string} directive
 */
export const refusal = (address, directive) =>
  addressForbidden(address, new URL(address).origin, directive);

/**
 * Watches for a violation that concerns `address`, until `end`.
 * @param {string} address
 * @returns {Watch} knows the violated directive
 */
export function watchForViolation(address) {
  /** @type {string | undefined} */
  let directive;
  /** @param {SecurityPolicyViolationEvent} violation */
  const notice = ({ blockedURI, disposition, effectiveDirective }) => {
    if (disposition === 'enforce' && address.startsWith(blockedURI)) directive = effectiveDirective;
  };
  // It bubbles to the window, where no element's name can hide the method.
  self.addEventListener('securitypolicyviolation', notice);
  return {
    async result() {
      if (!directive) await new Promise((done) => setTimeout(done, REPORT_DELAY));
      return directive;
    },
    end() {
      self.removeEventListener('securitypolicyviolation', notice);
    },
  };
}
