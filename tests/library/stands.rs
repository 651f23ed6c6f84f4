//! Who stands where: sets of positions that are right or wrong together, and what every form says of
//! a brief in which voices change, keep silent, are spoken for, and have claims without a position.

use brief::analysis::Edition;
use brief::diagnostics::Diagnostic;
use brief::page::Page;
use brief::{Diff, Input, Locales, export};

use crate::{golden, parts};

const INPUT: &str = include_str!("../fixtures/stands.yaml");

const HEAD: &str = "\
format: 1
topic: Port
title: The port is to be widened, Ann Bell says [@may]
lang: en
as_of: 2025-06-30
edition: 1
bottom_line: 'It is so, Ann Bell says [@may].'
voices:
  ann: { name: Ann Bell }
  ministry: { group: Ministry of Works }
  jo: { name: Jo Lee, speaks_for: ministry }
  kim: { anonymous: 1, described_as: an aide of Jo Lee, reason: not given, speaks_for: jo }
  paper: { outlet: paper }
sources:
  paper: { type: article-newspaper, publisher: The Paper, issued: { date: 2025-06-30 } }
claims:
  - { id: may, says: She is for it., voice: ann, in: paper, said: { date: 2025-05-19 }, about: port }
  - { id: june, says: She is against it., voice: ann, in: paper, said: { date: 2025-06-19 }, about: port }
  - { id: some-day, says: She is for it., voice: ann, in: paper, said: {}, about: port }
  - { id: about-june, says: She is for it., voice: ann, in: paper, said: { date: 2025-06~ }, about: port }
  - { id: asked, says: She did not answer., voice: paper, in: paper, said: { date: 2025-05-19 }, about: port }
  - { id: jo-may, says: The ministry is for it., voice: jo, in: paper, said: { date: 2025-05-19 }, about: port }
  - { id: ministry-june, says: It is against it., voice: ministry, in: paper, said: { date: 2025-06-19 }, about: port }
  - { id: kim-july, says: It is open., voice: kim, in: paper, said: { date: 2025-07 }, about: port }
  - { id: both, says: It is so., voice: [ann, ministry], in: paper, said: { date: 2025-06-20 }, about: [port, quay] }
allow:
  - { rule: claim-without-position, reason: not what is tested }
issues:
  port: { name: The port }
  quay: { name: The quay }
positions:
";

/// Sets of positions that are right together, each as `voice issue [date] stance claims`.
const RIGHT: &[&str] = &[
    "ann port supports may",
    "ann port supports may,june",
    "ann port supports some-day",
    "ann port 2025~ supports about-june",
    "ann port opposes june; ann quay supports both",
    "ann port opposes june; ministry port supports jo-may",
    "ann port supports may; ann port opposes june",
    "ann port opposes june; ann port supports may",
    "ann port supports may; ann port opposes june; ann port conditional both",
    "ann port declined may; ann port denies june",
    "ann port does-not-know may; ann port says-so june",
    "ann port undecided may; ann port supports june",
    "ann port no-position may; ann port supports june",
    "ann port 2025-05-19 no-reply asked; ann port 2025-06-19 denies june",
    "ann port 2025-05-19 no-reply asked; ann port denies june",
    "ann port 2024 supports some-day; ann port opposes may",
    "ann port 2025-05 supports some-day; ann port opposes june",
    "ann port ../2025-06-18 supports some-day; ann port opposes june",
    "ann port 2025-05-01/2025-05-31 supports some-day; ann port opposes june",
    "ann port opposes june; ann port 2025-06-20/.. supports both",
    "ann port 2025-06-18 supports june; ann port 2025-06-19 opposes june",
    "ann port 2025-06-19T09:00Z supports june; ann port 2025-06-19T18:00Z opposes june",
    "ann port 2025-06-19T23:30Z supports june; ann port 2025-06-20T01:00+02:00 opposes june",
    "ann port 2025-03 supports may; ann port 2025-04 opposes may; ann port supports june",
    "ann port 2023 supports may; ann port 2024 opposes may; ann port 2025 supports may",
    "ann port 2025-05-19 supports may,june; ann port opposes june",
    "ministry port supports jo-may; ministry port opposes ministry-june",
    "jo port supports jo-may; ministry port opposes ministry-june",
    "jo port supports jo-may; kim port undecided kim-july",
    "ministry port supports jo-may; ministry port undecided kim-july",
    "ministry port opposes ministry-june; ann port supports may; ann port opposes june",
    "jo port supports jo-may; jo quay supports both",
    "ann port supports about-june; ann port opposes may",
    "ann port 2025-05~ supports may; ann port opposes june",
    "ann port 2025-05? supports may; ann port opposes june",
    "ann port opposes june; ann port 2025-05-19% supports may",
    "ann port 2024~ supports may; ann port opposes june",
    "ann port 2025-05-01/2025-05-31? supports may; ann port opposes june",
    "ann port 2025-06-19~ supports june; ann port 2025-06-20? opposes june",
];

