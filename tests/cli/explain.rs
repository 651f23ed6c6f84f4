//! `brief explain`.

use brief::RULES;
use snapbox::str;

use crate::project::Project;

#[test]
fn every_code_is_explained() {
    let project = Project::new();
    for rule in RULES.iter() {
        let line = format!("explain {}", rule.code());
        let run = project.run(&line).code(0).stderr_eq("");
        assert_eq!(run.get_output().stdout, rule.explanation().as_bytes());
    }
}

#[test]
fn without_a_code_all_are_listed() {
    let run = Project::new().run("explain").code(0).stderr_eq("");
    let table = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert_eq!(table.lines().count(), RULES.iter().count());
    let row = "loaded-verb             warning  a verb of saying that judges";
    assert!(table.lines().any(|line| line == row), "{table}");
}

#[test]
fn a_mistyped_code_is_recognised() {
    Project::new()
        .run("explain loaded-verbs")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: there is no code `loaded-verbs`
 |
 = help: did you mean `brief explain loaded-verb`?

"#]]);
    Project::new()
        .run("explain weather")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: there is no code `weather`
 |
 = help: `brief explain` lists all codes

"#]]);
}
