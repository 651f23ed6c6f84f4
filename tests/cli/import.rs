//! `brief import`, and `brief export` of what it made.

use snapbox::str;

use crate::project::{PAGE, Project, SOUND};

const ZOTERO: &str = r#"[
  { "id": "http://zotero.org/users/1/items/ABCD", "type": "article-newspaper",
    "title": "Less water: \"no\" #1", "container-title": "The Courier", "language": "en-GB",
    "author": [{ "family": "Lind", "given": "Rosa" }, { "literal": "Desk" }],
    "issued": { "date-parts": [["2031", 5, "16"]] }, "URL": "https://courier.example/water?a=1" },
  { "id": "lind2031", "type": "blogpost", "title": "Dam\u202e", "publisher": "P",
    "container-title": "C", "issued": { "literal": "early spring" }, "URL": "javascript:alert(1)" },
  { "id": 7, "citation-key": "lind2031", "type": "report", "publisher": "P",
    "issued": { "date-parts": [[2031]], "season": 2 }, "accessed": { "date-parts": [[2031, 6, 1]] } }
]"#;

#[test]
fn sources_come_from_a_reference_manager() {
    Project::new()
        .pipe(ZOTERO, "import csl-json -")
        .code(0)
        .stderr_eq("")
        .stdout_eq(str![[r#"
sources:
  less-water-no-1:
    type: article-newspaper
    title: "Less water: /"no/" #1"
    author: ["Rosa Lind", "Desk"]
    publisher: "The Courier"
    issued: { date: "2031-05-16" }
    url: "https://courier.example/water?a=1"
    lang: "en-GB"
  lind2031:
    # no CSL type: "blogpost"
    type: document
    # title has a character that deceives: "Dam/U0000202E"
    publisher: "P"
    container_title: "C"
    issued: { as_given: "early spring" }
    # no http or https address: "javascript:alert(1)"
  lind2031-2:
    type: report
    publisher: "P"
    issued: { date: "2031-22" }
    accessed: "2031-06-01"

"#]]);
}

#[test]
fn a_date_that_cannot_be_read_is_told() {
    const DATES: &str = r#"[
  { "id": "open", "type": "report", "issued": { "date-parts": [[2014, 12, 31], [0]] } },
  { "id": "back", "type": "report", "issued": { "date-parts": [[2014], [2013]] } },
  { "id": "month", "type": "report", "issued": { "date-parts": [[2014, 13]] },
    "accessed": { "literal": "yesterday" } },
  { "id": "none", "type": "report", "issued": null, "accessed": {} }
]"#;
    Project::new()
        .pipe(DATES, "import csl-json -")
        .code(0)
        .stderr_eq("")
        .stdout_eq(str![[r#"
sources:
  open:
    type: report
    # issued is no date: "{/"date-parts/":[[2014,12,31],[0]]}"
  back:
    type: report
    # issued is no date: "{/"date-parts/":[[2014],[2013]]}"
  month:
    type: report
    # issued is no date: "{/"date-parts/":[[2014,13]]}"
    # accessed is no date: "{/"literal/":/"yesterday/"}"
  none:
    type: report

"#]]);
}

#[test]
fn what_is_no_csl_json_is_refused() {
    Project::new()
        .pipe("{", "import csl-json -")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: `<stdin>` is not CSL-JSON: invalid type: map, expected a sequence at line 1 column 0
 |
 = help: have Zotero export the library as “CSL JSON”, and name that file

"#]]);
}

/// What is imported is a sound part of a brief, and what was exported comes back.
#[test]
fn sources_make_the_round_trip() {
    let project = Project::new();
    let csl = project.pipe(PAGE, "export --to csl-json -").code(0);
    let yaml = project
        .pipe(&csl.get_output().stdout, "import csl-json -")
        .code(0);
    let sources = String::from_utf8(yaml.get_output().stdout.clone()).unwrap();
    let (before, rest) = SOUND.split_once("sources:\n").unwrap();
    let (_, claims) = rest.split_once("claims:\n").unwrap();
    let claims = claims.replace("in: nbc", "in: [courier, agency, radio, letter, plan]");
    project
        .pipe(format!("{before}{sources}claims:\n{claims}"), "check -")
        .code(0);
}

#[test]
fn an_export_goes_to_a_file_and_never_over_its_input() {
    let project = Project::new().file("a.yaml", SOUND);
    project
        .run("export --to csv a.yaml -o out/a.csv")
        .code(0)
        .stdout_eq("");
    assert!(
        project
            .read("out/a.csv")
            .starts_with("\u{FEFF}\"id\",\"key\",\"says\",")
    );
    project.run("export --to csv a.yaml -o ./a.yaml").code(2);
    project.run("export --to csv a.yaml -o out").code(2);
    assert_eq!(project.read("a.yaml"), SOUND);
}
