import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { checkElement, checkTag, nearestOption } from '../../src/loader/attribute_names.js';
import { consoleLines } from './fakes/browser.mjs';

let lines;
beforeEach(() => {
  lines = consoleLines();
});

test('the name that was meant is found', () => {
  for (const [written, meant] of [
    ['limt', 'limit'],
    ['feeds', 'feed'],
    ['timezone', 'time-zone'],
    ['time_zone', 'time-zone'],
    ['layuot', 'layout'],
    ['colour', undefined],
    ['x-data', undefined],
  ]) {
    assert.equal(nearestOption(written), meant, written);
  }
});

test('an unknown attribute of an element is named once', () => {
  checkElement(['feed', 'limt', 'colour', 'limt']);
  checkElement(['limt']);
  assert.deepEqual(lines, [
    'strillone: the attribute limt is not known: limit is.',
    'strillone: the attribute colour is not known.',
  ]);
});

test('what every element may have, and what is a framework’s, is not named', () => {
  checkElement(
    ('feed lang class style id slot part hidden title role tabindex onclick aria-label data-x ' +
      'itemprop _ngcontent-abc @click :feed v-cloak x-data hx-get data-v-7ba5bd90 nonce').split(' '),
  );
  assert.deepEqual(lines, []);
});

test('a tag needs data- before its options, and none before its own attributes', () => {
  checkTag('async defer src type nonce integrity crossorigin id lang data-feed data-limit'.split(' '));
  checkTag(['data-nscript', 'data-cfasync', 'data-turbo-track']);
  assert.deepEqual(lines, []);
  checkTag(['feed', 'data-layot']);
  checkElement(['data-feed', 'data-limit', 'data-theme', 'data-id']);
  assert.deepEqual(lines, [
    "strillone: the script tag's attribute feed is not known: data-feed is.",
    "strillone: the script tag's attribute data-layot is not known: data-layout is.",
    'strillone: data-feed is for the script tag: on a <strillone-news> write feed.',
    'strillone: data-limit is for the script tag: on a <strillone-news> write limit.',
  ]);
});
