//! The chains that the page draws: what they say is true, however long or many they are.

use brief::Input;
use brief::analysis::Edition;
use brief::page::Page;

const HEAD: &str = "\
format: 1
topic: Port
lang: en
as_of: 2025-06-30
edition: 1
title: The port is open [@a]
bottom_line: It is open, they say [@a; @b].
voices:
  ann: { name: Ann Bell }
  aide: { anonymous: 1, described_as: an aide, reason: not stated }
  desk: { writer: the desk }
";

/// Returns the body of the page of a brief.
fn body(rest: &str) -> String {
    let checked = Input::new(&format!("{HEAD}{rest}")).check();
    let brief = checked
        .brief
        .unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let page = Page::new(&Edition::of(brief)).render().unwrap();
    let (_, body) = page.split_once("<body>").unwrap();
    body.to_owned()
}

/// Returns the first chain beside the claims.
fn first_chain(body: &str) -> &str {
    let (_, claims) = body.split_once("<div class=\"run\">").unwrap();
    claims.split_once("</div>").unwrap().0
}

/// Returns what stands beside the bottom line.
fn beside(body: &str) -> &str {
    let (_, beside) = body.split_once("<div class=\"beside\">").unwrap();
    beside.split_once("</section>").unwrap().0
}

/// A paper, known through one more, and so on.
fn relayed(papers: usize) -> String {
    let mut sources = String::from("sources:\n");
    for at in 0..papers {
        let through = if at + 1 < papers {
            format!(", through: [p{}]", at + 1)
        } else {
            String::new()
        };
        sources += &format!("  p{at}: {{ type: report, title: Paper {at}{through} }}\n");
    }
    sources
}

/// Of the sources that are taken together, nobody says whether they were read.
#[test]
fn what_is_taken_together_has_no_dot() {
    let claims = "\
claims:
  - { id: a, says: It is open., voice: ann, in: p0, said: {} }
  - { id: b, says: It is wide open., voice: ann, in: p0, said: {} }
";
    let body = body(&format!("{}{claims}", relayed(9)));
    let chain = first_chain(&body);
    assert!(chain.contains("four more sources"), "{chain}");
    assert_eq!(chain.matches("<circle").count(), 5, "{chain}");
    assert_eq!(chain.matches("(not read)").count(), 4, "{chain}");
}

/// A chain that two claims share is one more chain, and not two.
#[test]
fn chains_of_a_sentence_are_counted_once() {
    let mut rest = String::from("sources:\n");
    for at in 0..5 {
        rest += &format!("  p{at}: {{ type: report, title: Paper {at} }}\n");
    }
    rest += "\
claims:
  - { id: a, says: It is open., voice: ann, in: [p0, p1, p2, p3, p4], said: {} }
  - { id: b, says: It is wide open., voice: ann, in: [p0, p1, p2, p3, p4], said: {} }
";
    let body = body(&rest);
    let beside = beside(&body);
    assert!(
        beside.contains(">and 2 more chains; one origin<"),
        "{beside}"
    );
}

/// Where not all chains are listed, their number is not known to differ from that of another claim.
#[test]
fn chains_that_are_not_listed_are_not_counted() {
    let mut rest = String::from("sources:\n  p: { type: report, title: Paper, through: [");
    rest += &(0..12)
        .map(|at| format!("r{at}"))
        .collect::<Vec<_>>()
        .join(", ");
    rest += "] }\n";
    for at in 0..12 {
        rest += &format!("  r{at}: {{ type: report, title: Relay {at} }}\n");
    }
    rest += "\
claims:
  - { id: a, says: It is open., voice: ann, in: p, said: {} }
  - { id: b, says: It is wide open., voice: ann, in: p, said: {} }
";
    let body = body(&rest);
    let beside = beside(&body);
    assert!(
        beside.contains(">and more than 5 more chains; one origin<"),
        "{beside}"
    );
}

/// The line beside the headline is that of the weakest record, not of the last in a list.
#[test]
fn the_headline_has_the_line_of_its_weakest_record() {
    let sources = "\
sources:
  paper: { type: report, title: Paper }
  letter: { type: document, author: [Ann Bell], title: Letter }
";
    for (a, b, mark) in [
        ("aide, in: paper", "ann, in: letter", "anonymous"),
        ("ann, in: letter", "ann, in: paper", "on-record"),
        ("ann, in: letter", "ann, in: letter", "document"),
    ] {
        let claims = format!(
            "claims:\n  - {{ id: a, says: It is open., voice: {a}, said: {{}} }}\n  \
             - {{ id: b, says: It is wide., voice: {b}, said: {{}} }}\n"
        );
        let rest = format!("{sources}{claims}");
        let text = format!("{HEAD}{rest}").replace("[@a]\n", "[@a; @b]\n");
        let brief = Input::new(&text).check().brief.unwrap();
        let page = Page::new(&Edition::of(brief)).render().unwrap();
        let wanted = format!("<p class=\"strength {mark}\"");
        assert!(page.contains(&wanted), "{a} {b}: {mark}");
    }
    let judged = "\
claims:
  - { id: a, says: It will stay open., voice: desk, rests_on: b }
  - { id: b, says: It is wide., voice: aide, in: paper, said: {} }
";
    let body = body(&format!("{sources}{judged}"));
    assert!(body.contains("<p class=\"strength anonymous\""), "{body}");
}

/// On small screens, where cells stand below each other, what a row does not say is told too.
#[test]
fn silence_is_told_where_cells_are_not_hatched() {
    let rest = "\
issues:
  open: { name: Opening }
  pay: { name: Payment }
sources:
  paper: { type: report, title: Paper }
claims:
  - { id: a, says: It is open., voice: ann, in: paper, about: open, said: {} }
  - { id: b, says: It is wide., voice: ann, in: paper, said: {} }
";
    let body = body(rest);
    assert!(
        body.contains("<span class=\"silent\">No claim of this brief on Payment.</span>"),
        "{body}"
    );
}

const DIGEST: &str = "\
sources:
  digest: { type: article-newspaper, publisher: Digest, draws_on: [wire, radio] }
  wire: { type: article-newspaper, publisher: Port Wire, through: [digest] }
  radio: { type: broadcast, publisher: Radio Port, through: [digest] }
claims:
  - { id: a, says: The gates leak., voice: ann, in: digest, said: {} }
  - { id: b, says: The gates are old., voice: ann, in: digest, said: {} }
";

/// A digest draws on two, and nobody knows which of them had it: that is one chain, not two.
#[test]
fn one_of_several_reports_is_one_chain() {
    let body = body(DIGEST);
    let chain = first_chain(&body);
    assert!(
        !chain.contains("</svg>") || chain.matches("</svg>").count() == 1,
        "{chain}"
    );
    assert!(chain.contains("one of "), "{chain}");
    let beside = beside(&body);
    assert_eq!(beside.matches("class=\"chain").count(), 1, "{beside}");
    assert!(
        beside.contains("one of Port Wire and Radio Port<span"),
        "{beside}"
    );
    assert!(beside.contains("class=\"not-read\""), "{beside}");
}
