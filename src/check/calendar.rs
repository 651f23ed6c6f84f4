//! Knows what words in English and numbers say of the calendar.

use crate::model::{Edtf, Moment, Offset};

/// Splits words at everything that is neither a letter nor a digit.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Returns the month of an English name or abbreviation with a capital, from 1.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "January" | "Jan" => 1,
        "February" | "Feb" => 2,
        "March" | "Mar" => 3,
        "April" | "Apr" => 4,
        "May" => 5,
        "June" | "Jun" => 6,
        "July" | "Jul" => 7,
        "August" | "Aug" => 8,
        "September" | "Sept" | "Sep" => 9,
        "October" | "Oct" => 10,
        "November" | "Nov" => 11,
        "December" | "Dec" => 12,
        _ => return None,
    })
}

/// Returns a day of a month, with or without its ordinal ending.
pub(super) fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    if !matches!(ending, "" | "st" | "nd" | "rd" | "th") || digits.len() > 2 {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// Returns a year of four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}

/// Returns the EDTF dates that a text can mean: none, one, or two where day and month can change
/// places.
pub(super) fn propose(text: &str) -> Vec<String> {
    if let Some(date) = Edtf::respelled(text) {
        return vec![date.to_string()];
    }
    let words: Vec<&str> = words(text).collect();
    let small = |at: usize| words.get(at).and_then(|word| day(word));
    let name = |at: usize| words.get(at).and_then(|word| month(&capitalised(word)));
    let year = |at: usize| words.get(at).and_then(|word| year(word));
    let dates = match words.len() {
        3 => [
            (year(0), small(1), small(2)),
            (year(2), name(1), small(0)),
            (year(2), name(0), small(1)),
            (year(2), small(1), small(0)),
            (year(2), small(0), small(1)),
        ]
        .into_iter()
        .filter_map(|(year, month, day)| Some(format!("{:04}-{:02}-{:02}", year?, month?, day?)))
        .collect(),
        2 => [(year(0), small(1)), (year(1), name(0)), (year(1), small(0))]
            .into_iter()
            .filter_map(|(year, month)| Some(format!("{:04}-{:02}", year?, month?)))
            .collect(),
        _ => Vec::new(),
    };
    let mut sound: Vec<String> = dates;
    sound.retain(|date| Edtf::parse(date).is_ok());
    sound.dedup();
    sound
}

/// Returns a word with a capital, as the names of months have one.
fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first
        .into_iter()
        .chain(chars.map(|c| c.to_ascii_lowercase()))
        .collect()
}

/// Words that say nothing of a date but when it is, in the languages of `MONTHS`.
const CONNECTORS: &str = "the of on in at am im um den der dem de del di do da du le la el il en em no á à a у в на \
    року рік р года году г roku rok r kl klo uhr utc gmt year ב ב־";

/// How the names of months begin in some languages, besides English: month by month.
const MONTHS: [&str; 12] = [
    "jan jän ene gen stycz led tammi oca ian ιαν янв січ студз яну sij ינואר يناير",
    "feb fév fev lut úno helmi şub φεβ фев лют velj פברואר فبراير",
    "mar mär maalis mrt bře ožu μαρ мар берез сакав מרץ מרס مارس",
    "apr avr abr kwie dub huhti nis απρ апр квіт красав trav אפריל أبريل إبريل",
    "mai maj mayo mei maggio kvě touko máj μαΐ μαι май мая трав svib מאי مايو",
    "jun juin giu czerw červn kesä haz ιουν июн черв чэрв יוני يونيو",
    "jul juil lug lip červenc heinä tem ιουλ июл лип ліп יולי يوليو",
    "aug aoû ago sier srp elo ağu αυγ авг серп жнів אוגוסט أغسطس",
    "sep set wrze září syys eyl σεπ сен верес rujn ספטמבר سبتمبر",
    "okt oct out ott paźd říj loka eki οκτ окт жовт кастр אוקטובר أكتوبر",
    "nov listopad marras kas νοε ноя ноем листоп ліст נובמבר نوفمبر",
    "dec déc dez dic gru pros joulu ara δεκ дек груд снеж דצמבר ديسمبر",
];

/// How the names of days of the week begin in some languages, besides English.
const WEEKDAYS: &str = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi \
    jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo luned marted mercoled gioved \
    venerd sabato domenica segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag \
    zondag poniedział wtor środ czwart piąt sobot niedziel понеділ вівтор серед четвер п’ятниц п'ятниц субот неділ \
    понедельник вторник сред пятниц воскресень";

