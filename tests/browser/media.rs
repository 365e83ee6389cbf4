//! The widget on paper, and in the few colours that a reader has chosen for everything.
//! Only Chromium's driver can set these media on a page.

use anyhow::Result;
use serde_json::{Value, json};

use crate::{engines::Engine, feeds::feed, servers::Gate, stage::Stage, surfaces::marked, tests};

tests!(in [Engine::Chromium];
    paper_shows_every_headline_and_no_button,
    chosen_colours_are_those_of_lines_signs_and_focus,
    chosen_colours_are_those_of_marks_and_of_bars,
    nothing_pulses_or_glides_where_motion_is_unwanted,
);

const LAYOUTS: [&str; 5] = ["list", "ticker", "rotator", "cards", "timeline"];

async fn paper_shows_every_headline_and_no_button(stage: &mut Stage) -> Result<()> {
    every_layout(stage).await?;
    stage
        .run(
            "probe.printed = (layout, selector) => {
               const { shadowRoot } = document.getElementById(layout);
               const isPrinted = (part) => {
                 const { left, right } = part.getBoundingClientRect();
                 const opacity = { visibilityProperty: true, opacityProperty: true };
                 return part.checkVisibility(opacity) && left >= 0 && right <= innerWidth;
               };
               const parts = [...shadowRoot.querySelectorAll(selector)].filter(isPrinted);
               return parts.map(({ textContent }) => textContent.trim());
             };",
        )
        .await?;
    // On the screen the same expressions see other things.
    stage
        .until("probe.printed('list', 'button').length")
        .await?;
    // The row of cards is longer than its place.
    let strip = "document.getElementById('cards')";
    stage
        .run(&format!(
            "{strip}.setAttribute('columns', 'strip'); {strip}.style.inlineSize = '300px';"
        ))
        .await?;
    let is_cut = format!(
        "(({{ scrollWidth, clientWidth }}) => scrollWidth > clientWidth)\
         ({strip}.shadowRoot.querySelector('.list'))"
    );
    stage.until(&is_cut).await?;
    emulate(stage, json!({ "media": "print" })).await?;
    stage.until_equal(&is_cut, &json!(false)).await?;
    let headlines = headlines();
    for layout in LAYOUTS {
        let printed = format!("probe.printed('{layout}', '.headline')");
        stage.until_equal(&printed, &json!(headlines)).await?;
        let buttons = format!("probe.printed('{layout}', 'button, .signs, .position')");
        stage.until_equal(&buttons, &json!([])).await?;
    }
    stage
        .until("document.documentElement.scrollWidth <= innerWidth")
        .await?;
    as_before(stage).await
}

/// Whatever colours the partner has set.
async fn chosen_colours_are_those_of_lines_signs_and_focus(stage: &mut Stage) -> Result<()> {
    every_layout(stage).await?;
    stage.run(COLOURS).await?;
    stage.until("probe.foreign('list').length > 3").await?;
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    emulate(stage, forced).await?;
    for layout in LAYOUTS {
        let focus = "querySelector('button').focus({ focusVisible: true })";
        stage.run(&format!("{layout}.shadowRoot.{focus};")).await?;
        let ring = format!("getComputedStyle({layout}.shadowRoot.activeElement).outlineStyle");
        stage.until_equal(&ring, &json!("solid")).await?;
        let foreign = format!("probe.foreign('{layout}')");
        stage.until_equal(&foreign, &json!([])).await?;
    }
    let line = "getComputedStyle(ticker.shadowRoot.querySelector('.item'), '::after')";
    stage
        .until_equal(&format!("{line}.borderInlineStartWidth"), &json!("1px"))
        .await?;
    as_before(stage).await
}

async fn chosen_colours_are_those_of_marks_and_of_bars(stage: &mut Stage) -> Result<()> {
    marks_and_bars(stage).await?;
    stage.run(COLOURS).await?;
    for widget in ["marks", "bars"] {
        let foreign = format!("probe.foreign('{widget}')");
        stage.until(&format!("{foreign}.length > 3")).await?;
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        emulate(stage, forced).await?;
        stage.until_equal(&foreign, &json!([])).await?;
        as_before(stage).await?;
    }
    Ok(())
}

