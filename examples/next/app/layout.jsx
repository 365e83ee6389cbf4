import Link from 'next/link';

export const metadata = { title: 'A site by Next' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Server</Link> <Link href="/client">Client</Link>{' '}
          <Link href="/script">Script</Link>
        </nav>
        {children}
      </body>
    </html>
  );
}
