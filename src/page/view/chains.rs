//! Builds the chains of claims: one small drawing each, voice ▏──○──● text, with its names under it.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;

use crate::analysis::record::Record;
use crate::describe::{Anchor, Describer, Description, Message, Sink as _, filled};
use crate::model::{ClaimId, SourceId, VoiceId, VoiceKind};
use crate::page::html::{Html, class_of};

/// How many chains are drawn for a claim, or for a sentence.
const MOST_CHAINS: usize = 3;
/// How many sources of a chain are drawn and named; of a longer one, its ends.
const MOST_SOURCES: usize = 6;
/// The longest words that fit under a voice, under each of two sources, and under one alone.
const LONGEST_WORDS: [usize; 3] = [15, 11, 22];
/// Where the first dot and the last stand, in hundredths of the width.
const FIRST: usize = 42;
const LAST: usize = 71;

/// The chains of a claim or of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct ChainsView {
    chains: Vec<ChainView>,
    /// How many more there are.
    more: Option<String>,
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
}

/// A source of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct StepView {
    name: Html,
    is_read: bool,
}

/// A chain before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Drawn {
    voices: Vec<VoiceId>,
    record: Record,
    sources: Vec<SourceId>,
}

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
        let mut drawn: Vec<Drawn> = Vec::new();
        let mut more: u64 = 0;
        for &claim in claims {
            let first = describer.analysis.first_reports_of(claim);
            for chain in chains(describer, claim) {
                if drawn.contains(&chain) {
                    continue;
                }
                if drawn.len() < MOST_CHAINS {
                    drawn.push(chain);
                } else {
                    more = more.saturating_add(1);
                }
            }
            for source in &first.sources {
                let left_out = first.left_out(*source, &describer.analysis.chains);
                more = more.saturating_add(left_out);
            }
        }
        let count = usize::try_from(more).unwrap_or(usize::MAX);
        let figures = describer.locale.figures(count);
        Self {
            chains: drawn
                .iter()
                .map(|chain| chain_view(describer, chain, links))
                .collect(),
            more: (count > 0)
                .then(|| filled!(describer.locale, ChainsMore, "count": count, "figures": figures)),
        }
    }
}

/// Lists the chains of a claim: voices on the same record in the same first report have one.
fn chains(describer: &Describer<'_>, id: ClaimId) -> Vec<Drawn> {
    let (brief, claim) = (describer.brief, describer.brief.claim(id));
    let mut drawn = Vec::new();
    for attribution in describer.analysis.attributions_of(id) {
        for &source in &attribution.sources {
            let mut by_record: BTreeMap<Record, Vec<VoiceId>> = BTreeMap::new();
            for &voice in &attribution.voices {
                let record = Record::of(brief, claim, voice, source);
                by_record.entry(record).or_default().push(voice);
            }
            let onward = describer.analysis.chains_of(id, source);
            for (record, voices) in by_record {
                drawn.extend(onward.iter().map(|chain| Drawn {
                    voices: voices.clone(),
                    record,
                    sources: chain.sources.clone(),
                }));
            }
        }
    }
    drawn
}

fn chain_view(describer: &Describer<'_>, chain: &Drawn, links: bool) -> ChainView {
    let brief = describer.brief;
    let html = |name: Description<'_>| {
        if links {
            return Html::of(&name);
        }
        let mut html = Html::default();
        html.text(&name.to_string());
        html
    };
    let names: Vec<Option<SourceId>> = named(&chain.sources);
    let sources = names.iter().map(|id| {
        let Some(id) = id else {
            let between = chain.sources.len() + 1 - MOST_SOURCES;
            let more = describer.locale.counted(Message::MoreSources, between);
            return StepView {
                name: html(Description::text(more)),
                is_read: false,
            };
        };
        StepView {
            name: html(describer.source_link(*id)),
            is_read: brief.source(*id).was_read(),
        }
    });
    let is_read: Vec<bool> = names
        .iter()
        .map(|id| id.is_some_and(|id| brief.source(id).was_read()))
        .collect();
    let voices = voices(describer, chain);
    let [under_voice, under_each, alone] = LONGEST_WORDS;
    let under_source = if chain.sources.len() == 1 {
        alone
    } else {
        under_each
    };
    let too_long = chain
        .sources
        .iter()
        .any(|id| longest_word(&brief.source(*id).name) > under_source)
        || longest_word(&voices.to_string()) > under_voice;
    ChainView {
        drawing: drawing(chain.record, &is_read, describer.right_to_left),
        voices: html(voices),
        record: class_of(chain.record),
        record_word: describer.record_word(chain.record).to_owned(),
        sources: sources.collect(),
        runs_on: chain.sources.len() > 2 || too_long,
    }
}

/// Measures the longest word, between places where browsers break lines, in letters of Latin; those of
/// other scripts are taken to be a quarter wider.
fn longest_word(name: &str) -> usize {
    let width = |word: &str| {
        word.chars()
            .map(|c| if c < '\u{250}' { 4 } else { 5 })
            .sum()
    };
    let words = name.split([' ', '-', '\u{2013}']);
    words.map(width).max().unwrap_or(0_usize).div_ceil(4)
}

/// Names who speaks. Of an outlet's own statement the outlet itself comes next.
fn voices<'a>(describer: &Describer<'a>, chain: &Drawn) -> Description<'a> {
    let [source, ..] = chain.sources[..] else {
        return Description::default();
    };
    let is_own = |id: &VoiceId| matches!(describer.brief.voice(*id).kind, VoiceKind::Outlet(outlet) if outlet == source);
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
    describer.locale.describe_list(names.collect())
}