/// Sets that are not, and how often: a date is missing, or the dates do not say which is the later.
const UNDATED: &[(&str, usize)] = &[
    ("ann port supports some-day; ann port opposes june", 1),
    ("ann port opposes june; ann port supports some-day", 1),
    ("ann port supports some-day; ann port opposes some-day", 1),
    (
        "ann port supports some-day; ann port opposes some-day; ann port declined june",
        1,
    ),
    ("ann port no-reply asked; ann port denies june", 1),
    ("ann port supports may,june; ann port opposes both", 1),
    ("ministry port supports may; jo port opposes jo-may", 1),
    (
        "ann port supports some-day; ann port opposes some-day; ann port declined some-day",
        2,
    ),
    (
        "ann port 2025-05-19 declined some-day; ann port supports some-day",
        1,
    ),
    (
        "jo port supports some-day; ministry port opposes ministry-june",
        1,
    ),
    ("kim port undecided asked; jo port supports jo-may", 1),
    (
        "ann port no-reply asked; ann port declined asked; ann port supports may",
        1,
    ),
];

/// As [`UNDATED`], of the dates that are given.
const UNORDERED: &[(&str, usize)] = &[
    (
        "ann port 2025-06-19 supports june; ann port 2025-06-19T18:00+02:00 opposes june",
        1,
    ),
    ("ann port supports may; ann port opposes may", 1),
    ("ann port supports may; ann port supports may", 1),
    (
        "ann port 2025-06-19 supports may; ann port 2025-06-19 opposes june",
        1,
    ),
    (
        "ann port 2025-06 supports some-day; ann port opposes june",
        1,
    ),
    ("ann port 2025 supports some-day; ann port opposes june", 1),
    (
        "ann port 2025-05-01/2025-06-19 supports may; ann port opposes june",
        1,
    ),
    (
        "ann port /2025-06-18 supports may; ann port opposes june",
        1,
    ),
    (
        "jo port supports jo-may; ministry port 2025-05-19 opposes ministry-june",
        1,
    ),
    (
        "kim port supports kim-july; ministry port 2025-07-01 opposes ministry-june",
        1,
    ),
    ("ann port 2025-06~ supports june; ann port opposes june", 1),
    (
        "ann port 2025-06-19? supports may; ann port opposes june",
        1,
    ),
    ("ann port 202X supports may; ann port opposes june", 1),
    ("ann port 2025-XX supports may; ann port opposes june", 1),
    ("ann port 2025-21 supports may; ann port opposes june", 1),
    ("ann port 2025-06-XX supports may; ann port opposes june", 1),
    (
        "ann port ../2025-06-19 supports may; ann port opposes june",
        1,
    ),
    (
        "ann port 2025-06-19/.. supports both; ann port opposes june",
        1,
    ),
    (
        "ann port 2025-06-20/ supports both; ann port opposes june",
        1,
    ),
    (
        "ann port 2025-06-19T09:00 supports june; ann port 2025-06-19T18:00Z opposes june",
        1,
    ),
    (
        "ann port 2025-06-19T09:00Z supports june; ann port 2025-06-19T11:00+02:00 opposes june",
        1,
    ),
    (
        "ann quay 2025-06-20 supports both; ann quay opposes both",
        1,
    ),
    (
        "ann port supports may; ann port opposes may; ann port conditional may",
        2,
    ),
];

/// How many sets of each outcome there are at least.
const FEWEST: usize = 30;

fn positions(set: &str) -> String {
    let mut text = String::new();
    for position in set.split("; ") {
        let mut words: Vec<&str> = position.split(' ').collect();
        let (claims, stance) = (words.pop().unwrap(), words.pop().unwrap());
        let date = words.get(2).map(|date| format!(", date: \"{date}\""));
        text += &format!(
            "  - {{ of: {}, \"on\": {}{}, stance: {stance}, in_short: so, claims: [{claims}] }}\n",
            words[0],
            words[1],
            date.unwrap_or_default()
        );
    }
    text
}

#[test]
fn several_positions_stand_where_their_dates_say_which_is_the_latest() {
    assert!(RIGHT.len() >= FEWEST, "{}", RIGHT.len());
    let wrong = UNDATED.len() + UNORDERED.len();
    assert!(wrong >= FEWEST, "{wrong}");
    let right = RIGHT.iter().map(|set| (*set, "", 0));
    let undated = UNDATED
        .iter()
        .map(|(set, times)| (*set, "duplicate-position", *times));
    let unordered = UNORDERED
        .iter()
        .map(|(set, times)| (*set, "unordered-positions", *times));
    for (set, code, times) in right.chain(undated).chain(unordered) {
        let text = format!("{HEAD}{}", positions(set));
        let checked = Input::new(text.as_bytes()).check();
        let codes = checked.diagnostics.iter().map(Diagnostic::code);
        let codes: Vec<&str> = codes.collect();
        assert_eq!(
            codes,
            vec![code; times],
            "{set}: {:#?}",
            checked.diagnostics
        );
        assert_eq!(
            checked.brief.is_some(),
            code != "duplicate-position",
            "{set}"
        );
    }
}

