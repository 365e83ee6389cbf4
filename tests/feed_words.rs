//! The headline, the summary and the text of an item, with nothing said twice.

#![allow(missing_docs)]

mod support;

use strillone::feed::Item;
use support::{item, rss_item};

/// An item of a title and a description in HTML.
fn titled(title: &str, description: &str) -> Item {
    rss_item(&format!(
        "<title><![CDATA[{title}]]></title><link>https://a.example/1</link>\
         <description><![CDATA[{description}]]></description>"
    ))
}

fn described(description: &str) -> String {
    let item = rss_item(&format!(
        "<title>T</title><description><![CDATA[{description}]]></description>"
    ));
    item.summary.map(|text| text.to_html()).unwrap_or_default()
}

#[test]
fn a_summary_that_says_the_headline_loses_it() {
    for (title, description, summary) in [
        ("Pass closed", "Pass closed", ""),
        ("Pass closed", "<p>Pass closed.</p>", ""),
        ("Pass closed!", "Pass closed", ""),
        ("“Pass” closed", "\"Pass\" closed…", ""),
        ("Pass closed for days", "Pass closed…", ""),
        (
            "Pass closed",
            "<a href='https://a.example/1'>Pass closed</a> Drivers wait.",
            "Drivers wait.",
        ),
        (
            "Pass closed",
            "<h2>Pass closed</h2><p>drivers wait.</p>",
            "drivers wait.",
        ),
        (
            "Pass closed",
            "<b>Pass closed</b><br>drivers wait.",
            "drivers wait.",
        ),
        (
            "Pass closed",
            "PASS CLOSED - drivers wait.",
            "drivers wait.",
        ),
        ("Pass closed", "Pass closed: drivers wait.", "drivers wait."),
        (
            "Pass closed?",
            "Pass closed? Drivers wait.",
            "Drivers wait.",
        ),
        (
            "Pass closed…",
            "Pass closed for days. Drivers wait.",
            "… for days. Drivers wait.",
        ),
        ("Pass clo...", "Pass closed for days.", "… closed for days."),
        // Without its beginning this is no sentence.
        (
            "Pass closed",
            "Pass closed for days.",
            "Pass closed for days.",
        ),
        ("Rose", "Roses are red", "Roses are red"),
        ("Node", "Node.js is here", "Node.js is here"),
        (
            "The harbour",
            "<a href='/h'>The harbour</a> is quiet",
            "The harbour is quiet",
        ),
        ("新聞", "新聞。今天", "今天"),
        (
            "Буря у берега",
            "БУРЯ У БЕРЕГА. Море поднялось.",
            "Море поднялось.",
        ),
        ("Überfall", "ÜBERFALL: Mehr dazu", "Mehr dazu"),
    ] {
        let shown = titled(title, description).summary_text(200);
        assert_eq!(
            shown.unwrap_or_default(),
            summary,
            "{title} | {description}"
        );
    }
}

#[test]
fn a_preview_says_everything_once() {
    for (title, description, heading, text) in [
        (
            "A b",
            "<p><a href='https://a.example/1'>A b</a></p><p>C</p>",
            "A b",
            "<p>C</p>",
        ),
        (
            "A b",
            "<ol><li>A b</li><li>C</li></ol>",
            "A b",
            "<ol><li><p>C</p></li></ol>",
        ),
        ("A b", "A b", "A b", ""),
        ("A b…", "A b c d", "", "<p>A b c d</p>"),
        // The link is news.
        (
            "A b",
            "<a href='https://b.example/'>A b</a>",
            "A b",
            "<p><a href=\"https://b.example/\">A b</a></p>",
        ),
        (
            "A b",
            "<p>C <a class='more-link' href='https://a.example/1'>Continue reading <span>A b</span></a></p>",
            "A b",
            "<p>C</p>",
        ),
        (
            "A b",
            "<p>C</p><p>The post <a href='https://a.example/1'>A b</a> appeared first on <a href='/'>D</a>.</p>",
            "A b",
            "<p>C</p>",
        ),
    ] {
        let preview = titled(title, description).preview();
        assert_eq!(
            preview.heading.unwrap_or_default(),
            heading,
            "{description}"
        );
        assert_eq!(preview.text.to_html(), text, "{description}");
    }
}

