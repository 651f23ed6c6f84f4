//! Whether the source's words give the date itself.

use super::{day, month, words, year};
use crate::model::Edtf;

/// Says whether words give a date as precisely as the date itself: year, month and day, in any
/// order, the month by name in any language or by number. Then nothing is inferred.
pub(in crate::check) fn states(text: &str, date: &Edtf) -> bool {
    if text == date.as_str() {
        return true;
    }
    let Some(civil) = date.civil() else {
        return false;
    };
    let words: Vec<&str> = words(text).collect();
    let has = |find: &dyn Fn(&str) -> bool| words.iter().any(|word| find(word));
    let has_year = has(&|word| year(word).map(i32::from) == Some(civil.year));
    let has_month = civil.month.is_none_or(|wanted| {
        let wanted = i8::try_from(wanted).ok();
        has(&|word| match month(word) {
            Some(month) => Some(month) == wanted,
            None => word.parse().ok() == wanted || word.chars().count() > 2 && is_foreign(word),
        })
    });
    let has_day = civil.day.is_none_or(|wanted| {
        let wanted = i8::try_from(wanted).ok();
        has(&|word| day(word) == wanted)
    });
    has_year && has_month && has_day
}

/// Says whether a word may be the name of a month in another language: no English day.
fn is_foreign(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && !word.ends_with("day") && word != "the"
}

#[cfg(test)]
mod tests {
    use super::states;
    use crate::model::Edtf;

    #[test]
    fn full_dates_are_stated_and_others_inferred() {
        for (words, date, expected) in [
            ("16 August 2025", "2025-08-16", true),
            ("Saturday, August 16, 2025", "2025-08-16", true),
            ("16.08.2025", "2025-08-16", true),
            ("16 серпня 2025", "2025-08-16", true),
            ("2025-08-16", "2025-08-16", true),
            ("2025-08-15/2025-08-16", "2025-08-15/2025-08-16", true),
            ("August 2025", "2025-08", true),
            ("in 2025", "2025", true),
            ("Saturday", "2025-08-16", false),
            ("16 August", "2025-08-16", false),
            ("August 2025", "2025-08-16", false),
            ("Saturday 16, 2025", "2025-08-16", false),
            ("last year", "2024", false),
        ] {
            let parsed = Edtf::parse(date).expect(date);
            assert_eq!(states(words, &parsed), expected, "{words} {date}");
        }
    }
}
