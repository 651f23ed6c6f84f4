//! `brief verify --against`: the same quotes in newer copies of their sources.

use snapbox::str;

use crate::project::{Project, SOUND};

const OLD: &str = "“No troops will go there,” he said. “We will not send them, ever,” he added. \
    “The door stays open for talks,” said she.\n";

/// Returns a brief with quotes and a lock, and newer copies of its source.
fn project(newer: &[(&str, &str)]) -> Project {
    let quotes = [
        "No troops will go there",
        "We will not send them, ever",
        "The door stays open for talks",
        "Nobody ever spoke of bridges",
    ];
    let quotes = quotes.iter().fold(String::new(), |all, quote| {
        all + &format!("      - {{ text: \"{quote}\", kind: [fragment] }}\n")
    });
    let project = Project::new()
        .file("content/a.yaml", format!("{SOUND}    quotes:\n{quotes}"))
        .file("snapshots/nbc.txt", OLD);
    project
        .run("verify --snapshots snapshots --day 2026-11-23")
        .code(1);
    newer.iter().fold(project, |project, (name, text)| {
        project.file(&format!("newer/{name}"), *text)
    })
}

#[test]
fn what_was_rewritten_overnight_is_told_source_by_source() {
    let newer = "“No troops will go there”, he said. “We will not send them, for now,” he added.\n";
    let project = project(&[("nbc.txt", newer)]);
    let lock = project.read("content/a.evidence.yaml");
    project
        .run("verify --against newer")
        .code(1)
        .stdout_eq(str![[r#"
nbc (nbc.txt): 1 still there, 1 reworded, 2 gone
  Q1 no-us-troops: still there, exact
  Q2 no-us-troops: reworded
    We will not send them, [-ever-] {+for+}
  Q3 no-us-troops: gone
  Q4 no-us-troops: gone; it was absent before, too

"#]]);
    assert_eq!(
        project.read("content/a.evidence.yaml"),
        lock,
        "nothing is written"
    );
    let run = project.run("verify --against newer --format json").code(1);
    let json: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    let quotes = &json["sources"][0]["found"];
    let now: Vec<_> = (0..4)
        .map(|index| quotes[index]["now"].as_str().unwrap())
        .collect();
    assert_eq!(now, ["there", "reworded", "gone", "gone"]);
    assert_eq!(quotes[1]["before"], "exact");
    assert_eq!(json["sources"][0]["same_copy"], false);
}

#[test]
fn the_same_copy_and_a_page_of_it_are_told() {
    let project = project(&[("nbc.txt", OLD)]);
    let run = project.run("verify --against newer").code(1);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(
        told.starts_with("nbc (nbc.txt, the same copy as before): 3 still there, 1 gone\n"),
        "{told}"
    );
    let text = project.read("content/a.yaml");
    let without: Vec<&str> = text
        .lines()
        .filter(|line| !line.contains("bridges"))
        .collect();
    let project = project.file("content/a.yaml", without.join("\n") + "\n");
    project.run("verify --against newer").code(0);
}

#[test]
fn what_cannot_be_looked_in_is_no_change() {
    let project = project(&[("nbc.pdf", "%PDF-1.7\n"), ("other.txt", OLD)]);
    let run = project.run("verify --against newer").code(1);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(
        told.starts_with("nbc (nbc.pdf): 4 cannot be checked\n"),
        "{told}"
    );
    assert!(
        told.contains("the snapshot is a PDF, and damaged or cut off"),
        "{told}"
    );
    let project = project.file("empty/other.txt", OLD);
    let run = project.run("verify --against empty").code(1);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(
        told.starts_with("nbc (no copy): 4 cannot be checked\n"),
        "{told}"
    );
}

#[test]
fn one_of_the_two_folders_is_given() {
    let project = project(&[("nbc.txt", OLD)]);
    for arguments in [
        "verify",
        "verify --against newer --snapshots snapshots",
        "verify --against nowhere",
        "verify --snapshots snapshots --format json",
    ] {
        project.run(arguments).code(2);
    }
}

#[test]
fn what_stands_between_the_ends_of_a_passage_is_compared() {
    let old = "A report said that the fairway had lost 40 centimetres of depth since 2011.\n";
    let passage = "    passage: A report said that … of depth since 2011.\n";
    let project = Project::new()
        .file("content/a.yaml", format!("{SOUND}{passage}"))
        .file("snapshots/nbc.txt", old)
        .file("same/nbc.txt", old)
        .file(
            "wrapped/nbc.txt",
            old.replace("had ", "had\n") + "The desk adds a line of Wednesday.\n",
        )
        .file("other/nbc.txt", old.replace("40", "30"))
        .file("longer/nbc.txt", old.replace("had lost", "had not lost"))
        .file(
            "struck/nbc.html",
            format!(
                "<p><del>{old}</del></p><p>The desk regrets an error in this report of Tuesday.</p>"
            ),
        );
    project
        .run("verify --snapshots snapshots --day 2026-11-23")
        .code(0);
    for (folder, told, code) in [
        ("same", "still there, exact", 0),
        ("wrapped", "still there, exact", 0),
        ("other", "changed between its ends", 1),
        ("longer", "changed between its ends", 1),
        ("struck", "struck out", 1),
    ] {
        let run = project
            .run(&format!("verify --against {folder}"))
            .code(code);
        let output = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
        assert!(output.contains(&format!("passage {told}\n")), "{output}");
    }
    // A lock of before does not know what stood between: it still reads, and says so.
    let lock = project.read("content/a.evidence.yaml");
    assert!(lock.contains("format: 4\n"), "{lock}");
    let lines = lock
        .lines()
        .filter(|line| !line.trim_start().starts_with("between: "));
    let earlier: String = lines
        .map(|line| line.replace("format: 4", "format: 3") + "\n")
        .collect();
    assert_ne!(lock, earlier);
    let project = project.file("content/a.evidence.yaml", earlier);
    project.run("check").code(0);
    let run = project.run("verify --against other").code(0);
    let output = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    let told = "passage still there at its ends; what is between was not compared\n";
    assert!(output.contains(told), "{output}");
    project.run("verify --against longer").code(1);
}
