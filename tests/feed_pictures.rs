//! Which pictures and files an item has, and which picture stands for it.

#![allow(missing_docs)]

mod support;

use strillone::feed::{Item, Medium};
use support::{item, rss_item};

fn with_text(html: &str) -> Item {
    item(&format!(
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>\
         <link>https://a.example/</link><item><title>T</title><link>https://a.example/1</link>\
         <content:encoded><![CDATA[{html}]]></content:encoded></item></channel></rss>"
    ))
}

fn picture(item: &Item) -> &str {
    item.image
        .as_ref()
        .map_or("", |picture| picture.address.as_str())
}

/// The last part of the address of the picture that stands for a text.
fn picture_of(html: &str) -> String {
    let item = with_text(html);
    picture(&item).rsplit('/').next().unwrap_or("").to_owned()
}

#[test]
fn a_file_is_what_its_type_its_size_or_its_name_says() {
    for (attributes, medium) in [
        (
            "url='https://a.example/1' type='image/webp'",
            Medium::Picture,
        ),
        ("url='https://a.example/1.jpg' type=''", Medium::Picture),
        (
            "url='https://a.example/1.JPG?w=3' type='jpg'",
            Medium::Picture,
        ),
        (
            "url='https://a.example/1.png' type='application/octet-stream'",
            Medium::Picture,
        ),
        (
            "url='https://a.example/1.jpg' type='text/html'",
            Medium::Picture,
        ),
        ("url='https://a.example/1.jpg:large'", Medium::Picture),
        (
            "url='https://a.example/i?id=3&amp;format=jpg'",
            Medium::Picture,
        ),
        ("url='https://a.example/1' width='600'", Medium::Picture),
        ("url='https://a.example/1' medium='image'", Medium::Picture),
        (
            "url='https://a.example/1.mp4' width='600' height='400'",
            Medium::Video,
        ),
        (
            "url='https://a.example/1.mov' type='binary/octet-stream'",
            Medium::Video,
        ),
        ("url='https://a.example/1' type='VIDEO/MP4'", Medium::Video),
        ("url='https://a.example/1.mp3?x=1' type=''", Medium::Audio),
        ("url='https://a.example/get.php?file=/1.m4a'", Medium::Audio),
        (
            "url='https://a.example/1.opus' type='application/x-download'",
            Medium::Audio,
        ),
        (
            "url='https://a.example/1' type='application/pdf'",
            Medium::File,
        ),
        ("url='https://a.example/1.epub'", Medium::File),
        (
            "url='https://a.example/_next/image?url=%2Fb%2F1.jpg&amp;w=640'",
            Medium::Picture,
        ),
        (
            "url='https://a.example/live' type='application/x-mpegURL'",
            Medium::Video,
        ),
        ("url='https://a.example/1'", Medium::Unknown),
        (
            "url='https://a.example/1.torrent' type='application/x-bittorrent'",
            Medium::Unknown,
        ),
    ] {
        let item = rss_item(&format!("<title>T</title><m:content {attributes}/>"));
        let found: Vec<Medium> = item.enclosures.iter().map(|it| it.medium).collect();
        assert_eq!(found, [medium], "{attributes}");
    }
}

#[test]
fn what_nobody_can_use_is_no_file() {
    for attributes in [
        "url='https://a.example/1' type='application/x-shockwave-flash' medium='video'",
        "url='https://a.example/1.swf'",
        "url='https://a.example/watch' type='text/html'",
        "url='https://a.example/1.html'",
        "url='https://a.example/pixel.gif' type='image/gif' length='43'",
        "url='https://secure.gravatar.com/avatar/0?s=96' medium='image'",
    ] {
        let item = rss_item(&format!("<title>T</title><m:content {attributes}/>"));
        assert_eq!(item.enclosures, [], "{attributes}");
    }
}

#[test]
fn enclosures_of_atom_and_json_are_told_by_their_names_too() {
    let atom = item(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title>\
         <link rel='enclosure' href='https://a.example/1.jpeg'/></entry></feed>",
    );
    assert_eq!(picture(&atom), "https://a.example/1.jpeg");
    let json = item(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","content_text":"x",
        "attachments":[{"url":"https://a.example/1.webp","mime_type":""}]}]}"#,
    );
    assert_eq!(picture(&json), "https://a.example/1.webp");
}

