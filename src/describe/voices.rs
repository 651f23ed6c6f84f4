//! Describes voices that have no name: those who are not named, and outlets.

use std::borrow::Cow;

use super::locales::{Locale, Message};

/// Describes an anonymous voice by its description, and by that as it is set.
pub(super) fn anonymous<'a>(
    locale: &Locale,
    count: Option<usize>,
    description: &str,
    set: Cow<'a, str>,
) -> Cow<'a, str> {
    match count {
        Some(_) if is_counted(locale, description) => set,
        Some(count) => filled!(
            locale, VoiceCounted, "count": count, "number": locale.number(count),
            "description": set, "begins": first_word(description),
        )
        .into(),
        None => filled!(locale, VoiceUncounted, "description": set).into(),
    }
}

pub(super) fn outlet(locale: &Locale, name: &str, set: Cow<'_, str>) -> String {
    let ending = if name.contains(", ") {
        "comma"
    } else if name.ends_with(['s', 'S']) {
        "s"
    } else {
        "other"
    };
    filled!(locale, VoiceOutlet, "outlet": set, "ending": ending)
}

/// Says whether a description begins with a number or an article, and needs no number before it.
fn is_counted(locale: &Locale, text: &str) -> bool {
    let first = first_word(text);
    let mut counting = locale.text(Message::CountingWords).split_whitespace();
    first.starts_with(|c: char| c.is_ascii_digit()) || counting.any(|word| word == first)
}

fn first_word(text: &str) -> String {
    text.split(' ').next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{anonymous, outlet};
    use crate::describe::Locales;
    use crate::model::Language;

    #[test]
    fn names_end_in_s_or_do_not() {
        let locales = Locales::default();
        let english = locales.of(&Language::parse("en").unwrap());
        assert_eq!(
            outlet(english, "NBC News", "NBC News".into()),
            "NBC News’ own statement"
        );
        assert_eq!(
            outlet(english, "Newsmax", "Newsmax".into()),
            "Newsmax’s own statement"
        );
        assert_eq!(
            outlet(english, "NPA, 16 Nov", "NPA, 16 Nov".into()),
            "own statement in NPA, 16 Nov"
        );
    }

    #[test]
    fn numbers_stand_once() {
        let locales = Locales::default();
        let english = locales.of(&Language::parse("en").unwrap());
        for (count, description, name) in [
            (Some(2), "officials", "two officials"),
            (Some(2), "two officials", "two officials"),
            (Some(1), "an official", "an official"),
            (None, "officials", "officials (number not given)"),
            (Some(3), "several people", "several people (three)"),
        ] {
            assert_eq!(
                anonymous(english, count, description, description.into()),
                name
            );
        }
    }
}
