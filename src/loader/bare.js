// What a page can do to every script on it without meaning to, and how the loader keeps clear.

/**
 * Options for a function of the browser's, without a prototype: it looks for each option there
 * as well, and a page may have put one of that name on `Object.prototype`.
 * https://webidl.spec.whatwg.org/#js-dictionary
 * @template {object} T
 * @param {T} options
 * @returns {T}
 */
export const bare = (options) => Object.assign(Object.create(null), options);

/**
 * Makes an element. An `<img name="createElement">` of the page hides the document's method of
 * that name, but not the prototype's.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 * @type {typeof document.createElement}
 */
export const createElement = (/** @type {string} */ name) =>
  Document.prototype.createElement.call(document, name);

/**
 * The script tags below `root`; hidden by a name in the same way.
 * @param {Document | Element} root
 * @returns {HTMLScriptElement[]}
 */
export function scriptsIn(root) {
  const { getElementsByTagName } = root.nodeType === 9 ? Document.prototype : Element.prototype;
  return Array.from(getElementsByTagName.call(root, 'script')).filter(isScript);
}

/**
 * The document's own links that a selector names; hidden by a name in the same way.
 * @param {string} selector
 */
export const links = (selector) =>
  Array.from(Document.prototype.querySelectorAll.call(document, selector)).filter(isLink);

/**
 * @param {unknown} node
 * @returns {node is HTMLLinkElement}
 */
const isLink = (node) => node instanceof HTMLLinkElement;

/**
 * Scripts of SVG have no attributes for data.
 * @param {unknown} node
 * @returns {node is HTMLScriptElement}
 */
export const isScript = (node) => node instanceof HTMLScriptElement;
