// Feed → headlines. The browser's own parsers read it, and nothing of it is ever HTML.

const TIMEOUT = 20_000;
const DATES = ['pubDate', 'published', 'date', 'updated'];
const TEXTS = ['title', 'description', 'summary', 'content', 'encoded'];
const LONGEST = 200;

// What is more than this is cut before anything looks at it: a small answer can hold millions of
// items, or one title without an end.
const MOST_BYTES = 4 << 20;
const MOST_ITEMS = 500;
const MOST_CHARACTERS = 4_096;

const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * @typedef {{ title: string, address?: string, date?: Date }} Headline
 * @returns {Promise<Headline[]>} rejects when the feed cannot be had or is none
 */
export async function readFeed(address, proxy) {
  const source = proxy ? proxy.replace('{url}', encodeURIComponent(address)) : address;
  const page = await askForDocument(source);
  const items = page ? fromDocument(page) : await fromJson(source);
  return items
    .map(({ title, link, date }) => ({
      title: plain(title),
      address: webAddress(link, address),
      date: Number.isNaN(Date.parse(date)) ? undefined : new Date(date),
    }))
    .filter(({ title }) => title);
}

/**
 * Not `DOMParser`, which Trusted Types refuse; and this one knows a document's encoding.
 * @returns {Promise<Document | null>} null for what is not XML
 */
function askForDocument(source) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', source);
    request.responseType = 'document';
    // Many servers send feeds under a wrong type.
    request.overrideMimeType('text/xml');
    request.timeout = TIMEOUT;
    request.ontimeout = request.onerror = request.onabort = reject;
    request.onprogress = ({ loaded }) => loaded > MOST_BYTES && request.abort();
    request.onload = () => {
      const page = request.response;
      if (request.status !== 200) reject(request.status);
      else resolve(page && page.querySelector('parsererror') ? null : page);
    };
    request.send();
  });
}

async function fromJson(source) {
  const answer = await fetch(source, { credentials: 'omit' });
  const body = await answer.blob();
  if (body.size > MOST_BYTES) throw new RangeError('too long');
  const { items } = JSON.parse(await body.text());
  return items.slice(0, MOST_ITEMS).map(({ title, summary, content_text, url, date_published, date_modified }) => ({
    title: title || summary || content_text,
    link: url,
    date: date_published || date_modified,
  }));
}

/** RSS of every version, and Atom. */
function fromDocument(page) {
  const found = ['item', 'entry'].flatMap((name) => [...page.getElementsByTagNameNS('*', name)]);
  return found.slice(0, MOST_ITEMS).map((item) => {
    const child = (name) => [...item.children].find(({ localName }) => localName === name);
    const dated = DATES.map(child).find(Boolean);
    // An item need not have a title; its text then stands for it.
    const title = TEXTS.map((name) => textOf(child(name))).find(Boolean);
    return { title, link: linkOf(item), date: textOf(dated) };
  });
}

function linkOf(item) {
  const links = [...item.children].filter(({ localName }) => localName === 'link');
  const link = links.find((it) => /^(alternate)?$/.test(it.getAttribute('rel') || ''));
  if (link) return link.getAttribute('href') || link.textContent.trim();
  const guid = [...item.children].find(({ localName }) => localName === 'guid');
  return guid && guid.getAttribute('isPermaLink') !== 'false' ? guid.textContent.trim() : undefined;
}

function textOf(element) {
  return element ? element.textContent.trim() : '';
}

/** Titles are text, but many writers put escaped HTML there: it becomes text, never elements. */
function plain(title) {
  return String(title || '')
    .slice(0, MOST_CHARACTERS)
    // Up to the next sign of a tag, not to the end of the text: that would be read again for each.
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, number, hexadecimal, name) => {
      const code = number ? Number(number) : parseInt(hexadecimal, 16);
      if (name) return SIGNS[name] || whole;
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
    })
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

/** Parsed before it is judged: a parser leaves out the signs that would hide a scheme. */
function webAddress(link, base) {
  try {
    const url = new URL(link, base);
    return link && /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
