//! `brief check`.

use snapbox::str;

use crate::project::{Project, SOUND, doubtful, faulty};

#[test]
fn a_sound_brief_has_no_problems_and_nothing_is_written() {
    let project = Project::new().file("content/a.yaml", SOUND);
    project
        .run("check")
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
no problems in content/a.yaml

"#]]);
    assert_eq!(project.files(), ["content/a.yaml"]);
}

#[test]
fn every_file_is_reported_and_the_worst_exit_counts() {
    let project = Project::new()
        .file("doubtful.yaml", doubtful())
        .file("faulty.yaml", faulty())
        .file("sound.yaml", SOUND);
    let run = project
        .run("check faulty.yaml doubtful.yaml sound.yaml")
        .code(1);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    let order = [
        " in faulty.yaml\n",
        "1 warning in doubtful.yaml\n",
        "no problems in sound.yaml\n",
    ]
    .map(|line| stderr.find(line));
    assert!(order.iter().all(Option::is_some), "{stderr}");
    assert!(order.is_sorted(), "{stderr}");
    project.run("check doubtful.yaml sound.yaml").code(0);
    project.run("check faulty.yaml absent.yaml").code(2);
}

#[test]
fn a_denied_warning_is_an_error() {
    let project = Project::new().file("a.yaml", doubtful());
    project.run("check a.yaml").code(0);
    project.run("check a.yaml --deny warnings").code(1);
    project.run("check a.yaml --deny errors").code(2);
}

#[test]
fn standard_input_has_a_name() {
    Project::new()
        .pipe(SOUND, "check -")
        .code(0)
        .stderr_eq(str![[r#"
no problems in <stdin>

"#]]);
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "it is one document, as it is printed"
)]
fn machines_read_one_document_on_standard_output() {
    let project = Project::new().file("a.yaml", SOUND);
    project
        .run("check a.yaml absent.yaml --format json")
        .code(2)
        .stderr_eq("")
        .stdout_eq(str![[r#"
{
  "version": 1,
  "files": [
    {
      "path": "a.yaml",
      "failure": null,
      "failure_help": null,
      "diagnostics": [],
      "strength": {
        "headline": {
          "text": "It was said on record by Donald Trump, as NBC News reported. We read it there. One origin stands behind it.",
          "claims": [
            "C1"
          ],
          "rests_on": [
            "C1"
          ],
          "weakest": [
            "C1"
          ],
          "origins": 1,
          "on_one_origin": [
            "C1"
          ],
          "read": true,
          "not_read": []
        },
        "bottom_line": {
          "text": "It was said on record by Donald Trump, as NBC News reported. We read it there. One origin stands behind it.",
          "claims": [
            "C1"
          ],
          "rests_on": [
            "C1"
          ],
          "weakest": [
            "C1"
          ],
          "origins": 1,
          "on_one_origin": [
            "C1"
          ],
          "read": true,
          "not_read": []
        },
        "finding": "The only claim rests on one text, NBC News",
        "on_one_text": {
          "source": "S1",
          "claims": 1,
          "of": 1
        }
      }
    },
    {
      "path": "absent.yaml",
      "failure": "cannot read `absent.yaml`: No such file or directory (os error 2)",
      "failure_help": "name a file that is there; `brief new NAME` starts one",
      "diagnostics": [],
      "strength": null
    }
  ]
}

"#]]);
}

#[test]
fn code_scanning_reads_a_log_on_standard_output() {
    let project = Project::new().file("a b.yaml", faulty());
    let run = project.command("check --format sarif").arg("a b.yaml");
    let run = run.assert().code(1).stderr_eq("");
    let log: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let location = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "a%20b.yaml");
    assert_eq!(location["region"]["startLine"], 3);
}

#[test]
fn pull_requests_are_annotated_by_lines_on_standard_output() {
    let project = Project::new()
        .file("a.yaml", doubtful())
        .file("b.yaml", SOUND);
    project
        .run("check a.yaml b.yaml absent.yaml --format github")
        .code(2)
        .stderr_eq("")
        .stdout_eq(str![[r#"
::warning file=a.yaml,line=19,col=47,endLine=19,endColumn=54,title=loaded-verb::`claimed` judges what was said%0Ahelp: write `said`%0Ahelp: if it is the exact word, silence the rule here: `allow: [{ rule: loaded-verb, reason: … }]`
::error file=absent.yaml::cannot read `absent.yaml`: No such file or directory (os error 2)%0Ahelp: name a file that is there; `brief new NAME` starts one

"#]]);
}

#[test]
fn machines_read_bytes_and_code_points() {
    let text = format!("# Зеленський\n{}", doubtful());
    let byte = text.find("claimed").unwrap();
    let code_point = text.split("claimed").next().unwrap().chars().count();
    let project = Project::new().file("a.yaml", text);
    let run = project.run("check a.yaml --format json").code(0);
    let report: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    let diagnostic = &report["files"][0]["diagnostics"][0];
    assert_eq!(diagnostic["code"], "loaded-verb");
    let start = &diagnostic["spans"][0]["start"];
    assert_eq!(start["byte"], byte);
    assert_eq!(start["code_point"], code_point);
}

#[test]
fn bytes_that_are_no_text_are_shown_harmlessly() {
    let bytes = b"title: \x1b[31m\xff\x9b\n";
    let run = Project::new().file("a.yaml", bytes).run("check a.yaml");
    let run = run.code(1);
    let stderr = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(stderr.contains("[not-utf8]"), "{stderr}");
    assert!(!stderr.contains(['\u{1b}', '\u{9b}']), "{stderr}");
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let project = Project::new().file("a.yaml", faulty());
    let is_styled = |line: &str, no_color: bool| {
        let mut command = project.command(line);
        if no_color {
            command = command.env("NO_COLOR", "1");
        }
        command.output().unwrap().stderr.contains(&b'\x1b')
    };
    assert!(!is_styled("check a.yaml", false));
    assert!(is_styled("check a.yaml --color always", false));
    assert!(is_styled("check a.yaml --color always", true));
    assert!(!is_styled("check a.yaml --color never", false));
    assert!(!is_styled("check a.yaml --color auto", true));
}
