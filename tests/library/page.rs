//! The page of one rich brief, section by section, as reviewed: one golden file a template.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;

use brief::analysis::Edition;
use brief::page::Page;

use crate::{beside, golden, parts};

const INPUT: &str = include_str!("../fixtures/page.yaml");

/// What is left of the page without its sections, style sheet, hash and version.
const FRAME: &str = "frame.html";

/// The section of a page that names the previous edition.
const CHANGES: &str = "changes.html";
/// A brief whose quotes stand to their sources in every way, and its evidence lock.
const CHECKED: &str = include_str!("../fixtures/checked.yaml");
const EVIDENCE: &str = include_str!("../fixtures/checked.evidence.yaml");

fn page() -> String {
    made_of(INPUT, None)
}

fn made_of(input: &str, evidence: Option<&str>) -> String {
    let checked = beside::check_with_lock(input, evidence);
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    let edition = Edition::of(checked.brief.unwrap());
    Page::new(&edition).render().unwrap()
}

/// Lists the files of a folder from the root of the repository.
fn files(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn sections() -> BTreeSet<String> {
    files("templates/sections")
}

/// The page of an edition that names the one before: the first brief names none.
fn edition() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/editions");
    let checked = beside::check(&folder.join("bridge-2.yaml"));
    let edition = Edition::of(checked.brief.unwrap());
    Page::new(&edition).render().unwrap()
}

/// Lists the sections that every page has.
fn usual_sections() -> BTreeSet<String> {
    let mut sections = sections();
    sections.remove(CHANGES);
    sections
}

#[test]
fn what_changed_is_as_reviewed() {
    let page = edition();
    let section = &page[parts::section(&page, "changes")];
    golden::assert_golden(
        &format!("tests/golden/page/{CHANGES}"),
        &format!("{section}\n"),
    );
}

#[test]
fn claims_say_what_became_of_them() {
    let page = edition();
    for marked in [
        r#"<article class="claim changed" id="C1""#,
        r#"<article class="claim new" id="C6""#,
        r#"<article class="claim" id="C5""#,
        r##"<a class="change" href="#X3">changed</a> The bridge"##,
        ">new</a> The piers",
        r#"<section class="bottom-line changed""#,
        r#"<li class="changed"><b>new, changed</b>"#,
    ] {
        assert!(page.contains(marked), "{marked}");
    }
}

#[test]
fn without_a_previous_edition_nothing_is_marked() {
    let page = page();
    let body = &page[page.find("<body").unwrap()..];
    for mark in ["class=\"changes\"", "change kicker", "compared", " changed"] {
        assert!(!body.contains(mark), "{mark}");
    }
}

#[test]
fn every_section_is_as_reviewed() {
    let page = page();
    for file in usual_sections() {
        let name = file.strip_suffix(".html").unwrap();
        let section = &page[parts::section(&page, name)];
        golden::assert_golden(
            &format!("tests/golden/page/{file}"),
            &format!("{section}\n"),
        );
    }
}

#[test]
fn the_frame_is_as_reviewed() {
    let mut frame = page();
    for file in usual_sections() {
        let name = file.strip_suffix(".html").unwrap();
        frame.replace_range(parts::section(&frame, name), &format!("[{name}]"));
    }
    frame.replace_range(parts::style(&frame), "[style]");
    frame.replace_range(parts::hash(&frame, "style-src"), "[hash]");
    frame.replace_range(parts::hash(&frame, "script-src"), "[hash]");
    frame.replace_range(parts::data(&frame), "[data]");
    let frame = frame.replace(env!("CARGO_PKG_VERSION"), "[version]");
    golden::assert_golden(&format!("tests/golden/page/{FRAME}"), &frame);
}

#[test]
fn what_was_checked_is_as_reviewed() {
    let page = made_of(CHECKED, Some(EVIDENCE));
    for name in ["claims", "sources"] {
        let section = &page[parts::section(&page, name)];
        golden::assert_golden(
            &format!("tests/golden/checked/{name}.html"),
            &format!("{section}\n"),
        );
    }
}

#[test]
fn the_data_block_is_what_is_exported() {
    let edition = Edition::of(brief::Input::new(INPUT).check().brief.unwrap());
    let exported = brief::export::json_ld(&edition);
    let page = page();
    let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
    let mut exported = read(&exported);
    // The page has the bottom line itself.
    let report = exported["@graph"][0].as_object_mut().unwrap();
    assert!(report.remove("abstract").is_some());
    assert_eq!(read(&page[parts::data(&page)]), exported);
}

/// Values say for themselves whether they are HTML.
#[test]
fn no_template_decides_what_is_safe() {
    for folder in ["templates", "templates/sections", "templates/parts"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_template = path.extension().is_some_and(|ending| ending == "html");
            let decides = is_template && fs::read_to_string(&path).unwrap().contains("safe");
            assert!(!decides, "{}", path.display());
        }
    }
}

#[test]
fn every_section_has_a_golden_file_and_the_other_way_round() {
    let mut expected = sections();
    expected.insert(FRAME.to_owned());
    assert_eq!(files("tests/golden/page"), expected);
}

#[test]
fn threads_do_not_change_the_page() {
    let expected = page();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..20).map(|_| scope.spawn(page)).collect();
        for thread in threads {
            assert!(thread.join().unwrap() == expected);
        }
    });
}
