//! Lists the parts of a text: as an outline, and as what can be folded.

use std::borrow::Cow;
use std::ops::Range;

use super::blocks::{block_end, top_key};
use super::mention::IdKind;
use super::names::{source_name, voice_name};
use super::opened::Opened;
use super::written::{Begins, Line, line_at};
use crate::load::{Source, Text, Voice};

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// A list of parts.
    Section,
    /// Something that has an id.
    Id(IdKind),
    /// Something that has none: a text.
    Text,
}

/// A part of a text.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// What it is.
    pub kind: SymbolKind,
    /// Its id, or its words.
    pub name: String,
    /// What it is called.
    pub detail: String,
    /// All of its bytes.
    pub range: Range<usize>,
    /// The bytes of its name.
    pub selection: Range<usize>,
    /// What is in it.
    pub children: Vec<Symbol>,
}

/// Lines that can be folded into the first, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The line that stays.
    pub first: usize,
    /// The last that is folded.
    pub last: usize,
}

/// A part before its place is known.
struct Part<'a> {
    section: &'static str,
    kind: SymbolKind,
    /// What it begins with.
    begins: &'a Text,
    name: &'a Text,
    detail: Cow<'a, str>,
}

impl Opened {
    /// Returns the outline of the text itself.
    pub fn symbols(&self) -> Vec<Symbol> {
        let text = self.text();
        let mut sections: Vec<Symbol> = Vec::new();
        for part in self.parts() {
            if sections.last().is_none_or(|last| last.name != part.section) {
                let Some(line) = top_key(text, part.section) else {
                    continue;
                };
                sections.push(Symbol {
                    kind: SymbolKind::Section,
                    name: part.section.to_owned(),
                    detail: String::new(),
                    range: line.start..block_end(text, &line, 1),
                    selection: line.start..line.start + part.section.len(),
                    children: Vec::new(),
                });
            }
            // What is included stands elsewhere.
            if let (Some(section), Some(child)) = (sections.last_mut(), self.symbol(&part))
                && section.range.start <= child.range.start
                && child.range.end <= section.range.end
            {
                section.children.push(child);
            }
        }
        sections.sort_by_key(|symbol| symbol.range.start);
        sections
    }

    /// Returns the parts, section by section.
    fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        if let Some(shared) = &self.shared {
            parts.extend(shared.voices.iter().map(of_voice));
            parts.extend(shared.sources.iter().map(of_source));
        }
        let Some(document) = &self.document else {
            return parts;
        };
        parts.push(of_text("title", &document.title, &document.title));
        parts.push(of_text(
            "bottom_line",
            &document.bottom_line,
            &document.bottom_line,
        ));
        parts.extend(document.voices.iter().map(of_voice));
        parts.extend(document.sources.iter().map(of_source));
        let issues = document.issues.iter();
        parts.extend(
            issues.map(|(id, issue)| of_id("issues", IdKind::Issue, id, issue.name.as_str())),
        );
        let claims = document.claims.iter();
        parts.extend(
            claims.map(|claim| of_id("claims", IdKind::Claim, &claim.id, claim.says.as_str())),
        );
        let positions = document.positions.iter();
        parts.extend(positions.map(|item| of_text("positions", &item.of, &item.in_short)));
        let events = document.events.iter();
        parts.extend(events.map(|item| of_text("events", &item.what, &item.what)));
        let tensions = document.tensions.iter();
        parts.extend(tensions.map(|item| of_text("tensions", &item.note, &item.note)));
        let gaps = document.gaps.iter();
        parts.extend(gaps.map(|item| of_text("gaps", &item.question, &item.question)));
        parts
    }

    fn symbol(&self, part: &Part<'_>) -> Option<Symbol> {
        let span = part.begins.place.span();
        let span = span.filter(|span| span.end <= self.end())?;
        let text = self.text();
        let line = line_at(text, span.start);
        let at = span.start - line.start;
        // What belongs to a key is indented more; the fields of an item stand in its column.
        let column = match part.section {
            "voices" | "sources" | "issues" => at + 1,
            "title" | "bottom_line" => 1,
            _ => column_of_key(&line, at),
        };
        let end = block_end(text, &line, column).max(span.end);
        let first_line = |text: &str| text.lines().next().unwrap_or("").trim().to_owned();
        Some(Symbol {
            kind: part.kind,
            name: Some(first_line(part.name)).filter(|name| !name.is_empty())?,
            detail: first_line(&part.detail),
            range: span.start..end,
            selection: span.range(),
            children: Vec::new(),
        })
    }
}

fn of_id<'a>(
    section: &'static str,
    kind: IdKind,
    id: &'a Text,
    detail: impl Into<Cow<'a, str>>,
) -> Part<'a> {
    Part {
        section,
        kind: SymbolKind::Id(kind),
        begins: id,
        name: id,
        detail: detail.into(),
    }
}

fn of_text<'a>(section: &'static str, begins: &'a Text, name: &'a Text) -> Part<'a> {
    Part {
        section,
        kind: SymbolKind::Text,
        begins,
        name,
        detail: Cow::Borrowed(""),
    }
}

fn of_voice((id, voice): &(Text, Voice)) -> Part<'_> {
    of_id("voices", IdKind::Voice, id, voice_name(voice))
}

fn of_source((id, source): &(Text, Source)) -> Part<'_> {
    of_id("sources", IdKind::Source, id, source_name(source))
}

fn column_of_key(line: &Line<'_>, value: usize) -> usize {
    let keys = line.begins().iter().filter_map(|begins| match begins {
        Begins::Key { at, .. } => Some(*at),
        Begins::Item { .. } => None,
    });
    keys.filter(|at| *at < value).max().unwrap_or(value)
}

/// Returns what of a text can be folded: what is indented more than the line above it.
pub fn folds(text: &str) -> Vec<Fold> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut found = Vec::new();
    let mut last = 0;
    for (number, line) in text.lines().enumerate() {
        let content = line.trim_start_matches(' ');
        if content.trim().is_empty() {
            continue;
        }
        let indent = line.len() - content.len();
        while let Some((first, _)) = open.pop_if(|(_, column)| *column >= indent) {
            if last > first {
                found.push(Fold { first, last });
            }
        }
        open.push((number, indent));
        last = number;
    }
    for (first, _) in open {
        if last > first {
            found.push(Fold { first, last });
        }
    }
    found.sort_by_key(|fold| (fold.first, fold.last));
    found
}

#[cfg(test)]
mod tests {
    use super::{Fold, folds};

    #[test]
    fn what_is_indented_can_be_folded() {
        let text = "a: 1\nb:\n  - c: 2\n    d: 3\n\n  - e: 4\nf: >-\n  g\n";
        let expected = [(1, 5), (2, 3), (6, 7)].map(|(first, last)| Fold { first, last });
        assert_eq!(folds(text), expected);
        assert_eq!(folds(""), []);
    }
}
