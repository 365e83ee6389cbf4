//! Options that say how a list looks change while it is shown, and an article is open in it.

use anyhow::Result;
use serde_json::{Value, json};

use crate::{engines::Engine, feeds::front_page_text, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    looks_change_while_they_are_shown,
);

/// An option, what is looked at, what is seen of each value in turn.
type Change = (&'static str, &'static str, Vec<(&'static str, Value)>);

fn changes() -> Vec<Change> {
    let count = |selector| {
        Box::leak(format!("reader.root().querySelectorAll('{selector}').length").into_boxed_str())
    };
    vec![
        (
            "thumbnails",
            "probe.of('thumbnails')",
            vec![("start", json!("start")), ("end", json!("end"))],
        ),
        (
            "lead",
            count("[data-lead]"),
            vec![("first", json!(1)), ("none", json!(0))],
        ),
        (
            "columns",
            "probe.of('columns')",
            vec![
                ("2", json!("2")),
                ("3", json!("3")),
                ("auto", json!("auto")),
            ],
        ),
        (
            "density",
            "probe.of('density')",
            vec![("compact", json!("compact"))],
        ),
        (
            "lines",
            "probe.of('lines')",
            vec![("1", json!("1")), ("6", json!("6"))],
        ),
        (
            "kickers",
            count(".kicker"),
            vec![("on", json!(3)), ("off", json!(0))],
        ),
        (
            "more",
            count(".more"),
            vec![("1", json!(1)), ("0", json!(0))],
        ),
        (
            "summary",
            count(".summary"),
            vec![("60", json!(3)), ("0", json!(0))],
        ),
        (
            "layout",
            "probe.of('layout')",
            vec![("timeline", json!("timeline")), ("cards", json!("cards"))],
        ),
    ]
}

async fn looks_change_while_they_are_shown(stage: &mut Stage) -> Result<()> {
    let text = front_page_text().replace("<media:", "<category>Live</category><media:");
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/rss+xml", text));
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='400'/>";
    stage
        .feeds
        .put("/picture.svg", Reply::new("image/svg+xml", picture));
    stage.open("reader.html").await?;
    stage
        .run(
            "probe.of = (name) => reader.one('.place:not(.first) > .root').dataset[name] ?? null;
             probe.open = () => probe.parts('toggle')
                 .filter((it) => it.getAttribute('aria-expanded') === 'true')
                 .map((it) => it.closest('.item').querySelector('.headline').textContent);",
        )
        .await?;
    for preview in ["inline", "panel"] {
        stage
            .run(&format!(
                "here.textContent = ''; reader.add({{ lang: 'it', limit: 3, preview: '{preview}' }});"
            ))
            .await?;
        stage.until("probe.parts('headline').length === 3").await?;
        stage.run("probe.parts('toggle')[1].click();").await?;
        let opened = json!(["Traghetti, corse raddoppiate per il fine settimana"]);
        stage.until_equal("probe.open()", &opened).await?;
        for (name, seen, values) in changes() {
            let before = stage.value(seen).await?;
            for (value, expected) in values {
                stage
                    .run(&format!(
                        "probe.widgets()[0].setAttribute('{name}', '{value}');"
                    ))
                    .await?;
                stage
                    .until_equal(seen, &expected)
                    .await
                    .map_err(|error| error.context(format!("{name}={value}")))?;
            }
            stage
                .run(&format!("probe.widgets()[0].removeAttribute('{name}');"))
                .await?;
            stage.until_equal(seen, &before).await?;
            stage
                .until_equal(
                    "[probe.open(), probe.parts('preview').length]",
                    &json!([opened, 1]),
                )
                .await
                .map_err(|error| error.context(name))?;
        }
    }
    Ok(())
}
