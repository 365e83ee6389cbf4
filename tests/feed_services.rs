//! The interfaces of services as feeds: what they document, and what a reader sees of it.

#![allow(missing_docs, clippy::expect_used)]

mod support;

use strillone::feed::{Format, Item};
use support::{item, read, rss_item};

fn link(item: &Item) -> &str {
    item.link.as_ref().map_or("", |link| link.as_str())
}

fn plain(item: &Item) -> String {
    let text = item.content.as_ref();
    text.map(|text| text.plain_text()).unwrap_or_default()
}

fn image(item: &Item) -> Option<(&str, &str)> {
    let image = item.image.as_ref()?;
    Some((image.address.as_str(), image.alternative.as_str()))
}

// https://developer.wordpress.org/rest-api/reference/posts/
const POST: &str = r##"{"id":7,"date":"2026-01-02T04:04:05","date_gmt":"2026-01-02T03:04:05",
    "guid":{"rendered":"https:\/\/a.example\/?p=7"},"modified_gmt":"2026-01-03T03:04:05",
    "link":"https:\/\/a.example\/fog\/","type":"post","comment_status":"open",
    "title":{"rendered":"Fog &#038; <em>frost<\/em>"},
    "content":{"rendered":"<p>One.<\/p>\n<p><a href=\"\/two\">Two<\/a>.<\/p>","protected":false},
    "excerpt":{"rendered":"<p>One [&hellip;]<\/p>","protected":false},
    "_links":{"collection":[{"href":"https:\/\/a.example\/wp-json\/wp\/v2\/posts"}]},
    "_embedded":{"author":[{"name":"Ada &amp; Bo"}],
      "wp:featuredmedia":[{"media_type":"image","alt_text":"The <old> harbour &amp; I","source_url":"https://a.example/full.jpg",
        "media_details":{"width":3000,"height":2000,"sizes":{
          "thumbnail":{"width":150,"height":150,"source_url":"https://a.example/150.jpg"},
          "medium_large":{"width":768,"height":512,"source_url":"https://a.example/768.jpg"}}}}],
      "wp:term":[[{"taxonomy":"category","name":"Sea &amp; land"}],[{"taxonomy":"post_tag","name":"fog"}]],
      "replies":[[{"id":1},{"id":2}]]}}"##;

#[test]
fn a_post_of_wordpress_is_an_article() {
    let reading = read(&format!("[{POST}]"));
    assert_eq!(reading.feed.format, Some(Format::WordPress));
    assert_eq!(reading.problems, []);
    let site = reading.feed.link.as_ref().map(|link| link.as_str());
    assert_eq!(site, Some("https://a.example/"));
    let item = item(&format!("[{POST}]"));
    assert_eq!(item.id, "https://a.example/?p=7");
    assert_eq!(link(&item), "https://a.example/fog/");
    assert_eq!(item.title.as_deref(), Some("Fog & frost"));
    assert_eq!(plain(&item), "One.\n\nTwo.");
    let time = |time: Option<strillone::time::Timestamp>| time.map(|time| time.to_rfc3339());
    assert_eq!(
        time(item.published).as_deref(),
        Some("2026-01-02T03:04:05Z")
    );
    assert_eq!(time(item.updated).as_deref(), Some("2026-01-03T03:04:05Z"));
    assert_eq!(item.authors, ["Ada & Bo"]);
    assert_eq!(item.tags, ["Sea & land", "fog"]);
    assert_eq!(
        image(&item),
        Some(("https://a.example/768.jpg", "The <old> harbour & I"))
    );
    assert_eq!(item.comments.count, Some(2));
    let comments = item
        .comments
        .address
        .as_ref()
        .map(|address| address.as_str());
    assert_eq!(comments, Some("https://a.example/fog/#comments"));
    let html = item.content.map(|text| text.to_html()).unwrap_or_default();
    assert!(html.contains("https://a.example/two"), "{html}");
}

#[test]
fn of_a_post_of_wordpress_nothing_is_said_that_it_does_not_say() {
    let protected = POST.replace("\"protected\":false", "\"protected\":true");
    let hidden = item(&format!("[{protected}]"));
    assert!(hidden.content.is_none() && hidden.summary.is_none());
    assert_eq!(hidden.title.as_deref(), Some("Fog & frost"));
    let none = POST.replace("\"replies\":[[{\"id\":1},{\"id\":2}]]", "\"x\":1");
    assert_eq!(item(&format!("[{none}]")).comments.count, Some(0));
    // Nothing is embedded: neither authors nor comments are known.
    let bare = POST.replace("_embedded", "_x");
    let bare = item(&format!("[{bare}]"));
    assert_eq!((bare.comments.count, bare.authors.len()), (None, 0));
    assert_eq!(read("[]").feed.format, Some(Format::Json));
    assert_eq!(read("{\"code\":\"rest_no_route\"}").feed.format, None);
    assert_eq!(read("[{\"name\":\"x\"}]").feed.format, None);
}

