//! How solid the headline is said to be, in words, over all ways in which claims are carried.

use brief::analysis::Edition;
use brief::{Input, Locales, export};

use crate::golden;

const HEAD: &str = "\
format: 1
topic: Port
as_of: 2025-06-30
edition: 1
voices:
  ann: { name: Ann Bell }
  bob: { name: Bob Cole }
  cy: { name: Cy Dent }
  dee: { name: Dee Eck }
  ministry: { group: Ministry of Works }
  jo: { name: Jo Lee, speaks_for: ministry }
  aide: { anonymous: 1, described_as: aide, reason: not stated }
  aides: { anonymous: 2, described_as: aides, reason: not stated }
  people: { anonymous: unknown, described_as: people at the port, reason: not stated }
  second: { anonymous: 1, described_as: one of them, one_of: [aides, people], reason: not stated }
  paper: { outlet: paper }
  radio: { outlet: radio }
  wire: { outlet: wire }
  far: { outlet: far }
  desk: { writer: the desk }
sources:
  paper: { type: article-newspaper, publisher: The Paper }
  radio: { type: broadcast, publisher: Radio Port }
  post: { type: article-newspaper, publisher: The Post, draws_on: [wire] }
  digest: { type: article-newspaper, publisher: Digest, draws_on: [wire, radio] }
  wire: { type: article-newspaper, publisher: Port Wire, through: [paper] }
  far: { type: article-newspaper, publisher: The Far, through: [wire] }
  both: { type: article-newspaper, publisher: Both, through: [post, digest] }
  letter: { type: document, author: [Ann Bell], title: letter of Ann Bell }
  note: { type: document, author: [Ann Bell], title: note of Ann Bell, through: [paper] }
  speech: { type: speech, author: [Bob Cole], title: speech of Bob Cole }
";

/// Claims as `id voices sources`, then who found it out.
const CLAIMS: &[&str] = &[
    "named ann paper",
    "named-2 ann paper",
    "bob-says bob paper",
    "joint ann,bob paper",
    "four ann,bob,cy,dee paper",
    "spoken jo paper",
    "two-papers ann paper,radio",
    "two-two ann,bob paper,radio",
    "four-papers ann paper,radio,wire,far",
    "named-unread ann wire",
    "named-far ann far",
    "named-both ann both",
    "partly ann wire,radio",
    "drawn ann post",
    "drawn-too ann post,wire",
    "drawn-any ann digest",
    "drawn-own ann post post",
    "own-text ann letter",
    "own-text-unread ann note",
    "own-speech bob speech",
    "own-and-told ann letter,paper",
    "letter-of-other bob letter",
    "one aide paper",
    "two aides paper",
    "unknown people paper",
    "unnamed-unread aides wire",
    "among second paper",
    "unnamed-two aide,people paper",
    "unnamed-papers aides paper,radio",
    "named-and-not ann,aides paper",
    "found paper paper paper",
    "found-two paper,radio paper,radio paper,radio",
    "found-unread wire wire wire",
    "nobody paper paper",
    "nobody-two paper,radio paper,radio",
    "nobody-unread wire wire",
    "nobody-far far far",
    "nobody-and-aides paper,aides paper",
    "nobody-and-named paper,ann paper",
    "elsewhere wire paper",
];

/// Judgements as `id claims`.
const JUDGEMENTS: &[&str] = &[
    "judged named",
    "judged-nobody nobody",
    "judged-two named,nobody-unread",
    "judged-many named,bob-says",
    "judged-again judged",
];

/// What the headline cites together, besides each claim alone.
const TOGETHER: &[&str] = &[
    "named,named-2",
    "named,bob-says",
    "named,own-text",
    "named,two",
    "one,two",
    "named,nobody-unread",
    "nobody,nobody-unread",
    "nobody-unread,named-unread,own-text",
    "nobody,found,one",
    "found,found-unread,named",
    "named-unread,named-far",
    "named-unread,named-far,own-text",
    "own-text,own-speech",
    "own-text,own-text-unread",
    "two-two,named",
    "partly,joint",
    "judged,own-text",
    "judged-two,one",
    "judged,judged-nobody",
];

