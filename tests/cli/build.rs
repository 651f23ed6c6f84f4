//! `brief build`.

use std::io::Read;
use std::process::{Command, Stdio};

use snapbox::str;

use crate::project::{Project, SOUND, doubtful, faulty};

fn starts_a_page(html: &str) -> bool {
    html.to_ascii_lowercase().starts_with("<!doctype html>")
}

#[test]
fn every_brief_in_content_becomes_a_page_in_dist() {
    let project = Project::new()
        .file("content/b.yaml", SOUND)
        .file("content/a.yaml", SOUND)
        .file("content/a.evidence.yaml", "format: 1\nquotes: []\n")
        .file("content/notes.txt", "not a brief");
    project.run("").code(0).stdout_eq("").stderr_eq(str![[r#"
wrote dist/a.html with its sources (1 kB): a.yaml, a.evidence.yaml
wrote dist/b.html with its sources (1 kB): b.yaml
2 pages written to dist

"#]]);
    assert!(starts_a_page(&project.read("dist/a.html")));
    let pages: Vec<_> = project
        .files()
        .into_iter()
        .filter(|path| path.starts_with("dist/"))
        .collect();
    assert_eq!(pages, ["dist/a.html", "dist/b.html"]);
}

#[test]
fn an_output_may_be_a_file_in_a_new_folder_or_a_folder() {
    let project = Project::new().file("a.yaml", SOUND).file("b.yaml", SOUND);
    project.run("build a.yaml -o new/page.html").code(0);
    project.run("build a.yaml b.yaml -o pages/").code(0);
    project.run("build b.yaml -o new").code(0);
    assert_eq!(
        project.files(),
        [
            "a.yaml",
            "b.yaml",
            "new/b.html",
            "new/page.html",
            "pages/a.html",
            "pages/b.html"
        ]
    );
}

#[test]
fn standard_input_becomes_standard_output() {
    let project = Project::new();
    let piped = project.pipe(SOUND, "build -").code(0).stderr_eq(
        "made a page with its sources (1 kB): brief.yaml; `--no-source` leaves them out\n",
    );
    let html = String::from_utf8(piped.get_output().stdout.clone()).unwrap();
    assert!(starts_a_page(&html));
    assert!(project.files().is_empty());

    project.pipe(SOUND, "- --output page.html").code(0);
    assert_eq!(project.read("page.html"), html);

    let project = project.file("a.yaml", SOUND);
    let printed = project.run("a.yaml -o -").code(0);
    assert_eq!(printed.get_output().stdout, html.as_bytes());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let project = Project::new().file("a.yaml", SOUND);
    let page = || project.run("a.yaml -o -").get_output().stdout.clone();
    assert_eq!(page(), page());
}

#[test]
fn a_faulty_brief_leaves_the_earlier_page_whole() {
    let project = Project::new()
        .file("content/a.yaml", faulty())
        .file("content/b.yaml", SOUND)
        .file("dist/a.html", "earlier");
    let run = project.run("build").code(1).stdout_eq("");
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.contains("content/a.yaml:3:1"), "{stderr}");
    assert!(stderr.contains(" in content/a.yaml\n"), "{stderr}");
    assert!(
        stderr.ends_with("wrote dist/b.html with its sources (1 kB): b.yaml\n1 page written to dist, 1 file at fault\n"),
        "{stderr}"
    );
    assert_eq!(project.read("dist/a.html"), "earlier");
    assert!(starts_a_page(&project.read("dist/b.html")));
    assert_eq!(project.files().len(), 4, "{:?}", project.files());
}

#[test]
fn a_faulty_brief_prints_no_page() {
    Project::new().pipe(faulty(), "-").code(1).stdout_eq("");
}

#[test]
fn a_warning_is_shown_and_the_page_is_made() {
    let project = Project::new().file("a.yaml", doubtful());
    let run = project.run("build a.yaml").code(0);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.starts_with("warning[loaded-verb]: "), "{stderr}");
    assert!(
        stderr
            .ends_with("1 warning in a.yaml\nwrote dist/a.html with its sources (1 kB): a.yaml\n"),
        "{stderr}"
    );
}

#[test]
fn a_denied_warning_is_an_error() {
    let project = Project::new().file("a.yaml", doubtful());
    let run = project.run("build a.yaml --deny warnings").code(1);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.starts_with("error[loaded-verb]: "), "{stderr}");
    assert_eq!(project.files(), ["a.yaml"]);
}

#[test]
fn a_file_that_cannot_be_read_does_not_keep_the_others_from_being_built() {
    let project = Project::new().file("b.yaml", SOUND);
    project
        .run("build a.yaml b.yaml")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: cannot read `a.yaml`: No such file or directory (os error 2)
 |
 = help: did you mean `b.yaml`?
wrote dist/b.html with its sources (1 kB): b.yaml
1 page written to dist, 1 file failed

"#]]);
}

#[test]
fn an_output_that_cannot_be_written_is_said() {
    let project = Project::new().file("a.yaml", SOUND).file("dist", "a file");
    project.run("build a.yaml").code(2).stderr_eq(str![[r#"
error: cannot write `dist/a.html`: [..]

"#]]);
    assert_eq!(project.read("dist"), "a file");
}

#[test]
fn machines_read_problems_on_standard_error() {
    let project = Project::new().file("a.yaml", doubtful());
    let run = project.run("build a.yaml -o - --format json").code(0);
    let output = run.get_output();
    let report: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(report["files"][0]["diagnostics"][0]["code"], "loaded-verb");
    assert!(starts_a_page(&String::from_utf8_lossy(&output.stdout)));
    for (format, begins) in [("sarif", "{"), ("github", "::warning file=a.yaml,")] {
        let run = project.run(&format!("build a.yaml -o - --format {format}"));
        let output = run.code(0).get_output().clone();
        let report = String::from_utf8_lossy(&output.stderr);
        assert!(report.starts_with(begins), "{report}");
        assert!(starts_a_page(&String::from_utf8_lossy(&output.stdout)));
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let project = Project::new().file("a.yaml", SOUND);
    let mut child = Command::new(env!("CARGO_BIN_EXE_brief"))
        .args(["a.yaml", "--no-source", "-o", "-"])
        .current_dir(project.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stderr = String::new();
    let mut pipe = child.stderr.take().unwrap();
    pipe.read_to_string(&mut stderr).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(stderr, "");
}