// https://docs.joinmastodon.org/entities/Status/
fn status(inner: &str) -> String {
    format!(
        r##"{{"id":"1","created_at":"2026-01-02T03:04:05.000Z","uri":"https://m.example/users/ada/statuses/1",
        "url":"https://m.example/@ada/1","language":"it","replies_count":3,"sensitive":false,
        "spoiler_text":"","content":"<p>Nebbia <a href=\"https://m.example/tags/porto\">#porto</a></p>","reblog":null,
        "account":{{"acct":"ada","url":"https://m.example/@ada","display_name":"Ada Neri :verified:"}},
        "tags":[{{"name":"porto"}}],"media_attachments":[{{"type":"image","url":"https://m.example/p.jpg",
        "description":"Il porto","meta":{{"original":{{"width":1200,"height":800}}}}}}],"card":null{inner}}}"##
    )
}

#[test]
fn a_post_of_mastodon_is_an_article() {
    let reading = read(&format!("[{}]", status("")));
    assert_eq!(reading.feed.format, Some(Format::Mastodon));
    assert_eq!(reading.feed.title.as_deref(), Some("Ada Neri"));
    assert_eq!(reading.problems, []);
    let item = item(&format!("[{}]", status("")));
    assert_eq!(item.id, "https://m.example/users/ada/statuses/1");
    assert_eq!(link(&item), "https://m.example/@ada/1");
    assert_eq!(
        (item.title.as_deref(), plain(&item).as_str()),
        (None, "Nebbia #porto")
    );
    assert_eq!(item.authors, ["Ada Neri"]);
    assert_eq!(item.tags, ["porto"]);
    assert_eq!(image(&item), Some(("https://m.example/p.jpg", "Il porto")));
    assert_eq!(item.comments.count, Some(3));
    assert_eq!(item.language.as_deref(), Some("it"));
}

#[test]
fn a_boost_is_the_post_of_another_and_a_warning_stands_for_what_it_warns_of() {
    let boost = format!(
        r##"[{{"id":"2","created_at":"2026-02-02T03:04:05.000Z","uri":"https://n.example/2","url":null,"content":"",
        "spoiler_text":"","account":{{"acct":"bo","url":"https://n.example/@bo","display_name":""}},"reblog":{}}}]"##,
        status("")
    );
    let boosted = item(&boost);
    assert_eq!(link(&boosted), "https://m.example/@ada/1");
    assert_eq!(boosted.authors, ["Ada Neri"]);
    assert_eq!(read(&boost).feed.title.as_deref(), Some("@bo"));
    let warned = status("").replace("\"spoiler_text\":\"\"", "\"spoiler_text\":\"A spider\"");
    let warned = item(&format!("[{warned}]"));
    assert_eq!(warned.title.as_deref(), Some("A spider"));
    assert!(warned.content.is_none() && warned.image.is_none());
    let sensitive = status("").replace("\"sensitive\":false", "\"sensitive\":true");
    let sensitive = item(&format!("[{sensitive}]"));
    assert!(sensitive.content.is_some() && sensitive.image.is_none());
}

// https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed
fn answer(record: &str, embed: &str, entry: &str) -> String {
    format!(
        r##"{{"feed":[{{"post":{{"uri":"at://did:plc:abc/app.bsky.feed.post/3kxyz","cid":"b",
        "author":{{"did":"did:plc:abc","handle":"ada.example","displayName":"Ada Neri"}},
        "record":{{"$type":"app.bsky.feed.post","createdAt":"2026-01-02T03:04:05.678Z","langs":["it"],{record}}},
        "replyCount":4,"indexedAt":"2026-01-02T03:04:06Z","labels":[]{embed}}}{entry}}}],"cursor":"x"}}"##
    )
}

