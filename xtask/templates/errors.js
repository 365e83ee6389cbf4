// Written by `cargo xtask write` from the table in `src/source/error.rs`: what the loader says
// when something fails. A kind goes into the event `strillone:error`; what has none is said on
// the console alone.

import { Problem } from './problem.js';

/** @typedef {{ "{" }}{{ loader_kinds | union }}{{ "}" }} Kind */
{% for error in errors if error.function %}

/**
{% for name in error.line | placeholders | unique %}
 * @param {unknown} {{ name }}
{% endfor %}
 * @returns { {%- if error.kind %}Problem{% else %}string{% endif -%} }
 */
export const {{ error.function }} = ({{ error.line | placeholders | unique | join(", ") }}) =>
{% if error.kind %}
  new Problem('{{ error.kind }}', {{ error.line | js_template }});
{% else %}
  {{ error.line | js_template }};
{% endif %}
{% endfor %}
