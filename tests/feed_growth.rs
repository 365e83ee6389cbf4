//! No shape of input takes time that grows faster than its size: each is read at one size and
//! at eight times that, and what it took is compared, in steps and in the time of the processor.

#![allow(missing_docs, clippy::panic)]

mod support;

use strillone::feed::{RichText, work};
use support::{processor_time, read};

const SIZE: usize = 40_000;
const GROWTH: usize = 8;

/// How much more a text of [`GROWTH`] times the size may take. What grows with the square takes
/// 64 times as much; caches and memory take some of what is between.
const MOST: f64 = 14.0;

/// The steps and the seconds that `run` takes, the least of a few runs.
fn cost(run: &dyn Fn()) -> (f64, f64) {
    let mut least = (f64::MAX, f64::MAX);
    for _ in 0..2 {
        let (time, steps) = (processor_time(), work::steps());
        run();
        let seconds = (processor_time() - time).as_secs_f64();
        #[allow(clippy::cast_precision_loss)]
        let steps = (work::steps() - steps) as f64;
        least = (least.0.min(steps), least.1.min(seconds));
    }
    least
}

/// What is wrong with the growth of `run` from one size to the other, if anything is.
fn excess(run: &dyn Fn(usize)) -> Option<String> {
    let (few_steps, short) = cost(&|| run(SIZE));
    let (many_steps, long) = cost(&|| run(SIZE * GROWTH));
    // What is over in a moment is not worth a measurement.
    let steps = many_steps / few_steps.max(20_000.0);
    let time = long / short.max(0.004);
    (steps > MOST || time > MOST).then(|| {
        format!("{steps:.1} times the steps, {time:.1} times the time ({short:.4} s, {long:.4} s)")
    })
}

/// Reads a document as the widget does, and writes all it shows.
fn read_and_show(text: &str) {
    for item in &read(text).feed.items {
        let _ = (item.headline(), item.summary_text(200), item.preview());
        for text in [&item.summary, &item.content].into_iter().flatten() {
            let _ = RichText::plain_text(text);
        }
    }
}

/// `piece` as often as it fits into `size`.
fn many(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

/// Pieces that differ by their number.
fn numbered(piece: &dyn Fn(usize) -> String, size: usize) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < size {
        number += 1;
        text.push_str(&piece(number));
    }
    text
}

fn rss(inner: &str) -> String {
    format!("<rss version='2.0'><channel><title>F</title>{inner}</channel></rss>")
}

fn atom(attributes: &str, inner: &str) -> String {
    format!("<feed xmlns='http://www.w3.org/2005/Atom' {attributes}>{inner}</feed>")
}

fn described(html: &str) -> String {
    let html = html.replace('<', "&lt;");
    rss(&format!(
        "<item><title>A</title><description>{html}</description></item>"
    ))
}

fn json(items: &str) -> String {
    format!("{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{items}]}}")
}

