use std::fmt::Write as _;

use crate::evidence::{Finding, Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle, PdfPage};

mod seen;

const LATEX: &[u8] = include_bytes!("../../../tests/fixtures/snapshots/latex.pdf");
const CHROMIUM: &[u8] = include_bytes!("../../../tests/fixtures/snapshots/chromium.pdf");
const LIBREOFFICE: &[u8] = include_bytes!("../../../tests/fixtures/snapshots/libreoffice.pdf");
const LOCKED: &[u8] = include_bytes!("../../../tests/fixtures/snapshots/password.pdf");
const PRINT_ONLY: &[u8] = include_bytes!("../../../tests/fixtures/snapshots/print-only.pdf");

fn look(pdf: &[u8], quote: &str) -> Finding {
    let wanted = SoughtQuote::of(quote);
    find(&Snapshot::read(pdf, Media::Text), &[wanted]).remove(0)
}

pub(super) fn found(pdf: &[u8], quote: &str) -> (Check, Option<Obstacle>) {
    let finding = look(pdf, quote);
    (finding.check, finding.reason)
}

fn names(finding: &Finding) -> Vec<String> {
    finding.pages.iter().map(PdfPage::name).collect()
}

/// A PDF of pages with these contents, in Helvetica.
pub(super) fn made(pages: &[&str]) -> Vec<u8> {
    with(pages, "", "")
}

/// The same, with more in the resources of its pages, and more objects, from number 900.
pub(super) fn with(pages: &[&str], resources: &str, objects: &str) -> Vec<u8> {
    let mut file = "%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R /OCProperties \
        <</OCGs [910 0 R] /D <</OFF [910 0 R]>>>>>> endobj\n\
        3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>> endobj\n"
        .to_owned();
    let mut kids = String::new();
    for (index, content) in pages.iter().enumerate() {
        let (page, stream) = (10 + 2 * index, 11 + 2 * index);
        _ = write!(kids, "{page} 0 R ");
        _ = write!(
            file,
            "{page} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {stream} 0 R \
             /Resources <</Font <</F 3 0 R>> {resources}>>>> endobj\n\
             {stream} 0 obj <</Length {}>> stream\n{content}\nendstream endobj\n",
            content.len(),
        );
    }
    _ = write!(
        file,
        "{objects}2 0 obj <</Type /Pages /Kids [{kids}] /Count {}>> endobj\n\
         trailer <</Root 1 0 R>>\n%%EOF\n",
        pages.len(),
    );
    file.into_bytes()
}

/// A line of text at a height.
fn line(height: u32, text: &str) -> String {
    format!("BT /F 12 Tf 72 {height} Td ({text}) Tj ET\n")
}

#[test]
fn quotes_are_found_in_pdfs_as_programs_write_them() {
    for (pdf, quotes) in [
        (
            LATEX,
            &[
                // Ligatures, and hyphens at the ends of lines.
                "The difference between a temporary installation and an uninterruptedly functioning embankment",
                "The harbour office will find it difficult to finish",
                // Over the mark of a footnote.
                "the office of the chief engineer said on Tuesday",
                "called the well-known proposal “a self-inflicted difficulty”, and asked for 10⁶ crowns",
                "Sankt Jürgen, Élise Brontë",
                // Over the foot of a page, a footnote, and the head of the next; within a word.
                "circumstances surrounding the compensation programme, and the international representatives",
                "In a letter of 4 May, which this report has read.",
            ][..],
        ),
        (
            CHROMIUM,
            &[
                "We will begin the works in the spring, and not one day later",
                "“The office is ready.” He spoke of 10⁶ crowns and of H₂O.",
                // In two columns.
                "The northern breakwater is in a deplorable condition, which everybody in the administration has known",
                "the responsibility for it is with three municipalities that never agreed on anything",
                "ביום 15 במאי נתחיל בעבודות בנמל",
                "Ми не залишимо рибалок без захисту",
            ],
        ),
        (
            LIBREOFFICE,
            &[
                "We will find the offices of the affiliated fishermen",
                "acknowledged the extraordinarily detailed documentation",
                "Whoever asks us for the protocols of this conference will have them from us within a week",
            ],
        ),
    ] {
        for quote in quotes {
            let finding = look(pdf, quote);
            assert!(finding.check.is_verified(), "{quote}: {finding:?}");
            assert!(finding.caveats.is_empty(), "{quote}");
        }
    }
}

