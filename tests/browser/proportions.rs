//! How wide, how high and how close the pieces of a widget stand, in the boxes that they are put
//! into.

use anyhow::Result;
use serde_json::{Value, json};

use crate::{
    engines::Engine,
    feeds::{feed, front_page_text},
    servers::Reply,
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    pieces_stand_as_designed_in_every_box,
    button_of_a_preview_never_stands_alone_on_a_line,
    popover_stands_beside_the_list_where_there_is_room,
    short_words_are_not_hyphenated,
);

/// Short names for what is measured, in tenths of the widget's font size where it is a length.
const MEASURES: &str = "
    const size = () => parseFloat(getComputedStyle(reader.one('.root')).fontSize);
    const all = (selector) => [...reader.root().querySelectorAll(`.place:not(.first) ${selector}`)]
        .filter((it) => it.getClientRects().length);
    const box = (selector, number = 0) => all(selector)[number].getBoundingClientRect();
    const distinct = (numbers) => new Set(numbers.map(Math.round)).size;
    Object.assign(probe, {
        all,
        box,
        columns: () => distinct(all('.item').map((it) => it.getBoundingClientRect().left)),
        rows: () => distinct(all('.item').map((it) => it.getBoundingClientRect().top)),
        // What is left over at the end of the first row.
        hole: () => Math.round(box('.root').right - Math.max(...all('.item').map((it) => it.getBoundingClientRect().right))),
        part: (selector, of) => Math.round(100 * box(selector).width / box(of).width),
        ems: (selector, side = 'width') => Math.round(10 * box(selector)[side] / size()) / 10,
        type: (selector, number = 0) => Math.round(10 * parseFloat(getComputedStyle(all(selector)[number]).fontSize) / size()) / 10,
        lines: (selector, number = 0) => {
            const element = all(selector)[number];
            return Math.round(element.clientHeight / parseFloat(getComputedStyle(element).lineHeight));
        },
    });";

async fn pieces_stand_as_designed_in_every_box(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    for (attributes, width, measure, expected) in cases() {
        show(stage, attributes, width).await?;
        stage
            .until_equal(measure, &expected)
            .await
            .map_err(|error| error.context(format!("{attributes} in {width}px")))?;
    }
    Ok(())
}

