import init, * as widget from 'strillone-glue';

// A placeholder: it proves that the glue can be bundled.
init({ module_or_path: 'strillone.wasm' }).then(() => widget.state(0));
void __WASM_INTEGRITY__;
void __VERSION__;
