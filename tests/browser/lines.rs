//! How the lines of a headline break.

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, stage::Stage, surfaces::marked, tests};

tests!(in Engine::ALL;
    count_never_stands_alone_on_a_line,
);

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