fn cases() -> Vec<(&'static str, u32, &'static str, Value)> {
    vec![
        // Cards fill the row they are in.
        (
            "{ layout: 'cards', limit: 3 }",
            800,
            "[probe.columns(), probe.hole()]",
            json!([3, 0]),
        ),
        (
            "{ layout: 'cards', limit: 2 }",
            760,
            "[probe.columns(), probe.hole()]",
            json!([2, 0]),
        ),
        (
            "{ layout: 'cards', limit: 1 }",
            320,
            "[probe.columns(), probe.hole()]",
            json!([1, 0]),
        ),
        (
            "{ layout: 'cards', columns: 2 }",
            760,
            "probe.columns()",
            json!(2),
        ),
        (
            "{ layout: 'cards', columns: 1 }",
            760,
            "probe.columns()",
            json!(1),
        ),
        // One without a picture has larger words, and a longer summary is not cut.
        (
            "{ layout: 'cards', feed: '/mixed.xml' }",
            760,
            "[probe.all('.frame').length, probe.type('.headline'), probe.type('.headline', 1)]",
            json!([2, 1.1, 1.3]),
        ),
        // In between a card lies on its side.
        (
            "{ layout: 'cards' }",
            480,
            "probe.box('.frame').right < probe.box('.headline').left && probe.part('.frame', '.item') < 42",
            json!(true),
        ),
        // All in a row that is pushed.
        (
            "{ layout: 'cards', columns: 'strip' }",
            320,
            "[probe.rows(), reader.one('.list').scrollWidth > reader.one('.list').clientWidth]",
            json!([1, true]),
        ),
        // A narrow headline has the whole width, and so has its article.
        (
            "{ open: 'first' }",
            240,
            "[probe.part('.line', '.item'), probe.part('.item > .preview', '.item')]",
            json!([100, 100]),
        ),
        (
            "{}",
            240,
            "probe.box('.time').bottom <= probe.box('.headline').top + 1",
            json!(true),
        ),
        (
            "{}",
            480,
            "probe.box('.time').right < probe.box('.headline').left",
            json!(true),
        ),
        (
            "{ open: 'first' }",
            400,
            "probe.part('.item > .preview', '.item')",
            json!(100),
        ),
        // Small pictures, and none where an item has none.
        (
            "{ thumbnails: 'end', feed: '/mixed.xml' }",
            480,
            "[probe.ems('.frame'), probe.ems('.frame', 'height'), probe.all('.frame').length,
              probe.box('.frame').left > probe.box('.headline').right]",
            json!([4.5, 3, 2, true]),
        ),
        (
            "{ thumbnails: 'start' }",
            480,
            "[probe.box('.frame').right < probe.box('.headline').left, probe.box('.time').right < probe.box('.frame').left]",
            json!([true, true]),
        ),
        // Beside them the time stands above the headline.
        (
            "{ thumbnails: 'start' }",
            340,
            "[probe.box('.frame').right < probe.box('.headline').left, probe.box('.time').bottom <= probe.box('.frame').top]",
            json!([true, true]),
        ),
        (
            "{ thumbnails: 'start' }",
            240,
            "probe.all('.frame').length",
            json!(0),
        ),
        (
            "{ thumbnails: 'end' }",
            480,
            "[...reader.root().querySelectorAll('.frame > img')].every((it) => it.complete) && probe.all('.frame > img').length",
            json!(4),
        ),
        // A lead story, alone above the others or beside them.
        (
            "{ lead: 'first' }",
            400,
            "[probe.type('.headline'), probe.all('.summary').length, probe.part('.frame', '.item'),
              probe.box('.item').bottom <= probe.box('.item', 1).top + 1]",
            json!([1.5, 1, 100, true]),
        ),
        (
            "{ lead: 'first' }",
            760,
            "[probe.box('.frame').right < probe.box('.headline', 1).left, probe.box('.item', 1).top < probe.box('.frame').bottom]",
            json!([true, true]),
        ),
        // Columns of a list, where there is room.
        (
            "{ columns: 2 }",
            760,
            "[probe.columns(), probe.rows()]",
            json!([2, 2]),
        ),
        (
            "{ columns: 3 }",
            1100,
            "[probe.columns(), probe.rows()]",
            json!([3, 2]),
        ),
        ("{ columns: 3 }", 480, "probe.columns()", json!(1)),
        // Lines that are cut off.
        ("{ lines: 1 }", 320, "probe.lines('.headline')", json!(1)),
        ("{ lines: 2 }", 120, "probe.lines('.headline')", json!(2)),
        (
            "{ density: 'compact' }",
            480,
            "probe.box('.item', 1).height < 48",
            json!(true),
        ),
        // A rotator is never higher than three lines of words.
        (
            "{ layout: 'rotator', feed: '/long.xml' }",
            480,
            "probe.lines('.rotator .line') <= 3",
            json!(true),
        ),
        // The label stands in the ticker's line.
        (
            "{ layout: 'ticker', heading: 'Ultime' }",
            480,
            "probe.box('.heading').right <= probe.box('.ticker').left + 1 && probe.box('.heading').top < probe.box('.ticker').bottom",
            json!(true),
        ),
        // A picture of an article is no poster.
        (
            "{ preview: 'panel', open: 'first' }",
            1100,
            "probe.ems('.preview > .picture') <= 40 && probe.box('.preview > .picture').height <= Math.min(0.6 * innerHeight, 385)",
            json!(true),
        ),
        // A button that has nothing beside it is not alone in a row.
        (
            "{ layout: 'cards', time: 'none', comments: 'off', feed: '/mixed.xml', summary: 0 }",
            240,
            "probe.box('.toggle', 1).top < probe.box('.headline', 1).bottom",
            json!(true),
        ),
    ]
}

async fn button_of_a_preview_never_stands_alone_on_a_line(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    for open in ["first", "second"] {
        show(stage, "{ preview: 'inline', open: 'first' }", 320).await?;
        if open == "second" {
            // It has a button for each side.
            stage.run("reader.one('.preview .next').click();").await?;
            stage.until("reader.one('.preview .previous')").await?;
        }
        stage
            .run(
                "probe.alone = () => {
                     const alone = [];
                     for (let width = 420; width > 180; width -= 4) {
                         probe.widgets()[0].style.cssText = `display: block; min-inline-size: 0; inline-size: ${width}px`;
                         const button = probe.box('.preview .control');
                         const middle = (button.top + button.bottom) / 2;
                         const isBeside = probe.all('.preview-footer > :not(.neighbors)').some((it) => {
                             const { top, bottom, right } = it.getBoundingClientRect();
                             return top < middle && bottom > middle && right <= button.left + 1;
                         });
                         if (!isBeside) alone.push(width);
                     }
                     return alone;
                 };",
            )
            .await?;
        stage.until_equal("probe.alone()", &json!([])).await?;
    }
    Ok(())
}

