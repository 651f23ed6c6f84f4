//! Writes where in their sources claims stand.

use super::Letter;
use super::sink::described;
use crate::analysis::source_link;
use crate::describe::{Description, Mark, Message};
use crate::model::Report;

impl Letter<'_> {
    /// Writes the passages that were found, each as the link to its source if that has an address.
    pub(super) fn passages(&mut self, report: &Report) {
        let describer = self.describer;
        let found = report.passages.iter().filter(|passage| passage.is_found());
        for passage in found {
            let (open, close) = describer.marks(describer.language_in_source(passage));
            let words = format!("{open}{}{close}", passage.text);
            let link = source_link::of_passage(describer.brief, passage);
            let words = described(&match &link {
                Some(link) => Description::marked(Mark::Address(link), words),
                None => Description::text(words),
            });
            let told = describer
                .locale
                .with(Message::ExportPassage, [("words", words.into())]);
            self.line(&format!("  - {told}"));
        }
    }
}
