#![doc = include_str!("over_budget.md")]
//! The sides are estimated from what each part takes on A4, in any script. That was fitted to 86 briefs
//! of 1 to 90 claims in seven languages as Chromium prints them, with positions and without, and set seven in a
//! hundred lower, since whoever fills a sheet leaves nothing loose. `tests/browser/length.test.mjs` holds the
//! estimate against others, and says when to fit it anew.

use std::collections::{BTreeMap, BTreeSet};

use unicode_width::UnicodeWidthStr as _;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Claim, Document, Position, Source, Text, Voice};

pub(super) static OVER_BUDGET: Rule = Rule::warning(include_str!("over_budget.md"));

/// A sheet, printed on both sides.
const SIDES: usize = 2;

/// What parts take of a side, in ten-thousandths: a voice or source, a point of the claims,
/// a line of the matrix, and of the lists at the end.
const SIDE: usize = 10_000;
const ENTRY: usize = 187;
const CLAIMS_POINT: usize = 12;
const MATRIX_LINE: usize = 113;
const LIST_LINE: usize = 227;

/// Claims that stand together may leave the end of a side white, and nobody knows here how much changed since the
/// previous edition or which sources were corrected: a long brief takes so much more at most, in hundredths.
const MOST: usize = 132;

/// More voices or sources than this tell nothing more.
const MOST_ENTRIES: usize = 14;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let shares = shares(cx.document);
    let (least, most) = (shares.div_ceil(SIDE), (shares * MOST).div_ceil(100 * SIDE));
    if least > SIDES {
        out.warn(&cx.document.allow, fault(least, most));
    }
}

fn fault(least: usize, most: usize) -> Diagnostic {
    let sides = match most - least {
        0 => least.to_string(),
        1 => format!("{least} or {most}"),
        _ => format!("{least} to {most}"),
    };
    Diagnostic::new(
        &OVER_BUDGET,
        Place::Whole,
        format!("the brief takes about {sides} sides of A4"),
    )
    .help("a sheet has two: cut claims that no decision hangs on, then notes")
}

/// Estimates how much the brief takes, in ten-thousandths of a side.
fn shares(document: &Document) -> usize {
    let entries = document.voices.0.len().max(document.sources.0.len());
    let claims = points_of_claims(document);
    entries.min(MOST_ENTRIES) * ENTRY
        + claims * CLAIMS_POINT
        + lines_of_matrix(document) * MATRIX_LINE
        + lines_of_lists(document) * LIST_LINE
}

/// Counts the columns that a text takes: two for a wide letter of Han or kana, none for a mark.
fn width(text: &str) -> usize {
    let words = text.split_ascii_whitespace();
    let words = words.filter(|word| !is_citation(word));
    let width = |word: &str| {
        if word.is_ascii() {
            word.len()
        } else {
            word.width()
        }
    };
    words.map(|word| width(word) + 1).sum()
}

fn widths<'a>(texts: impl IntoIterator<Item = &'a Text>) -> usize {
    texts.into_iter().map(|text| width(text)).sum()
}

/// Counts the points that claims take: each run is as high as its claims, or as the chains that stand
/// beside them.
fn points_of_claims(document: &Document) -> usize {
    const CLAIM_LINE: usize = 12;
    const SMALL_LINE: usize = 10;
    const BETWEEN: usize = 5;
    let beside = Beside::of(document);
    let runs = document.claims.chunk_by(|one, other| {
        one.voice == other.voice
            && one.source == other.source
            && one.said == other.said
            && one.told_to == other.told_to
    });
    runs.map(|run| {
        let claims: usize = run.iter().map(lines_of_claim).sum();
        let chains = run.first().map_or(0, |claim| beside.lines(claim));
        (claims * CLAIM_LINE).max(chains * SMALL_LINE) + BETWEEN
    })
    .sum()
}

/// Counts the lines of a claim with its quotes and its remarks, which are set smaller.
fn lines_of_claim(claim: &Claim) -> usize {
    const LINE: usize = 62;
    const LABEL: usize = 24;
    let quotes = claim.quotes.iter();
    let quotes: usize = quotes.map(|quote| width(&quote.text) + LABEL).sum();
    let remarks = claim.note.iter().chain(&claim.characterised);
    let remarks: usize = remarks.map(|text| (width(text) + LABEL) * 3 / 4).sum();
    (width(&claim.says) + quotes + remarks).div_ceil(LINE)
}

/// What stands beside claims: how wide the names of voices and of sources are, and who passes sources on.
struct Beside<'a> {
    voices: BTreeMap<&'a str, usize>,
    sources: BTreeMap<&'a str, usize>,
    relays: BTreeMap<&'a str, &'a str>,
}