fn check(shapes: &[(&str, &dyn Fn(usize) -> String)]) {
    let found: Vec<_> = shapes
        .iter()
        .filter_map(|(name, shape)| {
            let texts = [shape(SIZE), shape(SIZE * GROWTH)];
            let [small, large] = &texts;
            let run = |size| read_and_show(if size == SIZE { small } else { large });
            Some(format!("{name}: {}", excess(&run)?))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_grows_with_the_square_is_found() {
    let squares = |size: usize| {
        let text = "x".repeat(size);
        for at in (0..size).step_by(1_024) {
            let found = text.bytes().skip(at).any(|byte| byte == b'y');
            assert!(!found);
        }
    };
    assert!(excess(&squares).is_some());
    let straight = |size: usize| read_and_show(&rss(&many("<item><title>A</title></item>", size)));
    assert_eq!(excess(&straight), None);
}

#[test]
fn attributes_namespaces_and_bases() {
    let enclosures = |size| many("<enclosure url=\"a\"/>", size);
    check(&[
        ("attributes", &|n| {
            rss(&format!("<item {}/>", many("a='b' ", n)))
        }),
        ("open quotes", &|n| rss(&many("<a b=\"", n))),
        ("quotes of both kinds", &|n| {
            rss(&format!("<a {}>", many("a='\" b=\"' ", n)))
        }),
        ("equals signs", &|n| rss(&format!("<a {}>", many("=", n)))),
        ("a long name", &|n| {
            rss(&format!("<{0}></{0}>", many("a", n / 2)))
        }),
        ("a long attribute of the root", &|n| {
            format!(
                "<rss a='{}'><channel>{}</channel></rss>",
                many("x", n / 2),
                many("<item/>", n / 2)
            )
        }),
        ("a long attribute and prefixed ones", &|n| {
            let items = many(
                "<item x:about='a' y:about='b'><title>A</title></item>",
                n / 2,
            );
            format!(
                "<rss a='{}'><channel>{items}</channel></rss>",
                many("x", n / 2)
            )
        }),
        ("declarations", &|n| {
            rss(&numbered(&|i| format!("<a xmlns:p{i}='urn:{i}'>"), n))
        }),
        ("declarations, nested", &|n| {
            let own: String = (0..60).map(|i| format!(" xmlns:p{i}='urn:x'")).collect();
            rss(&many(&format!("<a{own}>"), n / 2)) + &many("<q:b/>", n / 2)
        }),
        ("a long base of the root", &|n| {
            let base = many("x", n / 2);
            format!(
                "<rss xml:base='https://a.example/{base}'><channel><item>{}</item></channel></rss>",
                enclosures(n / 2)
            )
        }),
        ("a base that is just not too long", &|n| {
            let base = "x".repeat(2_000);
            format!(
                "<rss xml:base='https://a.example/{base}/'><channel><item>{}</item></channel></rss>",
                enclosures(n)
            )
        }),
        ("a long link of the feed", &|n| {
            let items = many("<item><link>1</link></item>", n / 2);
            rss(&format!(
                "<link>https://a.example/{}</link>{items}",
                many("x", n / 2)
            ))
        }),
        ("a long address of the feed itself", &|n| {
            let base = many("x", n / 2);
            let entries = many("<entry><title>A</title><link href='1'/></entry>", n / 2);
            atom(
                "",
                &format!("<link rel='self' href='https://a.example/{base}'/>{entries}"),
            )
        }),
        ("bases, nested", &|n| {
            rss(&format!(
                "<item>{}",
                many("<a xml:base='b/'><link>c</link>", n)
            ))
        }),
        ("bases, side by side", &|n| {
            atom(
                "xml:base='https://a.example/'",
                &many(
                    "<entry xml:base='b/'><title>A</title><link href='c'/></entry>",
                    n,
                ),
            )
        }),
        ("a long language", &|n| {
            rss(&format!(
                "<item xml:lang='{}'>{}</item>",
                many("x", n / 2),
                many("<title/>", n / 2)
            ))
        }),
    ]);
}

#[test]
fn marks_of_xml() {
    let doctype = |inner: &str, body: &str| format!("<!DOCTYPE rss [{inner}]>{}", rss(body));
    check(&[
        ("references", &|n| described(&many("&amp;", n))),
        ("numbers", &|n| described(&many("&#x41;", n))),
        ("unknown references", &|n| described(&many("&nothing;", n))),
        ("ampersands", &|n| described(&many("&", n))),
        ("references in titles", &|n| {
            rss(&many("<item><title>&eacute;&x;& </title></item>", n))
        }),
        ("entities", &|n| {
            doctype(
                &numbered(&|i| format!("<!ENTITY e{i} 'x'>"), n),
                "<item><title>&e1;</title></item>",
            )
        }),
        ("entities that are used", &|n| {
            let entities: String = (0..200).map(|i| format!("<!ENTITY e{i} 'xxxx'>")).collect();
            doctype(
                &entities,
                &format!(
                    "<item><description>{}</description></item>",
                    many("&e199;", n)
                ),
            )
        }),
        ("open entities", &|n| doctype(&many("<!ENTITY a \"", n), "")),
        ("document types", &|n| many("<!DOCTYPE a [", n)),
        ("document types with quotes", &|n| {
            many("<!DOCTYPE a [\"'", n)
        }),
        ("sections", &|n| {
            rss(&format!(
                "<item><title>{}</title></item>",
                many("<![CDATA[x]]>", n)
            ))
        }),
        ("empty sections", &|n| {
            rss(&format!(
                "<item><description>{}</description></item>",
                many("<![CDATA[]]>", n)
            ))
        }),
        ("open sections", &|n| rss(&many("<![CDATA[", n))),
        ("brackets", &|n| rss(&format!("<![CDATA[{}", many("]", n)))),
        ("comments", &|n| {
            rss(&format!(
                "<item><title>{}</title></item>",
                many("x<!---->", n)
            ))
        }),
        ("open comments", &|n| rss(&many("<!--", n))),
        ("dashes", &|n| rss(&format!("<!--{}", many("-", n)))),
        ("instructions", &|n| rss(&many("<?a?>", n))),
        ("open instructions", &|n| rss(&many("<?a>", n))),
        ("less than", &|n| rss(&many("<", n))),
        ("end tags", &|n| rss(&many("</a>", n))),
        ("open end tags", &|n| rss(&many("</a ", n))),
        ("nesting", &|n| rss(&many("<a>", n))),
        ("items in items", &|n| rss(&many("<item><title>A", n))),
        ("channels", &|n| {
            format!("<rss>{}</rss>", many("<channel><link>a</link>", n))
        }),
        ("roots", &|n| many("<a/>", n)),
    ]);
}

#[test]
fn items() {
    let dated = |date: &str| format!("<item><title>A</title><pubDate>{date}</pubDate></item>");
    check(&[
        ("items", &|n| {
            rss(&numbered(
                &|i| format!("<item><title>A{i}</title><link>https://a.example/{i}</link></item>"),
                n,
            ))
        }),
        ("one identity", &|n| {
            rss(&many("<item><guid>1</guid><title>A</title></item>", n))
        }),
        ("one identity, other titles", &|n| {
            rss(&numbered(
                &|i| format!("<item><guid>1</guid><title>{i}</title></item>"),
                n,
            ))
        }),
        ("long identities", &|n| {
            let id = "x".repeat(4_000);
            rss(&numbered(
                &|i| format!("<item><guid>{id}{i}</guid><title>A</title></item>"),
                n,
            ))
        }),
        ("tombstones", &|n| {
            let spaces = "xmlns:at='http://purl.org/atompub/tombstones/1.0'";
            atom(
                spaces,
                &numbered(
                    &|i| format!("<at:deleted-entry ref='{i}' when='2026-01-01T00:00:00Z'/>"),
                    n,
                ),
            )
        }),
        ("long titles", &|n| {
            rss(&format!("<item><title>{}</title></item>", many("a ", n)))
        }),
        ("titles of tags", &|n| {
            rss(&format!("<item><title>{}</title></item>", many("&lt;a", n)))
        }),
        ("titles that are half escaped", &|n| {
            rss(&format!("<item><title>{}</title></item>", many("<a<a", n)))
        }),
        ("titles that the text repeats", &|n| {
            let words = many("word ", n / 3);
            rss(&format!(
                "<item><title>{words}</title><description>{words}</description></item>"
            ))
        }),
        ("dates of digits", &|n| {
            rss(&many(&dated(&"1".repeat(4_000)), n))
        }),
        ("dates of words", &|n| {
            rss(&many(&dated(&"1 Jan ".repeat(600)), n))
        }),
        ("dates of marks", &|n| {
            rss(&many(&dated(&"-:".repeat(60)), n))
        }),
        ("authors", &|n| {
            rss(&format!(
                "<item><title>A</title>{}</item>",
                numbered(&|i| format!("<author>{i}</author>"), n)
            ))
        }),
        ("authors of the feed", &|n| {
            let authors = many("<author><name>Ada</name></author>", n / 2);
            atom(
                "",
                &format!(
                    "{authors}{}",
                    many("<entry><title>A</title></entry>", n / 2)
                ),
            )
        }),
        ("people", &|n| {
            rss(&format!(
                "<item><title>A</title><author>{}</author></item>",
                many("(@<", n)
            ))
        }),
        ("tags", &|n| {
            rss(&format!(
                "<item><title>A</title>{}</item>",
                numbered(&|i| format!("<category>{i}</category>"), n)
            ))
        }),
        ("enclosures", &|n| {
            rss(&format!(
                "<item><title>A</title>{}</item>",
                numbered(
                    &|i| format!("<enclosure url='https://a.example/{i}.mp3'/>"),
                    n
                )
            ))
        }),
        ("media", &|n| {
            let groups = many("<m:group><m:content url='https://a.example/1.jpg'/>", n);
            rss(&format!(
                "<item xmlns:m='http://search.yahoo.com/mrss/'><title>A</title>{groups}</item>"
            ))
        }),
        ("hours", &|n| {
            rss(&format!(
                "<skipHours>{}</skipHours>",
                many("<hour>1</hour>", n)
            ))
        }),
    ]);
}

#[test]
fn html() {
    let piece = |piece: &'static str| move |n: usize| described(&many(piece, n));
    check(&[
        ("paragraphs", &piece("<p>x")),
        ("styles", &piece("<b><i>x")),
        ("styles across paragraphs", &piece("<b><i><code>x<p>y")),
        ("styles across styles", &piece("<b>x<i>y</b>z</i>")),
        ("links", &piece("<a href=x>y</a>")),
        ("open links", &piece("<a href=")),
        ("lists", &piece("<ul><li>x")),
        ("items of lists", &piece("<li>x</li>")),
        ("quotations", &piece("<blockquote>x")),
        ("breaks", &piece("<br>")),
        ("tables", &piece("<table><tr><td>x")),
        ("scripts", &piece("<script>x")),
        ("drawings", &piece("<svg>x")),
        ("code", &piece("<pre>x")),
        ("frames", &piece("<iframe src='https://a.example/'>")),
        (
            "frames, closed",
            &piece("<iframe src='https://a.example/'></iframe>"),
        ),
        ("films", &piece("<video poster=x><source src=y>")),
        ("without scripts", &piece("<noscript><img src=x>")),
        (
            "pictures",
            &piece("<picture><source srcset='a 1x, b 2x'><img src=x></picture>"),
        ),
        ("open pictures", &piece("<picture><source srcset=a>")),
        ("comments", &piece("<!-- x")),
        ("a long source set", &|n| {
            described(&format!("<img srcset='{}'>", many("a 1x, ", n)))
        }),
        ("commas", &|n| {
            described(&format!("<img srcset='{}'>", many(",", n)))
        }),
        ("a long address", &|n| {
            described(&format!("<img src='{}'>", many("x", n)))
        }),
        ("a long style", &|n| {
            described(&format!("<img style='{}'>", many("width:1px;", n)))
        }),
    ]);
}

#[test]
fn words() {
    let piece = |piece: &'static str| move |n: usize| described(&many(piece, n));
    check(&[
        ("one word", &piece("x")),
        ("spaces", &piece(" ")),
        ("lines", &piece("\n")),
        ("empty lines", &piece("x\n\n")),
        ("addresses", &piece("https://a.example/ ")),
        ("half addresses", &piece("https://")),
        ("dots", &piece("www.")),
        ("marks", &piece("\u{301}")),
        ("directions", &piece("\u{202e}x")),
        ("directions, closed", &piece("\u{2067}x\u{2069}")),
        ("nothing to see", &piece("\u{200b}")),
        ("encoded twice", &piece("Ã³")),
        ("control characters", &piece("\u{85}")),
        ("ideographs", &piece("新聞")),
        ("joiners", &piece("👩\u{200d}")),
        ("quotation marks", &piece("\"'")),
    ]);
}

#[test]
fn json_of_every_kind() {
    let item = |inner: &str| json(&format!("{{\"id\":\"1\",\"title\":\"A\",{inner}}}"));
    check(&[
        ("items", &|n| {
            json(&numbered(
                &|i| format!("{{\"id\":{i},\"title\":\"A\"}},"),
                n,
            ))
            .replace(",]", "]")
        }),
        ("one identity", &|n| {
            json(&many("{\"id\":1,\"title\":\"A\"},", n)).replace(",]", "]")
        }),
        ("members", &|n| {
            item(&(numbered(&|i| format!("\"m{i}\":1,"), n) + "\"x\":1"))
        }),
        ("members of one name", &|n| {
            item(&(many("\"url\":1,", n) + "\"x\":1"))
        }),
        ("escapes", &|n| {
            item(&format!("\"content_text\":\"{}\"", many("\\n\\u00e9", n)))
        }),
        ("halves of characters", &|n| {
            item(&format!("\"summary\":\"{}\"", many("\\ud83d", n)))
        }),
        ("open texts", &|n| item(&many("\"", n))),
        ("lists", &|n| item(&many("[", n))),
        ("objects", &|n| item(&many("{\"a\":", n))),
        ("numbers", &|n| item(&format!("\"x\":{}", many("1", n)))),
        ("empty lists", &|n| {
            item(&format!("\"x\":[{}[]]", many("[],", n)))
        }),
        ("tags", &|n| {
            item(&format!(
                "\"tags\":[{}\"x\"]",
                numbered(&|i| format!("\"{i}\","), n)
            ))
        }),
        ("attachments", &|n| {
            item(&format!(
                "\"attachments\":[{}1]",
                many(
                    "{\"url\":\"https://a.example/1\",\"mime_type\":\"a/b\"},",
                    n
                )
            ))
        }),
        ("authors", &|n| {
            item(&format!(
                "\"authors\":[{}1]",
                many("{\"name\":\"Ada\"},", n)
            ))
        }),
        ("texts", &|n| {
            item(&format!("\"content_html\":\"{}\"", many("<p>x</p>", n)))
        }),
    ]);
}

#[test]
fn answers_of_services() {
    let listed = |piece: &dyn Fn(usize) -> String, n: usize| {
        format!("[{}]", numbered(piece, n).trim_end_matches(','))
    };
    let post = |inner: &str| {
        format!(
            "{{\"feed\":[{{\"post\":{{\"uri\":\"at://a/b/c\",\"author\":{{\"handle\":\"a.example\"}},\
             \"record\":{{\"text\":\"{}\",{inner}}}}}}}]}}",
            "x".repeat(3_000)
        )
    };
    check(&[
        ("posts of WordPress", &|n| {
            listed(
                &|i| {
                    format!(
                        "{{\"link\":\"https://a.example/{i}\",\"title\":{{\"rendered\":\"A\"}}}},"
                    )
                },
                n,
            )
        }),
        ("replies and terms", &|n| {
            let list = many("{\"name\":\"x\"},", n / 2);
            format!(
                "[{{\"link\":\"https://a.example/\",\"title\":{{\"rendered\":\"A\"}},\"_embedded\":\
                 {{\"wp:term\":[[{list}1]],\"author\":[{list}1]}}}}]"
            )
        }),
        ("posts of Mastodon", &|n| {
            listed(
                &|i| {
                    format!(
                        "{{\"account\":{{}},\"uri\":\"https://a.example/{i}\",\"content\":\"<p>x\"}},"
                    )
                },
                n,
            )
        }),
        ("media of Mastodon", &|n| {
            let media = many(
                "{\"type\":\"video\",\"url\":\"https://a.example/1.mp4\"},",
                n,
            );
            format!(
                "[{{\"account\":{{}},\"uri\":\"https://a.example/\",\"content\":\"\",\"media_attachments\":[{media}1]}}]"
            )
        }),
        ("facets of Bluesky", &|n| {
            let facet = |i: usize| {
                format!(
                    "{{\"index\":{{\"byteStart\":{},\"byteEnd\":{}}},\"features\":[{{\"$type\":\"a#tag\",\"tag\":\"b\"}}]}},",
                    i % 3_000,
                    i % 3_000 + 1
                )
            };
            post(&format!("\"facets\":[{}1]", numbered(&facet, n)))
        }),
    ]);
}
