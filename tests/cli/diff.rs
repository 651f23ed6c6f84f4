//! `brief diff`.

use snapbox::str;

use crate::project::{Project, SOUND, doubtful, faulty};

const OLD: &str = include_str!("../fixtures/editions/bridge-1.yaml");
const NEW: &str = include_str!("../fixtures/editions/bridge-2.yaml");

const OLD_LOCK: &str = include_str!("../fixtures/editions/bridge-1.evidence.yaml");
const NEW_LOCK: &str = include_str!("../fixtures/editions/bridge-2.evidence.yaml");

fn editions() -> Project {
    Project::new()
        .file("1.yaml", OLD)
        .file("1.evidence.yaml", OLD_LOCK)
        .file("2.yaml", NEW)
        .file("2.evidence.yaml", NEW_LOCK)
}

/// The new edition names the old one by its own name.
fn successive() -> Project {
    Project::new()
        .file("desk/bridge-1.yaml", OLD)
        .file("desk/bridge-1.evidence.yaml", OLD_LOCK)
        .file("desk/bridge-2.yaml", NEW)
        .file("desk/bridge-2.evidence.yaml", NEW_LOCK)
}

#[test]
fn the_edition_before_is_read_beside_the_brief() {
    let project = successive();
    project
        .run("check desk --deny warnings")
        .code(0)
        .stdout_eq("");
    let run = project
        .run("export desk/bridge-2.yaml --to markdown")
        .code(0);
    let text = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(text.contains("\n## Changes since edition 1\n"), "{text}");
    assert!(
        text.contains("quote check Q3: word for word → word for word but for typography"),
        "{text}"
    );
}

#[test]
fn without_the_edition_before_there_is_no_page() {
    let project = Project::new().file("bridge-2.yaml", NEW);
    let run = project.run("build bridge-2.yaml").code(1);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.contains("error[unreadable-previous]"), "{stderr}");
    assert_eq!(project.files(), ["bridge-2.yaml"]);
    let run = successive().pipe(NEW, "check -").code(1);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.contains("standard input has no folder"), "{stderr}");
}

/// What changed besides the checks of quotes: standard input has no lock beside it.
fn without_checks(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !line.contains("quote check")).collect()
}

#[test]
fn what_changed_is_shown_and_is_no_fault() {
    let project = editions();
    let shown = project.run("diff 1.yaml 2.yaml").code(0).stderr_eq("");
    shown.stdout_eq(include_str!("../golden/changes/bridge.txt"));
    let coloured = project.run("diff 1.yaml 2.yaml --color always").code(0);
    coloured.stdout_eq(include_str!("../golden/changes/bridge.coloured.txt"));
    let json = project.run("diff 1.yaml 2.yaml --format json").code(0);
    json.stdout_eq(include_str!("../golden/changes/bridge.json"));
}

#[test]
fn a_change_is_a_fault_if_that_is_asked_for() {
    let project = editions().file("same.yaml", OLD);
    project.run("diff 1.yaml 2.yaml --exit-code").code(1);
    project
        .run("diff 1.yaml same.yaml --exit-code")
        .code(0)
        .stderr_eq("")
        .stdout_eq(str![[r#"
The Olm bridge
Edition 1 (2031-05-16) → Edition 1 (2031-05-16)
No change in topic, headline, bottom line, issues, claims, positions, tensions, timeline, gaps and method.

"#]]);
}

#[test]
fn one_of_the_two_may_come_from_standard_input() {
    let project = editions();
    let expected = &without_checks(include_str!("../golden/changes/bridge.txt"));
    project
        .pipe(NEW, "diff 1.yaml -")
        .code(0)
        .stdout_eq(expected);
    project
        .pipe(OLD, "diff - 2.yaml")
        .code(0)
        .stdout_eq(expected);
    project.pipe(OLD, "diff - -").code(2).stdout_eq("");
}

#[test]
fn a_faulty_edition_is_reported_and_a_doubtful_one_is_not() {
    let project = Project::new()
        .file("sound.yaml", SOUND)
        .file("doubtful.yaml", doubtful())
        .file("faulty.yaml", faulty());
    project
        .run("diff sound.yaml doubtful.yaml")
        .code(0)
        .stderr_eq("");
    let run = project
        .run("diff faulty.yaml sound.yaml")
        .code(1)
        .stdout_eq("");
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(stderr.contains("error[unknown-field]"), "{stderr}");
    let run = project.run("diff faulty.yaml sound.yaml --format json");
    let stderr = String::from_utf8_lossy(&run.code(1).get_output().stderr).into_owned();
    assert!(stderr.contains("\"code\": \"unknown-field\""), "{stderr}");
    project
        .run("diff none.yaml sound.yaml")
        .code(2)
        .stdout_eq("");
}

#[test]
fn editions_in_two_languages_are_not_compared_word_by_word() {
    Project::new()
        .file("en.yaml", SOUND)
        .file("uk.yaml", SOUND.replace("lang: en", "lang: uk"))
        .run("diff en.yaml uk.yaml")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: the editions are in two languages, `en` and `uk`
 |
 = help: compare their structure: `--structure`

"#]]);
}

const ORIGINAL: &str = include_str!("../fixtures/check/broken-mirror.original.yaml");

#[test]
fn a_translation_that_mirrors_its_original_is_well() {
    let translation = ORIGINAL
        .replace("lang: en", "lang: uk")
        .replace("The dam holds.", "Дамба тримається.")
        .replace(
            "kind: [fragment]",
            "kind: [fragment, translated], translated_from: en",
        )
        .replace("Friday", "п’ятниця");
    Project::new()
        .file("en.yaml", ORIGINAL)
        .file("uk.yaml", &translation)
        .run("diff --structure en.yaml uk.yaml")
        .code(0)
        .stdout_eq("")
        .stderr_eq("no problems in uk.yaml\n");
}

#[test]
fn a_broken_mirror_is_a_fault_of_the_translation() {
    let project = Project::new()
        .file("en.yaml", ORIGINAL)
        .file(
            "uk.yaml",
            ORIGINAL.replace("in: times\n    said: {}", "in: radio\n    said: {}"),
        )
        .file("faulty.yaml", faulty());
    project
        .run("diff --structure en.yaml uk.yaml")
        .code(1)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error[broken-mirror]: `in` is `radio`, and `times` in the original
  --> uk.yaml:39:9
   |
39 |     in: radio
   |         ^^^^^

1 error in uk.yaml

"#]]);
    let run = project
        .run("diff --structure en.yaml uk.yaml --format json")
        .code(1);
    let json = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(json.contains("\"code\": \"broken-mirror\""), "{json}");
    project.run("diff --structure faulty.yaml uk.yaml").code(1);
}
