//! What the builder gives, and what it keeps back.

use anyhow::Result;
use serde_json::json;

use super::{check, choose, look_at, open};
use crate::{
    engines::Engine,
    feeds::feed,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    feed_that_will_not_be_shown_is_not_handed_out_as_if_it_were,
    value_that_cannot_be_used_stays_in_its_field_alone,
    text_for_the_web_person_leads_to_what_is_chosen_now,
);

async fn feed_that_will_not_be_shown_is_not_handed_out_as_if_it_were(
    stage: &mut Stage,
) -> Result<()> {
    open(stage, "").await?;
    stage.expect(Trouble::Complaint);
    // The control: a feed that is shown has a height, for the width that it is shown in.
    stage.feeds.put("/feed.xml", feed(&["One"]));
    look_at(stage, "/feed.xml").await?;
    stage.shows(&["One"]).await?;
    let given = "['reserve', 'preload'].map((it) => !!document.querySelector(`[data-name=${it}]`))";
    stage.until_equal(given, &json!([true, true])).await?;
    stage
        .until("probe.all('details').some((it) => it.textContent.includes('320 pixels wide'))")
        .await?;
    stage
        .until_equal("probe.all('.obstacles p').length", &json!(0))
        .await?;
    let closed = feed(&["One"]).header("Access-Control-Allow-Origin", "https://example.org");
    stage.feeds.put("/closed.xml", closed);
    for path in ["/closed.xml", "/missing.xml"] {
        look_at(stage, path).await?;
        let obstacle = "document.querySelector('.obstacles p')?.textContent";
        stage
            .until(&format!(
                "{obstacle}?.includes('{path} will not be shown on your page yet.')"
            ))
            .await?;
        stage.until_equal(given, &json!([false, false])).await?;
        let letter = "document.querySelector('[data-name=letter] code').textContent";
        stage
            .until(&format!("{letter}.includes('will not be shown')"))
            .await?;
        stage
            .run("document.querySelector('.obstacles button').click();")
            .await?;
        stage
            .until_equal("document.activeElement.id", &json!("feed"))
            .await?;
    }
    Ok(())
}

async fn value_that_cannot_be_used_stays_in_its_field_alone(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    look_at(stage, "/feed.xml").await?;
    stage.shows(&["One", "Two"]).await?;
    let unusable = [
        ("limit", "-3", "a whole number from 1 to 500."),
        ("speed", "99999", "a whole number from 0 to 400."),
        ("proxy", "http://x/", "{url} in it."),
        ("push", "nonsense", "an http or https address."),
        ("time-zone", "Rome", "a time zone such as Europe/Rome."),
    ];
    for (name, value, _) in unusable {
        choose(stage, name, value).await?;
    }
    // The control: what can be used is given.
    choose(stage, "heading", "Ours").await?;
    for (name, value, right) in unusable {
        let field = format!("document.getElementsByName('{name}')[0]");
        let said = format!(
            "{field}.getAttribute('aria-describedby').split(' ')\
               .map((id) => document.getElementById(id).textContent).join(' ')"
        );
        stage
            .until_equal(
                &format!(
                    "[{field}.value, {field}.ariaInvalid ?? {field}.getAttribute('aria-invalid'), \
                      {said}.includes('{right}')]"
                ),
                &json!([value, "true", true]),
            )
            .await?;
    }
    let drawn = "probe.widgets()[0].getAttributeNames().sort()";
    stage
        .until_equal(drawn, &json!(["feed", "heading"]))
        .await?;
    for form in ["element", "tag", "frame", "wordpress", "react", "printed"] {
        check(stage, "form", form).await?;
        let given = "probe.all('.take-step .code code').map((it) => it.textContent).join(' ')";
        stage
            .until(&format!(
                "(/Ours/.test({given}) && !/limit|speed|proxy|push|time-zone/.test(\
                 {given}.replace(location.href, '')))"
            ))
            .await?;
    }
    let feeds = stage.feeds.origin.clone();
    let policy = "document.querySelector('[data-name=policy] code').textContent";
    stage.until(&format!("{policy}.includes('{feeds}')")).await
}

async fn text_for_the_web_person_leads_to_what_is_chosen_now(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    let is_current = "document.querySelector('[data-name=letter] code').textContent\
                      .includes(`\\n${location.href}\\n`)";
    choose(stage, "density", "compact").await?;
    stage
        .until(&format!(
            "/density=compact$/.test(location.hash) && {is_current}"
        ))
        .await?;
    check(stage, "form", "vue").await?;
    stage
        .until(&format!("/form=vue$/.test(location.hash) && {is_current}"))
        .await
}