#[test]
fn a_post_of_bluesky_is_an_article() {
    let text = answer(
        r##""text":"Più nebbia\nnel porto\n\nLeggi a.example/x #porto","facets":[
        {"index":{"byteStart":29,"byteEnd":40},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://a.example/x/y"}]},
        {"index":{"byteStart":41,"byteEnd":47},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"porto"}]},
        {"index":{"byteStart":2,"byteEnd":3},"features":[{"$type":"x#link","uri":"https://within.a.letter/"}]}]"##,
        r##","embed":{"$type":"app.bsky.embed.images#view","images":[{"fullsize":"https://cdn.example/p.jpg",
        "thumb":"https://cdn.example/t.jpg","alt":"Il porto","aspectRatio":{"width":1200,"height":800}}]}"##,
        "",
    );
    let reading = read(&text);
    assert_eq!(reading.feed.format, Some(Format::Bluesky));
    assert_eq!(reading.feed.title.as_deref(), Some("Ada Neri"));
    assert_eq!(reading.problems, []);
    let item = item(&text);
    assert_eq!(
        link(&item),
        "https://bsky.app/profile/ada.example/post/3kxyz"
    );
    assert_eq!(item.id, "at://did:plc:abc/app.bsky.feed.post/3kxyz");
    assert_eq!(
        plain(&item),
        "Più nebbia\nnel porto\n\nLeggi a.example/x #porto"
    );
    let html = item
        .content
        .as_ref()
        .map(|text| text.to_html())
        .unwrap_or_default();
    assert!(
        html.contains("<a href=\"https://a.example/x/y\">a.example/x</a>"),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"https://bsky.app/hashtag/porto\">#porto</a>"),
        "{html}"
    );
    assert!(!html.contains("within"), "{html}");
    assert_eq!(
        image(&item),
        Some(("https://cdn.example/p.jpg", "Il porto"))
    );
    assert_eq!(
        (item.comments.count, item.language.as_deref()),
        (Some(4), Some("it"))
    );
}

#[test]
fn a_repost_is_by_its_author_and_a_card_is_a_link() {
    let card = answer(
        "\"text\":\"Nebbia\"",
        r##","embed":{"$type":"app.bsky.embed.external#view","external":{"uri":"https://a.example/fog",
        "title":"Fog in the harbour","description":"…","thumb":"https://cdn.example/t.jpg"}}"##,
        r##","reason":{"$type":"app.bsky.feed.defs#reasonRepost","by":{"handle":"bo.example"}}"##,
    );
    let item = item(&card);
    assert_eq!(item.authors, ["Ada Neri"]);
    assert_eq!(read(&card).feed.title, None);
    let html = item
        .content
        .as_ref()
        .map(|text| text.to_html())
        .unwrap_or_default();
    assert!(
        html.contains("<a href=\"https://a.example/fog\">Fog in the harbour</a>"),
        "{html}"
    );
    assert_eq!(image(&item), Some(("https://cdn.example/t.jpg", "")));
    let empty = read("{\"feed\":[]}");
    assert_eq!(empty.feed.format, Some(Format::Bluesky));
    assert!(empty.feed.items.is_empty());
}

#[test]
fn a_pinned_post_is_the_account_s_own_and_a_ratio_of_a_picture_is_no_size() {
    let pinned = answer(
        "\"text\":\"Nebbia\"",
        r##","embed":{"images":[{"fullsize":"https://cdn.example/p.jpg","alt":"Il porto",
        "aspectRatio":{"width":3,"height":2}}]}"##,
        r##","reason":{"$type":"app.bsky.feed.defs#reasonPin"}"##,
    );
    assert_eq!(read(&pinned).feed.title.as_deref(), Some("Ada Neri"));
    let picture = item(&pinned).image.expect("a picture");
    assert_eq!((picture.width, picture.height), (Some(999), Some(666)));
}

#[test]
fn a_site_of_wordpress_may_write_its_addresses_plainly_and_know_its_picture_without_embedding() {
    let plain = POST
        .replace("\\/wp-json\\/", "\\/index.php?rest_route=\\/")
        .replace("/wp-json/", "/index.php?rest_route=/")
        .replace(
            "\"_embedded\"",
            "\"jetpack_featured_media_url\":\"https://a.example/j.jpg\",\"_x\"",
        );
    let site = read(&format!("[{plain}]")).feed.link;
    assert_eq!(
        site.as_ref().map(|link| link.as_str()),
        Some("https://a.example/")
    );
    assert_eq!(
        image(&item(&format!("[{plain}]"))),
        Some(("https://a.example/j.jpg", ""))
    );
}

#[test]
fn one_post_alone_is_a_feed_of_one() {
    let post = read(POST);
    assert_eq!(post.feed.format, Some(Format::WordPress));
    assert_eq!(post.feed.items.len(), 1);
    let status = read(status("").trim_matches(['[', ']']));
    assert_eq!(status.feed.format, Some(Format::Mastodon));
    assert_eq!(status.feed.items.len(), 1);
}

#[test]
fn what_yoast_says_of_a_post_stands_for_what_was_not_embedded() {
    let bare = POST.replace(
        "\"_embedded\"",
        r#""yoast_head_json":{"author":"Ada Neri","og_image":[{"width":1200,"height":630,
        "url":"https://a.example/og.jpg"}]},"_x""#,
    );
    let item = item(&format!("[{bare}]"));
    assert_eq!(image(&item), Some(("https://a.example/og.jpg", "")));
    assert_eq!(item.authors, ["Ada Neri"]);
}

