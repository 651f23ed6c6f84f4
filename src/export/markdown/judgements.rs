//! Writes the writer's judgements, apart from what others say.

use super::Letter;
use super::sink::{described, text};
use crate::describe::{Message, UpdateDates};

impl Letter<'_> {
    /// Lists what the writer judges, apart from what others say.
    pub(super) fn judgements(&mut self) {
        let describer = self.describer;
        if !describer.has_judgements() {
            return;
        }
        self.heading(describer.locale.text(Message::Judgements));
        self.line(&format!(
            "{}\n",
            text(describer.locale.text(Message::JudgementsExplained))
        ));
        for (id, claim) in describer.brief.claims() {
            let Some(judgement) = claim.judgement() else {
                continue;
            };
            let says = self.prose(&claim.says);
            self.line(&format!("- **{id}** {says}"));
            self.table(&claim.says, 2);
            let ground = described(&describer.judgement(judgement));
            self.line(&format!("  - {ground}"));
            for updates in describer.updates_behind(id, UpdateDates::InBrief) {
                self.line(&format!("  - {}", described(&updates)));
            }
            if let Some(note) = &claim.note {
                self.remark(Message::ExportNote, note);
            }
        }
        let likelihoods: Vec<String> = describer
            .likelihoods()
            .map(|step| {
                let word = describer.likelihood_word(step);
                format!("{word}: {}", describer.likelihood_meaning(step))
            })
            .collect();
        if !likelihoods.is_empty() {
            let separator = describer.locale.text(Message::ClauseSeparator);
            let meanings = text(&describer.capitalised(&likelihoods.join(separator)));
            self.line(&format!("\n{meanings}."));
        }
    }
}
