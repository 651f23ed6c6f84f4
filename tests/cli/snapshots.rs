//! What `brief verify` makes of snapshots that are no plain text, and what all forms tell of it.

use std::fs::{self, File};

use snapbox::str;

use crate::project::{Project, SOUND};

const QUOTE: &str = "Les troupes n’iront pas là-bas, c’est décidé.";
const VERIFY: &str = "verify --snapshots snapshots --day 2026-11-23";

/// Returns a brief with one quote, and snapshots.
fn project(snapshots: &[(&str, &[u8])]) -> Project {
    let quotes = format!("    quotes:\n      - {{ text: \"{QUOTE}\", lang: fr }}\n");
    let brief = Project::new().file("content/a.yaml", format!("{SOUND}{quotes}"));
    snapshots.iter().fold(brief, |project, (name, bytes)| {
        project.file(&format!("snapshots/{name}"), bytes)
    })
}

fn stdout(project: &Project, command: &str, code: i32) -> String {
    let run = project.run(command).code(code);
    String::from_utf8_lossy(&run.get_output().stdout).into_owned()
}

#[test]
fn a_page_in_a_declared_encoding_is_read() {
    let page = b"<meta charset=windows-1252><p>Les troupes n\x92iront pas l\xE0-bas, c\x92est d\xE9cid\xE9.";
    let project = project(&[("nbc.html", page)]);
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: exact in nbc.html, 0 to 45

"#]]);
}

#[test]
fn a_page_by_the_name_of_xhtml_is_read_as_html() {
    let page = format!("<p>{}", QUOTE.replace("troupes", "trou<b>pes</b>"));
    let project = project(&[("nbc.xhtml", page.as_bytes())]);
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: exact in nbc.xhtml, 0 to 45

"#]]);
}

/// A reader of XML sees the words; one of HTML takes the page for its title, as browsers do that go by the name.
#[test]
fn elements_of_xhtml_that_close_themselves_swallow_nothing() {
    let page = format!(
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/>\
         <script src='a.js'/></head><body><p><![CDATA[{QUOTE}]]></p></body></html>"
    );
    for name in ["nbc.xhtml", "nbc.xht", "nbc.XML"] {
        let project = project(&[(name, page.as_bytes())]);
        let told = stdout(&project, VERIFY, 0);
        assert_eq!(told, format!("Q1 no-us-troops: exact in {name}, 0 to 45\n"));
    }
    for name in ["nbc.html", "nbc.htm", "nbc.shtml", "nbc.txt"] {
        let project = project(&[(name, page.as_bytes())]);
        let told = stdout(&project, VERIFY, 1);
        let cannot = format!("Q1 no-us-troops: cannot check in {name}: ");
        assert!(told.starts_with(&cannot), "{told}");
    }
}

#[test]
fn marks_of_markdown_and_times_of_subtitles_are_no_words() {
    let subtitles = "1\n00:00:01,000 --> 00:00:02,000\nLes troupes n’iront pas\n\n\
        2\n00:00:02,000 --> 00:00:03,000\nlà-bas, c’est décidé.\n";
    let markdown = QUOTE.replace("troupes", "**troupes**");
    for (name, text, found) in [
        ("nbc.srt", subtitles, "typographic"),
        ("nbc.md", &markdown, "exact"),
    ] {
        let project = project(&[(name, text.as_bytes())]);
        let told = stdout(&project, VERIFY, 0);
        assert!(
            told.starts_with(&format!("Q1 no-us-troops: {found} in {name}")),
            "{told}"
        );
    }
}

