//! Times of day are told, put in order and judged in every form.

use brief::export::{Marks, csl_json, csv, diff_text, json, json_ld, markdown};
use brief::model::Brief;
use brief::{Diff, Edition, Input, Locales, Page};

/// A brief about one claim: what stands for `as_of`, `issued`, `said` and `events` is given.
fn harbour(as_of: &str, issued: &str, said: &str, events: &[&str]) -> String {
    let mut text = format!(
        "format: 1
topic: Harbour
title: The harbour is to be widened, Ann Bell says [@c]
lang: en
as_of: {as_of}
edition: 1
bottom_line: It is so, Ann Bell says [@c].
voices:
  a: {{ name: Ann Bell }}
sources:
  s: {{ type: article-newspaper, publisher: The Paper, issued: {issued} }}
claims:
  - {{ id: c, says: It is so., voice: a, in: s, said: {said} }}
"
    );
    if !events.is_empty() {
        text.push_str("events:\n");
    }
    for event in events {
        text.push_str(&format!("  - {{ {event}, claims: c }}\n"));
    }
    text
}

fn brief(text: &str) -> Brief {
    let checked = Input::new(text).check();
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    checked.brief.unwrap()
}

fn edition(text: &str) -> Edition {
    Edition::of(brief(text))
}

/// Returns the codes of what is reported.
fn codes(text: &str) -> Vec<String> {
    let checked = Input::new(text).check();
    let found = checked.diagnostics.iter();
    found.map(|one| one.rule().code().to_owned()).collect()
}

const AS_OF: &str = "2025-06-20T09:00:00+02:00";

fn times_of_day() -> String {
    harbour(
        AS_OF,
        "{ date: 2025-06-20T08:30:00+02:00 }",
        "{ date: 2025-06-20T08:12:00+02:00 }",
        &[
            "date: 2025-06-20T08:00:00+02:00, what: The gates open.",
            "date: 2025-06-20T07:00:00+02:00, what: The crew arrives.",
            "date: 2025-06-20T01:30:00-04:00, what: The ship reports.",
            "date: 2025-06-20T06:00, what: The tide turns.",
            "date: 2025-06-20, what: The strike begins.",
        ],
    )
}

fn shown(text: &str) -> String {
    text.replace(['\u{A0}', '\u{202F}'], " ")
}

#[test]
fn the_timeline_is_in_the_order_of_its_times() {
    let text = shown(&markdown(&edition(&times_of_day()), &Locales::default()));
    let rows: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("- **20 June"))
        .map(|line| line.split_once(" (C1)").unwrap().0)
        .collect();
    assert_eq!(
        rows,
        [
            "- **20 June** The strike begins.",
            "- **20 June, 06:00 (zone not given)** The tide turns.",
            "- **20 June, 07:00 (UTC+2)** The crew arrives.",
            "- **20 June, 01:30 (UTC−4)** The ship reports.",
            "- **20 June, 08:00 (UTC+2)** The gates open.",
            "- **20 June, 08:12 (UTC+2)** Statements",
        ]
    );
}

#[test]
fn every_form_has_the_times() {
    let edition = edition(&times_of_day());
    let locales = Locales::default();
    let page = shown(&Page::new(&edition).render().unwrap());
    assert!(page.contains("20 June 2025, 09:00 (UTC+2)</time>"));
    assert!(page.contains("datetime=\"2025-06-20T09:00:00+02:00\""));
    assert!(page.contains("20 June, 08:12 (UTC+2)"));
    assert!(page.contains("20 June, 08:30 (UTC+2)"));
    let markdown = shown(&markdown(&edition, &locales));
    assert!(markdown.contains("as of 20 June 2025, 09:00 (UTC+2)"));
    assert!(markdown.contains("20 June, 08:12 (UTC+2)."));
    assert!(csv(&edition, &locales).contains("2025-06-20T08:12:00+02:00"));
    let json = json(&edition);
    for date in [
        "09:00:00+02:00",
        "08:12:00+02:00",
        "08:30:00+02:00",
        "01:30:00-04:00",
    ] {
        assert!(json.contains(&format!("\"2025-06-20T{date}\"")), "{date}");
    }
    assert!(json.contains("\"2025-06-20T06:00:00\""));
    let json_ld = json_ld(&edition);
    assert!(json_ld.contains("\"dateCreated\": \"2025-06-20T08:12:00+02:00\""));
    assert!(json_ld.contains("\"temporalCoverage\": \"2025-06-20T09:00:00+02:00\""));
    let csl = shown(&csl_json(&edition));
    assert!(csl.contains("Issued 20 June 2025, 08:30 (UTC+2)."), "{csl}");
    let compact: String = csl.split_whitespace().collect();
    assert!(compact.contains("\"date-parts\":[[2025,6,20]]"), "{csl}");
}

