//! `brief schema`, and what `brief new` puts beside a brief.

use snapbox::str;

use crate::project::Project;

const COPY: &str = include_str!("../../content/brief.schema.json");

#[test]
fn the_schema_is_printed_and_written() {
    let project = Project::new();
    for line in ["schema", "schema -o -"] {
        let run = project.run(line).code(0).stderr_eq("");
        assert!(run.get_output().stdout == COPY.as_bytes(), "{line}");
    }
    project
        .run("schema -o desk/s.json")
        .code(0)
        .stdout_eq("")
        .stderr_eq("wrote desk/s.json\n");
    assert_eq!(project.read("desk/s.json"), COPY);
}

#[test]
fn an_earlier_schema_is_renewed_and_nothing_else_is_overwritten() {
    let earlier = COPY.replace("draft-07", "draft-06");
    let project = Project::new()
        .file("a.json", &earlier)
        .file("content/brief.schema.json", &earlier)
        .file("b.yaml", "mine")
        .file("desk/brief.schema.json", "{}");
    project.run("schema -o a.json").code(0);
    assert_eq!(project.read("a.json"), COPY);
    project.run("new harbour").code(0);
    assert_eq!(project.read("content/brief.schema.json"), COPY);
    project.run("schema -o b.yaml").code(2).stderr_eq(str![[r#"
error: `b.yaml` is there already, and no schema of a brief
 |
 = help: name another file, or move that one away

"#]]);
    project.run("new desk/harbour").code(2).stderr_eq(str![[r#"
error: `desk/brief.schema.json` is there already, and no schema of a brief
 |
 = help: name another file, or move that one away

"#]]);
    assert_eq!(project.read("b.yaml"), "mine");
    assert_eq!(project.read("desk/brief.schema.json"), "{}");
    assert!(!project.files().contains(&"desk/harbour.yaml".to_owned()));
}
