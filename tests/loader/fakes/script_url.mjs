export const ownTag = undefined;
export const wasmAddress = 'https://cdn.example/strillone.wasm';
export const fixedWasmAddress = 'https://cdn.example/1.2.3/strillone.wasm';
