//! Much of everything: every attribute with hostile values in every layout, elements by the
//! thousand, streams of thousands of events. Each sweep has a control that shows it can fail.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use strillone::config::options;

use crate::{
    engines::Engine,
    feeds::{feed, rss},
    servers::Reply,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    no_value_of_an_attribute_breaks_the_widget,
    elements_by_the_thousand_leave_nothing,
    stream_of_thousands_of_events_is_survived,
);

mod storms {
    use super::{Engine, stream_that_storms_is_left_alone};
    use crate::tests;

    // The control is a plain stream, and only Chromium connects again without a pause.
    tests!(in [Engine::Chromium]; stream_that_storms_is_left_alone,);
}
pub use storms::TESTS as STORMS;

/// Sets attribute after attribute, value after value, layout after layout, and puts each back.
/// `probe.swept` is then what was wrong; `broken` is a change that must be found.
const SWEEP: &str = r#"
    const values = ['', ' ', '0', '-1', '1e999', 'NaN', '\u0000', '\ud800', '\u202e', '<img onerror=x>',
      'javascript:probe.ran=1', 'data:text/html,x', 'http://[', '//', '{url}', '%', 'a'.repeat(1e5),
      '\ud83d\udca9'.repeat(999), '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'true',
      '99999999999999999999', 'null', '../..', 'x,'.repeat(9999), '💥', '-0', '1.5', 'inherit'];
    const names = [...probe.options, 'loading', 'lang', 'dir', 'class', 'part', 'slot', 'style',
      '__proto__', 'constructor'];
    const turn = () => new Promise((done) => setTimeout(done));
    const shown = () => probe.texts('headline').length;
    probe.sweep = async (names, values, putBack) => {
      const wrong = [];
      const [news] = probe.widgets();
      for (const layout of ['list', 'timeline', 'cards', 'ticker', 'rotator']) {
        news.setAttribute('layout', layout);
        for (const name of names) {
          const before = news.getAttribute(name);
          for (const value of values) {
            news.setAttribute(name, value);
            if (name === 'feed' || name === 'proxy') await turn();
          }
          await turn();
          if (putBack) before === null ? news.removeAttribute(name) : news.setAttribute(name, before);
          for (let turns = 0; !shown() && turns < 200; turns++) await turn();
          if (!shown() || /failed|loading/.test(news.state)) wrong.push(`${layout} ${name}`);
        }
      }
      if (probe.ran) wrong.push('a script ran');
      return wrong;
    };
    probe.sweep(names, values, true).then((wrong) => { probe.swept = wrong; });
"#;

fn page(stage: &Stage, more: &str) -> Reply {
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    let text = format!(
        "<!doctype html><html lang=\"en\"><title>A sweep</title><script src=\"/probe.js\"></script>\
         <body><script async src=\"{cdn}/strillone.js\"></script>\
         <strillone-news loading=\"eager\" feed=\"{feeds}/feed.xml\" {more}></strillone-news>"
    );
    Reply::new("text/html; charset=utf-8", text)
}

async fn no_value_of_an_attribute_breaks_the_widget(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Complaint);
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let page = page(stage, "");
    stage.open_page("sweep", page).await?;
    stage.shows(&["One", "Two"]).await?;
    let options: Vec<&str> = options().iter().map(|option| option.name).collect();
    stage
        .run(&format!("probe.options = {};", json!(options)))
        .await?;
    stage.run(SWEEP).await?;
    stage.until("probe.swept").await?;
    stage.until_equal("probe.swept", &json!([])).await?;
    // The control: what is not put back is found.
    stage
        .run("probe.sweep(['feed'], [''], false).then((wrong) => { probe.control = wrong; });")
        .await?;
    stage.until("probe.control && probe.control.length").await
}

async fn elements_by_the_thousand_leave_nothing(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open("single-page.html").await?;
    stage
        .run(
            "for (let number = 0; number < 10000; number++) {
               const news = add();
               if (number % 2) news.refresh();
               news.remove();
             }
             probe.many = Array.from({ length: 100 }, () => add());
             for (const news of probe.many) news.setAttribute('loading', 'eager');",
        )
        .await?;
    stage.shows_in(99, &["One", "Two"]).await?;
    stage.until("ledger().length > 0").await?;
    stage
        .run("for (const news of probe.many) news.remove();")
        .await?;
    stage.until_equal("ledger()", &json!([])).await?;
    stage.until_equal("pageObservers()", &json!(1)).await?;
    stage.run("probe.last = add();").await?;
    stage.shows(&["One", "Two"]).await
}

async fn stream_of_thousands_of_events_is_survived(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let one_line = |headlines: &[&str]| rss(20, headlines).replace('\n', " ");
    let mut events = String::from("retry: 1000000\n\n");
    for number in 0..3_000 {
        let event = match number % 3 {
            0 => "look".to_owned(),
            1 => "<rss><channel>".to_owned(),
            _ => format!("\u{0}{number}"),
        };
        events.push_str(&format!("data: {event}\n\n"));
    }
    events.push_str(&format!("data: {}\n\n", one_line(&["Last"])));
    let stream = Reply::new("text/event-stream", events);
    stage.feeds.put("/stream", stream);
    let push = format!("push=\"{}/stream\"", stage.feeds.origin);
    let page = page(stage, &push);
    stage.open_page("events", page).await?;
    // The last event was heard, so all were.
    stage.shows(&["Last"]).await?;
    let asked = stage.feeds.requests("/feed.xml").len();
    ensure!(asked <= 3, "asked {asked} times");
    Ok(())
}

async fn stream_that_storms_is_left_alone(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let storm = Reply::new("text/event-stream", "retry: 0\n\ndata: look\n\n");
    stage.feeds.put("/stream", storm.clone());
    stage.feeds.put("/control", storm);
    let address = format!("{}/stream", stage.feeds.origin);
    let page = page(stage, "");
    stage.open_page("storm", page).await?;
    stage.shows(&["One"]).await?;
    stage
        .run(&format!(
            "probe.sources = [];
             self.EventSource = class extends EventSource {{
               constructor(...given) {{ super(...given); probe.sources.push(this); }}
             }};
             probe.widgets()[0].setAttribute('push', '{address}');"
        ))
        .await?;
    stage
        .until("probe.sources[0] && probe.sources[0].readyState === 2")
        .await?;
    let connections = stage.feeds.requests("/stream").len();
    ensure!((2..50).contains(&connections), "{connections} connections");
    // The control: a stream that nobody watches goes on.
    let control = address.replace("/stream", "/control");
    stage
        .run(&format!("probe.control = new EventSource('{control}');"))
        .await?;
    loop {
        let seen = stage.feeds.requests("/control").len();
        if seen > 2 * connections {
            break;
        }
        stage.until_drawn().await?;
    }
    stage.run("probe.control.close();").await?;
    let since: Value = stage.value("probe.sources.length").await?;
    let since = since.as_u64().context("a count")?;
    ensure!(since == 2, "{since} streams, the control with them");
    ensure!(stage.feeds.requests("/stream").len() == connections);
    Ok(())
}
