// Why a feed cannot be had, where the browser does not say so but the page can know. The kinds
// are those of the widget's table of errors.

/** @typedef {{ kind: 'insecure' | 'no-origin' | 'page' | 'wordpress', detail?: string }} Reason */

/**
 * What a page over https may not ask for: anything over http but of the reader's own machine.
 * The component has the same rule (`WebAddress::upgraded`). <https://www.w3.org/TR/mixed-content/>
 */
export const INSECURE = /^http:(?!\/\/(([^/:@]*\.)?localhost|127(\.\d+){3}|\[::1\])[:/])/;

/** How WordPress ends the addresses of its feeds, and what goes before for a part of the news. */
const WORDPRESS_FEED = /\/feed(\/(rss2?|atom|rdf))?\/?$/;
const WORDPRESS_PART = /\/(category|tag|author|comments|\d{4})\/.*/;

/**
 * Why a request for `address` may have failed, which the browser tells nobody.
 * @param {string} address
 * @returns {Reason | undefined}
 */
export function reasonFor(address) {
  const { origin, pathname, searchParams } = new URL(address);
  if (location.protocol === 'https:' && INSECURE.test(address)) {
    return { kind: 'insecure' };
  }
  if (location.protocol === 'file:' || self.origin === 'null') return { kind: 'no-origin' };
  if (WORDPRESS_FEED.test(pathname) || searchParams.has('feed')) {
    const site = pathname.replace(WORDPRESS_FEED, '/').replace(WORDPRESS_PART, '/');
    const folder = site.replace(/(index\.php)?\/*$/, '');
    return { kind: 'wordpress', detail: `${origin}${folder}/wp-json/wp/v2/posts?_embed` };
  }
  return undefined;
}

/**
 * What to say of an answer that is a page of a website and no feed. No pattern here looks twice
 * at the same letters, whatever they are.
 * @param {Uint8Array<ArrayBuffer>} body
 * @param {string} address where it came from
 * @returns {Reason | undefined}
 */
export function pageInstead(body, address) {
  const text = new TextDecoder().decode(body.subarray(0, 1 << 16));
  const beginning = text.slice(0, 4096);
  if (!/^\s*</.test(beginning) || !/<(!doctype\s+)?html\b/i.test(beginning)) return undefined;
  if (/<(rss|feed|rdf:rdf)\b/i.test(beginning)) return undefined;
  const [feed] = [...text.matchAll(/<link\b[^<>]*>/gi)].flatMap(([tag]) => feedOf(tag, address));
  const detail = feed ? `its feed is ${feed}` : 'open the address in a tab, is it a feed?';
  return { kind: 'page', detail };
}

/**
 * The feed that a `<link>` names: https://www.rssboard.org/rss-autodiscovery
 * @param {string} tag
 * @param {string} base
 */
function feedOf(tag, base) {
  const isFeed = /\balternate\b/i.test(tag) && /application\/(rss|atom|feed)\+(xml|json)/i.test(tag);
  const [, double, single, bare] =
    /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) || [];
  const address = (double || single || bare || '').replace(/&amp;/g, '&');
  try {
    return isFeed && address ? [new URL(address, base).href] : [];
  } catch {
    return [];
  }
}
