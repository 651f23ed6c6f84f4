//! Diagnostics for pages that show them: every character visible, lines cut into what is marked and
//! what is not. They serialise; whoever shows them sets each text as text.

use std::ops::Range;

use serde::Serialize;

use super::excerpt::{Excerpt, Underline, marks};
use super::files::Files;
use super::{Diagnostic, Diagnostics, NamedText, Place, printable};

/// A diagnostic as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The code.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// The file, and line and column where it has them, such as `a.yaml:3:1`.
    pub place: String,
    /// Lines of the input; those of the primary place first.
    pub excerpts: Vec<Vec<ShownLine>>,
    /// What else is to be said.
    pub notes: Vec<String>,
    /// What to do, a line each.
    pub help: Vec<String>,
}

/// A line of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownLine {
    /// Its number, from 1.
    pub number: usize,
    /// Its text, in order.
    pub parts: Vec<Part>,
    /// Remarks on its marks.
    pub labels: Vec<String>,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Whether it is marked.
    pub mark: Option<MarkKind>,
}

/// How a stretch is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// At fault.
    Primary,
    /// Of interest besides.
    Secondary,
}

/// Sets all diagnostics of an input.
pub fn all(input: NamedText<'_>, diagnostics: &Diagnostics) -> Vec<Shown> {
    let files = Files::of(input);
    let shown = diagnostics.iter();
    shown.map(|one| Shown::new(one, input, &files)).collect()
}

impl Shown {
    fn new(diagnostic: &Diagnostic, input: NamedText<'_>, files: &Files<'_>) -> Self {
        let name = printable(input.name);
        let place = match diagnostic.primary().place {
            Place::At(span) => {
                let file = files.at(span.start);
                let (name, at) = (printable(&file.name), file.line_column(span.start));
                format!("{name}:{}:{}", at.line, at.column)
            }
            Place::Whole | Place::Placeholder => name,
        };
        Self {
            code: diagnostic.code(),
            severity: diagnostic.severity().word(),
            message: printable(diagnostic.message()),
            place,
            excerpts: excerpts_of(diagnostic, files),
            notes: diagnostic.notes().map(printable).collect(),
            help: diagnostic
                .help_lines()
                .iter()
                .map(|line| printable(line))
                .collect(),
        }
    }
}

/// Takes the lines of all places; those of another file than the first say which.
fn excerpts_of(diagnostic: &Diagnostic, files: &Files<'_>) -> Vec<Vec<ShownLine>> {
    let marks = marks(diagnostic);
    let found = files.excerpts(&marks);
    let first = found.first().map(|(file, _)| file.name.clone());
    let shown = found.iter().map(|(file, excerpt)| {
        let mut lines = lines(excerpt);
        if first.as_ref() != Some(&file.name)
            && let Some(line) = lines.first_mut()
        {
            line.labels.push(format!("in {}", printable(&file.name)));
        }
        lines
    });
    shown.collect()
}

fn lines(excerpt: &Excerpt<'_>) -> Vec<ShownLine> {
    let mut start = 0;
    let mut lines = Vec::new();
    for (number, line) in excerpt.text.split_terminator('\n').enumerate() {
        let range = start..start + line.len();
        start = range.end + 1;
        let on_line = |underline: &&Underline<'_>| {
            range.start <= underline.range.start && underline.range.start <= range.end
        };
        let underlines: Vec<_> = excerpt.underlines.iter().filter(on_line).collect();
        let labels = underlines.iter().map(|underline| underline.label);
        lines.push(ShownLine {
            number: excerpt.first_line + number,
            labels: labels
                .filter(|label| !label.is_empty())
                .map(printable)
                .collect(),
            parts: parts(line, range.start, &underlines),
        });
    }
    lines
}

