//! What a reader sees of the texts of a feed.

#![allow(missing_docs, clippy::panic)]

mod support;

use strillone::feed::RichText;
use strillone::feed::summary::shorten;
use support::{item, rss_item};

fn html(source: &str) -> String {
    let escaped = source.replace('&', "&amp;").replace('<', "&lt;");
    let item = item(&format!(
        "<rss><channel><link>https://news.example/</link>\
         <item><title>T</title><description>{escaped}</description></item></channel></rss>"
    ));
    item.summary
        .as_ref()
        .map(RichText::to_html)
        .unwrap_or_default()
}

#[test]
fn titles_are_markup_only_if_they_look_like_it() {
    for (written, shown) in [
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("2 &lt; 3", "2 < 3"),
        ("&lt;b&gt;x&lt;/b&gt;", "x"),
        ("<![CDATA[<b>x</b>]]>", "x"),
        ("The &lt;blink&gt; tag", "The <blink> tag"),
    ] {
        let item = rss_item(&format!("<title>{written}</title>"));
        assert_eq!(item.title.as_deref(), Some(shown), "{written}");
    }
}

#[test]
fn html_keeps_what_readers_need_and_drops_the_rest() {
    for (source, kept) in [
        ("<p>a<br>b</p><p>c", "<p>a<br>b</p><p>c</p>"),
        (
            "<b>a</b> <i>b</i> <u>c</u>",
            "<p><strong>a</strong> <em>b</em> c</p>",
        ),
        (
            "<ul><li>a<li>b</ul>",
            "<ul><li><p>a</p></li><li><p>b</p></li></ul>",
        ),
        (
            "<blockquote>a</blockquote>b",
            "<blockquote><p>a</p></blockquote><p>b</p>",
        ),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
        ("a<script>b</script><style>c</style>d", "<p>ad</p>"),
        ("<a href='javascript:alert(1)' onclick=x>a</a>", "<p>a</p>"),
        ("<a href='&#9;java\nscript:alert(1)'>a</a>", "<p>a</p>"),
        (
            "<a href='/b' style=x>a</a>",
            "<p><a href=\"https://news.example/b\">a</a></p>",
        ),
        (
            "<img src='x.png' onerror=x alt='A'>",
            "<p><img src=\"https://news.example/x.png\" alt=\"A\"></p>",
        ),
        ("<img src='data:image/svg+xml,x'>a", "<p>a</p>"),
        ("<svg><p>x</svg>a", "<p>a</p>"),
        ("a <b", "<p>a &lt;b</p>"),
        (
            "<b><p>a</p><p>b</p></b>",
            "<p><strong>a</strong></p><p><strong>b</strong></p>",
        ),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a b</p>"),
    ] {
        assert_eq!(html(source), kept, "{source}");
    }
}

#[test]
fn a_headline_is_the_title_else_first_words_else_the_host() {
    assert_eq!(rss_item("<title>A</title>").headline(), "A");
    assert_eq!(
        rss_item("<description>One two</description>").headline(),
        "One two"
    );
    assert_eq!(
        rss_item("<link>https://u@news.example:8/x</link>").headline(),
        "news.example"
    );
}

#[test]
fn summaries_end_at_a_word() {
    for (line, characters, short) in [
        ("One two three", 13, "One two three"),
        ("One two three", 12, "One two…"),
        ("One two three", 8, "One two…"),
        ("One, two", 6, "One…"),
        ("新聞新聞新聞", 4, "新聞新…"),
        ("Internationalisation", 8, "Interna…"),
    ] {
        assert_eq!(shorten(line, characters), short, "{line} {characters}");
    }
}

#[test]
fn a_text_of_nothing_but_control_characters_is_no_text() {
    // Found by fuzzing: such an item had an empty headline.
    let item = rss_item(
        "<title>\u{1}</title><description>\u{1} \u{2}</description><link>https://a.example/</link>",
    );
    assert_eq!(item.title, None);
    assert_eq!(item.summary, None);
    assert_eq!(item.headline(), "a.example");
}

#[test]
fn letters_are_known_by_the_names_that_html_has_for_them() {
    for (names, letters) in [
        ("&amp;Afr;&amp;zfr;&amp;Cfr;", "𝔄𝔷ℭ"),
        ("&amp;aopf;&amp;Copf;&amp;Zopf;", "𝕒ℂℤ"),
        ("&amp;Ascr;&amp;Bscr;&amp;escr;&amp;zscr;", "𝒜ℬℯ𝓏"),
        (
            "&amp;Acy;&amp;bcy;&amp;SHCHcy;&amp;yacy;",
            "Абщя".replace('щ', "Щ").as_str(),
        ),
        ("&amp;IOcy;&amp;iocy;&amp;dzcy;&amp;Ubrcy;", "ЁёџЎ"),
        ("&amp;Lstrok;&amp;scaron;&amp;hellip;&amp;rarr;", "Łš…→"),
        ("&amp;xcy;&amp;1fr;&amp;fr;", "&xcy;&1fr;&fr;"),
    ] {
        let item = rss_item(&format!("<title>{names}</title>"));
        assert_eq!(item.title.as_deref(), Some(letters));
    }
}
