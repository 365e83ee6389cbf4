// What streams say goes into the wasm, and nothing any longer once that has crashed.

import * as widget from 'strillone-glue';
import { callWidget, onCrash } from '../wasm.js';
import { leaveAll } from './event_stream.js';

onCrash(leaveAll);

/** @type {import('./event_stream.js').Hear} */
export function hear(address, news) {
  return typeof news === 'string'
    ? callWidget(() => widget.received(address, news))
    : callWidget(() => widget.heard(address, news)) || 0;
}
