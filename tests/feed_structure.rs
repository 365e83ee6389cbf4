//! What a document is made of: namespaces, encodings, entities, and elements that are not where
//! they should be.

#![allow(missing_docs)]

mod support;

use strillone::address::WebAddress;
use strillone::feed::{self, Document, Item, Reading};
use strillone::host::Native;
use support::{item, items, read, read_bytes, rss_item};

fn titles(text: &str) -> Vec<String> {
    items(text)
        .into_iter()
        .map(|item| item.title.unwrap_or_default())
        .collect()
}

fn kinds(reading: &Reading) -> Vec<&'static str> {
    reading
        .problems
        .iter()
        .map(|problem| problem.kind.name())
        .collect()
}

#[test]
fn the_namespace_of_the_root_is_the_one_of_its_format_whatever_it_is() {
    let rss = "<channel><title>F</title><item><title>A</title><link>https://a.example/1</link></item></channel>";
    for attributes in [
        "",
        " xmlns=''",
        " xmlns:=''",
        " xmlns='https://cyber.harvard.edu/rss/rss.html'",
        " xmlns='http://purl.org/rss/2.0/'",
        " xmlns='http://www.w3.org/2005/Atom'",
        " xmlns='urn:invented'",
        " xmlns='http://search.yahoo.com/mrss/'",
    ] {
        for version in ["", " version='2.0'"] {
            let item = item(&format!("<rss{version}{attributes}>{rss}</rss>"));
            assert_eq!(item.title.as_deref(), Some("A"), "{attributes}");
            assert!(item.link.is_some(), "{attributes}");
        }
    }
    let atom = "<title>F</title><entry><title>A</title><id>1</id></entry>";
    for attributes in [
        "",
        " xmlns=''",
        " xmlns='http://www.w3.org/2005/Atom' xmlns:=''",
        " xmlns='http://www.w3.org/2005/atom10'",
        " xmlns='http://purl.org/rss/1.0/'",
        " xmlns='urn:invented'",
    ] {
        assert_eq!(
            titles(&format!("<feed{attributes}>{atom}</feed>")),
            ["A"],
            "{attributes}"
        );
    }
    for address in [
        "http://purl.org/rss/1.0/",
        "urn:invented",
        "",
        "http://www.w3.org/2005/Atom",
    ] {
        let text = format!(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='{address}'>\
             <channel><title>F</title></channel><item><title>A</title></item></rdf:RDF>"
        );
        assert_eq!(titles(&text), ["A"], "{address}");
    }
    for text in [
        "<rss:rss><rss:channel><rss:item><rss:title>A</rss:title></rss:item></rss:channel></rss:rss>",
        "<x:rss xmlns:x='urn:x'><x:channel><x:item><x:title>A</x:title></x:item></x:channel></x:rss>",
        "<a:feed xmlns:a='urn:x'><a:entry><a:title>A</a:title></a:entry></a:feed>",
        "<rss><channel xmlns='urn:x'><item><title>A</title></item></channel></rss>",
        "<rss><channel><item xmlns='urn:x'><title>A</title></item></channel></rss>",
    ] {
        assert_eq!(titles(text), ["A"], "{text}");
    }
}

#[test]
fn a_foreign_vocabulary_within_a_feed_stays_foreign() {
    let foreign = rss_item(
        "<title>A</title><x:title xmlns:x='urn:x'>B</x:title><title xmlns='urn:x'>C</title>",
    );
    assert_eq!(foreign.title.as_deref(), Some("A"));
    let atom = rss_item("<a:title>B</a:title><title>A</title>");
    assert_eq!(atom.title.as_deref(), Some("B"));
}

#[test]
fn an_item_closes_what_is_left_open_above_it() {
    for open in [
        "<image><url>https://a.example/p.png</url>",
        "<image><url>https://a.example/p.png",
        "<itunes:category text='News'>",
        "<itunes:owner><itunes:name>Ada</itunes:name>",
        "<textInput><title>Search</title>",
        "<cloud domain='a.example'><x><y>",
    ] {
        let text = format!(
            "<rss xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>F</title>{open}\
             <item><title>A</title></item><item><title>B</title></item></channel></rss>"
        );
        assert_eq!(titles(&text), ["A", "B"], "{open}");
    }
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Ada\
                <entry><title>A</title></entry><entry><title>B</title></entry></feed>";
    assert_eq!(titles(atom), ["A", "B"]);
}

