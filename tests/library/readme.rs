//! The README's table of codes is the program's.

use brief::RULES;
use brief::diagnostics::terminal::{Style, render};
use brief::diagnostics::{Diagnostic, NamedText};

use crate::golden;

const START: &str = "<!-- codes:start -->\n";
const END: &str = "<!-- codes:end -->\n";

#[test]
fn the_table_of_codes_is_up_to_date() {
    let readme = include_str!("../../README.md");
    let (before, rest) = readme.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let expected = format!("{before}{START}{}{END}{after}", RULES.markdown_table());
    golden::assert_golden("README.md", &expected);
}

/// The tour's YAML, block after block: together they are one brief.
fn tour() -> String {
    let readme = include_str!("../../README.md");
    let blocks = readme.split("```yaml\n").skip(1);
    blocks
        .map(|block| block.split_once("```").unwrap().0)
        .collect()
}

#[test]
fn the_tour_is_a_sound_brief() {
    let checked = brief::Input::new(&tour()).check();
    let found: Vec<&Diagnostic> = checked.diagnostics.iter().collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(checked.brief.is_some());
}

#[test]
fn the_tour_shows_what_a_misspelt_id_gives() {
    let readme = include_str!("../../README.md");
    let misspelt = tour().replacen("chair [@widening]", "chair [@widenning]", 1);
    let checked = brief::Input::new(&misspelt).check();
    let input = NamedText {
        name: "content/harbour.yaml",
        text: &misspelt,
        included: &[],
    };
    let shown = render(input, &checked.diagnostics, Style::Plain);
    let (_, rest) = readme.split_once("```text\n").unwrap();
    let (expected, _) = rest.split_once("```").unwrap();
    assert!(shown.starts_with(expected), "{shown}");
}

/// Returns the files and folders that a document points to or names, but for those with a `NAME`.
fn named(document: &str) -> Vec<&str> {
    const FOLDERS: &[&str] = &[
        ".ci/",
        "locales/",
        "src/",
        "static/",
        "templates/",
        "tests/",
    ];
    let links = document.split("](").skip(1);
    let links = links.filter_map(|rest| rest.split_once(')').map(|(link, _)| link));
    let code = document.split('`').skip(1).step_by(2);
    let code = code.filter(|code| FOLDERS.iter().any(|folder| code.starts_with(folder)));
    links
        .filter(|link| !link.starts_with("http"))
        .chain(code)
        .filter(|path| {
            !["NAME", "TAG", " ", "…"]
                .iter()
                .any(|part| path.contains(part))
        })
        .collect()
}

#[test]
fn what_the_documents_point_to_is_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in [
        include_str!("../../README.md"),
        include_str!("../../ARCHITECTURE.md"),
        include_str!("../../CONTRIBUTING.md"),
        include_str!("../../SECURITY.md"),
    ] {
        for path in named(document) {
            assert!(root.join(path).exists(), "{path}");
        }
    }
}