fn text(lang: &str, cites: &str, claims: &[&str], judgements: &[&str]) -> String {
    let mut text = format!("{HEAD}lang: {lang}\nclaims:\n");
    let lists = |names: &str| format!("[{}]", names.replace(',', ", "));
    for claim in claims {
        let mut parts = claim.split(' ');
        let [id, voices, sources] = [(); 3].map(|()| parts.next().unwrap());
        let found_out = parts.next().map_or(String::new(), |outlets| {
            format!(", found_out_by: {}", lists(outlets))
        });
        text += &format!(
            "  - {{ id: {id}, says: '{id} is so.', voice: {}, in: {}, said: {{}}{found_out} }}\n",
            lists(voices),
            lists(sources)
        );
    }
    for judgement in judgements {
        let (id, on) = judgement.split_once(' ').unwrap();
        text += &format!(
            "  - {{ id: {id}, says: '{id} is so.', voice: desk, rests_on: {} }}\n",
            lists(on)
        );
    }
    let marks = format!("[@{}]", cites.replace(',', "; @"));
    text + &format!("title: 'The port {marks}'\nbottom_line: 'It is so {marks}.'\n")
}

/// Returns the labels of what is cited and what is said of the headline.
fn told(lang: &str, cites: &str, claims: &[&str], judgements: &[&str]) -> String {
    let text = text(lang, cites, claims, judgements);
    let checked = Input::new(&text).check();
    let brief = checked
        .brief
        .unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let labels: Vec<String> = cites
        .split(',')
        .map(|cited| {
            let is_it = |one: &&str| one.split(' ').next() == Some(cited);
            let place = claims.iter().chain(judgements).position(is_it).unwrap();
            format!("C{} {cited}", place + 1)
        })
        .collect();
    let markdown = export::markdown(&Edition::of(brief), &Locales::default());
    let told = markdown
        .lines()
        .find(|line| line.starts_with("**"))
        .unwrap();
    let (_, told) = told.split_once("** ").unwrap();
    format!("{}\n    {told}\n", labels.join(", "))
}

#[test]
fn every_strength_is_told_as_it_is() {
    for lang in ["en", "uk"] {
        let alone = CLAIMS.iter().chain(JUDGEMENTS);
        let alone = alone.map(|one| one.split(' ').next().unwrap());
        let cases = alone.chain(TOGETHER.iter().copied());
        let told: String = cases
            .map(|cites| told(lang, cites, CLAIMS, JUDGEMENTS))
            .collect();
        golden::assert_golden(&format!("tests/golden/strength/{lang}.txt"), &told);
    }
}

#[test]
fn what_came_through_one_text_is_the_finding() {
    let finding = |claims: &[&str], judgements: &[&str]| {
        let json = {
            let text = text("en", "named", claims, judgements);
            export::json(&Edition::of(Input::new(&text).check().brief.unwrap()))
        };
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        json["strength"]["finding"].as_str().unwrap().to_owned()
    };
    let cases: &[(&[&str], &[&str], &str)] = &[
        (
            &["named ann paper"],
            &[],
            "The only claim rests on one text, The Paper",
        ),
        (
            &["named ann paper", "named-2 ann paper"],
            &["judged named"],
            "Both claims rest on one text, The Paper",
        ),
        (
            &["named ann paper", "a ann paper", "b ann radio"],
            &[],
            "2 of 3 claims rest on one text, The Paper; the other on Radio Port",
        ),
        (
            &["named ann paper", "a ann radio"],
            &[],
            "2 claims rest on 2 texts, at most 1 on any one alone",
        ),
        (
            &["named ann paper,radio"],
            &[],
            "The only claim rests on 2 texts",
        ),
    ];
    for (claims, judgements, expected) in cases {
        assert_eq!(finding(claims, judgements), *expected, "{claims:?}");
    }
}
