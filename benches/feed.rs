//! The speed of reading, beside feed-rs and rss, on the same generated feeds: `cargo bench`.
//!
//! feed-rs is measured with its `sanitize` feature, since Strillone's time includes making
//! the HTML safe; `rss` leaves HTML as it is and is the measure of mere XML.

#![allow(missing_docs, clippy::unwrap_used)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use strillone::feed::{self, Document};
use strillone::host::Native;

const SIZES: [(&str, usize); 3] = [
    ("100 KB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
];

/// A feed of about `size` bytes, its items as long as those of a site that sends whole texts.
fn generated(size: usize) -> String {
    let paragraph = "&lt;p&gt;The council met on &lt;em&gt;Monday&lt;/em&gt; and spoke of the \
        old harbour, the &lt;a href=\"https://news.example/ferry\"&gt;ferry&lt;/a&gt; and \
        whatever else there was to speak of, caf&amp;eacute;s and all.&lt;/p&gt;\n";
    let mut text = String::from(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>News</title>\
         <link>https://news.example/</link><description>News</description>\n",
    );
    let mut number = 0;
    while text.len() < size {
        number += 1;
        text.push_str(&format!(
            "<item><title>Harbour news, part {number}</title>\
             <link>https://news.example/{number}</link><guid>https://news.example/{number}</guid>\
             <pubDate>Sat, 07 Sep 2002 09:42:31 GMT</pubDate><dc:creator>Ada Neri</dc:creator>\
             <category>Harbour</category><description>A short summary of it.</description>\
             <content:encoded>{}</content:encoded></item>\n",
            paragraph.repeat(20)
        ));
    }
    text.push_str("</channel></rss>");
    text
}

fn read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rss");
    group.sample_size(10);
    for (name, size) in SIZES {
        let text = generated(size);
        let bytes = text.as_bytes();
        group.throughput(Throughput::Bytes(u64::try_from(bytes.len()).unwrap()));
        group.bench_function(BenchmarkId::new("strillone", name), |bencher| {
            bencher.iter(|| {
                let document = Document {
                    bytes,
                    address: None,
                    charset: None,
                    page: None,
                };
                feed::read(document, &Native)
            });
        });
        group.bench_function(BenchmarkId::new("feed-rs", name), |bencher| {
            bencher.iter(|| feed_rs::parser::parse(bytes).unwrap());
        });
        group.bench_function(BenchmarkId::new("rss", name), |bencher| {
            bencher.iter(|| rss::Channel::read_from(bytes).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
