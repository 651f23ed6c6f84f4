//! What the terminal shows, as a picture: `BLESS=1` draws the pictures in `terminal/` anew.

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::Data;
use snapbox::data::DataFormat;

use crate::project::{PAGE, Project, SOUND, doubtful, faulty};

fn picture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cli/terminal")
        .join(format!("{name}.term.svg"))
}

fn expected(name: &str) -> Data {
    Data::read_from(&picture(name), Some(DataFormat::TermSvg))
}

fn project() -> Project {
    let tram = PAGE.replace("the ministry said", "the ministry claimed");
    Project::new()
        .file("content/sound.yaml", SOUND)
        .file("content/doubtful.yaml", doubtful())
        .file(
            "content/faulty.yaml",
            faulty().replace("said [@no-us-troops].", "said [@no-us-trops]."),
        )
        .file("tram.yaml", tram)
}

/// What goes to standard error.
#[test]
fn messages_look_as_drawn() {
    let project = project();
    for (name, line) in [
        ("build", "build content/sound.yaml content/doubtful.yaml"),
        ("check", "check content"),
        ("refused-option", "check --formt json"),
        ("refused-command", "chekc"),
        ("refused-file", "check content/sund.yaml"),
        ("refused-code", "explain loaded-verbs"),
        ("verify", "verify content/sound.yaml --snapshots none"),
    ] {
        let run = project.run(&format!("{line} --color always"));
        run.stderr_eq(expected(name));
    }
}

/// What goes to standard output.
#[test]
fn texts_look_as_drawn() {
    let project = project();
    for (name, line) in [
        ("explain", "explain loaded-verb"),
        ("origins", "origins tram.yaml"),
    ] {
        let run = project.run(&format!("{line} --color always")).code(0);
        run.stdout_eq(expected(name));
    }
}

/// Returns the names of all commands, as the help has them.
fn commands(project: &Project) -> Vec<String> {
    let output = project.command("help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let (_, after) = help.split_once("Commands:\n").unwrap();
    let (lines, _) = after.split_once("\n\n").unwrap();
    let names = lines
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

#[test]
fn the_help_of_every_command_looks_as_drawn() {
    let project = Project::new();
    let mut names = commands(&project);
    names.retain(|name| name != "help");
    for name in &names {
        let run = project
            .run(&format!("{name} --help --color always"))
            .code(0);
        run.stderr_eq("")
            .stdout_eq(expected(&format!("help/{name}")));
    }
    let folder = picture("help").with_file_name("help");
    let pictures = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut drawn: Vec<_> = pictures
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    drawn.sort();
    names.sort();
    let wanted: Vec<_> = names
        .iter()
        .map(|name| format!("{name}.term.svg"))
        .collect();
    assert_eq!(drawn, wanted, "a picture of no command");
}
