//! Finds the words by which an article says when something was said, and infers the day that they mean.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::clauses::Clause;
use super::language::{Language, Words};
use super::noun_phrases::Reader;
use crate::evidence::Day;

/// So many words after a day may say more of it.
const MOST_MORE: usize = 5;

/// Returns the day that words mean in an article of a day: of a weekday alone, the last one. What says more than
/// the words that are known here means none.
pub(super) fn inferred(words: &str, issued: &Day, language: &Language) -> Option<String> {
    let issued: Date = issued.as_str().parse().ok()?;
    let rules = &language.rules;
    let words: Vec<&str> = words
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .collect();
    let day = match words.as_slice() {
        [word] if rules.today.has(word) => issued,
        [word] if rules.yesterday.has(word) => issued.checked_sub(1.day()).ok()?,
        [word] => {
            let since = issued.weekday().since(weekday(word, language)?);
            issued.checked_sub(i64::from(since).days()).ok()?
        }
        [first, date @ ..] => {
            let weekday = weekday(first, language)?;
            calendar_day(date, issued, language).filter(|day| day.weekday() == weekday)?
        }
        [] => return None,
    };
    Some(day.to_string())
}

fn weekday(word: &str, language: &Language) -> Option<Weekday> {
    let number = number_of(word, &language.rules.weekdays)?;
    Weekday::from_monday_zero_offset(i8::try_from(number).ok()?).ok()
}

fn number_of(word: &str, names: &[Words]) -> Option<usize> {
    names.iter().position(|names| names.has(word))
}

/// Reads a day and a month, in either order, and a year: without one, the last such day.
fn calendar_day(words: &[&str], issued: Date, language: &Language) -> Option<Date> {
    let (month, day, year) = match words {
        [one, two] => (one, two, None),
        [one, two, year] => (one, two, Some(year)),
        _ => return None,
    };
    let months = &language.rules.months;
    let (month, day) = match number_of(month, months) {
        Some(month) => (month, day),
        None => (number_of(day, months)?, month),
    };
    let month = i8::try_from(month + 1).ok()?;
    let day: i8 = day.parse().ok()?;
    let of_year = |year| Date::new(year, month, day).ok();
    match year {
        Some(year) => of_year(year.parse().ok()?),
        None => of_year(issued.year())
            .filter(|day| *day <= issued)
            .or_else(|| of_year(issued.year() - 1)),
    }
}

/// Returns the words of a sentence that say on which day a clause was said, if it is certain that they do: they
/// stand beside the verb, and no other verb is nearer.
pub(super) fn day(reader: Reader<'_, '_>, clause: &Clause, all: &[Clause]) -> Option<Range<usize>> {
    let rules = &reader.language.rules;
    let is_day = |at: &usize| {
        let word = reader.word(*at);
        let is_weekday = number_of(word, &rules.weekdays).is_some();
        // Today may be the name of a programme.
        let is_near = (rules.today.has(word) || rules.yesterday.has(word))
            && (*at == 0 || !reader.sentence.is_capital(*at));
        let is_said = clause.contents.iter().any(|content| content.contains(at));
        !is_said && (is_weekday || is_near)
    };
    let mut days = (0..reader.sentence.len()).filter(is_day);
    let at = days.next()?;
    // Of two days it is not known which one is meant.
    if days.next().is_some() || !is_beside(reader, clause, all, at) {
        return None;
    }
    let before = at.checked_sub(1);
    let word = before.map_or("", |before| reader.word(before));
    let is_of_name = before.is_some_and(|before| before > 0 && reader.sentence.is_capital(before));
    // A Monday, every Friday; Black Friday.
    if rules.determiners.has(word) || is_of_name && !rules.recent.has(word) {
        return None;
    }
    let start = at - usize::from(rules.recent.has(word));
    Some(start..end(reader, clause, at))
}

/// Says whether nothing parts a day from the verb of a clause: no other verb, and no words on somebody.
fn is_beside(reader: Reader<'_, '_>, clause: &Clause, all: &[Clause], at: usize) -> bool {
    let rules = &reader.language.rules;
    let cue = &clause.cue;
    let between = at.min(cue.end)..at.max(cue.start);
    let is_of_another = all
        .iter()
        .any(|other| between.contains(&other.cue.head) && other.cue.head != cue.head);
    let is_said = |at: &usize| clause.contents.iter().any(|content| content.contains(at));
    let parts = |index: usize| rules.subordinators.has(reader.word(index)) && !is_said(&index);
    let subject = clause.subject.as_ref();
    let is_of_subject = subject.is_some_and(|subject| subject.contains(&at));
    // Ayo, elected on Friday, said
    let is_inserted = subject.is_some_and(|subject| {
        subject.end <= at
            && at < cue.start
            && (subject.end..cue.start).any(|index| reader.sentence.is_mark(index, ",–—("))
    });
    !is_of_another && !is_of_subject && !is_inserted && !between.clone().any(parts)
}

/// Returns where the words end that say more of a day: Sunday, 8 November; Friday last week.
fn end(reader: Reader<'_, '_>, clause: &Clause, at: usize) -> usize {
    let rules = &reader.language.rules;
    let is_figure = |index: usize| reader.word(index).starts_with(|c: char| c.is_ascii_digit());
    let is_month = |index: usize| {
        let is_name = rules.inflects || reader.sentence.is_capital(index);
        is_name && number_of(reader.word(index), &rules.months).is_some()
    };
    let is_year = |index: usize| is_figure(index) && reader.word(index).len() == 4;
    let is_more = |index: usize| {
        let word = reader.word(index);
        is_figure(index)
            || rules.numbers.contains_key(word)
            || rules.recent.has(word)
            || rules.prepositions.has(word) && (is_month(index + 1) || is_year(index + 1))
            || reader.sentence.is_mark(index, ",()")
    };
    let mut end = at + 1;
    for index in at + 1..(at + 1 + MOST_MORE).min(reader.sentence.len()) {
        let is_strong = is_month(index) || is_year(index) || rules.periods.has(reader.word(index));
        if index == clause.cue.start || !(is_strong || is_more(index)) {
            break;
        }
        if is_strong {
            end = index + 1;
            if is_month(index) && is_figure(end) {
                end += 1;
            }
        }
    }
    let is_open = (at..end).any(|index| reader.sentence.is_mark(index, "("));
    end + usize::from(is_open && reader.sentence.is_mark(end, ")"))
}

#[cfg(test)]
mod tests {
    use super::inferred;
    use crate::draft::language::Language;
    use crate::evidence::Day;

    #[test]
    fn days_are_inferred_where_the_words_are_plain() {
        let language = Language::of("en").unwrap();
        // A Saturday.
        let issued = Day::parse("2025-08-16").unwrap();
        for (words, date) in [
            ("saturday", Some("2025-08-16")),
            ("friday", Some("2025-08-15")),
            ("sunday", Some("2025-08-10")),
            ("today", Some("2025-08-16")),
            ("yesterday", Some("2025-08-15")),
            ("spring", None),
            ("sunday, 3 august", Some("2025-08-03")),
            ("sunday (august 3)", Some("2025-08-03")),
            ("tuesday, 31 december", Some("2024-12-31")),
            ("sunday, 3 august 2025", Some("2025-08-03")),
            ("monday, 3 august", None),
            ("sunday, 31 february", None),
            ("last friday", None),
            ("friday last week", None),
            ("friday, two weeks ago", None),
        ] {
            assert_eq!(
                inferred(words, &issued, language).as_deref(),
                date,
                "{words}"
            );
        }
    }
}