#[test]
fn editions_of_one_day_differ_by_their_times() {
    let [first, second] = ["2025-06-20T09:00+02:00", "2025-06-20T18:30+02:00"].map(|as_of| {
        let events = if as_of.contains("18") {
            &["date: 2025-06-20T17:00+02:00, what: The gates close."][..]
        } else {
            &[]
        };
        let text = harbour(
            as_of,
            "{ date: 2025-06-20 }",
            "{ date: 2025-06-19 }",
            events,
        );
        edition(&text.replace(
            "edition: 1",
            if events.is_empty() {
                "edition: 1"
            } else {
                "edition: 2"
            },
        ))
    });
    let diff = Diff::between(&first, &second);
    let text = shown(&diff_text(&diff, &Locales::default(), Marks::Plain));
    assert!(
        text.starts_with(
            "Harbour\nEdition 1 (2025-06-20T09:00:00+02:00) → Edition 2 (2025-06-20T18:30:00+02:00)\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("Claims since 20 June, 09:00 (UTC+2):"),
        "{text}"
    );
    assert!(text.contains("20 June, 17:00 (UTC+2)"), "{text}");
}

/// The day of the old edition's events is told in the year of the new one.
#[test]
fn an_event_of_last_year_names_its_year() {
    let of = |as_of: &str, event: &str, number: &str| {
        let issued = "{ date: 2025-12-30 }";
        let text = harbour(as_of, issued, "{ date: 2025-12-30 }", &[event]);
        edition(&text.replace("edition: 1", number))
    };
    let old = of(
        "2025-12-31",
        "date: 2025-12-30, what: The gates open.",
        "edition: 1",
    );
    let new = of(
        "2026-01-02",
        "date: 2026-01-02, what: A ship sinks.",
        "edition: 2",
    );
    let diff = Diff::between(&old, &new);
    let text = shown(&diff_text(&diff, &Locales::default(), Marks::Plain));
    assert!(text.contains("30 December 2025: The gates open."), "{text}");
    assert!(text.contains("2 January: A ship sinks."), "{text}");
}

/// Wherever a date stands, it names its year if that is not the brief's.
#[test]
fn another_year_is_named_everywhere() {
    let text = harbour(
        "2026-01-03",
        "{ date: 2025-12-28, as_given: Sunday }",
        "{ date: 2025-12-27/2025-12-28, as_given: at the weekend }",
        &[
            "date: 2025-12-30/2026-01-02, what: The gates are shut.",
            "date: 2025-12-29T23:00Z, what: The gates shut.",
            "date: 2026-01-02, what: The gates open.",
        ],
    )
    .replace(
        "issued: {",
        "accessed: 2025-12-31, archived: { url: https://archive.example/a, date: 2025-12-27 }, \
         updates: [{ kind: corrected, date: 2025-12-25~ }], issued: {",
    );
    let edition = edition(&text);
    let page = shown(&Page::new(&edition).render().unwrap());
    // Ranges stand in elements of their own.
    let page = page
        .replace("<span class=\"whole\">", "")
        .replace("</span>", "");
    let markdown = shown(&markdown(&edition, &Locales::default())).replace('\\', "");
    let dates = [
        "Sunday [28 December 2025, inferred]",
        "at the weekend [27–28 December 2025, inferred]",
        "30 December 2025 – 2 January 2026",
        "29 December 2025, 23:00 (UTC)",
        "2 January",
        "31 December 2025",
        "27 December 2025",
        "25 December 2025",
    ];
    for (name, form) in [("page", page), ("Markdown", markdown)] {
        let lacking: Vec<&str> = dates
            .into_iter()
            .filter(|date| !form.contains(date))
            .collect();
        assert_eq!(lacking, [""; 0], "{name}");
        assert_eq!(form.matches("2 January 2026").count(), 1, "{name}");
    }
}

#[test]
fn faults_of_dates_are_found_wherever_they_stand() {
    let good = "{ date: 2025-06-19 }";
    for (as_of, issued, said) in [
        ("2025-06-20", good, "{ date: 2025-06-19/2025-06-18 }"),
        ("2025-06-20", "{ date: 2025-06-19/2025-06-18 }", good),
        ("\"2025-06-20T09:00:00+15:00\"", good, good),
        ("2025-06-20", "{ date: 2025-06-19T09:00:00+15:00 }", good),
        ("2025-06-20", good, "{ date: 2025-06-19T09:00:00-12:30 }"),
        ("2025-06-20T24:00:00Z", good, good),
        ("2025-06-20T23:59:60Z", good, good),
        ("2025-06-20T09:00:00.5Z", good, good),
        ("2025-06-20T", good, good),
        ("2025-06-20/2025-06-19", good, good),
    ] {
        let text = harbour(as_of, issued, said, &[]);
        assert_eq!(codes(&text), ["invalid-date"], "{text}");
    }
    for event in [
        "date: 2025-06-20/2025-06-19, what: It is.",
        "date: 2025-06-20T08:00Z/2025-06-20T07:00Z, what: It is.",
        "date: 2025-06-20T08:00+14:30, what: It is.",
    ] {
        let text = harbour("2025-06-20", good, good, &[event]);
        assert_eq!(codes(&text), ["invalid-date"], "{text}");
    }
}

/// Thursday in Washington is Friday by the clocks of UTC.
#[test]
fn a_night_is_judged_where_it_was() {
    let good = "{ date: 2025-06-19 }";
    for said in [
        "{ date: \"2025-06-20T01:30:00Z\", as_given: Thursday night }",
        "{ date: \"2025-06-19T21:30:00-04:00\", as_given: Thursday night }",
        "{ date: \"2025-06-20T00:30:00\", as_given: late on Thursday }",
        "{ date: 2025-06-20, as_given: Thursday night }",
    ] {
        let text = harbour("2025-06-20", good, said, &[]);
        assert_eq!(codes(&text), [""; 0], "{said}");
    }
    let said = "{ date: \"2025-06-20T12:30:00Z\", as_given: Wednesday night }";
    let text = harbour("2025-06-20", good, said, &[]);
    assert_eq!(codes(&text), ["contradicted-date"]);
}
