//! Pages whose names, objects and messages are in our way, with or without meaning to.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::{
    engines::Engine,
    feeds::feed,
    servers::Reply,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    names_of_the_pages_elements_hide_nothing,
    options_on_every_object_are_not_ours,
    message_that_no_tab_sends_is_not_heard,
    copies_with_absurd_stamps_are_no_copies,
    attribute_of_a_tag_that_is_no_option_stays_on_the_tag,
    prototype_answers_those_who_look_through_it,
    what_freezes_is_not_kept_before_it_was_read,
);

/// What the loader, the glue and the view ask of a document, and some that pages do name so.
const NAMES: &[&str] = &[
    "createElement",
    "createElementNS",
    "createTextNode",
    "currentScript",
    "querySelector",
    "querySelectorAll",
    "getElementsByTagName",
    "addEventListener",
    "removeEventListener",
    "dispatchEvent",
    "baseURI",
    "body",
    "head",
    "documentElement",
    "defaultView",
    "hidden",
    "visibilityState",
    "readyState",
    "nodeType",
    "adoptedStyleSheets",
    "childNodes",
    "implementation",
    "contains",
    "location",
    "title",
];

fn page(stage: &Stage, before: &str, after: &str) -> Reply {
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    Reply::new(
        "text/html; charset=utf-8",
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Intruder</title>\
             <script src=\"/probe.js\"></script></head><body>{before}\
             <script src=\"{cdn}/strillone.js\" data-loading=\"eager\" \
             data-feed=\"{feeds}/feed.xml\" {after}></script></body></html>"
        ),
    )
}

async fn names_of_the_pages_elements_hide_nothing(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    // One page for each kind of element, in frames that report: the page's own tests need names.
    for kind in ["img", "form"] {
        for name in NAMES {
            let inner = page(
                stage,
                &format!("<{kind} name=\"{name}\"></{kind}>"),
                "data-limit=\"1\"",
            );
            stage.partner.put(&format!("/{kind}/{name}"), inner);
        }
    }
    let frames = Reply::new(
        "text/html; charset=utf-8",
        "<!doctype html><title>Frames</title><script src=\"/probe.js\"></script>\
         <iframe width=\"300\" height=\"300\"></iframe>",
    );
    stage.open_page("names", frames).await?;
    for kind in ["img", "form"] {
        for name in NAMES {
            stage
                .run(&format!(
                    "document.querySelector('iframe').src = '/{kind}/{name}';"
                ))
                .await?;
            // The frame's own document cannot be asked by names that its elements hide.
            let prototype = "self[0].Document.prototype";
            let widget = format!(
                "self[0].location.pathname === '/{kind}/{name}' && self[0].Document && \
                 {prototype}.querySelector.call(self[0].document, 'strillone-news')"
            );
            let expression = format!(
                "((widget) => widget && widget.shadowRoot && \
                 [...widget.shadowRoot.querySelectorAll('[part~=headline]')].map((it) => it.textContent).join()\
                 )({widget}) === 'One' && self[0].probe.seen.errors.concat(self[0].probe.seen.rejections).join()"
            );
            stage
                .until_equal(&expression, &json!(""))
                .await
                .map_err(|error| error.context(format!("<{kind} name=\"{name}\">")))?;
        }
    }
    Ok(())
}

async fn options_on_every_object_are_not_ours(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let options = "<script>
        // The members of the dictionaries that the platform reads for us, and those of our own
        // objects and of the glue's.
        const names = `slotAssignment mode delegatesFocus clonable serializable extends
          method headers body referrer referrerPolicy credentials cache redirect integrity keepalive
          signal duplex priority window status statusText url ignoreSearch ignoreMethod ignoreVary
          cacheName steal ifAvailable attributes attributeFilter attributeOldValue characterData
          childList subtree root rootMargin threshold scrollMargin delay trackVisibility
          bubbles cancelable composed detail once passive capture view data origin lastEventId source
          withCredentials timeout behavior block inline preventScroll focusVisible flatten
          fatal ignoreBOM stream compile module imports instance memory exports initial maximum
          shared element calendar day era year month weekday hour minute second timeZone
          timeZoneName hourCycle hour12 numberingSystem dateStyle timeStyle localeMatcher numeric
          style unit notation compactDisplay usage sensitivity granularity type name message stack
          cause toJSON then length index input groups feed layout limit heading theme preview follow
          push proxy state items address text value0 ok error result done key keys entry entries
          config options host shadow root0 sheet rules title media disabled duration easing
          iterations fill composite id direction`.split(/\\s+/);
        for (const name of names) {
          if (name in Object.prototype) continue;
          Object.defineProperty(Object.prototype, name, { value: 'hostile', configurable: true });
        }
        probe.control = (() => {
          try {
            document.createElement('div').attachShadow({ mode: 'open' });
          } catch {
            return 'it is in the way of others';
          }
        })();
      </script>";
    let page = page(stage, options, "");
    stage.open_page("options", page).await?;
    stage.until("probe.control").await?;
    stage.shows(&["One", "Two"]).await
}

