use encoding_rs::WINDOWS_1252;

use super::{MOST_OTHERS, Others, search_with_doubts};
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

/// Returns how many texts are read in other encodings where a word was garbled some times, of so many at most, and what
/// is found.
fn read_of(times: usize, most: usize) -> (usize, Check, Option<Obstacle>) {
    let mut word = "é".to_owned();
    for _ in 0..times {
        // Bytes that the encoding has no letter for are controls.
        word = WINDOWS_1252
            .decode_without_bom_handling(word.as_bytes())
            .0
            .into_owned();
    }
    let text = format!(
        "The council met today in {word} and it will begin the works at once, they said.\n"
    );
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let mut others = Others {
        texts: most,
        ..Others::new()
    };
    let quote = SoughtQuote::of("The council will not begin the works");
    let found = search_with_doubts(&snapshot, &[quote], &mut others).remove(0);
    (most - others.texts, found.check, found.reason)
}

#[test]
fn what_is_garbled_often_is_read_no_more_often() {
    let (few, check, _) = read_of(3, MOST_OTHERS);
    assert_eq!(check, Check::Absent);
    assert!(few > 0, "none is read");
    assert_eq!(read_of(6, MOST_OTHERS), (few, Check::Absent, None));
}

#[test]
fn what_may_stand_in_texts_that_are_not_read_is_not_known() {
    let unknown = (0, Check::CannotCheck, Some(Obstacle::Tangled));
    assert_eq!(read_of(3, 0), unknown);
}

/// What no browser reads is not known to have other words.
#[test]
fn what_is_in_an_encoding_that_is_not_known_is_not_absent() {
    let look = |bytes: &[u8], media, told, quote| {
        let snapshot = Snapshot::read_as_told(bytes, media, told);
        let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
        (found.check, found.reason, found.detail)
    };
    let not_read = |label: &str| {
        let label = Some(label.to_owned());
        (Check::CannotCheck, Some(Obstacle::Undecodable), label)
    };
    let words = b"<p>Nous commencerons l'\xC5t\xC5, d\xC9s juin.";
    let quote = "Nous commencerons l'été, dès juin.";
    let page = [b"<meta charset=hp-roman8>", &words[..]].concat();
    assert_eq!(look(&page, Media::Html, None, quote), not_read("hp-roman8"));
    let told = Some("hp-roman8");
    assert_eq!(look(words, Media::Html, told, quote), not_read("hp-roman8"));
    let known = [b"<meta charset=iso-8859-1>", &words[..]].concat();
    assert_eq!(look(&known, Media::Html, told, quote).0, Check::Absent);
    let utf_8 = "<meta charset=hp-roman8><p>Nous commencerons à l’automne.";
    let found = look(utf_8.as_bytes(), Media::Html, None, quote);
    assert_eq!(found.0, Check::Absent);
    let chinese = b"\x1B$)A\x0ENR\x1B$)GT/YrGcQNE2bdLn`+D\x0F\n";
    let found = look(chinese, Media::Text, None, "我們將在春天開始港口工程建設");
    assert_eq!(found, not_read("ISO-2022-CN"));
}