/// Where dates do not say which is the later, the order is that of the file, and no form says more.
#[test]
fn no_order_is_told_that_is_not_known() {
    let set =
        "ann port 2025-06 supports june; ann port 2025-06-19 opposes june; ann port supports may";
    let allow = ", allow: [{ rule: unordered-positions, reason: both in June }] }\n  - { of: ann, \"on\": port, stance: supports";
    let positions = positions(set).replacen(
        " }\n  - { of: ann, \"on\": port, stance: supports",
        allow,
        1,
    );
    let checked = Input::new(&format!("{HEAD}{positions}")).check();
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    let edition = Edition::of(checked.brief.unwrap());
    let markdown = export::markdown(&edition, &Locales::default()).replace('\u{a0}', " ");
    let row = markdown.lines().find(|line| line.contains("earlier, "));
    let told = "**against** · so (C2; 19 June); **for** · so (C2; June 2025); earlier, 19 May: **for** · so (C1)";
    let row = row.expect("her row");
    assert!(row.contains(told), "{row}");
    let json: serde_json::Value = serde_json::from_str(&export::json(&edition)).unwrap();
    let stands = json["positions"].as_array().unwrap().iter();
    let stands: Vec<bool> = stands.map(|one| one["stands"].as_bool().unwrap()).collect();
    assert_eq!(stands, [true, true, false]);
}

/// A cell is a narrow column, and a selection of the claims would stand for the voice.
#[test]
fn of_claims_that_overfill_a_cell_it_has_the_labels_alone() {
    let says = "She is for it since";
    let told = |words: [usize; 2]| {
        let mut text = HEAD.replace("positions:\n", "");
        for (old, words) in ["She is against it.", "She is for it."].iter().zip(words) {
            text = text.replacen(old, &format!("{says}{}.", " work".repeat(words - 5)), 1);
        }
        let checked = Input::new(&text).check();
        let edition = Edition::of(checked.brief.expect("sound"));
        let markdown = export::markdown(&edition, &Locales::default());
        let row = markdown
            .lines()
            .find(|line| line.starts_with("| Ann Bell |"));
        row.expect("her row").replace('\u{a0}', " ")
    };
    // With two of four words and one of three.
    for words in [[6, 7], [5, 8]] {
        let row = told(words);
        assert!(row.contains("since work"), "{row}");
    }
    for words in [[6, 8], [200, 5]] {
        let row = told(words);
        assert!(
            row.contains("C1, C2, C3, C4, C9") && !row.contains("work"),
            "{row}"
        );
    }
}

fn edition() -> Edition {
    let checked = Input::new(INPUT.as_bytes()).check();
    let codes: Vec<&str> = checked.diagnostics.iter().map(Diagnostic::code).collect();
    assert_eq!(codes, [""; 0], "{:#?}", checked.diagnostics);
    Edition::of(checked.brief.unwrap())
}

#[test]
fn the_table_is_as_reviewed_in_every_form() {
    let (edition, locales) = (edition(), Locales::default());
    let page = Page::new(&edition).render().unwrap();
    let html = &page[parts::section(&page, "positions")];
    golden::assert_golden("tests/golden/stands/positions.html", html);
    let markdown = export::markdown(&edition, &locales);
    let table: Vec<&str> = markdown
        .lines()
        .filter(|line| line.starts_with('|'))
        .collect();
    golden::assert_golden(
        "tests/golden/stands/positions.md",
        &(table.join("\n") + "\n"),
    );
    let json: serde_json::Value = serde_json::from_str(&export::json(&edition)).unwrap();
    let cells = serde_json::json!({
        "positions": json["positions"],
        "without_position": json["without_position"],
        "beside_positions": json["beside_positions"],
    });
    let cells = serde_json::to_string_pretty(&cells).unwrap() + "\n";
    golden::assert_golden("tests/golden/stands/positions.json", &cells);
}