#[test]
fn an_item_of_another_vocabulary_is_no_item_of_the_feed() {
    for inner in [
        "<x:list xmlns:x='urn:x'><x:item>1</x:item><x:item>2</x:item></x:list>",
        "<list xmlns='urn:x'><item>1</item><item><title>2</title></item></list>",
        "<x:entry xmlns:x='urn:x'>1</x:entry>",
    ] {
        let text = format!(
            "<rss version='2.0'><channel><title>F</title><item>{inner}<title>A</title></item>\
             <item><title>B</title></item></channel></rss>"
        );
        let reading = read(&text);
        assert_eq!(titles(&text), ["A", "B"], "{inner}");
        assert_eq!(kinds(&reading), Vec::<&str>::new(), "{inner}");
    }
}

#[test]
fn a_document_may_be_a_single_entry() {
    // RFC 4287 §2
    for attributes in [" xmlns='http://www.w3.org/2005/Atom'", "", " xmlns='urn:x'"] {
        let entry = item(&format!(
            "<?xml version='1.0'?><entry{attributes}><id>tag:a.example,1</id><title>A</title>\
             <link href='https://a.example/1'/><updated>2026-01-01T00:00:00Z</updated></entry>"
        ));
        assert_eq!(entry.id, "tag:a.example,1");
        assert_eq!(entry.title.as_deref(), Some("A"));
    }
}

#[test]
fn the_encoding_is_the_one_that_most_characters_speak_for() {
    let title = |head: &str, title: &[u8]| {
        let bytes = [
            head.as_bytes(),
            b"<rss><channel><title>F</title><item><title>",
            title,
            b"</title></item></channel></rss>",
        ]
        .concat();
        let items = read_bytes(&bytes).feed.items;
        items
            .into_iter()
            .find_map(|item| item.title)
            .unwrap_or_default()
    };
    let latin = "<?xml version='1.0' encoding='ISO-8859-1'?>";
    // One pair of them is UTF-8 by chance.
    assert_eq!(
        title("", b"caf\xe9 \xc3\xa9 d\xe9j\xe0 vu"),
        "café Ã© déjà vu"
    );
    // One byte of it is broken.
    assert_eq!(title("", b"\xc3\xa9t\xc3\xa9 \xff"), "été \u{fffd}");
    assert_eq!(title(latin, "été".as_bytes()), "été");
    assert_eq!(title(latin, b"\xe9t\xe9"), "été");
    assert_eq!(
        title(
            "<?xml version='1.0' encoding='windows-1252'?>",
            "“€”".as_bytes()
        ),
        "“€”"
    );
    assert_eq!(
        title(
            "<?xml version='1.0' encoding='us-ascii'?>",
            "日本".as_bytes()
        ),
        "日本"
    );
    // Two bytes a character, whatever they look like.
    assert_eq!(
        title(
            "<?xml version='1.0' encoding='shift_jis'?>",
            b"\x93\xfa\x96\x7b"
        ),
        "日本"
    );
}

#[test]
fn text_that_was_encoded_twice_is_decoded_twice() {
    for (written, meant) in [
        ("ordenÃ³", "ordenó"),
        ("MÃ¼nchen und KÃ¶ln", "München und Köln"),
        ("Ã©tÃ©", "été"),
        // Not all of it is so.
        ("ordenÃ³ – año", "ordenÃ³ – año"),
        ("größer", "größer"),
        ("São Paulo", "São Paulo"),
        ("Ã", "Ã"),
    ] {
        let item = rss_item(&format!(
            "<title>{written}</title><description>{written}</description>"
        ));
        assert_eq!(item.title.as_deref(), Some(meant));
    }
}

#[test]
fn entities_of_the_document_type_are_known_and_bounded() {
    let titled = |declarations: &str, title: &str| {
        let text = format!(
            "<!DOCTYPE rss [{declarations}]><rss version='2.0'><channel><title>F</title>\
             <item><title>{title}</title></item></channel></rss>"
        );
        let reading = read(&text);
        let title = reading
            .feed
            .items
            .first()
            .and_then(|item| item.title.clone());
        (title.unwrap_or_default(), kinds(&reading))
    };
    let none = Vec::<&str>::new();
    for (declarations, written, meant) in [
        (
            "<!ENTITY paper 'The Harbour Post'>",
            "&paper;: A",
            "The Harbour Post: A",
        ),
        ("<!ENTITY nbsp \"&#160;\">", "A&nbsp;B", "A\u{a0}B"),
        ("<!-- ]> --><!ENTITY x \"]>\">", "A &x; B", "A ]> B"),
        (
            "<!ENTITY eacute '&#233;'>\n<!ENTITY   and  'und'>",
            "Caf&eacute; &and; B",
            "Café und B",
        ),
    ] {
        let (title, problems) = titled(declarations, written);
        assert_eq!(
            (title.as_str(), problems),
            (meant, none.clone()),
            "{declarations}"
        );
    }
    // One that holds another is left as it is.
    let (title, _) = titled("<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>", "&b; &a;");
    assert_eq!(title, "&b; lol");
    let long = format!("<!ENTITY a '{}'>", "x".repeat(4_000));
    let (title, _) = titled(&long, &"&a;".repeat(1_000));
    assert!(title.len() <= 256 * 1024 + 4_000, "{}", title.len());
}

