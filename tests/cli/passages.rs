//! Passages of claims and of what is left out: `brief verify`, and what `check` and `build` make of them.

use snapbox::str;

use crate::project::{Project, SOUND};

const ARTICLE: &str = "The president spoke on Friday. He said that no American troops would go there, now or \
    later.\nA spokesman said that the allies had been told. The spokesman did not say when.\n";

const VERIFY: &str = "verify --snapshots snapshots --day 2026-11-23";

/// Returns a brief with this below its claim, and the snapshot of its source beside it.
fn project(below: &str) -> Project {
    Project::new()
        .file("content/a.yaml", format!("{SOUND}{below}"))
        .file("snapshots/nbc.txt", ARTICLE)
}

#[test]
fn passages_are_found_recorded_and_linked() {
    let project = project(
        "    passage: He said that no … now or later.
left_out:
  - in: nbc
    passage: [The president spoke on Friday., The spokesman did … say when.]
    reason: Says when and where.
",
    );
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
C1 no-us-troops: passage exact in nbc.txt, 31 to 92
left out of nbc: passage exact in nbc.txt, 0 to 30
left out of nbc: passage exact in nbc.txt, 141 to 172

"#]]);
    let lock = project.read("content/a.evidence.yaml");
    assert!(lock.contains("format: 4\n"), "{lock}");
    assert!(
        !lock.contains("that no American troops would go there, now"),
        "{lock}"
    );
    project.run(VERIFY).code(0);
    assert_eq!(project.read("content/a.evidence.yaml"), lock);
    project.run("check --deny warnings").code(0);
    let link = "#:~:text=He%20said%20that%20no,now%20or%20later.";
    project.run("build content/a.yaml -o page.html").code(0);
    let linked =
        format!("href=\"https://www.nbcnews.com/politics/troops{link}\">passage in NBC News");
    assert!(project.read("page.html").contains(&linked));
    for form in ["markdown", "json", "csv"] {
        let out = project
            .run(&format!("export content/a.yaml --to {form}"))
            .code(0);
        let out = String::from_utf8_lossy(&out.get_output().stdout).into_owned();
        assert!(out.contains(link), "{form}: {out}");
    }
}

#[test]
fn what_is_wrong_with_a_passage_is_told() {
    let project = project(
        "    passage:
      - He said that some … now or later.
      - A spokesman said … on Friday.
      - spokesman … say when.
      - \"… no\"
",
    );
    project.run(VERIFY).code(1).stdout_eq(str![[r#"
C1 no-us-troops: passage absent in nbc.txt
  nearest, line 1, from 31: He said that [-some-] {+no+}
C1 no-us-troops: passage absent in nbc.txt: each end stands there, but not the last within 2,000 characters after the first
C1 no-us-troops: passage ambiguous in nbc.txt: it stands in several places: give more of its first and of its last words
C1 no-us-troops: passage cannot check in nbc.txt: fewer than 12 characters: give more of its words

"#]]);
    project.run("check").code(1);
    let told = project.run("build content/a.yaml").code(1);
    let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    assert_eq!(told.matches("error[absent-passage]").count(), 2, "{told}");
    assert_eq!(
        told.matches("warning[unverified-passage]").count(),
        2,
        "{told}"
    );
}

#[test]
fn passages_that_are_not_found_for_want_of_a_snapshot_are_kept_and_link_nothing() {
    let project = project("    passage: He said that no … now or later.\n").file("empty/x", "");
    let verify = "verify content/a.yaml --snapshots empty --day 2026-11-23";
    project.run(verify).code(1);
    project.run("build content/a.yaml -o page.html").code(0);
    assert!(!project.read("page.html").contains(":~:text="));
    project.run(VERIFY).code(0);
    let lock = project.read("content/a.evidence.yaml");
    project.run(verify).code(1);
    assert_eq!(project.read("content/a.evidence.yaml"), lock);
}

#[test]
fn a_passage_that_changed_is_told_between_editions() {
    let first = SOUND.replace(
        "    said:",
        "    passage: He said that no … now or later.\n    said:",
    );
    let second = SOUND
        .replace("edition: 1", "edition: 2\nprevious: a.yaml")
        .replace(
            "    said:",
            "    passage: The president … now or later.\n    said:",
        );
    let project = Project::new()
        .file("content/a.yaml", first)
        .file("content/b.yaml", second);
    let told = project.run("diff content/a.yaml content/b.yaml").code(0);
    let told = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    let line = "passages: “He said that no … now or later.” → “The president … now or later.”";
    assert!(told.contains(line), "{told}");
}
