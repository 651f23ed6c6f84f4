use std::io::Write as _;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};

use crate::evidence::{Address, Form, Media, Snapshot, SoughtQuote, find, unpack};
use crate::model::{Check, Obstacle};

fn record(kind: &str, address: &str, block: &[u8]) -> Vec<u8> {
    let mut record = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-11-25T06:00:00Z\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        block.len()
    )
    .into_bytes();
    record.extend_from_slice(block);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

fn answer(status: u16, kind: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n\r\n{body}").into_bytes()
}

fn page(address: &str, body: &str) -> Vec<u8> {
    record(
        "response",
        address,
        &answer(200, "text/html; charset=utf-8", body),
    )
}

const BRIDGE: &str = "https://gazette.example/bridge";
const WORKS: &str = "https://gazette.example/works?id=1";

/// An archive with two pages, and what is none.
fn records() -> Vec<Vec<u8>> {
    vec![
        record("warcinfo", "x", b"software: by hand\r\n"),
        record("request", WORKS, b"GET /works HTTP/1.1\r\n\r\n"),
        record(
            "response",
            "https://gazette.example/old",
            &answer(301, "text/html", "<p>We moved the works to another page."),
        ),
        page(BRIDGE, "<p>The bridge is closed, the council said."),
        record(
            "response",
            "https://gazette.example/a.css",
            &answer(200, "text/css", "p{content:'We will end the works.'}"),
        ),
        page(
            WORKS,
            "<p>“We will begin the works in the spring,” she said.",
        ),
        record(
            "response",
            "https://gazette.example/x",
            &answer(404, "text/html", "<p>There is no such page here."),
        ),
    ]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The same archive as one file, packed record by record, and in a ZIP.
fn forms() -> Vec<(Form, Vec<u8>)> {
    let packed = records()
        .iter()
        .flat_map(|record| gzip(record))
        .collect::<Vec<_>>();
    vec![
        (Form::Warc, records().concat()),
        (Form::Warc, packed.clone()),
        (Form::Wacz, zip(&[("archive/data.warc.gz", &packed)])),
        (Form::Wacz, zip(&[("archive/data.warc", &packed)])),
        (
            Form::Wacz,
            zip(&[
                ("datapackage.json", b"{}"),
                ("archive/a.warc", &records().concat()),
            ]),
        ),
    ]
}

/// A ZIP of some files: the first is stored, others are deflated.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut all = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut all);
    for (index, (name, bytes)) in files.iter().enumerate() {
        let method = if index == 0 {
            rawzip::CompressionMethod::STORE
        } else {
            rawzip::CompressionMethod::DEFLATE
        };
        let (mut entry, config) = archive
            .new_file(name)
            .compression_method(method)
            .start()
            .unwrap();
        if index == 0 {
            let mut writer = config.wrap(&mut entry);
            writer.write_all(bytes).unwrap();
            let (_, descriptor) = writer.finish().unwrap();
            entry.finish(descriptor).unwrap();
        } else {
            let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
            writer.write_all(bytes).unwrap();
            let (encoder, descriptor) = writer.finish().unwrap();
            encoder.finish().unwrap();
            entry.finish(descriptor).unwrap();
        }
    }
    archive.finish().unwrap();
    all
}

fn look(
    bytes: &[u8],
    addresses: &[&str],
    quote: &str,
) -> (Check, Option<Obstacle>, Option<String>) {
    let addresses: Vec<Address> = addresses
        .iter()
        .map(|address| Address::of(address))
        .collect();
    let wanted = SoughtQuote::of(quote);
    let pages = Snapshot::all(bytes, Media::Text, None, &addresses);
    let found = pages
        .iter()
        .map(|page| (page, find(page, &[wanted]).remove(0)));
    let (page, best) = found.min_by_key(|(_, found)| found.check).unwrap();
    let record = page.record().filter(|_| best.check.is_verified());
    (
        best.check,
        best.reason,
        record.and_then(|record| record.address.clone()),
    )
}

