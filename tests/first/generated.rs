//! Feeds that are put together by chance from the ways in which things are written.

use super::common::chance::Chance;

/// What most feeds have comes first.
const TITLES: &[&str] = &[
    "Plain words",
    "<![CDATA[Rock & roll]]>",
    "Caff&#232; &#x2014; oggi &amp; domani",
    "&quot;Quoted&quot; &#8217;tis",
    "  on two\n\t lines ",
    "Œuvre « citée »",
    "東京の天気",
    "&#128512; smiles",
    "a &lt;b&gt;bold&lt;/b&gt; word",
    "<![CDATA[an <i>old</i> word]]>",
    "5 &lt; 6 &gt; 4",
    "A &amp;amp; B &amp;lt; C",
    "a&nbsp;b",
    "a&#160;b",
    "مرحبا بالعالم",
    "שלום today",
    "",
    " ",
    "1984",
    "a<!-- c -->b",
    "a<![CDATA[ b ]]>c",
    "soft\u{ad}hyphen \u{200b}zero",
    "Ã©tÃ© mojibake",
    "\u{202e}turned",
    "&#150; &#0; &#xd800;",
    "&unknown; & alone",
    "100% &",
    "<b>child</b>",
    "zwj 👩\u{200d}👩\u{200d}👧 flag 🇮🇹",
    "e\u{301}\u{301}\u{301}\u{301}\u{301} stacked",
];

const LINKS: &[&str] = &[
    "https://example.org/NUMBER",
    "http://example.org/NUMBER?a=b&amp;c=d",
    "https://example.org/città/NUMBER",
    " https://example.org/NUMBER ",
    "HTTPS://EXAMPLE.org:443/NUMBER",
    "<![CDATA[https://example.org/NUMBER?a&b]]>",
    "https://example.org/same",
    "//example.org/NUMBER",
    "/NUMBER",
    "",
    "https://example.org/a b",
    "javascript:alert(1)",
    "https://user@example.org/NUMBER",
    "https://example.org\\NUMBER",
    "www.example.org/NUMBER",
    "https://exämple.org/NUMBER#part",
    "ftp://example.org/NUMBER",
];

const DATES: &[&str] = &[
    "Mon, 23 Nov 2026 16:30:00 GMT",
    "Mon, 23 Nov 2026 16:30:00 +0100",
    "Sun, 2 Aug 2026 06:05:00 -0430",
    "Mon, 23 Nov 2026 16:30 +0000",
    "23 Nov 2026 16:30:00 GMT",
    "2026-11-23T16:30:00Z",
    "2026-11-23T16:30:00.123+01:00",
    "2026-11-23T16:30:00-0500",
    "mon, 23 nov 2026 16:30:00 gmt",
    "Mon, 23 Nov 2026 16:30:00 EST",
    "Mon, 23 Nov 2026 16:30:00 Z",
    "Mon, 23 Nov 26 16:30:00 GMT",
    "Tue, 23 Nov 2026 16:30:00 GMT",
    "Mon, 30 Feb 2026 16:30:00 GMT",
    "Mon, 23 Nov 2026 24:00:00 GMT",
    "Mon, 23 Nov 2026 23:59:60 GMT",
    "Mon, 23 Nov 2026 9:30:00 GMT",
    "2026-11-23",
    "2026-11-23T24:00:00Z",
    "2026-02-30T10:00:00Z",
    "2026-11-23 16:30:00",
    "lun, 23 nov 2026 16:30:00 +0100",
    "Mon, 23 Nov 1959 16:30:00 GMT",
    "Mon, 23 Nov 2099 16:30:00 GMT",
    "Mon, 23 Nov 2026 16:30:00 +2500",
    "yesterday",
    "",
];

