import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusal, watchForViolation } from '../../src/loader/csp.js';

const FEED = 'https://news.example/feed.xml';

function violate(blockedURI, disposition = 'enforce') {
  const violation = new Event('securitypolicyviolation');
  dispatchEvent(Object.assign(violation, { blockedURI, disposition, effectiveDirective: 'connect-src' }));
}

test('a violation that concerns the address names its directive', async () => {
  const watch = watchForViolation(FEED);
  violate('https://other.example');
  violate(FEED, 'report');
  assert.equal(await watch.result(), undefined);
  violate('https://news.example');
  assert.equal(await watch.result(), 'connect-src');
  watch.end();
});

test('what comes after the end is not heard', async () => {
  const watch = watchForViolation(FEED);
  watch.end();
  violate(FEED);
  assert.equal(await watch.result(), undefined);
});

test('a refusal says what to add where', () => {
  assert.equal(
    refusal(FEED, 'connect-src').message,
    `this page's Content-Security-Policy forbids ${FEED}: add https://news.example to its connect-src.`,
  );
});