#[test]
fn a_post_without_a_title_is_not_printed_twice() {
    let item = rss_item("<description>Fog over the bay https://www.a.example/fog</description>");
    assert_eq!(item.headline(), "Fog over the bay a.example/fog");
    assert_eq!(item.summary_text(200), None);
    let preview = item.preview();
    assert_eq!(preview.heading, None);
    assert!(preview.text.plain_text().starts_with("Fog over"));
}

#[test]
fn the_paper_behind_a_title_is_the_source() {
    for (written, title) in [
        ("Storm - The Times", "Storm"),
        ("Storm – The Times", "Storm"),
        ("A - b — The Times", "A - b"),
        ("Storm | the times", "Storm"),
        ("Storm - The Sun", "Storm - The Sun"),
    ] {
        let item = rss_item(&format!(
            "<title>{written}</title><source url='https://t.example'>The Times</source>\
             <description>&lt;a href='https://n.example/'>{title}&lt;/a>&amp;nbsp;&amp;nbsp;&lt;font>The Times&lt;/font></description>"
        ));
        assert_eq!(item.title.as_deref(), Some(title), "{written}");
        assert_eq!(item.source.as_deref(), Some("The Times"));
        if title == "Storm" {
            assert_eq!(item.summary_text(99), None, "{written}");
        }
    }
}

#[test]
fn a_post_without_words_is_named_by_what_it_shows() {
    for (inner, headline) in [
        (
            "<description>&lt;img alt='A cat' src='https://a.example/1.jpg'></description>",
            "A cat",
        ),
        (
            "<m:content url='https://a.example/1.jpg'><m:description>A cat</m:description></m:content>",
            "A cat",
        ),
        ("<m:content url='https://a.example/1.jpg'/>", "📷"),
        ("<enclosure url='https://a.example/1.mp4'/>", "🎬"),
        ("<enclosure url='https://a.example/1.mp3'/>", "🎧"),
        (
            "<enclosure url='https://a.example/report.pdf'/>",
            "📄 report.pdf",
        ),
        (
            "<description>&lt;img alt='IMG_0001.jpg' src='https://a.example/1.jpg'></description>",
            "📷",
        ),
        (
            "<description>&lt;video src='https://a.example/1.mp4'>&lt;/video></description>",
            "🎬 a.example",
        ),
        ("", "a.example"),
    ] {
        let item = rss_item(&format!("<link>https://a.example/</link>{inner}"));
        assert_eq!(item.headline(), headline, "{inner}");
    }
}

#[test]
fn an_address_that_has_words_says_more_than_its_host() {
    for (link, headline) in [
        (
            "https://www.a.example/2026/fog-over-the-bay/",
            "www.a.example/2026/fog-over-the-bay",
        ),
        ("https://a.example/?p=7", "a.example"),
        ("https://u@a.example:8/x", "a.example"),
    ] {
        let item = rss_item(&format!("<link>{link}</link>"));
        assert_eq!(item.headline(), headline);
    }
}

