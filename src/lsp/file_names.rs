//! Finds where the name of a file is being typed, and writes one there.

use std::ops::Range;

use super::path::{Role, Step};
use super::scalar_end::Written;
use super::spot::Spot;
use crate::load::in_marks;

/// What a file is that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The previous edition.
    Previous,
    /// A file of voices and sources.
    Included,
    /// The snapshot of a source.
    Snapshot,
}

/// A name of a file that is being typed.
#[derive(Clone, Debug)]
pub struct FilePlace {
    /// What is named.
    pub kind: FileKind,
    /// The bytes in place of which a name is written.
    pub range: Range<usize>,
    is_in_marks: bool,
    needs_space: bool,
}

/// Returns the name of a file that is being typed at a byte.
pub fn file_place(text: &str, byte: usize) -> Option<FilePlace> {
    let byte = text.floor_char_boundary(byte);
    let spot = Spot::at(text, byte);
    let kind = kind(&spot.path()).filter(|_| spot.role != Role::Key)?;
    let raw = text.get(spot.typed.clone())?;
    let end = Written::at(text, &spot, byte)?.end;
    let before = text.get(..spot.typed.start)?;
    Some(FilePlace {
        kind,
        range: spot.typed.start..end,
        is_in_marks: raw.starts_with(['"', '\'']),
        needs_space: before.ends_with(':'),
    })
}

fn kind(path: &[Step<'_>]) -> Option<FileKind> {
    use Step::{Item, Key};
    match path {
        [Key("previous")] => Some(FileKind::Previous),
        [Key("include")] | [Key("include"), Item] => Some(FileKind::Included),
        [Key("sources"), Key(_), Key("snapshot")] => Some(FileKind::Snapshot),
        _ => None,
    }
}

impl FilePlace {
    /// Writes a name as YAML has it there.
    pub fn write(&self, name: &str) -> String {
        let is_safe = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        let is_plain = name.chars().all(is_safe) && name.starts_with(char::is_alphabetic);
        let space = if self.needs_space { " " } else { "" };
        if is_plain && !self.is_in_marks {
            return format!("{space}{name}");
        }
        format!("{space}{}", in_marks(name))
    }
}

#[cfg(test)]
mod tests {
    use super::{FileKind, file_place};

    #[test]
    fn names_are_typed_where_files_are_named() {
        for (marked, kind, written) in [
            ("previous: ‸", FileKind::Previous, "previous: a.yaml"),
            (
                "previous:‸\nx: 1",
                FileKind::Previous,
                "previous: a.yaml\nx: 1",
            ),
            (
                "previous: b‸c.yaml # d",
                FileKind::Previous,
                "previous: a.yaml # d",
            ),
            ("include: [‸]", FileKind::Included, "include: [a.yaml]"),
            (
                "include:\n  - x.yaml\n  - ‸",
                FileKind::Included,
                "include:\n  - x.yaml\n  - a.yaml",
            ),
            (
                "{\"include\": [\"‸\"]}",
                FileKind::Included,
                "{\"include\": [\"a.yaml\"]}",
            ),
            (
                "sources:\n  a:\n    snapshot: ‸",
                FileKind::Snapshot,
                "sources:\n  a:\n    snapshot: a.yaml",
            ),
            (
                "sources:\n  a: { snapshot: ‸ }",
                FileKind::Snapshot,
                "sources:\n  a: { snapshot: a.yaml }",
            ),
        ] {
            let byte = marked.find('‸').unwrap();
            let text = marked.replace('‸', "");
            let place = file_place(&text, byte).unwrap_or_else(|| panic!("{marked}"));
            assert_eq!(place.kind, kind, "{marked}");
            let mut text = text;
            text.replace_range(place.range.clone(), &place.write("a.yaml"));
            assert_eq!(text, written);
            assert_eq!(place.write("a b,c.yaml").trim(), "\"a b,c.yaml\"");
        }
        for marked in ["title: ‸", "previo‸us: a", "voices:\n  a: { snapshot: ‸ }"] {
            let byte = marked.find('‸').unwrap();
            assert!(
                file_place(&marked.replace('‸', ""), byte).is_none(),
                "{marked}"
            );
        }
    }
}
