// What streams say goes into the wasm, and nothing any longer once that has crashed.

import * as widget from 'strillone-glue';
import { callWidget, onCrash } from '../wasm.js';
import { leaveAll } from './events.js';

onCrash(leaveAll);

/** @type {import('./events.js').Hear} */
export function hear(address, news) {
  return typeof news === 'string'
    ? callWidget(() => widget.received(address, news))
    : callWidget(() => widget.heard(address, news)) || 0;
}
