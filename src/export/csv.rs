//! Writes the claims as CSV (RFC 4180), for a spreadsheet.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it, so
//! that such a cell gets an apostrophe first; and so does what stands so after another separator or a
//! line break, for a program that parts cells there. Several values in a cell are parted by semicolons.
//! Every cell is in quote marks, since some spreadsheets part cells at semicolons and tabs. A byte
//! order mark comes first, without which Excel does not read UTF-8, unless it is not wanted.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::analysis::Edition;
use crate::analysis::source_link;
use crate::describe::{Describer, Locales, UpdateDates, plain_prose};
use crate::model::{
    Brief, Claim, ClaimId, Confidence, DateGiven, Language, Likelihood, Obstacle, Prose, Quote,
    Verification,
};

const HEAD: &str = "id,key,says,voices,sources,at,updates,chains,record,retellings,origins,\
    told_to,said,said_as_given,said_inferred,issues,quotes,spoken_by,quotes_at,originals,verification,\
    characterised,note,rests_on,confidence,likelihood,passages,passage_links,\
    passage_verification,quote_kinds,quote_languages,translated_from,occasions";

const CELLS: usize = 33;

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// How a spreadsheet wants CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvForm {
    /// What parts cells.
    pub separator: Separator,
    /// Whether the byte order mark is left out.
    pub without_mark: bool,
}

/// What parts the cells of CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Separator {
    /// A comma, as RFC 4180 has it.
    #[default]
    Comma,
    /// A semicolon, where a comma is in numbers.
    Semicolon,
    /// A tab.
    Tab,
}

/// Returns the claims of a brief, a line each, in file order, under a line of names. The names are
/// English, for programs; what people read in the cells is in the language of the brief.
pub fn csv(edition: &Edition, locales: &Locales) -> String {
    csv_as(edition, locales, CsvForm::default())
}

/// Returns the claims as [`csv()`] does, in the form that a spreadsheet wants.
pub fn csv_as(edition: &Edition, locales: &Locales, form: CsvForm) -> String {
    let describer = Describer::new(edition, locales);
    let claims = edition.brief().claims();
    table(form, claims.map(|(id, _)| line(&describer, id)))
}

#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and every line has as many cells as the first"
)]
fn table(form: CsvForm, lines: impl Iterator<Item = [String; CELLS]>) -> String {
    let mark = if form.without_mark {
        &[]
    } else {
        BYTE_ORDER_MARK
    };
    let mut writer = WriterBuilder::new()
        .delimiter(match form.separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        })
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Always)
        .from_writer(mark.to_vec());
    let in_memory = "writing to memory cannot fail";
    writer.write_record(HEAD.split(',')).expect(in_memory);
    for line in lines {
        writer.write_record(line.map(harmless)).expect(in_memory);
    }
    let bytes = writer.into_inner().expect(in_memory);
    String::from_utf8(bytes).expect("cells are text")
}

fn line(told: &Describer<'_>, id: ClaimId) -> [String; CELLS] {
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
    let [quotes, speakers, places, verifications] = quotes(describer, claim.quotes());
    let [originals, kinds, languages, from, occasions] = of_quotes(claim.quotes());
    let issues = claim
        .about
        .iter()
        .map(|id| brief.issue(*id).name.to_string());
    let text = |prose: Option<&Prose>| prose.map(plain_prose).unwrap_or_default();
    let [said, given, inferred] = said(claim.said());
    let [rests_on, confidence, likelihood] = judgement(claim);
    let [passages, links, found] = passages(brief, claim);
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
        said,
        given,
        report(inferred),
        joined(issues),
        quotes,
        speakers,
        places,
        originals,
        verifications,
        text(claim.characterised()),
        text(claim.note.as_ref()),
        rests_on,
        confidence,
        likelihood,
        passages,
        links,
        found,
        kinds,
        languages,
        from,
        occasions,
    ]
}

/// Returns the cells on when something was said: the date, the source's words for it, and whether the one was
/// inferred from the other.
fn said(given: &DateGiven) -> [String; 3] {
    let (words, is_inferred) = match given {
        DateGiven::NotGiven | DateGiven::Stated(_) => ("", false),
        DateGiven::Words(words) => (&**words, false),
        DateGiven::Inferred { words, .. } => (&**words, true),
    };
    let date = given.date().map(ToString::to_string);
    let is_inferred = if is_inferred { "yes" } else { "no" };
    [
        date.unwrap_or_default(),
        words.to_owned(),
        is_inferred.to_owned(),
    ]
}

/// Returns the cells on the passages of a claim: their words, links to those that were found, and what was
/// found of each.
fn passages(brief: &Brief, claim: &Claim) -> [String; 3] {
    let passages = || claim.passages().iter();
    let links = passages().filter_map(|passage| source_link::of_passage(brief, passage));
    let found = passages().filter_map(|passage| verification(&passage.verification));
    [
        joined(passages().map(|passage| passage.text.clone())),
        joined(links),
        joined(found),
    ]
}

