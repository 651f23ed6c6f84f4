//! Changes as text, for people at a terminal.

use std::fmt::Write as _;

use crate::analysis::Edition;
use crate::analysis::changes::Diff;
use crate::describe::changes::{Fate, How, Item, Teller, Told, phrases};
use crate::describe::{Locale, Locales, Message};
use crate::word_diff::WordDiff;

/// How words that one edition alone has are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// As `wdiff` does: `[-removed-]`, `{+added+}`.
    Plain,
    /// By colour, struck out and underlined: for a terminal.
    Coloured,
}

impl Marks {
    fn removed(self) -> (&'static str, &'static str) {
        match self {
            Self::Plain => ("[-", "-]"),
            Self::Coloured => ("\u{1b}[31;9m", "\u{1b}[0m"),
        }
    }

    fn added(self) -> (&'static str, &'static str) {
        match self {
            Self::Plain => ("{+", "+}"),
            Self::Coloured => ("\u{1b}[32;4m", "\u{1b}[0m"),
        }
    }

    fn words(self, diff: &WordDiff) -> String {
        diff.set(
            ToOwned::to_owned,
            |words| wrapped(self.removed(), words),
            |words| wrapped(self.added(), words),
        )
    }
}

fn wrapped((open, close): (&str, &str), words: &str) -> String {
    format!("{open}{words}{close}")
}

/// Returns what changed as text. Writing to a string cannot fail.
pub fn render(diff: &Diff<'_>, locales: &Locales, marks: Marks) -> String {
    let locale = locales.of(&diff.new.brief().parts().lang);
    let setter = Setter { locale, marks };
    let mut out = format!("{}\n", diff.new.brief().parts().topic);
    let edition = |edition: &Edition| {
        let parts = edition.brief().parts();
        let number = parts.edition.to_string();
        let edition = locale.with(Message::Edition, [("edition", number.into())]);
        format!("{edition} ({})", parts.as_of)
    };
    let (old, new) = (edition(diff.old), edition(diff.new));
    _ = writeln!(out, "{old} → {new}");
    _ = writeln!(out, "{}", phrases::summary(locale, diff));
    for part in Teller(diff, locales).parts() {
        _ = writeln!(out, "\n{}", part.name.words(locale));
        for item in &part.items {
            setter.item(item, &mut out);
        }
    }
    out
}

/// Sets changes in a language.
#[derive(Clone, Copy)]
struct Setter<'a> {
    locale: &'a Locale,
    marks: Marks,
}

impl Setter<'_> {
    fn item(self, item: &Item<'_>, out: &mut String) {
        let (sign, coloured) = match item.fate {
            Fate::Added => ("+", Some("\u{1b}[32m")),
            Fate::Withdrawn => ("-", Some("\u{1b}[31m")),
            Fate::Changed => ("~", None),
            Fate::Renumbered => ("=", None),
        };
        if !item.label.is_empty() {
            let mut head = format!("{sign} {}", item.label);
            if let Some(key) = item.key {
                _ = write!(head, " {key}");
            }
            if let Some(was) = &item.was {
                _ = write!(head, ", {}", phrases::was(self.locale, was));
            }
            match coloured.filter(|_| self.marks == Marks::Coloured) {
                Some(colour) => _ = writeln!(out, "  {colour}{head}\u{1b}[0m"),
                None => _ = writeln!(out, "  {head}"),
            }
        }
        if let Some(text) = &item.text {
            let by = item.by.iter().map(|by| format!("{by}: "));
            _ = writeln!(out, "      {}{text}", by.collect::<String>());
        }
        for told in &item.told {
            _ = writeln!(out, "      {}", self.line(told));
        }
    }

    fn line(self, told: &Told<'_>) -> String {
        let marks = self.marks;
        let quote = told.quote.iter().map(|quote| format!(" {quote}"));
        let label = format!(
            "{}{}",
            told.what.words(self.locale),
            quote.collect::<String>()
        );
        let how = match &told.how {
            How::Words(diff) => marks.words(diff),
            How::Turned { was, is } => match (was, is) {
                (Some(was), Some(is)) => format!("{was} → {is}"),
                // The label says already which it is.
                (Some(one), None) | (None, Some(one)) if told.what.says_which() => one.clone(),
                (None, Some(is)) => wrapped(marks.added(), is),
                (Some(was), None) => wrapped(marks.removed(), was),
                (None, None) => String::new(),
            },
        };
        format!("{label}: {how}")
    }
}
