//! What browsers leave behind is cleared, however they end.

#![cfg(unix)]

use std::time::{Duration, Instant};
use std::{fs, process, thread};

use crate::pdf::{PRINTS, command, project};
use crate::project::Project;

/// Starts a browser that has children, in its group and out of it, and goes on writing to its profile.
const BUSY: &str = r#"
for argument; do
  case $argument in --user-data-dir=*) profile=${argument#--user-data-dir=} ;; esac
done
write='while :; do mkdir -p "$0/a"; echo x >"$0/a/$$"; sleep 0.01; done'
sh -c "$write" "$profile" &
echo $! >>pids
setsid sh -c "$write" "$profile" &
echo $! >>pids
mkdir -p "$TMPDIR/org.chromium.Chromium.123456"
echo $$ >>pids
"#;

/// Says which processes that the browser noted are still there.
#[cfg(target_os = "linux")]
fn alive(project: &Project) -> Vec<String> {
    let noted = fs::read_to_string(project.path("pids")).unwrap_or_default();
    let is_there = |pid: &&str| {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        !stat.is_empty() && !stat.contains(") Z ")
    };
    noted
        .split_whitespace()
        .filter(is_there)
        .map(str::to_owned)
        .collect()
}

#[cfg(target_os = "linux")]
#[track_caller]
fn expect_nothing_left(project: &Project, what: &str) {
    let begin = Instant::now();
    // Whoever was killed goes as soon as the system comes to it.
    while !alive(project).is_empty() && begin.elapsed() < Duration::from_secs(5) {
        thread::sleep(Duration::from_millis(20));
    }
    assert!(alive(project).is_empty(), "{what}: {:?}", alive(project));
    let left: Vec<_> = project
        .files()
        .into_iter()
        .filter(|file| file.contains(".brief-"))
        .collect();
    assert!(left.is_empty(), "{what}: {left:?}");
    let folders = fs::read_dir(project.path("dist"))
        .into_iter()
        .flatten()
        .flatten();
    let names: Vec<_> = folders.map(|entry| entry.file_name()).collect();
    assert!(
        names
            .iter()
            .all(|name| !name.to_string_lossy().contains("brief-")),
        "{what}: {names:?}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_browser_leaves_no_child_and_no_folder_however_it_ends() {
    for (does, arguments) in [
        ("sleep 600", "pdf a.yaml --timeout 1"),
        ("exit 3", "pdf a.yaml"),
        ("kill -9 $$", "pdf a.yaml"),
        ("exit 0", "pdf a.yaml"),
    ] {
        let project = project(&format!("{BUSY}{does}\n"));
        command(&project, arguments).assert().code(2);
        expect_nothing_left(&project, does);
    }
    let project = project(&format!("{PRINTS}{BUSY}"));
    command(&project, "pdf a.yaml").assert().code(0);
    expect_nothing_left(&project, "printed");
}

#[cfg(target_os = "linux")]
#[test]
fn whatever_signal_ends_the_run_nothing_is_left() {
    for signal in ["INT", "TERM", "HUP", "QUIT"] {
        for delay in [0, 5, 20, 60, 120] {
            let project = project(&format!("{BUSY}sleep 600\n"));
            let mut child = process::Command::new(env!("CARGO_BIN_EXE_brief"))
                .args(["pdf", "a.yaml"])
                .env("BRIEF_BROWSER", project.path("browser"))
                .current_dir(project.path(""))
                .stderr(process::Stdio::null())
                .spawn()
                .unwrap();
            thread::sleep(Duration::from_millis(delay));
            let mut kill = process::Command::new("kill");
            let kill = kill.args([format!("-{signal}"), child.id().to_string()]);
            // The run may have ended before.
            kill.stderr(process::Stdio::null()).status().unwrap();
            child.wait().unwrap();
            expect_nothing_left(&project, &format!("{signal} after {delay} ms"));
        }
    }
}

/// What a killed run left is cleared, what its browser left too; what another run works in, and what is somebody's own, is not.
#[cfg(target_os = "linux")]
#[test]
fn what_a_killed_run_left_is_cleared_by_the_next() {
    let project = project(&format!("{BUSY}sleep 600\n"))
        .file("dist/.brief-pdf-Zz99zz/page.html", "another run's")
        .file("dist/.brief-pdf-backup/mine", "somebody's own");
    let other = fs::File::open(project.path("dist/.brief-pdf-Zz99zz")).unwrap();
    other.lock().unwrap();
    let mut child = process::Command::new(env!("CARGO_BIN_EXE_brief"))
        .args(["pdf", "a.yaml"])
        .env("BRIEF_BROWSER", project.path("browser"))
        .current_dir(project.path(""))
        .stderr(process::Stdio::null())
        .spawn()
        .unwrap();
    let begin = Instant::now();
    while fs::read_to_string(project.path("pids"))
        .unwrap_or_default()
        .lines()
        .count()
        < 3
    {
        assert!(begin.elapsed() < Duration::from_secs(20), "no browser");
        thread::sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!alive(&project).is_empty());
    let project = project.file("browser", format!("#!/bin/sh\n{PRINTS}"));
    command(&project, "pdf a.yaml").assert().code(0);
    let left = [
        "dist/.brief-pdf-Zz99zz/page.html",
        "dist/.brief-pdf-backup/mine",
        "dist/a.pdf",
    ];
    let files: Vec<_> = project
        .files()
        .into_iter()
        .filter(|file| file.starts_with("dist/"))
        .collect();
    assert_eq!(files, left);
    assert!(alive(&project).is_empty());
    drop(other);
    command(&project, "pdf a.yaml").assert().code(0);
    assert!(!project.path("dist/.brief-pdf-Zz99zz").exists());
}

#[test]
fn a_file_where_the_folder_is_meant_is_named() {
    let project = project(PRINTS).file("dist", "a file");
    let run = command(&project, "pdf a.yaml").assert().code(2);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        stderr.contains("cannot make a folder for the browser: `dist` is a file and no folder"),
        "{stderr}"
    );
}

#[test]
fn a_folder_for_temporary_files_that_is_not_there_is_named() {
    let project = project(PRINTS);
    let absent = project.path("absent");
    let run = command(&project, "pdf a.yaml -o -").env("TMPDIR", &absent);
    let run = run.assert().code(2);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    let says = format!(
        "cannot make a folder for the browser in `{}`: ",
        absent.display()
    );
    assert!(
        stderr.contains(&says) && stderr.contains("have `TMPDIR` name a folder that is there"),
        "{stderr}"
    );
    // A browser would not start, and would not say why.
    let project = self::project(&format!("echo \"$TMPDIR\" >asked-for\n{PRINTS}"));
    let long = "a-folder-with-a-name-that-is-long/out";
    let run = command(&project, &format!("pdf a.yaml -o {long}/a.pdf"));
    let run = run.env("TMPDIR", project.path("absent"));
    run.assert().code(0);
    assert_eq!(project.read("asked-for"), "\n");
}

/// Browsers leave folders where temporary files are made; their names there must leave room for a socket's.
#[test]
fn what_a_browser_makes_for_a_while_goes_with_its_folder() {
    let makes = "mkdir \"$TMPDIR/org.chromium.Chromium.123456\"; echo \"$TMPDIR\" >asked-for\n";
    let project = project(&format!("{makes}{PRINTS}")).file("temporary/here", "");
    let own = project.path("temporary");
    let run = command(&project, "pdf a.yaml").env("TMPDIR", &own).assert();
    run.code(0);
    assert!(project.read("asked-for").contains("/dist/.brief-pdf-"));
    assert_eq!(fs::read_dir(&own).unwrap().count(), 1);
    let long = "a-folder-with-a-name-that-is-long/out";
    let run = command(&project, &format!("pdf a.yaml -o {long}/a.pdf"));
    run.env("TMPDIR", &own).assert().code(0);
    assert_eq!(project.read("asked-for").trim(), own.to_string_lossy());
    // Its socket is known by its profile; what else there may be is left alone.
    fs::remove_dir(own.join("org.chromium.Chromium.123456")).unwrap();
    let socket = r#"
for argument; do
  case $argument in --user-data-dir=*) profile=${argument#--user-data-dir=} ;; esac
done
mkdir "$profile" "$TMPDIR/org.chromium.Chromium.123456"
echo >"$TMPDIR/org.chromium.Chromium.123456/SingletonSocket"
echo >"$TMPDIR/org.chromium.Chromium.123456/SingletonCookie"
ln -s "$TMPDIR/org.chromium.Chromium.123456/SingletonSocket" "$profile/SingletonSocket"
"#;
    let project = project.file("browser", format!("#!/bin/sh\n{socket}{PRINTS}"));
    let run = command(&project, &format!("pdf a.yaml -o {long}/a.pdf"));
    run.env("TMPDIR", &own).assert().code(0);
    assert_eq!(fs::read_dir(&own).unwrap().count(), 1);
}
