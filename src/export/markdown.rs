//! Writes a brief as Markdown that reads well as it is, in an e-mail, and rendered.

mod judgements;
mod passages;
mod sink;
mod sources;

use std::fmt::Write as _;

use crate::analysis::Edition;
use crate::analysis::changes::Diff;
use crate::analysis::positions::Cell;
use crate::analysis::timeline::TimelineEntry;
use crate::describe::changes::{ChangeDescriber, Item, Outcome};
use crate::describe::{
    Describer, Description, END_OF_ISOLATE, Locales, Mark, Message, Statement, UpdateDates, dates,
    filled, labels, plain_prose,
};
use crate::model::{ClaimId, Prose, Quote, Report};
use sink::{described, text};

/// Returns a brief as Markdown: `CommonMark`, and a table as GitHub has it.
pub fn markdown(edition: &Edition, locales: &Locales) -> String {
    let mut letter = Letter {
        describer: Describer::new(edition, locales),
        out: String::new(),
    };
    letter.opening();
    letter.changes();
    letter.claims();
    letter.judgements();
    letter.positions();
    letter.tensions();
    letter.timeline();
    letter.gaps();
    letter.sources();
    letter.voices();
    letter.out
}

struct Letter<'a> {
    describer: Describer<'a>,
    out: String,
}