/// What cannot be read is told alike by `verify`, the lock, `check`, the page and the exports, and is
/// no error of the writer.
#[test]
fn a_damaged_pdf_is_told_in_every_form() {
    let project = project(&[("nbc.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")]);
    project.run(VERIFY).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: cannot check in nbc.pdf: the snapshot is a PDF, and damaged or cut off: save the source again

"#]]);
    let lock = project.read("content/a.evidence.yaml");
    assert!(
        lock.contains("  status: cannot-check\n  reason: broken-pdf\n"),
        "{lock}"
    );
    project
        .run("check content/a.yaml")
        .code(0)
        .stderr_eq(str![[r#"
warning[unverified-quote]: the quote could not be looked for in its source: the snapshot is a PDF, and damaged or cut off
...
   = help: save the source again, then run `brief verify`
...
"#]]);
    project.run("build content/a.yaml --output a.html").code(0);
    let words = "not verified: the snapshot of its source is a damaged PDF";
    assert!(project.read("a.html").contains(words));
    assert!(stdout(&project, "export content/a.yaml --to markdown", 0).contains(words));
    let json = stdout(&project, "export content/a.yaml --to json", 0);
    assert!(json.contains("\"reason\": \"broken-pdf\""), "{json}");
    let csv = stdout(&project, "export content/a.yaml --to csv", 0);
    assert!(csv.contains("cannot-check 2026-11-23 broken-pdf"), "{csv}");
    let page = project.read("a.html");
    assert!(
        !page.contains("Quotes were checked"),
        "a snapshot that was not read"
    );
}

#[test]
fn damaged_bytes_are_told_with_their_place() {
    let page = b"<meta charset=utf-8><p>Les troupes n\xE2\x80\x99iront pas l\xE0-bas, c\xE2\x80\x99est \xC3\xA9t\xC3\xA9.";
    let project = project(&[("nbc.html", page)]);
    let told = stdout(&project, VERIFY, 1);
    let expected = "cannot check in nbc.html: the passage cannot be read in its encoding \
        (UTF-8, from byte 50): save it again, in Unicode (UTF-8)\n";
    assert!(told.contains(expected), "{told}");
    project.run("check").code(0);
}

#[test]
fn each_quote_is_looked_for_in_all_snapshots_of_its_source() {
    let second = "Nous en reparlerons au printemps, peut-être.";
    let project = project(&[
        ("nbc.txt", second.as_bytes()),
        ("nbc.html", format!("<p>{QUOTE}").as_bytes()),
    ]);
    let more = format!("      - {{ text: \"{second}\", lang: fr }}\n");
    let brief = project.read("content/a.yaml") + &more;
    let project = project.file("content/a.yaml", brief);
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: exact in nbc.html, 0 to 45
Q2 no-us-troops: exact in nbc.txt, 0 to 44

"#]]);
    project.run("check").code(0);
}

/// The words may stand in the one that cannot be read.
#[test]
fn a_quote_is_not_absent_while_a_snapshot_of_its_source_cannot_be_read() {
    let project = project(&[
        ("nbc.txt", b"Only what the article begins with."),
        ("nbc.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"),
    ]);
    let told = stdout(&project, VERIFY, 1);
    assert!(
        told.starts_with("Q1 no-us-troops: cannot check in nbc.pdf: the snapshot is a PDF"),
        "{told}"
    );
}

/// The words may stand in the source of which there is no snapshot.
#[test]
fn a_quote_is_not_absent_while_the_snapshot_of_a_source_is_missing() {
    let project = project(&[("nbc.txt", b"Another article.")]);
    let text = project.read("content/a.yaml");
    let other =
        "  bbc: { type: article-newspaper, publisher: BBC, issued: { date: 2025-08-16 } }\nclaims:";
    let text = text
        .replace("claims:", other)
        .replace("in: nbc", "in: [nbc, bbc]");
    let project = project.file("content/a.yaml", text);
    let told = stdout(&project, VERIFY, 1);
    assert_eq!(
        told,
        "Q1 no-us-troops: cannot check: no snapshot of its source (and not in nbc.txt)\n  \
         looked for bbc.txt, bbc.html or another ending that `brief verify --help` lists\n"
    );
}

/// Returns a brief whose second claim has another source, and snapshots.
fn two_sources(snapshots: &[(&str, &[u8])]) -> Project {
    let project = project(snapshots);
    let text = project.read("content/a.yaml");
    let (head, claims) = text.split_once("claims:\n").unwrap();
    let other =
        "  bbc: { type: article-newspaper, publisher: BBC, issued: { date: 2025-08-16 } }\n";
    let second = claims
        .replace("no-us-troops", "second")
        .replace("in: nbc", "in: bbc");
    project.file(
        "content/a.yaml",
        format!("{head}{other}claims:\n{claims}{second}"),
    )
}

/// What cannot be read hinders no other source.
#[test]
fn a_snapshot_that_cannot_be_read_is_told_for_its_source() {
    let project = two_sources(&[("nbc.txt/page.txt", b"x"), ("bbc.txt", QUOTE.as_bytes())]);
    project.run(VERIFY).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: cannot check: the snapshot cannot be read (nbc.txt: it is a folder): let it be a file that can be read
Q2 second: exact in bbc.txt, 0 to 45

"#]]);
    let lock = project.read("content/a.evidence.yaml");
    assert!(
        lock.contains("reason: unreadable") && lock.contains("status: exact"),
        "{lock}"
    );
    project.run("check content/a.yaml").code(0);
    // Another snapshot of the source has it.
    let project = project.file("snapshots/nbc.html", format!("<p>{QUOTE}"));
    project.run(VERIFY).code(0);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_snapshot_is_told() {
    let project = two_sources(&[("bbc.txt", QUOTE.as_bytes())]);
    let made = std::process::Command::new("mkfifo")
        .arg(project.path("snapshots/nbc.txt"))
        .status();
    assert!(made.unwrap().success());
    let told = stdout(&project, VERIFY, 1);
    assert!(
        told.contains("cannot be read (nbc.txt: it is no regular file)"),
        "{told}"
    );
    assert!(told.contains("Q2 second: exact in bbc.txt"), "{told}");
}

#[test]
fn names_of_snapshots_may_have_capitals() {
    for name in ["NBC.TXT", "nbc.Text", "nbc.srt", "nbc.eml"] {
        let project = project(&[(name, QUOTE.as_bytes())]);
        let told = stdout(&project, VERIFY, 0);
        assert_eq!(told, format!("Q1 no-us-troops: exact in {name}, 0 to 45\n"));
    }
}

#[test]
fn a_lock_of_a_newer_program_is_told_and_kept() {
    let newer = "format: 5\nquotes: []\n";
    let project = project(&[("nbc.txt", QUOTE.as_bytes())]).file("content/a.evidence.yaml", newer);
    project.run(VERIFY).code(2).stderr_eq(str![[r#"
error: `content/a.evidence.yaml` stays as it is: it was made by a newer brief: its format is 5, and this one reads 4 at most
...
"#]]);
    assert_eq!(project.read("content/a.evidence.yaml"), newer);
    project.run("check").code(1).stderr_eq(str![[r#"
error[invalid-evidence]: the evidence lock cannot be read: it was made by a newer brief: its format is 5, and this one reads 4 at most
...
"#]]);
}

/// What was looked for and stands there doubtfully is not told as if it had not been.
#[test]
fn what_was_looked_for_is_told_so() {
    let project = project(&[("nbc.txt", QUOTE.as_bytes())]);
    let brief = project.read("content/a.yaml");
    for (context, words) in [
        (
            "Elle a dit au printemps",
            "not verified: its context is not in its source",
        ),
        (
            "Les troupes n’iront pas",
            "not verified: its context does not hold it",
        ),
    ] {
        let brief = brief.replace("lang: fr", &format!("lang: fr, context: \"{context}\""));
        fs::write(project.path("content/a.yaml"), brief).unwrap();
        project.run(VERIFY).code(1);
        let markdown = stdout(&project, "export content/a.yaml --to markdown", 0);
        assert!(markdown.contains(words), "{markdown}");
        let run = project.run("check content/a.yaml").code(0);
        let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(
            told.contains("the quote was not found for certain in its source"),
            "{told}"
        );
    }
}

/// `check` would refuse it; the lock that was there stays.
#[test]
fn a_lock_beyond_its_limit_is_not_written() {
    let quote = "x".repeat(400_000);
    let numbered = |number| format!("{quote} {number}");
    let (mut many, mut article) = (String::new(), String::new());
    for words in (0..11).map(numbered) {
        many = many + "      - { text: \"" + &words + "\", kind: [fragment] }\n";
        article = article + &words + ". ";
    }
    let project = project(&[("nbc.txt", article.as_bytes())])
        .file("content/a.evidence.yaml", "format: 1\nquotes: []\n");
    let text = project.read("content/a.yaml");
    let project = project.file("content/a.yaml", format!("{text}{many}"));
    let run = project.run(VERIFY).code(2);
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        told.contains("no evidence lock of more than 8388608 is read"),
        "{told}"
    );
    let lock = project.read("content/a.evidence.yaml");
    assert_eq!(lock, "format: 1\nquotes: []\n");
}

/// The file has no bytes on the disk, and is not read into memory either.
#[test]
fn a_brief_beyond_its_limit_is_not_read_whole() {
    let project = Project::new();
    let file = File::create(project.path("a.yaml")).unwrap();
    file.set_len(1 << 40).unwrap();
    project.run("check a.yaml").code(1).stderr_eq(str![[r#"
error[input-too-large]: the input has more than 8388608 bytes
...
"#]]);
    fs::remove_file(project.path("a.yaml")).unwrap();
    let file = File::create(project.path("a.json")).unwrap();
    file.set_len(1 << 40).unwrap();
    project
        .run("import csl-json a.json")
        .code(2)
        .stderr_eq(str![[r#"
error: cannot read `a.json`: it has more than 67108864 bytes
...
"#]]);
}
