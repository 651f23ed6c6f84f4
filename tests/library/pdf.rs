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
        without_font: &[],
    }
}

const PAGES: &[&[&str]] = &[
    &["Trams", "# Bottom line", "Line 4 goes, the mayor said."],
    &["It went.", "# Timeline", "1 May: it goes -"],
    &[
        "2 May: it",
        "is gone,so",
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
            // Words are counted as everywhere else: "gone,so" is two.
            ("Timeline", &[0, 5, 6]),
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

/// The objects of a sound PDF of one page: the catalogue, the pages, the tree, the outline, a page, an
/// element and an entry.
const SOUND: [&str; 7] = [
    "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 3 0 R /Outlines 4 0 R /Lang (en) /MarkInfo <</Marked true>>>>",
    "<</Type /Pages /Count 1 /Kids [5 0 R]>>",
    "<</Type /StructTreeRoot /K [6 0 R]>>",
    "<</Type /Outlines /First 7 0 R>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>",
    "<</S /H2 /Pg 5 0 R /K 0>>",
    "<</Title (A)>>",
];

/// Writes a PDF of these objects, from the catalogue on; the last has its title.
fn made_of(objects: &[&str]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let objects = objects.iter().chain(&["<</Title (T)>>"]);
    for (at, object) in objects.enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let (size, info) = (places.len() + 1, places.len());
    let end = format!(
        "trailer\n<</Size {size} /Root 1 0 R /Info {info} 0 R>>\nstartxref\n{table}\n%%EOF\n"
    );
    bytes.extend(end.bytes());
    bytes
}

/// PDFs that turn in circles, or are as deep or as wide as nobody prints them. A walk that goes round in
/// them would not end, or would take all memory.
#[test]
fn hostile_pdfs_are_read_or_refused() {
    assert!(Printed::read(made_of(&SOUND)).is_ok());
    let deep =
        |open: &str, close: &str| format!("{}0{}", open.repeat(100_000), close.repeat(100_000));
    let many = |item: &str| format!("[{}]", item.repeat(50_000));
    let tree_of = |kids: &str| format!("<</Type /StructTreeRoot /K {kids}>>");
    for (name, changed) in [
        (
            "pages of pages",
            vec![(
                2,
                "<</Type /Pages /Count 2 /Kids [2 0 R 5 0 R 2 0 R]>>".to_owned(),
            )],
        ),
        (
            "one page over and over",
            vec![(
                2,
                format!("<</Type /Pages /Count 9 /Kids {}>>", many("5 0 R ")),
            )],
        ),
        (
            "a tree of itself",
            vec![(3, tree_of("[3 0 R 3 0 R 6 0 R]"))],
        ),
        (
            "headings of headings",
            vec![(6, "<</S /H2 /K 8 0 R>>".to_owned()), (8, many("6 0 R "))],
        ),
        (
            "an outline of itself",
            vec![(7, "<</Title (A) /First 7 0 R /Next 7 0 R>>".to_owned())],
        ),
        ("arrays in arrays", vec![(3, tree_of(&deep("[", "]")))]),
        (
            "dictionaries in dictionaries",
            vec![(3, tree_of(&deep("<</K ", ">>")))],
        ),
        (
            "a page of itself",
            vec![(
                5,
                "<</Type /Page /Parent 5 0 R /MediaBox 5 0 R /Contents [5 0 R]>>".to_owned(),
            )],
        ),
    ] {
        let mut objects: Vec<&str> = SOUND.iter().copied().chain(["0"]).collect();
        for (number, object) in &changed {
            objects[number - 1] = object;
        }
        let whole = made_of(&objects);
        let read = Printed::read(whole.clone());
        let count = read.map(|printed| printed.pages.len()).unwrap_or_default();
        assert!(count <= 50_000, "{name}");
        for part in 1..8 {
            drop(Printed::read(whole[..whole.len() * part / 8].to_vec()));
        }
    }
}
