//! What some rules know of Ukrainian: abbreviations. No English one is written in its letters, so
//! that they hold in a text of either language.

use super::english::Abbreviation;

const TITLES: &[&str] = &["п", "пп", "ім", "св", "проф", "акад", "ген", "вул", "просп"];
const NUMBERS: &[&str] = &["ст", "с", "рис", "табл"];
const OTHERS: &[&str] = &[
    "р", "рр", "тис", "млн", "млрд", "трлн", "грн", "дол", "коп", "год", "хв", "обл", "див", "ін",
];

/// Returns what abbreviation stands at the end of a text, before its full stop.
pub(super) fn abbreviation(before: &str) -> Option<Abbreviation> {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    if TITLES.contains(&word) {
        Some(Abbreviation::Title)
    } else if NUMBERS.contains(&word) {
        Some(Abbreviation::Number)
    } else if OTHERS.contains(&word) || initial && !word.is_ascii() {
        Some(Abbreviation::Other)
    } else {
        None
    }
}
