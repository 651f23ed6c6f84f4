//! Builds the chains of claims: one small drawing each, voice ▏──○──● text, with its names under it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::parting::Beside;
use crate::analysis::origins::Origins;
use crate::analysis::record::Record;
use crate::describe::{Anchor, Describer, Description, Message, Sink as _, filled};
use crate::model::{Claim, ClaimId, SourceId, VoiceId, VoiceKind};
use crate::page::drawing;
use crate::page::html::{Html, class_of};

/// How many chains are drawn for a claim, or for a sentence.
const MOST_CHAINS: usize = 3;
/// How many sources of a chain are drawn and named; of a longer one, its ends.
const MOST_SOURCES: usize = 6;

/// The chains of a claim or of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct ChainsView {
    chains: Vec<ChainView>,
    /// How many more there are.
    more: Option<String>,
    /// How high they are on paper.
    #[serde(skip)]
    pub(super) height: Beside,
}

/// A chain: its drawing and its names, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ChainView {
    drawing: Html,
    /// Who says so, and on what record, which is for those who do not see the line.
    voices: Html,
    record: &'static str,
    record_word: String,
    sources: Vec<StepView>,
    /// Whether the names run on in lines, since they do not fit under their dots.
    runs_on: bool,
    #[serde(skip)]
    height: Beside,
}

/// A source of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct StepView {
    name: Html,
    /// Whether it was not read; of several that are taken together nobody says.
    not_read: bool,
}

/// A chain before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Drawn {
    voices: Vec<VoiceId>,
    record: Record,
    steps: Vec<Step>,
}

/// A source of a chain; several where it is one of them and nobody knows which.
type Step = Vec<SourceId>;

impl ChainsView {
    /// Builds the chains of a claim, with links to its voices and sources.
    pub(super) fn of_claim(describer: &Describer<'_>, claim: ClaimId) -> Self {
        Self::of(describer, &[claim], true)
    }

    /// Builds the chains of the claims that a sentence rests on, each once.
    pub(super) fn of_claims(describer: &Describer<'_>, claims: &[ClaimId]) -> Self {
        Self::of(describer, claims, false)
    }

    fn of(describer: &Describer<'_>, claims: &[ClaimId], links: bool) -> Self {
        let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
        let mut are_all_known = true;
        for &claim in claims {
            let first = describer.analysis.first_reports_of(claim);
            for chain in chains(describer, claim) {
                if seen.insert(chain.clone()) {
                    all.push(chain);
                }
            }
            let left_out = |source| first.left_out(source, &describer.analysis.chains);
            are_all_known &= first.sources.iter().all(|source| left_out(*source) == 0);
        }
        let passed = all.iter().flat_map(|chain| &chain.steps).flatten();
        let namesakes = describer.namesakes(passed.copied());
        let drawn = all.iter().take(MOST_CHAINS);
        let chains: Vec<_> = drawn
            .map(|chain| chain_view(describer, chain, &namesakes, links))
            .collect();
        let left = all.len().saturating_sub(MOST_CHAINS);
        let more = more(describer, left, are_all_known);
        // Many chains look like many origins.
        let more = more.map(|more| {
            let reports = claims.iter().map(|id| {
                let analysis = describer.analysis;
                (
                    analysis.attributions_of(*id),
                    analysis.first_reports_of(*id),
                )
            });
            let origins = Origins::together(describer.brief, reports);
            let origins = describer.locale.counted(Message::Origins, origins);
            filled!(describer.locale, ChainsOrigins, "more": more, "origins": origins)
        });
        let heights = chains.iter().map(|chain| chain.height);
        let heights = heights.chain(more.as_deref().map(Beside::paragraph));
        Self {
            height: heights.reduce(Beside::below).unwrap_or_default(),
            chains,
            more,
        }
    }
}

/// Says how many more chains there are; where some are not known one by one, others may have them
/// too, and only the least number is told.
fn more(describer: &Describer<'_>, count: usize, are_all_known: bool) -> Option<String> {
    let locale = describer.locale;
    let figures = locale.figures(count);
    match (count, are_all_known) {
        (0, true) => None,
        (_, true) => Some(filled!(locale, ChainsMore, "count": count, "figures": figures)),
        (_, false) => Some(filled!(locale, ChainsMoreThan, "count": count, "figures": figures)),
    }
}

/// Lists the chains of a claim: voices on the same record in the same first report have one.
fn chains(describer: &Describer<'_>, id: ClaimId) -> Vec<Drawn> {
    let claim = describer.brief.claim(id);
    let mut drawn = Vec::new();
    for attribution in describer.analysis.attributions_of(id) {
        for chain in describer.analysis.chains_in(id, attribution) {
            let mut by_record: BTreeMap<(Record, Vec<VoiceId>), Vec<SourceId>> = BTreeMap::new();
            for &source in &chain.first {
                for (record, voices) in records(describer, claim, &attribution.voices, source) {
                    by_record.entry((record, voices)).or_default().push(source);
                }
            }
            let onward = || chain.onward.iter().map(|source| vec![*source]);
            let found = by_record.into_iter();
            drawn.extend(found.map(|((record, voices), first)| Drawn {
                voices,
                record,
                steps: std::iter::once(first).chain(onward()).collect(),
            }));
        }
    }
    drawn
}