/// Returns the sources of a chain that are named: of a long one its ends, and none between.
fn named(sources: &[SourceId]) -> Vec<Option<SourceId>> {
    if sources.len() <= MOST_SOURCES {
        return sources.iter().copied().map(Some).collect();
    }
    let (head, tail) = (MOST_SOURCES / 2, MOST_SOURCES - MOST_SOURCES / 2 - 1);
    let ends = sources[sources.len() - tail..].iter();
    let head = sources[..head].iter().copied().map(Some);
    head.chain([None]).chain(ends.copied().map(Some)).collect()
}

/// Draws a chain. All that it needs stands in attributions of its elements, for programs that know
/// no style sheet; its width is its room's.
fn drawing(record: Record, is_read: &[bool], right_to_left: bool) -> Html {
    let draw = Draw { right_to_left };
    let mut svg = begin("drawing");
    let last = is_read.len().saturating_sub(1);
    let at = |index: usize| FIRST + (LAST - FIRST) * index / last.max(1);
    draw.voice(&mut svg, record, at(0));
    for index in 0..last {
        draw.line(
            &mut svg,
            (at(index), at(index + 1)),
            "5",
            &[("stroke-width", &".8")],
        );
    }
    for (index, is_read) in is_read.iter().enumerate() {
        draw.dot(&mut svg, at(index), *is_read);
    }
    svg.end("svg");
    svg
}

/// Draws the line of a record alone, for the legend.
pub(super) fn sample(record: Record, right_to_left: bool) -> Html {
    let mut svg = begin("drawing sample");
    Draw { right_to_left }.stroke(&mut svg, record, 100);
    svg.end("svg");
    svg
}

/// Draws a dot alone, for the legend.
pub(super) fn sample_dot(is_read: bool, right_to_left: bool) -> Html {
    let mut svg = begin("drawing sample-dot");
    Draw { right_to_left }.dot(&mut svg, 0, is_read);
    svg.end("svg");
    svg
}

fn begin(class: &'static str) -> Html {
    let mut svg = Html::default();
    let attributes = [
        ("class", &class as &dyn Display),
        ("aria-hidden", &"true"),
        ("width", &"100%"),
        ("height", &"10"),
        ("stroke", &"currentColor"),
    ];
    svg.start("svg", &attributes);
    svg
}

/// The names and values of attributes.
type Attributes<'a> = &'a [(&'static str, &'a dyn Display)];

struct Draw {
    right_to_left: bool,
}

impl Draw {
    fn x(&self, at: usize) -> String {
        format!("{}%", if self.right_to_left { 100 - at } else { at })
    }

    /// Shifts to the middle of a dot that begins at its place, as its name does.
    fn shift(&self) -> &'static str {
        if self.right_to_left {
            "translate(-4)"
        } else {
            "translate(4)"
        }
    }

    /// Draws a line in the style of a record.
    fn stroke(&self, svg: &mut Html, record: Record, to: usize) {
        let strokes: &[(&str, Attributes<'_>)] = match record {
            Record::OnRecord => &[("5", &[("stroke-width", &"1.8")])],
            Record::Anonymous => &[(
                "5",
                &[("stroke-width", &"1.8"), ("stroke-dasharray", &"7 4")],
            )],
            Record::Document => &[
                ("3.4", &[("stroke-width", &"1.1")]),
                ("6.6", &[("stroke-width", &"1.1")]),
            ],
            Record::OutletsOwn => &[(
                "5",
                &[
                    ("stroke-width", &"2.4"),
                    ("stroke-linecap", &"round"),
                    ("stroke-dasharray", &".1 4"),
                ],
            )],
            Record::NoSourceNamed | Record::Writer => &[(
                "5",
                &[
                    ("stroke-width", &"2.4"),
                    ("stroke-linecap", &"round"),
                    ("stroke-dasharray", &".1 7.5"),
                ],
            )],
        };
        for (y, stroke) in strokes {
            self.line(svg, (0, to), y, stroke);
        }
    }

    /// Draws the bar of a voice and the line from it.
    fn voice(&self, svg: &mut Html, record: Record, to: usize) {
        self.stroke(svg, record, to);
        let (x, shift) = (
            self.x(0),
            if self.right_to_left {
                "translate(-1)"
            } else {
                "translate(1)"
            },
        );
        svg.empty(
            "line",
            &[
                ("x1", &x),
                ("x2", &x),
                ("y1", &"0"),
                ("y2", &"10"),
                ("stroke-width", &"2"),
                ("transform", &shift),
            ],
        );
    }

    fn line(&self, svg: &mut Html, (from, to): (usize, usize), y: &str, stroke: Attributes<'_>) {
        let (from, to) = (self.x(from), self.x(to));
        let mut attributes: Vec<(&'static str, &dyn Display)> =
            vec![("x1", &from), ("x2", &to), ("y1", &y), ("y2", &y)];
        attributes.extend_from_slice(stroke);
        svg.empty("line", &attributes);
    }

    /// Draws a dot for what was read and a ring for what was not.
    fn dot(&self, svg: &mut Html, at: usize, is_read: bool) {
        let (x, shift) = (self.x(at), self.shift());
        let (class, fill) = if is_read {
            ("read", "currentColor")
        } else {
            ("not-read", "#fff")
        };
        svg.empty(
            "circle",
            &[
                ("class", &class),
                ("cx", &x),
                ("cy", &"5"),
                ("r", &"3.2"),
                ("fill", &fill),
                ("stroke-width", &"1.5"),
                ("transform", &shift),
            ],
        );
    }
}
