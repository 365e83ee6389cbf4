// Tells a request that the page's own policy refused from one that a server did not answer:
// `fetch` fails in the same way for both.

/** A violation is reported in a task of its own, which may come after the refusal. */
const REPORT_DELAY = 100;

/** What to say of an address that a page's policy refuses. */
export function refusal(address, directive) {
  return (
    `this page's Content-Security-Policy forbids ${address}: ` +
    `add ${new URL(address).origin} to its ${directive}.`
  );
}

/**
 * Watches for a violation that concerns `address`, until `end`.
 * @returns {{ result(): Promise<string | undefined>, end(): void }} the violated directive
 */
export function watchForViolation(address) {
  let directive;
  const notice = ({ blockedURI, disposition, effectiveDirective }) => {
    if (disposition === 'enforce' && address.startsWith(blockedURI)) directive = effectiveDirective;
  };
  document.addEventListener('securitypolicyviolation', notice);
  return {
    async result() {
      if (!directive) await new Promise((done) => setTimeout(done, REPORT_DELAY));
      return directive;
    },
    end() {
      document.removeEventListener('securitypolicyviolation', notice);
    },
  };
}
