//! Why voices of drafts are not named.

use brief::draft::Draft;
use serde_json::Value;

use super::{drafted, faults};

#[test]
fn why_somebody_is_not_named_is_told_in_the_words_of_the_article() {
    for (text, reason) in [
        (
            "Two clerks, who spoke on condition of anonymity because they were not authorised to speak publicly, said it was late.",
            "they were not authorised to speak publicly",
        ),
        (
            "“It is late,” said an official who asked not to be named as the talks were private.",
            "the talks were private",
        ),
        (
            "A source, who did not want to be identified for fear of losing his job, said it was late.",
            "for fear of losing his job",
        ),
        (
            "An aide, granted anonymity to discuss internal matters, said it was late.",
            "to discuss internal matters",
        ),
        (
            "Two officials said it was late. The officials spoke on condition of anonymity because they feared reprisals.",
            "they feared reprisals",
        ),
        (
            "An official, citing fears of reprisals, asked not to be named and said it was late.",
            "citing fears of reprisals",
        ),
        (
            "Citing fears of reprisals, an official asked not to be named. The official said it was late.",
            "Citing fears of reprisals",
        ),
        (
            "A diplomat said it was late. The diplomat requested anonymity, citing fears of reprisals.",
            "citing fears of reprisals",
        ),
        (
            "“It is late,” said an official who was not authorized to speak and spoke on condition of anonymity.",
            "was not authorized to speak",
        ),
        (
            "An official said it was late, speaking on condition of anonymity because of the sensitivity of the talks.",
            "because of the sensitivity of the talks",
        ),
    ] {
        let draft = drafted(text, "en").unwrap();
        let brief: Value = serde_yaml::from_str(&draft.brief).unwrap();
        let voice = brief["voices"]
            .as_object()
            .unwrap()
            .values()
            .next()
            .unwrap();
        assert_eq!(voice["reason"], reason, "{text}");
        assert!(draft.brief.contains("    # The article: "), "{text}");
    }
    let text = "«Пізно», — сказав посадовець, який говорив на умовах анонімності, бо не мав права коментувати.";
    let draft = drafted(text, "uk").unwrap();
    assert!(
        draft.brief.contains("reason: \"не мав права коментувати\""),
        "{}",
        draft.brief
    );
}

#[test]
fn a_reason_that_is_not_told_plainly_is_left_to_the_writer() {
    for text in [
        "A senior official said it was late.",
        "“It is late.”",
        "Sources said it was late.",
        "Two clerks, who asked not to be named, said it was late.",
        // It may be why it was late.
        "An official, citing fears of reprisals, said it was late.",
        "“It is late,” said an official who was not authorized to speak.",
        "“It is late,” said a clerk, who wept, citing fears, and, as Ada Okafor had asked, was not to be named.",
        "Officials who spoke on condition of anonymity because they feared reprisals said it was late.",
        "“It is late,” said an official who asked not to be named because the ministry said it was secret.",
        "“It is late,” said a clerk who asked not to be named because he feared his boss, and left.",
        // Of whom it is said, the sentence does not tell.
        "Ada Okafor said a clerk had asked not to be named because the talks were private. An aide said no.",
    ] {
        let draft = drafted(text, "en").unwrap();
        assert!(
            draft.brief.contains("    reason: TODO\n"),
            "{text}: {}",
            draft.brief
        );
        let (is_brief, codes) = faults(&draft, false);
        assert!(!is_brief && codes.contains(&"unfinished"), "{codes:?}");
        let given = Draft {
            brief: draft.brief.replacen("reason: TODO", "reason: not given", 1),
            ..draft.clone()
        };
        assert_eq!(faults(&given, false).1.len() + 1, codes.len());
        assert!(faults(&draft, true).0, "the page can be shown");
    }
}
