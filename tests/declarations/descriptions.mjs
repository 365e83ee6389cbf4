// node descriptions.mjs PACKAGES STRILLONE
//
// Holds the package's descriptions for programs against their schemas, and asks VS Code's own
// reader what it offers to someone who writes the element.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [packages, strillone] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const Ajv = require('ajv');
const code = require('vscode-html-languageservice');

const read = async (name) => JSON.parse(await readFile(join(strillone, name), 'utf8'));

function follows(description, schema) {
  // VS Code's schema has words of its own in it.
  const ajv = new Ajv({ strict: false, allErrors: true });
  assert(ajv.validate(schema, description), ajv.errorsText());
}

const manifest = await read('custom-elements.json');
const manifestSchema = require('custom-elements-manifest/schema.json');
follows(manifest, manifestSchema);
assert.throws(() => follows({ ...manifest, modules: 'none' }, manifestSchema));

const data = await read('vscode.html-custom-data.json');
const dataSchema = require('vscode-html-languageservice/docs/customData.schema.json');
follows(data, dataSchema);
assert.throws(() => follows({ ...data, tags: [{}] }, dataSchema));

const service = code.getLanguageService({
  customDataProviders: [code.newHTMLDataProvider('strillone', data)],
});

/** What is offered at the bar. */
function offered(text) {
  const page = code.TextDocument.create('file:///page.html', 'html', 0, text.replace('|', ''));
  const place = page.positionAt(text.indexOf('|'));
  const { items } = service.doComplete(page, place, service.parseHTMLDocument(page));
  return items.map(({ label }) => label);
}

assert(offered('<str|').includes('strillone-news'));
assert(offered('<strillone-news |>').includes('feed'));
assert(offered('<strillone-news layout="|">').includes('ticker'));
