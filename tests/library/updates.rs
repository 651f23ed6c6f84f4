//! What became of a source is told at every claim that rests on it, and where one does not rest on
//! it, it is not.

use brief::Diff;
use brief::Locales;
use brief::analysis::Edition;
use brief::diagnostics::Diagnostic;
use brief::export::{csl_json, csv, diff_json, json, json_ld, markdown, origins};
use serde_json::Value;

const BRIEF: &str = "\
format: 1
title: The harbour leaks, its master says [@read]
topic: Harbour
lang: en
as_of: 2025-09-06
edition: 1
bottom_line: The harbour leaks, its master says [@read].
voices:
  master: { name: Ann Lee }
  desk: { writer: Harbour desk }
sources:
  wire: { type: article, publisher: Wire, through: paper, updates: [{ kind: retracted, date: 2025-09-05, note: It was invented. }] }
  paper: { type: article-newspaper, publisher: Paper }
  late: { type: article-newspaper, publisher: Late News, draws_on: wire }
  last: { type: article-newspaper, publisher: Last News, draws_on: [late, radio] }
  radio: { type: broadcast, publisher: Radio }
  letter: { type: document, title: Letter, through: note }
  note: { type: document, title: Note, updates: [{ kind: corrected }, { kind: updated, date: 2025-09 }] }
claims:
  - { id: read, says: It leaks., voice: master, in: paper, said: {} }
  - { id: through, says: It leaks more., voice: master, in: wire, said: {} }
  - { id: drawn, says: It leaks much., voice: master, in: late, said: {} }
  - { id: drawn-twice, says: It leaks on., voice: master, in: last, said: {} }
  - { id: found-out, says: It leaks less., voice: master, in: last, found_out_by: last, said: {} }
  - { id: relayed, says: It leaked., voice: master, in: letter, said: {} }
  - { id: both, says: It will leak., voice: master, in: [radio, note, late], said: {} }
  - { id: judged, says: It is lost., voice: desk, rests_on: [read, drawn], confidence: low }
  - { id: judged-again, says: It was lost., voice: desk, rests_on: [judged], confidence: low }
";

fn edition(text: &str) -> Edition {
    let checked = brief::Input::new(text).check();
    let found: Vec<&str> = checked
        .diagnostics
        .iter()
        .map(Diagnostic::message)
        .collect();
    Edition::of(checked.brief.unwrap_or_else(|| panic!("{found:?}")))
}

fn exported(text: &str) -> Value {
    serde_json::from_str(&json(&edition(text))).unwrap()
}

#[test]
fn claims_tell_what_became_of_what_they_rest_on() {
    let export = exported(BRIEF);
    let told = export["claims"].as_array().unwrap().iter().map(|claim| {
        let updates = claim["updates"].as_array().unwrap().iter();
        let updates =
            updates.map(|one| format!("{} {}", one["source"], one["kind"]).replace('"', ""));
        let updates: Vec<String> = updates.collect();
        (claim["key"].as_str().unwrap(), updates.join(", "))
    });
    let told: Vec<(&str, String)> = told.collect();
    let expected = [
        ("read", ""),
        ("through", "S1 retracted"),
        ("drawn", "S1 retracted"),
        ("drawn-twice", "S1 retracted"),
        ("found-out", ""),
        ("relayed", "S7 corrected, S7 updated"),
        ("both", "S1 retracted, S7 corrected, S7 updated"),
        ("judged", "S1 retracted"),
        ("judged-again", "S1 retracted"),
    ];
    assert_eq!(
        told,
        expected.map(|(key, updates)| (key, updates.to_owned()))
    );
}

