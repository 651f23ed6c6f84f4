//! Writes what changed between two editions as text, for people at a terminal.

use std::fmt::Write as _;

use crate::analysis::changes::Diff;
use crate::describe::changes::{ChangeDescriber, Item, Outcome, was};
use crate::describe::{Describer, Locales, Mark, Sink};

/// How words that one edition alone has are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Marks {
    /// As `wdiff` does: `[-removed-]`, `{+added+}`.
    Plain,
    /// By colour, struck out and underlined: for a terminal.
    Coloured,
}

/// Writes descriptions with marks for what is new and what is gone.
struct Terminal {
    marks: Marks,
    out: String,
}

const RESET: &str = "\u{1b}[0m";

impl Sink for Terminal {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn open(&mut self, mark: Mark<'_>) {
        self.out.push_str(match (mark, self.marks) {
            (Mark::Deleted, Marks::Plain) => "[-",
            (Mark::Deleted, Marks::Coloured) => "\u{1b}[31;9m",
            (Mark::Inserted, Marks::Plain) => "{+",
            (Mark::Inserted, Marks::Coloured) => "\u{1b}[32;4m",
            (_, _) => "",
        });
    }

    fn close(&mut self, mark: Mark<'_>) {
        self.out.push_str(match (mark, self.marks) {
            (Mark::Deleted, Marks::Plain) => "-]",
            (Mark::Inserted, Marks::Plain) => "+}",
            (Mark::Deleted | Mark::Inserted, Marks::Coloured) => RESET,
            (_, _) => "",
        });
    }
}

/// Returns what changed as text.
pub fn diff_text(diff: &Diff<'_>, locales: &Locales, marks: Marks) -> String {
    let changes = ChangeDescriber::of(diff, locales);
    let ChangeDescriber { old, new, .. } = &changes;
    let out = String::new();
    let mut terminal = Terminal { marks, out };
    let edition = |edition: &Describer<'_>| {
        let as_of = &edition.brief.parts().as_of;
        format!("{} ({as_of})", edition.edition_number())
    };
    let topic = new.phrase(&new.brief.parts().topic);
    let (from, to) = (edition(old), edition(new));
    let summary = changes.summary();
    // Writing to a string cannot fail.
    _ = writeln!(terminal.out, "{topic}\n{from} → {to}\n{summary}");
    for part in changes.parts() {
        _ = writeln!(terminal.out, "\n{}", part.name.words(new.locale));
        for item in &part.items {
            terminal.item(new, item);
        }
    }
    terminal.out
}

impl Terminal {
    fn item<'a>(&mut self, describer: &Describer<'a>, item: &Item<'a>) {
        let (sign, colour) = match item.outcome {
            Outcome::Added => ("+", "\u{1b}[32m"),
            Outcome::Withdrawn => ("-", "\u{1b}[31m"),
            Outcome::Changed => ("~", ""),
            Outcome::Renumbered => ("=", ""),
        };
        if !item.label.is_empty() {
            let mut head = format!("{sign} {}", item.label);
            if let Some(key) = item.key {
                _ = write!(head, " {key}");
            }
            if let Some(before) = &item.was {
                _ = write!(head, ", {}", was(describer.locale, before));
            }
            if self.marks == Marks::Coloured && !colour.is_empty() {
                head = format!("{colour}{head}{RESET}");
            }
            _ = writeln!(self.out, "  {head}");
        }
        if let Some(words) = item.words() {
            _ = writeln!(self.out, "      {words}");
        }
        for change in &item.changes {
            self.out.push_str("      ");
            change.line(describer).write_to(self);
            self.out.push('\n');
        }
    }
}
