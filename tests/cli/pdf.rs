//! `brief pdf`, with programs that behave as a browser does, or should not. What a real browser
//! prints is seen by `tests/browser/pdf.test.mjs`.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use snapbox::cmd::Command;
use snapbox::str;

use crate::printed::{Print, pdf};
use crate::project::{Project, SOUND, doubtful, faulty};
use crate::running::Running;

const TITLE: &str = "No US troops will go to Ukraine, the president said";
const A4: (f32, f32) = (594.96, 841.92);
const LETTER: (f32, f32) = (612.0, 792.0);
const TWO: &[&[&str]] = &[&["# Bottom line", "one"], &["# Timeline", "two three"]];

/// Writes the PDF of its paper where a browser would, and notes what it was asked for.
pub(crate) const PRINTS: &str = r#"
for argument; do
  case $argument in
    --print-to-pdf=*) pdf=${argument#--print-to-pdf=} ;;
    file://*) page=${argument#file://} ;;
  esac
done
printf '%s\n' "$@" >asked
cp "$page" page
case $(cat "$page") in
  *'size:Letter'*) cp letter.pdf "$pdf" ;;
  *'size:A4'*) cp a4.pdf "$pdf" ;;
esac
echo 'noise of a browser' >&2
"#;

fn print(size: (f32, f32)) -> Print<'static> {
    Print {
        title: TITLE,
        size,
        pages: TWO,
        without: "",
        without_font: &[],
    }
}

/// A project with a brief, and a browser that does as the script says.
pub(crate) fn project(script: &str) -> Project {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("a4.pdf", pdf(&print(A4)))
        .file("letter.pdf", pdf(&print(LETTER)))
        .file("browser", format!("#!/bin/sh\n{script}"));
    let runs = fs::Permissions::from_mode(0o755);
    fs::set_permissions(project.path("browser"), runs).unwrap();
    project
}

/// Runs with that browser; the system's tools are there.
pub(crate) fn command(project: &Project, arguments: &str) -> Command {
    project
        .command(arguments)
        .env("BRIEF_BROWSER", project.path("browser"))
}

/// Returns the files that were made, but for the browser's own notes.
fn made(project: &Project) -> Vec<String> {
    let given = ["a.yaml", "a4.pdf", "letter.pdf", "browser", "asked", "page"];
    let mut files = project.files();
    files.retain(|file| !given.contains(&file.as_str()));
    files
}

#[test]
fn a_brief_becomes_a_pdf_in_dist() {
    let project = project(PRINTS);
    command(&project, "pdf a.yaml")
        .assert()
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
wrote dist/a.pdf: 2 pages, A4

"#]]);
    assert_eq!(made(&project), ["dist/a.pdf"]);
    let asked = project.read("asked");
    assert!(asked.starts_with("--headless\n"), "{asked}");
    assert!(asked.contains("/dist/.brief-"), "{asked}");
    assert!(project.read("page").contains(TITLE));
}

#[test]
fn the_dates_are_those_of_the_brief() {
    let project = project(PRINTS);
    command(&project, "pdf a.yaml").assert().code(0);
    let bytes = fs::read(project.path("dist/a.pdf")).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("/CreationDate (D:20250816000000+00'00')"));
    assert!(text.contains("/ModDate (D:20250816000000+00'00')"));
}

