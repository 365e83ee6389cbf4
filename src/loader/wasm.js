// Loads the widget's wasm, once per page for all its elements.

import init from 'strillone-glue';
import { fixedWasmAddress, wasmAddress } from 'strillone-script-url';
import { whenTrapped } from './crash.js';
import { refusal, watchForViolation } from './csp.js';
import { bare } from './bare.js';
import * as errors from './errors.js';

/** @typedef {import('./problem.js').Problem} Problem */

// `WebAssembly` is always named through `self`, so that a browser without it is no error.

/** A page's later element tries again after this long: the network may have come back. */
const RETRY_AFTER = 30_000;

/** How long a busy page, and then a slow feed, keep the wasm waiting for the first headlines. */
const LONGEST_WAIT = 1_000;

/** @type {RequestInit} */
const PRIVATELY = { credentials: 'omit', referrerPolicy: 'no-referrer' };

/** @type {Promise<void> | undefined} */
let loading;
let loaded = false;
let mayRetryAt = Infinity;
/** @type {Problem | undefined} */
let crashed;
/** @type {Set<(problem: Problem) => void>} */
const crashListeners = new Set();

whenTrapped(crash);

export function isLoaded() {
  return loaded;
}

/**
 * @param {Promise<unknown> | undefined} feed when first headlines may be drawn, what tells that the
 * feed has come: until then the wasm stands back for it
 * @returns {Promise<void>} rejects with a `Problem`. A failure of the network or the server is
 * forgotten after a while, so that an element added later can succeed. A refusal (policy,
 * browser, crash) is final, because asking again on the same page cannot end otherwise.
 */
export function load(feed) {
  if (crashed) return Promise.reject(crashed);
  if (Date.now() >= mayRetryAt) loading = undefined;
  loading = loading || start(feed);
  return loading;
}

/**
 * Calls `listener` with a problem when the widget has crashed; returns how to stop that.
 * @param {(problem: Problem) => void} listener
 */
export function onCrash(listener) {
  crashListeners.add(listener);
  return () => crashListeners.delete(listener);
}

/**
 * The one wasm instance is unusable from now on, and so is every widget of the page.
 * @param {unknown} error
 */
export function crash(error) {
  if (crashed) return;
  crashed = errors.crashed(error);
  for (const listener of crashListeners) listener(crashed);
}

/**
 * Calls into the widget. Nothing is thrown at whoever does so; after a crash nothing is called.
 * @template T
 * @param {() => T} call
 * @returns {T | undefined}
 */
export function callWidget(call) {
  if (crashed) return undefined;
  try {
    return call();
  } catch (error) {
    crash(error);
    return undefined;
  }
}

/** @param {Promise<unknown> | undefined} feed */
async function start(feed) {
  mayRetryAt = Infinity;
  refuseIfForbidden();
  /** @type {RequestPriority} */
  let priority = 'auto';
  if (feed) {
    priority = 'low';
    feed.then(() => (priority = 'auto'));
    await idleness();
  }
  const module = await compile(await download(priority));
  // It would keep the main thread from drawing them, and has nothing to show without the feed.
  if (feed) await Promise.race([feed.then(frame), pause(LONGEST_WAIT)]);
  try {
    await init({ module_or_path: module });
    loaded = true;
  } catch (error) {
    throw errors.wasmBroken(wasmAddress, error);
  }
}

/**
 * Asks the browser for an instance of the smallest module there is. A content policy refuses
 * that as well, before anything is downloaded for nothing. WebKit reports no violation of such
 * a policy, and refuses the instance alone.
 */
function refuseIfForbidden() {
  const { Instance, Module } = self.WebAssembly || {};
  if (!Instance) throw errors.wasmUnsupported();
  try {
    new Instance(new Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)));
  } catch {
    throw errors.wasmForbidden();
  }
}

/**
 * Resolves when the page has a moment, and a busy page within a second.
 * @returns {Promise<unknown>}
 */
function idleness() {
  return new Promise((done) => {
    if ('requestIdleCallback' in self) requestIdleCallback(done, bare({ timeout: LONGEST_WAIT }));
    else done(undefined);
  });
}

/**
 * Resolves when the page has been drawn as it is now. A hidden page is not.
 * @returns {Promise<unknown>}
 */
function frame() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** @param {RequestPriority} priority */
async function download(priority) {
  try {
    return await downloadFrom(wasmAddress, priority);
  } catch (error) {
    const problem = /** @type {Problem} */ (error);
    // While a new release spreads, a cache may hold the script of one and the wasm of another.
    const other = problem.kind === 'integrity' ? fixedWasmAddress : undefined;
    const fixed = other && (await downloadFrom(other).catch(() => undefined));
    if (fixed) return fixed;
    if (problem.kind !== 'blocked') mayRetryAt = Date.now() + RETRY_AFTER;
    throw problem;
  }
}

/**
 * @param {string} address
 * @param {RequestPriority} [priority]
 */
async function downloadFrom(address, priority = 'auto') {
  const watch = watchForViolation(address);
  try {
    const response = await fetch(address, bare({ ...PRIVATELY, priority, integrity: __WASM_INTEGRITY__ }));
    if (response.ok) return response;
  } catch {
    const directive = await watch.result();
    if (directive) throw refusal(address, directive);
  } finally {
    watch.end();
  }
  throw await explain(address);
}

/**
 * A refused integrity check looks like a dead server, even where the server has said 404: so
 * the server is asked once more, for the status alone.
 * @param {string} address
 */
async function explain(address) {
  try {
    const { ok, status } = await fetch(address, bare({ ...PRIVATELY, method: 'HEAD' }));
    return ok ? errors.wasmForeign(address) : errors.wasmMissing(address, status);
  } catch {
    return errors.wasmUnreachable(address);
  }
}

/** @param {Response} response */
async function compile(response) {
  const { compile, compileStreaming } = self.WebAssembly;
  // A server's wrong type must not matter: the integrity check has vouched for the bytes.
  const hasRightType = /^application\/wasm$/i.test(response.headers.get('Content-Type') || '');
  try {
    // Old engines compile only whole files.
    return await (hasRightType && 'compileStreaming' in self.WebAssembly
      ? compileStreaming(response)
      : compile(await response.arrayBuffer()));
  } catch (error) {
    throw errors.wasmRefused(wasmAddress, error);
  }
}
