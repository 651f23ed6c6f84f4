//! What the options of `brief build` do to the page.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::parts::{hash, section, style};
use crate::project::{PAGE, Project, SOUND};

/// Returns the page that a line of arguments prints.
#[track_caller]
fn printed(project: &Project, arguments: &str) -> String {
    let run = project.run(arguments).code(0);
    let said = &*run.get_output().stderr;
    assert!(said.is_empty() || said.starts_with(b"made a page with its sources ("));
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

/// Runs a build that fails on the machine's side, and returns what it says. The earlier page
/// stays, and nothing else is left.
#[track_caller]
fn failure(project: Project, arguments: &str) -> String {
    let project = project.file("a.yaml", PAGE).file("dist/a.html", "earlier");
    let before = project.files();
    let run = project.run(arguments).code(2).stdout_eq("");
    assert_eq!(project.read("dist/a.html"), "earlier");
    assert_eq!(project.files(), before);
    String::from_utf8(run.get_output().stderr.clone()).unwrap()
}

#[test]
fn a_template_replaces_its_section_and_nothing_else() {
    let project = Project::new().file("a.yaml", PAGE).file(
        "mine/sections/gaps.html",
        "<section class=\"gaps\" aria-labelledby=\"gaps\">\n<h2 id=\"gaps\">Open</h2>\n\
         {% for gap in gaps %}<p id=\"{{ gap.id }}\">{{ gap.question | safe }}</p>\n{% endfor %}\
         </section>\n",
    );
    let embedded = printed(&project, "a.yaml -o - --no-source");
    let replaced = printed(&project, "a.yaml -o - --no-source --templates mine");
    assert_eq!(
        replaced.get(section(&replaced, "gaps")).unwrap(),
        "<section class=\"gaps\" aria-labelledby=\"gaps\">\n<h2 id=\"gaps\">Open</h2>\n\
         <p id=\"G1\">How much is “less”?</p>\n<p id=\"G2\">Who pays?</p>\n</section>"
    );
    let around = |page: &str| {
        let Range { start, end } = section(page, "gaps");
        let (before, after) = (page.get(..start).unwrap(), page.get(end..).unwrap());
        (before.trim_end().to_owned(), after.trim_start().to_owned())
    };
    assert!(around(&embedded) == around(&replaced));
}

#[test]
fn the_page_on_ukraine_stays_within_150_kilobytes() {
    let brief = include_str!("../../content/ukraine-security-guarantees.yaml");
    let lock = include_str!("../../content/ukraine-security-guarantees.evidence.yaml");
    let project = Project::new()
        .file("a.yaml", brief)
        .file("a.evidence.yaml", lock);
    let bytes = printed(&project, "a.yaml -o - --no-source").len();
    assert!(bytes <= 150_000, "{bytes}");
    let with = printed(&project, "a.yaml -o -").len() - bytes;
    assert!(with <= 10_000, "its sources: {with}");
}

#[test]
fn a_style_sheet_replaces_its_own_and_the_policy_allows_the_new_style() {
    let project = Project::new().file("a.yaml", PAGE).file(
        "mine/chains.css",
        "/* mine */\n.chain::before {\n  content: \"mine\";\n}\n",
    );
    let mut embedded = printed(&project, "a.yaml -o - --no-source");
    let mut replaced = printed(&project, "a.yaml -o - --no-source --static mine");
    for page in [&embedded, &replaced] {
        let digest = Sha256::digest(page.get(style(page)).unwrap());
        assert_eq!(
            page.get(hash(page, "style-src")).unwrap(),
            STANDARD.encode(digest)
        );
    }
    let theirs = |page: &str| page.get(style(page)).unwrap().to_owned();
    let (before, after) = (theirs(&embedded), theirs(&replaced));
    assert!(after.contains(".chain::before{content:\"mine\"}"));
    assert!(before.contains(".names > .step") && !after.contains(".names > .step"));
    for page in [&mut embedded, &mut replaced] {
        page.replace_range(style(page), "");
        page.replace_range(hash(page, "style-src"), "");
    }
    assert!(embedded == replaced, "only the style and its hash differ");
}

#[test]
fn a_template_at_fault_is_named_with_its_line() {
    let project = Project::new().file(
        "mine/sections/gaps.html",
        "<section>\n<h2>Open</h2>\n  {% for gap gaps %}\n</section>\n",
    );
    let said = failure(project, "build a.yaml --templates mine");
    assert!(said.contains("sections/gaps.html:3:14: "), "{said}");
}

#[test]
fn an_unknown_variable_is_named_with_its_line() {
    let project = Project::new().file(
        "mine/sections/gaps.html",
        "<section>\n<h2>Open</h2>\n<p>{{ gpas }}</p>\n</section>\n",
    );
    let said = failure(project, "build a.yaml --templates mine");
    assert!(said.contains("sections/gaps.html:3:7: "), "{said}");
    assert!(said.contains("gpas"), "{said}");
}

#[test]
fn a_folder_that_is_not_there_is_no_fault_of_the_input() {
    for option in ["--templates", "--static"] {
        let said = failure(Project::new(), &format!("build a.yaml {option} absent"));
        assert!(said.starts_with("error: cannot read absent: "), "{said}");
    }
}

#[test]
fn a_name_that_is_misspelled_is_a_mistake() {
    for (option, file) in [("--static", "scren.css"), ("--templates", "bdy.html")] {
        let project = Project::new()
            .file("a.yaml", PAGE)
            .file(&format!("mine/{file}"), "");
        let said = failure(project, &format!("build a.yaml {option} mine"));
        assert!(said.contains(file), "{said}");
    }
    let project = Project::new()
        .file("a.yaml", PAGE)
        .file("mine/._screen.css", "")
        .file("mine/site.css", "");
    printed(&project, "a.yaml -o - --static mine");
}

#[test]
fn a_file_that_is_no_text_is_named() {
    for (option, file) in [("--templates", "body.html"), ("--static", "type.css")] {
        let project = Project::new().file(&format!("mine/{file}"), b"\xFF");
        let said = failure(project, &format!("build a.yaml {option} mine"));
        assert!(said.contains(&format!("mine/{file}")), "{said}");
    }
}

#[test]
fn large_print_is_another_page() {
    let project = Project::new().file("a.yaml", SOUND);
    assert_ne!(
        printed(&project, "a.yaml -o -"),
        printed(&project, "a.yaml -o - --large-print")
    );
}
