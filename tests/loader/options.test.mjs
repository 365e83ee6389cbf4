import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesOf, commentsOf, layoutOf, limitOf, loadingOf, refreshOf } from '../../src/loader/options.js';

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

test('a switch is what it is elsewhere, as in the widget', () => {
  for (const value of ['off', 'FALSE', ' no ', '0']) assert.notEqual(commentsOf(host(value)), 'on');
  for (const value of [null, 'on', 'true', '1', '']) assert.equal(commentsOf(host(value)), 'on');
});

test('addresses may have commas between them, as in the widget', () => {
  const both = ['https://a.example/feed', 'https://b.example/1,2'];
  for (const between of [' ', ', ', ',', ' ; ']) {
    assert.deepEqual(addressesOf(host(` ${both.join(between)}, `), 'feed'), both);
  }
});
