// Written by `cargo xtask dist` from the tables of the crate.

/** A headline as events and `items` describe it. Times are RFC 3339. */
export interface StrilloneItem {
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly published: string | null;
  readonly updated: string | null;
  readonly comments: number | null;
}

/** What stands on `<strillone-news>`. */
export interface StrilloneAttributes {
{% for option in options %}
  /** {{ option.summary }} */
  '{{ option.name }}'{% if option.name != 'feed' %}?{% endif %}: {{ option.type }};
{% endfor %}
}

/** What can fail. */
export type StrilloneErrorKind = {{ error_kinds | union }};

/** The events, by name. They bubble up to the document. */
export interface StrilloneEventMap {
{% for event in events %}
  /** {{ event.description }} */
  '{{ event.name }}': CustomEvent<{{ event.detail }}>;
{% endfor %}
}

/**
{% for state in states %}
 * * `{{ state.name }}`: {{ state.description }}
{% endfor %}
 */
export type StrilloneState = {{ states | map(attribute="name") | union }};

/** `<strillone-news>` */
export interface StrilloneNews extends HTMLElement {
{% for method in methods %}
  /** {{ method.description }} */
  {{ method.name }}(): void;
{% endfor %}
  readonly state: StrilloneState;
  /** The shown headlines. */
  readonly items: readonly StrilloneItem[];
}

declare global {
  interface HTMLElementTagNameMap {
    'strillone-news': StrilloneNews;
  }
  interface HTMLElementEventMap extends StrilloneEventMap {}
  interface DocumentEventMap extends StrilloneEventMap {}
}
