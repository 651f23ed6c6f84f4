//! `brief verify`, and what `check` makes of its lock.

use std::fs::File;

use snapbox::str;

use crate::project::{Project, SOUND};

const ARTICLE: &str =
    "“No troops will go there,” he said. “We will not send them, ever,” he added.\n";

/// Returns a brief with quotes, and the snapshot of its source beside it.
fn project(quotes: &[&str]) -> Project {
    let mut text = format!("{SOUND}    quotes:\n");
    for quote in quotes {
        text.push_str("      - { text: \"");
        text.push_str(quote);
        text.push_str("\", kind: [fragment] }\n");
    }
    Project::new()
        .file("content/a.yaml", text)
        .file("snapshots/nbc.txt", ARTICLE)
}

const VERIFY: &str = "verify --snapshots snapshots --day 2026-11-23";

/// What `verify` says of a quote whose source has other marks or capitals at its ends.
#[test]
fn what_differs_at_the_ends_alone_is_told_with_the_way_out() {
    let source = "“We will not leave them alone,” she said. The mayor asked, “Who will pay for all of it?” and left. \
                  They said that the ferry would sail again in spring — and it did. “Nobody saw it come”, said Ayo. Her word: “They lost half of the ferry”.\n";
    let mark = |own: &str| {
        format!(
            "  end it before its last mark, which a quote may leave out: the source has {own} there\n"
        )
    };
    let capital = |own: &str, marked: &str| {
        format!(
            "  the source begins it with “{own}”: write that, or “{marked}” with `kind: edited`\n"
        )
    };
    for (quote, told) in [
        ("We will not leave them alone.", Some(mark("“,”"))),
        ("Who will pay for all of it.", Some(mark("“?”"))),
        ("Nobody saw it come.", Some(mark("none"))),
        (
            "They lost half of the ferry.",
            Some(
                "  end it before its last mark, which a quote may leave out: in the source it stands behind the quote mark\n"
                    .to_owned(),
            ),
        ),
        (
            "The ferry would sail again in spring",
            Some(capital("the", "[T]he")),
        ),
        ("we will not leave them alone", Some(capital("We", "[w]e"))),
        ("We will leave them alone.", None),
        (
            "We will … leave them alone",
            Some(
                "  its words stand there around the marks: all it lacks is `kind: [edited]`\n"
                    .to_owned(),
            ),
        ),
        ("We will … bring them home", None),
        ("We shall not leave them alone,", None),
        ("Whoever pays for all of it!", None),
    ] {
        let brief = format!("{SOUND}    quotes: [{{ text: \"{quote}\", kind: fragment }}]\n");
        let project = Project::new()
            .file("content/a.yaml", brief)
            .file("snapshots/nbc.txt", source);
        let run = project
            .run("verify --snapshots snapshots --day 2026-11-23")
            .code(1);
        let output = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
        match told {
            Some(told) => assert!(output.contains(&told), "{quote}: {output}"),
            None => assert!(
                !output.contains("end it before")
                    && !output.contains("begins it")
                    && !output.contains("all it lacks"),
                "{quote}: {output}"
            ),
        }
    }
}

#[test]
fn what_was_found_is_printed_and_recorded() {
    let project = project(&[
        "No troops will go there",
        "We will not send them, ever",
        "We will not  send",
    ]);
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: exact in nbc.txt, 1 to 24
Q2 no-us-troops: exact in nbc.txt, 37 to 64
Q3 no-us-troops: typographic in nbc.txt, 37 to 53

"#]]);
    let lock = project.read("content/a.evidence.yaml");
    assert!(lock.contains("checked: 2026-11-23\n"), "{lock}");
    project.run(VERIFY).code(0);
    assert_eq!(project.read("content/a.evidence.yaml"), lock);
    project.run("check --deny warnings").code(0);
}

