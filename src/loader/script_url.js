// Where the script tag is in the page, and where the widget's other files are: beside it.
// The bundler takes this file for `strillone-script-url`; a package has its own, in `module/`.

import { isScript, scriptsIn } from './bare.js';

// Read while the script runs for the first time: it is null in every later task. A page can
// replace it by an element with the name "currentScript", hence the check.
// https://html.spec.whatwg.org/multipage/dom.html#dom-document-currentscript
const running = isScript(document.currentScript) ? document.currentScript : undefined;

const NAME = /\/strillone\.js$/;

/** @param {string} address */
const withoutQuery = (address) => address.replace(/[?#].*/, '');

/** The tag to look for when a tag manager or a module hides the running one. */
function lastTagOfThatName() {
  return scriptsIn(document)
    .reverse()
    .find(({ src }) => NAME.test(withoutQuery(src)));
}

/** @type {HTMLScriptElement | undefined} */
export const ownTag = running || lastTagOfThatName();

const named = running && running.src ? running : lastTagOfThatName();

/**
 * Whether a tag of that address is one of ours.
 * @param {string} address
 */
export const isOwnAddress = (address) =>
  NAME.test(withoutQuery(address)) ||
  Boolean(named && address && withoutQuery(address) === withoutQuery(named.src));

/** @param {string} file */
const beside = (file) => new URL(file, named ? named.src : location.href).href;

export const wasmAddress = beside('strillone.wasm');

/** The same file where it never changes, as a publisher's server has it. */
export const fixedWasmAddress = beside(`${__VERSION__}/strillone.wasm`);