#[test]
fn a_picture_that_is_loaded_late_is_found() {
    for (html, found) in [
        (
            "<img src='data:image/gif;base64,R0' data-src='/1.jpg'>",
            "1.jpg",
        ),
        ("<img src='blank.gif' data-lazy-src='/1.jpg'>", "1.jpg"),
        (
            "<img src='/images/1x1.png' data-original='/1.jpg'>",
            "1.jpg",
        ),
        ("<img src='lq.jpg' data-src='/1.jpg'>", "1.jpg"),
        ("<img src='/placeholder.jpg' data-echo='/1.jpg'>", "1.jpg"),
        (
            "<img data-srcset='/1.jpg 300w, /2.jpg 700w, /3.jpg 2000w'>",
            "2.jpg",
        ),
        (
            "<img src='/1.jpg' srcset='/1.jpg 300w, /2.jpg 500w'>",
            "2.jpg",
        ),
        (
            "<img src='/1.jpg' srcset='/c_fit,w_9/2.jpg 640w,/3.jpg 300w'>",
            "2.jpg",
        ),
        ("<img width=400 srcset='/1.jpg, /2.jpg 2x'>", "2.jpg"),
        (
            "<img srcset='data:image/gif;base64,R0 1w' src='/1.jpg'>",
            "1.jpg",
        ),
        (
            "<picture><source srcset='/1.webp'><img src='data:,'></picture>",
            "1.webp",
        ),
        (
            "<picture><source srcset='/1.webp'><img src='/1.jpg'></picture>",
            "1.jpg",
        ),
        ("<amp-img src='/1.jpg' width=600></amp-img>", "1.jpg"),
        ("<video poster='/1.jpg' src='/1.mp4'></video>", "1.jpg"),
        (
            "<img src='data:,'><noscript><img src='/1.jpg'></noscript>",
            "1.jpg",
        ),
        (
            "<noscript><img src='/1.jpg'></noscript><img src='data:,'>",
            "1.jpg",
        ),
        ("<img src='/spacer.gif'>", ""),
        ("<img src='/ajax-loader.gif'>", ""),
        ("<img src='/loading-dock.jpg'>", "loading-dock.jpg"),
    ] {
        assert_eq!(picture_of(html), found, "{html}");
    }
}

#[test]
fn a_lazy_picture_and_the_one_for_readers_without_scripts_are_one() {
    let item =
        with_text("<img src='data:,' data-src='/1.jpg'><noscript><img src='/1.jpg'></noscript>");
    let html = item.content.map(|text| text.to_html()).unwrap_or_default();
    assert_eq!(html.matches("<img").count(), 1, "{html}");
}

#[test]
fn what_belongs_to_the_page_does_not_stand_for_the_article() {
    for decoration in [
        "<img class='wp-smiley' alt=':)' src='/s.png'>",
        "<img src='https://s.w.org/images/core/emoji/14/72x72/1f600.png'>",
        "<img alt='😀' src='/x.png'>",
        "<img src='https://secure.gravatar.com/avatar/0?s=96'>",
        "<img src='https://avatars.example.com/u/1?v=4'>",
        "<img class='author-avatar' src='/ada.jpg'>",
        "<img src='/share/facebook-icon.png'>",
        "<a href='https://www.facebook.com/sharer.php?u=x'><img src='/fb.jpg'></a>",
        "<a href='https://twitter.com/intent/tweet?x'><img src='/tw.jpg'></a>",
        "<img src='https://feeds.feedburner.com/~ff/x?d=1'>",
        "<img src='https://pixel.wp.com/b.gif?x'>",
        "<img src='/count.jpg' width=1 height=1>",
        "<img src='/count.jpg' style='border:0; width: 1px'>",
        "<img src='/x.jpg' style='display:none'>",
        "<img src='/x.jpg' hidden>",
        "<img src='/x.jpg' style='opacity: 0'>",
        "<div style='display: none'><img src='/x.jpg'></div>",
        "<p hidden><img src='/x.jpg'></p>",
        "<img class='author-photo' src='/ada.jpg'>",
        "<img src='https://medium.com/_/stat?event=x'>",
        "<img src='https://mail.example/track/open.php?u=1'>",
        "<img src='https://api.flattr.com/button/flattr.png'>",
        "<img src='https://travis-ci.org/a/b.svg?branch=main'>",
        "<a href='https://www.blogger.com/share-post.g?blogID=1'><img src='/sprite.jpg'></a>",
    ] {
        let html = format!("{decoration}<p>a</p><img src='/article.jpg'>");
        assert_eq!(picture_of(&html), "article.jpg", "{html}");
        assert_eq!(picture_of(decoration), "", "{decoration}");
    }
    for article in ["fashion-icon.jpg", "avatar-film.jpg", "share-prices.jpg"] {
        assert_eq!(picture_of(&format!("<img src='/{article}'>")), article);
    }
}

