//! The document on quotes: each example of its last table is found as the table says, and its first
//! table has every check.

use brief::evidence::{Media, Snapshot, SoughtQuote, find};
use brief::model::Check;

const DOCUMENT: &str = include_str!("../../docs/quotes.md");

/// Returns the word that the lock has for a check.
fn word(check: Check) -> String {
    check.word().replace(' ', "-")
}

/// Returns the rows of tables whose cells are all code.
fn examples() -> Vec<[String; 3]> {
    let cells = |line: &str| -> Vec<String> {
        let line = line.trim_matches('|');
        line.split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let code = |cell: &String| Some(cell.strip_prefix('`')?.strip_suffix('`')?.to_owned());
    DOCUMENT
        .lines()
        .map(cells)
        .filter_map(|cells| {
            let cells: Option<Vec<String>> = cells.iter().map(code).collect();
            cells?.try_into().ok()
        })
        .collect()
}

#[test]
fn every_example_is_found_as_the_table_says() {
    let examples = examples();
    assert!(examples.len() > 10, "{examples:?}");
    for [quote, source, expected] in examples {
        let snapshot = Snapshot::read(source.as_bytes(), Media::Text);
        let wanted = SoughtQuote {
            edited: quote.contains(['…', '[']) && !source.contains('…'),
            ..SoughtQuote::of(&quote)
        };
        let found = find(&snapshot, &[wanted]).remove(0);
        assert_eq!(word(found.check), expected, "{quote} in {source}");
    }
}

#[test]
fn every_status_is_explained_and_has_an_example() {
    let examples = examples();
    for check in [
        Check::Exact,
        Check::Typographic,
        Check::Edited,
        Check::Ambiguous,
        Check::CannotCheck,
        Check::Absent,
    ] {
        let word = word(check);
        assert!(DOCUMENT.contains(&format!("\n| `{word}` | ")), "{word}");
        assert!(
            examples.iter().any(|[_, _, found]| *found == word),
            "{word}"
        );
    }
}
