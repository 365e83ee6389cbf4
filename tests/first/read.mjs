// Reads feeds as the first headlines do: the names of files, a line each, come in; a line of
// JSON for each goes out: its title and rows, or `null` where they leave it to the component.

import { readFileSync } from 'node:fs';
import { readFeed } from '../../src/loader/first/feed.js';
import { newest } from '../../src/loader/first/rows.js';

const LIMIT = 10;

for (const file of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
  console.log(JSON.stringify(read(bytes)));
}

function read(bytes) {
  try {
    const { title, items } = readFeed(bytes);
    const rows = newest(items, LIMIT).map((item) => ({
      title: item.title(),
      link: item.link ?? null,
      time: item.time ?? null,
      comments: item.comments ?? null,
      language: item.language ?? null,
    }));
    return { title, rows };
  } catch {
    return null;
  }
}
