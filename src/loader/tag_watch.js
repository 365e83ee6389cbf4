// Tags that come later than the script, and tags that go. One that is put on the page as HTML
// (`innerHTML`, a page swapped by a router, a consent tool that changes its type) never runs:
// only whoever watches the page sees it.
// https://html.spec.whatwg.org/multipage/scripting.html#already-started

import { checkTag } from './attribute_names.js';
import { bare, isScript, scriptsIn } from './bare.js';
import { guarded } from './guard.js';
import { drawBeside, removeLost } from './script_tag.js';

/** A consent tool's tag waits under another type: https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const RUNS = /^(module|(text|application)\/(x-)?(java|ecma)script)?$/i;

/**
 * Draws at our tags that are on the page, and at those that come.
 * @param {(address: string) => boolean} isOwnAddress whether a tag of that address is ours
 */
export function watchTags(isOwnAddress) {
  /** @param {HTMLScriptElement} tag */
  const consider = (tag) => {
    if (!isOwnAddress(tag.src) || !RUNS.test(tag.type.trim())) return;
    checkTag(tag.getAttributeNames());
    drawBeside(tag);
  };
  const observe = guarded((/** @type {MutationRecord[]} */ changes) => {
    removeLost();
    for (const { addedNodes, target, type } of changes) {
      if (type === 'attributes') {
        if (isScript(target)) consider(target);
        continue;
      }
      for (const node of addedNodes) {
        if (isScript(node)) consider(node);
        else if (node instanceof Element && node.childElementCount) scriptsIn(node).forEach(consider);
      }
    }
  });
  new MutationObserver(observe).observe(
    document,
    bare({ childList: true, subtree: true, attributeFilter: ['type', 'src', 'data-feed'] }),
  );
  scriptsIn(document).forEach(consider);
}
