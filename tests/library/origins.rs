//! What briefs rest on, as every form says it.

use brief::Locales;
use brief::analysis::Edition;
use brief::diagnostics::Diagnostic;
use brief::export;
use brief::page::Page;
use serde_json::Value;

const HEAD: &str = "\
format: 1
topic: Harbour
title: The harbour is to be widened
lang: en
as_of: 2025-06-20
edition: 1
";

/// Ties lead from each voice and each paper to the next: they are not one origin for that.
const CHAIN_OF_TIES: &str = r#"
bottom_line: "It is so, they say [@c1; @c2; @c3; @c4]."
voices:
  police: { group: City police }
  lawyer: { name: Lou Dunn }
  post: { outlet: b-paper }
sources:
  a-radio: { type: broadcast, publisher: A Radio }
  b-paper: { type: article-newspaper, publisher: B Paper }
claims:
  - { id: c1, says: The bridge is closed., voice: police, in: a-radio, said: {} }
  - { id: c2, says: The bridge is open., voice: police, in: b-paper, said: {} }
  - { id: c3, says: The city is liable., voice: lawyer, in: b-paper, said: {} }
  - { id: c4, says: Nobody answered our calls., voice: post, in: b-paper, said: {} }
"#;

/// One paper draws on another; both were read.
const DRAWN: &str = r#"
bottom_line: "It is so, they say [@c]."
voices:
  y: { name: Yan Frank }
  z: { name: Zoe Hall }
sources:
  first: { type: article-newspaper, publisher: First Paper }
  second: { type: article-newspaper, publisher: Second Paper, draws_on: first }
claims:
  - { id: c, says: It is disturbing., voice: y, in: [first, second], said: {} }
"#;

fn edition(body: &str) -> Edition {
    let checked = brief::Input::new(&format!("{HEAD}{body}")).check();
    let found: Vec<&str> = checked.diagnostics.iter().map(Diagnostic::code).collect();
    let brief = checked.brief.unwrap_or_else(|| panic!("{found:?}"));
    assert!(!found.contains(&"shared-roots"), "{found:?}");
    Edition::of(brief)
}

fn text(body: &str) -> String {
    export::origins(&edition(body), &Locales::default())
}

fn json(body: &str) -> Value {
    serde_json::from_str(&export::json(&edition(body))).unwrap()
}

fn names(json: &Value) -> Vec<&str> {
    let origins = json["origins"].as_array().unwrap().iter();
    origins
        .map(|origin| origin["name"].as_str().unwrap())
        .collect()
}

