//! Tells what office somebody has, by the words beside a name, and whether others mean it again.

use crate::draft::language::Language;

/// Returns what a role says beside titles such as Mr; nothing, if a pronoun says whose it is: her deputy.
pub(super) fn office(role: &str, language: &Language) -> Option<String> {
    let rules = &language.rules;
    let lower = role.to_lowercase();
    let first = lower.split(' ').next().unwrap_or("");
    let is_plain = |word: &&str| !rules.honorifics.has(&word.to_lowercase());
    let words: Vec<&str> = role.split(' ').filter(is_plain).collect();
    (!rules.possessives.has(first) && !words.is_empty()).then(|| words.join(" "))
}

/// Says whether words are an office: the mayor, the chief executive.
pub(super) fn is_title(lower: &str, language: &Language) -> bool {
    let rules = &language.rules;
    let mut words = lower.split(' ');
    match (words.next_back(), words.next_back()) {
        (Some(noun), Some(title)) => {
            rules.titles.has(noun) || rules.offices.has(noun) && rules.titles.has(title)
        }
        (Some(noun), None) => rules.titles.has(noun),
        (None, _) => false,
    }
}

/// Says whether a role is some office, and not that of a deputy: of the mayor of Arne, the mayor.
pub(super) fn is_office_of(role: &str, office: &str, language: &Language) -> bool {
    let rules = &language.rules;
    let role = role.to_lowercase();
    if role == office {
        return true;
    }
    let words: Vec<&str> = role.split([' ', '-']).collect();
    let head = words
        .iter()
        .take_while(|word| !rules.prepositions.has(word));
    let head: Vec<&str> = head.copied().collect();
    let office: Vec<&str> = office.split([' ', '-']).collect();
    let before = head.strip_suffix(office.as_slice());
    before.is_some_and(|before| !before.iter().any(|word| rules.deputies.has(word)))
}