#[test]
fn an_answer_to_somebody_else_is_no_article_and_a_thread_is_one() {
    let answers = |account: &str| {
        let answered =
            format!(",\"in_reply_to_id\":\"9\",\"in_reply_to_account_id\":\"{account}\"");
        let text = status(&answered).replace("\"account\":{", "\"account\":{\"id\":\"1\",");
        read(&text).feed.items.len()
    };
    assert_eq!((answers("1"), answers("2")), (1, 0));
    let answers = |account: &str| {
        let reply = format!(
            "\"text\":\"Nebbia\",\"reply\":{{\"parent\":{{\"uri\":\"at://{account}/app.bsky.feed.post/1\"}}}}"
        );
        read(&answer(&reply, "", "")).feed.items.len()
    };
    assert_eq!((answers("did:plc:abc"), answers("did:plc:xyz")), (1, 0));
}

#[test]
fn the_rss_of_mastodon_warns_as_its_api_does() {
    let picture = "<m:content url='https://m.example/1.jpg' medium='image'/>";
    for (written, headline) in [
        (
            "<p><strong>Content warning:</strong> spiders &amp; co</p><hr /><p>Eight legs.</p>",
            "spiders & co",
        ),
        (
            "<p><strong>閲覧注意：</strong> 蜘蛛</p><hr><p>八本の足</p>",
            "蜘蛛",
        ),
    ] {
        let warned = rss_item(&format!(
            "<description><![CDATA[{written}]]></description>{picture}"
        ));
        assert_eq!(warned.headline(), headline);
        assert!(warned.summary.is_none() && warned.image.is_none() && warned.enclosures.is_empty());
        // An article has what its author wrote.
        let article = rss_item(&format!(
            "<title>A</title><description><![CDATA[{written}]]></description>{picture}"
        ));
        assert!(article.summary.is_some() && article.image.is_some());
    }
    let hidden = picture.replace(
        "/>",
        "><m:rating scheme='urn:simple'>adult</m:rating></m:content>",
    );
    let hidden = rss_item(&format!("<description>Art</description>{hidden}"));
    assert!(hidden.image.is_none() && hidden.enclosures.is_empty());
}

#[test]
fn a_post_shows_what_it_asks_and_what_it_quotes() {
    let asked = status(r#","poll":{"options":[{"title":"Tea"},{"title":"Coffee & milk"}]}"#);
    let asked = plain(&item(&format!("[{asked}]")));
    assert_eq!(asked, "Nebbia #porto\n\nTea\n\nCoffee & milk");
    let quoted = r#","quote":{"quoted_status":{"url":"https://n.example/9","spoiler_text":"",
        "content":"<p>Fish sleep.</p>","account":{"acct":"kai","display_name":"Kai"}}}"#;
    let quoting = item(&format!("[{}]", status(quoted)));
    assert_eq!(plain(&quoting), "Nebbia #porto\n\nKai:\n\nFish sleep.");
    let warned = quoted.replace("\"spoiler_text\":\"\"", "\"spoiler_text\":\"fish\"");
    assert_eq!(
        plain(&item(&format!("[{}]", status(&warned)))),
        "Nebbia #porto"
    );
    let record = r#"{"uri":"at://did:plc:k/app.bsky.feed.post/9","author":{"handle":"kai.example"},
        "value":{"text":"Fish sleep."}}"#;
    for embed in [
        format!(r#","embed":{{"record":{record}}}"#),
        format!(r#","embed":{{"record":{{"record":{record}}},"media":{{"images":[]}}}}"#),
    ] {
        let html = item(&answer("\"text\":\"\"", &embed, "")).content;
        assert_eq!(
            html.map(|text| text.to_html()).as_deref(),
            Some(
                "<blockquote><p><a href=\"https://bsky.app/profile/kai.example/post/9\">@kai.example:</a></p>\
                 <p>Fish sleep.</p></blockquote>"
            )
        );
    }
    let blocked = r#","embed":{"record":{"uri":"at://did:plc:k/x/9","blocked":true}}"#;
    assert_eq!(
        plain(&item(&answer("\"text\":\"Nebbia\"", blocked, ""))),
        "Nebbia"
    );
}

#[test]
fn of_several_media_of_a_post_the_first_stands_for_it_and_sound_is_called_by_what_it_is() {
    let more = r#""media_attachments":[{"type":"unknown","url":"https://m.example/x"},"#;
    let two = status("").replace("\"media_attachments\":[", more);
    let two = two.replace("\"card\"", "\"x\"").replace(
        "}]",
        "},{\"type\":\"image\",\"url\":\"https://m.example/2.jpg\"}]",
    );
    let two = item(&format!("[{two}]"));
    assert_eq!(image(&two), Some(("https://m.example/p.jpg", "Il porto")));
    assert_eq!(two.enclosures, []);
    let sound = status("")
        .replace("\"image\"", "\"audio\"")
        .replace("p.jpg", "p.ogg")
        .replace("<p>Nebbia", "<p hidden>");
    assert_eq!(item(&format!("[{sound}]")).headline(), "Il porto");
}
