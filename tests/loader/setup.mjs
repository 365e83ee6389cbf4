// Runs before each test file: the loader's modules find what the build and a browser give them.

import { register } from 'node:module';

register('./resolve.mjs', import.meta.url);

Object.assign(globalThis, {
  self: globalThis,
  __VERSION__: '1.2.3',
  __OPTIONS__: ['feed', 'limit', 'layout', 'refresh', 'time-zone', 'lang', 'loading'],
  __WASM_INTEGRITY__: 'sha384-of-the-wasm',
  location: new URL('https://partner.example/page'),
  document: {},
  Document: { prototype: { querySelectorAll: () => [] } },
});

/** Where violations of a policy are reported. */
const page = new EventTarget();
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
  globalThis[name] = page[name].bind(page);
}