#[test]
fn a_lawyer_who_never_spoke_to_the_radio_does_not_rest_on_it() {
    let json = json(CHAIN_OF_TIES);
    assert_eq!(names(&json), ["City police", "B Paper"]);
    let claims = json["claims"].as_array().unwrap().iter();
    let origins: Vec<String> = claims.map(|claim| claim["origins"].to_string()).collect();
    assert_eq!(
        origins,
        [r#"[["V1"]]"#, r#"[["V1"]]"#, r#"[["V2"]]"#, r#"[["S2"]]"#]
    );
    let text = text(CHAIN_OF_TIES);
    assert!(text.contains("Four claims, two distinct origins, 4 resting on one alone"));
    let (_, third) = text.split_once("\nC3 ").unwrap();
    let (third, fourth) = third.split_once("\nC4 ").unwrap();
    assert!(
        third.contains("origins     Lou Dunn (among those of all claims: O2)\n"),
        "{third}"
    );
    assert!(fourth.contains("origins     B Paper\n"), "{fourth}");
}

#[test]
fn what_draws_on_another_is_a_relay_of_it_and_the_chain_has_that_direction() {
    let text = text(DRAWN);
    for line in [
        "Yan Frank → First Paper → this brief",
        "Yan Frank → First Paper → Second Paper → this brief",
        "retellings  second-hand (retellings: 1)",
        "origins     Yan Frank\n",
        "reports     First Paper (read)\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(!text.contains("Second Paper → First Paper"));
    let edition = edition(DRAWN);
    let page = Page::new(&edition).render().unwrap();
    let page = words(&page);
    assert!(
        page.contains("Yan Frank (on record) → First Paper"),
        "{page}"
    );
    assert!(page.contains("Yan Frank (on record) → First Paper → Second Paper"));
    let data = export::json_ld(&edition);
    let data: Value = serde_json::from_str(&data).unwrap();
    let nodes = data["@graph"].as_array().unwrap().iter();
    let claim = nodes.clone().find(|node| node["@type"] == "Claim").unwrap();
    assert_eq!(claim["firstAppearance"].to_string(), r#"[{"@id":"_:S1"}]"#);
    assert_eq!(claim["appearance"].to_string(), r#"[{"@id":"_:S2"}]"#);
    let second = nodes.clone().find(|node| node["@id"] == "_:S2").unwrap();
    assert_eq!(second["isBasedOn"].to_string(), r#"[{"@id":"_:S1"}]"#);
}

/// Returns the chains and the names of the origins of a claim of both voices.
fn of_both(attribution: &str) -> (Vec<String>, usize) {
    let json = json(&DRAWN.replace("voice: y, in: [first, second]", attribution));
    let claim = &json["claims"][0];
    let chains = claim["chains"].as_array().unwrap().iter();
    let chains = chains.map(|chain| {
        chain
            .as_str()
            .unwrap()
            .replace("Yan Frank and Zoe Hall → ", "")
    });
    (chains.collect(), claim["origins"].as_array().unwrap().len())
}

#[test]
fn a_relay_counts_where_it_found_out_itself() {
    let cases: &[(&str, &[&str], usize)] = &[
        (
            "[first, second]",
            &["First Paper", "First Paper → Second Paper"],
            1,
        ),
        (
            "[first, second], found_out_by: second",
            &["First Paper", "Second Paper"],
            2,
        ),
        ("second", &["First Paper → Second Paper"], 1),
        ("second, found_out_by: second", &["Second Paper"], 1),
        ("first", &["First Paper"], 1),
    ];
    for (sources, chains, origins) in cases {
        let found = of_both(&format!("voice: [y, z], in: {sources}"));
        assert_eq!(found.0, *chains, "{sources}");
        assert_eq!(found.1, *origins, "{sources}");
    }
}

#[test]
fn the_ukraine_brief_has_four_origins() {
    let text = include_str!("../../content/ukraine-security-guarantees.yaml");
    let edition = Edition::of(brief::Input::new(text).check().brief.unwrap());
    let json: Value = serde_json::from_str(&export::json(&edition)).unwrap();
    let mut names = names(&json);
    names.sort_unstable();
    assert_eq!(
        names,
        ["European leaders", "NBC News", "Newsmax", "Zelenskyy"]
    );
}

/// A work cannot carry what was said after it was out.
#[test]
fn a_work_from_before_a_statement_is_no_first_report_of_it() {
    let with = |issued: &str, said: &str| {
        let body = format!(
            r#"
bottom_line: "It is so, Ann Bell says [@c]."
voices: {{ a: {{ name: Ann Bell }} }}
sources:
  pre: {{ type: article, title: Preprint, author: [Ann Bell], issued: {issued} }}
  star: {{ type: article-newspaper, publisher: Star, draws_on: pre, issued: {{ date: 2025-06-18 }} }}
claims:
  - {{ id: c, says: It is so., voice: a, in: star, said: {said} }}
"#
        );
        json(&body)["claims"][0]["chains"][0]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let late = "{ date: 2025-06-17 }";
    assert_eq!(with("{ date: 2025-06-16 }", late), "Ann Bell → Star");
    assert_eq!(with("{ date: 2025-05 }", late), "Ann Bell → Star");
    for (issued, said) in [
        ("{ date: 2025-06-17 }", late),
        ("{ date: 2025-06 }", late),
        ("{ date: 2025-06-16~ }", late),
        ("{ date: 2025-06-16, as_given: Monday }", late),
        ("{}", late),
        ("{ date: 2025-06-16 }", "{}"),
        (
            "{ date: 2025-06-16 }",
            "{ date: 2025-06-17, as_given: Tuesday }",
        ),
    ] {
        assert_eq!(
            with(issued, said),
            "Ann Bell → Preprint → Star",
            "{issued} {said}"
        );
    }
}

/// A chain within a line does not begin it.
#[test]
fn only_the_first_chain_of_a_line_begins_with_a_capital() {
    let body = r#"
bottom_line: "It is so, they say [@c]."
voices:
  official: { anonymous: 1, described_as: an official }
  paper: { outlet: p }
sources:
  p: { type: article-newspaper, publisher: iPaper }
  q: { type: article-newspaper, publisher: The Mail }
claims:
  - { id: c, says: It is so., voice: [official, paper], in: [p, q], said: {} }
"#;
    let markdown = export::markdown(&edition(body), &Locales::default());
    assert!(
        markdown.contains("; also an official → The Mail"),
        "{markdown}"
    );
    assert!(!markdown.contains("also An"), "{markdown}");
    let page = text(body);
    assert!(!page.contains("and own statement"), "{page}");
}

/// A cell has the sentence that introduces a table, and no run of its cells.
#[test]
fn a_cell_without_a_position_quotes_no_table() {
    let body = r#"
bottom_line: "It is so, Ann Bell says [@c]."
voices: { a: { name: Ann Bell } }
sources: { p: { type: article-newspaper, publisher: Paper } }
issues: { i: { name: It } }
claims:
  - id: c
    says: |
      Cases rose in two districts.

      | district | cases |
      | --- | --- |
      | North | 30 |
    voice: a
    in: p
    said: {}
    about: i
"#;
    let markdown = export::markdown(&edition(body), &Locales::default());
    let row = markdown
        .lines()
        .find(|line| line.starts_with("| Ann Bell |"));
    let row = row.unwrap();
    assert!(row.contains("Cases rose in two districts. (C1)"), "{row}");
}

/// Returns the words of a page without its marks, parted by single spaces.
fn words(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1;
    let pieces = body.split('<').map(|piece| match piece.split_once('>') {
        Some((_, text)) => text,
        None => piece,
    });
    let words: String = pieces.collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A radio that was not read, and an agency that draws on it but was told something itself.
#[test]
fn what_a_relay_was_told_itself_begins_with_it() {
    let text = text(
        r#"
bottom_line: "It is so, he says [@own; @drawn]."
voices:
  official: { name: Bo Frank }
sources:
  radio: { type: broadcast, publisher: Radio Karst, through: wire }
  wire: { type: article, publisher: The Agency, draws_on: radio }
claims:
  - { id: own, says: Nobody signed., voice: official, in: wire, told_to: Agency, said: {} }
  - { id: drawn, says: It is signed., voice: official, in: wire, told_to: a friend, said: {} }
  - { id: both, says: It may be., voice: official, in: [radio, wire], said: {} }
"#,
    );
    let (_, own) = text.split_once("\nC1 ").unwrap();
    let (own, rest) = own.split_once("\nC2 ").unwrap();
    let (drawn, both) = rest.split_once("\nC3 ").unwrap();
    assert!(own.contains("Bo Frank → The Agency → this brief"), "{own}");
    assert!(!own.contains("Karst"), "{own}");
    assert!(drawn.contains("Bo Frank → Radio Karst → The Agency → this brief"));
    assert!(!both.contains("one of"), "{both}");
}

/// Sources of one name are told apart by their labels, in every form, and only where both stand.
#[test]
fn chains_that_read_alike_have_labels() {
    let body = r#"
bottom_line: "It is so, he says [@both]."
voices:
  official: { name: Bo Frank }
sources:
  first: { type: article, publisher: The Herald }
  second: { type: article, publisher: The Herald }
claims:
  - { id: both, says: It may be., voice: official, in: [first, second], said: {} }
  - { id: alone, says: It is., voice: official, in: second, said: {} }
"#;
    let text = text(body);
    let (both, alone) = text.split_once("\nC2 ").unwrap();
    assert!(
        both.contains("Bo Frank → The Herald (S1) → this brief"),
        "{both}"
    );
    assert!(
        both.contains("Bo Frank → The Herald (S2) → this brief"),
        "{both}"
    );
    assert!(
        alone.contains("Bo Frank → The Herald → this brief"),
        "{alone}"
    );
    let page = words(&Page::new(&edition(body)).render().unwrap());
    assert!(
        page.contains("The Herald (S1)") && page.contains("The Herald (S2)"),
        "{page}"
    );
}

/// What a group publishes is its document where members of it signed, and no other's.
#[test]
fn what_members_wrote_and_their_group_published_is_its_own() {
    let json = json(
        r#"
bottom_line: "It is so, they say [@own; @other]."
voices:
  institute: { group: Institute, members: [Lee Hall] }
sources:
  own: { type: report, title: Own, publisher: Institute, author: [Lee Hall] }
  other: { type: report, title: Other, publisher: Institute, author: [Ann Guest] }
  elsewhere: { type: report, title: Elsewhere, publisher: Nature, author: [Lee Hall] }
claims:
  - { id: own, says: It may be., voice: institute, in: own, said: {} }
  - { id: other, says: It is., voice: institute, in: other, said: {} }
  - { id: third, says: It was., voice: institute, in: elsewhere, said: {} }
"#,
    );
    let claims = json["claims"].as_array().unwrap().iter();
    let records: Vec<String> = claims.map(|claim| claim["record"].to_string()).collect();
    assert_eq!(
        records,
        [r#"["document"]"#, r#"["on-record"]"#, r#"["on-record"]"#]
    );
}
