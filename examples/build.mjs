// Builds the examples that need it: node build.mjs PACKAGES STRILLONE TO
//
// PACKAGES is a folder where package.json is installed, STRILLONE the package of the widget.
// TO gets a folder of static files for each example.

import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, strillone, to] = process.argv.slice(2).map((path) => resolve(path));
const here = import.meta.dirname;
const require = createRequire(join(packages, 'package.json'));
const esbuild = require('esbuild');
const { compile } = require('svelte/compiler');
const { parse, compileScript } = require('vue/compiler-sfc');

await mkdir(join(to, 'node_modules'), { recursive: true });
await symlink(strillone, join(to, 'node_modules/strillone'));

await draw('react', 'main.jsx', 'react');
await draw('vue', 'main.js', 'vue');
await draw('svelte', 'main.js', 'svelte');
await draw('lit', 'main.js', 'lit');
await print('react', 'server.jsx', 'hydrate.jsx', 'react-printed');
await print('vue', 'server.js', 'hydrate.js', 'vue-printed');

/** A page that a framework draws in the browser. */
async function draw(example, entry, name) {
  await bundle(join(here, example, entry), join(to, name, 'main.js'));
  await cp(join(here, 'page.html'), join(to, name, 'index.html'));
}

/** A page that a framework prints on a server, with the script that takes it over. */
async function print(example, server, entry, name) {
  const printer = join(to, `${name}.mjs`);
  await bundle(join(here, example, server), printer, 'node');
  const content = await (await import(pathToFileURL(printer))).print();
  await bundle(join(here, example, entry), join(to, name, 'main.js'));
  const page = await readFile(join(here, 'printed.html'), 'utf8');
  await writeFile(join(to, name, 'index.html'), page.replace('<!--app-->', () => content));
}

async function bundle(entry, outfile, platform = 'browser') {
  const isServer = platform === 'node';
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    platform,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    nodePaths: [join(packages, 'node_modules'), join(to, 'node_modules')],
    plugins: [svelte(), vue(isServer)],
    // What frameworks warn of, they warn of in development.
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    // Packages that `require` parts of node need it in a module too.
    banner: isServer
      ? { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }
      : {},
    logLevel: 'warning',
  });
  // esbuild leaves `new URL('./strillone.wasm', import.meta.url)` as it is.
  if (!isServer) {
    const wasm = 'strillone.wasm';
    await cp(join(strillone, wasm), join(dirname(outfile), wasm));
  }
}

function svelte() {
  return {
    name: 'svelte',
    setup({ onLoad }) {
      onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const { js, warnings } = compile(text, { filename: path, generate: 'client', dev: true });
        return { contents: js.code, warnings: warnings.map(({ message }) => ({ text: message })) };
      });
    },
  };
}

function vue(ssr) {
  const options = { isCustomElement: (tag) => tag === 'strillone-news' };
  return {
    name: 'vue',
    setup({ onLoad }) {
      onLoad({ filter: /\.vue$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const { descriptor } = parse(text, { filename: path, templateParseOptions: options });
        const { content } = compileScript(descriptor, {
          id: path,
          inlineTemplate: true,
          // For a server the template is read once more.
          templateOptions: { ssr, ssrCssVars: [], compilerOptions: options },
        });
        return { contents: content };
      });
    },
  };
}