#[test]
fn chains_say_for_whom_a_voice_speaks() {
    let (edition, locales) = (edition(), Locales::default());
    let chain = "Jo Lee (for the ministry) → The Paper";
    for form in [
        export::markdown(&edition, &locales),
        export::csv(&edition, &locales),
        export::origins(&edition, &locales),
        export::json(&edition),
    ] {
        assert!(form.contains(chain), "{form}");
    }
    let page = Page::new(&edition).render().unwrap();
    for link in [
        "<a href=\"#V2\">Jo Lee (for the ministry)</a>",
        "→ </span><a href=\"#S1\">The Paper</a>",
    ] {
        assert!(page.contains(link), "{link}");
    }
    assert!(page.contains("<b>Jo Lee (for the ministry)</b>, ministry spokesman."));
    let json: serde_json::Value = serde_json::from_str(&export::json(&edition)).unwrap();
    assert_eq!(json["voices"][1]["speaks_for"], "V1");
}

/// A stance and the words beside it are two things: "against no limits" is the contrary of both.
#[test]
fn no_form_runs_a_stance_into_its_words() {
    let (edition, locales) = (edition(), Locales::default());
    let page = Page::new(&edition).render().unwrap();
    let markdown = export::markdown(&edition, &locales);
    let json = export::json(&edition);
    for form in [&page, &markdown, &json] {
        assert!(form.contains("no tearing down"));
        for between in [
            "against no tearing",
            "against: no tearing",
            "against, no tearing",
        ] {
            assert!(!form.contains(between), "{between}");
        }
    }
    assert!(markdown.contains("**against** · no tearing down"));
    assert!(json.contains("\"stance\": \"opposes\""));
}

/// The first words of what is known of a voice, never that there is nothing.
#[test]
fn no_cell_denies_a_claim() {
    let without = INPUT.split("positions:\n").next().unwrap();
    let checked = Input::new(without.as_bytes()).check();
    let edition = Edition::of(checked.brief.unwrap());
    let markdown = export::markdown(&edition, &Locales::default());
    let row = |name: &str| {
        markdown
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap()
    };
    assert!(
        !row("| the ministry |").contains("no claim of this brief"),
        "{markdown}"
    );
    assert!(
        !row("| Harbour Works |").contains("no claim of this brief"),
        "{markdown}"
    );
    assert_eq!(
        row("| Town council |")
            .matches("no claim of this brief")
            .count(),
        2
    );
    // Nobody asks where those stand who speak of others, and who speaks for another has its row.
    for name in ["| Jo Lee", "| Ada Roe", "| two officials", "| The Paper’s"] {
        assert!(!markdown.contains(name), "{name}");
    }
}

/// Every text that the later edition has and the earlier has not, position by position.
#[test]
fn between_editions_positions_are_told_by_their_dates() {
    let earlier = INPUT.replace("edition: 2", "edition: 1").replace(
        "  - { of: spokesman, \"on\": contract, stance: denies, in_short: there is none, claims: denial }\n",
        "",
    );
    let checked = [earlier.as_str(), INPUT].map(|text| Input::new(text.as_bytes()).check());
    let [old, new] = checked.map(|checked| Edition::of(checked.brief.unwrap()));
    let diff = Diff::between(&old, &new);
    let text = export::diff_text(&diff, &Locales::default(), export::Marks::Plain);
    golden::assert_golden("tests/golden/stands/changes.txt", &text);
}

/// Stances on issues as `voice issue stance`, and whether they answer two questions.
const QUESTIONS: &[(&[&str], bool)] = &[
    (
        &[
            "ann port supports may",
            "ministry port opposes ministry-june",
        ],
        false,
    ),
    (
        &["ann port says-so may", "ministry port denies ministry-june"],
        false,
    ),
    (
        &["ann port says-so may", "ministry port no-reply asked"],
        false,
    ),
    (
        &["ann port supports may", "ministry port declined asked"],
        false,
    ),
    (
        &[
            "ann port denies may",
            "ministry port undecided ministry-june",
        ],
        false,
    ),
    (
        &[
            "ann port supports may",
            "ministry port does-not-know ministry-june",
        ],
        false,
    ),
    (
        &["ann port says-so may", "ministry quay supports both"],
        false,
    ),
    (
        &[
            "ann port describes may",
            "ministry port denies ministry-june",
        ],
        false,
    ),
    (
        &[
            "ann port supports may",
            "ministry port denies ministry-june",
        ],
        true,
    ),
    (
        &[
            "ann port says-so may",
            "ministry port conditional ministry-june",
        ],
        true,
    ),
    (
        &[
            "ann port no-reply asked",
            "ministry port says-so jo-may",
            "ann quay opposes both",
        ],
        false,
    ),
];

#[test]
fn an_issue_asks_what_is_so_or_what_is_to_be_done() {
    for (set, is_mixed) in QUESTIONS {
        let text = format!("{HEAD}{}", positions(&set.join("; ")));
        let checked = Input::new(text.as_bytes()).check();
        let mut codes = checked.diagnostics.iter().map(Diagnostic::code);
        assert_eq!(
            codes.any(|code| code == "mixed-stances"),
            *is_mixed,
            "{set:?}"
        );
        assert!(checked.brief.is_some(), "{set:?}");
    }
}
