//! Files of voices and sources that briefs include.

use crate::project::Project;

const BRIEF: &str = "format: 1
title: Ann Bell says that the harbour will be widened [@a]
topic: Harbour
lang: en
as_of: 2025-06-20
edition: 1
include: [desk-voices.yaml]
bottom_line: It will be widened, Ann Bell says [@a].
voices:
sources:
  paper: { type: report, publisher: Paper }
claims:
  - { id: a, says: The harbour will be widened., voice: bell, in: paper, said: {}, quotes: [{ text: It will be wider then. }] }
";
const VOICES: &str = "# For all briefs of the desk.\nvoices:\n  bell: { name: Ann Bell }\n";

fn project() -> Project {
    Project::new()
        .file("desk/harbour.yaml", BRIEF)
        .file("desk/desk-voices.yaml", VOICES)
        .file(
            "snapshots/paper.txt",
            "She said: “It will be wider then.”\n",
        )
}

#[test]
fn every_command_reads_what_a_brief_includes() {
    let project = project();
    // A folder means its briefs: the file that they include is none.
    project.run("check desk --format json").code(0);
    project.run("build desk/harbour.yaml -o a.html").code(0);
    project.run("export desk --to markdown").code(0);
    project
        .run("diff desk/harbour.yaml desk/harbour.yaml")
        .code(0);
    project
        .run("diff --structure desk/harbour.yaml desk/harbour.yaml")
        .code(0);
    project
        .run("verify desk/harbour.yaml --snapshots snapshots --day 2025-06-20")
        .code(0);
    project.run("check desk --deny warnings").code(0);
}

#[test]
fn the_file_by_itself_is_no_brief() {
    let run = project().run("check desk/desk-voices.yaml").code(1);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        stderr.contains("this is a file of voices and sources for briefs to include"),
        "{stderr}"
    );
    assert!(stderr.contains("1 error in"), "{stderr}");
}

#[test]
fn its_schema_is_printed() {
    let run = Project::new().run("schema --shared").code(0);
    let schema: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    let fields = schema["properties"].as_object().unwrap();
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["voices", "sources"]);
}

#[cfg(unix)]
#[test]
fn what_stands_beside_a_brief_is_a_file_of_its_folder() {
    let project = project().file("elsewhere.yaml", "root:x:0:0\n");
    let voices = project.path("desk/desk-voices.yaml");
    std::fs::remove_file(&voices).unwrap();
    std::os::unix::fs::symlink("../elsewhere.yaml", &voices).unwrap();
    let of = |run: &str| {
        let run = project.run(run).code(1);
        String::from_utf8_lossy(&run.get_output().stderr).into_owned()
    };
    let stderr = of("check desk/harbour.yaml");
    assert!(
        stderr.contains("it is a link out of the folder of the brief"),
        "{stderr}"
    );
    assert!(!stderr.contains("root"), "{stderr}");
    // A link within it leads to what may be read.
    std::fs::remove_file(&voices).unwrap();
    std::fs::write(project.path("desk/all.yaml"), VOICES).unwrap();
    std::os::unix::fs::symlink("all.yaml", &voices).unwrap();
    project.run("check desk/harbour.yaml").code(0);
    // Nobody writes into the pipe.
    std::fs::remove_file(&voices).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&voices).status();
    assert!(made.unwrap().success());
    let stderr = of("check desk/harbour.yaml");
    assert!(stderr.contains("it is no regular file"), "{stderr}");
}
