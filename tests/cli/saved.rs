//! PDFs, and pages as browsers and archives save them, as snapshots: what is found, and where it is told to be.

use snapbox::str;

use crate::project::{Project, SOUND};

const LATEX: &[u8] = include_bytes!("../fixtures/snapshots/latex.pdf");
const VERIFY: &str = "verify --snapshots snapshots --day 2026-11-23";

/// Returns a brief with some quotes, each written as in YAML, and a snapshot.
fn project(quotes: &[&str], name: &str, snapshot: &[u8]) -> Project {
    let quotes = quotes.iter();
    let quotes = quotes.fold(String::new(), |all, quote| {
        all + &format!("      - {{ {quote}, kind: [fragment] }}\n")
    });
    Project::new()
        .file("content/a.yaml", format!("{SOUND}    quotes:\n{quotes}"))
        .file(&format!("snapshots/{name}"), snapshot)
}

fn stdout(project: &Project, command: &str) -> String {
    let run = project.run(command).code(0);
    String::from_utf8_lossy(&run.get_output().stdout).into_owned()
}

/// The page is what the PDF calls it; all forms have it, but where the brief says the place itself.
#[test]
fn a_quote_in_a_pdf_has_its_page_in_every_form() {
    let quotes = [
        "text: \"We shall not abandon the fishermen of this affected coast\"",
        "text: \"circumstances surrounding the compensation programme\"",
        "text: \"it was about the people who live behind the wall\", at: { page: ii, line: 7 }",
    ];
    let project = project(&quotes, "nbc.pdf", LATEX);
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: typographic in nbc.pdf, page i, 180 to 237
Q2 no-us-troops: typographic in nbc.pdf, page i–ii, 806 to 863
Q3 no-us-troops: typographic in nbc.pdf, page ii, 1374 to 1422

"#]]);
    let lock = project.read("content/a.evidence.yaml");
    assert!(lock.contains("\nformat: 3\n"), "{lock}");
    let both = "  pages:\n  - number: 1\n    label: i\n  - number: 2\n    label: ii\n";
    assert!(lock.contains(both), "{lock}");
    project.run("check").code(0);
    project.run("build content/a.yaml --output a.html").code(0);
    for page in [
        project.read("a.html"),
        stdout(&project, "export content/a.yaml --to markdown"),
        stdout(&project, "export content/a.yaml --to csv"),
    ] {
        for place in ["p. i", "pp. i–ii", "p. ii,"] {
            let place = place.replace(' ', "\u{a0}");
            let page = page.replace(' ', "\u{a0}");
            assert!(page.contains(&place), "{place} in {page}");
        }
    }
    let json = stdout(&project, "export content/a.yaml --to json");
    assert!(json.contains("\"page\""), "{json}");
    assert!(json.contains("\"number\": 2"), "{json}");
}

#[test]
fn a_quote_in_an_archive_is_in_its_record() {
    let page = |address: &str, words: &str| {
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{words}");
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n\
             WARC-Date: 2026-11-20T06:00:00Z\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    };
    let archive = page(
        "https://news.example/a",
        "We will begin the works in the spring.",
    ) + &page(
        "https://news.example/b",
        "The bridge is closed, the council said.",
    );
    let quotes = ["text: The bridge is closed"];
    let project = project(&quotes, "nbc.warc", archive.as_bytes());
    project.run(VERIFY).code(0).stdout_eq(str![[r#"
Q1 no-us-troops: exact in nbc.warc (https://news.example/b, 2026-11-20T06:00:00Z), 0 to 20

"#]]);
    let lock = project.read("content/a.evidence.yaml");
    assert!(
        lock.contains("      address: https://news.example/b\n"),
        "{lock}"
    );
    project.run("check").code(0);
}
