//! Who speaks in drafts: never another without a mark.

use brief::draft::{Tongue, statements_json};
use serde_json::Value;

use super::{drafted, first_speaker, snapshot};

/// The last statement of a text: who speaks, whether that is doubtful, and what is said.
fn last(text: &str, language: &str) -> (String, bool, String) {
    let json = statements_json(&snapshot(text), Tongue::of(language).unwrap());
    let json: Value = serde_json::from_str(&json).unwrap();
    let last = json["statements"].as_array().unwrap().last().unwrap();
    let place = |end: usize| usize::try_from(last["passage"][end].as_u64().unwrap()).unwrap();
    let said = text.chars().skip(place(0)).take(place(1) - place(0));
    let speaker = last["speaker"].as_str().unwrap_or_default().to_owned();
    (speaker, last["doubtful"].as_bool().unwrap(), said.collect())
}

#[test]
fn to_whom_it_is_told_ends_where_what_is_told_begins() {
    for (text, said) in [
        (
            "Ada Okafor told Sky News the waiting list had grown.",
            "the waiting list had grown",
        ),
        (
            "Ada Okafor told the BBC's Newsnight the list had grown.",
            "the list had grown",
        ),
        (
            "Ada Okafor told Reuters talks would resume.",
            "talks would resume",
        ),
        (
            "Judge Ada Okafor told Emeka Bell, 48: “You were late again.”",
            "“You were late again.”",
        ),
        ("Ada Okafor told her doctor: “It is late.”", "“It is late.”"),
    ] {
        assert_eq!(
            last(text, "en"),
            ("Ada Okafor".to_owned(), false, said.to_owned()),
            "{text}"
        );
    }
    let draft = drafted("Ada Okafor told Sky News the waiting list had grown.", "en").unwrap();
    assert!(
        draft.brief.contains("publisher: \"Sky News\""),
        "{}",
        draft.brief
    );
}

#[test]
fn how_something_was_said_says_nothing() {
    for (text, said) in [
        (
            "A nurse on the ward said by e-mail that it was late.",
            "it was late",
        ),
        (
            "“It is late,” a nurse on the ward said by phone.",
            "“It is late,”",
        ),
    ] {
        let expected = ("nurse on the ward".to_owned(), false, said.to_owned());
        assert_eq!(last(text, "en"), expected, "{text}");
    }
    let (speaker, _) = first_speaker("Asked by reporters about it, Emeka Bell said it was late.");
    assert_eq!(speaker, "reporters");
    let text = "Asked by reporters about it, Emeka Bell said: “It is late.”";
    assert_eq!(last(text, "en").0, "Emeka Bell");
}

#[test]
fn one_who_is_named_in_the_sentence_is_not_anonymous() {
    for text in [
        "“It is late,” said one of her lawyers, Grace Ibekwe.",
        "“It is late,” a lawyer named Grace Ibekwe said.",
        "“It is late,” Dodd's lawyer, Grace Ibekwe, told the court.",
        "“It is late,” said her lawyer Grace Ibekwe.",
        "“It is late,” said lawyer Grace Ibekwe KC.",
    ] {
        let expected = ("Grace Ibekwe".to_owned(), false, "“It is late,”".to_owned());
        assert_eq!(last(text, "en"), expected, "{text}");
    }
    assert_eq!(
        last("Lawyer Grace Ibekwe said it was late.", "en").0,
        "Grace Ibekwe"
    );
    let (speaker, doubtful, _) = last("“It is late,” her lawyer, Ibekwe, said.", "en");
    assert_eq!((speaker.as_str(), doubtful), ("Ibekwe", true));
}

