//! Knows the abbreviations of English and Ukrainian that are written with a full stop.
//!
//! No abbreviation of one is written in the letters of the other, so that they hold in a text of
//! either language.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// One that a name follows, such as `Mr`: no sentence ends with it.
    Title,
    /// One that a number follows, such as `No`.
    Number,
    /// One that a sentence can end with, such as `U.S` or `etc`.
    Other,
}

const TITLES: &str = "mr mrs ms mx dr prof sen rep gen gov lt col sgt capt cpl adm maj brig hon \
    rev st mt pres amb";
const NUMBERS: &str = "no nos p pp art fig para vol";
const OTHERS: &str = "vs etc approx jr sr inc ltd co corp dept est cf ca al jan feb apr jun jul \
    aug sep sept oct nov dec ft ph";

const UKRAINIAN_TITLES: &str = "п пп ім св проф акад ген вул просп";
const UKRAINIAN_NUMBERS: &str = "ст с рис табл";
const UKRAINIAN_OTHERS: &str = "р рр тис млн млрд трлн грн дол коп год хв обл див ін";

/// Capitalised words that sentences begin with.
const OPENERS: &str = "The A An He She It They We I You His Her Its Their Our This That These \
    Those There But And Or So Yet In On At By For From With After Before When While As If No Not \
    Neither Nor Both All Some Most Many Several One Two Three However Meanwhile Then Now Also \
    Still What Who Why How Where Whether Under Until Since";

/// Returns what abbreviation stands at the end of a text, before its full stop.
pub(super) fn abbreviation(before: &str) -> Option<Abbreviation> {
    english(before).or_else(|| ukrainian(before))
}

fn english(before: &str) -> Option<Abbreviation> {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next()?;
    let is_in = |list: &str| {
        list.split(' ')
            .any(|entry| entry.eq_ignore_ascii_case(word))
    };
    let is_initial = |part: &str| {
        (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    };
    let initials = word.contains('.') && word.split('.').all(is_initial);
    let initial =
        word.len() == 1 && word != "I" && word.starts_with(|c: char| c.is_ascii_uppercase());
    if is_in(TITLES) {
        Some(Abbreviation::Title)
    } else if is_in(NUMBERS) {
        Some(Abbreviation::Number)
    } else {
        (initials || initial || is_in(OTHERS)).then_some(Abbreviation::Other)
    }
}

fn ukrainian(before: &str) -> Option<Abbreviation> {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let is_in = |list: &str| list.split(' ').any(|entry| entry == word);
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    if is_in(UKRAINIAN_TITLES) {
        Some(Abbreviation::Title)
    } else if is_in(UKRAINIAN_NUMBERS) {
        Some(Abbreviation::Number)
    } else {
        let other = is_in(UKRAINIAN_OTHERS) || initial && !word.is_ascii();
        other.then_some(Abbreviation::Other)
    }
}

/// Says whether a capitalised word is one that sentences begin with, rather than a name.
pub(super) fn is_sentence_opener(word: &str) -> bool {
    OPENERS.split(' ').any(|entry| entry == word)
}
