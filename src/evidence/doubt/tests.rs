use encoding_rs::WINDOWS_1252;

use super::{MOST_OTHERS, Others, search_with_doubts};
use crate::evidence::{Media, Snapshot, SoughtQuote};
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
