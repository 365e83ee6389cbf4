import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  'WebAssembly.instantiate' as instantiate,
  whenTrapped,
} from '../../src/loader/crash.js';

// (module (func (export "trap") unreachable) (func (export "one") (result i32) i32.const 1))
const TEXT =
  '0061736d010000000108026000006000017f0303020001070e0204747261700000036f6e650001' +
  '0a0a020300000b040041010b';
const MODULE = Uint8Array.from(TEXT.match(/../g), (pair) => parseInt(pair, 16));

test('a trap is told once, thrown at nobody, and ends all calls', async () => {
  const traps = [];
  whenTrapped((error) => traps.push(error));
  const module = await WebAssembly.compile(MODULE);
  const { instance } = await instantiate(module, {});
  assert.equal(instance.exports.one(), 1);
  assert.equal(instance.exports.trap(), undefined);
  assert.equal(instance.exports.one(), undefined);
  assert.equal(instance.exports.trap(), undefined);
  assert.equal(traps.length, 1);
  assert.ok(traps[0] instanceof WebAssembly.RuntimeError);
});
