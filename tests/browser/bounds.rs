//! Whatever a feed says, the widget stays in its box: the page gets no wider by it, and no higher
//! than its words and the stated sizes of pictures allow.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::{
    engines::Engine,
    servers::Reply,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    hostile_headlines_and_pictures_stay_in_the_box,
    hostile_articles_stay_in_the_box,
);

/// The highest that ten closed items may be in the narrowest box, with the longest summaries, in
/// CSS pixels.
const CLOSED: f64 = 30_000.0;
/// The highest that an opened article may be there.
const OPENED: f64 = 250_000.0;

/// Each layout and each place of a preview.
const OPENINGS: [(&str, &str); 6] = [
    ("list", "inline"),
    ("list", "popover"),
    ("timeline", "inline"),
    ("cards", "panel"),
    ("ticker", "popover"),
    ("rotator", "panel"),
];

const BOXES: [(u32, &str); 3] = [(180, "ltr"), (420, "rtl"), (1_000, "ltr")];

/// Words that are hard to part.
fn words() -> Vec<String> {
    vec![
        "W".repeat(4_000),
        "\u{fdfd}".repeat(300),
        format!("a{} and on", "\u{301}".repeat(1_900)),
        "\u{1f468}\u{200d}".repeat(400),
        "\u{1100}".repeat(800),
        "\u{915}\u{94d}".repeat(800),
        "\u{600}".repeat(400),
        "a\u{a0}".repeat(800),
        "a\u{2060}".repeat(800),
        format!("{}abc", "\u{202e}".repeat(60)),
    ]
}

/// What makes an article wide or high.
const ARTICLES: [&str; 9] = [
    "<img src='tall.svg' width='100000' height='4294967295'/>",
    "<pre>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</pre>",
    "<p>https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</p>",
    "<table><tr><td>cell</td><td>cell</td><td>cell</td><td>cell</td><td>cell</td></tr></table>",
    "<blockquote>quote</blockquote>",
    "<ul><li>list</li></ul>",
    "a<br/>",
    "<p>a</p>",
    "<pre>a\na\na\na\na\n</pre>",
];

/// Each of them in a row, many times, and one of what is nested.
fn articles() -> Vec<String> {
    let nested = ["blockquote", "ul><li", "ol><li", "table><tr><td", "b"];
    let nested = nested.map(|name| format!("{}deep", format!("<{name}>").repeat(30)));
    let rows = ARTICLES.map(|html| html.repeat(1_200));
    rows.into_iter().chain([nested.concat()]).collect()
}

fn feed(items: &str) -> Reply {
    let feed = format!(
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' \
         xmlns:media='http://search.yahoo.com/mrss/' \
         xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>{}</title>{items}\
         </channel></rss>",
        "T".repeat(3_000)
    );
    Reply::new("application/rss+xml; charset=utf-8", feed)
}

/// An item with the words wherever words are shown, and the HTML as its article.
fn item(number: usize, words: &str, html: &str) -> String {
    format!(
        "<item><title>{number}: {words}</title><link>https://example.org/{number}</link>\
         <pubDate>Mon, 23 Nov 2026 {hour:02}:00:00 GMT</pubDate>\
         <dc:creator>{words}</dc:creator><category>{words}</category>\
         <media:content url='tall.svg?{number}' medium='image' width='3' height='60000'/>\
         <description><![CDATA[{words}]]></description>\
         <content:encoded><![CDATA[{html}]]></content:encoded></item>",
        hour = 20 - number,
    )
}

