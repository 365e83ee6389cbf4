'use client';

import { useState } from 'react';
import { News } from './News.jsx';

export default function Page() {
  const [isShown, setIsShown] = useState(true);
  const [limit, setLimit] = useState(3);
  const [opened, setOpened] = useState('');
  return (
    <>
      <h1>A client component</h1>
      <button onClick={() => setIsShown(!isShown)}>News on or off</button>
      <button onClick={() => setLimit(2)}>Only two</button>
      <p>
        Last opened: <output>{opened}</output>
      </p>
      {isShown && <News feed="https://example.org/feed.xml" limit={limit} onOpen={setOpened} />}
    </>
  );
}