#[test]
fn plain_text_keeps_its_lines_and_links_its_addresses() {
    for (written, shown) in [
        ("a\nb\n\nc", "<p>a<br>b</p><p>c</p>"),
        ("a\r\nb\r\n\r\nc", "<p>a<br>b</p><p>c</p>"),
        ("a\rb", "<p>a<br>b</p>"),
        ("a\n    b\n    c", "<p>a b c</p>"),
        ("a<br>b\nc", "<p>a<br>b c</p>"),
        ("Vec<T>\nb", "<p>Vec&lt;T&gt;<br>b</p>"),
        ("a &amp; b\n<3", "<p>a &amp; b<br>&lt;3</p>"),
        (
            "See https://a.example/x. Or (www.a.example/y_(z)),",
            "<p>See <a href=\"https://a.example/x\">https://a.example/x</a>. \
             Or (<a href=\"https://www.a.example/y_(z)\">www.a.example/y_(z)</a>),</p>",
        ),
        (
            "見https://a.example/x。",
            "<p>見<a href=\"https://a.example/x\">https://a.example/x</a>。</p>",
        ),
        ("http:// www. x", "<p>http:// www. x</p>"),
    ] {
        assert_eq!(described(written), shown, "{written}");
    }
    let json = item(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"F",
        "items":[{"id":"1","content_text":"a\nb"}]}"#,
    );
    let text = json.content.map(|text| text.to_html());
    assert_eq!(text.as_deref(), Some("<p>a<br>b</p>"));
}

#[test]
fn titles_swallow_nothing() {
    for (written, shown) in [
        (
            "Don&amp;#8217;t use &lt;script&gt; here",
            "Don’t use <script> here",
        ),
        (
            "T&amp;#8217;s in Vec&lt;T&gt; explained",
            "T’s in Vec<T> explained",
        ),
        ("I &lt;3 you &amp;amp; me", "I <3 you & me"),
        (
            "The &lt;title&gt; and &lt;style&gt; tags",
            "The <title> and <style> tags",
        ),
        (
            "When to use &lt;b&gt; and &lt;p&gt;",
            "When to use <b> and <p>",
        ),
        ("&lt;p&gt;A &lt;em&gt;b&lt;/em&gt;&lt;/p&gt;", "A b"),
        ("a&lt;script&gt;b&lt;/script&gt;c", "ac"),
        ("A &lt;font color='red'&gt;b", "A b"),
        ("a&lt;br&gt;b", "a b"),
        ("It&amp;amp;#039;s over", "It's over"),
        (
            "Up 5&amp;percnt;&comma; says &amp;lpar;&amp;Scaron;&amp;rpar;&amp;rsquor;",
            "Up 5%, says (Š)’",
        ),
        (
            "&lt;!DOCTYPE html&gt; explained",
            "<!DOCTYPE html> explained",
        ),
        ("<![CDATA[A]]> <![CDATA[12]]>", "A 12"),
        ("<!-- x --> <![CDATA[A]]><![CDATA[B]]>", "AB"),
        ("What does &lt;/div&gt; do?", "What does </div> do?"),
        ("A&lt;/p&gt;", "A"),
    ] {
        let item = rss_item(&format!("<title>{written}</title>"));
        assert_eq!(item.title.as_deref(), Some(shown), "{written}");
    }
}

#[test]
fn a_long_address_is_shown_as_its_writer_sees_it() {
    let html = "<a href='https://a.example/long/path'><span class='invisible'>https://</span>\
                <span class='ellipsis'>a.example/long</span><span class='invisible'>/path</span></a>";
    assert_eq!(
        described(html),
        "<p><a href=\"https://a.example/long/path\">a.example/long…</a></p>"
    );
}

