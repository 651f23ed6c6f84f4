//! Finds the file of a place: an input and what it includes are one text, one after the other.

use super::excerpt::{Excerpt, Mark, excerpts};
use super::{LineColumn, LineIndex, NamedText, Span};

/// The files of a text, and where their lines begin.
pub(super) struct Files<'a>(Vec<File<'a>>);

pub(super) struct File<'a> {
    pub(super) name: String,
    start: usize,
    index: LineIndex<'a>,
}

impl<'a> Files<'a> {
    pub(super) fn of(input: NamedText<'a>) -> Self {
        let starts = input.included.iter().map(|file| file.start);
        let ends: Vec<usize> = starts.chain([input.text.len()]).collect();
        let text = |start: usize, end: usize| input.text.get(start..end).unwrap_or("");
        let end_of = |number: usize| ends.get(number).copied().unwrap_or(0);
        let mut files = vec![File {
            name: input.name.to_owned(),
            start: 0,
            index: LineIndex::new(text(0, end_of(0))),
        }];
        for (number, file) in (1..).zip(input.included) {
            files.push(File {
                name: beside(input.name, &file.name),
                start: file.start,
                index: LineIndex::new(text(file.start, end_of(number))),
            });
        }
        Self(files)
    }

    /// Returns the file of a byte.
    pub(super) fn at(&self, byte: usize) -> &File<'a> {
        let after = self.0.partition_point(|file| file.start <= byte);
        &self.0[after.saturating_sub(1)]
    }

    /// Says whether a byte is in the input itself.
    pub(super) fn is_own(&self, byte: usize) -> bool {
        self.0.get(1).is_none_or(|included| byte < included.start)
    }

    /// Takes the lines of all marks out of their files, each with its file; the excerpt of the primary
    /// mark comes first.
    pub(super) fn excerpts<'m>(&self, marks: &[Mark<'m>]) -> Vec<(&File<'a>, Excerpt<'m>)> {
        let mut found = Vec::new();
        for file in &self.0 {
            let own: Vec<Mark<'m>> = marks
                .iter()
                .filter(|mark| std::ptr::eq(self.at(mark.span.start), file))
                .map(|mark| Mark {
                    span: file.own(mark.span),
                    ..*mark
                })
                .collect();
            let of_file = excerpts(&file.index, &own);
            found.extend(of_file.into_iter().map(|excerpt| (file, excerpt)));
        }
        found.sort_by_key(|(_, excerpt)| !excerpt.underlines.iter().any(|one| one.primary));
        found
    }
}

impl File<'_> {
    /// Returns a place as the file alone has it.
    pub(super) fn own(&self, span: Span) -> Span {
        Span::new(
            span.start.saturating_sub(self.start),
            span.end.saturating_sub(self.start),
        )
    }

    /// Returns the line and column of a byte of the whole text.
    pub(super) fn line_column(&self, byte: usize) -> LineColumn {
        self.index.line_column(byte.saturating_sub(self.start))
    }

    /// Returns a byte of the whole text as one of the file, and how many code points stand before it.
    pub(super) fn offsets(&self, byte: usize) -> (usize, usize) {
        let byte = byte.saturating_sub(self.start).min(self.index.text().len());
        (byte, self.index.code_points(byte))
    }
}

/// Returns the path of a file beside another.
fn beside(path: &str, name: &str) -> String {
    let is_separator = |c| c == '/' || cfg!(windows) && c == '\\';
    let folder = path.rfind(is_separator).map_or(0, |at| at + 1);
    format!("{}{name}", path.get(..folder).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::{Files, beside};
    use crate::diagnostics::{Included, LineColumn, NamedText};

    #[test]
    fn a_byte_is_found_in_its_file() {
        let included = [("b.yaml", 4), ("c.yaml", 8)].map(|(name, start)| Included {
            name: name.to_owned(),
            start,
        });
        let files = Files::of(NamedText {
            name: "desk/a.yaml",
            text: "a\nb\nc\nd\ne",
            included: &included,
        });
        for (byte, name, line, column) in [
            (0, "desk/a.yaml", 1, 1),
            (3, "desk/a.yaml", 2, 2),
            (4, "desk/b.yaml", 1, 1),
            (6, "desk/b.yaml", 2, 1),
            (8, "desk/c.yaml", 1, 1),
            (99, "desk/c.yaml", 1, 2),
        ] {
            let file = files.at(byte);
            assert_eq!(file.name, name, "{byte}");
            assert_eq!(
                file.line_column(byte),
                LineColumn { line, column },
                "{byte}"
            );
            assert_eq!(files.is_own(byte), name == "desk/a.yaml");
        }
    }

    #[test]
    fn files_stand_beside_the_input() {
        assert_eq!(beside("a.yaml", "b.yaml"), "b.yaml");
        assert_eq!(beside("/x/a.yaml", "b.yaml"), "/x/b.yaml");
        assert_eq!(beside("<stdin>", "b.yaml"), "b.yaml");
    }
}
