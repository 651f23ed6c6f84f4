//! The example of a repository in `examples/newsroom`: its briefs hold, and become the same pages each time.

use std::fs;
use std::path::Path;

use crate::project::Project;

/// Copies what the example commits of its briefs.
fn newsroom() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/newsroom/content");
    let files = fs::read_dir(folder).unwrap();
    files.fold(Project::new(), |project, file| {
        let file = file.unwrap();
        let name = format!("content/{}", file.file_name().to_str().unwrap());
        project.file(&name, fs::read(file.path()).unwrap())
    })
}

#[test]
fn its_briefs_hold_without_a_warning_and_without_their_snapshots() {
    let run = newsroom().run("check --deny warnings").code(0);
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(told.ends_with("2 files checked\n"), "{told}");
}

#[test]
fn its_briefs_become_two_pages_the_same_each_time() {
    let newsroom = newsroom();
    newsroom.run("build").code(0);
    newsroom.run("build -o again/").code(0);
    let pages: Vec<String> = newsroom
        .files()
        .into_iter()
        .filter(|file| !file.starts_with("content/"))
        .collect();
    assert_eq!(
        pages,
        [
            "again/library-hours.html",
            "again/night-ferry.html",
            "dist/library-hours.html",
            "dist/night-ferry.html",
        ]
    );
    for name in ["library-hours", "night-ferry"] {
        let first = newsroom.read(&format!("dist/{name}.html"));
        assert_eq!(first, newsroom.read(&format!("again/{name}.html")));
        assert!(first.contains("word for word"), "quotes were verified");
    }
}

#[test]
fn what_it_commits_leaves_out_copies_of_sources_and_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/newsroom");
    let ignored = fs::read_to_string(folder.join(".gitignore")).unwrap();
    for left_out in ["/snapshots/", "/dist/"] {
        assert!(ignored.lines().any(|line| line == left_out), "{left_out}");
    }
    let locks = newsroom().files();
    let locks = locks.iter().filter(|file| file.ends_with(".evidence.yaml"));
    assert_eq!(locks.count(), 2);
}
