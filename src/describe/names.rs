//! What voices are called.

use super::words::capitalised;
use super::{Locale, Message};
use crate::model::{Brief, VoiceId, VoiceKind};

/// Returns a voice's name in full, as running text has it: "Volodymyr Zelenskyy", "two senior
/// administration officials", "senior officials (number not given)".
pub(crate) fn voice(locale: &Locale, brief: &Brief, id: VoiceId) -> String {
    match &brief.voice(id).kind {
        VoiceKind::Person { name, .. } | VoiceKind::Group { name, .. } => name.to_string(),
        VoiceKind::Anonymous {
            count,
            described_as,
            ..
        } => anonymous(
            locale,
            count.map(|count| count.get() as usize),
            described_as,
        ),
        VoiceKind::Outlet(work) => outlet(locale, &brief.source(*work).name),
        VoiceKind::Writer(name) => locale.with(Message::VoiceWriter, [("name", (&**name).into())]),
    }
}

/// Returns a voice's name in short, for the matrix and the figure. An anonymous voice keeps its
/// number: "two US officials".
pub(crate) fn voice_in_short(locale: &Locale, brief: &Brief, id: VoiceId) -> String {
    let voice_of = brief.voice(id);
    let Some(short) = &voice_of.short else {
        return voice(locale, brief, id);
    };
    match &voice_of.kind {
        VoiceKind::Anonymous { count, .. } => {
            anonymous(locale, count.map(|count| count.get() as usize), short)
        }
        VoiceKind::Person { .. }
        | VoiceKind::Group { .. }
        | VoiceKind::Outlet(_)
        | VoiceKind::Writer(_) => short.to_string(),
    }
}

fn anonymous(locale: &Locale, count: Option<usize>, description: &str) -> String {
    match count {
        Some(_) if is_counted(locale, description) => description.to_owned(),
        Some(count) => locale.with(
            Message::VoiceCounted,
            [
                ("count", count.into()),
                ("number", locale.number(count).into()),
                ("description", description.into()),
            ],
        ),
        None => locale.with(
            Message::VoiceUncounted,
            [("description", description.into())],
        ),
    }
}

fn outlet(locale: &Locale, name: &str) -> String {
    let ending = if name.ends_with(['s', 'S']) {
        "s"
    } else {
        "other"
    };
    locale.with(
        Message::VoiceOutlet,
        [("outlet", name.into()), ("ending", ending.into())],
    )
}

/// Says whether a description begins with a number or an article, and needs no number before it.
fn is_counted(locale: &Locale, text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let mut counting = locale.text(Message::CountingWords).split_whitespace();
    first.starts_with(|c: char| c.is_ascii_digit()) || counting.any(|word| word == first)
}

/// Returns a voice's name in full with a capital, to open a line.
pub(crate) fn voice_opening(locale: &Locale, brief: &Brief, id: VoiceId) -> String {
    capitalised(&voice(locale, brief, id))
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
        assert_eq!(outlet(english, "NBC News"), "NBC News’ own reporting");
        assert_eq!(outlet(english, "Newsmax"), "Newsmax’s own reporting");
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
        ] {
            assert_eq!(anonymous(english, count, description), name);
        }
    }
}
