//! What a press on a row or a card meets: its headline's link, wherever it is no button.

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, feeds::front_page, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    whole_row_or_card_is_pressed,
    article_and_day_are_not_pressed_with_the_headline,
);

const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='400'/>";

/// Names what is under the middle of each piece of the second item, and where it begins and ends.
const UNDER: &str = "
    probe.under = (selectors) => {
        const item = probe.parts('item')[1];
        item.scrollIntoView({ block: 'center', behavior: 'instant' });
        const at = (x, y) => {
            const met = reader.root().elementFromPoint(x, y);
            const [link, button] = ['a.headline', 'button'].map((it) => met && met.closest(it));
            if (link) return link.closest('.item') === item ? 'headline' : 'another headline';
            return button ? 'button' : met && met.closest('[part]').getAttribute('part');
        };
        const middle = (selector) => {
            const { left, top, width, height } = item.querySelector(selector).getBoundingClientRect();
            return at(left + width / 2, top + height / 2);
        };
        const { left, top, bottom } = item.getBoundingClientRect();
        return [...selectors.map(middle), at(left + 3, top + 3), at(left + 3, bottom - 20)];
    };";

async fn whole_row_or_card_is_pressed(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    let headline = "headline";
    for (attributes, pieces) in [
        ("{}", json!([".time"])),
        ("{ thumbnails: 'start' }", json!([".time", ".frame"])),
        (
            "{ thumbnails: 'end', lines: 1 }",
            json!([".time", ".frame"]),
        ),
        ("{ columns: 2, summary: 80 }", json!([".time", ".summary"])),
        ("{ layout: 'timeline', comments: 'off' }", json!([".time"])),
        (
            "{ layout: 'cards' }",
            json!([".frame", ".summary", ".time"]),
        ),
        (
            "{ layout: 'cards', columns: 'strip' }",
            json!([".frame", ".summary"]),
        ),
    ] {
        show(stage, attributes).await?;
        let count = pieces.as_array().map_or(0, Vec::len);
        let mut expected = vec![headline; count];
        expected.extend([headline, headline]);
        stage
            .until_equal(&format!("probe.under({pieces})"), &json!(expected))
            .await
            .map_err(|error| error.context(attributes))?;
        stage
            .until_equal("probe.under(['.toggle'])[0]", &json!("button"))
            .await?;
        // One stop for the keyboard, as before.
        stage
            .until_equal(
                "probe.parts('item')[1].querySelectorAll('a').length",
                &json!(1),
            )
            .await?;
    }
    Ok(())
}

async fn article_and_day_are_not_pressed_with_the_headline(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    show(stage, "{ 'time-zone': 'UTC' }").await?;
    stage.run("probe.parts('toggle')[1].click();").await?;
    stage.until("probe.parts('preview').length === 1").await?;
    stage
        .until_equal("probe.under(['.preview-body'])[0]", &json!("preview-body"))
        .await?;
    stage.run("probe.parts('toggle')[1].click();").await?;
    // The first headline is of a day that is not today.
    let day =
        "(({ left, top, height }) => reader.root().elementFromPoint(left + 20, top + height / 2)
        .getAttribute('part'))(probe.parts('dateline')[0].getBoundingClientRect())";
    stage.until_equal(day, &json!("dateline")).await
}

async fn open(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", front_page());
    stage
        .feeds
        .put("/picture.svg", Reply::new("image/svg+xml", PICTURE));
    stage.open("reader.html").await?;
    stage.run(UNDER).await
}

async fn show(stage: &Stage, attributes: &str) -> Result<()> {
    stage
        .run(&format!(
            "here.textContent = ''; reader.add({{ lang: 'it', limit: 4, ...{attributes} }}, 'inline-size: 760px');"
        ))
        .await?;
    stage.until("probe.parts('headline').length === 4").await?;
    stage.until_drawn().await
}