/// At the inline end first, then on the other side, then below; a sheet where the window is narrow.
async fn popover_stands_beside_the_list_where_there_is_room(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    for (place, expected) in [
        ("inline-size: 260px", "after"),
        ("inline-size: 260px; margin-inline-start: auto", "before"),
        ("inline-size: 660px", "after"),
        ("inline-size: 780px", "below"),
    ] {
        stage
            .run(&format!(
                "here.textContent = '';
                 reader.add({{ lang: 'it', preview: 'popover', limit: 2, heading: '' }}, '{place}');"
            ))
            .await?;
        stage.until("probe.parts('headline').length === 2").await?;
        stage.until_drawn().await?;
        stage.run("probe.parts('toggle')[0].click();").await?;
        let stands = "((preview, item) => preview.left >= item.right ? 'after'
            : preview.right <= item.left ? 'before' : preview.top >= item.bottom - 1 ? 'below' : 'over')
            (probe.box('.preview'), probe.box('.item'))";
        stage.until("probe.parts('preview').length === 1").await?;
        let anchors = stage
            .value("CSS.supports('position-area: block-end')")
            .await?;
        if anchors == json!(true) {
            stage.until_equal(stands, &json!(expected)).await?;
        }
        // The way to the article is in view.
        stage
            .until("(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(probe.box('.read'))")
            .await?;
        stage.run("probe.parts('toggle')[0].click();").await?;
        stage.until("probe.parts('preview').length === 0").await?;
    }
    Ok(())
}

/// A hyphen in a common word makes a headline harder to read.
async fn short_words_are_not_hyphenated(stage: &mut Stage) -> Result<()> {
    stage
        .feeds
        .put("/feed.xml", feed(&["The first ferry of the morning"]));
    stage.open("reader.html").await?;
    stage
        .run("reader.add({ lang: 'en', heading: '' });")
        .await?;
    stage.until("probe.parts('headline').length === 1").await?;
    stage
        .run(
            "probe.broken = () => {
                 const text = reader.one('.headline').firstChild;
                 const word = document.createRange();
                 word.setStart(text, text.length - 'morning'.length);
                 word.setEnd(text, text.length);
                 const broken = [];
                 for (let width = 480; width > 240; width -= 2) {
                     probe.widgets()[0].style.cssText = `display: block; inline-size: ${width}px`;
                     if (word.getClientRects().length > 1) broken.push(width);
                 }
                 return broken;
             };",
        )
        .await?;
    stage.until_equal("probe.broken()", &json!([])).await
}

async fn open(stage: &mut Stage) -> Result<()> {
    // A drawing has no size of its own.
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 400'/>";
    stage
        .feeds
        .put("/picture.svg", Reply::new("image/svg+xml", picture));
    let text = front_page_text();
    let xml = |text: String| Reply::new("application/rss+xml; charset=utf-8", text);
    stage.feeds.put("/feed.xml", xml(text.clone()));
    // Without the pictures of the second and the fourth.
    let mixed: String = text
        .split_inclusive("</item>")
        .enumerate()
        .map(|(number, item)| match number % 2 {
            0 => item.to_owned(),
            _ => item.replace("media:content", "media:none"),
        })
        .collect();
    stage.feeds.put("/mixed.xml", xml(mixed));
    let words = "Parole lunghe e brevi ".repeat(20);
    let long = text.replace("<item><title>", &format!("<item><title>{words}"));
    stage.feeds.put("/long.xml", xml(long));
    stage.open("reader.html").await?;
    stage.run(MEASURES).await
}

async fn show(stage: &Stage, attributes: &str, width: u32) -> Result<()> {
    stage
        .run(&format!(
            "here.textContent = '';
             reader.add({{ lang: 'it', limit: 4, heading: '', 'time-zone': 'UTC', ...{attributes} }},
                        'inline-size: {width}px; min-inline-size: 0');"
        ))
        .await?;
    stage.until("probe.parts('headline').length > 0").await?;
    stage.until_drawn().await
}
