//! What holds of every embedded locale file.

use super::pattern::Entry;
use super::{Locale, Message, embedded};

#[test]
fn every_file_is_sound_and_complete() {
    for (tag, text) in embedded::FILES {
        let locale = Locale::parse(tag, text, None).unwrap_or_else(|error| panic!("{error}"));
        let entries = Message::ALL.iter().zip(&locale.entries);
        let absent: Vec<&str> = entries
            .filter(|(_, entry)| matches!(entry, Entry::Absent))
            .map(|(message, _)| message.id())
            .collect();
        assert!(absent.is_empty(), "{tag}.ftl has no {absent:?}");
    }
}

#[test]
fn no_two_messages_have_one_id() {
    for (index, message) in Message::ALL.iter().enumerate() {
        let same = Message::ALL.iter().skip(index + 1);
        assert!(same.clone().all(|other| other.id() != message.id()));
        assert!(Message::ALL[*message as usize] == *message);
    }
}

#[test]
fn faults_are_named_with_their_lines() {
    for (text, error) in [
        (
            "\nclaims = Claims\nclaim = Claims",
            "de.ftl:3: no message `claim` is used",
        ),
        (
            "claims = <b>",
            "de.ftl:1: `claims` has markup: `<`, `>` or `&`",
        ),
        (
            "# a\n\nas-of = { $day }",
            "de.ftl:3: `as-of` is given no `$day`",
        ),
        (
            "claims = { month }",
            "de.ftl:1: `claims` refers to `month`, which is not in this file",
        ),
        (
            "claims = { -name }",
            "de.ftl:1: `claims` refers to `-name`, which is not in this file",
        ),
    ] {
        let found = Locale::parse("de", text, None).unwrap_err();
        assert_eq!(found.to_string(), error);
    }
    assert!(Locale::parse("de", "claims = {", None).unwrap_err().line == Some(1));
    assert!(
        Locale::parse("deutsch!", "", None)
            .unwrap_err()
            .line
            .is_none()
    );
}

#[test]
fn what_a_file_does_not_have_is_the_next_ones() {
    let english = embedded::last().clone();
    let german = Locale::parse("de", "claims = Aussagen", Some(english)).unwrap();
    assert_eq!(german.text(Message::Claims), "Aussagen");
    assert_eq!(german.text(Message::Tensions), "Tensions");
    assert_eq!(german.counted(Message::MoreWorks, 2), "two more works");
}