#[test]
fn what_does_not_stand_in_a_pdf_is_absent() {
    for (pdf, quotes) in [
        (
            LATEX,
            &[
                "We shall abandon the fishermen of this affected coast",
                "asked for 106 crowns. The administration",
                "it was about the people who live before the wall",
            ][..],
        ),
        (
            CHROMIUM,
            &[
                "We will begin the works in the summer, and not one day later",
                "three municipalities that always agreed on everything",
            ],
        ),
        (
            LIBREOFFICE,
            &["leave them without an answer, however short it takes"],
        ),
    ] {
        for quote in quotes {
            assert_eq!(found(pdf, quote).0, Check::Absent, "{quote}");
        }
    }
}

/// A draft takes quotes from the text as it stands here.
#[test]
fn ligatures_are_letters() {
    let quote = "harbour office will";
    assert_eq!(found(LATEX, quote).0, Check::Exact);
}

/// The number that a reader's program shows; where the PDF names its pages, its name.
#[test]
fn a_quote_is_on_its_page() {
    for (pdf, quote, pages) in [
        (LATEX, "We shall not abandon the fishermen", &["i"][..]),
        (
            LATEX,
            "circumstances surrounding the compensation programme",
            &["i", "ii"],
        ),
        (LATEX, "It was never about money,” said Bell", &["ii"]),
        (CHROMIUM, "We will begin the works in the spring", &["1"]),
        (
            CHROMIUM,
            "The end of all this is on the second page",
            &["2"],
        ),
        (LIBREOFFICE, "We will find the offices of", &["1"]),
    ] {
        assert_eq!(names(&look(pdf, quote)), pages, "{quote}");
    }
    assert_eq!(look(LATEX, "It was never about money").pages[0].number, 2);
}

#[test]
fn a_pdf_says_what_it_is() {
    let snapshot = Snapshot::read(CHROMIUM, Media::Text);
    let about = snapshot.about_pdf().unwrap();
    assert_eq!(about.title.as_deref(), Some("Works begin in spring"));
    assert_eq!(about.made.map(|(year, ..)| year), Some(2026));
}

#[test]
fn heads_and_feet_are_no_part_of_a_sentence() {
    let page = |number: u32, words: &str| {
        line(780, "Annual report of the harbour office")
            + &words
                .split('|')
                .zip(0..)
                .map(|(words, row)| line(700 - 20 * row, words))
                .collect::<String>()
            + &line(30, &format!("Page {number} of 3"))
    };
    let pages = [
        page(
            1,
            "We begin the works in the|spring of the year, when the ice",
        ),
        page(2, "has gone, and not before|that day, and the harbour mas-"),
        page(3, "ter|knows it well."),
    ];
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let pdf = made(&pages);
    let quote = "in the spring of the year, when the ice has gone, and not before";
    let finding = look(&pdf, quote);
    assert!(finding.check.is_verified(), "{finding:?}");
    assert_eq!(names(&finding), ["1", "2"]);
    assert!(
        found(&pdf, "the harbour master knows it well")
            .0
            .is_verified()
    );
    // They can be quoted themselves; where one is, several are.
    assert_eq!(
        found(&pdf, "Annual report of the harbour office").0,
        Check::Ambiguous
    );
    assert!(found(&pdf, "Page 3 of 3, and no more").0 == Check::Absent);
    let joined = "Annual report of the harbour office We begin the works in the spring";
    assert_eq!(found(&pdf, joined).0, Check::CannotCheck);
    // Other words at the same place are no head.
    let others = [page(1, "one|two"), page(2, "three|four")];
    let others: Vec<String> = others
        .iter()
        .map(|page| page.replace("(Annual", &format!("({} annual", page.len())))
        .collect();
    let pdf = made(&[&others[0], &others[1]]);
    assert!(found(&pdf, "annual report of the harbour office one two").0 != Check::Absent);
}