impl<'a> Beside<'a> {
    fn of(document: &'a Document) -> Self {
        Self {
            voices: by_id(&document.voices.0, |voice| width(name(voice))),
            sources: by_id(&document.sources.0, |source| {
                let names = [&source.short, &source.publisher, &source.title];
                names
                    .into_iter()
                    .flatten()
                    .next()
                    .map_or(0, |name| width(name))
            }),
            relays: by_id(&document.sources.0, |source| {
                let mut relays = source.through.iter().chain(source.draws_on.iter());
                relays.next().map_or("", |relay| relay)
            }),
        }
    }

    /// Counts the lines of the chains of a claim, and of what is told of them.
    fn lines(&self, claim: &Claim) -> usize {
        const LINE: usize = 38;
        const RECORD: usize = 12;
        let named =
            |widths: &BTreeMap<&str, usize>, id: &str| widths.get(id).map_or(0, |width| width + 4);
        let speakers = claim.voice.iter();
        let speakers: usize = speakers.map(|id| named(&self.voices, id)).sum();
        let chains = claim.source.iter().map(|id| {
            let relay = self.relays.get(id.as_str()).copied().unwrap_or("");
            let width = speakers + named(&self.sources, id) + named(&self.sources, relay);
            1 + width.div_ceil(LINE)
        });
        let rest = RECORD + width_of_date(claim) + widths(&claim.told_to);
        chains.sum::<usize>() + rest.div_ceil(LINE)
    }
}

fn width_of_date(claim: &Claim) -> usize {
    const DAY: usize = 18;
    claim
        .said
        .iter()
        .map(|said| widths(&said.as_given) + said.date.iter().len() * DAY)
        .sum()
}

fn by_id<'a, T, V>(entries: &'a [(Text, T)], of: impl Fn(&'a T) -> V) -> BTreeMap<&'a str, V> {
    entries
        .iter()
        .map(|(id, entry)| (id.as_str(), of(entry)))
        .collect()
}

/// Counts the lines of the matrix: a row for each voice that is named and for each that takes a
/// position, as high as its highest cell.
fn lines_of_matrix(document: &Document) -> usize {
    const HEAD: usize = 3;
    const STANCE: usize = 17;
    const LINE: usize = 105;
    let issues = document.issues.0.len();
    if issues == 0 {
        return 0;
    }
    let line = (LINE / issues).max(1);
    let voices: BTreeMap<&str, &Voice> = document
        .voices
        .0
        .iter()
        .map(|(id, voice)| (id.as_str(), voice))
        .collect();
    let principal = |id: &'_ Text| -> Option<&str> {
        let (key, voice) = voices.get_key_value(id.as_str())?;
        Some(voice.speaks_for.as_deref().map_or(*key, String::as_str))
    };
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    let named = document.claims.iter().flat_map(|claim| claim.voice.iter());
    let missing = document.gaps.iter().flat_map(|gap| gap.of.iter());
    for id in named.chain(missing).filter_map(principal) {
        let is_named = |voice: &&Voice| voice.name.is_some() || voice.group.is_some();
        if let Some(voice) = voices.get(id).filter(|voice| is_named(voice)) {
            let height = width(name(voice)).div_ceil(12);
            rows.insert(id, height);
        }
    }
    let mut stated: BTreeSet<(&str, &str)> = BTreeSet::new();
    for Position {
        of, on, in_short, ..
    } in &document.positions
    {
        if let Some(id) = principal(of) {
            let height = rows.entry(id).or_default();
            *height = (width(in_short) + STANCE).div_ceil(line).max(*height);
            stated.insert((id, on));
        }
    }
    let mut claimed: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for claim in &document.claims {
        let speakers: BTreeSet<&str> = claim.voice.iter().filter_map(principal).collect();
        for cell in speakers
            .iter()
            .flat_map(|id| claim.about.iter().map(|issue| (*id, issue.as_str())))
        {
            claimed.entry(cell).or_default().push(width(&claim.says));
        }
    }
    claimed.retain(|cell, _| !stated.contains(cell));
    for ((id, _), claims) in claimed {
        if let Some(height) = rows.get_mut(id) {
            *height = lines_of_claimed(&claims, line).max(*height);
        }
    }
    HEAD + rows.values().sum::<usize>()
}

