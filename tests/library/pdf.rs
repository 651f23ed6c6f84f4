//! What is read of a printed brief, and what is said of one that is too long.

use brief::PageLimit;
use brief::diagnostics::terminal::{Style, render};
use brief::diagnostics::{Diagnostics, NamedText};
use brief::pdf::{PdfError, Printed};

use crate::golden;
use crate::printed::{Print, pdf};

const A4: (f32, f32) = (595.0, 842.0);

fn print<'a>(pages: &'a [&'a [&'a str]]) -> Print<'a> {
    Print {
        title: "Trams",
        size: A4,
        pages,
        without: "",
    }
}

const PAGES: &[&[&str]] = &[
    &["Trams", "# Bottom line", "Line 4 goes, the mayor said."],
    &["It went.", "# Timeline", "1 May: it goes -"],
    &[
        "2 May: it",
        "is gone",
        "# Sources and method",
        "The Gazette",
    ],
];

#[test]
fn words_are_counted_by_section_and_page() {
    let printed = Printed::read(pdf(&print(PAGES))).unwrap();
    assert_eq!(printed.title, "Trams");
    assert_eq!(printed.pages, [A4; 3]);
    let sections: Vec<_> = printed
        .sections
        .iter()
        .map(|section| (section.heading.as_str(), section.words.as_slice()))
        .collect();
    assert_eq!(
        sections,
        [
            ("", &[1, 0, 0][..]),
            ("Bottom line", &[8, 2, 0]),
            ("Timeline", &[0, 5, 5]),
            ("Sources and method", &[0, 0, 5]),
        ]
    );
}

#[test]
fn what_cannot_be_read_by_everyone_is_refused() {
    let refused = |without| {
        Printed::read(pdf(&Print {
            without,
            ..print(PAGES)
        }))
        .unwrap_err()
    };
    assert_eq!(refused("/MarkInfo"), PdfError::NoTags);
    assert_eq!(refused("/Outlines"), PdfError::NoOutline);
    assert_eq!(refused("/Lang"), PdfError::NoLanguage);
    assert_eq!(Printed::read(b"<html>".to_vec()), Err(PdfError::NoPdf));
    assert_eq!(Printed::read(Vec::new()), Err(PdfError::NoPdf));
}

/// Bytes that are cut, or of which one is another, are read or refused, and end nothing.
#[test]
fn no_pdf_makes_the_reader_panic() {
    let whole = pdf(&print(PAGES));
    for end in 0..whole.len() {
        drop(Printed::read(whole[..end].to_vec()));
    }
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] = bytes[at].wrapping_add(17);
        drop(Printed::read(bytes));
    }
}

#[test]
fn a_brief_that_is_too_long_says_what_to_cut() {
    let text = include_str!("../fixtures/page.yaml");
    let printed = Printed::read(pdf(&print(PAGES))).unwrap();
    let limit = PageLimit {
        pages: 1,
        paper: "A4",
    };
    let mut found = Diagnostics::new();
    found.push(brief::Input::new(text).too_many_pages(&printed, limit));
    let name = "content/page.yaml";
    let actual = render(
        NamedText {
            name,
            text,
            included: &[],
        },
        &found,
        Style::Plain,
    );
    golden::assert_golden(
        "tests/golden/diagnostics/terminal/too-many-pages.txt",
        &actual,
    );
}

#[test]
fn a_page_without_words_is_no_reason_to_count() {
    let printed = Printed::read(pdf(&print(&[&["# A"], &["-"]]))).unwrap();
    let limit = PageLimit {
        pages: 1,
        paper: "Letter",
    };
    let fault = brief::Input::new("").too_many_pages(&printed, limit);
    assert_eq!(
        fault.message(),
        "the brief takes 2 pages of Letter, and 1 may be used"
    );
    assert_eq!(fault.notes().count(), 0);
    assert!(fault.help_lines()[0].starts_with("cut a line or two"));
}