#[test]
fn each_paper_has_a_pdf() {
    let project = project(PRINTS);
    command(&project, "pdf a.yaml --paper letter -o new/page.pdf")
        .assert()
        .code(0)
        .stderr_eq(str![[r#"
wrote new/page.pdf: 2 pages, Letter

"#]]);
    command(
        &project,
        "pdf a.yaml --paper a4 --paper letter -o new --paper a4",
    )
    .assert()
    .code(0)
    .stderr_eq(str![[r#"
wrote new/a-a4.pdf: 2 pages, A4
wrote new/a-letter.pdf: 2 pages, Letter

"#]]);
    let files = ["new/a-a4.pdf", "new/a-letter.pdf", "new/page.pdf"];
    assert_eq!(made(&project), files);
}

#[test]
fn a_pdf_may_come_from_and_go_to_a_pipe() {
    let project = project(PRINTS);
    let run = command(&project, "pdf -").stdin(SOUND).assert().code(0);
    let output = run.get_output();
    assert!(output.stdout.starts_with(b"%PDF-") && output.stderr.is_empty());
    assert!(made(&project).is_empty());
}

#[test]
fn a_brief_that_is_too_long_says_what_to_cut_and_leaves_the_earlier_pdf() {
    let project = project(PRINTS).file("dist/a.pdf", "earlier");
    command(&project, "pdf a.yaml --max-pages 2 -o b.pdf")
        .assert()
        .code(0);
    command(&project, "pdf a.yaml --max-pages 1")
        .assert()
        .code(1)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error[too-many-pages]: the brief takes 2 pages of A4, and 1 may be used
  --> a.yaml
   |
  ::: a.yaml:19:11
   |
19 |     says: No US troops will go to Ukraine, he said.
   |           ----------------------------------------- C1 has 9 words, its quotes and notes included
   |
   = note: beyond page 1: Timeline (3 words)
   = help: cut about 3 words, from the longest claims and their notes first

1 error in a.yaml

"#]]);
    assert_eq!(project.read("dist/a.pdf"), "earlier");
    let run = command(&project, "pdf a.yaml --max-pages 1 --format json");
    let run = run.assert().code(1);
    let report: serde_json::Value = serde_json::from_slice(&run.get_output().stderr).unwrap();
    let fault = &report["files"][0]["diagnostics"][0];
    assert_eq!(fault["code"], "too-many-pages");
    command(&project, "pdf a.yaml --max-pages 0")
        .assert()
        .code(2);
}

#[test]
fn if_one_paper_is_too_small_neither_pdf_is_written() {
    let project = project(PRINTS).file(
        "letter.pdf",
        pdf(&Print {
            pages: &[&["# A"], &["b"], &["c"]],
            ..print(LETTER)
        }),
    );
    let line = "pdf a.yaml --max-pages 2 --paper a4 --paper letter";
    command(&project, line).assert().code(1);
    assert!(made(&project).is_empty());
}

#[test]
fn a_brief_at_fault_is_not_printed() {
    let project = project(PRINTS)
        .file("faulty.yaml", faulty())
        .file("doubtful.yaml", doubtful());
    command(&project, "pdf faulty.yaml").assert().code(1);
    command(&project, "pdf doubtful.yaml --deny warnings")
        .assert()
        .code(1);
    assert!(!project.path("asked").exists());
    command(&project, "pdf doubtful.yaml").assert().code(0);
}

/// Runs with a browser that fails, and expects words of the failure.
#[track_caller]
fn refused(script: &str, says: &str) {
    let print = |title, without| {
        pdf(&Print {
            title,
            without,
            ..print(A4)
        })
    };
    let project = project(script)
        .file("other.pdf", print("page.html", ""))
        .file("untagged.pdf", print(TITLE, "/MarkInfo"))
        .file("flat.pdf", print(TITLE, "/Outlines"))
        .file("dist/a.pdf", "earlier");
    let run = command(&project, "pdf a.yaml").assert();
    let run = run.code(2).stdout_eq("");
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.starts_with("error: "), "{stderr}");
    assert!(stderr.contains(says), "{says}\n{stderr}");
    assert_eq!(project.read("dist/a.pdf"), "earlier");
    assert!(!project.files().iter().any(|file| file.contains(".brief-")));
}

#[test]
fn a_browser_that_fails_is_named_with_what_it_said_last() {
    refused(
        "echo noise\necho 'no sandbox' >&2\necho\nexit 3\n",
        "wrote no PDF (exit status: 3): no sandbox",
    );
    refused("exit 0\n", "wrote no PDF (exit status: 0)");
    refused(
        &format!("{PRINTS}\nexit 4"),
        "wrote no PDF (exit status: 4): noise of a browser",
    );
}

/// All that it says may be more than memory holds, and a pipe has no end.
#[test]
fn of_what_a_browser_leaves_no_more_is_read_than_is_needed() {
    refused(
        "head -c 5000000 /dev/zero | tr '\\0' a >&2; exit 1\n",
        "wrote no PDF (exit status: 1): aaa",
    );
    let project = project("head -c 5000000 /dev/zero | tr '\\0' a >&2; exit 1\n");
    let run = command(&project, "pdf a.yaml").assert().code(2);
    assert!(run.get_output().stderr.len() < 3_000);
    refused(
        "for a; do case $a in --print-to-pdf=*) mkfifo \"${a#*=}\";; esac; done\n",
        "it is no regular file",
    );
}

#[test]
fn a_pdf_that_is_not_what_was_asked_for_is_refused() {
    for (does, says) in [
        ("echo junk >\"$pdf\"", "what it wrote is no PDF"),
        ("cp letter.pdf \"$pdf\"", "the PDF is not of the size A4"),
        ("cp other.pdf \"$pdf\"", "the PDF is of another page"),
        ("cp untagged.pdf \"$pdf\"", "the PDF has no tags"),
        ("cp flat.pdf \"$pdf\"", "the PDF has no outline"),
    ] {
        refused(&format!("{PRINTS}\n{does}"), says);
    }
}

#[test]
fn spaces_in_a_title_are_taken_as_a_browser_takes_them() {
    let spaced = SOUND.replace("title: No US", "title: No  US");
    let project = project(PRINTS).file("a.yaml", spaced);
    command(&project, "pdf a.yaml").assert().code(0);
}

#[test]
fn a_browser_that_hangs_is_ended() {
    let project = project("echo $$ >pid\nexec sleep 600\n");
    let run = command(&project, "pdf a.yaml --timeout 1").assert().code(2);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        stderr.contains("printed nothing in 1 s; to wait longer, write `--timeout 2`"),
        "{stderr}"
    );
    let pid = project.read("pid");
    assert!(!fs::exists(format!("/proc/{}", pid.trim())).unwrap());
    assert!(!project.files().iter().any(|file| file.contains(".brief-")));
}

#[test]
fn ctrl_c_ends_the_browser_and_leaves_nothing() {
    let project = project("echo $$ >pid\nexec sleep 600\n").file("dist/a.pdf", "earlier");
    let mut program = process::Command::new(env!("CARGO_BIN_EXE_brief"));
    program.env("BRIEF_BROWSER", project.path("browser"));
    let running = Running::start_as(program, &project, "pdf a.yaml");
    let begin = Instant::now();
    while !project.path("pid").exists() || project.read("pid").is_empty() {
        assert!(begin.elapsed() < Duration::from_secs(20), "no browser");
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(running.interrupt(), Some(2));
    let pid = project.read("pid");
    assert!(!fs::exists(format!("/proc/{}", pid.trim())).unwrap());
    assert!(!project.files().iter().any(|file| file.contains(".brief-")));
    assert_eq!(project.read("dist/a.pdf"), "earlier");
}

#[test]
fn if_the_second_paper_cannot_be_written_the_first_is_told() {
    let project = project(PRINTS).file("new/a-letter.pdf/in-the-way", "");
    let run = command(&project, "pdf a.yaml --paper a4 --paper letter -o new");
    let run = run.assert().code(2);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        stderr.contains("wrote new/a-a4.pdf: 2 pages, A4")
            && stderr.contains("cannot write `new/a-letter.pdf`"),
        "{stderr}"
    );
}

#[test]
fn without_a_browser_the_faults_of_the_brief_are_told_all_the_same() {
    let project = project("").file("a.yaml", faulty());
    let run = project
        .command("pdf a.yaml")
        .env("PATH", project.path("empty"))
        .env("HOME", project.path("empty"))
        .assert()
        .code(1);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.contains("error[unknown-field]"), "{stderr}");
}

#[test]
fn a_browser_that_is_not_there_is_a_failure() {
    let project = project(PRINTS);
    for (browser, why) in [
        ("nowhere/chromium", "No such file or directory"),
        (".", "it is a folder; name the program in it"),
        (
            "a4.pdf",
            "there is no such program on the `PATH`; for the file here, write `./a4.pdf`",
        ),
        ("no-browser", "there is no such program on the `PATH`\n"),
    ] {
        let run = project
            .run(&format!("pdf a.yaml --browser {browser}"))
            .code(2);
        let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        let says = format!("cannot run the browser `{browser}`: {why}");
        assert!(stderr.contains(&says), "{stderr}");
    }
}

#[test]
fn without_a_browser_what_was_looked_for_is_said() {
    let project = project(PRINTS);
    project
        .command("pdf a.yaml")
        .env("PATH", project.path("empty"))
        .env("HOME", project.path("empty"))
        .assert()
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: no browser is found that could print: chromium, chromium-browser, google-chrome, google-chrome-stable, chrome, microsoft-edge, microsoft-edge-stable
 |
 = help: install one (on Debian: `apt install chromium`), or name one: `--browser /path/to/chromium`

"#]]);
}

#[test]
fn the_first_browser_on_the_path_prints() {
    let project = project("");
    let bin = project.path("bin");
    fs::create_dir(&bin).unwrap();
    fs::rename(project.path("browser"), bin.join("google-chrome")).unwrap();
    let project = project.file("bin/google-chrome", format!("#!/bin/sh\n{PRINTS}"));
    let path = env::var("PATH").unwrap_or_default();
    // Folders in which this machine has a browser of its own are left out.
    let folders = env::split_paths(&path).filter(|folder| !folder.join("chromium").exists());
    let tools = project.path("tools");
    fs::create_dir(&tools).unwrap();
    for tool in ["cp", "cat"] {
        let found = env::split_paths(&path).map(|folder| folder.join(tool));
        let found = found.into_iter().find(|path| path.exists()).unwrap();
        std::os::unix::fs::symlink(found, tools.join(tool)).unwrap();
    }
    let path = env::join_paths(folders.chain([bin, tools])).unwrap();
    let run = project.command("pdf a.yaml").env("PATH", path).assert();
    run.code(0).stderr_eq(str![[r#"
wrote dist/a.pdf: 2 pages, A4

"#]]);
}

#[test]
fn an_empty_variable_names_no_browser() {
    let project = project(PRINTS);
    let path = env::join_paths([project.path("bin"), "/usr/bin".into(), "/bin".into()]).unwrap();
    fs::create_dir(project.path("bin")).unwrap();
    fs::rename(project.path("browser"), project.path("bin/chromium")).unwrap();
    let run = project.command("pdf a.yaml").env("BRIEF_BROWSER", "");
    run.env("PATH", path).assert().code(0).stderr_eq(str![[r#"
wrote dist/a.pdf: 2 pages, A4

"#]]);
    let run = project.run("pdf a.yaml --browser=").code(2);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.contains("`--browser` needs a value"), "{stderr}");
}

#[test]
fn characters_without_a_font_are_told() {
    let print = |without_font| {
        pdf(&Print {
            without_font,
            ..print(A4)
        })
    };
    // Two scripts; of one, two characters.
    let project = project(PRINTS).file("a4.pdf", print(&["\u{ABC3}\u{ABE9}", "\u{12000}"]));
    command(&project, "pdf a.yaml").assert().code(0).stderr_eq(str![[r#"
wrote dist/a.pdf: 2 pages, A4
there is no font here for 3 characters, and boxes are printed in their place: ꯃ (U+ABC3), 𒀀 (U+12000); install fonts that have them

"#]]);
}
