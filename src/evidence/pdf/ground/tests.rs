use super::super::tests::{found, made, with};
use crate::model::{Check, Obstacle};

const UNSURE: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Unsure));
const WITHOUT: &str = "We will begin the works in the spring";
const WITH: &str = "We will not begin the works in the spring";
const OBJECTS: &str = "930 0 obj <</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 \
    /ColorSpace /DeviceGray /Length 1>> stream\nx\nendstream endobj\n\
    931 0 obj <</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 \
    /ColorSpace /DeviceGray /SMask 930 0 R /Length 1>> stream\nx\nendstream endobj\n";

/// A page of two lines: "not" stands between 113 and 131 points from the left of the first, over 700.
fn page(before: &str, after: &str) -> Vec<u8> {
    let content = format!(
        "{before} 0 g BT /F 12 Tf 72 700 Td (We will not begin the works in the spring.) Tj \
         0 -40 Td (Some other words of the page stand here below.) Tj ET {after}"
    );
    with(&[&content], "/XObject <</I 930 0 R /M 931 0 R>>", OBJECTS)
}

#[test]
fn what_covers_a_word_of_a_sentence_leaves_it_in_doubt() {
    for (before, after) in [
        ("", "q 18 0 0 12 112.5 697 cm /I Do Q"),
        (
            "",
            "q 19 0 0 12 112 697 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q",
        ),
        // Over the spaces beside it and a part of the next letter, and one that is clear in parts.
        ("", "q 27 0 0 14 110 696 cm /I Do Q"),
        ("", "q 18 0 0 12 112.5 697 cm /M Do Q"),
        // Bars over and behind the middle of letters.
        ("", "112.5 701 18 3 re f"),
        ("", "112.5 702.5 18 3 re f"),
        ("", "3 w 112.5 703.5 m 131 703.5 l S"),
        ("", "112.5 701.6 18 4 re f"),
        ("112.5 701.8 18 3 re f", ""),
    ] {
        let pdf = page(before, after);
        for quote in [WITHOUT, WITH, "We will never begin the works in the spring"] {
            assert_eq!(found(&pdf, quote), UNSURE, "{before} {after}: {quote}");
        }
        for quote in ["the works in the spring", "Some other words of the page"] {
            assert_eq!(
                found(&pdf, quote).0,
                Check::Exact,
                "{before} {after}: {quote}"
            );
        }
        let misquote = "Some other words of the town stand here below.";
        assert_eq!(found(&pdf, misquote).0, Check::Absent, "{before} {after}");
    }
}

#[test]
fn lines_under_letters_and_beside_them_leave_no_doubt() {
    for (before, after) in [
        ("", "112.5 697 18 3 re f"),
        ("", "72 696.5 300 3.2 re f"),
        ("", "4 w 72 694 m 400 694 l S"),
        ("", "112.5 703 18 1 re f"),
        (
            "",
            "60 690 3 30 re f 400 690 3 30 re f 60 717 340 3 re f 60 690 340 3 re f",
        ),
        ("112.5 697 18 3 re f", ""),
        ("0 0 .6 rg 60 711 300 4 re f", ""),
        (".8 g 60 690 340 30 re f", ""),
        ("q 400 0 0 40 60 690 cm /I Do Q", ""),
    ] {
        let pdf = page(before, after);
        assert_eq!(found(&pdf, WITH).0, Check::Exact, "{before} {after}");
        assert_eq!(found(&pdf, WITHOUT).0, Check::Absent, "{before} {after}");
    }
}

/// Words under the picture of their page are known as before, and not by halves.
#[test]
fn words_under_a_picture_of_all_of_them_are_in_doubt() {
    for mode in [0, 3] {
        let read = page(&format!("{mode} Tr"), "q 600 0 0 800 0 0 cm /I Do Q");
        assert_eq!(found(&read, WITH), UNSURE);
        let scanned = (Check::CannotCheck, Some(Obstacle::ScannedPdf));
        assert_eq!(found(&read, WITHOUT), scanned);
    }
    let none = made(&["BT /F 12 Tf 72 700 Td (We will begin the works.) Tj ET"]);
    assert_eq!(found(&none, "We will begin the works.").0, Check::Exact);
}