#[test]
fn letters_without_a_value_are_never_guessed() {
    let font = "920 0 obj <</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H \
        /DescendantFonts [921 0 R]>> endobj\n921 0 obj <</Type /Font /Subtype /CIDFontType2 \
        /BaseFont /X /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>> endobj\n";
    let other = "BT /G 12 Tf 72 500 Td <004100420043004400450046004700480049> Tj ET\n".repeat(8);
    let few = line(
        700,
        "We will begin the works in the spring, she said, and not one day later.",
    ) + &line(
        680,
        "The council did not vote on it, and a second reading is planned for winter.",
    ) + "BT /F 12 Tf 72 660 Td (A word is ) Tj /G 12 Tf <00410042> Tj /F 12 Tf ( here in its sentence) Tj ET\n";
    let resources = "/Font <</F 3 0 R /G 920 0 R>>";
    let all = with(&[&other], resources, font);
    assert_eq!(
        found(&all, "We will begin the works"),
        (Check::CannotCheck, Some(Obstacle::UnmappedPdf))
    );
    let some = with(&[&few], resources, font);
    assert_eq!(
        found(&some, "We will begin the works in the spring").0,
        Check::Exact
    );
    let lost = (Check::CannotCheck, Some(Obstacle::LostCharacters));
    assert_eq!(found(&some, "A word is lost here in its sentence"), lost);
    assert_eq!(
        found(&some, "We will begin the works in the winter").0,
        Check::Absent
    );
}

#[test]
fn pictures_of_pages_are_told() {
    let picture = "930 0 obj <</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 \
        /ColorSpace /DeviceGray /Length 1>> stream\nx\nendstream endobj\n";
    let resources = "/XObject <</I 930 0 R>>";
    let scanned = with(&["q 600 0 0 800 0 0 cm /I Do Q"], resources, picture);
    assert_eq!(
        found(&scanned, "We will begin the works"),
        (Check::CannotCheck, Some(Obstacle::ScannedPdf))
    );
    // What a program read of the picture stands there and is not seen.
    let read = format!("q /I Do Q 3 Tr {}", line(700, "We will begin the works."));
    let read = with(&[&read], resources, picture);
    assert_eq!(
        found(&read, "We will begin the works."),
        (Check::CannotCheck, Some(Obstacle::Hidden))
    );
    assert_eq!(
        found(&read, "We will end the works."),
        (Check::CannotCheck, Some(Obstacle::ScannedPdf))
    );
    let partly = with(
        &[&line(700, "We will begin the works."), "q /I Do Q"],
        resources,
        picture,
    );
    assert_eq!(found(&partly, "We will begin the works.").0, Check::Exact);
    assert_eq!(
        found(&partly, "We will end the works."),
        (Check::CannotCheck, Some(Obstacle::ScannedPdf))
    );
    assert_eq!(
        found(&made(&["", "0 0 9 9 re f"]), "We will begin the works").1,
        Some(Obstacle::NoWords)
    );
}

