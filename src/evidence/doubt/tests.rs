use encoding_rs::WINDOWS_1252;

use super::{MOST_OTHERS, Others, search_with_doubts};
use crate::evidence::{Media, Snapshot, SoughtQuote};
use crate::model::Check;

/// Returns how many texts are read in other encodings where a word was garbled some times, and what is found.
fn read_of(times: usize) -> (usize, Check) {
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
    let mut others = Others::new();
    let quote = SoughtQuote::of("The council will not begin the works");
    let found = search_with_doubts(&snapshot, &[quote], &mut others).remove(0);
    (MOST_OTHERS - others.texts, found.check)
}

#[test]
fn what_is_garbled_often_is_read_no_more_often() {
    let (few, check) = read_of(3);
    assert_eq!(check, Check::Absent);
    assert!(few > 0, "none is read");
    assert_eq!(read_of(6), (few, Check::Absent));
}
