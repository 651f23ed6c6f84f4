use encoding_rs::{Encoding, KOI8_U, UTF_8, WINDOWS_1251, WINDOWS_1252};

use super::{Bytes, Others, in_others};
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

fn look(bytes: &[u8], media: Media, quote: &str) -> (Check, Option<Obstacle>) {
    let wanted = SoughtQuote {
        text: quote,
        edited: false,
        context: None,
        translated: false,
        is_passage: false,
    };
    let found = find(&Snapshot::read(bytes, media), &[wanted]).remove(0);
    (found.check, found.reason)
}

/// Returns how many texts are read besides where a page in an encoding is taken to be in another.
fn others(
    text: &str,
    is: &'static Encoding,
    taken_for: &'static Encoding,
    quotes: &[&str],
) -> usize {
    let bytes = Bytes {
        all: is.encode(text).0.into_owned(),
        encoding: taken_for,
        others: Others::All,
    };
    in_others(&bytes, quotes).len()
}

/// To parse a page takes long; there are more than forty encodings.
#[test]
fn only_encodings_that_can_hold_a_quote_are_parsed() {
    let french = "Les travaux débuteront à l’été, dit-elle – bientôt.";
    let ukrainian = "Ми почнемо роботи навесні, після зими.";
    for (text, is, misquotes) in [
        (
            french,
            WINDOWS_1252,
            [
                "Les travaux ne débuteront pas à l’été",
                "Travaux finis. Bientôt.",
            ],
        ),
        (
            ukrainian,
            WINDOWS_1251,
            ["Ми не почнемо роботи навесні", "Роботи почалися взимку"],
        ),
        (
            ukrainian,
            KOI8_U,
            ["Ми не почнемо роботи навесні", "We will begin the works"],
        ),
    ] {
        assert_eq!(others(text, is, is, &misquotes), 0, "{}", is.name());
    }
    let many = others(
        ukrainian,
        WINDOWS_1251,
        KOI8_U,
        &["Ми почнемо роботи навесні"],
    );
    assert!((1..=3).contains(&many), "{many}");
    let many = others(french, WINDOWS_1252, UTF_8, &["à l’été, dit-elle"]);
    assert!((1..=16).contains(&many), "{many}");
}

/// The old programs of DOS and what is made from them: no browser reads their encodings.
#[test]
fn texts_of_dos_make_nothing_absent() {
    for (bytes, quote) in [
        (
            &b"Les travaux d\x82buteront \x85 l'\x82t\x82 au plus tard."[..],
            "Les travaux débuteront à l'été",
        ),
        (
            b"Wir \x94ffnen die Br\x81cke im Fr\x81hjahr.",
            "Wir öffnen die Brücke im Frühjahr.",
        ),
        (
            b"Zaczniemy prace wiosn\xA5, p\xA2\xABniej b\xA9dzie.",
            "Zaczniemy prace wiosną, później będzie.",
        ),
    ] {
        let found = look(bytes, Media::Text, quote);
        assert_eq!(
            found,
            (Check::CannotCheck, Some(Obstacle::OtherEncoding)),
            "{quote}"
        );
    }
}

/// A page that declares an encoding which it is not in, and hides the words.
#[test]
fn hidden_words_in_another_encoding_are_not_absent() {
    let page = b"<meta charset=koi8-u><p>Plain words stand here.<p hidden>Les travaux d\xE9buteront \xE0 l\x92\xE9t\xE9.";
    let found = look(page, Media::Html, "Les travaux débuteront à l’été.");
    assert_eq!(found, (Check::CannotCheck, Some(Obstacle::OtherEncoding)));
}
