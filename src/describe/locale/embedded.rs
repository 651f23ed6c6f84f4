//! The locale files that the program brings along: those of the folder `locales`.

use std::sync::{Arc, LazyLock};

use super::Locale;

/// Tag and text of every file, made by `build.rs`.
pub(super) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The language whose words stand in for those that another does not have.
pub(super) const LAST: &str = "en";

static LAST_LOCALE: LazyLock<Arc<Locale>> = LazyLock::new(|| Arc::new(parsed(LAST, None)));

static OTHERS: LazyLock<Vec<Arc<Locale>>> = LazyLock::new(|| {
    let parse = |(tag, _): &(&str, _)| Arc::new(parsed(tag, Some(last().clone())));
    other_files().map(parse).collect()
});

/// Returns the English locale.
pub(super) fn last() -> &'static Arc<Locale> {
    &LAST_LOCALE
}

/// Returns the files of all other languages.
pub(super) fn other_files() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    FILES.iter().filter(|(tag, _)| *tag != LAST)
}

/// Returns the locale of a language, by its tag in lower case.
pub(super) fn of(tag: &str) -> Option<&'static Arc<Locale>> {
    if tag == LAST {
        return Some(last());
    }
    OTHERS
        .iter()
        .find(|locale| locale.tag().eq_ignore_ascii_case(tag))
}

/// Returns a locale of the folder. A test parses each, so that none is at fault here.
fn parsed(tag: &str, next: Option<Arc<Locale>>) -> Locale {
    let file = FILES.iter().find(|(known, _)| *known == tag);
    let text = file.map_or("", |(_, text)| text);
    Locale::parse(tag, text, next.clone()).unwrap_or_else(|_| Locale::bare(tag, next))
}
