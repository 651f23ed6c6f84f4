//! Holds the rules of the house: who may import whom, and how large and how named files are.

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use imports::{File, Import, Names, imports};

/// Modules of the standard library that reach beyond the program: the library has none of them,
/// but that `diagnostics` writes a report to whatever takes it, and that `evidence` and `carried` open what
/// is packed, byte by byte.
const BEYOND: &[&str] = &["env", "fs", "io", "net", "os", "process", "thread", "time"];

const MOST_LINES: usize = 400;

/// Names that say nothing of what stands in a file. A module `foo` is `foo.rs` beside `foo/`.
const NO_NAMES: &[&str] = &[
    "common", "helper", "helpers", "misc", "mod", "shared", "stuff", "util", "utils",
];

/// What the rooms above the library may import of it.
const LIBRARY: &str = "the library";

static HOUSE: LazyLock<House> = LazyLock::new(House::read);

struct House {
    /// The table of rooms in ARCHITECTURE.md: each room, and those that it may import.
    rooms: Vec<(String, BTreeSet<String>)>,
    files: Vec<File>,
    imports: Vec<Import>,
}

impl House {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let source = root.join("src");
        let mut texts = Vec::new();
        let mut folders = vec![source.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let name = path.strip_prefix(&source).unwrap().to_str().unwrap();
                    texts.push((name.replace('\\', "/"), fs::read_to_string(&path).unwrap()));
                }
            }
        }
        texts.sort();
        let table = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
        Self::of(&table, texts)
    }

    /// Makes the house of its table and of the paths and texts of its files.
    fn of(table: &str, texts: Vec<(String, String)>) -> Self {
        let rows = table.lines().filter_map(|line| {
            let (room, rest) = line.strip_prefix("| `src/")?.split_once('`')?;
            let room = room.trim_end_matches('/').trim_end_matches(".rs");
            let imports = rest.trim_end_matches([' ', '|']).rsplit('|').next()?;
            // What stands in brackets is for people.
            let names = imports.split(',').map(|name| name.split('(').next());
            let names = names.map(|name| name.unwrap().trim().to_owned());
            let names = names.filter(|name| name != "nothing").collect();
            Some((room.to_owned(), names))
        });
        let mut house = Self {
            rooms: rows.collect(),
            files: Vec::new(),
            imports: Vec::new(),
        };
        for (path, text) in texts {
            let names = path.strip_suffix(".rs").unwrap().split('/');
            let mut module: Names = names.map(str::to_owned).collect();
            let is_library = house.is_library(&module[0]);
            let top = if is_library { "lib" } else { "main" };
            if module != [top] {
                module.insert(0, top.to_owned());
            }
            house.files.push(File { path, module, text });
        }
        house.imports = imports(&house.files);
        house
    }

    fn place(&self, room: &str) -> Option<usize> {
        self.rooms.iter().position(|(name, _)| name == room)
    }

    /// Says whether a room is the library's; those above `lib` in the table are the program's.
    fn is_library(&self, room: &str) -> bool {
        self.place(room) >= self.place("lib")
    }

    /// Returns the room of names that begin with the crate.
    fn room<'n>(&self, names: &'n [String]) -> &'n str {
        let room = names.get(1).filter(|name| self.place(name).is_some());
        room.unwrap_or(&names[0])
    }

    /// Returns the first names of files that have no row in the table, and the rows without a file.
    fn unmatched(&self) -> BTreeSet<&str> {
        let tops = self.files.iter().map(|file| {
            let top = file.path.split('/').next().unwrap();
            top.trim_end_matches(".rs")
        });
        let tops: BTreeSet<&str> = tops.collect();
        let rows = self.rooms.iter().map(|(room, _)| room.as_str()).collect();
        tops.symmetric_difference(&rows).copied().collect()
    }

    fn may_import(&self, from: &str, to: &str) -> bool {
        let imports = &self.rooms[self.place(from).unwrap()].1;
        let whole = imports.contains(LIBRARY) && self.is_library(to);
        from == to || whole || imports.contains(to)
    }

    /// Returns what is imported that may not be, in words.
    fn forbidden(&self) -> BTreeSet<String> {
        let wrong = self.imports.iter().filter(|import| {
            let from = self.room(&self.files[import.from].module);
            let names: Vec<&str> = import.names.iter().map(String::as_str).collect();
            let is_wrong_for_tests_too = match names[..] {
                ["lib" | "main", ..] => !self.may_import(from, self.room(&import.names)),
                _ => false,
            };
            let is_machine = match names[..] {
                ["std", "io", ..] if from == "diagnostics" => false,
                ["std", "io", "Read" | "BufRead" | "BufReader", ..]
                    if ["evidence", "carried"].contains(&from) =>
                {
                    false
                }
                ["std", module, ..] => self.is_library(from) && BEYOND.contains(&module),
                _ => false,
            };
            // A star hides from which file a name comes.
            let is_star = names.last() == Some(&"*");
            is_wrong_for_tests_too || !import.in_tests && (is_machine || is_star)
        });
        let said = wrong.map(|import| {
            let path = &self.files[import.from].path;
            format!("src/{path} may not name {}", import.names.join("::"))
        });
        said.collect()
    }

    /// Returns the imports, file by file, by which files import themselves through others.
    fn cycles(&self) -> BTreeSet<[&str; 2]> {
        let mut edges: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for import in self.imports.iter().filter(|import| !import.in_tests) {
            let to = import.to.filter(|to| *to != import.from);
            edges.entry(import.from).or_default().extend(to);
        }
        let path = |file: usize| self.files[file].path.as_str();
        let pairs = edges
            .iter()
            .flat_map(|(from, tos)| tos.iter().map(|to| (*from, *to)));
        pairs
            .filter(|(from, to)| reached(*to, &edges).contains(from))
            .map(|(from, to)| [path(from), path(to)])
            .collect()
    }
}

