import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import Marquee from 'react-fast-marquee';
// The build that its manual names for browsers.
import Parser from 'rss-parser/dist/rss-parser.min.js';

const clock = new Intl.DateTimeFormat('it', { hour: '2-digit', minute: '2-digit' });

function News({ feed }) {
  const [items, setItems] = useState([]);
  useEffect(() => {
    new Parser().parseURL(feed).then(({ items }) => setItems(items));
  }, [feed]);
  return (
    <Marquee>
      {items.map(({ id, link, title, pubDate }) => (
        <span key={id}>
          <time dateTime={pubDate}>{clock.format(new Date(pubDate))}</time> <a href={link}>{title}</a>{' '}
        </span>
      ))}
    </Marquee>
  );
}

const place = document.getElementById('news');
createRoot(place).render(<News feed={place.dataset.feed} />);
