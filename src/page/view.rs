//! Builds what the templates see: borrowed or made once, nothing left to decide.
//!
//! These types exist to be serialised. Templates know `if` and `for`; every choice of words,
//! order and markup inside a line is made here.

mod chains;
mod changes;
mod claims;
mod legend;
mod parting;
mod positions;
mod previews;
mod sections;
mod sources;
mod strip;
mod tensions;
mod whole;

use std::borrow::Cow;

use serde::Serialize;

use super::html::{Html, class_of};
use super::qr::QrView;
use crate::analysis::strength::Strength;
use crate::describe::typography::{DOT, unparted};
use crate::describe::{Describer, Description, Locale, Mark, Message, dates, described};
use crate::model::{self, BriefParts};
use changes::Changes;

/// The page.
#[derive(Debug, Serialize)]
pub(super) struct PageView<'a> {
    words: &'a Locale,
    /// The attributes of what is in the page's own words, where they are of another language than the
    /// brief: the language, the direction where that is another, and both.
    foreign_lang: Html,
    foreign_dir: Html,
    foreign: Html,
    /// Parts what stands in a line: no line begins with it, nor, if it is firm, ends with it.
    dot: &'static str,
    firm_dot: &'static str,
    topic: Cow<'a, str>,
    /// Whether something is still to be written.
    is_unfinished: bool,
    title: String,
    heading: Html,
    /// How solid the headline is, and the class of its weakest record.
    strength: Option<Html>,
    strength_mark: &'static str,
    arrow: &'static str,
    as_of: Html,
    edition: String,
    prepared_by: Option<Cow<'a, str>>,
    origins: String,
    bottom_line: Vec<sections::SentenceView>,
    changes: Option<changes::ChangesView>,
    strip: strip::StripView,
    runs: Vec<claims::RunView<'a>>,
    judgements: Vec<claims::JudgementView<'a>>,
    positions: Option<positions::PositionsView<'a>>,
    tensions: Vec<tensions::SidesView>,
    timeline: Vec<sections::EventView>,
    gaps: Vec<sections::GapView>,
    not_known: String,
    sources: Vec<sources::SourceView<'a>>,
    /// What opens the list of sources and voices where there is little room.
    sources_summary: String,
    voices: Vec<sources::VoiceView<'a>>,
    method: Option<Html>,
    quotes_checked: Option<String>,
    legend: Vec<legend::LegendView<'a>>,
    qr: Option<QrView>,
    previews: Vec<previews::PreviewView<'a>>,
}

impl<'a> PageView<'a> {
    /// Builds the view of a brief, for large print or not.
    pub(super) fn of(describer: &Describer<'a>, large_print: bool) -> Self {
        let parts = describer.brief.parts();
        let changes = Changes::of(describer);
        let runs = claims::runs(describer, &changes);
        let judgements = claims::judgements(describer, &changes);
        Self {
            words: describer.locale,
            foreign_lang: attributes(describer.foreign_words(), None),
            foreign_dir: attributes(None, describer.foreign_direction()),
            foreign: attributes(describer.foreign_words(), describer.foreign_direction()),
            dot: DOT,
            firm_dot: "\u{A0}·\u{A0}",
            topic: describer.phrase(&parts.topic),
            is_unfinished: is_unfinished(parts),
            heading: Html::of_text(&describer.sentence(&describer.set(&parts.title))),
            title: describer.set(&parts.title).into_owned(),
            strength: describer.strength_of_title().map(|told| Html::of(&told)),
            strength_mark: strength_mark(describer),
            arrow: describer.arrow,
            as_of: as_of(describer),
            edition: describer.in_words(unparted(&describer.edition_number())),
            prepared_by: parts.prepared_by.as_deref().map(|by| describer.name(by)),
            origins: describer.origins_in_all(),
            bottom_line: sections::bottom_line(describer),
            strip: strip::StripView::of(describer),
            changes: changes.section,
            runs,
            judgements,
            previews: previews::previews(describer),
            positions: positions::positions(describer, large_print),
            tensions: tensions::section(describer),
            timeline: sections::timeline(describer),
            gaps: sections::gaps(describer),
            not_known: describer.of_read(Message::Gaps),
            sources: sources::sources(describer),
            sources_summary: sources::summary(describer),
            voices: sources::voices(describer),
            method: Html::of_prose(describer, parts.method.as_ref()),
            quotes_checked: describer.checks(),
            legend: legend::legend(describer),
            qr: sources::main_code(describer),
        }
    }
}

/// Says whether a brief that is built as a draft has texts that are still to be written.
fn is_unfinished(parts: &BriefParts) -> bool {
    let is_unfinished = model::is_unfinished;
    let sources = parts.sources.iter();
    let mut publishers = sources.filter_map(|source| source.publisher.as_deref());
    let mut claims = parts.claims.iter();
    let mut sentences = parts.bottom_line.iter();
    is_unfinished(&parts.topic)
        || is_unfinished(&parts.title)
        || publishers.any(is_unfinished)
        || claims.any(|claim| is_unfinished(&claim.says.plain()))
        || sentences.any(|sentence| is_unfinished(&sentence.text.plain()))
}

fn as_of(describer: &Describer<'_>) -> Html {
    let day = describer.as_of;
    let date = dates::in_full(describer.locale, day);
    let date = Description::marked(Mark::Date(day.as_str()), date);
    let words = described!(describer.locale, AsOf, "date": date);
    Html::of(&describer.described_in_words(words))
}

fn attributes(lang: Option<&str>, dir: Option<&str>) -> Html {
    let mut attributes = Html::default();
    for (name, value) in [("lang", lang), ("dir", dir)] {
        if let Some(value) = value {
            attributes.attributes(&[(name, &value)]);
        }
    }
    attributes
}

/// Returns the class of the weakest record of what the headline rests on.
fn strength_mark(describer: &Describer<'_>) -> &'static str {
    let cites = &describer.brief.parts().title_cites;
    let strength = Strength::of(describer.brief, describer.analysis, cites);
    let record = strength.and_then(|strength| strength.weakest_record(describer.analysis));
    record.map_or("", class_of)
}
