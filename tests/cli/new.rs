//! `brief new`: what a writer starts from.

use snapbox::str;

use crate::project::Project;

#[test]
fn a_brief_is_started_and_nothing_is_wrong_with_it() {
    let project = Project::new();
    project
        .run("new harbour-works --day 2026-11-23")
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
wrote content/harbour-works.yaml
wrote content/brief.schema.json
open content/harbour-works.yaml in your editor; one with a YAML language server completes and explains every field
  brief check content/harbour-works.yaml    says what is missing or wrong
  brief serve content/harbour-works.yaml    shows the page as you write
  brief build content/harbour-works.yaml    makes the page

"#]]);
    project.run("check --deny warnings").code(0);
    project.run("").code(0);
    let page = project.read("dist/harbour-works.html");
    assert!(page.contains("datetime=\"2026-11-23\""));
}

#[test]
fn a_brief_can_be_started_in_ukrainian_and_in_another_folder() {
    let project = Project::new();
    project.run("new desk/порт --lang uk").code(2);
    project.run("new desk/port --lang uk").code(0);
    project.run("check --deny warnings desk/port.yaml").code(0);
    assert!(project.read("desk/port.yaml").contains("\nlang: uk\n"));
}

#[test]
fn without_a_day_it_is_current_today() {
    let project = Project::new();
    project.run("new a").code(0);
    let today = jiff::Zoned::now().date().to_string();
    let text = project.read("content/a.yaml");
    assert!(text.contains(&format!("\nas_of: {today} ")), "{text}");
}

#[test]
fn no_brief_is_overwritten() {
    let project = Project::new().file("content/a.yaml", "mine");
    project
        .run("new a")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: there is a `content/a.yaml` already
 |
 = help: choose another name, or move that file away

"#]]);
    assert_eq!(project.read("content/a.yaml"), "mine");
}

#[test]
fn names_are_lower_case_words_joined_by_hyphens() {
    let project = Project::new();
    project.run("new Harbour_Works").code(2).stderr_eq(str![[r#"
error: `Harbour_Works` is not a name of lower-case words joined by hyphens
 |
 = help: write `brief new harbour-works`

"#]]);
    project.run("new -- -").code(2).stderr_eq(str![[r#"
error: `-` is not a name of lower-case words joined by hyphens
 |
 = help: for example, `brief new harbour-works`

"#]]);
    project
        .run("new a --day Monday")
        .code(2)
        .stderr_eq(str![[r#"
error: `Monday` is no day such as 2026-11-23
 |
 = help: write a day as year, month and day: `--day 2026-11-23`

"#]]);
    assert!(project.files().is_empty());
}
