//! The README's pictures of layouts and options, taken of the gallery: `cargo xtask pictures`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use thirtyfour::By;

use crate::{engines::Engine, gallery, stage::Stage, tests};

tests!(in [Engine::Chromium];
    pictures_are_taken_of_the_gallery,
);

/// The variable that names the folder for them.
pub const FOLDER: &str = "STRILLONE_PICTURES";

/// The widgets, with the width that each is shown in, in CSS pixels.
const PICTURES: [(&str, u32); 7] = [
    ("cards", 960),
    ("strip", 760),
    ("timeline", 380),
    ("lead", 760),
    ("thumbnails", 380),
    ("compact", 380),
    ("columns", 760),
];

async fn pictures_are_taken_of_the_gallery(stage: &mut Stage) -> Result<()> {
    let folder = PathBuf::from(env::var_os(FOLDER).context("a folder for the pictures")?);
    gallery::open(stage).await?;
    for theme in ["light", "dark"] {
        for (name, width) in PICTURES {
            stage
                .run(&format!(
                    "const widget = document.getElementById('{name}');
                     widget.previousElementSibling.hidden = true;
                     widget.parentElement.style.cssText = 'flex: none; padding: 12px; inline-size: {width}px';
                     // Cards have one row.
                     if ('{name}' === 'cards') widget.setAttribute('limit', 3);"
                ))
                .await?;
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
