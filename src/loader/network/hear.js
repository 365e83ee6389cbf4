// What streams tell goes into the wasm, and nothing any longer once that has crashed.

import * as widget from 'strillone-glue';
import { onCrash } from '../wasm.js';
import { leaveAll } from './events.js';

onCrash(leaveAll);

/** Takes in a stream's `readyState` or the data of an event, see `listen`. */
export function hear(address, news) {
  return typeof news === 'string' ? widget.received(address, news) : widget.heard(address, news);
}
