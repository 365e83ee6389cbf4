// Written by `cargo xtask write` from the table in `src/source/error.rs`: what the loader says
// when something fails. A kind goes into the event `strillone:error`; what has none is said on
// the console alone.

import { Problem } from './problem.js';

/** @typedef {'blocked' | 'compile' | 'crash' | 'integrity' | 'network' | 'status' | 'unsupported'} Kind */

/**
 * @param {unknown} feed
 * @param {unknown} obstacle
 * @returns {string}
 */
export const misplacedTag = (feed, obstacle) =>
  `the script tag with data-feed="${feed}" draws nothing, because ${obstacle} <strillone-news> where the news should appear.`;

/**
 * @param {unknown} name
 * @param {unknown} meant
 * @returns {string}
 */
export const misspeltAttribute = (name, meant) =>
  `the attribute ${name} is not known: ${meant} is.`;

/**
 * @param {unknown} name
 * @returns {string}
 */
export const unknownAttribute = (name) =>
  `the attribute ${name} is not known.`;

/**
 * @param {unknown} name
 * @param {unknown} meant
 * @returns {string}
 */
export const misspeltTagAttribute = (name, meant) =>
  `the script tag's attribute ${name} is not known: data-${meant} is.`;

/**
 * @param {unknown} name
 * @returns {string}
 */
export const tagAttributeOnElement = (name) =>
  `data-${name} is for the script tag: on a <strillone-news> write ${name}.`;

/**
 * @param {unknown} error
 * @returns {string}
 */
export const inTheWay = (error) =>
  `something on this page is in the way: ${error}`;

/**
 * @returns {Problem}
 */
export const wasmForbidden = () =>
  new Problem('blocked', `this page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src.`);

/**
 * @param {unknown} address
 * @param {unknown} origin
 * @param {unknown} directive
 * @returns {Problem}
 */
export const addressForbidden = (address, origin, directive) =>
  new Problem('blocked', `this page's Content-Security-Policy forbids ${address}: add ${origin} to its ${directive}.`);

/**
 * @param {unknown} address
 * @param {unknown} status
 * @returns {Problem}
 */
export const wasmMissing = (address, status) =>
  new Problem('status', `${address} must lie beside strillone.js, but was answered ${status}.`);

/**
 * @param {unknown} address
 * @returns {Problem}
 */
export const wasmForeign = (address) =>
  new Problem('integrity', `${address} is not the file that belongs to this strillone.js.`);

/**
 * @param {unknown} address
 * @returns {Problem}
 */
export const wasmUnreachable = (address) =>
  new Problem('network', `${address} could not be fetched: the page must come from a web server, and this file with Access-Control-Allow-Origin.`);

/**
 * @returns {Problem}
 */
export const wasmUnsupported = () =>
  new Problem('unsupported', `this browser has no WebAssembly, or it is switched off.`);

/**
 * @param {unknown} address
 * @param {unknown} error
 * @returns {Problem}
 */
export const wasmRefused = (address, error) =>
  new Problem('compile', `${address} cannot be compiled by this browser: ${error}`);

/**
 * @param {unknown} address
 * @param {unknown} error
 * @returns {Problem}
 */
export const wasmBroken = (address, error) =>
  new Problem('compile', `${address} could not be started: ${error}`);

/**
 * @param {unknown} error
 * @returns {Problem}
 */
export const crashed = (error) =>
  new Problem('crash', `the widget stopped working: ${error}`);

/**
 * @param {unknown} address
 * @returns {string}
 */
export const notAStream = (address) =>
  `${address} is no stream of events: its server must answer with status 200, the type text/event-stream and Access-Control-Allow-Origin.`;
