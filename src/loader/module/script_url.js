// Where a package's files are: beside the module. Bundlers know this very form of address and
// bring the file along, so each is written out.

export const wasmAddress = new URL('./strillone.wasm', import.meta.url).href;

/** Who bundles a package ships its own copy, and no other. */
export const fixedWasmAddress = undefined;
