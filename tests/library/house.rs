//! The house: who may import whom, how large and how named files are, and what each code has.

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use brief::RULES;
use brief::diagnostics::Rule;

use imports::{File, Import, imports};

/// What a room of the library may have of the machine, its tests apart: nothing, but for these.
const MACHINE: &[(&str, &str)] = &[
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

/// Cycles that are still to be taken apart: modules that import one another. A parent that uses what
/// its child defines and is used by the child is one, too.
const CYCLES: &[&[&str]] = &[];

/// How many files named `mod.rs` there may still be.
const MOST_MOD_FILES: usize = 0;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The table of rooms in ARCHITECTURE.md: each room, and those that it may import.
struct Rooms(Vec<(String, BTreeSet<String>)>);

impl Rooms {
    /// What the rooms above the library may import of it.
    const LIBRARY: &str = "the library";

    fn read() -> Self {
        let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
        let rows = text.lines().filter_map(|line| {
            let (room, rest) = line.strip_prefix("| `src/")?.split_once('`')?;
            let room = room.trim_end_matches('/').trim_end_matches(".rs");
            let imports = rest.trim_end_matches([' ', '|']).rsplit('|').next()?;
            // What stands in brackets is for people.
            let names = imports.split(',').map(|name| name.split('(').next());
            let names = names.map(|name| name.unwrap().trim().to_owned());
            Some((
                room.to_owned(),
                names.filter(|name| name != "nothing").collect(),
            ))
        });
        Self(rows.collect())
    }

    fn place(&self, room: &str) -> Option<usize> {
        self.0.iter().position(|(name, _)| name == room)
    }

    /// Says whether a room is the library's; those above `lib` in the table are the program's.
    fn is_library(&self, room: &str) -> bool {
        self.place(room) >= self.place("lib")
    }

    /// Returns the room of names that begin with the crate.
    fn of<'n>(&self, names: &'n [String]) -> &'n str {
        let room = names.get(1).filter(|name| self.place(name).is_some());
        room.unwrap_or(&names[0])
    }

    fn may_import(&self, from: &str, to: &str) -> bool {
        let imports = &self.0[self.place(from).unwrap()].1;
        let whole = imports.contains(Self::LIBRARY) && self.is_library(to);
        from == to || whole || imports.contains(to)
    }
}

static HOUSE: LazyLock<House> = LazyLock::new(House::read);

struct House {
    rooms: Rooms,
    files: Vec<File>,
    imports: Vec<Import>,
}

impl House {
    fn read() -> Self {
        let rooms = Rooms::read();
        let mut files = Vec::new();
        let source = root().join("src");
        let mut folders = vec![source.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let text = fs::read_to_string(&path).unwrap();
                    let path = path.strip_prefix(&source).unwrap().to_str().unwrap();
                    files.push(file(path.replace('\\', "/"), text, &rooms));
                }
            }
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let imports = imports(&files);
        Self {
            rooms,
            files,
            imports,
        }
    }

    fn room(&self, file: usize) -> &str {
        self.rooms.of(&self.files[file].module)
    }

    /// Returns the imports that are wrong, in words.
    #[track_caller]
    fn refuse(&self, wrong: impl Fn(&Import) -> bool) {
        let found = self.imports.iter().filter(|import| wrong(import));
        let found: BTreeSet<_> = found
            .map(|import| {
                let path = &self.files[import.from].path;
                format!("src/{path} may not name {}", import.names.join("::"))
            })
            .collect();
        assert!(found.is_empty(), "{found:#?}");
    }
}

/// Finds out which module a file is.
fn file(path: String, text: String, rooms: &Rooms) -> File {
    let names = path.strip_suffix(".rs").unwrap().split('/');
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.pop_if(|last| last == "mod");
    let top = if rooms.is_library(&names[0]) {
        "lib"
    } else {
        "main"
    };
    if names != [top] {
        names.insert(0, top.to_owned());
    }
    File {
        path,
        module: names,
        text,
    }
}

#[test]
fn every_room_has_a_row() {
    let rooms: BTreeSet<&str> = (0..HOUSE.files.len())
        .map(|file| HOUSE.room(file))
        .collect();
    let rows: BTreeSet<&str> = HOUSE
        .rooms
        .0
        .iter()
        .map(|(room, _)| room.as_str())
        .collect();
    assert_eq!(rooms, rows);
}

/// No room is below itself: what each imports stands below it in the table.
#[test]
fn the_table_has_one_direction() {
    let Rooms(rows) = &HOUSE.rooms;
    for (at, (room, imports)) in rows.iter().enumerate() {
        for import in imports.iter().filter(|import| *import != Rooms::LIBRARY) {
            let is_below = rows[at..].iter().skip(1).any(|(below, _)| below == import);
            assert!(is_below, "{room}: {import}");
        }
    }
}

#[test]
fn rooms_import_only_those_below_them() {
    HOUSE.refuse(|import| {
        let is_ours = ["lib", "main"].contains(&import.names[0].as_str());
        let (from, to) = (HOUSE.room(import.from), HOUSE.rooms.of(&import.names));
        is_ours && !HOUSE.rooms.may_import(from, to)
    });
}

#[test]
fn the_library_leaves_the_machine_alone() {
    HOUSE.refuse(|import| {
        let room = HOUSE.room(import.from);
        let [first, module, ..] = import.names.as_slice() else {
            return false;
        };
        let is_beyond = first == "std" && BEYOND.contains(&module.as_str());
        is_beyond
            && !import.in_tests
            && HOUSE.rooms.is_library(room)
            && !MACHINE.contains(&(room, module))
    });
}

/// A star hides from which file a name comes.
#[test]
fn nothing_is_imported_by_a_star() {
    HOUSE.refuse(|import| {
        let is_star = import.names.last().is_some_and(|name| name == "*");
        is_star && !import.in_tests
    });
}

#[test]
fn no_file_imports_itself_through_others() {
    let mut edges: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for import in HOUSE.imports.iter().filter(|import| !import.in_tests) {
        let to = import.to.filter(|to| *to != import.from);
        edges.entry(import.from).or_default().extend(to);
    }
    let module = |file: usize| HOUSE.files[file].module[1..].join("::");
    let mut cycles = Vec::new();
    for (from, tos) in &edges {
        for to in tos.iter().filter(|to| reached(**to, &edges).contains(from)) {
            cycles.push([module(*from), module(*to)]);
        }
    }
    let is_known = |cycle: &[String; 2]| {
        let mut groups = CYCLES.iter();
        groups.any(|group| cycle.iter().all(|module| group.contains(&module.as_str())))
    };
    cycles.retain(|cycle| !is_known(cycle));
    assert!(cycles.is_empty(), "{cycles:#?}");
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

/// A module `foo` is `foo.rs`, and what it is made of stands in `foo/`.
#[test]
fn modules_are_files_of_their_name() {
    let files = HOUSE.files.iter();
    let found = files.filter(|file| file.path.ends_with("mod.rs")).count();
    assert!(found <= MOST_MOD_FILES, "{found} files are named mod.rs");
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
        assert!(
            !names.any(|name| NO_NAMES.contains(&name)),
            "src/{}",
            file.path
        );
    }
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