impl<'a> Letter<'a> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        _ = writeln!(self.out, "\n## {heading}\n");
    }

    fn prose(&self, prose: &Prose) -> String {
        let words = sink::prose(prose, &self.describer.typography);
        match self.describer.direction(&plain_prose(prose)) {
            Some(direction) => format!("{direction}{words}{END_OF_ISOLATE}"),
            None => words,
        }
    }

    /// Appends the table that a text introduces, so deep in a list.
    fn table(&mut self, prose: &Prose, indent: usize) {
        let table = sink::table(prose, &self.describer.typography, indent);
        self.out.extend(table);
    }

    fn opening(&mut self) {
        let parts = self.describer.brief.parts();
        let below = self.subtitle();
        let bottom_line = self.describer.locale.text(Message::ExportBottomLine);
        let sentences = parts.bottom_line.iter();
        let sentences: Vec<String> = sentences
            .map(|sentence| self.prose(&sentence.text))
            .collect();
        let title = self.describer.set(&parts.title);
        let title = text(&self.describer.sentence(&title));
        _ = writeln!(self.out, "# {title}\n\n*{below}*\n");
        self.strength(self.describer.strength_of_title().as_ref());
        _ = writeln!(self.out, "**{bottom_line}** {}", sentences.join(" "));
        if let Some(strength) = self.describer.strength_of_bottom_line() {
            self.out.push('\n');
            self.strength(Some(&strength));
            self.out.truncate(self.out.trim_end().len() + 1);
        }
        if let Some(finding) = self.describer.finding() {
            _ = writeln!(self.out, "\n{}", described(&finding));
        }
    }

    /// Says how solid something is.
    fn strength(&mut self, strength: Option<&Description<'_>>) {
        if let Some(strength) = strength {
            let question = text(self.describer.locale.text(Message::Strength));
            let told = described(strength);
            self.line(&format!("**{question}** {told}\n"));
        }
    }

    fn subtitle(&self) -> String {
        let (parts, locale) = (self.describer.brief.parts(), self.describer.locale);
        let topic = ("topic", self.describer.phrase(&parts.topic).into());
        let date = ("date", dates::in_full(locale, &parts.as_of).into());
        let edition = ("edition", parts.edition.to_string().into());
        text(&match &parts.prepared_by {
            None => locale.with(Message::ExportSubtitle, [topic, date, edition]),
            Some(by) => {
                let values = [topic, date, edition, ("by", self.describer.name(by).into())];
                locale.with(Message::ExportSubtitlePreparedBy, values)
            }
        })
    }

    /// Lists what changed, if the brief names the previous edition.
    fn changes(&mut self) {
        let Some(diff) = Diff::from_previous(self.describer.edition) else {
            return;
        };
        let changes = ChangeDescriber::of(&diff, self.describer.locales);
        self.heading(&changes.heading());
        self.line(&format!("{}\n", text(&changes.summary())));
        for part in changes.parts() {
            self.line(&format!("- {}", part.name.words(self.describer.locale)));
            for item in &part.items {
                self.change(item);
            }
        }
    }

    fn change(&mut self, item: &Item<'_>) {
        let is_labelled = !item.label.is_empty();
        if is_labelled {
            let outcome = item.outcome_in_words(self.describer.locale);
            let (outcome, label) = (text(&outcome), text(&item.label));
            let mut head = if item.outcome == Outcome::Withdrawn {
                format!("{outcome}: {label}")
            } else {
                format!("**{label}** {outcome}")
            };
            if let Some(words) = item.words() {
                _ = write!(head, ": {}", text(&words));
            }
            self.line(&format!("  - {head}"));
        }
        let indent = if is_labelled { "    " } else { "  " };
        for change in &item.changes {
            let line = described(&change.line(&self.describer));
            self.line(&format!("{indent}- {line}"));
        }
    }

    fn claims(&mut self) {
        let describer = self.describer;
        self.heading(describer.locale.text(Message::ExportClaims));
        for (id, claim) in describer.brief.claims() {
            let Some(report) = claim.report() else {
                continue;
            };
            let says = self.prose(&claim.says);
            self.line(&format!("- **{id}** {says}"));
            self.table(&claim.says, 2);
            let chains = describer.chains_in_line(id);
            let chains = chains.join(describer.locale.text(Message::AlsoSeparator));
            let record = self.record(id, report);
            self.line(&format!("  - {}. {record}", text(&chains)));
            for updates in describer.updates_behind(id, UpdateDates::InBrief) {
                self.line(&format!("  - {}", described(&updates)));
            }
            self.passages(report);
            for id in describer.analysis.quotes.of_claim(id) {
                self.quote(&id.to_string(), id.in_brief(describer.brief));
            }
            for (label, remark) in [
                (Message::ExportCharacterised, &report.characterised),
                (Message::ExportNote, &claim.note),
            ] {
                if let Some(remark) = remark {
                    self.remark(label, remark);
                }
            }
        }
    }

    fn remark(&mut self, label: Message, remark: &Prose) {
        let words = self.prose(remark);
        let line = self.describer.locale.with(label, [("text", words.into())]);
        self.line(&format!("  - {line}"));
        self.table(remark, 4);
    }

    fn record(&self, id: ClaimId, report: &Report) -> String {
        let Describer {
            locale, analysis, ..
        } = self.describer;
        let record = Some(self.describer.record(analysis.records_of(id)));
        let record: Vec<String> = record
            .into_iter()
            .chain(self.describer.told_to(id))
            .collect();
        let retellings = self
            .describer
            .retellings_and_origins(id)
            .unwrap_or_default();
        text(&self.describer.capitalised(&filled!(
            locale, ExportRecord, "record": locale.joined(&record), "retellings": retellings,
            "date": self.describer.date(&report.said),
        )))
    }

    fn quote(&mut self, label: &str, quote: &'a Quote) {
        let describer = self.describer;
        let in_marks = |words: &str, language| {
            let (open, close) = describer.marks(language);
            let words = format!("{open}{}{close}", text(words));
            describer.quoted(&words, language).into_owned()
        };
        let speakers = describer.voices_in_short(&quote.voices);
        let remarks = [label.into(), speakers.into()].into_iter();
        let remarks = remarks.chain(describer.remarks(quote));
        let mut remarks: Vec<Description<'_>> = remarks.map(Description::text).collect();
        let check = describer.check(quote);
        if let Some(check) = &check {
            let words = format!("{}{}", check.found, check.on);
            remarks.push(match &check.link {
                Some(link) => Description::marked(Mark::Address(link), words),
                None => Description::text(words),
            });
        }
        let separator = describer.locale.text(Message::ListSeparator);
        let remarks = described(&Description::joined(remarks, separator));
        let words = in_marks(&quote.text, quote.lang.as_ref());
        self.line(&format!("  - {words} ({remarks})"));
        if let (Some(original), Some(language)) = (&quote.original, &quote.translated_from) {
            let label = text(describer.locale.text(Message::QuoteOriginal));
            let words = in_marks(original, Some(language));
            self.line(&format!("    - {label}: {words}"));
        }
    }

    fn positions(&mut self) {
        let Describer {
            brief,
            analysis,
            locale,
            ..
        } = self.describer;
        let matrix = &analysis.positions;
        if matrix.rows.is_empty() || matrix.columns.is_empty() {
            return;
        }
        self.heading(locale.text(Message::Positions));
        let issues = matrix
            .columns
            .iter()
            .map(|id| text(&self.describer.phrase(&brief.issue(*id).name)));
        let issues: Vec<String> = issues.collect();
        self.questions();
        self.line(&format!("| | {} |", issues.join(" | ")));
        self.line(&format!("| --- |{}", " --- |".repeat(issues.len())));
        for (voice, cells) in matrix.by_row() {
            let cells: Vec<String> = cells.iter().map(|cell| self.cell(cell)).collect();
            let name = text(&self.describer.voice_in_short_first(voice));
            self.line(&format!("| {name} | {} |", cells.join(" | ")));
        }
    }

    /// Lists what the issues of the matrix ask, for which a table has no room.
    fn questions(&mut self) {
        let Describer {
            brief, analysis, ..
        } = self.describer;
        let issues = analysis.positions.columns.iter();
        let issues = issues.map(|id| brief.issue(*id));
        let mut is_list = false;
        for issue in issues {
            if let Some(question) = &issue.question {
                let [name, question] =
                    [&issue.name, question].map(|words| text(&self.describer.phrase(words)));
                self.line(&format!("- **{name}** {question}"));
                is_list = true;
            }
        }
        if is_list {
            self.out.push('\n');
        }
    }

    fn cell(&self, cell: &Cell) -> String {
        let statements = self.describer.statements(cell);
        if statements.is_empty() {
            return self.describer.locale.text(Message::NoStatement).to_owned();
        }
        let statements = statements.iter().map(|one| self.statement(one));
        let separator = self.describer.locale.text(Message::ClauseSeparator);
        statements.collect::<Vec<_>>().join(separator)
    }

    fn statement(&self, statement: &Statement<'_>) -> String {
        let locale = self.describer.locale;
        let reported = statement.reported_by_others;
        let reported = reported.then(|| text(locale.text(Message::ExportPositionReported)));
        let remarks = statement.remarks.iter().chain(&statement.updates);
        let remarks = remarks.map(|remark| text(remark));
        let claims = labels(&statement.claims);
        let remarks: Vec<String> = [claims]
            .into_iter()
            .chain(remarks)
            .chain(reported)
            .collect();
        let remarks = remarks.join(locale.text(Message::ClauseSeparator));
        let words = text(&self.describer.phrase(&statement.words));
        let told = match statement.stance {
            Some(stance) => {
                let stance = format!("**{}**", text(self.describer.stance(stance)));
                filled!(
                    locale, ExportPosition, "stance": stance, "position": words,
                    "remarks": remarks,
                )
            }
            None if statement.is_more => {
                format!("{} {remarks}", text(locale.text(Message::PositionsAlso)))
            }
            // Claims beyond those that are worded.
            None if words.is_empty() => remarks,
            None => filled!(locale, ExportPositionNone, "claim": words, "remarks": remarks),
        };
        let earlier = statement.earlier.iter().map(|earlier| text(earlier));
        let told: Vec<String> = earlier.chain([told]).collect();
        told.join(" ")
    }

    fn tensions(&mut self) {
        let tensions = &self.describer.brief.parts().tensions;
        if tensions.is_empty() {
            return;
        }
        self.heading(self.describer.locale.text(Message::Tensions));
        let sides = &self.describer.analysis.tensions;
        for (index, (tension, sides)) in tensions.iter().zip(sides).enumerate() {
            let sides = self.describer.claims(sides);
            let note = self.prose(&tension.note);
            self.line(&format!("- **T{}** {sides}: {note}", index + 1));
        }
    }

    fn timeline(&mut self) {
        let Describer {
            brief,
            analysis,
            locale,
            ..
        } = self.describer;
        if analysis.timeline.is_empty() {
            return;
        }
        self.heading(locale.text(Message::Timeline));
        for entry in &analysis.timeline {
            let when = text(&self.describer.event_date(entry.when(brief)));
            let (what, claims) = match entry {
                TimelineEntry::Event(index) => {
                    let event = &brief.parts().events[*index];
                    (self.prose(&event.what), labels(&event.claims))
                }
                TimelineEntry::Said(claims) => {
                    let what = locale.text(Message::ExportStatements);
                    (what.to_owned(), labels(claims))
                }
            };
            self.line(&format!("- **{when}** {what} ({claims})"));
        }
    }

    fn gaps(&mut self) {
        let gaps = &self.describer.brief.parts().gaps;
        if gaps.is_empty() {
            return;
        }
        self.heading(&self.describer.of_read(Message::Gaps));
        for (index, gap) in gaps.iter().enumerate() {
            let (question, why) = (self.prose(&gap.question), self.prose(&gap.why));
            let about = described(&self.describer.gap_links(gap));
            let line = format!("- **G{}** {question} {why} {about}", index + 1);
            self.line(line.trim_end());
            self.table(&gap.why, 2);
        }
    }
}