#[test]
fn an_emoji_is_a_letter_of_its_text() {
    let item = with_text("<p>Hi <img class='emoji' alt='😀' src='/e.png'>!</p>");
    let text = item.content.map(|text| text.plain_text());
    assert_eq!(text.as_deref(), Some("Hi 😀!"));
}

#[test]
fn a_small_picture_never_wins_over_a_larger_one() {
    let large = "<content:encoded><![CDATA[<img src='https://a.example/l.jpg' width=640>]]></content:encoded>";
    for small in [
        "<m:thumbnail url='https://a.example/s.jpg' width='72' height='72'/>",
        "<m:thumbnail url='https://a.example/s72-c/s.jpg'/>",
        "<m:thumbnail url='https://a.example/s-60x60.jpg'/>",
        "<m:thumbnail url='https://a.example/s.jpg?w=90'/>",
        "<m:thumbnail url='https://a.example/s75x75_c1/s.jpg'/>",
        "<m:thumbnail url='https://a.example/cdn-cgi/image/width=64,height=64/s.jpg'/>",
        "<m:content url='https://a.example/s.jpg' width='300' height='40' medium='image'/>",
    ] {
        let item = rss_item(&format!("<title>T</title>{small}{large}"));
        assert_eq!(picture(&item), "https://a.example/l.jpg", "{small}");
        let alone = rss_item(&format!("<title>T</title>{small}")).image;
        assert!(alone.is_some_and(|picture| picture.is_small()), "{small}");
    }
}

#[test]
fn a_picture_above_the_text_is_not_in_it_again() {
    for (above, within) in [
        ("https://a.example/p/1.jpg", "https://a.example/p/1.jpg"),
        (
            "https://a.example/p/1.jpg?w=1200",
            "http://a.example/p/1.jpg?w=600",
        ),
        (
            "https://a.example/1-1024x683.jpg",
            "https://a.example/1.jpg",
        ),
        (
            "https://a.example/1-scaled.jpg",
            "https://a.example/1-300x200.jpg",
        ),
        (
            "https://b.example/s640/1.jpg",
            "https://b.example/s1600/1.jpg",
        ),
        (
            "https://i0.wp.com/a.example/1.jpg?fit=9%2C9",
            "https://a.example/1.jpg",
        ),
        ("http://www.a.example/1.jpg", "https://a.example/1.jpg"),
        ("https://a.example/1.jpg.webp", "https://a.example/1.jpg"),
        (
            "https://a.example/images/size/w1000/format/webp/b/1.jpg",
            "https://a.example/images/b/1.jpg",
        ),
        (
            "https://a.example/files/styles/large/public/b/1.jpg?itok=x",
            "https://a.example/files/b/1.jpg",
        ),
        (
            "https://a.example/1_480x480.jpg?v=7",
            "https://a.example/1_large.jpg?v=7",
        ),
        (
            "https://a.example/wiki/thumb/a/ab/P.jpg/640px-P.jpg",
            "https://a.example/wiki/a/ab/P.jpg",
        ),
        (
            "https://b.example/fetch/w_1456/https%3A%2F%2Fa.example%2F1.jpg",
            "https://b.example/fetch/f_auto/https%3A%2F%2Fa.example%2F1.jpg",
        ),
    ] {
        for element in ["description", "content:encoded"] {
            let item = rss_item(&format!(
                "<title>T</title><enclosure url='{above}' type='image/jpeg'/>\
                 <{element}><![CDATA[<p><a href='/x'><img src='{within}' width='9000'></a></p><p>Words</p>\
                 <img src='https://a.example/other.jpg' width='9001'>]]></{element}>"
            ));
            let preview = item.preview();
            assert_eq!(picture(&item), above);
            assert!(preview.picture.is_some());
            assert_eq!(
                preview.text.to_html().matches("<img").count(),
                1,
                "{above} {within}"
            );
        }
    }
    // An address that names its picture in the query.
    let item = rss_item(
        "<title>T</title><enclosure url='https://a.example/i?id=1' type='image/jpeg'/>\
         <description><![CDATA[<img src='https://a.example/i?id=2'>]]></description>",
    );
    assert!(item.preview().text.to_html().contains("id=2"));
}

