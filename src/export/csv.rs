//! The claims as CSV (RFC 4180), for a spreadsheet.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it, so
//! that such a cell gets an apostrophe first. Several values in a cell are parted by semicolons.

use ::csv::{Terminator, WriterBuilder};

use super::{chain, plain};
use crate::analysis::{Analysis, Edition};
use crate::describe::{Locale, Locales, names, statuses};
use crate::model::{Brief, ClaimId, DateGiven, Prose, Quote, Verification};

const HEAD: [&str; 19] = [
    "id",
    "key",
    "says",
    "voices",
    "sources",
    "chains",
    "record",
    "depth",
    "origins",
    "told_to",
    "said",
    "said_as_given",
    "said_inferred",
    "issues",
    "quotes",
    "originals",
    "verification",
    "characterised",
    "note",
];

/// Returns the claims of a brief, a line each, in file order, under a line of names. The names are
/// English, for programs; what people read in the cells is in the language of the brief.
pub fn render(edition: &Edition, locales: &Locales) -> String {
    let (brief, analysis) = (edition.brief(), edition.analysis());
    let locale = locales.of(&brief.parts().lang);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail, and every line has as many cells as the first.
    drop(writer.write_record(HEAD));
    for (id, _) in brief.claims() {
        drop(writer.write_record(line(locale, brief, analysis, id).map(harmless)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn line(locale: &Locale, brief: &Brief, analysis: &Analysis, id: ClaimId) -> [String; 19] {
    let claim = brief.claim(id);
    let voices = claim.voices.iter();
    let voices = voices.map(|id| names::voice(locale, brief, *id));
    let sources = claim
        .sources
        .iter()
        .map(|id| brief.source(*id).name.to_string());
    let quotes = claim.quotes.iter().map(|quote| quote.text.clone());
    let originals = claim.quotes.iter();
    let originals = originals.filter_map(|quote| quote.original.clone());
    let verifications = claim.quotes.iter().filter_map(verification);
    let issues = claim
        .about
        .iter()
        .map(|id| brief.issue(*id).name.to_string());
    let text = |prose: &Option<Prose>| prose.as_ref().map(plain::prose).unwrap_or_default();
    let (given, inferred) = match &claim.said {
        DateGiven::NotGiven | DateGiven::Stated(_) => ("", false),
        DateGiven::Words(words) => (&**words, false),
        DateGiven::Inferred { words, .. } => (&**words, true),
    };
    [
        id.to_string(),
        claim.key.to_string(),
        plain::prose(&claim.says),
        joined(voices),
        joined(sources),
        joined(chain::in_words(locale, brief, analysis, id)),
        statuses::list(locale, analysis.statuses_of(id)),
        statuses::hands(locale, analysis.distance_of(id)),
        analysis.origins_of(id).to_string(),
        claim.told_to.as_deref().unwrap_or_default().to_owned(),
        claim
            .said
            .date()
            .map(ToString::to_string)
            .unwrap_or_default(),
        given.to_owned(),
        if inferred { "yes" } else { "no" }.to_owned(),
        joined(issues),
        joined(quotes),
        joined(originals),
        joined(verifications),
        text(&claim.characterised),
        text(&claim.note),
    ]
}

/// Returns how a quote stands to its source, and since when that is known.
fn verification(quote: &Quote) -> Option<String> {
    match &quote.verification {
        Verification::NoEvidence => None,
        Verification::NotYet => Some("not yet".to_owned()),
        Verification::Sought(sought) => Some(format!("{} {}", sought.status.word(), sought.day)),
    }
}

fn joined(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join("; ")
}

/// Returns a cell that no spreadsheet runs.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(1)", "'@SUM(1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("1=1", "1=1"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell.to_owned()), expected);
        }
    }
}
