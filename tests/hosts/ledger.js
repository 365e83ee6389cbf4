// Counts what the widget has running: timers, listeners on what outlives an element, observers
// and connections. Drivers have timers on the page as well; theirs come from other scripts.
(() => {
  const timers = new Map();
  const listeners = new Map();
  const observers = new Map();
  // The one that looks for script tags belongs to the script, and stays as long as that.
  const pageObservers = new Map();
  const connections = new Map();
  const add = (book, key) => book.set(key, new Error('left behind').stack);

  for (const [start, stop, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
  ]) {
    const [begin, end] = [self[start], self[stop]];
    self[start] = (action, ...rest) => {
      const run = (...values) => {
        if (!repeats) timers.delete(start + id);
        action(...values);
      };
      const id = begin(run, ...rest);
      add(timers, start + id);
      return id;
    };
    self[stop] = (id) => {
      timers.delete(start + id);
      end(id);
    };
  }

  // Listeners on the page itself; those on the widget's own nodes go with them.
  const keys = new WeakMap();
  let known = 0;
  const keyOf = (target, type, listener) => {
    if (!keys.has(listener)) keys.set(listener, (known += 1));
    return `${target.constructor.name} ${type} ${keys.get(listener)}`;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const outlives = (target) =>
    !(target instanceof Node) || target === document || target === document.body;
  const messengers = (target) => target instanceof AbortSignal;
  EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
    const target = this || self;
    if (outlives(target) && !messengers(target)) add(listeners, keyOf(target, type, listener));
    return addEventListener.call(target, type, listener, ...rest);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
    const target = this || self;
    listeners.delete(keyOf(target, type, listener));
    return removeEventListener.call(target, type, listener, ...rest);
  };

  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const Original = self[name];
    self[name] = class extends Original {
      #targets = new Set();
      observe(target, ...rest) {
        super.observe(target, ...rest);
        this.#targets.add(target);
        this.#count();
      }
      unobserve(target) {
        super.unobserve(target);
        this.#targets.delete(target);
        this.#count();
      }
      disconnect() {
        super.disconnect();
        this.#targets.clear();
        this.#count();
      }
      #count() {
        const book = this.#targets.has(document) ? pageObservers : observers;
        if (this.#targets.size) add(book, this);
        else for (const book of [observers, pageObservers]) book.delete(this);
      }
    };
  }

  for (const name of ['EventSource', 'BroadcastChannel']) {
    self[name] = class extends self[name] {
      constructor(...given) {
        super(...given);
        add(connections, this);
      }
      close() {
        super.close();
        connections.delete(this);
      }
    };
  }

  Error.stackTraceLimit = 100;
  const kept = (book) => [...book.values()].filter((stack) => stack.includes('/strillone'));
  self.pageObservers = () => kept(pageObservers).length;
  self.ledger = () => [timers, listeners, observers, connections].flatMap(kept);
})();