#[test]
fn media_say_what_they_are_the_deeper_level_first() {
    let item = rss_item(
        "<m:title>Of the item</m:title><m:description>Item</m:description><m:group>\
         <m:title>Of the group</m:title><m:description>Group\n\nTwo</m:description>\
         <m:thumbnail url='https://a.example/1.jpg'/>\
         <m:content url='https://a.example/1.mp4' type='video/mp4'><m:title>Of the film</m:title></m:content>\
         <m:player url='https://a.example/watch'/></m:group>",
    );
    assert_eq!(item.title.as_deref(), Some("Of the film"));
    let summary = item.summary.as_ref().map(|text| text.plain_text());
    assert_eq!(summary.as_deref(), Some("Group\n\nTwo"));
    assert_eq!(picture(&item), "https://a.example/1.jpg");
    let link = item.link.as_ref().map(|link| link.as_str());
    assert_eq!(link, Some("https://a.example/watch"));
}

#[test]
fn what_is_said_of_a_picture_stands_for_it() {
    let item = rss_item(
        "<title>T</title><m:content url='https://a.example/1.jpg'>\
         <m:description>A cat</m:description></m:content>",
    );
    assert_eq!(
        item.image.map(|it| it.alternative).as_deref(),
        Some("A cat")
    );
    assert_eq!(item.summary, None);
}

#[test]
fn pictures_are_found_where_they_are_written_otherwise() {
    for written in [
        "<image>https://a.example/1.jpg</image>",
        "<image><url>https://a.example/1.jpg</url><link>https://a.example/</link></image>",
        "<image><link>https://a.example/1.jpg</link></image>",
        "<m:thumbnail>https://a.example/1.jpg</m:thumbnail>",
        "<enclosure>https://a.example/1.jpg</enclosure>",
        "<thumb>https://a.example/1.jpg</thumb>",
        "<StoryImage>https://a.example/1.jpg</StoryImage>",
        "<News:Image xmlns:News='https://www.bing.com/news/search?q=x'>https://a.example/1.jpg</News:Image>",
    ] {
        let item = rss_item(&format!("<title>T</title>{written}"));
        assert_eq!(picture(&item), "https://a.example/1.jpg", "{written}");
    }
}

#[test]
fn a_text_of_players_alone_links_to_them() {
    for (html, shown) in [
        (
            "<figure><iframe src='https://v.example/embed/1' title='Launch'></iframe></figure>",
            "<p><a href=\"https://v.example/embed/1\">Launch</a></p>",
        ),
        (
            "<iframe src='https://www.youtube.com/embed/x1'></iframe>",
            "<p><a href=\"https://www.youtube.com/embed/x1\">🎬 youtube.com</a></p>",
        ),
        (
            "<audio src='https://a.example/1.mp3'></audio>",
            "<p><a href=\"https://a.example/1.mp3\">🎧 a.example</a></p>",
        ),
        (
            "<iframe data-src='https://www.v.example/1'></iframe>",
            "<p><a href=\"https://www.v.example/1\">v.example</a></p>",
        ),
        (
            "<video controls><source src='https://v.example/1.mp4'>No video</video>",
            "<p><a href=\"https://v.example/1.mp4\">🎬 v.example</a></p>",
        ),
        (
            "<lite-youtube videoid='x1' title='Film'></lite-youtube>",
            "<p><a href=\"https://www.youtube.com/watch?v=x1\">Film</a></p>",
        ),
        (
            "<iframe src='https://a.example/t' width=0 height=0></iframe>",
            "",
        ),
        (
            "<iframe src='https://v.example/1'></iframe><p>Words</p>",
            "<p>Words</p>",
        ),
    ] {
        let text = with_text(html).content;
        let shown_text = text.map(|text| text.to_html()).unwrap_or_default();
        assert_eq!(shown_text, shown, "{html}");
    }
}