/// A relay that also draws on a retracted work says nothing of it where the claim came by another.
#[test]
fn what_stands_on_no_chain_of_a_claim_is_not_told_there() {
    let also_drawn = |sources: &str| {
        let both = "sources:\n  both: { type: article, publisher: Both, draws_on: [radio, wire] }";
        let text = BRIEF.replace("sources:", both);
        let claim = format!(
            "  - {{ id: chosen, says: It drips., voice: master, in: {sources}, said: {{}} }}\n"
        );
        exported(&format!("{text}{claim}"))
    };
    let told = |sources| {
        let export = also_drawn(sources);
        let claim = export["claims"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(claim["key"], "chosen");
        !claim["updates"].as_array().unwrap().is_empty()
    };
    for (sources, is_told) in [
        ("[radio, both]", false),
        ("[wire, both]", true),
        ("[radio, wire, both]", true),
        // Which of the two it took this from is not known.
        ("both", true),
    ] {
        assert_eq!(told(sources), is_told, "{sources}");
    }
}

#[test]
fn every_form_tells_it() {
    let (edition, locales) = (edition(BRIEF), Locales::default());
    let page = brief::Page::new(&edition).render().unwrap();
    for (form, text, told) in [
        (
            "markdown",
            markdown(&edition, &locales),
            "  - Wire: **retracted (5 September)**\n",
        ),
        (
            "origins",
            origins(&edition, &locales),
            "Wire: retracted (5 September 2025)\n",
        ),
        (
            "csv",
            csv(&edition, &locales),
            "Wire: retracted (2025-09-05)",
        ),
        (
            "csl-json",
            csl_json(&edition),
            "Retracted (5 September 2025): It was invented.",
        ),
        ("json-ld", json_ld(&edition), "CorrectionComment"),
        (
            "page",
            page,
            "<a href=\"#S1\">Wire</a>: <b>retracted (5 September)</b>",
        ),
    ] {
        let text = text.replace('\u{A0}', " ");
        assert!(text.contains(told), "{form}: {text}");
    }
}

/// A text that is corrected every hour is told so in the list of sources, and not at each claim.
#[test]
fn of_many_updates_the_gravest_are_told_at_each_claim() {
    let many = "{ kind: updated }, ".repeat(20);
    let many = format!("updates: [{many}{{ kind: retracted, date: 2025-09-05");
    let text = BRIEF.replace("updates: [{ kind: retracted, date: 2025-09-05", &many);
    let told = markdown(&edition(&text), &Locales::default()).replace('\u{A0}', " ");
    let at_claims = "updated, updated, retracted (5 September), 9 more";
    assert!(told.contains(at_claims), "{told}");
    assert!(!told.contains("updated, ".repeat(12).trim_end()), "{told}");
}

#[test]
fn headline_and_bottom_line_say_what_was_corrected_or_retracted() {
    let text = BRIEF
        .replacen("[@read]", "[@drawn; @judged-again]", 1)
        .replace("[@read]", "[@relayed]");
    let (edition, locales) = (edition(&text), Locales::default());
    let markdown = markdown(&edition, &locales).replace('\u{A0}', " ");
    let page = brief::Page::new(&edition).render().unwrap();
    let page = page.replace('\u{A0}', " ");
    for told in [
        "Of its sources, Wire was **retracted (5 September)**.",
        // That it was updated, too, says nothing of how solid it is.
        "Of its sources, Note was **corrected**.",
    ] {
        assert!(markdown.contains(told), "{told}: {markdown}");
        let bold = told.replacen("**", "<b>", 1).replacen("**", "</b>", 1);
        let bold = bold.split_once(" was ").unwrap().1;
        assert!(page.contains(bold), "{bold}: {page}");
    }
    assert_eq!(markdown.matches("Of its sources, ").count(), 2);
}

#[test]
fn a_source_that_was_corrected_since_changes_each_claim_that_rests_on_it() {
    let before = BRIEF.replace(
        ", updates: [{ kind: retracted, date: 2025-09-05, note: It was invented. }]",
        "",
    );
    let after = BRIEF.replace("edition: 1", "edition: 2");
    assert_ne!(before, BRIEF);
    let (old, new) = (edition(&before), edition(&after));
    let diff: Value = serde_json::from_str(&diff_json(&Diff::between(&old, &new))).unwrap();
    let changed = diff["claims"].as_array().unwrap().iter().map(|claim| {
        let [change] = claim["changes"].as_array().unwrap().as_slice() else {
            panic!("{claim}");
        };
        assert_eq!(change["what"], "updates");
        let is = change["is"].as_str().unwrap().replace('\u{A0}', " ");
        assert!(
            is.contains("Wire: retracted (5 September): It was invented."),
            "{is}"
        );
        claim["key"].as_str().unwrap()
    });
    let changed: Vec<&str> = changed.collect();
    let expected = [
        "through",
        "drawn",
        "drawn-twice",
        "both",
        "judged",
        "judged-again",
    ];
    assert_eq!(changed, expected);
    assert!(Diff::between(&new, &new).is_empty());
}

#[test]
fn a_place_in_a_source_that_is_another_is_a_change() {
    let with = |at: &str| {
        BRIEF.replace(
            "in: paper, said",
            &format!("in: paper, at: {{ {at} }}, said"),
        )
    };
    let (old, new) = (
        edition(&with("page: 3")),
        edition(&with("page: 4, section: 2")),
    );
    let diff: Value = serde_json::from_str(&diff_json(&Diff::between(&old, &new))).unwrap();
    let change = &diff["claims"][0]["changes"][0];
    assert_eq!(
        (&change["was"], &change["is"]),
        (&"p. 3".into(), &"sec. 2, p. 4".into())
    );
    // The same place, given in another order, is none.
    let (old, new) = (
        edition(&with("page: 4, section: 2")),
        edition(&with("section: \"2\", page: 4")),
    );
    assert!(Diff::between(&old, &new).is_empty());
}

#[test]
fn what_cites_a_source_is_told_by_its_name_where_it_changes() {
    let with = |fields: &str| {
        BRIEF.replace(
            "publisher: Paper }",
            &format!("publisher: Paper, {fields} }}"),
        )
    };
    let old = edition(&with("volume: 1, issue: 2, pages: 3-5, number: 7"));
    let new = edition(&with(
        "volume: 1, issue: 3, pages: 3-5, number: A-7, authority: Court, doi: 10.5555/a",
    ));
    let diff: Value = serde_json::from_str(&diff_json(&Diff::between(&old, &new))).unwrap();
    let change = &diff["claims"][0]["changes"][0];
    assert_eq!(change["was"], "Paper, vol. 1, no. 2, pp. 3-5, No. 7");
    assert_eq!(
        change["is"],
        "Paper, vol. 1, no. 3, pp. 3-5, Court, A-7, 10.5555/a"
    );
}

/// A position that rests on a report that was taken back is not told as if nothing had been.
#[test]
fn cells_and_the_strip_tell_what_was_retracted() {
    let text = format!(
        "{BRIEF}issues:\n  leak: {{ name: Leak }}\n  rain: {{ name: Rain }}\npositions:\n  \
         - {{ of: master, \"on\": leak, stance: says-so, in_short: it leaks more, claims: through }}\n  \
         - {{ of: master, \"on\": rain, stance: says-so, in_short: it leaks, claims: read }}\n"
    );
    let edition = edition(&text);
    let told = markdown(&edition, &Locales::default());
    let row = told
        .lines()
        .find(|line| line.starts_with("| Ann Lee"))
        .unwrap();
    assert_eq!(
        row.matches("Wire: retracted (5\u{a0}September)").count(),
        1,
        "{row}"
    );
    let page = brief::Page::new(&edition).render().unwrap();
    assert!(
        page.contains("<span class=\"updates\">Wire: retracted (5\u{a0}September)</span>"),
        "{page}"
    );
    assert!(
        page.contains("<li class=\"on-record retracted\"><a href=\"#C2\">"),
        "{page}"
    );
    assert!(
        page.contains("<li class=\"on-record\"><a href=\"#C1\">"),
        "{page}"
    );
    assert!(page.contains("<b>corrected, retracted</b>"), "{page}");
}
