//! What the options of `brief build` do to the page.

use crate::project::{Project, SOUND};

#[test]
fn a_template_at_fault_is_no_fault_of_the_input() {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("mine/brief.html", "{% if %}")
        .file("dist/a.html", "earlier");
    project.run("build a.yaml --templates mine").code(2);
    project.run("build a.yaml --templates absent").code(2);
    assert_eq!(project.read("dist/a.html"), "earlier");
}

#[test]
fn large_print_is_another_page() {
    let project = Project::new().file("a.yaml", SOUND);
    let page = |line| project.run(line).code(0).get_output().stdout.clone();
    assert_ne!(page("a.yaml -o -"), page("a.yaml -o - --large-print"));
}