#[test]
fn every_page_is_looked_in_and_named() {
    for (form, bytes) in forms() {
        assert_eq!(unpack(&bytes, Media::Text, None, &[]).unwrap().form, form);
        for (quote, address) in [
            ("“We will begin the works in the spring,” she said.", WORKS),
            ("The bridge is closed, the council said.", BRIDGE),
        ] {
            assert_eq!(
                look(&bytes, &[], quote),
                (Check::Exact, None, Some(address.to_owned())),
                "{form:?}"
            );
        }
        for quote in [
            "We moved the works to another page.",
            "There is no such page here.",
            "We will end the works.",
        ] {
            assert_eq!(
                look(&bytes, &[], quote).0,
                Check::Absent,
                "{quote} in {form:?}"
            );
        }
    }
}

/// The address of the source says which page is meant; `www.`, the scheme and what stands after `#` do not.
#[test]
fn the_address_of_the_source_says_which_page_is_meant() {
    for (_, bytes) in forms() {
        for address in [WORKS, "http://www.gazette.example/works?id=1#top"] {
            assert_eq!(
                look(&bytes, &[address], "We will begin the works in the spring").0,
                Check::Exact
            );
            assert_eq!(
                look(
                    &bytes,
                    &[address],
                    "The bridge is closed, the council said."
                )
                .0,
                Check::Absent
            );
        }
        for address in [
            "https://gazette.example/works?id=2",
            "https://gazette.example/x",
        ] {
            assert_eq!(
                look(
                    &bytes,
                    &[address],
                    "The bridge is closed, the council said."
                )
                .0,
                Check::Exact
            );
        }
    }
}

#[test]
fn a_packed_archive_lists_its_pages() {
    let list = format!(
        "{{\"format\": \"json-pages-1.0\"}}\n{{\"url\": \"{WORKS}\", \"ts\": \"2026-11-25T06:00:00Z\"}}\n"
    );
    let bytes = zip(&[
        ("pages/pages.jsonl", list.as_bytes()),
        ("archive/a.warc", &records().concat()),
    ]);
    assert_eq!(
        look(&bytes, &[], "We will begin the works in the spring").0,
        Check::Exact
    );
    assert_eq!(
        look(&bytes, &[], "The bridge is closed, the council said.").0,
        Check::Absent
    );
    assert_eq!(
        look(&bytes, &[BRIDGE], "The bridge is closed, the council said.").0,
        Check::Exact
    );
}

#[test]
fn what_else_is_packed_is_no_archive() {
    for other in [
        zip(&[("word/document.xml", b"<w:p>We will begin the works.")]),
        b"PK\x03\x04We will begin".to_vec(),
    ] {
        assert_eq!(
            look(&other, &[], "We will begin the works.").1,
            Some(Obstacle::Packed)
        );
    }
    let empty = [
        record("warcinfo", "x", b"a"),
        record("response", "x", &answer(404, "text/html", "<p>no")),
    ]
    .concat();
    assert_eq!(
        look(&empty, &[], "We will begin the works.").1,
        Some(Obstacle::NoPage)
    );
}

