//! `brief build --watch`.

use std::fs;
use std::thread;
use std::time::Duration;

use snapbox::str;

use crate::project::{Project, SOUND, doubtful, faulty};
use crate::running::Running;

const WAITING: &str = "waiting for changes";
/// Whatever changed before counts by then, and a page of it is written.
const LONG_QUIET: Duration = Duration::from_millis(600);

/// Saves as editors do that write beside the file and rename: there is nothing in between.
fn save(project: &Project, name: &str, text: impl AsRef<[u8]>) {
    let beside = project.path(&format!("{name}~"));
    fs::write(&beside, text).unwrap();
    fs::rename(beside, project.path(name)).unwrap();
}

fn says(lines: &[String], beginning: &str) -> bool {
    lines.iter().any(|line| line.starts_with(beginning))
}

#[test]
fn what_changes_is_built_again_and_a_fault_waits_to_be_mended() {
    let project = Project::new().file("a.yaml", SOUND).file("b.yaml", SOUND);
    let running = Running::start(&project, "build a.yaml b.yaml --no-source --watch");
    let first = running.until(WAITING);
    assert_eq!(
        first[..3],
        [
            "wrote dist/a.html",
            "wrote dist/b.html",
            "2 pages written to dist"
        ]
    );
    fs::remove_file(project.path("dist/b.html")).unwrap();

    save(&project, "a.yaml", doubtful());
    let said = running.until("wrote dist/a.html");
    assert!(says(&said, "warning[loaded-verb]"), "{said:#?}");
    assert!(project.read("dist/a.html").contains("he claimed"));

    save(&project, "a.yaml", faulty());
    let said = running.until("1 error in a.yaml");
    assert!(says(&said, "error[unknown-field]"), "{said:#?}");
    assert!(project.read("dist/a.html").contains("he claimed"));

    // In place: what is there before all is written may be seen too.
    fs::write(project.path("a.yaml"), SOUND).unwrap();
    running.until("wrote dist/a.html");
    assert!(project.read("dist/a.html").contains("he said"));

    assert!(!project.path("dist/b.html").exists());
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn evidence_templates_and_style_sheets_count() {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("b.yaml", SOUND)
        .file("styles/screen.css", "p { color: red }")
        .file("templates/sections/gaps.html", "");
    let line = "build a.yaml b.yaml --static styles --templates templates --no-source --watch";
    let running = Running::start(&project, line);
    running.until(WAITING);

    save(&project, "a.evidence.yaml", "format: 1\nquotes: []\n");
    assert_eq!(running.until("wrote"), ["wrote dist/a.html"]);

    save(&project, "styles/screen.css", "p { color: #123456 }");
    running.until("2 pages written to dist");
    assert!(project.read("dist/b.html").contains("#123456"));

    let template = project.path("templates/sections/gaps.html");
    fs::write(template, "<p>nothing is missing</p>").unwrap();
    running.until("2 pages written to dist");
    assert!(project.read("dist/a.html").contains("nothing is missing"));
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn the_edition_before_counts_and_other_files_do_not() {
    let second = SOUND.replace("edition: 1", "edition: 2\nprevious: first.yaml");
    let project = Project::new()
        .file("first.yaml", SOUND)
        .file("other.yaml", SOUND)
        .file("second.yaml", second);
    let running = Running::start(&project, "build second.yaml --no-source --watch");
    running.until(WAITING);
    save(&project, "other.yaml", doubtful());
    thread::sleep(LONG_QUIET);
    save(&project, "first.yaml", faulty());
    let said = running.until("1 error in second.yaml");
    assert!(!says(&said, "wrote"), "{said:#?}");
    save(&project, "first.yaml", SOUND);
    assert_eq!(running.until("wrote"), ["wrote dist/second.html"]);
    let lock = "format: 1\nquotes: []\n";
    save(&project, "first.evidence.yaml", lock);
    assert_eq!(running.until("wrote"), ["wrote dist/second.html"]);
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn what_the_editions_before_include_counts() {
    let edition = |number: u32, previous: &str| {
        SOUND.replace("edition: 1", &format!("edition: {number}\n{previous}"))
    };
    let project = Project::new()
        .file("voices.yaml", "voices: {}\n")
        .file("first.yaml", edition(1, "include: [voices.yaml]"))
        .file("second.yaml", edition(2, "previous: \"first.yaml\""))
        .file("third.yaml", edition(3, "previous: second.yaml # the last"));
    let running = Running::start(&project, "build third.yaml --no-source --watch");
    running.until(WAITING);
    save(&project, "voices.yaml", "sources: {}\n");
    assert_eq!(running.until("wrote"), ["wrote dist/third.html"]);
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn evidence_of_the_edition_before_counts_whichever_ending_that_has() {
    let second = SOUND.replace("edition: 1", "edition: 2\nprevious: first.yml");
    let project = Project::new()
        .file("first.yml", SOUND)
        .file("second.yaml", second);
    let running = Running::start(&project, "build second.yaml --no-source --watch");
    running.until(WAITING);
    save(&project, "first.evidence.yaml", "format: 1\nquotes: []\n");
    assert_eq!(running.until("wrote"), ["wrote dist/second.html"]);
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn a_page_below_a_folder_of_assets_is_no_change() {
    for line in [
        "build a.yaml --locales . --watch",
        "build a.yaml --static . --watch",
        "build a.yaml --templates site -o site/out/ --watch",
        "build a.yaml --templates . -o page.html --watch",
    ] {
        let project = Project::new().file("a.yaml", SOUND);
        fs::create_dir(project.path("site")).unwrap();
        let running = Running::start(&project, line);
        running.until(WAITING);
        thread::sleep(LONG_QUIET);
        save(&project, "a.yaml", faulty());
        let said = running.until("1 error in a.yaml");
        assert!(!says(&said, "wrote"), "{line}: {said:#?}");
        assert_eq!(running.interrupt(), Some(0));
    }
}

#[test]
fn a_new_brief_in_a_folder_is_built_too() {
    let project = Project::new().file("desk/a.yaml", SOUND);
    let running = Running::start(&project, "build desk --no-source --watch");
    running.until(WAITING);
    save(&project, "desk/notes.txt", "no brief");
    save(&project, "desk/b.yaml", SOUND);
    assert_eq!(running.until("wrote"), ["wrote dist/b.html"]);

    fs::remove_file(project.path("desk/b.yaml")).unwrap();
    fs::remove_file(project.path("desk/a.yaml")).unwrap();
    running.until("error: there is no brief in `desk`");
    save(&project, "desk/a.yaml", SOUND);
    running.until("wrote dist/a.html");
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn a_folder_that_goes_and_comes_is_watched_again() {
    for (line, gone) in [
        ("build desk --watch", "error: `desk` cannot be read"),
        (
            "build desk/a.yaml --watch",
            "error: cannot read `desk/a.yaml`",
        ),
    ] {
        let project = Project::new().file("desk/a.yaml", SOUND);
        let running = Running::start(&project, line);
        running.until(WAITING);
        fs::rename(project.path("desk"), project.path("away")).unwrap();
        running.until(gone);
        fs::rename(project.path("away"), project.path("desk")).unwrap();
        running.until("wrote dist/a.html");
        thread::sleep(LONG_QUIET);
        save(&project, "desk/a.yaml", doubtful());
        running.until("wrote dist/a.html");
        assert!(project.read("dist/a.html").contains("he claimed"));

        fs::remove_dir_all(project.path("desk")).unwrap();
        running.until(gone);
        fs::create_dir(project.path("desk")).unwrap();
        save(&project, "desk/a.yaml", faulty());
        running.until("1 error in desk/a.yaml");
        assert_eq!(running.interrupt(), Some(0));
    }
}

/// Whatever else changes beside a folder that is away.
#[test]
fn what_goes_wrong_again_is_said_once() {
    for (line, begun, back) in [
        ("build desk --watch", WAITING, "wrote dist/a.html"),
        (
            "serve --port 0 desk",
            "serving at",
            "no problems in desk/a.yaml",
        ),
    ] {
        let project = Project::new().file("desk/a.yaml", SOUND);
        let running = Running::start(&project, line);
        running.until(begun);
        for _ in 0..2 {
            fs::rename(project.path("desk"), project.path("away")).unwrap();
            running.until("`desk` cannot be read");
            for _ in 0..3 {
                fs::write(project.path("other.txt"), "other").unwrap();
                thread::sleep(Duration::from_millis(100));
            }
            fs::rename(project.path("away"), project.path("desk")).unwrap();
            let said = running.until(back);
            assert!(!says(&said, "error: `desk`"), "{said:#?}");
        }
    }
}

#[test]
fn a_brief_behind_a_link_is_watched_where_it_is() {
    let project = Project::new().file("archive/1.yaml", SOUND);
    fs::create_dir(project.path("desk")).unwrap();
    std::os::unix::fs::symlink("../archive/1.yaml", project.path("desk/a.yaml")).unwrap();
    let running = Running::start(&project, "build desk/a.yaml --no-source --watch");
    running.until(WAITING);
    save(&project, "archive/1.yaml", doubtful());
    running.until("wrote dist/a.html");
    assert!(project.read("dist/a.html").contains("he claimed"));
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn streams_cannot_be_watched() {
    let project = Project::new().file("a.yaml", SOUND);
    project
        .pipe(SOUND, "build - --watch")
        .code(2)
        .stderr_eq(str![[r#"
error: standard input cannot be watched
 |
 = help: name a file

"#]]);
    project
        .run("build a.yaml -o - --watch")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: standard output cannot take a page again and again
 |
 = help: name a file

"#]]);
    project.run("build absent/a.yaml --watch").code(2);
}
