//! Each format, from its bytes to what a reader sees.

mod support;

use support::{item, items, read};

#[test]
fn rss_2_gives_title_link_summary_and_time() {
    // https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt
    let item = item(
        "<rss version='2.0'><channel><title>News</title><item>
           <title>Fog &amp;amp; frost</title>
           <link>https://news.example/1</link>
           <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>
           <pubDate>Sat, 07 Sep 2002 09:42:31 GMT</pubDate>
         </item></channel></rss>",
    );
    assert_eq!(item.title.as_deref(), Some("Fog & frost"));
    assert_eq!(
        item.link.map(|link| link.as_str().to_owned()).as_deref(),
        Some("https://news.example/1")
    );
    assert_eq!(
        item.summary.map(|text| text.plain_text()).as_deref(),
        Some("One.\n\nTwo.")
    );
    assert_eq!(item.published.map(|time| time.0), Some(1_031_391_751_000));
}

#[test]
fn atom_1_takes_text_literally_and_html_as_markup() {
    // RFC 4287 §3.1.1
    let items = items(
        "<feed xmlns='http://www.w3.org/2005/Atom'>
           <entry><id>0</id><title>1 &lt;b&gt; 2</title></entry>
           <entry><id>1</id><title type='html'>1 &lt;b&gt;2&lt;/b&gt;</title></entry>
           <entry><id>2</id><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>1 <b>2</b></div></title></entry>
         </feed>",
    );
    let titles: Vec<_> = items.iter().map(|item| item.headline()).collect();
    assert_eq!(titles, ["1 <b> 2", "1 2", "1 2"]);
}

#[test]
fn a_document_that_is_no_feed_is_an_empty_feed_and_a_problem() {
    let reading = read("<html><body>Hello</body></html>");
    assert!(reading.feed.items.is_empty());
    assert_eq!(
        reading.problems.first().map(|problem| problem.kind.name()),
        Some("web-page")
    );
}
