// Writes two feeds with the npm package `feed`: node feed.cjs PACKAGE_FOLDER ARTICLES RSS ATOM
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const [packages, articles, rss, atom] = process.argv.slice(2);
const { Feed } = createRequire(`${packages}/`)('feed');

const feed = new Feed({
  title: 'Il Mattino di Porto',
  id: 'https://example.org/',
  link: 'https://example.org/',
  language: 'it',
});
for (const { title, slug, date, text } of JSON.parse(readFileSync(articles, 'utf8'))) {
  const link = `https://example.org/${slug}/`;
  feed.addItem({ title, id: link, link, date: new Date(date), content: `<p>${text}</p>` });
}
writeFileSync(rss, feed.rss2());
writeFileSync(atom, feed.atom1());