/// What is left of a quote stands in its source, word for word.
/// Else nobody could take a claim out of a draft: its page wants a lock that knows the claims there are.
#[test]
fn a_draft_is_looked_for_and_its_coverage_told() {
    let project = project(&["No troops will go there"]);
    let text = project.read("content/a.yaml");
    let text = text.replace("topic: Security guarantees", "topic: TODO");
    let project = project.file("content/a.yaml", text);
    project.run(VERIFY).code(0);
    project
        .run("coverage content/a.yaml --snapshots snapshots")
        .code(0);
    project.run("build --draft content/a.yaml").code(0);
    project.run("check content/a.yaml").code(1);
}

#[test]
fn a_quote_that_a_comment_cuts_off_is_told() {
    let quotes =
        "    quotes:\n      - text: No troops will go there #ever\n        kind: [fragment]\n";
    let project = Project::new()
        .file("content/a.yaml", format!("{SOUND}{quotes}"))
        .file("snapshots/nbc.txt", ARTICLE);
    let run = project.run(VERIFY).code(0);
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(told.contains("warning[cut-text]"), "{told}");
}

#[test]
fn an_absent_quote_is_shown_beside_the_nearest_passage() {
    let project = project(&["We will send them, ever", "there"]);
    project.run(VERIFY).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: absent in nbc.txt
  nearest, line 1, from 37: We will {+not+} send them, ever
Q2 no-us-troops: cannot check in nbc.txt: fewer than 12 characters in one piece: give `context`, which holds it

"#]]);
    project.run("check").code(1);
}

/// Makes a file of a size that takes no room on the disk.
fn large(project: &Project, path: &str, bytes: u64) {
    let file = File::create(project.path(path)).unwrap();
    file.set_len(bytes).unwrap();
}

