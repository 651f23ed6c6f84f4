//! `brief completions` and `brief man`; `tests/shell` runs what they print.

use snapbox::str;

use crate::project::Project;

#[test]
fn completions_are_printed_for_each_shell() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = project
            .run(&format!("completions {shell}"))
            .code(0)
            .stderr_eq("");
        let script = String::from_utf8(run.get_output().stdout.clone()).unwrap();
        for word in ["explain", "large-print"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    project.run("completions tcsh").code(2).stdout_eq("");
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let project = Project::new();
    let run = project.run("man").code(0).stderr_eq("");
    let brief = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    project.run("man -o manual").code(0).stdout_eq("");
    assert_eq!(project.read("manual/brief.1"), brief);
    let pages = project.files();
    let commands: Vec<&str> = brief
        .lines()
        .filter_map(|line| line.strip_prefix(r"brief\-")?.strip_suffix("(1)"))
        .collect();
    assert!(commands.len() > 8, "{brief}");
    for command in &commands {
        assert!(pages.contains(&format!("manual/brief-{command}.1")));
        project.run(&format!("man {command}")).code(0).stderr_eq("");
    }
    assert_eq!(pages.len(), commands.len() + 1);
}

#[test]
fn a_command_that_there_is_not_has_no_page() {
    let project = Project::new();
    project.run("man weather").code(2).stderr_eq(str![[r#"
error: there is no command `weather`
 |
 = help: `brief help` lists all commands

"#]]);
    project.run("man build -o x").code(2).stdout_eq("");
    assert!(project.files().is_empty());
}
