//! Builds what the templates see: borrowed or made once, nothing left to decide.
//!
//! These types exist to be serialised. Templates know `if` and `for`; every choice of words,
//! order and markup inside a line is made here.

mod changes;
mod claims;
mod sections;
mod sources;
mod summary;

use serde::Serialize;

use super::figure::FigureView;
use super::html::Html;
use super::qr::QrView;
use crate::describe::{Describer, Description, Locale, Mark, Message, dates, described};
use changes::Changes;

/// The page.
#[derive(Debug, Serialize)]
pub(super) struct PageView<'a> {
    words: &'a Locale,
    /// The language of the page's own words, if it is another than the brief's.
    words_lang: Option<&'a str>,
    topic: &'a str,
    title: String,
    /// How solid the headline is, and the bottom line.
    strength: Option<Html>,
    bottom_line_strength: Option<Html>,
    as_of: Html,
    edition: String,
    prepared_by: Option<&'a str>,
    summary: String,
    bottom_line: Vec<sections::SentenceView>,
    changes: Option<changes::ChangesView>,
    figure: Option<FigureView>,
    claims: Vec<claims::ClaimView<'a>>,
    judgements: Vec<claims::JudgementView<'a>>,
    positions: Option<sections::PositionsView<'a>>,
    tensions: Vec<sections::TensionView>,
    timeline: Vec<sections::EntryView>,
    gaps: Vec<sections::GapView>,
    not_known: String,
    sources: Vec<sources::SourceView<'a>>,
    voices: Vec<sources::VoiceView<'a>>,
    method: Option<Html>,
    figures: String,
    quotes_checked: Option<String>,
    legend: Vec<summary::LegendView<'a>>,
    qr: Option<QrView>,
}

impl<'a> PageView<'a> {
    /// Builds the view of a brief.
    pub(super) fn of(describer: &Describer<'a>) -> Self {
        let parts = describer.brief.parts();
        let changes = Changes::of(describer);
        let claims = claims::all(describer, &changes);
        let judgements = claims::judgements(describer, &changes);
        Self {
            words: describer.locale,
            words_lang: describer.foreign_words(),
            topic: &parts.topic,
            title: describer.set(&parts.title).into_owned(),
            strength: describer.strength_of_title().map(|told| Html::of(&told)),
            bottom_line_strength: describer
                .strength_of_bottom_line()
                .map(|told| Html::of(&told)),
            as_of: as_of(describer),
            edition: describer.edition_number(),
            prepared_by: parts.prepared_by.as_deref(),
            summary: summary::summary(describer),
            bottom_line: sections::bottom_line(describer),
            figure: FigureView::of(describer),
            changes: changes.section,
            claims,
            judgements,
            positions: sections::positions(describer),
            tensions: sections::tensions(describer),
            timeline: sections::timeline(describer),
            gaps: sections::gaps(describer),
            not_known: describer.of_read(Message::Gaps),
            sources: sources::sources(describer),
            voices: sources::voices(describer),
            method: Html::of_prose(parts.method.as_ref(), &describer.typography),
            figures: summary::figures(describer),
            quotes_checked: describer.checks(),
            legend: summary::legend(describer),
            qr: sources::main_code(describer),
        }
    }
}

fn as_of(describer: &Describer<'_>) -> Html {
    let day = describer.as_of;
    let date = dates::in_full(describer.locale, day);
    let date = Description::marked(Mark::Date(day.as_str()), date);
    Html::of(&described!(describer.locale, AsOf, "date": date))
}
