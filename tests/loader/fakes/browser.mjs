// Small stand-ins for what Node lacks of a browser.

/** One store of copies, as `caches` has many. */
export function fakeCaches() {
  const kept = new Map();
  const store = {
    async put(address, response) {
      kept.delete(address);
      kept.set(address, response);
    },
    keys: async () => [...kept.keys()],
    delete: async (address) => kept.delete(address),
  };
  globalThis.caches = {
    open: async () => store,
    match: async (address) => kept.get(address)?.clone(),
  };
  return kept;
}

/** Locks that are free unless `taken` says otherwise. */
export function fakeLocks(taken = new Set()) {
  const locks = {
    async request(name, { signal }, action) {
      if (!taken.has(name)) return action();
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason)),
      );
    },
  };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks } });
}

/** An element that has nothing but attributes and an address to start from. */
export function element(attributes, baseURI = 'https://partner.example/page') {
  return {
    baseURI,
    hasAttribute: (name) => name in attributes,
    getAttribute: (name) => attributes[name] ?? null,
  };
}

/** Lets all that waits for nothing but a turn go on. */
export const turn = () => new Promise((done) => setImmediate(done));

/** The lines that the loader writes on the console from now on. */
export function consoleLines() {
  const lines = [];
  console.error = console.warn = (line) => lines.push(line);
  return lines;
}
