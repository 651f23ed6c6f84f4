//! Builds the claim strip: a cell for each claim, by the text through which it came.

use serde::Serialize;

use crate::analysis::texts;
use crate::describe::{Describer, Message, filled};
use crate::export::drawing::width::{self, SIZE};
use crate::model::ClaimId;
use crate::page::html::{Html, class_of};

#[derive(Debug, Serialize)]
pub(super) struct StripView {
    /// What it comes to.
    finding: Option<Html>,
    /// Whether it takes more than one line: too much of a window to stay in sight.
    is_long: bool,
    groups: Vec<GroupView>,
}

/// The widths of the page where the strip stays in sight, of cells and of the space between groups, in
/// hundredths of the size of type.
const PAGE: usize = 6000;
const CELL: usize = 280;
const BETWEEN: usize = 35;

/// Claims in a row that came through the same text.
#[derive(Debug, Serialize)]
struct GroupView {
    text: String,
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    id: String,
    mark: &'static str,
    /// Whether a source on its way was corrected or retracted since.
    is_retracted: bool,
    /// The record in words, and what became of the sources.
    record: String,
}

impl StripView {
    pub(super) fn of(describer: &Describer<'_>) -> Self {
        let mut groups: Vec<GroupView> = Vec::new();
        for (id, _) in describer.brief.claims() {
            let records = describer.analysis.records_of(id);
            let updates = describer.retracted_behind(&[id]);
            let told = std::iter::once(describer.record(records)).chain(updates.iter().cloned());
            let cell = CellView {
                id: id.to_string(),
                mark: records.weakest().map_or("", class_of),
                is_retracted: !updates.is_empty(),
                record: describer.locale.joined(&told.collect::<Vec<_>>()),
            };
            let text = text(describer, id);
            match groups.last_mut() {
                Some(group) if group.text == text => group.cells.push(cell),
                _ => groups.push(GroupView {
                    text,
                    cells: vec![cell],
                }),
            }
        }
        Self {
            finding: describer.finding().map(|finding| Html::of(&finding)),
            is_long: groups.iter().map(GroupView::width).sum::<usize>() > PAGE,
            groups,
        }
    }
}

impl GroupView {
    /// How wide it is: as its cells, and no narrower than the longest word under them, in smaller type.
    fn width(&self) -> usize {
        const SMALLER: i32 = 84;
        const PADDING: usize = 40;
        let word = width::of_widest_word(&self.text) * SMALLER / SIZE;
        let word = usize::try_from(word).unwrap_or(0) + PADDING;
        word.max(self.cells.len() * CELL) + BETWEEN
    }
}

/// Names the text through which a claim came; of several says how many they are.
fn text(describer: &Describer<'_>, id: ClaimId) -> String {
    let locale = describer.locale;
    if describer.brief.claim(id).judgement().is_some() {
        return describer.in_words(locale.text(Message::StripWriter).to_owned());
    }
    match texts::behind(describer.analysis, id) {
        Some(texts) if texts.len() == 1 => texts
            .first()
            .map_or_else(String::new, |id| describer.source(*id).into_owned()),
        Some(texts) => {
            let figures = locale.figures(texts.len());
            let words = filled!(locale, StripSeveral, "count": texts.len(), "figures": figures);
            describer.in_words(words)
        }
        None => describer.in_words(locale.text(Message::StripMany).to_owned()),
    }
}
