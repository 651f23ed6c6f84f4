//! What changed since the edition before.

use std::fmt::Write as _;

use super::Letter;
use super::escape::text;
use crate::analysis::changes::Diff;
use crate::describe::Locale;
use crate::describe::changes::{Fate, How, Item, Teller, Told, phrases};

impl Letter<'_> {
    /// Lists what changed, if the brief names the edition before.
    pub(super) fn changes(&mut self) {
        let Some(diff) = Diff::from_previous(self.edition) else {
            return;
        };
        let locale = self.locales.of(&self.brief.parts().lang);
        self.heading(&phrases::heading(locale, &diff));
        self.line(&format!("{}\n", text(&phrases::summary(locale, &diff))));
        for part in Teller(&diff, self.locales).parts() {
            self.line(&format!("- {}", part.name.words(locale)));
            for item in &part.items {
                self.change(locale, item);
            }
        }
    }

    fn change(&mut self, locale: &Locale, item: &Item<'_>) {
        if !item.label.is_empty() {
            let since = text(&phrases::since(locale, item));
            let label = text(&item.label);
            let mut head = if item.fate == Fate::Withdrawn {
                format!("{since}: {label}")
            } else {
                format!("**{label}** {since}")
            };
            if let Some(words) = &item.text {
                let by = item.by.iter().map(|by| format!("{by}: "));
                _ = write!(head, ": {}{}", text(&by.collect::<String>()), text(words));
            }
            self.line(&format!("  - {head}"));
        }
        let indent = if item.label.is_empty() { "  " } else { "    " };
        for told in &item.told {
            self.line(&format!("{indent}- {}", line(locale, told)));
        }
    }
}

fn line(locale: &Locale, told: &Told<'_>) -> String {
    let quote = told.quote.iter().map(|quote| format!(" {quote}"));
    let label = format!(
        "{}{}",
        text(told.what.words(locale)),
        quote.collect::<String>()
    );
    let how = match &told.how {
        How::Words(diff) => diff.set(text, removed, added),
        How::Turned { was, is } => match (was, is) {
            (Some(was), Some(is)) => format!("{} → {}", text(was), text(is)),
            // The label says already which it is.
            (Some(one), None) | (None, Some(one)) if told.what.says_which() => text(one),
            (None, Some(is)) => added(is),
            (Some(was), None) => removed(was),
            (None, None) => String::new(),
        },
    };
    format!("{label}: {how}")
}

/// Strikes words out, as GitHub has it.
fn removed(words: &str) -> String {
    marked("~~", words)
}

fn added(words: &str) -> String {
    marked("**", words)
}

/// Puts marks around words. Between a letter and a punctuation mark they would mark nothing: a space
/// goes before them.
fn marked(mark: &str, words: &str) -> String {
    let opens = words.starts_with(char::is_alphanumeric);
    let space = if opens { "" } else { " " };
    format!("{space}{mark}{}{mark}", text(words))
}