/// Returns the voices of a source by the record on which they speak in it.
fn records(
    describer: &Describer<'_>,
    claim: &Claim,
    voices: &[VoiceId],
    source: SourceId,
) -> BTreeMap<Record, Vec<VoiceId>> {
    let mut by_record: BTreeMap<Record, Vec<VoiceId>> = BTreeMap::new();
    for &voice in voices {
        let record = Record::of(describer.brief, claim, voice, source);
        by_record.entry(record).or_default().push(voice);
    }
    by_record
}

fn chain_view(
    describer: &Describer<'_>,
    chain: &Drawn,
    namesakes: &BTreeSet<SourceId>,
    links: bool,
) -> ChainView {
    let html = |name: Description<'_>| {
        if links {
            return Html::of(&name);
        }
        let mut html = Html::default();
        html.text(&name.to_string());
        html
    };
    let steps = named(&chain.steps);
    let is_read: Vec<Option<bool>> = steps
        .iter()
        .map(|step| was_read(describer, step.as_deref()?))
        .collect();
    let between = |count: usize| {
        let between = count + 1 - MOST_SOURCES;
        let words = describer.locale.counted(Message::MoreSources, between);
        describer.described_in_words(Description::text(words))
    };
    let names = steps.iter().map(|step| match step.as_deref() {
        Some(step) => listed(describer, step, describer.report_link(step, namesakes)),
        None => between(chain.steps.len()),
    });
    let names: Vec<_> = names.collect();
    let voices = voices(describer, chain);
    let are_one = chain.steps.iter().all(|step| step.len() == 1);
    let (runs_on, height) = columns(&voices, &names, are_one);
    let sources = names.into_iter().zip(&is_read);
    let sources = sources.map(|(name, is_read)| StepView {
        name: html(name),
        not_read: *is_read == Some(false),
    });
    ChainView {
        drawing: drawing::chain(chain.record, &is_read, describer.right_to_left),
        voices: html(voices),
        record: class_of(chain.record),
        record_word: describer.record_word(chain.record).to_owned(),
        sources: sources.collect(),
        runs_on,
        height,
    }
}

/// Says whether names run on, since they do not fit under their dots, and how high they are.
fn columns(voices: &Description<'_>, steps: &[Description<'_>], are_one: bool) -> (bool, Beside) {
    let (voices, steps) = (voices.to_string(), steps.iter().map(ToString::to_string));
    let steps: Vec<String> = steps.collect();
    let fit = are_one && steps.len() <= 2 && Beside::fit_in_columns(&voices, &steps);
    let height = if fit {
        Beside::in_columns(&voices, &steps)
    } else {
        Beside::running_on(&format!("{voices} → {}", steps.join(" → ")))
    };
    (!fit, height)
}

/// Says whether a source was read; of several, only if that is true of all of them or of none.
fn was_read(describer: &Describer<'_>, step: &[SourceId]) -> Option<bool> {
    let mut each = step.iter().map(|id| describer.brief.source(*id).was_read());
    let first = each.next()?;
    each.all(|one| one == first).then_some(first)
}

/// Names who speaks. Of an outlet's own statement the outlet itself comes next.
fn voices<'a>(describer: &Describer<'a>, chain: &Drawn) -> Description<'a> {
    let first = chain.steps.first().map_or(&[][..], Vec::as_slice);
    let is_own = |id: &VoiceId| matches!(describer.brief.voice(*id).kind, VoiceKind::Outlet(outlet) if first == [outlet]);
    let words = if chain.record == Record::NoSourceNamed {
        Message::ChainNoVoice
    } else {
        Message::ChainOwnReporting
    };
    if let [voice] = chain.voices[..]
        && is_own(&voice)
    {
        let words = describer.apart(describer.locale.text(words).into());
        return Description::link(Anchor::Voice(voice), words);
    }
    let names = chain.voices.iter().map(|id| describer.voice_link(*id));
    let names = describer.locale.describe_list(names.collect());
    listed(describer, &chain.voices, names)
}

/// Sets a list apart, in which words of the page stand between names.
fn listed<'a, T>(
    describer: &Describer<'_>,
    items: &[T],
    names: Description<'a>,
) -> Description<'a> {
    if items.len() > 1 {
        describer.described_in_words(names)
    } else {
        names
    }
}

/// Returns the steps of a chain that are named: of a long one its ends, and none between.
fn named(steps: &[Step]) -> Vec<Option<Step>> {
    if steps.len() <= MOST_SOURCES {
        return steps.iter().cloned().map(Some).collect();
    }
    let (head, tail) = (MOST_SOURCES / 2, MOST_SOURCES - MOST_SOURCES / 2 - 1);
    let ends = steps[steps.len() - tail..].iter().cloned().map(Some);
    let head = steps[..head].iter().cloned().map(Some);
    head.chain([None]).chain(ends).collect()
}
