// Loads the widget's wasm, once per page for all its elements.

import init from 'strillone-glue';
import { whenTrapped } from './guard.js';
import { watchForViolation } from './policy.js';
import { Problem } from './problem.js';
import { wasmAddress } from './tag.js';

// `WebAssembly` is always named through `self`, so that a browser without it is no error.

/** A page's later element tries again after this long: the network may have come back. */
const RETRY_AFTER = 30_000;

let loading;
let loaded = false;
let mayRetryAt = Infinity;
/** @type {Problem | undefined} */
let crashed;
const crashListeners = new Set();

whenTrapped(crash);

export function isLoaded() {
  return loaded;
}

/**
 * @returns {Promise<void>} rejects with a `Problem`. A failure of the network or the server is
 * forgotten after a while, so that an element added later can succeed. A refusal (policy,
 * browser, crash) is final, because asking again on the same page cannot end otherwise.
 */
export function load() {
  if (crashed) return Promise.reject(crashed);
  if (Date.now() >= mayRetryAt) loading = undefined;
  loading = loading || start();
  return loading;
}

/** Calls `listener` with a problem when the widget has crashed; returns how to stop that. */
export function onCrash(listener) {
  crashListeners.add(listener);
  return () => crashListeners.delete(listener);
}

/** The one wasm instance is unusable from now on, and so is every widget of the page. */
export function crash(error) {
  if (crashed) return;
  crashed = new Problem('crash', `the widget stopped working: ${(error && error.stack) || error}`);
  for (const listener of [...crashListeners]) listener(crashed);
}

async function start() {
  mayRetryAt = Infinity;
  refuseIfForbidden();
  const module = await compile(await download());
  try {
    await init({ module_or_path: module });
    loaded = true;
  } catch (error) {
    throw new Problem('compile', `${wasmAddress} could not be started: ${error}`);
  }
}

/**
 * Asks the browser to compile the smallest module there is. A content policy refuses that as
 * well, before anything is downloaded for nothing, and in WebKit, which reports no violation.
 */
function refuseIfForbidden() {
  if (!self.WebAssembly) {
    throw new Problem('unsupported', 'this browser has no WebAssembly, or it is switched off.');
  }
  try {
    new self.WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch {
    throw new Problem(
      'blocked',
      "this page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
    );
  }
}

async function download() {
  const watch = watchForViolation(wasmAddress);
  let response;
  try {
    response = await fetch(wasmAddress, {
      credentials: 'omit',
      integrity: __WASM_INTEGRITY__,
      referrerPolicy: 'no-referrer',
    });
  } catch {
    const directive = await watch.result();
    if (directive) {
      throw new Problem(
        'blocked',
        `this page's Content-Security-Policy forbids ${wasmAddress}: ` +
          `add ${new URL(wasmAddress).origin} to its ${directive}.`,
      );
    }
  } finally {
    watch.end();
  }
  if (response && response.ok) return response;
  mayRetryAt = Date.now() + RETRY_AFTER;
  if (response) {
    throw new Problem(
      'status',
      `${wasmAddress} was answered with status ${response.status}: it must lie beside strillone.js.`,
    );
  }
  throw new Problem(
    'network',
    `${wasmAddress} could not be fetched: its server must be reachable, send ` +
      'Access-Control-Allow-Origin, and hold the file that belongs to this strillone.js.',
  );
}

async function compile(response) {
  const { compile, compileStreaming } = self.WebAssembly;
  // A server's wrong type must not matter: the integrity check has vouched for the bytes.
  const hasRightType = /^application\/wasm$/i.test(response.headers.get('Content-Type'));
  try {
    return await (compileStreaming && hasRightType
      ? compileStreaming(response)
      : compile(await response.arrayBuffer()));
  } catch (error) {
    throw new Problem('compile', `${wasmAddress} cannot be compiled by this browser: ${error}`);
  }
}
