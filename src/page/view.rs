//! Builds what the templates see: made once, nothing left to decide.
//!
//! Templates know `if` and `for`; every choice of words, order and markup inside a line is made
//! here.

mod changes;
mod claims;
mod sections;
mod sources;
mod summary;

use super::design::{Fields, fields};
use super::figure;
use super::html::Html;
use crate::describe::{Describer, Description, Mark, Message, dates, described};
use changes::Changes;

/// Builds what the page's body shows.
pub(super) fn of(describer: &Describer<'_>) -> Fields {
    let parts = describer.brief.parts();
    let changes = Changes::of(describer);
    let claims = claims::all(describer, &changes);
    fields! {
        words: describer.locale.texts(),
        topic: &*parts.topic,
        title: describer.set(&parts.title),
        as_of: as_of(describer),
        edition: describer.edition_number(),
        prepared_by: parts.prepared_by.as_deref(),
        summary: summary::summary(describer),
        bottom_line: sections::bottom_line(describer),
        figure: figure::view(describer),
        changes: changes.section,
        claims: claims,
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

fn as_of(describer: &Describer<'_>) -> Html {
    let day = describer.as_of;
    let date = dates::in_full(describer.locale, day);
    let date = Description::marked(Mark::Date(day.as_str()), date);
    Html::of(&described!(describer.locale, AsOf, "date": date))
}
