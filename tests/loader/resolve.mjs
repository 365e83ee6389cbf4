// The build's aliases, for Node: https://nodejs.org/api/module.html#customization-hooks

const FAKES = {
  'strillone-glue': new URL('./fakes/glue.mjs', import.meta.url).href,
  'strillone-script-url': new URL('./fakes/script_url.mjs', import.meta.url).href,
};

export async function resolve(specifier, context, next) {
  const url = FAKES[specifier];
  if (url) return { url, format: 'module', shortCircuit: true };
  const resolved = await next(specifier, context);
  // A folder of plain `.js` files says nowhere that they are modules.
  return resolved.url.includes('/src/loader/') ? { ...resolved, format: 'module' } : resolved;
}
