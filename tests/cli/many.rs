//! Many briefs at once: folders, patterns, what is refused, and the sum of it all.

use std::fmt::Write as _;

use snapbox::str;

use crate::project::{Project, SOUND, doubtful, faulty};

/// Returns a project with a folder in which are two briefs, and much that is none.
fn desk() -> Project {
    Project::new()
        .file("desk/a.yaml", SOUND)
        .file("desk/a.evidence.yaml", "format: 1\nquotes: []\n")
        .file("desk/b.yml", SOUND)
        .file("desk/notes.txt", "not a brief")
        .file("desk/.hidden.yaml", "not a brief")
        .file("desk/deep/c.yaml", SOUND)
}

fn pages(project: &Project) -> Vec<String> {
    let pages = project.files().into_iter();
    pages.filter(|path| path.starts_with("dist/")).collect()
}

#[test]
fn a_folder_means_its_briefs_and_not_those_of_folders_in_it() {
    let project = desk();
    project
        .run("build desk")
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
wrote dist/a.html with its sources (1 kB): a.yaml, a.evidence.yaml
wrote dist/b.html with its sources (1 kB): b.yaml
2 pages written to dist

"#]]);
    assert_eq!(pages(&project), ["dist/a.html", "dist/b.html"]);
}

#[test]
fn a_pattern_means_the_briefs_that_it_matches() {
    let project = desk();
    project.run("build desk/*").code(0);
    assert_eq!(pages(&project), ["dist/a.html", "dist/b.html"]);
    let project = desk();
    project.run("build desk/**/*.yaml").code(0);
    assert_eq!(pages(&project), ["dist/a.html", "dist/c.html"]);
}

#[test]
fn a_file_named_as_a_pattern_is_a_file() {
    let project = Project::new()
        .file("[a]*.yaml", SOUND)
        .file("a.yaml", SOUND);
    project.run("build [a]*.yaml").code(0);
    assert_eq!(pages(&project), ["dist/[a]*.html"]);
}

