//! The house: who may import whom, how large and how named files are, and what each code has.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use brief::check::RULES;
use brief::diagnostics::Rule;

use crate::rust_paths::{Named, paths};

/// The rooms of the library, from the ground up, and the rooms that each may import.
const LIBRARY: &[(&str, &[&str])] = &[
    ("characters", &[]),
    ("diagnostics", &["characters"]),
    ("model", &["characters"]),
    ("word_diff", &[]),
    ("import", &["model"]),
    ("load", &["model", "diagnostics"]),
    ("analysis", &["model", "word_diff"]),
    ("evidence", &["model", "word_diff"]),
    ("pdf", &[]),
    (
        "check",
        &[
            "load",
            "model",
            "analysis",
            "evidence",
            "pdf",
            "diagnostics",
        ],
    ),
    ("schema", &["load", "model", "check"]),
    ("describe", &["analysis", "model", "word_diff"]),
    ("page", &["analysis", "model", "describe", "word_diff"]),
    ("export", &["analysis", "model", "describe", "word_diff"]),
    (
        "lib",
        &[
            "characters",
            "diagnostics",
            "model",
            "word_diff",
            "load",
            "analysis",
            "evidence",
            "check",
            "page",
            "pdf",
            "export",
            "import",
            "describe",
            "schema",
        ],
    ),
];

/// The rooms of the program; each may import the whole library besides.
const PROGRAM: &[(&str, &[&str])] = &[
    ("cli", &[]),
    ("watch", &[]),
    ("serve", &[]),
    ("commands", &["cli", "watch", "serve"]),
    ("printer", &["cli", "commands"]),
    ("main", &["cli", "commands", "printer", "watch", "serve"]),
];

/// What a room of the library may have of the machine, its tests apart: nothing, but for these.
const MACHINE: &[(&str, &str)] = &[
    // Templates and style sheets that replace the embedded ones.
    ("page", "fs"),
    ("page", "io"),
    // Locale files besides the embedded ones.
    ("describe", "fs"),
    ("describe", "io"),
    // A report is written to whatever takes it.
    ("diagnostics", "io"),
];

/// Modules of the standard library that reach beyond the program.
const BEYOND: &[&str] = &["env", "fs", "io", "net", "os", "process", "thread", "time"];

const MOST_LINES: usize = 400;