async fn nothing_pulses_or_glides_where_motion_is_unwanted(stage: &mut Stage) -> Result<()> {
    marks_and_bars(stage).await?;
    let pulses = "bars.shadowRoot.getAnimations().length";
    let gliding = "['.more', '.toggle .icon'].filter((it) =>
        getComputedStyle(marks.shadowRoot.querySelector(it)).transitionProperty !== 'none')";
    stage.until_equal(pulses, &json!(1)).await?;
    stage
        .until_equal(gliding, &json!([".more", ".toggle .icon"]))
        .await?;
    let reduce = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    emulate(stage, reduce).await?;
    stage.until_equal(pulses, &json!(0)).await?;
    stage.until_equal(gliding, &json!([])).await?;
    as_before(stage).await
}

/// A widget with all that can stand beside a headline, and one whose feed is still to come.
async fn marks_and_bars(stage: &mut Stage) -> Result<()> {
    let never = Gate::closed();
    stage.feeds.put("/feed.xml", marked());
    stage.feeds.put("/later.xml", marked().behind(&never));
    stage.open("reader.html").await?;
    stage
        .run(
            "reader.add({ lang: 'it', kickers: 'on', summary: 80, limit: 1, more: 1 }).id = 'marks';
             reader.add({ feed: '/later.xml', limit: 3 }).id = 'bars';",
        )
        .await?;
    stage
        .until("marks.state === 'ready' && bars.shadowRoot.querySelector('.bar')")
        .await
}

/// Sets colours of a partner, and tells what is in another colour than those of the system.
const COLOURS: &str = "
    for (const name of ['accent', 'rule', 'muted', 'text']) {
      document.body.style.setProperty(`--strillone-${name}`, '#123456');
    }
    probe.foreign = (layout) => {
      const { shadowRoot } = document.getElementById(layout);
      const system = document.createElement('span');
      here.append(system);
      const chosen = ['CanvasText', 'LinkText', 'ButtonText'].map((colour) => {
        system.style.color = colour;
        return getComputedStyle(system).color;
      });
      system.remove();
      const colours = {};
      const note = (part, style) => {
        const name = part.getAttribute('class') || part.localName;
        colours[`${name} ${style.color}`] = style.color;
        if (part.localName === 'svg') colours[`${name} ${style.fill}`] = style.fill;
        for (const side of ['Top', 'Bottom', 'InlineStart']) {
          const colour = style[`border${side}Color`] || style.borderInlineStartColor;
          if (parseFloat(style[`border${side}Width`]) > 0) {
            colours[`${name} border ${colour}`] = colour;
          }
        }
        if (style.outlineStyle !== 'none') {
          colours[`${name} outline ${style.outlineColor}`] = style.outlineColor;
        }
      };
      for (const part of shadowRoot.querySelectorAll('.root *')) {
        if (!part.checkVisibility()) continue;
        note(part, getComputedStyle(part));
        const after = getComputedStyle(part, '::after');
        if (after.content !== 'none') note(part, after);
      }
      return Object.keys(colours).filter((name) => !chosen.includes(colours[name]));
    };";

/// A page with a widget in each layout, named after it.
async fn every_layout(stage: &mut Stage) -> Result<()> {
    let headlines = headlines();
    let titles: Vec<&str> = headlines.iter().map(String::as_str).collect();
    stage.feeds.put("/feed.xml", feed(&titles));
    stage.open("reader.html").await?;
    for layout in LAYOUTS {
        let attributes = json!({
            "layout": layout,
            "follow": "https://x.com/a https://t.me/a https://vk.com/a https://reddit.com/r/a https://www.facebook.com/a",
        });
        stage
            .run(&format!("reader.add({attributes}).id = '{layout}';"))
            .await?;
        stage.until(&format!("{layout}.state === 'ready'")).await?;
    }
    Ok(())
}

/// More than fit into one line.
fn headlines() -> Vec<String> {
    (1..=8)
        .map(|number| format!("The headline that has the number {number}"))
        .collect()
}

async fn emulate(stage: &Stage, media: Value) -> Result<()> {
    let tools = stage.driver.cdp();
    tools.send_raw("Emulation.setEmulatedMedia", media).await?;
    stage.until_drawn().await
}

/// The window is the next test's as well.
async fn as_before(stage: &Stage) -> Result<()> {
    emulate(stage, json!({ "media": "", "features": [] })).await
}
