// Where this script is in the page, and where its files are.

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

/** The wasm file lies beside the script. */
export const wasmAddress = new URL('strillone.wasm', named ? named.src : document.baseURI).href;
