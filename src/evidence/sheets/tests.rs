use std::fmt::Write as _;

use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

const HIDDEN: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Hidden));
const SHOWN: (Check, Option<Obstacle>) = (Check::Exact, None);

fn find_in(bytes: &[u8], quote: &str) -> (Check, Option<Obstacle>) {
    let wanted = SoughtQuote::of(quote);
    let pages = Snapshot::all(bytes, Media::Text, None, &[]);
    let found = pages.iter().map(|page| find(page, &[wanted]).remove(0));
    let best = found.min_by_key(|found| found.check).unwrap();
    (best.check, best.reason)
}

/// Makes a message of parts: media type, address, text.
fn message(parts: &[(&str, &str, &str)]) -> String {
    let mut all =
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/news/works.html\n\
        Content-Type: multipart/related; boundary=b\n\n"
            .to_owned();
    for (kind, address, text) in parts {
        let name = match address.strip_prefix("cid:") {
            Some(id) => format!("Content-ID: <{id}>"),
            None => format!("Content-Location: {address}"),
        };
        write!(all, "--b\nContent-Type: {kind}\n{name}\n\n{text}\n").unwrap();
    }
    all + "--b--\n"
}

const PAGE: &str = "https://a.example/news/works.html";

#[test]
fn sheets_are_found_by_relative_addresses() {
    let css = ".h { display: none }";
    for (link, address, sheet) in [
        (
            "<link rel=stylesheet href=s.css>",
            "https://a.example/news/s.css",
            css,
        ),
        ("<link rel=stylesheet href=s.css>", "s.css", css),
        (
            "<link rel=stylesheet href='/s.css?v=1#a'>",
            "https://a.example/s.css?v=1",
            css,
        ),
        (
            "<base href=/b/><link rel=stylesheet href=../s.css>",
            "https://a.example/s.css",
            css,
        ),
        ("<link rel=stylesheet href='cid:1@x'>", "cid:1@x", css),
        (
            "<style>@import 's.css';</style>",
            "https://a.example/news/s.css",
            css,
        ),
        ("<style>@IMPORT url(s.css) screen;</style>", "s.css", css),
        (
            "<style>@import url( \"../s.css\" );\n.k { color: red }</style>",
            "https://a.example/s.css",
            css,
        ),
    ] {
        let page =
            format!("<html>{link}<p>We will begin the works.<p class=h>We will end the works.");
        let mail = message(&[("text/html", PAGE, &page), ("text/css", address, sheet)]);
        assert_eq!(
            find_in(mail.as_bytes(), "We will end the works."),
            HIDDEN,
            "{link}"
        );
        assert_eq!(
            find_in(mail.as_bytes(), "We will begin the works."),
            SHOWN,
            "{link}"
        );
    }
}

#[test]
fn sheets_in_sheets_are_found() {
    let css = ".h { display: none }";
    let page = "<html><link rel=stylesheet href=s.css><p>We will begin the works.<p class=h>We will end the works.";
    let mail = message(&[
        ("text/html", PAGE, page),
        (
            "text/css",
            "https://a.example/news/s.css",
            "@import url(css/t.css);",
        ),
        (
            "text/css",
            "https://a.example/news/css/t.css",
            "@import '../u.css'; p { color: black }",
        ),
        ("text/css", "https://a.example/news/u.css", css),
    ]);
    assert_eq!(find_in(mail.as_bytes(), "We will end the works."), HIDDEN);
    // A sheet that imports itself ends.
    let mail = message(&[
        ("text/html", PAGE, page),
        (
            "text/css",
            "https://a.example/news/s.css",
            "@import 's.css'; @import 's.css'; .h { display: none }",
        ),
    ]);
    assert_eq!(find_in(mail.as_bytes(), "We will end the works."), HIDDEN);
    let print = page.replace("rel=", "media=print rel=");
    let mail = message(&[("text/html", PAGE, &print), ("text/css", "s.css", css)]);
    assert_eq!(find_in(mail.as_bytes(), "We will end the works."), SHOWN);
}