/// Names that say nothing of what stands in a file.
const NO_NAMES: &[&str] = &[
    "common", "helper", "helpers", "misc", "shared", "stuff", "util", "utils",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the source.
struct Source {
    /// From the root of the repository.
    path: PathBuf,
    /// From the crate; of `lib.rs` and `main.rs` nothing.
    module: Vec<String>,
    text: String,
}

impl Source {
    fn read(path: &Path) -> Self {
        let below = path.strip_prefix(root().join("src")).unwrap();
        let mut module: Vec<String> = below
            .with_extension("")
            .iter()
            .map(|name| name.to_str().unwrap().to_owned())
            .collect();
        module.pop_if(|last| last == "mod");
        if module == ["lib"] || module == ["main"] {
            module.clear();
        }
        Self {
            path: path.strip_prefix(root()).unwrap().to_owned(),
            module,
            text: fs::read_to_string(path).unwrap(),
        }
    }

    /// Returns the room: the first folder, or the file itself.
    fn room(&self) -> &str {
        match self.module.first() {
            Some(room) => room,
            None => self.path.file_stem().unwrap().to_str().unwrap(),
        }
    }

    fn paths(&self) -> Vec<Named> {
        paths(&self.text, &self.module)
    }
}

/// Returns every Rust file under `src`.
fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(Source::read(&path));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn row(table: &'static [(&str, &[&str])], room: &str) -> Option<&'static [&'static str]> {
    let found = table.iter().find(|(name, _)| *name == room);
    found.map(|(_, rooms)| *rooms)
}

/// Returns the room that a path leads to, if it leads to one.
fn target(from: &str, path: &Named) -> Option<String> {
    let of_program = row(PROGRAM, from).is_some();
    match path.root.as_str() {
        "crate" => {}
        // In the library `brief` is the name of some module.
        "brief" if of_program => {}
        _ => return None,
    }
    let first = path.names.first().map_or("", String::as_str);
    let table = if of_program && path.root == "crate" {
        PROGRAM
    } else {
        LIBRARY
    };
    let top = if path.root == "crate" && of_program {
        "main"
    } else {
        "lib"
    };
    Some(row(table, first).map_or(top, |_| first).to_owned())
}

fn may_import(from: &str, to: &str) -> bool {
    from == to
        || match row(LIBRARY, from) {
            Some(allowed) => allowed.contains(&to),
            None => row(LIBRARY, to).is_some() || row(PROGRAM, from).unwrap().contains(&to),
        }
}

/// Returns what a line of the table in ARCHITECTURE.md says that a room may import.
fn documented(room: &str) -> Option<BTreeSet<String>> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let line = text.lines().find(|line| {
        line.starts_with(&format!("| `src/{room}/`"))
            || line.starts_with(&format!("| `src/{room}.rs`"))
    })?;
    let cell = line.trim_end_matches([' ', '|']).rsplit('|').next()?;
    let names = cell.split(", ").map(|name| {
        let name = name.trim();
        name.split(" (").next().unwrap_or(name).to_owned()
    });
    Some(names.filter(|name| name != "nothing").collect())
}

#[test]
fn the_table_of_the_architecture_is_this_one() {
    for (room, allowed) in LIBRARY.iter().filter(|(room, _)| *room != "lib") {
        let allowed: BTreeSet<String> = allowed.iter().map(ToString::to_string).collect();
        assert_eq!(documented(room), Some(allowed), "{room} in ARCHITECTURE.md");
    }
}

#[test]
fn rooms_import_only_those_below_them() {
    let mut wrong = String::new();
    for source in sources() {
        let from = source.room();
        for path in source.paths() {
            let Some(to) = target(from, &path) else {
                continue;
            };
            if !may_import(from, &to) {
                let (file, line) = (source.path.display(), path.line);
                let names = path.names.join("::");
                _ = writeln!(wrong, "{file}:{line}: {from} may not import {to} ({names})");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_room_has_a_row() {
    let rooms: BTreeSet<String> = sources()
        .iter()
        .map(|source| source.room().to_owned())
        .collect();
    let rows = LIBRARY.iter().chain(PROGRAM);
    let rows: BTreeSet<String> = rows.map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(rooms, rows);
}

/// No room is below itself: what each imports stands above it in its table.
#[test]
fn the_tables_have_one_direction() {
    for table in [LIBRARY, PROGRAM] {
        for (at, (room, allowed)) in table.iter().enumerate() {
            for below in *allowed {
                let place = table.iter().position(|(name, _)| name == below);
                assert!(place.is_some_and(|place| place < at), "{room}: {below}");
            }
        }
    }
}

#[test]
fn the_library_leaves_the_machine_alone() {
    let mut wrong = String::new();
    for source in sources() {
        let room = source.room();
        if row(LIBRARY, room).is_none() || source.module.last().is_some_and(|name| name == "tests")
        {
            continue;
        }
        for path in source.paths() {
            let first = path.names.first().map_or("", String::as_str);
            if path.root == "std"
                && !path.in_tests
                && BEYOND.contains(&first)
                && !MACHINE.contains(&(room, first))
            {
                let (file, line) = (source.path.display(), path.line);
                _ = writeln!(wrong, "{file}:{line}: {room} may not use std::{first}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn files_are_short() {
    let long: Vec<_> = sources()
        .into_iter()
        .map(|source| (source.path, source.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .collect();
    assert!(long.is_empty(), "more than {MOST_LINES} lines: {long:?}");
}

#[test]
fn files_and_folders_say_what_stands_in_them() {
    let unnamed: Vec<_> = sources()
        .into_iter()
        .filter(|source| {
            let mut names = source.module.iter();
            names.any(|name| NO_NAMES.contains(&name.as_str()))
        })
        .map(|source| source.path)
        .collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

/// Returns the names of a folder's files with an ending, without it.
fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_code_has_an_explanation_and_every_explanation_a_code() {
    let names: BTreeSet<String> = RULES
        .iter()
        .map(|rule| rule.code().replace('-', "_"))
        .collect();
    let mut files = stems("src/check/rules", "md");
    files.extend(stems("src/load/rules", "md"));
    assert_eq!(files, names);
}

/// Says whether a folder has a fixture named as a code, in which the code is expected.
fn has_fixture(folder: &str, slug: &str) -> bool {
    let fixture = root().join("tests/fixtures").join(folder).join(slug);
    let expected = |ending: &str| {
        fs::read(fixture.with_extension(ending)).is_ok_and(|bytes| {
            let text = String::from_utf8_lossy(&bytes);
            text.split_whitespace().any(|word| word == slug)
        })
    };
    expected("yaml") || expected("expected")
}

#[test]
fn every_code_has_a_fixture() {
    let without: Vec<&str> = RULES
        .iter()
        .map(Rule::code)
        // Such a fixture would be too large, and `load_limits` makes it; or it takes paper, and
        // `tests/pdf.rs` has that.
        .filter(|code| !matches!(*code, "input-too-large" | "too-many-pages"))
        .filter(|code| !has_fixture("load", code) && !has_fixture("check", code))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}
