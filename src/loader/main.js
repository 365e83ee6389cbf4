// The one classic script a partner pastes. It runs on somebody else's page: whatever happens
// here, the page must see neither an exception nor a changed global.

import { isOwnAddress, ownTag } from 'strillone-script-url';
import { defineElement } from './element.js';
import { drawBeside } from './script_tag.js';
import { guarded } from './guard.js';
import { watchTags } from './tag_watch.js';

guarded(() => {
  if (!self.customElements) return;
  const isFirst = defineElement();
  drawBeside(ownTag);
  // The first copy sees the tags of all.
  if (isFirst) watchTags(isOwnAddress);
})();