/// What is damaged or packed in a way that is not read leaves it open what stands there.
#[test]
fn while_something_is_not_read_nothing_is_absent() {
    let quote = "We will end the works in the summer.";
    let whole = records().concat();
    for end in (5..whole.len()).step_by(11) {
        let cut = whole.get(..end).unwrap();
        let (check, ..) = look(cut, &[], quote);
        assert!(!check.is_verified());
        // Nothing says how many records there are.
        let is_between =
            cut.trim_ascii_end().len() < cut.len() && cut.ends_with(b"\n") || cut.ends_with(b"\r");
        assert!(check == Check::CannotCheck || is_between, "{end}");
    }
    let mut zstd = records();
    zstd.push(record("response", "https://gazette.example/z",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: zstd\r\n\r\n\x28\xB5\x2F\xFD\x99\xFF"));
    assert_eq!(
        look(&zstd.concat(), &[], quote).1,
        Some(Obstacle::Compressed)
    );
    let lies = String::from_utf8(records().concat())
        .unwrap()
        .replace("Content-Length: 1", "Content-Length: 91");
    assert_eq!(
        look(lies.as_bytes(), &[], quote).1,
        Some(Obstacle::BrokenArchive)
    );
    let packed = gzip(&whole);
    let cut = packed.get(..packed.len() - 20).unwrap();
    assert_eq!(look(cut, &[], quote).1, Some(Obstacle::BrokenArchive));
}

#[test]
fn a_page_that_is_cut_or_held_elsewhere_is_not_absent() {
    let quote = "We will end the works in the summer.";
    let as_before = |kind| record("revisit", WORKS, &answer(200, kind, ""));
    let bridge = page(BRIDGE, "<p>The bridge is closed.");
    let with = |other: Vec<u8>| [bridge.clone(), other].concat();
    let broken = (Check::CannotCheck, Some(Obstacle::BrokenArchive), None);
    let html = with(as_before("text/html"));
    assert_eq!(look(&html, &[WORKS], quote), broken);
    assert_eq!(look(&html, &[], quote), broken);
    let absent = (Check::Absent, None, None);
    assert_eq!(
        look(&with(as_before("text/html")), &[BRIDGE], quote),
        absent
    );
    assert_eq!(look(&with(as_before("image/png")), &[], quote), absent);
    let whole = page(WORKS, "<p>The works go on.");
    let twice = [whole.clone(), as_before("text/html")].concat();
    assert_eq!(look(&twice, &[WORKS], quote), absent);
    let cut = String::from_utf8(whole).unwrap();
    let cut = cut.replace(
        "Content-Type: app",
        "WARC-Truncated: length\r\nContent-Type: app",
    );
    assert_eq!(look(cut.as_bytes(), &[], quote), broken);
}

#[test]
fn a_pdf_and_a_plain_text_in_an_archive_are_pages() {
    let pdf = include_bytes!("../../../tests/fixtures/snapshots/libreoffice.pdf");
    let mut block = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n".to_vec();
    block.extend_from_slice(pdf);
    let text = record(
        "resource",
        "https://gazette.example/a.txt",
        b"We will begin the works.",
    )
    .iter()
    .map(|byte| char::from(*byte))
    .collect::<String>()
    .replace("application/http; msgtype=response", "text/plain");
    let bytes = [
        record("response", "https://gazette.example/a.pdf", &block),
        text.into_bytes(),
    ]
    .concat();
    for quote in [
        "We will find the offices of the affiliated fishermen",
        "We will begin the works.",
    ] {
        assert!(look(&bytes, &[], quote).0.is_verified(), "{quote}");
    }
}

#[test]
fn a_page_in_a_frame_is_of_the_page_that_shows_it() {
    const FRAME: &str = "https://other.example/frame?a=1&b=2";
    let look = |around: &str, quote: &str| {
        let body = format!(
            "<p>The bridge is closed, the council said.{}",
            around.replace("FRAME", "//other.example/frame?a=1&amp;b=2")
        );
        let archive = [
            page(FRAME, "<p>We will begin the works."),
            page(BRIDGE, &body),
        ]
        .concat();
        let pages = Snapshot::all(&archive, Media::Text, None, &[Address::of(BRIDGE)]);
        assert_eq!(pages.len(), 1, "{around}");
        find(&pages[0], &[SoughtQuote::of(quote)]).remove(0)
    };
    let shown = "<iframe src='FRAME'></iframe>";
    let found = look(shown, "We will begin the works.");
    assert_eq!(
        (found.check, found.frame.as_deref()),
        (Check::Exact, Some(FRAME))
    );
    assert_eq!(look(shown, "The bridge is closed").frame, None);
    let hidden = look(
        "<div hidden><iframe src='FRAME'></iframe></div>",
        "We will begin the works.",
    );
    assert_eq!(
        (hidden.check, hidden.reason),
        (Check::CannotCheck, Some(Obstacle::Hidden))
    );
    let apart = look("<a href='FRAME'>more</a>", "We will begin the works.");
    assert_eq!(apart.check, Check::Absent);
}

#[test]
fn style_sheets_are_known_by_the_whole_of_their_address() {
    let sheet = |query: &str, css: &str| {
        let address = format!("https://gazette.example/a.css?{query}");
        record("response", &address, &answer(200, "text/css", css))
    };
    let archive = [
        page(
            BRIDGE,
            "<link rel=stylesheet href='/a.css?v=1'><p>The bridge is closed.<p class=h>We will begin the works.",
        ),
        sheet("v=1", ".h{display:none}"),
        sheet("v=2", "p{display:none}"),
    ];
    let snapshot = Snapshot::read(&archive.concat(), Media::Text);
    let look = |quote| find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
    assert_eq!(look("The bridge is closed.").check, Check::Exact);
    assert_eq!(
        look("We will begin the works.").reason,
        Some(Obstacle::Hidden)
    );
}