/// What an item of RSS has besides.
const MORE: &[&str] = &[
    "<guid isPermaLink=\"false\">id-NUMBER</guid>",
    "<description>&lt;p&gt;Some text.&lt;/p&gt;</description>",
    "<dc:creator><![CDATA[A. Author]]></dc:creator><category>News</category>",
    "<content:encoded><![CDATA[<p>Some text</p><img src=\"https://example.org/p.jpg\">]]></content:encoded>",
    "<slash:comments>NUMBER</slash:comments><comments>https://example.org/c</comments>",
    "<enclosure url=\"https://example.org/p.jpg\" type=\"image/jpeg\" length=\"1\"/>",
    "<media:content url=\"https://example.org/p.jpg\" medium=\"image\"><media:title>Else</media:title></media:content>",
    "<guid>https://example.org/guid/NUMBER</guid>",
    "<guid>the same</guid>",
    "<enclosure url=\"https://example.org/s.mp3\" type=\"audio/mpeg\" length=\"1\"/>",
    "<media:content url=\"https://example.org/v.mp4\"/>",
    "<itunes:title>Else</itunes:title><itunes:duration>10</itunes:duration>",
    "<dc:date>2026-01-01T10:00:00Z</dc:date>",
    "<dc:title>Else</dc:title>",
    "<dc:language>fr</dc:language>",
    "<dcterms:modified>2026-01-01T10:00:00Z</dcterms:modified>",
    "<atom:updated>2026-01-01T10:00:00Z</atom:updated>",
    "<atom:link rel=\"alternate\" href=\"https://example.org/else\"/>",
    "<thr:total>7</thr:total>",
    "<slash:comments>many</slash:comments>",
    "<source url=\"https://else.example/\">Else</source>",
    "<title>Another title</title>",
    "<link>https://example.org/another</link>",
    "<pubDate>Mon, 02 Nov 2026 16:30:00 GMT</pubDate>",
    "<x:title xmlns:x=\"http://purl.org/dc/elements/1.1/\">Else</x:title>",
    "<item><title>Within</title></item>",
    "<group><title>Within</title></group>",
    "<media:group><media:content url=\"https://example.org/v.mp4\" type=\"video/mp4\"/></media:group>",
    "<feedburner:origLink>https://example.org/orig</feedburner:origLink>",
    "<description>unclosed",
    "<thr:total></thr:total>",
    "<atom:link rel=\"replies\" type=\"text/html\" href=\"https://example.org/c\" thr:count=\"4\"/>",
    "<atom:id>the same</atom:id>",
    "<dc:language>it</dc:language>",
    "<dc:language>en-us</dc:language>",
    "<description xml:lang=\"it\">Some text.</description>",
    "<source url=\"https://else.example/\">Plain words</source>",
    "<source><title>Else</title></source>",
    "<media:content url=\"https://example.org/p.jpg?width=140&amp;auto=format\" width=\"140\"/>",
    "<media:content url=\"https://example.org/s.mp3?cover=p.jpg\"/>",
    "<media:content url=\"https://example.org/picture\" width=\"140\"/>",
    "<media:content url=\"https://example.org/v/1\" type=\"application/x-shockwave-flash\" medium=\"video\"/>",
    "<media:group><media:title>Else</media:title><media:content url=\"https://example.org/p.jpg\"/></media:group>",
    "<media:group><media:group><media:content url=\"https://example.org/s.mp3\"/></media:group></media:group>",
    "<media:player url=\"https://example.org/player\"/>",
];

const CHANNEL: &[&str] = &[
    "<title>News</title><link>https://example.org/</link><description>All</description>",
    "<title>News</title><language>it</language>",
    "<title><![CDATA[News & more]]></title><language>en-us</language><ttl>60</ttl>",
    "<title>News</title><atom:link rel=\"self\" href=\"https://example.org/feed.xml\"/>",
    "<title>News</title><image><title>Picture</title><url>https://example.org/i.png</url><link>https://example.org/</link></image>",
    "<title>News</title><language>ar</language>",
    "<title>News</title><language>english</language>",
    "<title>News</title><dc:language>fr</dc:language>",
    "<title>  </title>",
    "",
    "<image><title>Picture</title></image><title>News</title>",
    "<title>News</title><language>it</language><dc:language>it</dc:language><atom:id>feed</atom:id>",
    "<title>News</title><dc:language>it</dc:language>",
    "<title>News</title><itunes:author>A</itunes:author><itunes:image href=\"https://example.org/i.png\"/>",
];

