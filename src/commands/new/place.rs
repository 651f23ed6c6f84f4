//! Where a new brief goes, and what it may be called.

use std::path::{Path, PathBuf};

use crate::commands::UsageError;
use crate::commands::resolve::CONTENT;

const ENDING: &str = ".yaml";

/// Returns the file of a brief of this name: in the content folder, unless the name has a folder.
///
/// # Errors
/// The name is not made of lower-case words joined by hyphens: it becomes a part of addresses.
pub(super) fn of(name: &str) -> Result<PathBuf, UsageError> {
    let (folder, last) = match name.rfind(std::path::is_separator) {
        Some(at) => name.split_at(at + 1),
        None => ("", name),
    };
    let stem = last.strip_suffix(ENDING).unwrap_or(last);
    if !is_kebab_case(stem) {
        return Err(refused(folder, stem));
    }
    let folder = if folder.is_empty() { CONTENT } else { folder };
    Ok(Path::new(folder).join(format!("{stem}{ENDING}")))
}

fn is_kebab_case(name: &str) -> bool {
    let is_word = |word: &str| {
        let mut bytes = word.bytes();
        !word.is_empty() && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    name.split('-').all(is_word)
}

fn refused(folder: &str, stem: &str) -> UsageError {
    let message = if stem.is_empty() {
        "a brief needs a name".to_owned()
    } else {
        format!("`{stem}` is not a name of lower-case words joined by hyphens")
    };
    let nearest = kebab_case(stem);
    let error = UsageError::new(message);
    if nearest.is_empty() {
        error.help("for example, `brief new harbour-works`")
    } else {
        error.help(format!("write `brief new {folder}{nearest}`"))
    }
}

/// Returns the words of a name, as far as they are Latin letters and digits.
fn kebab_case(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::of;

    #[test]
    fn briefs_go_to_content_unless_a_folder_is_named() {
        for (name, path) in [
            ("harbour-works", "content/harbour-works.yaml"),
            ("harbour.yaml", "content/harbour.yaml"),
            ("2026-11-23-harbour", "content/2026-11-23-harbour.yaml"),
            ("./harbour", "./harbour.yaml"),
            ("desk/a/harbour.yaml", "desk/a/harbour.yaml"),
        ] {
            assert_eq!(of(name).unwrap(), Path::new(path));
        }
    }

    #[test]
    fn a_name_that_is_refused_is_set_right_where_that_can_be() {
        for (name, help) in [
            ("Harbour Works!", "write `brief new harbour-works`"),
            ("desk/a_b.yaml", "write `brief new desk/a-b`"),
            ("a.evidence", "write `brief new a-evidence`"),
            ("гавань", "for example, `brief new harbour-works`"),
            ("-", "for example, `brief new harbour-works`"),
            ("", "for example, `brief new harbour-works`"),
            ("desk/", "for example, `brief new harbour-works`"),
            ("..", "for example, `brief new harbour-works`"),
        ] {
            assert_eq!(of(name).unwrap_err().help, help, "{name}");
        }
    }
}
