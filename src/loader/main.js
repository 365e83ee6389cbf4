// The one classic script a partner pastes. It runs on somebody else's page: whatever happens
// here, the page must see neither an exception nor a changed global.

import { ownTag } from 'strillone-script-url';
import { defineElement } from './element.js';
import { drawBeside } from './script_tag.js';
import { tell } from './problem.js';

try {
  if (self.customElements) {
    defineElement();
    drawBeside(ownTag);
  }
} catch (error) {
  tell(`could not start on this page: ${error}`);
}
