// Where the script tag is in the page, and where the widget's other files are: beside it.
// The bundler takes this file for `strillone-script-url`; a package has its own, in `module/`.

// Read while the script runs for the first time: it is null in every later task. A page can
// replace it by an element with the name "currentScript", hence the check.
// https://html.spec.whatwg.org/multipage/dom.html#dom-document-currentscript
const running = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** The tag to look for when a tag manager or a module hides the running one. */
function lastTagOfThatName() {
  return [...document.querySelectorAll('script[src]')]
    .reverse()
    .find((tag) => /\/strillone\.js([?#]|$)/.test(tag.src));
}

/** @type {HTMLScriptElement | undefined} */
export const ownTag = running || lastTagOfThatName();

const named = running && running.src ? running : lastTagOfThatName();
const beside = (file) => new URL(file, named ? named.src : document.baseURI).href;

export const wasmAddress = beside('strillone.wasm');

/** The same file where it never changes, as a publisher's server has it. */
export const fixedWasmAddress = beside(`${__VERSION__}/strillone.wasm`);
