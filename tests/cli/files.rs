//! What becomes of files, whatever breaks around the program: modes, links, pipes, full disks, runs
//! that were killed.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::project::{PAGE, Project, SOUND};

fn mode(project: &Project, path: &str) -> u32 {
    fs::metadata(project.path(path))
        .unwrap()
        .permissions()
        .mode()
        & 0o777
}

fn make_private(project: &Project, path: &str) {
    fs::set_permissions(project.path(path), Permissions::from_mode(0o600)).unwrap();
}

/// Runs, expects a failure of the machine, and returns what it says.
#[track_caller]
fn failure(project: &Project, arguments: &str) -> String {
    let run = project.run(arguments).code(2);
    String::from_utf8_lossy(&run.get_output().stderr).into_owned()
}

fn pipe(project: &Project, name: &str) {
    let made = Command::new("mkfifo").arg(project.path(name)).status();
    assert!(made.unwrap().success());
}

#[test]
fn a_page_and_a_lock_keep_the_mode_that_they_had() {
    let project = Project::new()
        .file("a.yaml", PAGE)
        .file("snapshots/x.txt", "");
    project.run("build a.yaml").code(0);
    project.run("verify a.yaml --snapshots snapshots");
    for path in ["dist/a.html", "a.evidence.yaml"] {
        make_private(&project, path);
    }
    project.run("build a.yaml").code(0);
    project.run("verify a.yaml --snapshots snapshots");
    for path in ["dist/a.html", "a.evidence.yaml"] {
        assert_eq!(mode(&project, path), 0o600, "{path}");
    }
}

#[test]
fn a_link_as_output_is_followed_and_stays() {
    let project = Project::new().file("a.yaml", SOUND).file("pages/x", "");
    symlink("pages/page.html", project.path("link.html")).unwrap();
    symlink("absent/page.html", project.path("lost.html")).unwrap();
    project.run("build a.yaml -o link.html").code(0);
    assert!(
        project.read("pages/page.html").contains("<!DOCTYPE html>")
            || project.read("pages/page.html").contains("<!doctype html>")
    );
    assert!(project.path("link.html").is_symlink());
    let said = failure(&project, "build a.yaml -o lost.html");
    assert!(
        said.contains("cannot write `lost.html`: it is a link into a folder that is not there"),
        "{said}"
    );
    assert!(project.path("lost.html").is_symlink() && !project.path("absent").exists());
}

#[test]
fn a_pipe_without_another_side_does_not_hold_the_program() {
    let project = Project::new().file("a.yaml", SOUND);
    pipe(&project, "pipe");
    let begin = Instant::now();
    let said = failure(&project, "build a.yaml -o pipe");
    assert!(
        said.contains("cannot write `pipe`: nobody reads from this pipe"),
        "{said}"
    );
    let said = failure(&project, "build pipe");
    assert!(
        said.contains("cannot read `pipe`: nobody writes to this pipe"),
        "{said}"
    );
    let said = failure(&project, "import csl-json pipe");
    assert!(said.contains("nobody writes to this pipe"), "{said}");
    assert!(begin.elapsed() < Duration::from_mins(1));
}

#[test]
fn a_pipe_with_another_side_is_read_and_written() {
    let project = Project::new().file("a.yaml", SOUND);
    pipe(&project, "in");
    pipe(&project, "out");
    let shell = |line: &str| {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", line])
            .current_dir(project.path(""))
            .stdout(Stdio::piped());
        shell.spawn().unwrap()
    };
    // Whoever reads comes later than the program.
    let reader = shell("sleep 0.5; cat out");
    let mut writer = shell("sleep 0.3; cat a.yaml >in");
    project.run("build in -o out").code(0);
    let page = reader.wait_with_output().unwrap().stdout;
    let built = project.run("build a.yaml -o -").get_output().stdout.clone();
    assert_eq!(page, built);
    assert!(writer.wait().unwrap().success());
}

#[test]
fn a_full_disk_is_named() {
    let project = Project::new().file("a.yaml", SOUND);
    let said = failure(&project, "build a.yaml -o /dev/full");
    assert!(
        said.contains("cannot write `/dev/full`: No space left on device"),
        "{said}"
    );
}

