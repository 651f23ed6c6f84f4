//! Writes the claims as CSV (RFC 4180), for a spreadsheet.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it, so
//! that such a cell gets an apostrophe first. Several values in a cell are parted by semicolons.
//! Every cell is in quote marks, since some spreadsheets part cells at semicolons and tabs, and a
//! byte order mark comes first, without which Excel does not read UTF-8.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::analysis::Edition;
use crate::describe::{Describer, Locales, UpdateDates, plain_prose};
use crate::model::{
    Claim, ClaimId, Confidence, DateGiven, Likelihood, Obstacle, Prose, Quote, Verification,
};

const HEAD: &str = "id,key,says,voices,sources,at,updates,chains,record,retellings,origins,\
    told_to,said,said_as_given,said_inferred,issues,quotes,spoken_by,quotes_at,originals,verification,\
    characterised,note,rests_on,confidence,likelihood";

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Returns the claims of a brief, a line each, in file order, under a line of names. The names are
/// English, for programs; what people read in the cells is in the language of the brief.
pub fn csv(edition: &Edition, locales: &Locales) -> String {
    let describer = Describer::new(edition, locales);
    let claims = edition.brief().claims();
    table(claims.map(|(id, _)| line(&describer, id)))
}

#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and every line has as many cells as the first"
)]
fn table(lines: impl Iterator<Item = [String; 26]>) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Always)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let in_memory = "writing to memory cannot fail";
    writer.write_record(HEAD.split(',')).expect(in_memory);
    for line in lines {
        writer.write_record(line.map(harmless)).expect(in_memory);
    }
    let bytes = writer.into_inner().expect(in_memory);
    String::from_utf8(bytes).expect("cells are text")
}

fn line(told: &Describer<'_>, id: ClaimId) -> [String; 26] {
    // Chains alone have an order that names could turn round.
    let describer = &told.plain();
    let Describer {
        brief, analysis, ..
    } = describer;
    let claim = brief.claim(id);
    let voices = claim.voices().iter();
    let voices = voices.map(|id| describer.spoken_for(*id, describer.voice(*id)).into_owned());
    let sources = claim
        .sources()
        .iter()
        .map(|id| brief.source(*id).name.to_string());
    let quotes = claim.quotes().iter().map(|quote| quote.text.clone());
    let speakers = claim.quotes().iter();
    let speakers = speakers.map(|quote| describer.voices_in_short(&quote.voices));
    let originals = claim.quotes().iter();
    let originals = originals.filter_map(|quote| quote.original.clone());
    let verifications = claim.quotes().iter().filter_map(verification);
    let issues = claim
        .about
        .iter()
        .map(|id| brief.issue(*id).name.to_string());
    let text = |prose: Option<&Prose>| prose.map(plain_prose).unwrap_or_default();
    let (given, inferred) = match claim.said() {
        DateGiven::NotGiven | DateGiven::Stated(_) => ("", false),
        DateGiven::Words(words) => (&**words, false),
        DateGiven::Inferred { words, .. } => (&**words, true),
    };
    let [rests_on, confidence, likelihood] = judgement(claim);
    // What is counted of reports is left empty of judgements.
    let report = |cell: String| claim.report().map(|_| cell).unwrap_or_default();
    [
        id.to_string(),
        claim.key.to_string(),
        plain_prose(&claim.says),
        joined(voices),
        joined(sources),
        describer.place_in_source(claim.at()).unwrap_or_default(),
        updates(describer, id),
        joined(told.chains(id)),
        describer.record(analysis.records_of(id)),
        describer.retellings(id).unwrap_or_default(),
        report(analysis.origins_of(id).to_string()),
        claim.told_to().map(ToString::to_string).unwrap_or_default(),
        claim
            .said()
            .date()
            .map(ToString::to_string)
            .unwrap_or_default(),
        given.to_owned(),
        report(if inferred { "yes" } else { "no" }.to_owned()),
        joined(issues),
        joined(quotes),
        joined(speakers),
        places(describer, claim.quotes()),
        joined(originals),
        joined(verifications),
        text(claim.characterised()),
        text(claim.note.as_ref()),
        rests_on,
        confidence,
        likelihood,
    ]
}

fn updates(describer: &Describer<'_>, id: ClaimId) -> String {
    let updates = describer.updates_behind(id, UpdateDates::Coded);
    joined(updates.iter().map(ToString::to_string))
}

/// Returns what only judgements have; nothing of what others say.
fn judgement(claim: &Claim) -> [String; 3] {
    let Some(judgement) = claim.judgement() else {
        return Default::default();
    };
    [
        joined(judgement.rests_on.iter().map(ToString::to_string)),
        judgement.confidence.map_or("", Confidence::word).to_owned(),
        judgement.likelihood.map_or("", Likelihood::word).to_owned(),
    ]
}

/// Returns where in their source quotes stand, one after the other, if that is said of any.
fn places(describer: &Describer<'_>, quotes: &[Quote]) -> String {
    if quotes.iter().all(|quote| quote.at.is_empty()) {
        return String::new();
    }
    let places = quotes.iter();
    let places = places.map(|quote| describer.place_in_source(&quote.at));
    joined(places.map(|place| place.unwrap_or_else(|| "–".to_owned())))
}

/// Returns how a quote stands to its source, and since when that is known.
fn verification(quote: &Quote) -> Option<String> {
    match &quote.verification {
        Verification::NoLock => None,
        Verification::NotInLock => Some("not-yet".to_owned()),
        Verification::Checked(check) => {
            let day = check.day.to_string();
            let mut words = vec![check.found.name(), &day];
            words.extend(check.reason.map(Obstacle::word));
            words.extend(check.caveats.iter().map(|caveat| caveat.word()));
            Some(words.join(" "))
        }
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
