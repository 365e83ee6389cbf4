// Written by `cargo xtask write` from the table in `src/config.rs`: the options that the loader
// needs before the widget is there, read as the widget reads them.

{% for option in options if option.name in ["limit", "more", "layout", "columns", "lead", "density", "lines", "theme", "speed", "direction", "time", "thumbnails", "comments", "preview", "open", "refresh", "target", "loading"] %}
/** @param {Element} host */
{% if option.bounds %}
export const {{ option.name }}Of = (host) =>
  number(host, '{{ option.name }}', {{ option.bounds | join(", ") }}, {{ option.default or 0 }});
{% elif option.default == "on" %}
export const {{ option.name }}Of = (host) =>
  keyword(host, '{{ option.name }}', 'on', 'off', 'false', 'no', '0');
{% else %}
export const {{ option.name }}Of = (host) =>
  keyword(host, '{{ option.name }}', '{{ option.default }}'{% for word in option.keywords if word != option.default %}, '{{ word }}'{% endfor %});
{% endif %}

{% endfor %}
/**
 * The addresses of a list; a comma within one is its own.
 * @param {Element} host
 * @param {string} name
 */
export const addressesOf = (host, name) =>
  (host.getAttribute(name) || '')
    .replace(/,(?=https?:\/\/)/g, ' ')
    .split(/\s+/)
    .map((address) => address.replace(/[,;]+$/, ''))
    .filter(Boolean);

/**
 * @param {Element} host
 * @param {string} name
 * @param {number} least
 * @param {number} most
 * @param {number} otherwise
 */
function number(host, name, least, most, otherwise) {
  const text = host.getAttribute(name) || '';
  const value = /^\s*\+?\d+\s*$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : otherwise;
}

/**
 * @param {Element} host
 * @param {string} name
 * @param {string} otherwise
 * @param {string[]} others
 */
function keyword(host, name, otherwise, ...others) {
  const word = (host.getAttribute(name) || '').trim().toLowerCase();
  return others.includes(word) ? word : otherwise;
}
