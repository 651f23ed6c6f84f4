//! Infers a date from the words by which an article gives it, and the day of the article.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::language::Language;
use super::noun_phrases::Reader;
use crate::evidence::Day;

/// Returns the day that a word means in an article of a day: of a weekday, the last one.
pub(super) fn inferred(word: &str, issued: &Day, language: &Language) -> Option<String> {
    let issued: Date = issued.as_str().parse().ok()?;
    let rules = &language.rules;
    let day = if rules.today.has(word) {
        issued
    } else if rules.yesterday.has(word) {
        issued.checked_sub(1.day()).ok()?
    } else {
        let number = rules.weekdays.iter().position(|names| names.has(word))?;
        let weekday = Weekday::from_monday_zero_offset(i8::try_from(number).ok()?).ok()?;
        let since = issued.weekday().since(weekday);
        issued.checked_sub(i64::from(since).days()).ok()?
    };
    Some(day.to_string())
}

/// Returns the word of a sentence that says on which day something was said, if one does.
pub(super) fn day(reader: Reader<'_, '_>, contents: &[Range<usize>]) -> Option<usize> {
    let rules = &reader.language.rules;
    let is_day = |at: &usize| {
        let word = reader.word(*at);
        let mut days = rules
            .weekdays
            .iter()
            .chain([&rules.today, &rules.yesterday]);
        let is_said = contents.iter().any(|content| content.contains(at));
        !is_said && days.any(|days| days.has(word))
    };
    let mut days = (0..reader.sentence.len()).filter(is_day);
    let day = days.next();
    // Of two days it is not known which one is meant.
    day.filter(|_| days.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::inferred;
    use crate::draft::language::Language;
    use crate::evidence::Day;

    #[test]
    fn a_weekday_is_the_last_one() {
        let language = Language::of("en").unwrap();
        // A Saturday.
        let issued = Day::parse("2025-08-16").unwrap();
        for (word, date) in [
            ("saturday", Some("2025-08-16")),
            ("friday", Some("2025-08-15")),
            ("sunday", Some("2025-08-10")),
            ("today", Some("2025-08-16")),
            ("yesterday", Some("2025-08-15")),
            ("spring", None),
        ] {
            assert_eq!(inferred(word, &issued, language).as_deref(), date, "{word}");
        }
    }
}
