//! Any bytes, or a page of tags made of pieces, as what is captured: its record is read as it is written, and
//! its source's entry is YAML of one source.

use arbitrary::{Result, Unstructured};
use brief::capture::{Captured, Record, Request};
use brief::evidence::{Kept, Media};

use crate::grammar;

/// What tells of itself, each with room for a value.
const TAGS: &[&str] = &[
    "<title>@</title>",
    "<html lang='@'>",
    "<meta property=og:title content='@'>",
    "<meta property=og:site_name content='@'>",
    "<meta property=og:url content='@'>",
    "<meta property=article:published_time content='@'>",
    "<meta name=author content='@'>",
    "<meta name=DC.date content='@'>",
    "<meta name=citation_author content='@'>",
    "<meta name=citation_journal_title content='@'>",
    "<meta name=citation_doi content='@'>",
    "<meta itemprop=datePublished content='@'>",
    "<link rel=canonical href='@'>",
    "<article><time datetime='@' pubdate>",
    "<!-- saved from url=(0009)@ -->",
    "<!-- Page saved with SingleFile url: @ saved date: @ -->",
    "<script type=application/ld+json>@</script>",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"@\"}</script>",
    "<script type=application/ld+json>{\"@graph\":[{\"@type\":[\"Article\"],\"author\":{\"@id\":\"a\"},\"datePublished\":\"@\"},{\"@id\":\"a\",\"name\":\"@\"}]}</script>",
    "<p>@",
];

/// Values that mean something to who reads them.
const VALUES: &[&str] = &[
    "2026-11-21",
    "2026-11-21T02:30:00Z",
    "20261121",
    "21 Nov 2026",
    "https://desk.example/works",
    "https://web.archive.org/web/20261122101500/https://desk.example/works",
    "https://archive.ph/2026.11.22-1/",
    "https://",
    "The Desk",
    "Title | The Desk",
    "By Ann Example",
    "uk_UA",
    "TODO",
    "10.1000/182",
    "",
];

pub(crate) fn run(bytes: &[u8]) {
    let Ok((page, request)) = made(&mut Unstructured::new(bytes)) else {
        return;
    };
    let charset = request
        .as_ref()
        .and_then(|request| request.charset.as_deref());
    let Ok(kept) = Kept::read(&page, Media::Html, charset) else {
        return;
    };
    let captured = Captured {
        at: "2026-11-23".to_owned(),
        by: "brief".to_owned(),
        given: Some("page.html".to_owned()),
        request,
    };
    let mut record = Record::of(&kept, captured);
    record.keep_as("page.html".to_owned());
    let text = record.write().expect("YAML");
    assert_eq!(
        Record::read(text.as_bytes()).expect("a record"),
        record,
        "{text}"
    );
    for id in record.ids().take(3) {
        let entry = record.entry(&id);
        let yaml: serde_json::Value =
            serde_yaml::from_str(&format!("sources:\n{entry}")).expect("YAML");
        let fields = yaml["sources"][&id].as_object().expect("a source");
        assert_eq!(fields["snapshot"], "page.html", "{entry}");
        assert_eq!(
            yaml.as_object().map(serde_json::Map::len),
            Some(1),
            "{entry}"
        );
    }
}

fn made(from: &mut Unstructured<'_>) -> Result<(Vec<u8>, Option<Request>)> {
    let request = from.ratio(1, 2)?.then(|| Request {
        address: "https://desk.example/works".to_owned(),
        charset: Some("windows-1251".to_owned()),
        ..Request::default()
    });
    if from.ratio(1, 4)? {
        let length = from.arbitrary_len::<u8>()?;
        return Ok((from.bytes(length)?.to_vec(), request));
    }
    let mut page = String::new();
    for _ in 0..from.int_in_range(1..=20)? {
        let tag = *from.choose(TAGS)?;
        for (index, part) in tag.split('@').enumerate() {
            // The names of JSON-LD begin with the same sign.
            if index > 0 && part.starts_with(|c: char| c.is_ascii_lowercase()) {
                page.push('@');
            } else if index > 0 && from.ratio(2, 3)? {
                page.push_str(from.choose(VALUES)?);
            } else if index > 0 {
                page.push_str(&grammar::text(from)?);
            }
            page.push_str(part);
        }
    }
    page.push_str("<p>The council met on Friday.");
    Ok((page.into_bytes(), request))
}
