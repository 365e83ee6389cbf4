//! The README's pictures of layouts and options, taken of the gallery: `cargo xtask pictures`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::By;

use crate::{engines::Engine, gallery, stage::Stage, tests};

tests!(in [Engine::Chromium];
    pictures_are_taken_of_the_gallery,
);

/// The variable that names the folder for them.
pub const FOLDER: &str = "STRILLONE_PICTURES";

/// The widgets, the width that each is shown in, in CSS pixels, and the headlines in it.
const PICTURES: [(&str, u32, u32); 7] = [
    ("cards", 960, 3),
    ("strip", 640, 4),
    ("timeline", 380, 6),
    ("lead", 760, 5),
    ("thumbnails", 380, 4),
    ("compact", 380, 5),
    ("columns", 760, 4),
];

async fn pictures_are_taken_of_the_gallery(stage: &mut Stage) -> Result<()> {
    let folder = PathBuf::from(env::var_os(FOLDER).context("a folder for the pictures")?);
    gallery::open(stage).await?;
    for theme in ["light", "dark"] {
        for (name, width, limit) in PICTURES {
            stage
                .run(&format!(
                    "const widget = document.getElementById('{name}');
                     widget.previousElementSibling.hidden = true;
                     widget.parentElement.style.cssText =
                         'flex: none; box-sizing: border-box; padding: 12px; inline-size: {width}px';
                     widget.setAttribute('limit', {limit});
                     probe.count = () => widget.shadowRoot
                         .querySelectorAll('.place:not(.first) .item').length;"
                ))
                .await?;
            stage.until_equal("probe.count()", &json!(limit)).await?;
            let figure = By::Css(format!("figure:has(> #{name})"));
            let figure = stage.driver.find(figure).await?;
            figure.scroll_into_view().await?;
            let are_loaded = "[...probe.all('.picture')].filter((it) => it.getClientRects().length)
                .every((it) => it.complete)";
            stage.until(are_loaded).await?;
            stage.until_drawn().await?;
            let picture = figure.screenshot_as_png().await?;
            fs::write(folder.join(format!("{name}-{theme}.png")), picture)?;
        }
        gallery::press(stage, "theme").await?;
    }
    Ok(())
}
