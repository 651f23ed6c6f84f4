//! Outlets in drafts: those called by their initials, and those that pass on what others say.

use super::drafted;

/// What a draft of a text has, with a headline before it, of its voices, sources and claims.
fn brief_of(text: &str) -> String {
    let text = format!(
        "Harbour closed until the spring\n\n{text}\n\nThe gate is in the harbour, and it was late."
    );
    drafted(&text, "en").unwrap().brief
}

#[track_caller]
fn has(text: &str, with: &[&str], without: &[&str]) {
    let brief = brief_of(text);
    for words in with {
        assert!(brief.contains(words), "{text}: {words}: {brief}");
    }
    for words in without {
        assert!(!brief.contains(words), "{text}: {words}: {brief}");
    }
}

#[test]
fn initials_are_an_outlet_where_the_article_says_so() {
    for text in [
        "ARNE, 13 Nov (QPA) – The gate is shut, officials said. Two locks were damaged, QPA said.",
        "Two locks were damaged, QPA reported on Friday.\n\nQuay Press Agency",
        "The news agency QPA said that two locks were damaged. It is late, QPA said.",
        "It is late, QPA said. The QPA news agency is in Arne.",
        "It is late, QPA said. Northern readers know the Quay Press Agency.",
    ] {
        has(
            text,
            &["outlet: qpa", "through: [harbour]"],
            &["group: \"QPA\""],
        );
    }
    has(
        "ARNE (QPA) – The gate is shut. The gate is late, Ada Okafor told QPA.",
        &[
            "in: qpa\n",
            "publisher: \"QPA\"",
            "# TODO If this is who published `harbour`",
        ],
        &[],
    );
}

#[test]
fn initials_that_may_be_an_outlets_are_left_open() {
    let open = "name: \"TODO: a group or an outlet: QPA\"";
    let cited = "the article has “citing a harbour official”";
    for (text, with) in [
        (
            "Two locks were damaged, QPA reported on Friday, citing a harbour official.",
            &[open, cited][..],
        ),
        (
            "QPA, citing a harbour official, said that two locks were damaged.",
            &[open, cited],
        ),
        ("Two locks were damaged, according to QPA.", &[open]),
        (
            "Two locks were damaged, a harbour official told QPA.",
            &["has it from QPA", "told_to: \"QPA\""],
        ),
        (
            "“It is late,” Mayor Ada Okafor told reporters, according to QPA.",
            &["has it from QPA"],
        ),
        (
            "“It is late,” Mayor Ada Okafor was quoted as saying by QPA.",
            &["has it from QPA"],
        ),
        (
            "Two locks were damaged, a harbour official told Quayfax.",
            &["has it from Quayfax"],
        ),
    ] {
        has(text, with, &["group: \"QPA\"", "outlet: qpa"]);
    }
    // Bodies are called so, too.
    has(
        "Two locks were damaged, NATO said.",
        &["group: \"NATO\""],
        &["TODO: a group"],
    );
    has(
        "Two locks were damaged, the QPA reported on Friday.",
        &["group: \"QPA\""],
        &["TODO: a group"],
    );
    has(
        "Two locks were damaged, Ada Okafor told Anna Berg.",
        &[],
        &["has it from"],
    );
}

#[test]
fn what_an_outlet_passes_on_is_said_once_and_known_through_it() {
    for text in [
        "Two locks were damaged, according to a harbour official quoted by the Quay Tribune.",
        "Two locks were damaged, a harbour official told reporters, according to the Quay Tribune.",
    ] {
        has(
            text,
            &[
                "voice: harbour-official",
                "in: quay-tribune\n",
                "publisher: \"Quay Tribune\"",
            ],
            &["outlet: quay", "has it from"],
        );
    }
    let cited = "Two locks were damaged, the Quay Tribune reported, citing a harbour official.";
    has(
        cited,
        &["outlet: quay-tribune", "make sure whose words they are"],
        &[],
    );
}

#[test]
fn small_words_in_capitals_are_names() {
    for text in [
        "Two locks were damaged, according to the WHO.",
        "Two locks were damaged, the WHO said.",
    ] {
        has(text, &["group: \"WHO\""], &["group: \"the\""]);
    }
}

#[test]
fn what_is_told_to_an_outlet_may_be_told_to_the_articles_own() {
    let told = "# TODO If this is who published `harbour`: take it out";
    has(
        "It is late, Ada Okafor told the Quay Tribune.",
        &[told],
        &[],
    );
}
