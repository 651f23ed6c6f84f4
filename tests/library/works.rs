//! Works are told as what they are: by names that say more than whose they are, as outlets only where
//! they have one, and in JSON-LD as news only where they are; whose word is missing is told, too.

use brief::Locales;
use brief::analysis::Edition;
use brief::export::{json_ld, markdown, origins};

const BRIEF: &str = "\
format: 1
title: The water is safe, the ministry says [@safe]
topic: Water
lang: en
as_of: 2025-09-06
edition: 1
bottom_line: The water is safe, the ministry says [@safe].
voices:
  ministry: { group: Ministry of Water, short: Ministry }
  river: { group: River Watch }
sources:
  report: { type: report, title: Annual report, publisher: Ministry of Water }
  by-short: { type: report, title: Spring report, publisher: Ministry }
  named: { type: report, title: Report, short: Blue report, publisher: Ministry of Water }
  untitled: { type: report, publisher: Ministry of Water }
  about-it: { type: article, short: Ruiz & Li preprint, author: [Mia Ruiz, Bo Li] }
  headlined: { type: article-newspaper, title: Water is safe }
  letter: { type: article, title: Our water, publisher: River Watch }
  paper: { type: article-newspaper, title: Is it?, publisher: Paper }
  radio: { type: broadcast, short: Radio }
claims:
  - { id: safe, says: It is safe., voice: ministry, in: report, said: {} }
  - { id: a, says: It is clean., voice: ministry, in: by-short, said: {} }
  - { id: b, says: It is clear., voice: ministry, in: named, said: {} }
  - { id: c, says: It is wet., voice: ministry, in: untitled, said: {} }
  - { id: d, says: It was., voice: ministry, in: [about-it, headlined, paper, radio], said: {} }
  - { id: e, says: It is not., voice: river, in: letter, said: {} }
gaps:
  - { question: Who pays?, why: Nobody says., of: [river, ministry] }
  - { question: When?, why: Nobody knows. }
";

fn edition() -> Edition {
    Edition::of(brief::Input::new(BRIEF).check().brief.unwrap())
}

#[test]
fn a_voice_does_not_lead_to_a_work_of_its_own_name() {
    let told = origins(&edition(), &Locales::default());
    for chain in [
        "Ministry → Annual report →",
        "Ministry → Spring report →",
        "Ministry → Blue report →",
        "Ministry → Ministry of Water →",
        "River Watch → Our water →",
    ] {
        assert!(
            told.replace('\u{A0}', " ").contains(chain),
            "{chain}: {told}"
        );
    }
}

#[test]
fn only_what_is_news_is_a_news_article() {
    let told: serde_json::Value = serde_json::from_str(&json_ld(&edition())).unwrap();
    let mut kinds: Vec<(String, String)> = Vec::new();
    collect(&told, &mut kinds);
    for (name, kind) in [
        ("Ruiz & Li preprint", "Article"),
        ("Is it?", "NewsArticle"),
        ("Annual report", "Report"),
    ] {
        let is_it = |(one, other): &(String, String)| one == name && other == kind;
        assert!(kinds.iter().any(is_it), "{name}: {kinds:?}");
    }
}

fn collect(value: &serde_json::Value, kinds: &mut Vec<(String, String)>) {
    if let (Some(name), Some(kind)) = (value["name"].as_str(), value["@type"].as_str()) {
        kinds.push((name.to_owned(), kind.to_owned()));
    }
    let inner = value
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.values());
    let items = value.as_array().into_iter().flatten();
    for one in inner.chain(items) {
        collect(one, kinds);
    }
}

#[test]
fn a_gap_tells_whose_word_is_missing() {
    let edition = edition();
    let markdown = markdown(&edition, &Locales::default());
    let told = "Nobody says. No word from River Watch and Ministry.";
    assert!(markdown.replace('\u{A0}', " ").contains(told), "{markdown}");
    assert!(markdown.contains("Nobody knows.\n"), "{markdown}");
    let page = brief::Page::new(&edition).render().unwrap();
    assert_eq!(page.matches("No word from").count(), 1, "{page}");
}
