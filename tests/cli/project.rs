//! A folder with files in it, in which the program is run.

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::Assert;
use snapbox::assert::Action;
use snapbox::cmd::{Command, OutputAssert};
use tempfile::TempDir;

/// A brief in which nothing is wrong.
pub(crate) const SOUND: &str = "\
format: 1
title: No US troops will go to Ukraine, the president said [@no-us-troops]
topic: Security guarantees
lang: en
as_of: 2025-08-16
edition: 1
bottom_line: No US troops will go to Ukraine, the president said [@no-us-troops].
voices:
  trump: { name: Donald Trump, role: President of the United States }
sources:
  nbc:
    type: article-newspaper
    title: Trump rules out troops
    publisher: NBC News
    issued: { date: 2025-08-16 }
    url: https://www.nbcnews.com/politics/troops
claims:
  - id: no-us-troops
    says: No US troops will go to Ukraine, he said.
    voice: trump
    in: nbc
    said: { date: 2025-08-16 }
";

/// A sound brief that uses every part of the format.
pub(crate) const PAGE: &str = include_str!("../fixtures/page.yaml");

/// Returns a brief with a warning (`loaded-verb`) and no error.
pub(crate) fn doubtful() -> String {
    SOUND.replace("Ukraine, he said.", "Ukraine, he claimed.")
}

/// Returns a brief with an error.
pub(crate) fn faulty() -> String {
    SOUND.replace("topic:", "tpoic:")
}

/// A folder in which the program is run.
pub(crate) struct Project(TempDir);

impl Project {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Adds a file.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Returns a path in the folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Returns a file's text.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Returns the paths of all files, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        list(self.0.path(), "", &mut files);
        files.sort();
        files
    }

    /// Runs the program with arguments that hold no spaces.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &str) -> OutputAssert {
        self.command(arguments).assert()
    }

    /// Runs the program with a text on standard input.
    #[track_caller]
    pub(crate) fn pipe(&self, stdin: impl AsRef<[u8]>, arguments: &str) -> OutputAssert {
        let stdin = snapbox::Data::binary(stdin.as_ref().to_vec());
        self.command(arguments).stdin(stdin).assert()
    }

    pub(crate) fn command(&self, arguments: &str) -> Command {
        let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
        let action = if bless {
            Action::Overwrite
        } else {
            Action::Verify
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_brief"))
            .with_assert(Assert::new().action(action))
            .args(arguments.split_whitespace())
            .current_dir(self.0.path());
        for variable in [
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "CI",
            "COLUMNS",
            "BRIEF_BROWSER",
        ] {
            command = command.env_remove(variable);
        }
        command
    }
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files);
        } else {
            files.push(name);
        }
    }
}
