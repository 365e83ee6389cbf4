import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { pageInstead, reasonFor } from '../../src/loader/network/reason.js';

function standOn(address) {
  const { origin, protocol } = new URL(address);
  Object.assign(globalThis, { origin, location: { protocol } });
}

beforeEach(() => standOn('https://partner.example/'));

test('a page over https cannot ask for a feed over http, but on the own machine', () => {
  assert.deepEqual(reasonFor('http://news.example/rss'), { kind: 'insecure' });
  assert.deepEqual(reasonFor('http://127.news.example/rss'), { kind: 'insecure' });
  for (const own of ['localhost:8000', 'news.localhost', '127.0.0.1', '127.1.2.3:80', '[::1]']) {
    assert.equal(reasonFor(`http://${own}/rss`), undefined);
  }
  assert.equal(reasonFor('https://news.example/rss'), undefined);
  standOn('http://partner.example/');
  assert.equal(reasonFor('http://news.example/rss'), undefined);
});

test('a page that is a file has no origin', () => {
  standOn('file:///home/me/page.html');
  assert.deepEqual(reasonFor('https://news.example/rss'), { kind: 'no-origin' });
});

test('what looks like a feed of WordPress has a REST address', () => {
  for (const [feed, rest] of [
    ['https://news.example/feed/', 'https://news.example/wp-json/wp/v2/posts?_embed'],
    ['https://news.example/feed', 'https://news.example/wp-json/wp/v2/posts?_embed'],
    ['https://news.example/?feed=rss2', 'https://news.example/wp-json/wp/v2/posts?_embed'],
    ['https://x.example/blog/feed/atom/', 'https://x.example/blog/wp-json/wp/v2/posts?_embed'],
    ['https://x.example/blog/tag/a/feed/', 'https://x.example/blog/wp-json/wp/v2/posts?_embed'],
  ]) {
    assert.deepEqual(reasonFor(feed), { kind: 'wordpress', detail: rest });
  }
  assert.equal(reasonFor('https://news.example/feed.xml'), undefined);
});

const page = (text) => pageInstead(new TextEncoder().encode(text), 'https://news.example/start/');
const linked = (link) => page(`<!DOCTYPE html><html><head>${link}</head>`);

test('the feed that a website names is told', async () => {
  for (const link of [
    '<link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">',
    "<LINK href='/rss?a=1&b=2' title=News type='application/atom+xml' rel='alternate'/>",
    '<link rel=stylesheet href=x><link rel=alternate type=application/feed+json href=/rss?a=1&amp;b=2>',
  ]) {
    assert.deepEqual(await linked(link), {
      kind: 'page',
      detail: 'its feed is https://news.example/rss?a=1&b=2',
    });
  }
});

test('a website that names none is told to be one', async () => {
  for (const link of ['', '<link rel=alternate hreflang=it href=/it>', '<link rel=icon href=x>']) {
    assert.match((await linked(link)).detail, /open the address in a tab/);
  }
});

test('what is no page is left to the reader', async () => {
  for (const text of ['<rss>', '<?xml version="1.0"?><feed>', '{"items":["<html>"]}', 'hello', '']) {
    assert.equal(await page(text), undefined, text);
  }
  assert.equal(await page('<!-- <html> --><rss version="2.0">'), undefined);
});

test('no page takes time that grows faster than its size', async () => {
  for (const shape of ['<link ', '<link rel=alternate ', '<link>', 'href= ', '<']) {
    const begin = performance.now();
    await page(`<html>${shape.repeat(20_000)}`);
    assert.ok(performance.now() - begin < 200, shape);
  }
});
