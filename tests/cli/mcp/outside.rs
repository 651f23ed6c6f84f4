//! What an assistant is refused: whatever stands outside of the folders, by whatever way.

use std::fs;
use std::os::unix::fs::symlink;

use serde_json::{Value, json};

use super::{SNAPSHOT, call, desk, text};
use crate::project::{Project, SOUND};

const SECRET: &str = "password: hunter2\n";
const REFUSED: &str = "outside of what the assistant may have read";

/// Returns a folder that the server is not started for.
fn elsewhere() -> Project {
    Project::new()
        .file("secret.yaml", SECRET)
        .file("link.evidence.yaml", SECRET)
        .file("secret.evidence.yaml", SECRET)
        .file("nbc.txt", SNAPSHOT.replace("talks", "hunter2"))
        .file("nbc.capture.yaml", SECRET)
}

fn including(name: &str) -> String {
    format!("{SOUND}include: [{name}]\n")
}

fn following(name: &str) -> String {
    let follows = format!("edition: 2\nprevious: {name}");
    SOUND.replace("edition: 1", &follows)
}

/// Calls, and holds that each is answered with these words, and that nothing of elsewhere is told.
#[track_caller]
fn told(project: &Project, folders: &str, words: &str, calls: &[(&str, Value)]) {
    for (sent, result) in calls.iter().zip(call(project, folders, calls)) {
        assert!(text(&result).contains(words), "{sent:?}: {result}");
        assert!(
            !result.to_string().contains("hunter2"),
            "{sent:?}: {result}"
        );
    }
}

#[test]
fn nothing_is_read_beside_a_link_that_leads_in() {
    let desk = desk().file("content/today.yaml", including("secret.yaml"));
    let elsewhere = elsewhere();
    symlink(desk.path("content/today.yaml"), elsewhere.path("link.yaml")).unwrap();
    symlink(desk.path("content"), elsewhere.path("linked")).unwrap();
    let link = elsewhere.path("link.yaml");
    let with = |tool, text: String| (tool, json!({ "path": link, "text": text }));
    let calls = [
        ("origins", json!({ "path": link })),
        ("check", json!({ "path": link })),
        ("verify", json!({ "path": link })),
        ("coverage", json!({ "path": link })),
        with("check", SOUND.to_owned()),
        with("check", including("secret.yaml")),
        with("check", following("secret.yaml")),
        with("origins", including("secret.yaml")),
    ];
    told(&desk, "", REFUSED, &calls);
    // A folder that leads in is one of the folders: what stands beside is there.
    let inside = elsewhere.path("linked/today.yaml");
    let calls = [
        ("check", json!({ "path": inside, "text": SOUND })),
        ("check", json!({ "path": inside })),
    ];
    let results = call(&desk, "", &calls);
    assert_eq!(text(&results[0]), "no problems in content/today.yaml\n");
    assert!(text(&results[1]).contains("secret.yaml"), "{}", results[1]);
    assert!(!text(&results[1]).contains("hunter2"), "{}", results[1]);
}

#[test]
fn no_way_back_from_a_folder_that_is_not_there_leads_out() {
    let (desk, elsewhere) = (desk(), elsewhere());
    symlink(desk.path("nowhere"), desk.path("broken")).unwrap();
    let outside = elsewhere.path("");
    let outside = outside.file_name().unwrap().to_str().unwrap();
    let mut calls = Vec::new();
    for way in [
        "nope/../..",
        "nope/more/../../..",
        "content/nope/../../..",
        "broken/../..",
    ] {
        let path = format!("{way}/{outside}/secret.yaml");
        calls.push(("check", json!({ "path": path })));
        calls.push((
            "check",
            json!({ "path": path, "text": including("secret.yaml") }),
        ));
        let folder = format!("{way}/{outside}");
        calls.push((
            "verify",
            json!({ "path": "content/a.yaml", "snapshots": folder }),
        ));
    }
    calls.push(("check", json!({ "path": "broken", "text": SOUND })));
    calls.push(("check", json!({ "path": "broken/a.yaml", "text": SOUND })));
    // The folder that is named has a folder above it.
    calls.push((
        "check",
        json!({ "path": "..", "text": including("secret.yaml") }),
    ));
    told(&desk, desk.path("").to_str().unwrap(), REFUSED, &calls);
    told(&desk, "", REFUSED, &calls);
    let ways = [
        "content/../content/a.yaml",
        "./content/./a.yaml",
        "content/new/../a.yaml",
    ];
    fs::create_dir(desk.path("content/new")).unwrap();
    let calls = ways.map(|path| ("check", json!({ "path": path })));
    for result in call(&desk, "", &calls) {
        assert_eq!(text(&result), "no problems in content/a.yaml\n");
    }
    let calls = [("check", json!({ "path": "later/b.yaml", "text": SOUND }))];
    let result = call(&desk, "", &calls).remove(0);
    assert_eq!(text(&result), "no problems in later/b.yaml\n");
}