#[test]
fn a_snapshot_or_a_lock_beyond_its_limit_is_not_read() {
    let project = project(&["No troops will go there"]);
    large(&project, "snapshots/nbc.txt", (64 << 20) + 1);
    project.run(VERIFY).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: cannot check: the snapshot cannot be read (nbc.txt: it has more than 67108864 bytes): let it be a file that can be read

"#]]);
    large(&project, "content/a.evidence.yaml", (8 << 20) + 1);
    project.run("check").code(2).stderr_eq(str![[r#"
error: cannot read `content/a.evidence.yaml`: it has more than 8388608 bytes

"#]]);
}

#[cfg(unix)]
#[test]
fn a_lock_without_end_is_not_read_to_it() {
    let project = project(&["No troops will go there"]);
    let lock = project.path("content/a.evidence.yaml");
    std::os::unix::fs::symlink("/dev/zero", lock).unwrap();
    project.run("check").code(2).stderr_eq(str![[r#"
error: cannot read `content/a.evidence.yaml`: it is a link out of the folder of the brief

"#]]);
}

#[test]
fn without_a_snapshot_nothing_can_be_checked() {
    let project = project(&["No troops will go there"]).file("empty/x", "");
    let verify = "verify content/a.yaml --snapshots empty --day 2026-11-23";
    project.run(verify).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: cannot check: no snapshot of its source
  looked for nbc.txt, nbc.html or another ending that `brief verify --help` lists

"#]]);
    project.run("check").code(0);
    project.run("check --deny warnings").code(1);
}

#[test]
fn what_was_found_before_is_kept_where_there_is_no_snapshot() {
    let project = project(&["No troops will go there"]).file("empty/x", "");
    project.run(VERIFY).code(0);
    let lock = project.read("content/a.evidence.yaml");
    let verify = "verify content/a.yaml --snapshots empty --day 2026-12-01";
    project.run(verify).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: cannot check: no snapshot of its source
  looked for nbc.txt, nbc.html or another ending that `brief verify --help` lists
  kept: exact, checked 2026-11-23

"#]]);
    assert_eq!(project.read("content/a.evidence.yaml"), lock);
}

#[test]
fn words_that_were_not_found_are_not_advised() {
    let project = project(&["No troops will come there"]);
    project.run(VERIFY).code(1);
    let corrected = project.read("content/a.yaml").replace("come", "go");
    let project = project.file("content/a.yaml", corrected);
    let run = project.run("check").code(1);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        stderr.contains("changed since it was looked for on 2026-11-23")
            && !stderr.contains("take the change back"),
        "{stderr}"
    );
    project.run(VERIFY).code(0);
    project.run("check --deny warnings").code(0);
}

/// Returns a brief with a quote that was translated, and the snapshot of its source beside it.
fn translated(quote: &str) -> Project {
    let quote = format!("{{ {quote}, kind: [translated], translated_from: de }}");
    Project::new()
        .file("content/a.yaml", format!("{SOUND}    quotes: [{quote}]\n"))
        .file(
            "snapshots/nbc.txt",
            "„Dorthin gehen keine Truppen“, sagte er.\n",
        )
}

#[test]
fn of_a_translation_the_original_is_looked_for() {
    let project = translated("text: No troops go there., original: Dorthin gehen keine Truppen");
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: exact in nbc.txt, 1 to 28

"#]]);
    let lock = project.read("content/a.evidence.yaml");
    assert!(
        lock.contains("original: Dorthin gehen keine Truppen\n"),
        "{lock}"
    );
    project.run("check --deny warnings").code(0);

    let changed = project.read("content/a.yaml").replace("keine", "viele");
    let project = project.file("content/a.yaml", changed);
    project.run("check").code(1).stderr_eq(str![[r#"
error[changed-quote]: the original of the quote changed since it was verified on 2026-11-23
...
"#]]);
    project.run(VERIFY).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: absent in nbc.txt
  nearest, line 1, from 1: Dorthin gehen [-viele-] {+keine+} Truppen

"#]]);
    project.run("check").code(1);
}

#[test]
fn a_translation_without_its_original_cannot_be_verified() {
    let project = translated("text: No troops go there.");
    project.run(VERIFY).code(1).stdout_eq(str![[r#"
Q1 no-us-troops: cannot check in nbc.txt: a translation: give its `original`

"#]]);
    project.run("check").code(0);
    project.run("check --deny warnings").code(1);
}

#[test]
fn pages_are_read_as_a_reader_sees_them() {
    let page = "<nav>No troops</nav><p>No <b>troops</b> will&nbsp;go there";
    let project = project(&["No troops will go there"]).file("snapshots/nbc.html", page);
    std::fs::remove_file(project.path("snapshots/nbc.txt")).unwrap();
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: typographic in nbc.html, 10 to 33

"#]]);
}

#[test]
fn a_day_that_is_none_and_a_folder_that_is_none_are_refused() {
    let project = project(&["No troops will go there"]);
    project
        .run("verify --snapshots snapshots --day 2026-11-31")
        .code(2);
    project.run("verify --snapshots none").code(2);
    assert!(
        !project
            .files()
            .contains(&"content/a.evidence.yaml".to_owned())
    );
}

#[test]
fn words_that_stand_in_several_sources_are_of_one_that_is_named_for_them() {
    let brief = "\
format: 1
topic: The pier
title: The pier will open in May, Ivo Lund said [@may]
lang: en
as_of: 2026-03-14
edition: 1
bottom_line: The pier will open in May, Ivo Lund said [@may].
voices:
  lund: { name: Ivo Lund }
sources:
  gazette: { type: article-newspaper, publisher: The Gazette }
  agency: { type: article, publisher: An Agency }
  station: { type: broadcast, publisher: A Station, through: [agency, gazette] }
claims:
  - id: may
    says: The pier is to open in May.
    voice: lund
    in: [station, agency]
    said: { date: 2026-03-13 }
    quotes: [{ text: the pier opens in May, kind: fragment }]
";
    let words = "“I promise that the pier opens in May,” Lund said.\n";
    let project = Project::new()
        .file("content/a.yaml", brief)
        .file("snapshots/gazette.txt", words)
        .file("snapshots/agency.txt", words);
    project.run(VERIFY).success();
    let lock = project.read("content/a.evidence.yaml");
    assert!(lock.contains("source: agency"), "{lock}");
    assert!(!lock.contains("gazette"), "{lock}");
}
