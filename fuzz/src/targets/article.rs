//! Any bytes, or sentences made of pieces, as an article: what is drafted of it is a brief with gaps, and
//! its quotes are verified.

use arbitrary::{Result, Unstructured};
use brief::Input;
use brief::draft::{Article, Tongue, draft, statements_json};
use brief::evidence::{Day, Media, Snapshot};

use crate::grammar;

/// What articles are made of.
const PIECES: &[&str] = &[
    "said",
    "says",
    "told reporters",
    "according to",
    "Ada Okafor",
    "Okafor",
    "he",
    "who",
    "the mayor",
    "two officials",
    "“",
    "”",
    "\"",
    "''",
    "«",
    "»",
    "—",
    ",",
    ".",
    ":",
    ";",
    "\n\n",
    "\n",
    "that",
    "and",
    "praised",
    "Reuters",
    "It is late",
    "сказала",
    "за словами",
    "Коваль",
    "OKAFOR:",
    "…",
    "[",
    "]",
];

pub(crate) fn run(bytes: &[u8]) {
    let Ok((article, media)) = made(&mut Unstructured::new(bytes)) else {
        return;
    };
    let snapshot = Snapshot::read(&article, media);
    let day = Day::parse("2026-11-23").expect("a day");
    let tongue = Tongue::guessed(&snapshot)
        .or_else(|| Tongue::of("en"))
        .expect("English has rules");
    let json = statements_json(&snapshot, tongue);
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
    let article = Article {
        snapshot: &snapshot,
        file: "article.txt",
        issued: Some(&day),
        is_page: false,
        record: None,
    };
    if let Some(draft) = draft(&[article], tongue, &day) {
        let checked = Input::new(&draft.brief).as_draft(true).check();
        assert!(
            checked.brief.is_some(),
            "{:#?}\n{}",
            checked.diagnostics,
            draft.brief
        );
    }
}

fn made(from: &mut Unstructured<'_>) -> Result<(Vec<u8>, Media)> {
    let media = if from.ratio(3, 4)? {
        Media::Text
    } else {
        Media::Html
    };
    if from.ratio(1, 3)? {
        let length = from.arbitrary_len::<u8>()?;
        return Ok((from.bytes(length)?.to_vec(), media));
    }
    let mut article = String::new();
    for _ in 0..from.int_in_range(1..=60)? {
        if from.ratio(5, 6)? {
            article.push_str(from.choose(PIECES)?);
        } else {
            article.push_str(&grammar::text(from)?);
        }
        article.push(' ');
    }
    Ok((article.into_bytes(), media))
}