/// Says whether words give a date as precisely as the date itself and say no more: year, month and day, in any
/// order, the month by name or by number. Then nothing is inferred. "Before January 2027" is no January 2027.
pub(super) fn states(text: &str, date: &Edtf) -> bool {
    if Edtf::parse(text).as_ref() == Ok(date) {
        return true;
    }
    let Some(civil) = date.civil() else {
        return false;
    };
    let words: Vec<&str> = words(text).collect();
    let has = |find: &dyn Fn(&str) -> bool| words.iter().any(|word| find(word));
    let is_year = |word: &str| year(word).map(i32::from) == Some(civil.year);
    let is_month = |word: &str| {
        civil.month.is_some_and(|wanted| {
            let named = month(word).or_else(|| foreign_month(word));
            match i8::try_from(wanted) {
                Ok(wanted) => named == Some(wanted) || word.parse() == Ok(wanted),
                Err(_) => false,
            }
        })
    };
    let is_day = |word: &str| {
        civil
            .day
            .is_some_and(|wanted| day(word) == i8::try_from(wanted).ok())
    };
    let is_time = |word: &str| {
        date.moment().is_some_and(|moment| {
            let (hour, minute, second) = moment.clock();
            [hour, minute, second]
                .iter()
                .any(|part| word.parse() == Ok(*part))
        })
    };
    let says_no_more = words.iter().all(|word| {
        let is_of_date = is_year(word) || is_month(word) || is_day(word);
        is_of_date || is_time(word) || is_weekday(word) || is_in(CONNECTORS, word)
    });
    let has_month = civil.month.is_none() || has(&is_month);
    let has_day = civil.day.is_none() || has(&is_day);
    let has_date = has(&is_year) && has_month && has_day;
    has_date && says_no_more && date.moment().is_none_or(|moment| has_time(&words, moment))
}

fn is_in(list: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    list.split_whitespace().any(|entry| entry == word)
}

/// Returns the month whose name in another language a word begins with. A Hebrew one may follow its preposition.
fn foreign_month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let word = word.strip_prefix('ב').unwrap_or(&word);
    let begins = |list: &str| list.split(' ').any(|name| word.starts_with(name));
    let index = MONTHS.iter().position(|list| begins(list))?;
    i8::try_from(index + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    let is_english = matches!(
        word.to_ascii_lowercase().get(..3),
        Some("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")
    ) && (word.len() <= 5 || word.ends_with("day"));
    let lower = word.to_lowercase();
    is_english
        || WEEKDAYS
            .split_whitespace()
            .any(|day| lower.starts_with(day))
}

/// Says whether words give a time as the date does: hour and minute on a clock of 24 hours and, if the
/// date says how far it is from UTC, that it is UTC.
fn has_time(words: &[&str], moment: Moment) -> bool {
    let (hour, minute, second) = moment.clock();
    let has = |number: u8| words.iter().any(|word| word.parse() == Ok(number));
    let has_second = second == 0 || has(second);
    let is_in_zone = match moment.offset() {
        None => true,
        Some(Offset::UTC) => words.iter().any(|word| matches!(*word, "GMT" | "UTC")),
        Some(_) => false,
    };
    has(hour) && has(minute) && has_second && is_in_zone
}

#[cfg(test)]
mod tests {
    use super::{propose, states};
    use crate::model::Edtf;

    #[test]
    fn usual_forms_are_understood() {
        for (text, expected) in [
            ("16/08/2025", vec!["2025-08-16"]),
            ("08/16/2025", vec!["2025-08-16"]),
            ("7/8/2025", vec!["2025-08-07", "2025-07-08"]),
            ("16.8.2025", vec!["2025-08-16"]),
            ("16 August 2025", vec!["2025-08-16"]),
            ("august 16th, 2025", vec!["2025-08-16"]),
            ("2025-8-16", vec!["2025-08-16"]),
            ("2025/08/16", vec!["2025-08-16"]),
            ("8/2025", vec!["2025-08"]),
            ("August 2025", vec!["2025-08"]),
            ("2025-8", vec!["2025-08"]),
            ("31/02/2025", vec![]),
            ("2025-08-16 9:30", vec!["2025-08-16T09:30:00"]),
            ("2025-08-16T24:00:00Z", vec!["2025-08-17T00:00:00Z"]),
            ("Saturday", vec![]),
        ] {
            assert_eq!(propose(text), expected, "{text}");
        }
    }

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
            ("Freitag, den 15. August 2025", "2025-08-15", true),
            ("le 16 août 2025", "2025-08-16", true),
            ("16 серпня 2025 року", "2025-08-16", true),
            ("ב־16 באוגוסט 2025", "2025-08-16", true),
            ("before January 2027", "2027-01", false),
            ("end of January 2027", "2027-01", false),
            ("not before November 2026", "2026-11", false),
            ("until 15 January 2027", "2027-01-15", false),
            ("summer 2026", "2026-08", false),
            ("Easter 2026", "2026-05", false),
            ("after 2026", "2026", false),
            ("the first half of 2026", "2026", false),
            ("14 or 15 January 2027", "2027-01-15", false),
            ("vor dem 15. Januar 2027", "2027-01-15", false),
            ("до 15 січня 2027", "2027-01-15", false),
            ("15 January 2027", "2027-01", false),
            ("Saturday", "2025-08-16", false),
            ("16 August", "2025-08-16", false),
            ("August 2025", "2025-08-16", false),
            ("Saturday 16, 2025", "2025-08-16", false),
            ("last year", "2024", false),
            ("16 August 2025, 09:30 GMT", "2025-08-16T09:30Z", true),
            ("16 August 2025, 09:30", "2025-08-16T09:30:00", true),
            ("16 August 2025, 09:30", "2025-08-16T09:30+02:00", false),
            ("16 August 2025", "2025-08-16T09:30Z", false),
            ("2025-08-16T09:30+02:00", "2025-08-16T09:30+02:00", true),
        ] {
            let parsed = Edtf::parse(date).expect(date);
            assert_eq!(states(words, &parsed), expected, "{words} {date}");
        }
    }
}
