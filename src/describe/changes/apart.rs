//! Two descriptions, told apart: what differs in the file differs in words.

use crate::model::Key;

/// How that which has an id in the file is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// As on the page.
    Words,
    /// So, and by what the file has: two may have one name.
    WordsAndFile,
}

impl Naming {
    /// Returns a name, with the id if that is told.
    pub(super) fn of(self, name: impl Into<String>, key: &Key) -> String {
        self.with(name.into(), &**key)
    }

    /// Returns words, with what the file has if that is told.
    pub(super) fn with(self, words: String, in_file: impl std::fmt::Display) -> String {
        match self {
            Self::Words => words,
            Self::WordsAndFile => format!("{words} {in_file}"),
        }
    }
}

/// Returns two descriptions in words; if these are alike, with what the file has.
pub(super) fn apart<T: PartialEq>(describe: impl Fn(Naming) -> (T, T)) -> (T, T) {
    let (was, is) = describe(Naming::Words);
    if was == is {
        describe(Naming::WordsAndFile)
    } else {
        (was, is)
    }
}

/// Joins two descriptions, part for part: the first part, and those that differ. What is not given
/// is a dash where the file is told of.
pub(super) fn joined<const N: usize>(
    naming: Naming,
    was: [Option<String>; N],
    is: [Option<String>; N],
) -> (String, String) {
    let mut texts = (Vec::new(), Vec::new());
    for (index, (was, is)) in was.into_iter().zip(is).enumerate() {
        if index == 0 || was != is {
            let none = || (naming == Naming::WordsAndFile).then(|| "–".to_owned());
            texts.0.extend(was.or_else(none));
            texts.1.extend(is.or_else(none));
        }
    }
    (texts.0.join(", "), texts.1.join(", "))
}
