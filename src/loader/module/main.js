// The package's entry: importing it defines the element. A server that renders pages imports
// it as well, and has no elements to define.

import { defineElement } from '../element.js';

if (globalThis.customElements) defineElement();
