// Keeps a crash of the widget from the page. The bundler puts `instantiate` in the place of
// `WebAssembly.instantiate` in the glue (esbuild: `--inject:src/loader/crash.js`), so that
// every way into the wasm, also from a timer, an event or a promise, leads through here.
// https://esbuild.github.io/api/#inject

/** @type {((error: unknown) => void) | undefined} */
let onTrap;
let isDead = false;

/**
 * Sets what is called, once, when something escapes from the wasm.
 * @param {(error: unknown) => void} action
 */
export function whenTrapped(action) {
  onTrap = action;
}

/**
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(module, imports) {
  const instance = await self.WebAssembly.instantiate(module, imports);
  return { module, instance: { exports: guard(instance.exports) } };
}

/** @param {WebAssembly.Exports} exports */
function guard(exports) {
  /** @type {WebAssembly.Exports} */
  const guarded = {};
  for (const name of Object.keys(exports)) {
    const exported = exports[name];
    guarded[name] = typeof exported === 'function' ? guardCall(exported) : /** @type {WebAssembly.ExportValue} */ (exported);
  }
  return guarded;
}

/**
 * An exception that leaves the wasm has cut its stack without unwinding: no state in there can
 * be trusted again, whether it was a trap or an exception of the page's that went through.
 * @param {Function} exported
 */
function guardCall(exported) {
  return function () {
    if (isDead) return undefined;
    try {
      return exported.apply(undefined, arguments);
    } catch (error) {
      isDead = true;
      if (onTrap) onTrap(error);
      return undefined;
    }
  };
}

export { instantiate as 'WebAssembly.instantiate' };