#[test]
fn what_cannot_be_seen_is_hidden() {
    let layer = "910 0 obj <</Type /OCG /Name (notes)>> endobj\n";
    let shown = line(
        700,
        "The council met on Monday, and it heard the engineers of the port.",
    );
    for hidden in [
        format!("1 1 1 rg {}", line(600, "We will begin the works.")),
        format!("/OC /L BDC {} EMC", line(600, "We will begin the works.")),
        line(900, "We will begin the works."),
        format!("BT 3 Tr ET {}", line(600, "We will begin the works.")),
    ] {
        let pdf = with(
            &[&(shown.clone() + &hidden)],
            "/Properties <</L 910 0 R>>",
            layer,
        );
        assert_eq!(
            found(&pdf, "We will begin the works."),
            (Check::CannotCheck, Some(Obstacle::Hidden)),
            "{hidden}"
        );
        assert_eq!(found(&pdf, "The council met on Monday").0, Check::Exact);
    }
    let banner = format!(
        "0 0 1 rg 0 580 600 50 re f 1 1 1 rg {}",
        line(600, "We will begin the works.")
    );
    assert_eq!(
        found(&made(&[&banner]), "We will begin the works.").0,
        Check::Exact
    );
}

#[test]
fn a_password_is_told_and_one_for_printing_is_none() {
    assert_eq!(
        found(LOCKED, "We will begin the works"),
        (Check::CannotCheck, Some(Obstacle::EncryptedPdf))
    );
    assert_eq!(
        found(PRINT_ONLY, "We will begin the works in the spring").0,
        Check::Exact
    );
}

#[test]
fn words_are_set_letter_by_letter_and_twice() {
    let apart = "BT /F 12 Tf 72 700 Td [(W) -30 (e) -300 (wi) 20 (ll) -280 (be) -100 (gin) -290 (it)] TJ ET\n";
    let twice = line(660, "The council met on Monday.") + &line(660, "The council met on Monday.");
    let moved = "BT /F 12 Tf 72 640 Td (H) Tj 8.67 0 Td (a) Tj 6.67 0 Td (rbour works) Tj ET\n";
    let accent = "BT /F 12 Tf 72 620 Td (caf) Tj (\\264) Tj 13.3 0 Td (e in the old town) Tj ET\n";
    let pdf = made(&[&format!("{apart}{twice}{moved}{accent}")]);
    for quote in [
        "We will begin it",
        "The council met on Monday.",
        "Harbour works",
        "café in the old town",
    ] {
        assert!(found(&pdf, quote).0.is_verified(), "{quote}");
    }
}

#[test]
fn what_is_damaged_or_hostile_ends_with_a_reason() {
    // Each form sets the next one twice.
    let forms = (940..980).fold(String::new(), |all, number| {
            let next = number + 1;
            all + &format!(
                "{number} 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources \
                 <</XObject <</X {next} 0 R>>>> /Length 12>> stream\n/X Do /X Do \nendstream endobj\n"
            )
        });
    let again = with(&["/X Do"], "/XObject <</X 940 0 R>>", &forms);
    let quote = "We will begin the works";
    assert_eq!(found(&again, quote).1, Some(Obstacle::Tangled));
    let itself = forms.replace("<</X 941 0 R>>", "<</X 940 0 R>>");
    let itself = with(&["/X Do"], "/XObject <</X 940 0 R>>", &itself);
    assert_eq!(found(&itself, quote).0, Check::CannotCheck);
    let deep = format!("%PDF-1.7\n1 0 obj {}", "[".repeat(1 << 20));
    assert_eq!(
        found(deep.as_bytes(), "We will begin the works").1,
        Some(Obstacle::BrokenPdf)
    );
    for end in (0..LATEX.len()).step_by(997).skip(1) {
        let cut = LATEX.get(..end).unwrap();
        let finding = look(cut, "We shall abandon the fishermen of this affected coast");
        assert!(!finding.check.is_verified(), "{end}");
    }
    let mut changed = CHROMIUM.to_vec();
    for at in (200..CHROMIUM.len()).step_by(1_301) {
        changed[at] ^= 0x55;
        let finding = look(
            &changed,
            "three municipalities that always agreed on everything",
        );
        assert!(!finding.check.is_verified(), "{at}");
    }
}
