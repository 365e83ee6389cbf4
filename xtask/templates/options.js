// Written by `cargo xtask write` from the table in `src/config.rs`: the options that the loader
// needs before the widget is there, read as the widget reads them.

{% for option in options if option.name in ["limit", "layout", "refresh", "loading"] %}
/** @param {Element} host */
{% if option.bounds %}
export const {{ option.name }}Of = (host) =>
  number(host.getAttribute('{{ option.name }}'), {{ option.bounds | join(", ") }}, {{ option.default }});
{% else %}
export const {{ option.name }}Of = (host) =>
  keyword(host.getAttribute('{{ option.name }}'), [{% for word in option.keywords %}'{{ word }}'{% if not loop.last %}, {% endif %}{% endfor %}], '{{ option.default }}');
{% endif %}

{% endfor %}
/**
 * @param {string | null} text
 * @param {number} least
 * @param {number} most
 * @param {number} otherwise
 */
function number(text, least, most, otherwise) {
  const value = /^\s*\+?\d+\s*$/.test(text || '') ? Number(text) : NaN;
  return value >= least && value <= most ? value : otherwise;
}

/**
 * @param {string | null} text
 * @param {string[]} keywords
 * @param {string} otherwise
 */
function keyword(text, keywords, otherwise) {
  const word = (text || '').trim().toLowerCase();
  return keywords.includes(word) ? word : otherwise;
}
