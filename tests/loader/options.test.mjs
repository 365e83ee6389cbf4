import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf, limitOf, loadingOf, refreshOf } from '../../src/loader/options.js';

const host = (value) => ({ getAttribute: () => value });

test('keywords are read in any case, as the widget reads them', () => {
  for (const value of ['eager', ' EAGER ', 'Eager']) assert.equal(loadingOf(host(value)), 'eager');
  for (const value of [null, '', 'soon']) assert.equal(loadingOf(host(value)), 'lazy');
  assert.equal(layoutOf(host('Ticker')), 'ticker');
});

test('a number out of its bounds gives way to the default, as in the widget', () => {
  assert.equal(limitOf(host(' 500 ')), 500);
  for (const value of [null, '', '0', '501', '-1', '1e2', '5 feeds']) {
    assert.equal(limitOf(host(value)), 10, value);
  }
  assert.equal(refreshOf(host('59')), 300);
  assert.equal(refreshOf(host('60')), 60);
});