/// Counts the lines of a cell that claims fill, by their widths: their words, if it can hold them, or
/// their labels.
fn lines_of_claimed(claims: &[usize], line: usize) -> usize {
    const MOST_OF_CLAIM: usize = 75;
    const MOST: usize = 180;
    const LABEL: usize = 4;
    let widths = claims.iter().map(|width| MOST_OF_CLAIM.min(*width) + LABEL);
    if widths.clone().sum::<usize>() > MOST {
        return (claims.len() * LABEL).div_ceil(line);
    }
    widths.map(|width| width.div_ceil(line)).sum()
}

fn name(voice: &Voice) -> &str {
    let names = [&voice.short, &voice.name, &voice.group, &voice.described_as];
    let names = names.into_iter().chain([&voice.writer]).flatten();
    names
        .map(|name| name.as_str())
        .next()
        .unwrap_or("own statement")
}

/// Counts the lines of tensions, of the timeline beside the gaps, and of sources beside voices and
/// method.
fn lines_of_lists(document: &Document) -> usize {
    let claims = document.claims.iter();
    let says: BTreeMap<&str, &Text> = claims
        .map(|claim| (&*claim.id.value, &claim.says))
        .collect();
    let tensions: usize = document
        .tensions
        .iter()
        .map(|tension| {
            let sides = tension
                .between
                .iter()
                .filter_map(|id| says.get(id.as_str()));
            let sides: usize = sides.map(|says| (width(says) + 20).div_ceil(55)).sum();
            sides + (width(&tension.note) + 9).div_ceil(62)
        })
        .sum();
    let events = document.events.iter().map(|event| {
        let cited = 3 * event.claims.len();
        (width(&event.what) + widths(&event.as_given) + 20 + cited).div_ceil(75)
    });
    let gaps = document.gaps.iter();
    let gaps = gaps.map(|gap| (width(&gap.question) + width(&gap.why)).div_ceil(60));
    let sources = document.sources.0.iter();
    let sources: usize = sources.map(|(_, source)| lines_of_source(source)).sum();
    let voices = document.voices.0.iter();
    let voices: usize = voices.map(|(_, voice)| lines_of_voice(voice)).sum();
    let method = widths(&document.method).div_ceil(36) + 16;
    let beside_gaps = events.sum::<usize>().max(gaps.sum());
    // Many sources run on over three columns; few stand beside voices and method.
    let below = if document.sources.0.len() > 6 {
        (sources + voices + method).div_ceil(3)
    } else {
        sources.max(voices).max(method)
    };
    tensions / 2 + beside_gaps + below
}

fn lines_of_source(source: &Source) -> usize {
    const KIND_AND_DATE: usize = 35;
    let names = [&source.publisher, &source.title, &source.container_title];
    let words = widths(names.into_iter().flatten()) + widths(&source.author) + KIND_AND_DATE;
    words.div_ceil(46) + widths(&source.url).div_ceil(42) + widths(&source.note).div_ceil(46)
}

fn lines_of_voice(voice: &Voice) -> usize {
    let names = [&voice.name, &voice.group, &voice.described_as];
    let more = [&voice.role, &voice.reason, &voice.note];
    let texts = names.into_iter().chain(more).flatten();
    (widths(texts) + widths(&voice.members)).div_ceil(38).max(1)
}

/// Counts the words of a claim as it is printed, without its attribution.
pub(super) fn words_of(claim: &Claim) -> usize {
    let quotes = claim.quotes.iter();
    std::iter::once(&claim.says)
        .chain(&claim.characterised)
        .chain(&claim.note)
        .chain(quotes.flat_map(|quote| std::iter::once(&quote.text).chain(&quote.occasion)))
        .map(|text| count(text))
        .sum()
}

/// Counts words, citations left out; a wide letter is one, since such scripts set no spaces.
fn count(text: &str) -> usize {
    let words = text.split_ascii_whitespace();
    words
        .filter(|word| !is_citation(word))
        .map(|word| (word.width() - word.chars().count().min(word.width())).max(1))
        .sum()
}

fn is_citation(word: &str) -> bool {
    word.starts_with('@') || word.starts_with("[@")
}

#[cfg(test)]
mod tests {
    use super::{count, width};

    #[test]
    fn words_are_counted_without_citations() {
        for (text, words) in [
            ("one two\n three ", 3),
            ("one [@a]. two [@a; @b]", 2),
            ("[@a]", 0),
            ("раз два", 2),
            ("大桥六月通车", 6),
            ("cafe\u{301}", 1),
            ("", 0),
        ] {
            assert_eq!(count(text), words, "{text}");
        }
    }

    #[test]
    fn wide_letters_take_two_columns_and_marks_none() {
        for (text, columns) in [("ab", 3), ("大桥", 5), ("e\u{301}", 2), ("[@a]", 0)] {
            assert_eq!(width(text), columns, "{text}");
        }
    }
}