#[test]
fn a_file_where_a_folder_is_meant_is_named() {
    let project = Project::new().file("a.yaml", SOUND).file("dist", "a file");
    let said = failure(&project, "build a.yaml");
    assert!(
        said.contains("cannot write `dist/a.html`: `dist` is a file and no folder"),
        "{said}"
    );
    assert_eq!(project.read("dist"), "a file");
}

#[test]
fn names_need_not_be_utf_8() {
    let project = Project::new();
    let name = |bytes: &[u8]| project.path("").join(OsStr::from_bytes(bytes));
    fs::create_dir(name(b"f\xff")).unwrap();
    fs::write(name(b"f\xff/a\xfe.yaml"), SOUND).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_brief"))
        .current_dir(project.path(""))
        .args([
            OsStr::new("build"),
            OsStr::from_bytes(b"f\xff"),
            OsStr::new("-o"),
            OsStr::from_bytes(b"p\xff/"),
        ])
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    assert!(name(b"p\xff/a\xfe.html").exists());
}

/// A run that was killed left a file, which nobody has locked any more; another still works.
#[test]
fn what_a_killed_run_left_is_cleared_by_the_next_and_nothing_else() {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("dist/.brief-Ab12cd.tmp", "half a pa")
        .file("dist/.brief-Zz99zz.tmp", "being written")
        .file("dist/.brief-notes.txt", "somebody's own")
        .file("dist/.brief-folder.tmp/x", "somebody's own");
    let other = File::open(project.path("dist/.brief-Zz99zz.tmp")).unwrap();
    other.lock().unwrap();
    project.run("build a.yaml").code(0);
    let left = [
        "dist/.brief-Zz99zz.tmp",
        "dist/.brief-folder.tmp/x",
        "dist/.brief-notes.txt",
        "dist/a.html",
    ];
    let files: Vec<_> = project
        .files()
        .into_iter()
        .filter(|file| file.starts_with("dist/"))
        .collect();
    assert_eq!(files, left);
    drop(other);
    project.run("build a.yaml").code(0);
    assert!(!project.path("dist/.brief-Zz99zz.tmp").exists());
}

/// Killed at whatever moment, runs leave the page whole and nothing beside it after the next.
#[test]
fn killed_runs_leave_whole_pages_and_are_cleared_after() {
    let project = Project::new().file("a.yaml", SOUND);
    project.run("build a.yaml").code(0);
    let whole = fs::read(project.path("dist/a.html")).unwrap();
    for delay in 0..30 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_brief"))
            .args(["build", "a.yaml"])
            .current_dir(project.path(""))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(delay * 2));
        drop(child.kill());
        child.wait().unwrap();
        assert!(
            fs::read(project.path("dist/a.html")).unwrap() == whole,
            "after {delay}"
        );
    }
    project.run("build a.yaml").code(0);
    assert_eq!(project.files(), ["a.yaml", "dist/a.html"]);
}

#[test]
fn many_pages_are_written_at_once() {
    let mut project = Project::new();
    for number in 0..210 {
        project = project.file(&format!("content/b{number}.yaml"), SOUND);
    }
    let project = project.file("dist/b7.html/in-the-way", "");
    let run = project.run("build").code(2);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        said.contains("cannot write `dist/b7.html`") && said.contains("209 pages written to dist"),
        "{said}"
    );
    let pages = project
        .files()
        .into_iter()
        .filter(|file| file.starts_with("dist/"));
    assert_eq!(pages.count(), 210);
}

/// The system would end the program by a signal, and leave what it had begun to write.
#[test]
fn a_limit_of_the_size_of_files_is_told() {
    let project = Project::new().file("a.yaml", SOUND);
    let program = env!("CARGO_BIN_EXE_brief");
    let line = format!("ulimit -f 8; exec '{program}' build a.yaml -o page.html");
    let run = Command::new("sh")
        .args(["-c", &line])
        .current_dir(project.path(""))
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2), "{run:?}");
    let stderr = String::from_utf8_lossy(&run.stderr);
    assert!(
        stderr.contains("error: cannot write `page.html`: "),
        "{stderr}"
    );
    assert_eq!(project.files(), ["a.yaml"]);
}