#[test]
fn what_stands_beside_a_brief_leads_nowhere_else() {
    let (desk, elsewhere) = (desk(), elsewhere());
    for name in ["secret.yaml", "b.evidence.yaml", "c.evidence.yaml"] {
        symlink(
            elsewhere.path("secret.yaml"),
            desk.path(&format!("content/{name}")),
        )
        .unwrap();
    }
    let desk = desk
        .file("content/b.yaml", SOUND)
        .file("content/c.yaml", following("a.yaml"))
        .file(
            "content/shared.yaml",
            "include: [secret.yaml]\nvoices: {}\n",
        )
        .file("content/second.yaml", following("secret.yaml"))
        .file("content/includes.yaml", including("secret.yaml"));
    let check = |text: String| ("check", json!({ "path": "content/d.yaml", "text": text }));
    let calls = [
        check(including("secret.yaml")),
        check(following("secret.yaml")),
        // A lock, and the lock of an earlier edition.
        ("check", json!({ "path": "content/b.yaml" })),
        ("verify", json!({ "path": "content/b.yaml" })),
        ("origins", json!({ "path": "content/b.yaml" })),
        check(following("b.yaml")),
        // What an earlier edition includes, what is included twice over, and the edition before the last.
        check(following("includes.yaml")),
        check(including("shared.yaml")),
        check(following("second.yaml").replace("edition: 2", "edition: 3")),
        check(including("../secret.yaml")),
        check(following("../secret.yaml")),
    ];
    for (call, result) in calls.iter().zip(call(&desk, "", &calls)) {
        let told = result.to_string();
        assert!(!told.contains("hunter2"), "{call:?}: {told}");
        assert!(!told.contains("no problems in"), "{call:?}: {told}");
    }
}

#[test]
fn no_snapshot_and_no_record_of_one_leads_out() {
    let (desk, elsewhere) = (desk(), elsewhere());
    for (folder, name) in [
        ("file", "nbc.txt"),
        ("record", "nbc.capture.yaml"),
        ("named", "x.txt"),
    ] {
        fs::create_dir(desk.path(folder)).unwrap();
        if folder == "record" {
            fs::write(desk.path("record/nbc.txt"), SNAPSHOT).unwrap();
        }
        let at = desk.path(&format!("{folder}/{name}"));
        let there = if name == "x.txt" { "nbc.txt" } else { name };
        symlink(elsewhere.path(there), at).unwrap();
    }
    symlink(elsewhere.path(""), desk.path("linked")).unwrap();
    symlink(desk.path("snapshots"), elsewhere.path("leads-in")).unwrap();
    let of = |tool, folder: String| {
        (
            tool,
            json!({ "path": "content/a.yaml", "snapshots": folder }),
        )
    };
    let mut calls = Vec::new();
    for folder in ["file", "record", "named", "linked"] {
        calls.push(of("verify", folder.to_owned()));
        calls.push(of("coverage", folder.to_owned()));
    }
    told(&desk, "", REFUSED, &calls);
    // A link that leads into an allowed folder is followed.
    symlink(desk.path("snapshots"), desk.path("kept")).unwrap();
    symlink(desk.path("snapshots/nbc.txt"), desk.path("content/nbc.txt")).unwrap();
    let calls = [
        of("coverage", "kept".to_owned()),
        of("coverage", "content".to_owned()),
        of("coverage", elsewhere.path("leads-in").display().to_string()),
    ];
    for result in call(&desk, "", &calls) {
        assert_eq!(result["isError"], false, "{result}");
    }
}

#[test]
fn names_of_files_elsewhere_are_not_told() {
    let desk = desk();
    let elsewhere = Project::new().file("content/hunter2.yaml", SOUND);
    let calls = [("check", json!({ "path": "hunter.yaml" }))];
    // Started elsewhere, where there is a folder for briefs.
    told(
        &elsewhere,
        desk.path("").to_str().unwrap(),
        "is not there",
        &calls,
    );
    let linked = Project::new().file("a.yaml", SOUND);
    symlink(elsewhere.path("content"), linked.path("content")).unwrap();
    told(&linked, "", "is not there", &calls);
    let linked = Project::new().file("b.yaml", SOUND);
    symlink(
        elsewhere.path("content/hunter2.yaml"),
        linked.path("hunter2.yaml"),
    )
    .unwrap();
    told(&linked, "", "is not there", &calls);
    // A text that is not saved yet may stand there.
    let calls = [("check", json!({ "path": "new.yaml", "text": SOUND }))];
    told(&linked, "", "no problems in", &calls);
}
