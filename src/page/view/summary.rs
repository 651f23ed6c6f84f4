//! Says how many origins a brief has, and builds the legend.

use std::borrow::Cow;

use serde::Serialize;

use super::chains;
use crate::analysis::record::Record;
use crate::describe::{Describer, Message, filled};
use crate::page::html::{Html, class_of};

/// Fills a message that says how many, and more.
macro_rules! counted {
    ($locale:expr, $message:ident, $count:expr, $($values:tt)+) => {
        filled!($locale, $message, "count": $count, "number": $locale.number($count), $($values)+)
    };
}

/// Returns how many origins there are in all, and how many claims rest on one.
pub(super) fn origins(describer: &Describer<'_>) -> String {
    let (locale, summary) = (describer.locale, &describer.analysis.summary);
    let resting = resting(describer);
    let origins = counted!(locale, SummaryOrigins, summary.origins, "resting": resting);
    describer.capitalised(&origins)
}

fn resting(describer: &Describer<'_>) -> String {
    let (locale, summary) = (describer.locale, &describer.analysis.summary);
    match (summary.on_one_origin, summary.reports) {
        (one, all) if one == all => locale.text(Message::RestingEvery).to_owned(),
        (0, _) => locale.text(Message::RestingNone).to_owned(),
        (one, all) => counted!(locale, RestingSome, one, "all": locale.number(all)),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct LegendView<'a> {
    /// What is explained, as it is drawn.
    drawing: Option<Html>,
    class: &'static str,
    word: &'a str,
    meaning: Option<Cow<'a, str>>,
}

/// Builds the legend: the lines and dots, and the steps of likelihood that the brief uses.
pub(super) fn legend<'a>(describer: &Describer<'a>) -> Vec<LegendView<'a>> {
    let locale = describer.locale;
    let entry = |class, drawing, word| LegendView {
        drawing,
        class,
        word,
        meaning: None,
    };
    let records = describer
        .records()
        .filter(|record| *record != Record::Writer);
    let records = records.map(|record| {
        let line = chains::sample(record, describer.right_to_left);
        entry(class_of(record), Some(line), describer.record_word(record))
    });
    let sources = || {
        describer
            .brief
            .sources()
            .map(|(_, source)| source.was_read())
    };
    let dots = [
        (true, Message::DrawingRead),
        (false, Message::LegendNotRead),
    ];
    let dots = dots
        .into_iter()
        .filter(|(is_read, _)| sources().any(|one| one == *is_read));
    let dots = dots.map(|(is_read, word)| {
        let dot = chains::sample_dot(is_read, describer.right_to_left);
        entry("dot", Some(dot), locale.text(word))
    });
    let likelihoods = describer.likelihoods().map(|likelihood| LegendView {
        meaning: Some(describer.likelihood_meaning(likelihood).into()),
        ..entry("likelihood", None, describer.likelihood_word(likelihood))
    });
    let changes = describer.edition.previous().map(|_| LegendView {
        meaning: Some(locale.text(Message::MeaningChanges).into()),
        ..entry("changed", None, locale.text(Message::LegendChanges))
    });
    records
        .chain(dots)
        .chain(likelihoods)
        .chain(changes)
        .collect()
}