const VOCABULARIES: &str = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
    xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\" \
    xmlns:thr=\"http://purl.org/syndication/thread/1.0\" \
    xmlns:media=\"http://search.yahoo.com/mrss/\" \
    xmlns:atom=\"http://www.w3.org/2005/Atom\" \
    xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" \
    xmlns:dcterms=\"http://purl.org/dc/terms/\" \
    xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\"";

/// A feed with a few items.
pub fn feed(chance: &mut Chance) -> String {
    let is_atom = chance.one_in(3);
    let declaration = of(
        chance,
        &[
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
            "",
            "\n",
            "<?xml version='1.0' ?>",
            "<?xml version='1.0' standalone='yes'?>",
            "<?xml version='1.0' encoding='iso-8859-1'?>",
        ],
    );
    let count = 1 + chance.below(4);
    let items: String = (0..count)
        .map(|number| {
            if is_atom {
                entry(chance, number)
            } else {
                item(chance, number)
            }
        })
        .collect();
    let channel = of(chance, CHANNEL);
    if is_atom {
        let language = of(
            chance,
            &[
                "",
                " xml:lang=\"it\"",
                " xml:lang=\"en-GB\"",
                "",
                "",
                " xml:lang=\"ar\"",
            ],
        );
        format!(
            "{declaration}<feed xmlns=\"http://www.w3.org/2005/Atom\"{language} {VOCABULARIES}>\
             {channel}<id>feed</id><updated>2026-11-23T16:30:00Z</updated>{items}</feed>"
        )
    } else {
        format!(
            "{declaration}<rss version=\"2.0\" {VOCABULARIES}><channel>{channel}{items}</channel></rss>"
        )
    }
}

fn item(chance: &mut Chance, number: usize) -> String {
    let title = of(chance, TITLES);
    let link = of(chance, LINKS);
    let date = match chance.one_in(6) {
        true => String::new(),
        false => format!("<pubDate>{}</pubDate>", of(chance, DATES)),
    };
    let (more, other) = (of(chance, MORE), of(chance, MORE));
    let text = format!("<item><title>{title}</title><link>{link}</link>{date}{more}{other}</item>");
    text.replace("NUMBER", &number.to_string())
}

fn entry(chance: &mut Chance, number: usize) -> String {
    let title = of(chance, TITLES);
    let link = of(chance, LINKS);
    let kind = of(
        chance,
        &["", " type=\"html\"", " type=\"text\"", " type=\"xhtml\""],
    );
    let relation = of(
        chance,
        &[
            "",
            " rel=\"alternate\"",
            " rel=\"self\"",
            " rel=\"enclosure\" type=\"audio/mpeg\"",
        ],
    );
    let dates = ["published", "updated"].map(|name| {
        let date = if chance.one_in(3) {
            of(chance, DATES)
        } else {
            "2026-11-23T16:30:00Z"
        };
        format!("<{name}>{date}</{name}>")
    });
    let dates = match chance.below(3) {
        0 => dates.concat(),
        1 => dates[1].clone(),
        _ => dates[0].clone(),
    };
    let more = if chance.one_in(4) {
        of(chance, MORE)
    } else {
        "<summary>Some text.</summary>"
    };
    let link = link.replace("<![CDATA[", "").replace("]]>", "");
    let text = format!(
        "<entry><title{kind}>{title}</title><link{relation} href=\"{link}\"/><id>id-NUMBER</id>{dates}{more}</entry>"
    );
    text.replace("NUMBER", &number.to_string())
}

/// One of them, mostly one of the first.
fn of<'a>(chance: &mut Chance, ways: &[&'a str]) -> &'a str {
    let end = if chance.one_in(10) {
        ways.len()
    } else {
        ways.len().min(5)
    };
    ways.get(chance.below(end)).copied().unwrap_or_default()
}