/// Cuts a line wherever a mark begins or ends. A mark of no width gets the character after it, or
/// a space at the end of the line, so that it can be seen.
fn parts(line: &str, start: usize, underlines: &[&Underline<'_>]) -> Vec<Part> {
    let mut text = line.to_owned();
    let mut marks: Vec<(Range<usize>, bool)> = Vec::new();
    for underline in underlines {
        let from = underline.range.start - start;
        let mut to = underline.range.end - start;
        if to <= from {
            to = match line.get(from..).and_then(|rest| rest.chars().next()) {
                Some(char) => from + char.len_utf8(),
                None => from + 1,
            };
        }
        if to > text.len() {
            text.push(' ');
        }
        marks.push((from..to, underline.primary));
    }
    let mut cuts: Vec<usize> = marks
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .chain([0, text.len()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let stretches = cuts.iter().zip(cuts.iter().skip(1));
    let stretches = stretches.map(|(from, to)| Part {
        text: text.split_at(*to).0.split_at(*from).1.to_owned(),
        mark: mark_at(*from, &marks),
    });
    stretches.collect()
}

fn mark_at(byte: usize, marks: &[(Range<usize>, bool)]) -> Option<MarkKind> {
    let covering = marks.iter().filter(|(range, _)| range.contains(&byte));
    let primary = covering.map(|(_, primary)| *primary).max()?;
    Some(if primary {
        MarkKind::Primary
    } else {
        MarkKind::Secondary
    })
}

#[cfg(test)]
mod tests {
    use super::{MarkKind, Shown, all};
    use crate::diagnostics::{Diagnostic, Diagnostics, NamedText, Place, Rule, Span};

    static FAULT: Rule = Rule::error("# a-fault: it is wrong\n");

    fn at(start: usize, end: usize) -> Place {
        Place::At(Span::new(start, end))
    }

    fn only(text: &str, diagnostic: Diagnostic) -> Shown {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(diagnostic);
        let input = NamedText {
            name: "a.yaml",
            text,
            included: &[],
        };
        all(input, &diagnostics).remove(0)
    }

    fn marked(shown: &Shown) -> Vec<(&str, Option<MarkKind>)> {
        let parts = &shown.excerpts[0][0].parts;
        let parts = parts.iter().map(|part| (part.text.as_str(), part.mark));
        parts.collect()
    }

    #[test]
    fn a_line_is_cut_where_it_is_marked() {
        let fault = Diagnostic::new(&FAULT, at(7, 10), "a fault")
            .label("here")
            .also(at(3, 10), "around")
            .also(Place::Whole, "a note")
            .help("mend it");
        let shown = only("x\nab: cdef\n", fault);
        assert_eq!(shown.place, "a.yaml:2:6");
        assert_eq!(
            marked(&shown),
            [
                ("a", None),
                ("b: c", Some(MarkKind::Secondary)),
                ("def", Some(MarkKind::Primary)),
            ]
        );
        assert_eq!(shown.excerpts[0][0].number, 2);
        assert_eq!(shown.excerpts[0][0].labels, ["around", "here"]);
        assert_eq!(
            (shown.notes, shown.help),
            (vec!["a note".into()], vec!["mend it".into()])
        );
    }

    #[test]
    fn a_mark_of_no_width_can_be_seen() {
        let fault = |byte| Diagnostic::new(&FAULT, at(byte, byte), "a fault");
        let inside = only("aéb", fault(1));
        assert_eq!(
            marked(&inside),
            [("a", None), ("é", Some(MarkKind::Primary)), ("b", None)]
        );
        let end = only("ab\ncd", fault(2));
        assert_eq!(marked(&end), [("ab", None), (" ", Some(MarkKind::Primary))]);
        let nothing = only("", fault(0));
        assert_eq!(nothing.place, "a.yaml:1:1");
    }

    #[test]
    fn what_has_no_place_has_no_excerpt() {
        let shown = only(
            "text",
            Diagnostic::new(&FAULT, Place::Whole, "\u{202e}long"),
        );
        assert_eq!((shown.place.as_str(), shown.excerpts.len()), ("a.yaml", 0));
        assert_eq!(shown.message, "\u{fffd}long");
    }
}
