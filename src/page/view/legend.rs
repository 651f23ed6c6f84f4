//! Builds the legend: what the lines and dots of the page mean.

use std::borrow::Cow;

use serde::Serialize;

use crate::analysis::record::Record;
use crate::describe::{Describer, Message};
use crate::page::drawing;
use crate::page::html::{Html, class_of};

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
        let line = drawing::sample(record, describer.right_to_left);
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
        (false, Message::DrawingNotRead),
    ];
    let dots = dots
        .into_iter()
        .filter(|(is_read, _)| sources().any(|one| one == *is_read));
    let dots = dots.map(|(is_read, word)| {
        let dot = drawing::sample_dot(is_read, describer.right_to_left);
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
    let is_retracted = describer
        .brief
        .claims()
        .any(|(id, _)| !describer.retracted_behind(&[id]).is_empty());
    let retracted = is_retracted.then(|| LegendView {
        meaning: Some(locale.text(Message::MeaningUpdates).into()),
        ..entry("updates", None, locale.text(Message::LegendUpdates))
    });
    records
        .chain(dots)
        .chain(retracted)
        .chain(likelihoods)
        .chain(changes)
        .collect()
}