/// Returns the files that a file reaches by imports.
fn reached(from: usize, edges: &BTreeMap<usize, BTreeSet<usize>>) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(file) = next.pop() {
        let found = edges.get(&file).into_iter().flatten();
        next.extend(found.filter(|to| reached.insert(**to)));
    }
    reached
}

#[test]
fn every_room_has_a_row() {
    let found = HOUSE.unmatched();
    assert!(found.is_empty(), "{found:?}");
}

/// No room is below itself: what each imports stands below it in the table.
#[test]
fn the_table_has_one_direction() {
    for (at, (room, imports)) in HOUSE.rooms.iter().enumerate() {
        for import in imports.iter().filter(|import| *import != LIBRARY) {
            assert!(HOUSE.place(import) > Some(at), "{room}: {import}");
        }
    }
}

#[test]
fn nothing_is_imported_that_may_not_be() {
    let found = HOUSE.forbidden();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_file_imports_itself_through_others() {
    let found = HOUSE.cycles();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn files_are_short() {
    for file in &HOUSE.files {
        let lines = file.text.lines().count();
        assert!(lines <= MOST_LINES, "src/{}: {lines} lines", file.path);
    }
}

#[test]
fn files_and_folders_say_what_stands_in_them() {
    for file in &HOUSE.files {
        let mut names = file.path.trim_end_matches(".rs").split('/');
        let says_nothing = names.any(|name| NO_NAMES.contains(&name));
        assert!(!says_nothing, "src/{}", file.path);
    }
}

/// What is planted is found, also behind what a module passes on.
#[test]
fn faults_are_found() {
    const TABLE: &str = "
| `src/main.rs` | the program | the library |
| `src/lib.rs` | the library | the library |
| `src/page/` | a page | nothing |
| `src/check/` | rules | load |
| `src/load/` | reading | nothing |
| `src/gone/` | what is no more | nothing |
";
    const FILES: &str = "
main.rs: use std::fs; use brief::load::read;
lib.rs: pub use check::One;
page.rs: struct Page;
check.rs: mod one; mod two; pub use one::One;
check/one.rs: use super::two::Two; use crate::load::read;
check/two.rs: fn f() -> crate::check::One { assert!(crate::load::read()) }
load.rs: use std::fs; use std::fmt::*; fn read(rule: crate::page::Page) {}
stray.rs: struct Stray;
stray/deep.rs: struct Deep;
";
    let files = FILES.lines().filter_map(|line| line.split_once(": "));
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let house = House::of(TABLE, files.collect());
    let cycles = [
        ["check/one.rs", "check/two.rs"],
        ["check/two.rs", "check/one.rs"],
    ];
    assert_eq!(house.unmatched(), ["gone", "stray"].into());
    assert_eq!(house.cycles(), cycles.into());
    let forbidden = ["lib::page::Page", "std::fmt::*", "std::fs"];
    let forbidden = forbidden.map(|names| format!("src/load.rs may not name {names}"));
    assert_eq!(house.forbidden(), forbidden.into());
}
