//! `brief coverage`: what of its sources the claims of a brief rest on.

use crate::golden::assert_golden;
use crate::project::{Project, SOUND};

const COVERAGE: &str = "coverage content/ferry.yaml --snapshots snapshots";

fn project() -> Project {
    let fixtures = [
        include_str!("../fixtures/coverage/ferry.yaml"),
        include_str!("../fixtures/coverage/ferry.txt"),
        include_str!("../fixtures/coverage/visnyk.html"),
    ];
    Project::new()
        .file("content/ferry.yaml", fixtures[0])
        .file("snapshots/gazette.txt", fixtures[1])
        .file("snapshots/visnyk.html", fixtures[2])
}

fn out(project: &Project, arguments: &str) -> String {
    let run = project.run(&format!("{COVERAGE} {arguments}"));
    String::from_utf8_lossy(&run.get_output().stdout).into_owned()
}

#[test]
fn it_is_shown_as_reviewed() {
    let project = project();
    for (arguments, name) in [
        ("", "ferry.txt"),
        ("--color always", "ferry.coloured.txt"),
        ("--format html", "ferry.html"),
        ("--format json", "ferry.json"),
    ] {
        assert_golden(
            &format!("tests/golden/coverage/{name}"),
            &out(&project, arguments),
        );
    }
}

#[test]
fn the_page_for_the_desk_asks_for_nothing_and_runs_nothing() {
    let hostile = "<script>alert(1)</script> & <img src=x onerror=alert(2)> are what it said, “\u{202E}so\u{202C}”.\n";
    let project = Project::new()
        .file("content/ferry.yaml", SOUND)
        .file("snapshots/nbc.txt", hostile);
    let html = out(&project, "--format html");
    assert!(
        html.contains("default-src &#39;none&#39;; style-src &#39;sha256-"),
        "{html}"
    );
    assert!(html.contains("not to be published"), "{html}");
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img"),
        "{html}"
    );
    for risk in [
        "<script", "<img", "<link", "href=", "http:", "https:", "\u{202E}",
    ] {
        assert!(!html.contains(risk), "{risk}: {html}");
    }
}

#[test]
fn a_minimum_is_held() {
    let project = project();
    let told = |arguments: &str, code: i32| {
        let run = project.run(&format!("{COVERAGE} {arguments}")).code(code);
        String::from_utf8_lossy(&run.get_output().stderr).into_owned()
    };
    // The radio has no snapshot: what is not known is not taken for covered.
    assert!(told("--min 0", 1).contains("nothing is known"));
    assert_eq!(told("--min 30 --source gazette --source visnyk", 0), "");
    let few = told("--min 99 --source gazette", 1);
    assert!(few.contains("99 % are asked for"), "{few}");
    assert!(told("--min 101", 2).contains("101"));
    assert!(told("--source newspaper", 2).contains("name one of gazette, visnyk, radio"));
    told("", 0);
}

#[test]
fn it_is_written_to_a_file_but_not_among_the_snapshots() {
    let project = project();
    project
        .run(&format!("{COVERAGE} --format html -o coverage.html"))
        .code(0);
    assert_eq!(
        project.read("coverage.html"),
        out(&project, "--format html")
    );
    let refused = project
        .run(&format!("{COVERAGE} -o snapshots/radio.txt"))
        .code(2);
    let told = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(told.contains("would stand among the snapshots"), "{told}");
}

#[test]
fn each_snapshot_of_a_source_is_told_and_what_cannot_be_read_too() {
    let project = project()
        .file(
            "snapshots/gazette.md",
            "Nobody will pay more than before. It rained.\n",
        )
        .file("snapshots/radio.pdf", "%PDF-1.7\n");
    let text = out(&project, "");
    assert!(
        text.contains("gazette, gazette.md: 1 of 2 sentences, 50 %"),
        "{text}"
    );
    assert!(text.contains("gazette, gazette.txt: "), "{text}");
    assert!(
        text.contains("radio: not known, and not counted: radio.pdf: the snapshot is a PDF"),
        "{text}"
    );
}

#[test]
fn borrowed_words_are_told_by_verify_and_then_by_check() {
    let says = "The new pier cost 4.2 million crowns, of which the island paid a tenth, and";
    let project = project();
    let verify = "verify content/ferry.yaml --snapshots snapshots --day 2031-02-05";
    let run = project.run(verify).code(1);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    let words = says.strip_suffix(", and").unwrap();
    assert!(
        told.contains(&format!("cost: “{words}” is the wording of gazette")),
        "{told}"
    );
    let check = |project: &Project| {
        let run = project.run("check content/ferry.yaml");
        String::from_utf8_lossy(&run.get_output().stderr).into_owned()
    };
    assert!(check(&project).contains("warning[borrowed-words]"));
    let brief = project.read("content/ferry.yaml");
    let silenced = brief.replace(
        "    passage: The new pier cost",
        "    allow: [{ rule: borrowed-words, reason: figures }]\n    passage: The new pier cost",
    );
    let project = project.file("content/ferry.yaml", silenced);
    let told = check(&project);
    assert!(
        !told.contains("borrowed-words") && !told.contains("unused-allow"),
        "{told}"
    );
    // Said in other words, it is nobody's but the writer's.
    let project = project.file(
        "content/ferry.yaml",
        brief.replace("of which the island paid", "the island paid"),
    );
    assert!(!check(&project).contains("borrowed-words"));
}