#[test]
fn two_sizes_of_a_picture_are_one_whatever_its_server_calls_them() {
    for (large, small) in [
        (
            "live.staticflickr.com/65535/54_abc_b.jpg",
            "live.staticflickr.com/65535/54_abc_m.jpg",
        ),
        (
            "i.ytimg.com/vi/abc-_1/maxresdefault.jpg",
            "i2.ytimg.com/vi_webp/abc-_1/hqdefault.webp",
        ),
        (
            "miro.medium.com/v2/resize:fit:1200/1*AbC.jpeg",
            "cdn-images-1.medium.com/max/800/1*AbC.jpeg",
        ),
        (
            "i.vimeocdn.com/video/9-abc-d_1280x720",
            "i.vimeocdn.com/video/9-abc-d_640",
        ),
        (
            "ichef.bbci.co.uk/news/1024/branded_news/5a/live/x.jpg",
            "ichef.bbci.co.uk/ace/standard/240/cpsprodpb/5a/live/x.jpg",
        ),
        (
            "i.pinimg.com/originals/ab/cd/ef/abcdef.jpg",
            "i.pinimg.com/564x/ab/cd/ef/abcdef.jpg",
        ),
        (
            "static.wixstatic.com/media/1_a~mv2.jpg/v1/fit/w_1000,h_667/file.png",
            "static.wixstatic.com/media/1_a~mv2.jpg/v1/fill/w_300,h_200/b.jpg",
        ),
        (
            "upload.wikimedia.org/c/thumb/a/ab/Name.jpg/640px-Name.jpg",
            "upload.wikimedia.org/c/a/ab/Name.jpg",
        ),
    ] {
        let twins = rss_item(&format!(
            "<title>T</title><enclosure url='https://{large}' type='image/jpeg'/>\
             <description><![CDATA[<p>x</p><img src='https://{small}'>]]></description>"
        ));
        let preview = twins.preview();
        assert!(preview.picture.is_some(), "{large}");
        assert_eq!(preview.text.to_html(), "<p>x</p>", "{small}");
    }
    let others = rss_item(
        "<title>T</title><enclosure url='https://i.ytimg.com/vi/a/hqdefault.jpg' type='image/jpeg'/>\
         <description><![CDATA[<img src='https://i.ytimg.com/vi/b/hqdefault.jpg'>]]></description>",
    );
    assert!(others.preview().text.to_html().contains("/vi/b/"));
}

#[test]
fn the_name_of_a_file_describes_no_picture() {
    for (written, said) in [
        ("IMG_0012.JPG", ""),
        ("DSC_0012", ""),
        ("image", ""),
        ("Screenshot-2", ""),
        ("The harbour", "The harbour"),
        ("Bay", "Bay"),
    ] {
        let item = with_text(&format!(
            "<p>x</p><img src='https://a.example/1.jpg' alt='{written}'>"
        ));
        let picture = item.image.map(|picture| picture.alternative);
        assert_eq!(picture.as_deref(), Some(said), "{written}");
    }
}

#[test]
fn enclosures_of_rss_1_are_read_in_both_their_forms() {
    // http://www.xs4all.nl/~foz/mod_enclosure.html
    let feed = |enclosure: &str| {
        item(&format!(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
             xmlns='http://purl.org/rss/1.0/' xmlns:enc='http://purl.oclc.org/net/rss_2.0/enc#'>\
             <item rdf:about='https://a.example/1'><title>T</title>{enclosure}</item></rdf:RDF>"
        ))
    };
    for written in [
        "<enc:enclosure rdf:resource='https://a.example/1.mp3' enc:type='audio/mpeg' enc:length='7'/>",
        "<enc:enclosure><enc:Enclosure><enc:url>https://a.example/1.mp3</enc:url>\
         <enc:type>audio/mpeg</enc:type><enc:length>7</enc:length></enc:Enclosure></enc:enclosure>",
    ] {
        let item = feed(written);
        let file = item.enclosures.first().map(|it| (it.medium, it.length));
        assert_eq!(file, Some((Medium::Audio, Some(7))), "{written}");
    }
}

#[test]
fn a_picture_of_the_item_stands_for_it_before_one_of_its_text() {
    // Ghost offers the picture above the article in full width.
    let offered = |width: u32| {
        let item = rss_item(&format!(
            "<title>T</title><m:content url='https://a.example/top.jpg' medium='image' width='{width}'/>\
             <description><![CDATA[<p>x</p><img src='https://a.example/1.jpg' width='600'>]]></description>"
        ));
        picture(&item).to_owned()
    };
    assert_eq!(offered(2_000), "https://a.example/top.jpg");
    assert_eq!(offered(150), "https://a.example/1.jpg");
}

#[test]
fn of_the_forms_of_one_film_one_is_played() {
    let film = "<m:content url='https://a.example/1080.mp4' type='video/mp4'/>\
                <m:content url='https://a.example/480.mp4' type='video/mp4'/>";
    let played = |inner: &str| {
        rss_item(&format!("<title>T</title>{inner}"))
            .enclosures
            .len()
    };
    assert_eq!(played(&format!("<m:group>{film}</m:group>")), 1);
    assert_eq!(played(film), 2);
}
