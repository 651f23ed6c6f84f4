use super::{Numbers, borrowed_words, still_has, windows};
use crate::evidence::{Media, Snapshot};

fn borrowed<'t>(source: &str, says: &'t str) -> Option<&'t str> {
    let snapshot = Snapshot::read(source.as_bytes(), Media::Text);
    borrowed_words(&snapshot, &[vec![says]]).remove(0)
}

const SOURCE: &str = "The Ministry of Foreign Affairs of the Republic of Kelva said on Tuesday that the ferry \
    between the two islands would sail again from the first of March, once the new pier is ready, and that \
    nobody would pay more than before. “We will not leave the islanders alone,” the minister said.";

#[test]
fn twelve_words_in_a_row_are_the_sources_own() {
    for (says, expected) in [
        (
            "The ferry between the two islands would sail again from the first of March.",
            "The ferry between the two islands would sail again from the first of March",
        ),
        (
            "It said THE FERRY—between the two islands—would sail again, from the First of March!",
            "THE FERRY—between the two islands—would sail again, from the First of March",
        ),
        (
            "The fare stays: once the new pier is ready, and that nobody would pay more than before.",
            "once the new pier is ready, and that nobody would pay more than before",
        ),
    ] {
        assert_eq!(borrowed(SOURCE, says), Some(expected), "{says}");
    }
    let japanese = "市は、新しい橋の工事が三月に始まり、来年の秋まで続く予定だと火曜日に発表した。";
    let says = "新しい橋の工事が三月に始まり、来年の秋まで続く予定だと市はいう。";
    let expected = "新しい橋の工事が三月に始まり、来年の秋まで続く予定だと";
    assert_eq!(borrowed(japanese, says), Some(expected));
    let ukrainian = "Пором між двома островами знову ходитиме з першого березня, щойно буде готовий новий \
        причал, сказав у вівторок міністр.";
    let says = "Пором між двома островами знову ходитиме з першого березня, щойно буде готовий новий причал.";
    assert!(borrowed(ukrainian, says).is_some());
}

#[test]
fn ones_own_wording_is_left_alone() {
    for says in [
        "From March on there is to be a ferry to the other island again, at the same fare.",
        // Names and titles.
        "The Ministry of Foreign Affairs of the Republic of Kelva wants the ferry back.",
        // Eleven words.
        "The ferry between the two islands would sail again from the spring on.",
        // The same words in another order, and with others between.
        "Once the new pier is ready, the ferry would, it said on Tuesday, sail between the two islands.",
        "Nobody would have to pay more than before, the ministry said, once the pier is ready.",
        "",
    ] {
        assert_eq!(borrowed(SOURCE, says), None, "{says}");
    }
    let japanese = "市は、新しい橋の工事が三月に始まり、来年の秋まで続く予定だと火曜日に発表した。";
    assert_eq!(
        borrowed(japanese, "橋の工事は来年の秋まで続く予定だという。"),
        None
    );
}

#[test]
fn what_is_quoted_parts_the_words() {
    let snapshot = Snapshot::read(SOURCE.as_bytes(), Media::Text);
    let says = vec![
        "that the ferry between the two islands would ",
        " from the first of March, once the new pier",
    ];
    assert_eq!(borrowed_words(&snapshot, &[says]), [None]);
}

#[test]
fn words_that_were_borrowed_are_known_again() {
    let words = "the two islands would sail again from the first of March, once";
    assert!(still_has(
        "A ferry to *the two* islands would sail again from the first of March, once more.",
        words
    ));
    assert!(!still_has(
        "A ferry to the islands would sail again from the first of March, once more.",
        words
    ));
}

/// Each word begins one window, and what a window has is bounded: twice the text is twice the work.
#[test]
fn work_grows_in_line_with_the_text() {
    let work = |words: usize| {
        let text = "one two three four 日本 ".repeat(words);
        let tokens = Numbers::default().tokens(&text, true);
        windows(&tokens).map(|window| window.len()).sum::<usize>()
    };
    let (once, twice) = (work(1_000), work(2_000));
    assert!(twice <= 2 * once + 1_000, "{once} {twice}");
}
