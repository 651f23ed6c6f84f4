//! Reads and checks an input, with what stands beside it.

use std::io;
use std::path::Path;

use brief::carried::{Given, Recorder};
use brief::diagnostics::printable;
use brief::model::{Brief, Language};
use brief::{Loader, Locales};

use super::arguments::Deny;
use super::input::{InputPath, MOST_BRIEF, cannot, read_beside};
use super::many::{FEW, sum_of_checks};
use super::resolve::unreadable;
use crate::outcome::{Failure, FileOutcome, Outcome, Said};

/// Tells what came of checking files: a line each for those with which nothing is wrong, if they are
/// few, and their sum.
pub(super) fn checked(mut files: Vec<FileOutcome>) -> Outcome {
    if files.len() <= FEW {
        for file in &mut files {
            if file.diagnostics.is_empty() && file.failure.is_none() {
                let line = format!("no problems in {}\n", printable(&file.name));
                file.said.push(Said::Remark(line));
            }
        }
    }
    Outcome {
        remark: sum_of_checks(&files),
        files,
        ..Outcome::default()
    }
}

/// Reads and checks an input with what stands beside it, and with the words of its page, if they are known;
/// the brief comes along only if its page may be made.
pub(super) fn examine(
    input: &InputPath,
    words: Option<&Locales>,
    deny: Option<Deny>,
) -> (FileOutcome, Option<Brief>) {
    let (file, brief, _) = examine_draft(input, words, deny, false);
    (file, brief)
}

/// Does so, and returns besides what was read beside the input; a draft may have texts that are still to
/// be written.
pub(super) fn examine_draft(
    input: &InputPath,
    words: Option<&Locales>,
    deny: Option<Deny>,
    is_draft: bool,
) -> (FileOutcome, Option<Brief>, Given) {
    let (mut file, brief, given) = read_and_check(input, words, is_draft);
    if deny == Some(Deny::Warnings) {
        file.diagnostics.deny_warnings();
    }
    let brief = brief.filter(|_| !file.diagnostics.has_errors());
    (file, brief, given)
}

/// Does so; if the previous edition that the input names cannot be read, another is taken for it.
pub(super) fn examine_after(
    input: &InputPath,
    text: &str,
    other: &[u8],
) -> (FileOutcome, Option<Brief>) {
    let (file, brief, _) = check(input, text.as_bytes(), |beside| Beside {
        other: Some(other),
        ..beside
    });
    (file, brief)
}

fn read_and_check(
    input: &InputPath,
    words: Option<&Locales>,
    is_draft: bool,
) -> (FileOutcome, Option<Brief>, Given) {
    let mut file = FileOutcome::new(input.name());
    let bytes = match input.read() {
        Ok(bytes) => bytes,
        Err(error) => {
            file.failure = Some(unreadable(input, &error));
            return (file, None, Given::default());
        }
    };
    check(input, &bytes, |beside| Beside {
        words,
        is_draft,
        ..beside
    })
}

fn check<'a>(
    input: &'a InputPath,
    bytes: &[u8],
    with: impl FnOnce(Beside<'a>) -> Beside<'a>,
) -> (FileOutcome, Option<Brief>, Given) {
    let mut file = FileOutcome::new(input.name());
    let beside = match read_lock(input) {
        Ok(lock) => with(Beside {
            lock,
            with_locks: true,
            ..Beside::without_locks(input)
        }),
        Err(failure) => {
            file.failure = Some(Failure::of_machine(failure));
            return (file, None, Given::default());
        }
    };
    let recorder = Recorder::of(&beside);
    let checked = brief::Input::new(bytes)
        .with(&recorder)
        .as_draft(beside.is_draft)
        .check();
    (file.text, file.included) = (checked.text, checked.included);
    file.diagnostics = checked.diagnostics;
    (file, checked.brief, recorder.given())
}

pub(super) fn read_lock(input: &InputPath) -> Result<Option<Vec<u8>>, String> {
    let Some(path) = input.lock() else {
        return Ok(None);
    };
    match read_beside(&path, MOST_BRIEF) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", path.display(), &error)),
    }
}

/// What stands beside an input.
pub(super) struct Beside<'a> {
    input: &'a InputPath,
    /// Read beforehand: that it cannot be read is no fault of the input.
    lock: Option<Vec<u8>>,
    /// Whether locks are looked at.
    with_locks: bool,
    /// What is taken for a previous edition that cannot be read.
    other: Option<&'a [u8]>,
    /// The words of pages, if they are known.
    words: Option<&'a Locales>,
    /// Whether texts may still be to be written.
    is_draft: bool,
}

impl<'a> Beside<'a> {
    /// Takes what stands beside an input but for the evidence.
    pub(super) fn without_locks(input: &'a InputPath) -> Self {
        Self {
            input,
            lock: None,
            with_locks: false,
            other: None,
            words: None,
            is_draft: false,
        }
    }

    fn edition(&self, name: &str) -> Result<InputPath, String> {
        let edition = self.input.beside(name);
        edition.ok_or_else(|| self.input.without_folder().to_owned())
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        let file = self.edition(name)?;
        let path = file.path().unwrap_or(Path::new(name));
        read_beside(path, MOST_BRIEF).map_err(|error| error.to_string())
    }
}

impl Loader for Beside<'_> {
    fn lock(&self) -> Option<&[u8]> {
        self.lock.as_deref()
    }

    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let text = self.read(name);
        match self.other {
            Some(other) if text.is_err() => Ok(Some(other.to_vec())),
            _ => text.map(Some),
        }
    }

    fn included(&self, name: &str) -> Result<Vec<u8>, String> {
        self.read(name)
    }

    fn lacking_words(&self, language: &Language) -> Option<(usize, usize)> {
        self.words.map(|words| words.lacking(language))
    }

    fn previous_lock(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        if !self.with_locks {
            return Ok(None);
        }
        match self.edition(name) {
            Err(_) if self.other.is_some() => Ok(None),
            edition => read_lock(&edition?),
        }
    }
}