#[test]
fn a_frame_is_hidden_with_what_hides_it() {
    let frame = "<html><p>A frame says this “here”.<p hidden>Not a soul reads this.";
    for (around, found) in [
        ("<iframe src='cid:1@x'></iframe>", SHOWN),
        ("<div hidden><iframe src='cid:1@x'></iframe></div>", HIDDEN),
        (
            "<style>.f { display: none }</style><iframe class=f src='cid:1@x'></iframe>",
            HIDDEN,
        ),
        (
            "<iframe style='visibility: hidden' src='cid:1@x'></iframe>",
            HIDDEN,
        ),
    ] {
        let page = format!("<html><p>We will begin the works.{around}<p>We will end them.");
        let mail = message(&[
            ("text/html", PAGE, &page),
            ("text/html; charset=utf-8", "cid:1@x", frame),
        ]);
        assert_eq!(
            find_in(mail.as_bytes(), "A frame says this “here”."),
            found,
            "{around}"
        );
        assert_eq!(
            find_in(mail.as_bytes(), "Not a soul reads this."),
            HIDDEN,
            "{around}"
        );
        assert_eq!(find_in(mail.as_bytes(), "We will begin the works."), SHOWN);
        assert_eq!(
            find_in(mail.as_bytes(), "We never began it at all.").0,
            Check::Absent
        );
    }
    // Frames in each other end, and what no page shows in a frame stands by itself.
    let page = "<html><p>We will begin the works.<iframe src='cid:1@x'></iframe>";
    let mail = message(&[
        ("text/html", PAGE, page),
        (
            "text/html",
            "cid:1@x",
            "<html><p>The first frame says so.<iframe src='cid:2@x'></iframe>",
        ),
        (
            "text/html",
            "cid:2@x",
            "<html><p>The second frame says so.<iframe src='cid:1@x'></iframe>",
        ),
        ("text/html", "cid:3@x", "<html><p>The third frame says so."),
    ]);
    for which in ["first", "second", "third"] {
        let quote = format!("The {which} frame says so.");
        assert!(
            find_in(mail.as_bytes(), &quote).0 != Check::Absent,
            "{which}"
        );
    }
}

#[test]
fn sheets_that_stand_elsewhere_in_a_web_archive_are_read() {
    let record = |address: &str, kind: &str, body: &str| {
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}");
        format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
            answer.len()
        )
    };
    let page = "<html><link rel=stylesheet href=../s.css><p>We will begin the works.<p class=h>We will end the works.";
    let page = record(PAGE, "text/html", page);
    let sheet = record(
        "https://a.example/s.css",
        "text/css",
        ".h { display: none }",
    );
    for archive in [format!("{page}{sheet}"), format!("{sheet}{page}")] {
        assert_eq!(
            find_in(archive.as_bytes(), "We will end the works."),
            HIDDEN
        );
        assert_eq!(
            find_in(archive.as_bytes(), "We will begin the works."),
            SHOWN
        );
    }
}

#[test]
fn what_stands_in_a_frame_is_told_with_its_address() {
    let page = "<html><p>We will begin the works.<iframe src=/one></iframe><p>We will end them.";
    let one = "<html><p>The first frame says so.<iframe src='b'></iframe><p>It says more.";
    let mail = message(&[
        ("text/html", PAGE, page),
        ("text/html", "https://a.example/one", one),
        (
            "text/html",
            "https://a.example/b",
            "<html><p>The second “frame” says so.",
        ),
    ]);
    let snapshot = Snapshot::read(mail.as_bytes(), Media::Text);
    for (quote, frame) in [
        ("We will begin the works.", None),
        ("We will end them.", None),
        ("The first frame says so.", Some("https://a.example/one")),
        ("It says more.", Some("https://a.example/one")),
        ("The second “frame” says so.", Some("https://a.example/b")),
        ("We will begin the works. The first frame says so.", None),
    ] {
        let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
        assert_eq!(
            (found.check.is_verified(), found.frame.as_deref()),
            (true, frame),
            "{quote}"
        );
    }
}
