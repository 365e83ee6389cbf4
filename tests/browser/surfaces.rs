//! Colours: text has 4.5:1 and signs have 3:1 on any surface that a partner sets, with any accent
//! (WCAG 1.4.3, 1.4.11). And what is pressed has room for a finger (2.5.5).

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, feeds::feed, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    text_and_signs_are_seen_on_any_surface,
    surface_has_padding_and_round_corners,
    button_under_a_finger_is_44_pixels,
);

/// Bright, dark, in between, and colours of brands.
const SURFACES: [&str; 14] = [
    "#ffffff", "#fff1e5", "#ffd400", "#cccccc", "#999999", "#777777", "#757575", "#606060",
    "#2b6cb0", "#c8102e", "#00843d", "#1d3147", "#191817", "#000000",
];

const ACCENTS: [&str; 7] = [
    "#a3271c", "#ff9b8a", "#ffd400", "#0057b7", "#777777", "#ffffff", "#000000",
];

const CONTRAST: &str = "
    const pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
        .getContext('2d', { willReadFrequently: true });
    // A colour over another, as the engine mixes them.
    const seen = (...colours) => {
        pixel.clearRect(0, 0, 1, 1);
        for (const colour of colours) {
            pixel.fillStyle = colour;
            pixel.fillRect(0, 0, 1, 1);
        }
        return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb) => {
        const [r, g, b] = rgb.map((it) => it / 255).map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    // What is under its ratio, on the given surface.
    probe.faint = (selectors, property, least) => selectors.flatMap((selector) => {
        const element = reader.one(selector);
        const ground = [getComputedStyle(reader.one('.root')).backgroundColor];
        if (!element) return [`no ${selector}`];
        const style = getComputedStyle(element);
        if (property === 'color') ground.push(style.backgroundColor);
        const found = ratio(seen(...ground, style[property]), seen(...ground));
        return found < least ? [`${selector}: ${found.toFixed(2)}`] : [];
    });";

async fn text_and_signs_are_seen_on_any_surface(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", marked());
    stage.open("reader.html").await?;
    stage.run(CONTRAST).await?;
    stage
        .run(
            "reader.add({ lang: 'it', kickers: 'on', summary: 80, follow: 'https://www.facebook.com/example' });",
        )
        .await?;
    stage.until("probe.parts('headline').length === 2").await?;
    let text = "probe.faint(['.heading', '.time', '.headline', '.kicker', '.medium', '.summary', '.comments', '.follow-link'], 'color', 4.5)";
    let signs = "probe.faint(['.toggle', '.follow-link .icon'], 'color', 3)";
    let ring = "probe.faint(['.headline'], 'outlineColor', 3)";
    for theme in ["auto", "light", "dark"] {
        for surface in SURFACES {
            for accent in ACCENTS {
                stage
                    .run(&format!(
                        "const widget = probe.widgets()[0];
                         widget.setAttribute('theme', '{theme}');
                         widget.style.setProperty('--strillone-surface', '{surface}');
                         widget.style.setProperty('--strillone-accent', '{accent}');"
                    ))
                    .await?;
                stage
                    .until(&format!(
                        "'{theme}' === 'auto' || reader.one('.root').dataset.theme === '{theme}'"
                    ))
                    .await?;
                stage
                    .run("reader.one('.headline').focus({ focusVisible: true });")
                    .await?;
                let all = format!("[...{text}, ...{signs}, ...{ring}]");
                stage
                    .until_equal(&all, &json!([]))
                    .await
                    .map_err(|error| error.context(format!("{accent} on {surface}, {theme}")))?;
            }
        }
    }
    // The control: a text that the partner sets himself may be faint, and that is found.
    stage
        .run(
            "const { style } = probe.widgets()[0];
             style.setProperty('--strillone-surface', '#ffffff');
             style.setProperty('--strillone-text', '#dddddd');",
        )
        .await?;
    stage.until(&format!("{text}.length > 3")).await
}

/// Text that touches the edge of its ground looks like a mistake.
async fn surface_has_padding_and_round_corners(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno"]));
    stage.open("reader.html").await?;
    stage.run("reader.add({ lang: 'it' });").await?;
    stage.shows(&["Uno"]).await?;
    let look = "(({ paddingTop, paddingLeft, borderTopLeftRadius }) =>
        [paddingTop, paddingLeft, borderTopLeftRadius])(getComputedStyle(reader.one('.root')))";
    stage
        .until_equal(look, &json!(["0px", "0px", "0px"]))
        .await?;
    let set = |name: &str, value: &str| {
        format!("probe.widgets()[0].style.setProperty('--strillone-{name}', '{value}');")
    };
    stage.run(&set("surface", "#fff1e5")).await?;
    stage
        .until_equal(look, &json!(["12px", "12px", "4px"]))
        .await?;
    stage.run(&set("padding", "20px")).await?;
    stage
        .until_equal(look, &json!(["20px", "20px", "4px"]))
        .await
}

async fn button_under_a_finger_is_44_pixels(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno", "Due"]));
    stage.open("reader.html").await?;
    // The engines of the tests have a mouse: what the rule for fingers says is tried with its
    // condition turned round.
    stage
        .run(
            "const press = (sheet) => {
                 for (const rule of sheet.cssRules) {
                     if (rule.media && rule.media.mediaText === '(pointer: coarse)') rule.media.mediaText = 'all';
                 }
             };
             probe.press = () => reader.root().adoptedStyleSheets.forEach(press);",
        )
        .await?;
    for (layout, buttons) in [
        ("list", ".toggle, .more"),
        ("timeline", ".toggle"),
        ("cards", ".toggle"),
        ("ticker", ".toggle, .pause"),
        ("rotator", ".toggle, .control"),
    ] {
        stage
            .run(&format!(
                "here.textContent = '';
                 reader.add({{ lang: 'it', layout: '{layout}', limit: 1, more: 1,
                               follow: 'https://www.facebook.com/example' }});"
            ))
            .await?;
        stage.until("probe.parts('headline').length > 0").await?;
        stage.run("probe.press();").await?;
        let small = format!(
            "[...reader.root().querySelectorAll('{buttons}, .follow-link')]
                .filter((it) => it.getClientRects().length && (it.offsetHeight < 44 || it.offsetWidth < 44))
                .map((it) => `${{it.className}} ${{it.offsetWidth}}×${{it.offsetHeight}}`)"
        );
        stage.until_equal(&small, &json!([])).await?;
    }
    Ok(())
}

/// With a kicker, a sound, and comments.
pub fn marked() -> Reply {
    let items: String = (0..2)
        .map(|number| {
            format!(
                "<item><title>Headline {number}</title><link>https://example.org/{number}</link>\
                 <pubDate>Tue, 24 Nov 2026 {hour}:00:00 GMT</pubDate><category>Live</category>\
                 <enclosure url='https://example.org/{number}.mp3' type='audio/mpeg' length='9'/>\
                 <slash:comments>3</slash:comments><description>The beginning.</description></item>",
                hour = 12 - number
            )
        })
        .collect();
    Reply::new(
        "application/rss+xml; charset=utf-8",
        format!(
            "<rss version='2.0' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'><channel>\
             <title>News</title>{items}</channel></rss>"
        ),
    )
}
