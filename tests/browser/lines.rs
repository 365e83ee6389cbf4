//! How the lines of a headline break.

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, feeds::feed, stage::Stage, surfaces::marked, tests};

tests!(in Engine::ALL;
    source_stands_right_under_its_headline,
    count_never_stands_alone_on_a_line,
);

async fn source_stands_right_under_its_headline(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno"]));
    stage.feeds.put("/other.xml", feed(&["Due"]));
    stage.open("reader.html").await?;
    stage
        .run(
            "const both = ['/feed.xml', '/other.xml'].map((it) => new URL(it, feeds).href);
             reader.add({ lang: 'it' }).setAttribute('feed', both.join(' '));",
        )
        .await?;
    stage.until("probe.parts('source').length === 2").await?;
    let starts = "['.headline', '.source'].map((it) => reader.one(it).getClientRects()[0])
        .map(({ left, top }) => [Math.round(left), Math.round(top)])";
    stage
        .until(&format!(
            "(([[left, top], [other, below]]) => left === other && top < below - 10)({starts})"
        ))
        .await
}

async fn count_never_stands_alone_on_a_line(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", marked());
    stage.open("reader.html").await?;
    stage
        .run("reader.add({ lang: 'it', time: 'none', preview: 'none' });")
        .await?;
    stage.until("probe.parts('comments').length === 2").await?;
    // As the box narrows the line comes to be full at every letter.
    stage
        .run(
            "probe.breaks = () => {
                 const found = { alone: [], lines: new Set() };
                 for (let width = 240; width > 90; width -= 1) {
                     probe.widgets()[0].style.cssText = `display: block; min-inline-size: 0; inline-size: ${width}px`;
                     const lines = [...reader.one('.headline').getClientRects()];
                     const count = reader.one('.comments').getClientRects()[0];
                     found.lines.add(lines.length);
                     if (Math.abs(count.top - lines.at(-1).top) > 12) found.alone.push(width);
                 }
                 return [found.alone, found.lines.size > 1];
             };",
        )
        .await?;
    stage
        .until_equal("probe.breaks()", &json!([[], true]))
        .await
}
