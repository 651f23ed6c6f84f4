//! Writes where in their sources claims stand.

use super::Letter;
use super::sink::{described, text};
use crate::analysis::source_link;
use crate::describe::{Description, Mark, Message};
use crate::model::Report;

impl Letter<'_> {
    /// Writes the passages that were looked for, each as the link to its source if that has an address; of
    /// those that were not found, why.
    pub(super) fn passages(&mut self, report: &Report) {
        let describer = self.describer;
        for passage in &report.passages {
            let not_found = describer.not_found(passage);
            if not_found.is_none() && !passage.is_found() {
                continue;
            }
            let remark = not_found.map(|why| format!(" ({why})"));
            let remark = text(&remark.unwrap_or_else(|| describer.caveats(passage)));
            let (open, close) = describer.marks(describer.language_in_source(passage));
            let words = format!("{open}{}{close}", passage.text);
            let link = source_link::of_passage(describer.brief, passage);
            let link = link.filter(|_| passage.is_found());
            let words = described(&match &link {
                Some(link) => Description::marked(Mark::Address(link), words),
                None => Description::text(words),
            });
            let told = describer
                .locale
                .with(Message::ExportPassage, [("words", words.into())]);
            self.line(&format!("  - {told}{remark}"));
        }
    }
}
