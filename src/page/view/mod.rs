//! What the templates see: borrowed or built once, nothing left to decide.
//!
//! These types exist to be serialised. Templates know `if` and `for`; every choice of words,
//! order and markup inside a line is made here.

mod attribution;
mod changes;
mod claims;
mod figures;
mod positions;
mod quotes;
mod sections;
mod sources;

use changes::Changes;
use serde::Serialize;

pub(super) use attribution::mark;

use super::names;
use super::{dates, html};
use crate::analysis::{Analysis, Edition};
use crate::describe::typography::arrow;
use crate::describe::typography::{self, Typography};
use crate::describe::{Locale, Locales, Message, verification};
use crate::model::{Brief, Language, SourceId, VoiceId};
use crate::page::figure::FigureView;
use crate::page::qr::QrView;

/// A brief and what is known of it, as the parts of the view need it.
pub(super) struct Subject<'a> {
    pub(super) edition: &'a Edition,
    pub(super) brief: &'a Brief,
    pub(super) analysis: &'a Analysis,
    pub(super) locales: &'a Locales,
    /// The words of the page.
    pub(super) locale: &'a Locale,
    /// How the brief's texts are set.
    pub(super) typography: Typography<'a>,
    /// Whether the brief is read from right to left.
    pub(super) right_to_left: bool,
    /// Leads from a voice to a work, in the direction of the text.
    pub(super) arrow: &'static str,
}

impl<'a> Subject<'a> {
    pub(super) fn new(edition: &'a Edition, locales: &'a Locales) -> Self {
        let (brief, analysis) = (edition.brief(), edition.analysis());
        let language = &brief.parts().lang;
        Self {
            edition,
            brief,
            analysis,
            locales,
            locale: locales.of(language),
            typography: locales.typography(language),
            right_to_left: language.is_right_to_left(),
            arrow: arrow(language),
        }
    }
}

/// The page.
#[derive(Debug, Serialize)]
pub(super) struct PageView<'a> {
    words: &'a Locale,
    topic: &'a str,
    title: String,
    as_of: String,
    edition: String,
    prepared_by: Option<&'a str>,
    summary: String,
    bottom_line: Vec<sections::SentenceView>,
    changes: Option<changes::ChangesView>,
    figure: Option<FigureView>,
    claims: Vec<claims::ClaimView<'a>>,
    positions: Option<positions::PositionsView<'a>>,
    tensions: Vec<sections::TensionView>,
    timeline: Vec<sections::EntryView>,
    gaps: Vec<sections::GapView>,
    not_known: String,
    sources: Vec<sources::SourceView<'a>>,
    voices: Vec<sources::VoiceView<'a>>,
    method: Option<String>,
    figures: String,
    quotes_checked: Option<String>,
    legend: Vec<figures::StatusView<'a>>,
    qr: Option<QrView>,
}

impl<'a> PageView<'a> {
    /// Builds the view of a brief.
    pub(super) fn of(subject: &Subject<'a>) -> Self {
        let parts = subject.brief.parts();
        let changes = Changes::of(subject);
        let claims = claims::all(subject, &changes);
        Self {
            words: subject.locale,
            topic: &parts.topic,
            title: subject.set(&parts.title),
            as_of: as_of(subject),
            edition: edition(subject.locale, parts.edition),
            prepared_by: parts.prepared_by.as_deref(),
            summary: figures::summary(subject),
            bottom_line: sections::bottom_line(subject),
            figure: FigureView::of(subject),
            changes: changes.section,
            claims,
            positions: positions::matrix(subject),
            tensions: sections::tensions(subject),
            timeline: sections::timeline(subject),
            gaps: sections::gaps(subject),
            not_known: figures::of_read(subject, Message::Gaps),
            sources: sources::works(subject),
            voices: sources::voices(subject),
            method: parts.method.as_ref().map(|method| subject.prose(method)),
            figures: figures::figures(subject),
            quotes_checked: verification::of_all(subject.locale, &subject.analysis.checks),
            legend: figures::legend(subject),
            qr: sources::main_code(subject),
        }
    }
}

/// Returns as of which day the brief is, as HTML.
fn as_of(subject: &Subject<'_>) -> String {
    let day = &subject.brief.parts().as_of;
    let mut date = format!("<time datetime=\"{}\">", day.as_str());
    html::escape(&dates::in_full(subject.locale, day), &mut date);
    date.push_str("</time>");
    subject.locale.with(Message::AsOf, [("date", date.into())])
}

/// Returns which edition it is.
pub(super) fn edition(locale: &Locale, number: u64) -> String {
    let number = number.to_string();
    locale.with(Message::Edition, [("edition", number.into())])
}

impl Subject<'_> {
    /// Sets a text in the brief's language.
    fn set(&self, text: &str) -> String {
        typography::set(text, &self.typography).into_owned()
    }

    /// Returns running text as HTML.
    fn prose(&self, prose: &crate::model::Prose) -> String {
        html::prose(prose, &self.typography)
    }

    /// Returns the direction of a language, where the page's is another.
    fn dir(&self, language: &Language) -> Option<&'static str> {
        match (language.is_right_to_left(), self.right_to_left) {
            (true, false) => Some("rtl"),
            (false, true) => Some("ltr"),
            (true, true) | (false, false) => None,
        }
    }

    /// Returns a voice's name in short.
    pub(super) fn voice_in_short(&self, id: VoiceId) -> String {
        names::voice_in_short(self.locale, self.brief, id)
    }

    /// Returns the names of works.
    pub(super) fn names_of(&self, works: &[SourceId]) -> Vec<&str> {
        let names = works.iter().map(|id| &*self.brief.source(*id).name);
        names.collect()
    }

    /// Returns a link to a voice of the list of voices, as HTML.
    fn voice_link(&self, id: VoiceId) -> String {
        let mut out = format!("<a href=\"#{id}\">");
        html::escape(&self.voice_in_short(id), &mut out);
        out.push_str("</a>");
        out
    }
}
