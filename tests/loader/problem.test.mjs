import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guarded } from '../../src/loader/guard.js';
import { announce, Problem, tell } from '../../src/loader/problem.js';
import { consoleLines } from './fakes/browser.mjs';

test('a line is written once, however many widgets it concerns', () => {
  const lines = consoleLines();
  tell('one');
  tell('one');
  tell('two');
  assert.deepEqual(lines, ['strillone: one', 'strillone: two']);
});

test('a failure is told on the console and to the page', () => {
  const lines = consoleLines();
  const host = new EventTarget();
  const details = [];
  host.addEventListener('strillone:error', ({ detail }) => details.push(detail));
  announce(host, new Problem('network', 'no wasm'));
  assert.deepEqual(lines, ['strillone: no wasm']);
  assert.deepEqual(details, [{ kind: 'network', message: 'no wasm' }]);
});

test('nothing that is guarded throws', () => {
  const lines = consoleLines();
  const given = [];
  guarded((...values) => given.push(values))(1, 2);
  guarded(() => document.missing())();
  assert.deepEqual(given, [[1, 2]]);
  assert.match(lines.join(), /document.missing is not a function/);
});
