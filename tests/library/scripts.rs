//! A small brief of each script goes the whole way: it is read, its quote is looked for and found word
//! for word, one wrong character is told as one, and page, link and diff have it.

use brief::evidence::{Media, Snapshot, SoughtQuote, find};
use brief::export::{self, Marks, markdown};
use brief::model::Check;
use brief::{Diff, Edition, Input, Locales, Page};
use serde_json::Value;

/// Texts of many scripts, which the tests in the browser read, too.
const SCRIPTS: &str = include_str!("../fixtures/scripts.json");

fn each(mut see: impl FnMut(&str, &dyn Fn(&str) -> String)) {
    let scripts: Vec<Value> = serde_json::from_str(SCRIPTS).unwrap();
    assert!(scripts.len() >= 12);
    for script in scripts {
        let field = |name: &str| script[name].as_str().unwrap().to_owned();
        see(&field("script"), &field);
    }
}

fn brief(lang: &str, quote: &str) -> String {
    format!(
        "\
format: 1
topic: \"{quote}\"
title: \"{quote}\"
lang: {lang}
as_of: 2025-08-16
edition: 1
bottom_line: \"{quote} [@c]\"
voices: {{ v: {{ name: \"{quote}\", role: \"{quote}\" }} }}
sources:
  p: {{ type: article-newspaper, publisher: \"{quote}\", issued: {{ date: 2025-08-16 }} }}
claims:
  - id: c
    says: \"{quote}\"
    voice: v
    in: p
    said: {{ date: 2025-08-15 }}
    quotes: [{{ text: \"{quote}\" }}]
"
    )
}

fn look(text: &str, quote: &str) -> (Check, String) {
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let wanted = SoughtQuote::of(quote);
    let found = find(&snapshot, &[wanted]).remove(0);
    let nearest = found.nearest.map(|nearest| nearest.to_string());
    (found.check, nearest.unwrap_or_default())
}

#[test]
fn a_quote_is_found_and_one_wrong_word_or_character_is_told() {
    each(|script, field| {
        let text = field("text");
        assert_eq!(look(&text, &field("quote")).0, Check::Exact, "{script}");
        let (check, nearest) = look(&text, &field("wrong"));
        assert_eq!(check, Check::Absent, "{script}");
        assert_eq!(nearest.matches("[-").count(), 1, "{script}: {nearest}");
        assert!(nearest.contains(&field("differs")), "{script}: {nearest}");
        let (check, nearest) = look(&text, "Nothing of the kind stands here.");
        assert_eq!((check, &*nearest), (Check::Absent, ""), "{script}");
    });
}

#[test]
fn a_brief_is_read_built_and_compared() {
    each(|script, field| {
        let edition = |quote: &str| {
            let checked = Input::new(brief(&field("lang"), quote).as_bytes()).check();
            let rules: Vec<_> = checked
                .diagnostics
                .iter()
                .map(brief::diagnostics::Diagnostic::code)
                .collect();
            let only = rules.iter().all(|rule| *rule == "uncited-title");
            assert!(only, "{script}: {:#?}", checked.diagnostics);
            Edition::of(checked.brief.unwrap())
        };
        let (old, new) = (edition(&field("wrong")), edition(&field("quote")));
        let page = Page::new(&new).render().unwrap();
        assert!(
            page.contains(&format!("data-quote>{}</span>", field("quote"))),
            "{script}"
        );
        assert!(
            markdown(&new, &Locales::default()).contains(&field("quote")),
            "{script}"
        );
        let diff = Diff::between(&old, &new);
        let told = export::diff_text(&diff, &Locales::default(), Marks::Plain);
        assert!(told.contains(&field("differs")), "{script}: {told}");
    });
}
