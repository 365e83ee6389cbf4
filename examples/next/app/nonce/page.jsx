import { headers } from 'next/headers';

export default async function Page() {
  const nonce = (await headers()).get('x-nonce');
  return (
    <>
      <h1>A page with a policy</h1>
      <script async nonce={nonce} src="https://cdn.example/strillone.js" />
      <strillone-news feed="https://example.org/feed.xml" limit="3">
        <a href="https://example.org/">Latest news</a>
      </strillone-news>
    </>
  );
}