#[test]
fn authors_are_names_in_whatever_form() {
    for (written, names) in [
        ("<author>M@</author>", vec!["M@"]),
        ("<author>@ada</author>", vec!["@ada"]),
        (
            "<author>@ada@social.example</author>",
            vec!["@ada@social.example"],
        ),
        ("<author>ada@a.example</author>", vec![]),
        (
            "<d:creator>&lt;a href='/ada'&gt;Ada&lt;/a&gt;</d:creator>",
            vec!["Ada"],
        ),
        ("<author><b>Ada</b> Neri</author>", vec!["Ada Neri"]),
        ("<d:creator>https://a.example/u/ada</d:creator>", vec![]),
        ("<a:author><name>Ada</name></a:author>", vec!["Ada"]),
        (
            "<a:author><a:name>Ada</a:name><a:uri>/x</a:uri></a:author>",
            vec!["Ada"],
        ),
        (
            "<a:author><a:email>a@a.example</a:email></a:author>",
            vec![],
        ),
        (
            "<d:creator>Ada</d:creator><d:creator>ADA</d:creator>",
            vec!["Ada"],
        ),
    ] {
        let item = rss_item(&format!("<title>T</title>{written}"));
        assert_eq!(item.authors, names, "{written}");
    }
    for (authors, names) in [
        (r#"{"name":"Ada"}"#, vec!["Ada"]),
        (r#"["Ada","Bo"]"#, vec!["Ada", "Bo"]),
        (r#"[{"name":"Ada"},{"name":"Ada"}]"#, vec!["Ada"]),
        (r#""Ada""#, vec!["Ada"]),
    ] {
        let item = item(&format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[
            {{"id":"1","content_text":"x","authors":{authors}}}]}}"#
        ));
        assert_eq!(item.authors, names, "{authors}");
    }
}

/// The summary and the text of a preview of an item that links to https://a.example/fog.
fn told(html: &str) -> (String, String) {
    let item = rss_item(&format!(
        "<title>Fog closes the bay</title><link>https://a.example/fog?source=rss</link>\
         <description><![CDATA[{html}]]></description>"
    ));
    let summary = item.summary_text(200).unwrap_or_default();
    (summary, item.preview().text.plain_text())
}

#[test]
fn what_leads_to_the_article_or_speaks_of_its_page_is_no_text_of_it() {
    for written in [
        "<p>Ferries wait.</p><p><a href='https://a.example/fog'>Continue reading...</a></p>",
        "<p>Ferries wait. <a href='https://www.a.example/fog/#more'>Read more</a></p>",
        "<p><a href='https://a.example/fog'>View this email in your browser</a></p><p>Ferries wait.</p>",
        "<p>Ferries wait.</p>submitted by <a href='https://r.example/u/ada'>/u/ada</a><br>\
         <span><a href='https://b.example/'>[link]</a></span> <span><a href='https://r.example/1'>[comments]</a></span>",
        "<p>Ferries wait.</p><p><a href='https://a.example/fog'>Fog closes the bay</a> was originally \
         published in <a href='https://a.example/'>Bay</a> on Medium.</p>",
        "<p>Ferries wait.</p><div class='sharedaddy sd-sharing'><div>Share <div>this</div></div>now</div>",
        "<span class='field field--name-title'>Fog closes the bay</span> <span class='field--name-uid'>\
         <span>admin</span></span><p>Ferries wait.</p>",
    ] {
        let whole = "Ferries wait.".to_owned();
        assert_eq!(told(written), (whole.clone(), whole), "{written}");
    }
}

#[test]
fn a_link_to_something_else_stays_and_so_does_one_within_a_sentence() {
    for kept in [
        "<p>Ferries wait.</p><p><a href='https://b.example/'>Timetable</a></p>",
        "<p>Ferries wait, says <a href='https://a.example/fog'>the captain</a></p>",
        "<p>Ferries wait.</p><p>See <a href='https://a.example/other'>the map</a>.</p>",
    ] {
        let shown = kept.replace("</p><p>", "\n\n").replace(['\n'], " ");
        let shown = shown.split('<').filter_map(|part| part.split('>').nth(1));
        let shown: String = shown.collect();
        assert_eq!(told(kept).1.replace('\n', " "), shown, "{kept}");
    }
    // A post of Reddit that is nothing but a link keeps it where there is room for it.
    let (summary, text) = told(
        "submitted by <a href='https://r.example/u/ada'>/u/ada</a><br><a href='https://b.example/'>\
         [link]</a> <a href='https://a.example/fog'>[comments]</a>",
    );
    assert_eq!(summary, "");
    assert!(text.ends_with("[link] [comments]"), "{text}");
}

#[test]
fn a_summary_does_not_begin_with_what_is_said_of_a_picture() {
    for caption in [
        "<figure><img src='https://a.example/1.jpg'><figcaption>Photo by Bo</figcaption></figure>",
        "<div><img src='https://a.example/1.jpg'><p class='wp-caption-text'>Photo by Bo</p></div>",
    ] {
        let (summary, text) = told(&format!("{caption}<p>Ferries wait.</p>"));
        assert_eq!(summary, "Ferries wait.");
        assert_eq!(text, "Photo by Bo\n\nFerries wait.");
    }
    let (summary, _) = told("<figure><figcaption>Photo by Bo</figcaption></figure>");
    assert_eq!(summary, "Photo by Bo");
}

#[test]
fn nobody_is_called_unknown_and_no_paper_as_the_article() {
    let item = rss_item(
        "<title>Fog?</title><source url='https://f.example/12.rss'>Fog?</source>\
         <author>noreply@blogger.com (Unknown)</author>",
    );
    assert_eq!(item.title.as_deref(), Some("Fog?"));
    assert_eq!((item.source, item.authors), (None, vec![]));
}

#[test]
fn what_is_shown_beside_a_text_is_no_line_of_it() {
    // WordPress's player, and a link to the comments, as Hacker News has it.
    let beside = "<title>T</title><link>https://a.example/1</link>\
        <enclosure url='https://a.example/1.mp3' type='audio/mpeg' length='1'/>\
        <comments>https://c.example/item?id=7</comments>";
    for text in [
        "<audio controls><source src='https://a.example/1.mp3?_=1'></audio>",
        "<p><a href='https://a.example/1.mp3'>Download</a></p>",
        "<a href='https://c.example/item?id=7'>Comments</a>",
    ] {
        let item = rss_item(&format!(
            "{beside}<description><![CDATA[{text}]]></description>"
        ));
        assert_eq!(item.summary_text(99), None, "{text}");
        assert_eq!(item.preview().text.to_html(), "", "{text}");
    }
    let other =
        "<description><![CDATA[<a href='https://c.example/item?id=8'>Comments</a>]]></description>";
    let other = rss_item(&format!("{beside}{other}"));
    assert_eq!(other.summary_text(99).as_deref(), Some("Comments"));
}

#[test]
fn drupals_line_of_title_author_and_date_is_no_text() {
    let text = |line: &str| {
        let item = rss_item(&format!(
            "<title>Gasse gesperrt</title><d:creator>m.huber</d:creator><description><![CDATA[\
             <span>{line}</span>\n<span>m.huber</span>\n<time>Di., 24.11.2026 - 08:12</time>\
             <div><p>Bis Freitag.</p></div>]]></description>"
        ));
        item.summary_text(99).unwrap_or_default()
    };
    assert_eq!(text("Gasse gesperrt"), "Bis Freitag.");
    assert!(text("Gasse offen").starts_with("Gasse offen"));
}

#[test]
fn a_line_that_says_a_part_of_the_title_says_nothing() {
    let item = titled(
        "Storm - The Times",
        "<p><b>Storm</b></p><p>Drivers wait.</p>",
    );
    assert_eq!(item.summary_text(99).as_deref(), Some("Drivers wait."));
}

#[test]
fn what_a_caption_says_is_not_said_of_the_picture_again() {
    for text in [
        "<figure><img src='https://a.example/1.jpg' alt='A wall'><figcaption>A wall.</figcaption></figure><p>It fell.</p>",
        "<img src='https://a.example/1.jpg' alt='A wall'>A wall.",
    ] {
        let preview = titled("T", text).preview();
        assert_eq!(
            preview.picture.map(|it| it.alternative).as_deref(),
            Some("")
        );
        assert!(preview.text.to_html().contains(">A wall.<"), "{text}");
    }
}

#[test]
fn a_link_to_a_place_on_the_articles_page_leads_nowhere_here() {
    assert_eq!(described("See<a href='#note'>1</a>"), "<p>See1</p>");
}
