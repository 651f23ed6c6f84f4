//! What the templates see: borrowed or built once, nothing left to decide.
//!
//! These types exist to be serialised. Templates know `if` and `for`; every choice of words,
//! order and markup inside a line is made here.

mod attribution;
mod claims;
mod figures;
mod positions;
mod sections;
mod sources;

use serde::Serialize;

pub(super) use attribution::mark;

use super::names;
use super::typography::{QuoteMarks, quote_marks};
use super::{dates, html};
use crate::analysis::Analysis;
use crate::model::Brief;
use crate::page::figure::FigureView;
use crate::page::qr::QrView;

/// A brief and what is known of it, as the parts of the view need it.
pub(super) struct Subject<'a> {
    pub(super) brief: &'a Brief,
    pub(super) analysis: &'a Analysis,
    pub(super) marks: QuoteMarks,
}

impl<'a> Subject<'a> {
    pub(super) fn new(brief: &'a Brief, analysis: &'a Analysis) -> Self {
        Self {
            brief,
            analysis,
            marks: quote_marks(&brief.parts().lang),
        }
    }
}

/// The page.
#[derive(Debug, Serialize)]
pub(super) struct PageView<'a> {
    topic: &'a str,
    title: String,
    as_of: AsOfView<'a>,
    edition: u64,
    prepared_by: Option<&'a str>,
    summary: String,
    bottom_line: Vec<sections::SentenceView>,
    figure: Option<FigureView>,
    claims: Vec<claims::ClaimView<'a>>,
    positions: Option<positions::PositionsView<'a>>,
    tensions: Vec<sections::TensionView>,
    timeline: Vec<sections::EntryView>,
    gaps: Vec<sections::GapView>,
    these_sources: &'static str,
    sources: Vec<sources::SourceView<'a>>,
    voices: Vec<sources::VoiceView<'a>>,
    method: Option<String>,
    figures: String,
    origins_explained: &'static str,
    legend: Vec<figures::StatusView>,
    qr: Option<QrView>,
}

/// The day up to which the brief is current.
#[derive(Debug, Serialize)]
struct AsOfView<'a> {
    edtf: &'a str,
    words: String,
}

impl<'a> PageView<'a> {
    /// Builds the view of a brief.
    pub(super) fn of(brief: &'a Brief, analysis: &'a Analysis) -> Self {
        let subject = Subject::new(brief, analysis);
        let parts = brief.parts();
        Self {
            topic: &parts.topic,
            title: subject.set(&parts.title),
            as_of: AsOfView {
                edtf: parts.as_of.as_str(),
                words: dates::in_full(&parts.as_of),
            },
            edition: parts.edition,
            prepared_by: parts.prepared_by.as_deref(),
            summary: figures::summary(&subject),
            bottom_line: sections::bottom_line(&subject),
            figure: FigureView::of(&subject),
            claims: claims::all(&subject),
            positions: positions::matrix(&subject),
            tensions: sections::tensions(&subject),
            timeline: sections::timeline(&subject),
            gaps: sections::gaps(&subject),
            these_sources: figures::these_sources(&subject),
            sources: sources::works(&subject),
            voices: sources::voices(&subject),
            method: parts.method.as_ref().map(|method| subject.prose(method)),
            figures: figures::figures(&subject),
            origins_explained: figures::ORIGINS_EXPLAINED,
            legend: figures::legend(&subject),
            qr: sources::main_code(&subject),
        }
    }
}

impl Subject<'_> {
    /// Sets a text in the brief's language.
    fn set(&self, text: &str) -> String {
        super::typography::set(text, &self.marks).into_owned()
    }

    /// Returns running text as HTML.
    fn prose(&self, prose: &crate::model::Prose) -> String {
        html::prose(prose, &self.marks)
    }

    /// Returns a link to a voice of the list of voices, as HTML.
    fn voice_link(&self, id: crate::model::VoiceId) -> String {
        let mut out = format!("<a href=\"#{id}\">");
        html::escape(&names::voice_in_short(self.brief, id), &mut out);
        out.push_str("</a>");
        out
    }
}
