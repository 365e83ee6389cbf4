import Script from 'next/script';

export default function Page() {
  return (
    <>
      <h1>A page with next/script</h1>
      <Script src="https://cdn.example/strillone.js" />
      <strillone-news feed="https://example.org/feed.xml" limit="3">
        <a href="https://example.org/">Latest news</a>
      </strillone-news>
    </>
  );
}