async fn message_that_no_tab_sends_is_not_heard(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.feeds.put("/stream", Reply::new("text/plain", ""));
    let stream = format!("{}/stream", stage.feeds.origin);
    let page = page(stage, "", &format!("data-push=\"{stream}\""));
    stage.expect(Trouble::Complaint);
    stage.open_page("messages", page).await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .run(&format!(
            "const channel = new BroadcastChannel('strillone/push {stream}');
             for (const message of [1n, NaN, -1, 1e9, {{}}, [], true, undefined, new Date()]) {{
               channel.postMessage(message);
             }}
             channel.postMessage('look');"
        ))
        .await?;
    // The last one is heard, as a tab would have sent it: so the others were before it.
    stage.feeds.put("/feed.xml", feed(&["Three"]));
    stage.until_requested(&stage.feeds, "/feed.xml", 2).await?;
    stage.shows(&["Three"]).await?;
    stage
        .until_equal("probe.widgets()[0].state", &json!("ready"))
        .await
}

async fn copies_with_absurd_stamps_are_no_copies(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let first = page(stage, "", "");
    stage.open_page("stamps", first).await?;
    stage.shows(&["One", "Two"]).await?;
    let copies = "caches.open('strillone/1').then((it) => it.keys()).then((it) => { probe.kept = it.length; });";
    stage.run(copies).await?;
    if stage.value("'caches' in self").await? == json!(false) {
        return Ok(());
    }
    for stamp in ["1e999", "-9007199254740993", "9223372036854775807", "never"] {
        let feeds = &stage.feeds.origin;
        stage
            .run(&format!(
                "caches.open('strillone/1').then((store) => store.put('{feeds}/feed.xml', new Response(
                   '<rss><channel><item><title>Absurd</title></item></channel></rss>',
                   {{ headers: {{ 'strillone-at': '{stamp}' }} }}))).then(() => {{ probe.put = true; }});"
            ))
            .await?;
        stage.until("probe.put").await?;
        let again = page(stage, "", "");
        stage.open_page("stamps-again", again).await?;
        stage.shows(&["One", "Two"]).await?;
    }
    Ok(())
}

async fn attribute_of_a_tag_that_is_no_option_stays_on_the_tag(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let attributes = "data-onclick=\"probe.ran = true\" data-style=\"display:none\" \
        data-id=\"x\" data-limit=\"1\" data-x=\"y\"";
    let page = page(stage, "", attributes);
    stage.open_page("only-options", page).await?;
    stage.shows(&["One"]).await?;
    let names = "probe.widgets()[0].getAttributeNames().sort()";
    let wanted = json!(["feed", "limit", "loading"]);
    stage.until_equal(names, &wanted).await
}

async fn prototype_answers_those_who_look_through_it(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let page = page(stage, "", "");
    stage.open_page("prototype", page).await?;
    stage.shows(&["One", "Two"]).await?;
    let seen: Value = stage
        .value(
            "(() => {
               const prototype = customElements.get('strillone-news').prototype;
               for (const name of ['refresh', 'pause', 'play']) prototype[name]();
               return [prototype.state, prototype.items.length, probe.widgets()[0].items.length];
             })()",
        )
        .await?;
    ensure!(seen == json!(["idle", 0, 2]), "{seen}");
    Ok(())
}

/// A page that is closed while the wasm is on its way, or while it reads, keeps nothing.
async fn what_freezes_is_not_kept_before_it_was_read(stage: &mut Stage) -> Result<()> {
    let feed = feed(&["One", "Two"]).header("Cache-Control", "max-age=0");
    stage.feeds.put("/feed.xml", feed);
    let gate = stage.hold_wasm()?;
    let page = page(stage, "", "");
    stage.open_page("unread", page).await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    let answered = "performance.getEntriesByType('resource')
        .some(({ name, responseEnd }) => /feed.xml/.test(name) && responseEnd > 0)";
    stage.until(answered).await?;
    // Other copies have come and gone by the time that this one could have.
    stage
        .run(
            "probe.kept = 'unknown';
             probe.count = () => caches.match(document.querySelector('script[data-feed]').dataset.feed)
               .then((copy) => { probe.kept = copy ? 'kept' : 'none'; });
             caches.open('another').then((it) => it.put('/x', new Response('x')))
               .then(() => caches.delete('another')).then(probe.count);",
        )
        .await?;
    stage.until_equal("probe.kept", &json!("none")).await?;
    gate.open();
    stage.shows(&["One", "Two"]).await?;
    stage
        .until_equal("(probe.count(), probe.kept)", &json!("kept"))
        .await
}