/// Returns the cells on the quotes of a claim.
fn quotes(describer: &Describer<'_>, quotes: &[Quote]) -> [String; 4] {
    let speakers = quotes.iter();
    let speakers = speakers.map(|quote| describer.voices_in_short(&quote.voices));
    [
        joined(quotes.iter().map(|quote| quote.text.clone())),
        joined(speakers),
        each(quotes, |quote| describer.place_in_source(&quote.place())),
        joined(
            quotes
                .iter()
                .filter_map(|quote| verification(&quote.verification)),
        ),
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

/// Returns the cells on what quotes are: their originals, kinds, languages where they are not the brief's, the
/// languages that they were translated from, and the occasions on which they were spoken.
fn of_quotes(quotes: &[Quote]) -> [String; 5] {
    let kinds = |quote: &Quote| {
        let words: Vec<_> = quote.kinds.iter().map(|kind| kind.word()).collect();
        (!words.is_empty()).then(|| words.join(", "))
    };
    let language = |language: Option<&Language>| language.map(ToString::to_string);
    [
        each(quotes, |quote| quote.original.clone()),
        each(quotes, kinds),
        each(quotes, |quote| language(quote.lang.as_ref())),
        each(quotes, |quote| language(quote.translated_from.as_ref())),
        each(quotes, |quote| {
            quote.occasion.as_ref().map(ToString::to_string)
        }),
    ]
}

/// Returns what is said of each quote, one after the other, if that is said of any.
fn each(quotes: &[Quote], said: impl Fn(&Quote) -> Option<String>) -> String {
    let said: Vec<_> = quotes.iter().map(said).collect();
    if said.iter().all(Option::is_none) {
        return String::new();
    }
    let said = said.into_iter();
    joined(said.map(|said| said.unwrap_or_else(|| "–".to_owned())))
}

/// Returns how a quote or a passage stands to its source, and since when that is known.
fn verification(verification: &Verification) -> Option<String> {
    match verification {
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

/// Returns a cell that no spreadsheet runs, wherever it parts cells.
fn harmless(cell: String) -> String {
    if !cell.contains(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        return cell;
    }
    let mut out = String::with_capacity(cell.len() + 1);
    let mut before = None;
    for (at, letter) in cell.char_indices() {
        let rest = cell.get(at..).unwrap_or("");
        let may_run = match before {
            None => begins_formula(rest.trim_start()),
            Some(';' | '\t' | '\n' | '\r') if !matches!(letter, '\t' | '\n' | '\r') => {
                reads_as_formula(rest.trim_start())
            }
            // After a comma there is a space in texts, and none before a cell.
            Some(',' | '|') => reads_as_formula(rest),
            Some(_) => false,
        };
        if may_run {
            out.push('\'');
        }
        out.push(letter);
        before = Some(letter);
    }
    out
}

fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Says whether a part of a text could be a formula: more than a sign, such as a dash, or a number with its sign.
fn reads_as_formula(text: &str) -> bool {
    let mut letters = text.chars();
    let sign = letters.next();
    let follows = letters.next();
    begins_formula(text)
        && !is_signed_number(text)
        && (!matches!(sign, Some('-' | '－'))
            || follows.is_some_and(|c| c.is_alphanumeric() || "(=+-@.".contains(c)))
}

/// Says whether a part of a text is a number with its sign, alone or before words: "-5 degrees". A spreadsheet
/// reads it as that number, or as text.
fn is_signed_number(text: &str) -> bool {
    let part = text.split([';', '\t', '\n', '\r']).next().unwrap_or("");
    let digits = part
        .trim_start()
        .strip_prefix(['-', '+', '－', '＋'])
        .unwrap_or("");
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
    let rest = rest.trim_start_matches(['%', '°']).trim_start();
    digits.starts_with(|c: char| c.is_ascii_digit())
        && (rest.is_empty() || rest.starts_with(char::is_alphabetic))
        && !part.contains(['=', '|', '!', '('])
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
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            (" =1", "' =1"),
            ("1=1", "1=1"),
            ("We agree;=1+1;and more", "We agree;'=1+1;and more"),
            ("a; =1", "a;' =1"),
            ("a\t@b\n+A1\r\n-A1", "a\t'@b\n'+A1\r\n'-A1"),
            ("a,=1|=2", "a,'=1|'=2"),
            ("5,- Euro; - and, -5 degrees", "5,- Euro; - and, -5 degrees"),
            ("a; -5; +5 per cent;-0,5%;-5", "a; -5; +5 per cent;-0,5%;-5"),
            ("a;-5+A1;-2-3; -5|b!A0", "a;'-5+A1;'-2-3;' -5|b!A0"),
            ("a;-5 b|'c'!A0;--5;-(5)", "a;'-5 b|'c'!A0;'--5;'-(5)"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell.to_owned()), expected);
        }
    }
}