#[test]
fn a_valid_feed_raises_no_alarm() {
    let named = read(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>\
         <channel rdf:about='https://a.example/'><title>F</title></channel>\
         <item rdf:about='tag:a.example,2024:1'><title>T</title><link>https://a.example/1</link></item></rdf:RDF>",
    );
    assert_eq!(named.problems, []);
    for head in [
        "<?xml version='1.0'?><?xml-stylesheet href='a>b.xsl' type='text/xsl'?>",
        "<?php echo '<b>' ?>",
        "<!-- <rss> > -->",
        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">",
        "<!DOCTYPE rss [<!ELEMENT rss (channel)> <!ATTLIST rss version CDATA \"]\">]>",
    ] {
        let text = format!(
            "{head}<rss version='0.91'><channel><title>F</title><item><title>A&#233;</title>\
             <description><![CDATA[<p>x</p>]]></description></item></channel></rss>\n<!-- end -->"
        );
        assert_eq!(kinds(&read(&text)), Vec::<&str>::new(), "{head}");
    }
}

#[test]
fn links_of_rss_are_relative_to_the_page_of_the_feed() {
    let text = "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel>\
                <a:link rel='self' href='https://feeds.example/x/feed.xml'/><link>https://a.example/news/</link>\
                <item><title>A</title><link>1.html</link></item></channel></rss>";
    assert_eq!(
        link(&item(text)),
        Some("https://a.example/news/1.html".to_owned())
    );
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://a.example/'/>\
                <link rel='self' href='https://feeds.example/x/feed.xml'/>\
                <entry><title>A</title><link href='1.html'/></entry></feed>";
    assert_eq!(
        link(&item(atom)),
        Some("https://feeds.example/x/1.html".to_owned())
    );
}

fn link(item: &Item) -> Option<String> {
    item.link.as_ref().map(|link| link.as_str().to_owned())
}

#[test]
fn a_reading_says_whether_the_end_of_the_document_was_reached() {
    let item = "<item><title>A</title></item>";
    let whole = format!("<rss><channel>{item}{item}</channel></rss>");
    assert!(read(&whole).complete);
    assert!(read(&format!("{whole}\n<!-- made in 3 ms -->")).complete);
    assert!(read(&format!("<rss><channel>{item}<image></channel></rss>")).complete);
    for end in [1, 6, 10, 20, 40] {
        let cut = whole.get(..whole.len() - end).unwrap_or_default();
        assert!(!read(cut).complete, "{cut}");
    }
    assert!(read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}").complete);
    assert!(!read(&format!("{whole}{}", " ".repeat(feed::limits::BYTES))).complete);
}

#[test]
fn words_nobody_can_see_are_no_words_and_no_letter_carries_a_tower() {
    for invisible in [
        "\u{200b}\u{2060}",
        "\u{ad}",
        "\u{3164} \u{a0}",
        "&#x202e;",
        "\u{feff}",
    ] {
        let item = rss_item(&format!(
            "<title>{invisible}</title><link>https://a.example/1</link>"
        ));
        assert_eq!(item.title, None, "{invisible:?}");
    }
    let tower = format!("Z{}a", "\u{301}".repeat(1_900));
    let item = rss_item(&format!(
        "<title>{tower}</title><description>{tower} word</description>"
    ));
    let text = item
        .summary
        .map(|text| text.plain_text())
        .unwrap_or_default();
    assert!(item.title.is_some_and(|title| title.chars().count() <= 12));
    assert!(
        text.ends_with("a word") && text.chars().count() < 20,
        "{text}"
    );
    for joined in [
        "👨\u{200d}",
        "ᄀ",
        "क\u{94d}",
        "ক\u{9cd}",
        "\u{600}",
        "👨🏽\u{200d}",
    ] {
        let chain = joined.repeat(300);
        let item = rss_item(&format!("<title>a {chain} b</title>"));
        let title = item.title.unwrap_or_default();
        assert!(
            title.ends_with(" b") && title.chars().count() < 20,
            "{title}"
        );
    }
    for whole in [
        "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t — שָׁלוֹם — 👩🏽\u{200d}🚒",
        "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏿",
        "कार्त्स्न्यं बांग्লা ক্ষত্রিয় ประเทศไทยน้ำใจดี",
        "한국어뉴스가나다라마바사아자차카타파하거너더러",
    ] {
        let title = rss_item(&format!("<title>{whole}</title>")).title;
        assert_eq!(title.as_deref(), Some(whole));
    }
}

