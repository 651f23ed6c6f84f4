//! Changes as text, for people at a terminal.

use std::fmt::Write as _;

use crate::analysis::changes::{Comparison, Edition};
use crate::word_diff::WordDiff;
use crate::wording::changes::{Fate, How, Item, Part, Teller, Told};
use crate::wording::words::capitalised;
use crate::wording::{Locale, Locales, Message};

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
pub fn render(comparison: &Comparison<'_>, locales: &Locales, marks: Marks) -> String {
    let mut out = format!("{}\n", comparison.new.brief.parts().topic);
    let edition = |edition: Edition<'_>| {
        let parts = edition.brief.parts();
        format!("edition {}, as of {}", parts.edition, parts.as_of)
    };
    let (old, new) = (edition(comparison.old), edition(comparison.new));
    _ = writeln!(out, "{old} → {new}");
    if comparison.changes.is_empty() {
        out.push_str("nothing changed\n");
    } else {
        _ = writeln!(
            out,
            "{}",
            counts(locales.of(&comparison.new.brief.parts().lang), comparison)
        );
    }
    for part in Teller(*comparison, locales).parts() {
        self::part(&part, marks, &mut out);
    }
    out
}

fn counts(locale: &Locale, comparison: &Comparison<'_>) -> String {
    let claims = &comparison.changes.claims;
    let changed = claims.changed().count();
    let all = locale.counted(Message::ClaimsCounted, comparison.new.brief.claims().len());
    format!(
        "{}: {} added, {} withdrawn, {changed} changed, {} as before",
        capitalised(&all),
        claims.added.len(),
        claims.withdrawn.len(),
        claims.kept.len() - changed
    )
}

fn part(part: &Part<'_>, marks: Marks, out: &mut String) {
    _ = writeln!(out, "\n{}", part.name.words());
    for item in &part.items {
        self::item(item, marks, out);
    }
}

fn item(item: &Item<'_>, marks: Marks, out: &mut String) {
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
            _ = write!(head, ", was {was}");
        }
        match coloured.filter(|_| marks == Marks::Coloured) {
            Some(colour) => _ = writeln!(out, "  {colour}{head}\u{1b}[0m"),
            None => _ = writeln!(out, "  {head}"),
        }
    }
    if let Some(text) = &item.text {
        let by = item.by.iter().map(|by| format!("{by}: "));
        _ = writeln!(out, "      {}{text}", by.collect::<String>());
    }
    for told in &item.told {
        _ = writeln!(out, "      {}", line(told, marks));
    }
}

fn line(told: &Told<'_>, marks: Marks) -> String {
    let quote = told.quote.iter().map(|quote| format!(" {quote}"));
    let label = format!("{}{}", told.what.words(), quote.collect::<String>());
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