#[test]
fn one_person_is_one_voice_by_whatever_form_of_the_name() {
    for (text, name) in [
        (
            "Sir Hugh Pell said it was late. Sir Hugh said it was cold.",
            "Hugh Pell",
        ),
        (
            "Lydia Crane KC said it was late. Crane said it was cold.",
            "Lydia Crane",
        ),
        (
            "Emeka Bell Jr. said it was late. Mr Bell said it was cold.",
            "Emeka Bell",
        ),
        (
            "Detective Inspector Paul Voss said it was late. DI Voss said it was cold.",
            "Paul Voss",
        ),
        (
            "Campaigner Olive Trent said it was late. Mrs Trent said it was cold.",
            "Olive Trent",
        ),
        (
            "Piers Hallam, the trust's chief executive, met Ann Lee. The chief executive said it was cold.",
            "Piers Hallam",
        ),
    ] {
        let expected = (name.to_owned(), false, "it was cold".to_owned());
        assert_eq!(last(text, "en"), expected, "{text}");
    }
    let text = "Coast Guard Lt. Amy Ruiz said it was late. Lt. Ruiz said it was cold.";
    assert_eq!(last(text, "en").0, "Amy Ruiz");
    let first_name = "Callum Petrie came. Callum said it was cold.";
    assert_eq!(last(first_name, "en").0, "Callum Petrie");
    assert!(last(first_name, "en").1, "it may be another Callum");
    let (speaker, doubtful, _) = last(
        "Ada Okafor, vice president of the board, came. The president said it was cold.",
        "en",
    );
    assert_eq!((speaker.as_str(), doubtful), ("president", true));
}

#[test]
fn whom_a_pronoun_means_is_doubtful_when_another_was_named() {
    for text in [
        "Ada Okafor said it was late. Her surgeon told her: “Do wait here.” She said it was cold.",
        "A spokesperson for Ada Okafor said it was late. Friends of Okafor said she felt betrayed.",
        "Brenda Fyfe said it was late. Mrs Fyfe said Ann Brough had left. She said it was cold.",
    ] {
        assert!(last(text, "en").1, "{text}");
    }
    for text in [
        "Mrs Bell met Mr Okafor. She said it was cold.",
        "Emeka Bell said it was late. He said it was cold.",
    ] {
        let (speaker, doubtful, _) = last(text, "en");
        assert!(!doubtful || speaker.is_empty(), "{text}: {speaker}");
    }
}

#[test]
fn nobody_is_no_voice_nor_whoever() {
    for text in [
        "Nobody said it was late.",
        "None of the officials said it was late.",
        "Whoever signed the letter said it was late.",
    ] {
        let draft = drafted(text, "en").map_or_else(String::new, |draft| draft.brief);
        let names = ["Nobody", "None", "Whoever"];
        assert!(
            names
                .iter()
                .all(|name| !draft.contains(&format!("\"{name}"))),
            "{draft}"
        );
    }
    let (speaker, _, _) = last(
        "Ada Okafor said nobody had called her. “It is late,” she added.",
        "en",
    );
    assert_eq!(speaker, "Ada Okafor");
}

#[test]
fn names_that_are_of_no_person_are_of_groups() {
    for (text, group) in [
        ("Selwyn Hospital declined to comment.", "Selwyn Hospital"),
        ("The Northgate Voice said it was late.", "Northgate Voice"),
        ("Velten AG said it was late.", "Velten AG"),
        (
            "The Crown Prosecution Service said it was late.",
            "Crown Prosecution Service",
        ),
    ] {
        let draft = drafted(text, "en").unwrap().brief;
        assert!(draft.contains(&format!("group: \"{group}\"")), "{draft}");
    }
}

#[test]
fn who_wrote_a_letter_is_not_told_by_the_letter() {
    assert!(last("“It is late,” the letter said.", "en").1);
    assert!(last("The lawsuit says that it was late.", "en").1);
}

#[test]
fn one_who_is_quoted_as_saying_it_says_it() {
    for text in [
        "Reuters quoted Ada Okafor as saying it was late.",
        "Ada Okafor was quoted by Reuters as saying it was late.",
    ] {
        let expected = ("Ada Okafor".to_owned(), false, "it was late".to_owned());
        assert_eq!(last(text, "en"), expected, "{text}");
    }
}

#[test]
fn a_name_behind_what_somebody_is_is_whole() {
    let text = "Sky pundit Gary Moyle came. “Give him time,” he said.";
    assert_eq!(last(text, "en").0, "Gary Moyle");
    let (speaker, _, said) = last(
        "Two were hurt, the governor, Oleh Maruk, said on Monday.",
        "en",
    );
    assert_eq!(
        (speaker.as_str(), said.as_str()),
        ("Oleh Maruk", "Two were hurt")
    );
}