#[test]
fn a_name_never_turns_its_neighbour() {
    for (written, closed) in [
        ("News\u{202e}", "News\u{202e}\u{202c}"),
        ("A\u{202b}B\u{202c}", "A\u{202b}B\u{202c}"),
        ("\u{2067}A\u{202d}B", "\u{2067}A\u{202d}B\u{202c}\u{2069}"),
        ("A\u{202c}\u{2069}", "A"),
    ] {
        let feed = read(&format!(
            "<rss><channel><title>{written}</title></channel></rss>"
        ))
        .feed;
        assert_eq!(feed.title.as_deref(), Some(closed));
    }
}

/// The pictures and media that are left of a feed at `feed` on a page at `page`.
fn media(feed: &str, page: &str, address: &str) -> usize {
    let text = format!(
        "<rss><channel><item><title>A</title><enclosure url='{address}' type='image/jpeg' length='1'/>\
         <description>&lt;p>Text &lt;img src='{address}' width='400' height='300'>&lt;/p></description>\
         </item></channel></rss>"
    );
    let address = |text| WebAddress::parse(text, None, &Native);
    let reading = feed::read(
        Document {
            bytes: text.as_bytes(),
            address: address(feed).as_ref(),
            charset: None,
            page: address(page).as_ref(),
        },
        &Native,
    );
    let item = reading.feed.items.first();
    item.map_or(0, |item| {
        let texts = [&item.summary, &item.content];
        let in_text = texts
            .into_iter()
            .flatten()
            .filter(|text| text.to_html().contains("<img"));
        item.enclosures.len() + usize::from(item.image.is_some()) + in_text.count()
    })
}

#[test]
fn media_are_not_asked_of_the_page_nor_of_the_readers_own_network() {
    let (feed, page) = ("https://feeds.example/feed.xml", "https://partner.example/");
    assert!(media(feed, page, "https://cdn.example/p.jpg") >= 2);
    for address in [
        "https://partner.example/logout.jpg",
        "http://partner.example/logout.jpg",
        "http://partner.example./p.jpg",
        "http://192.168.0.1/p.jpg",
        "http://10.1.2.3/p.jpg",
        "http://172.20.0.1/p.jpg",
        "http://169.254.169.254/p.jpg",
        "http://127.0.0.1:8080/p.jpg",
        "http://2130706433/p.jpg",
        "http://0x7f.1/p.jpg",
        "http://localhost/p.jpg",
        "http://[::1]/p.jpg",
        "http://[fd00::1]/p.jpg",
        "http://[fe80::1]/p.jpg",
        "http://[::ffff:10.0.0.1]/p.jpg",
        "http://printer.local/p.jpg",
        "http://router/p.jpg",
    ] {
        assert_eq!(media(feed, page, address), 0, "{address}");
    }
    for address in [
        "http://172.32.0.1/p.jpg",
        "http://11.0.0.1/p.jpg",
        "http://[2001:db8::1]/p.jpg",
    ] {
        assert!(media(feed, page, address) >= 2, "{address}");
    }
    let own = "https://partner.example/feed.xml";
    assert!(media(own, page, "https://partner.example/p.jpg") >= 2);
    let local = "http://localhost:8000/feed.xml";
    assert!(media(local, page, "http://127.0.0.1/p.jpg") >= 2);
}

#[test]
fn sizes_that_no_picture_has_are_not_believed() {
    let size = |attributes: &str| {
        let item = rss_item(&format!(
            "<title>A</title><m:content url='https://a.example/p.jpg' medium='image' {attributes}/>"
        ));
        item.image.map(|image| (image.width, image.height))
    };
    assert_eq!(
        size("width='1200' height='800'"),
        Some((Some(1200), Some(800)))
    );
    assert_eq!(
        size("width='100000' height='4294967295'"),
        Some((None, None))
    );
    assert_eq!(size("width='3' height='60000'"), Some((None, None)));
    assert_eq!(size("width='30' height='1000'"), Some((None, None)));
    assert_eq!(
        size("width='400' height='4000'"),
        Some((Some(400), Some(4000)))
    );
}

#[test]
fn content_without_a_namespace_is_content() {
    let item = rss_item("<title>A</title><content>&lt;p&gt;Whole text&lt;/p&gt;</content>");
    let text = item.content.map(|text| text.plain_text());
    assert_eq!(text.as_deref(), Some("Whole text"));
}
