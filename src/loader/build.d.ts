// What the build puts in: constants, and the two modules that it names
// (`xtask/src/assemble.rs`).

/** The version of the crate. */
declare const __VERSION__: string;
/** The `integrity` of `strillone.wasm`. */
declare const __WASM_INTEGRITY__: string;
/** The names of all options, from the table in `src/config.rs`. */
declare const __OPTIONS__: string[];

/** What wasm-bindgen writes for `src/element.rs`. */
declare module 'strillone-glue' {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function mount(
    host: HTMLElement,
    mountPoint: HTMLElement,
    fallback: HTMLElement,
    network: object,
  ): number;
  export function style(): string;
  export function reconfigure(widget: number): void;
  export function refresh(widget: number): void;
  export function pause(widget: number): void;
  export function play(widget: number): void;
  export function state(widget: number): string;
  export function items(widget: number): object[];
  export function unmount(widget: number): void;
  export function heard(stream: string, state: number): number;
  export function received(stream: string, data: string): string | undefined;
}

/** The style sheet of every widget. */
declare module 'strillone-style' {
  const style: string;
  export default style;
}

/** `script_url.js` or `module/script_url.js`. */
declare module 'strillone-script-url' {
  export const ownTag: HTMLScriptElement | undefined;
  export function isOwnAddress(address: string): boolean;
  export const wasmAddress: string;
  export const fixedWasmAddress: string | undefined;
}