/// A box of each width, and in it the widget with these attributes. `probe.outside` names what
/// stands out of its box, `probe.height` is the highest box.
async fn open(stage: &mut Stage, items: &str, count: usize) -> Result<()> {
    stage.expect(Trouble::Complaint);
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='60000'/>";
    stage
        .feeds
        .put("/tall.svg", Reply::new("image/svg+xml", svg));
    stage.feeds.put("/feed.xml", feed(items));
    let boxes: String = BOXES
        .iter()
        .map(|(width, direction)| {
            format!(
                "<div dir=\"{direction}\" style=\"width: {width}px\"><strillone-news loading=\"eager\" \
                 feed=\"{}/feed.xml\"></strillone-news></div>",
                stage.feeds.origin
            )
        })
        .collect();
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Bounds</title>\
         <script src=\"/probe.js\"></script><body style=\"margin: 0; font: 16px/1.4 sans-serif\">\
         <script async src=\"{}/strillone.js\"></script>{boxes}",
        stage.cdn.origin
    );
    stage
        .open_page("bounds", Reply::new("text/html; charset=utf-8", page))
        .await?;
    let shown =
        format!("[0, 1, 2].every((number) => probe.parts('headline', number).length === {count})");
    stage.until(&shown).await?;
    stage.run(MEASURE).await
}

const MEASURE: &str = r#"
    // What scrolls or is cut off within the box is in its box.
    const isCut = (element, root) => {
      for (let around = element.parentElement; around && around !== root; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') return true;
      }
      return false;
    };
    probe.outside = () => {
      const found = [];
      if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
      for (const news of probe.widgets()) {
        const box = news.parentElement.getBoundingClientRect();
        for (const element of news.shadowRoot.querySelectorAll('*')) {
          const { left, right, width } = element.getBoundingClientRect();
          if (width && (left < box.left - 1 || right > box.right + 1) && !isCut(element, news.shadowRoot) &&
              !element.closest('[popover]')) {
            found.push(`${element.localName}.${element.className} is ${width} in ${box.width}: ${element.textContent.slice(0, 12)}`);
          }
        }
      }
      return [...new Set(found)].slice(0, 5);
    };
    probe.height = () =>
      Math.max(...probe.widgets().map((news) => news.parentElement.getBoundingClientRect().height));
    probe.set = (attributes) => {
      for (const news of probe.widgets()) {
        for (const name of ['layout', 'preview', 'lead', 'thumbnails', 'columns', 'density', 'summary', 'kickers', 'open']) {
          name in attributes ? news.setAttribute(name, attributes[name]) : news.removeAttribute(name);
        }
      }
    };
"#;

async fn hostile_headlines_and_pictures_stay_in_the_box(stage: &mut Stage) -> Result<()> {
    let items: Vec<String> = words()
        .iter()
        .enumerate()
        .map(|(number, words)| item(number, words, words))
        .collect();
    open(stage, &items.concat(), items.len()).await?;
    for layout in ["list", "timeline", "cards", "ticker", "rotator"] {
        for attributes in [
            json!({ "layout": layout }),
            json!({ "layout": layout, "summary": "2000", "kickers": "on" }),
            json!({ "layout": layout, "lead": "first", "thumbnails": "start", "columns": "3" }),
            json!({ "layout": layout, "density": "compact", "thumbnails": "end", "columns": "2" }),
        ] {
            settles_in_bounds(stage, &attributes, CLOSED).await?;
        }
    }
    // The control: what is out of its box is found.
    stage
        .run("probe.parts('headline')[0].style.cssText = 'position: absolute; width: 5000px; left: 0';")
        .await?;
    stage.until("probe.outside().length").await
}

async fn hostile_articles_stay_in_the_box(stage: &mut Stage) -> Result<()> {
    for html in articles() {
        stage.leave().await?;
        open(stage, &item(0, "One", &html), 1).await?;
        for (layout, preview) in OPENINGS {
            let attributes = json!({ "layout": layout, "preview": preview, "open": "first" });
            settles_in_bounds(stage, &attributes, OPENED).await?;
        }
    }
    Ok(())
}

async fn settles_in_bounds(stage: &Stage, attributes: &Value, bound: f64) -> Result<()> {
    stage.run(&format!("probe.set({attributes});")).await?;
    stage.until_drawn().await?;
    stage
        .until_equal("probe.outside()", &json!([]))
        .await
        .map_err(|error| error.context(attributes.to_string()))?;
    let height = stage.value("probe.height()").await?;
    let height = height.as_f64().unwrap_or(f64::MAX);
    ensure!(height <= bound, "{attributes}: {height} px high");
    Ok(())
}