#[test]
fn files_folders_patterns_and_standard_input_go_together() {
    let project = desk().file("e.yaml", SOUND);
    project
        .pipe(SOUND, "check e.yaml - desk desk/deep/?.yaml")
        .code(0)
        .stderr_eq(str![[r#"
no problems in e.yaml
no problems in <stdin>
no problems in desk/a.yaml
no problems in desk/b.yml
no problems in desk/deep/c.yaml
5 files checked

"#]]);
}

#[test]
fn an_evidence_lock_is_passed_over_beside_its_brief_and_refused_alone() {
    let project = desk();
    project
        .run("build desk/a.evidence.yaml desk/a.yaml")
        .code(0);
    project
        .run("build desk/a.evidence.yaml")
        .code(2)
        .stderr_eq(str![[r#"
error: `desk/a.evidence.yaml` is an evidence lock, not a brief
 |
 = help: name its brief: `desk/a.yaml`

"#]]);
}

#[test]
fn what_means_no_brief_is_refused() {
    let project = Project::new()
        .file("empty/notes.txt", "not a brief")
        .file("a.yaml", SOUND);
    project
        .run("build a.yaml empty")
        .code(2)
        .stderr_eq(str![[r#"
error: there is no brief in `empty`
 |
 = help: a folder means the `*.yaml` in it; for those in folders below, write `empty/**/*.yaml`

"#]]);
    project
        .run("build a.yaml emtpy/*.yaml")
        .code(2)
        .stderr_eq(str![[r#"
error: no brief matches `emtpy/*.yaml`
 |
 = help: a brief is a `*.yaml` or `*.yml` that is not an evidence lock

"#]]);
    project.run("build a***").code(2).stderr_eq(str![[r#"
error: `a***` is no pattern: [..]
 |
 = help: `*` matches any name, `**` any folders, `?` one character

"#]]);
    assert!(pages(&project).is_empty());
}

#[test]
fn a_brief_named_by_two_ways_is_refused_before_any_page_is_written() {
    let project = desk();
    project
        .run("build desk/*.yml desk")
        .code(2)
        .stderr_eq(str![[r#"
error: `desk/b.yml` is given twice
 |
 = help: name each file once

"#]]);
    assert!(pages(&project).is_empty());
    let project = project.file("other/a.yaml", SOUND);
    project.run("build desk other").code(2).stderr_eq(str![[r#"
error: `desk/a.yaml` and `other/a.yaml` would both be written to `dist/a.html`
 |
 = help: build them apart, each with `--output`

"#]]);
    assert!(pages(&project).is_empty());
}

#[test]
fn a_folder_of_several_briefs_is_not_one_brief() {
    desk()
        .run("export --to csv desk")
        .code(2)
        .stderr_eq(str![[r#"
error: `desk` means 2 briefs
 |
 = help: name the file to read

"#]]);
}

/// Returns a project with thirty briefs, one of them doubtful and one faulty.
fn thirty() -> Project {
    let mut project = Project::new();
    for number in 0..30 {
        let text = match number {
            7 => doubtful(),
            21 => faulty(),
            _ => SOUND.to_owned(),
        };
        project = project.file(&format!("many/{number:02}.yaml"), text);
    }
    project
}

#[test]
fn many_briefs_are_summed_up_and_one_fault_does_not_stop_the_others() {
    let project = thirty();
    project
        .run("build many")
        .code(1)
        .stdout_eq("")
        .stderr_eq(str![[r#"
warning[loaded-verb]: [..]
...
1 warning in many/07.yaml
error[unknown-field]: [..]
...
1 error in many/21.yaml
29 pages written to dist, 1 file at fault, 1 warning
the pages have their sources in them, comments too; `--no-source` leaves them out

"#]]);
    assert_eq!(pages(&project).len(), 29);
    let checked = project.run("check many many/absent.yaml").code(2);
    let stderr = String::from_utf8_lossy(&checked.get_output().stderr).into_owned();
    let last = stderr.lines().last();
    assert_eq!(
        last,
        Some("31 files checked, 1 file at fault, 1 file failed, 1 warning")
    );
}

#[test]
fn the_order_of_reports_is_that_of_the_inputs_whichever_is_done_first() {
    let mut project = Project::new();
    for number in 0..40 {
        let mut text = doubtful();
        // The first ones take longest.
        for line in 0..(40 - number) * 50 {
            _ = writeln!(text, "# {line}");
        }
        project = project.file(&format!("many/{number:02}.yaml"), text);
    }
    let run = || {
        let run = project.run("check many").code(0);
        String::from_utf8(run.get_output().stderr.clone()).unwrap()
    };
    let first = run();
    let places: Vec<_> = first
        .lines()
        .filter(|line| line.starts_with("1 warning in"))
        .collect();
    assert_eq!(places.len(), 40);
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(first, run());
}

#[test]
fn machines_read_no_sum() {
    let run = desk().run("build desk --format json").code(0);
    let report: serde_json::Value = serde_json::from_slice(&run.get_output().stderr).unwrap();
    assert_eq!(report["files"].as_array().unwrap().len(), 2);
}

/// A link to another brief of the folder is a second name of it, and the page of that name is the same.
#[cfg(unix)]
#[test]
fn a_link_in_a_folder_has_a_page_of_its_own() {
    let project = Project::new()
        .file("content/monday.yaml", SOUND)
        .file("snapshots/nbc.txt", "Nothing of the kind.");
    let link = project.path("content/latest.yaml");
    std::os::unix::fs::symlink("monday.yaml", &link).unwrap();
    project.run("verify content/monday.yaml --snapshots snapshots");
    assert!(project.path("content/monday.evidence.yaml").exists());
    for arguments in [
        "build content",
        "build",
        "build content/monday.yaml content/latest.yaml",
    ] {
        project.run(&format!("{arguments} -o pages/")).code(0);
        let pages = ["monday", "latest"].map(|name| project.read(&format!("pages/{name}.html")));
        // The same text and the same lock.
        assert_eq!(pages[0], pages[1], "{arguments}");
    }
    project
        .run("build content/latest.yaml content")
        .code(2)
        .stderr_eq(str![[r#"
error: `content/latest.yaml` is given twice
 |
 = help: name each file once

"#]]);
}
