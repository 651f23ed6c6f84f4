//! The brief as Markdown that reads well as it is, in an e-mail, and rendered.

mod changes;
mod escape;

use std::fmt::Write as _;

use super::chain;
use crate::analysis::positions::Cell;
use crate::analysis::source_link;
use crate::analysis::timeline::Entry;
use crate::analysis::{Analysis, Edition};
use crate::describe::typography::{self, Typography};
use crate::describe::words::capitalised;
use crate::describe::{Locale, Locales, Message, dates, names, statuses, verification};
use crate::model::{Brief, ClaimId, Quote, QuoteKind, Source};
use escape::{prose, text};

/// Returns a brief as Markdown: `CommonMark`, and a table as GitHub has it.
pub fn render(edition: &Edition, locales: &Locales) -> String {
    let (brief, analysis) = (edition.brief(), edition.analysis());
    let language = &brief.parts().lang;
    let mut letter = Letter {
        edition,
        brief,
        analysis,
        locales,
        locale: locales.of(language),
        typography: locales.typography(language),
        out: String::new(),
    };
    letter.opening();
    letter.changes();
    letter.claims();
    letter.positions();
    letter.tensions();
    letter.timeline();
    letter.gaps();
    letter.sources();
    letter.out
}

struct Letter<'a> {
    edition: &'a Edition,
    brief: &'a Brief,
    analysis: &'a Analysis,
    locales: &'a Locales,
    locale: &'a Locale,
    typography: Typography<'a>,
    out: String,
}

impl Letter<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        _ = writeln!(self.out, "\n## {heading}\n");
    }

    fn opening(&mut self) {
        let parts = self.brief.parts();
        let below = self.subtitle();
        let bottom_line = self.locale.text(Message::ExportBottomLine);
        let sentences: Vec<String> = parts
            .bottom_line
            .iter()
            .map(|sentence| prose(&sentence.text, &self.typography))
            .collect();
        let title = text(&typography::set(&parts.title, &self.typography));
        _ = write!(
            self.out,
            "# {title}\n\n*{below}*\n\n**{bottom_line}** {}\n",
            sentences.join(" ")
        );
    }

    fn subtitle(&self) -> String {
        let parts = self.brief.parts();
        let topic = ("topic", text(&parts.topic).into());
        let date = ("date", dates::in_full(self.locale, &parts.as_of).into());
        let edition = ("edition", parts.edition.to_string().into());
        match &parts.prepared_by {
            None => {
                let values = [topic, date, edition];
                self.locale.with(Message::ExportSubtitle, values)
            }
            Some(by) => {
                let values = [topic, date, edition, ("by", text(by).into())];
                self.locale.with(Message::ExportSubtitlePreparedBy, values)
            }
        }
    }

    fn claims(&mut self) {
        self.heading(self.locale.text(Message::ExportClaims));
        for (id, claim) in self.brief.claims() {
            self.line(&format!(
                "- **{id}** {}",
                prose(&claim.says, &self.typography)
            ));
            let roads = chain::in_words(self.locale, self.brief, self.analysis, id);
            let roads = roads.join(self.locale.text(Message::AlsoSeparator));
            self.line(&format!("  - {}. {}", text(&roads), self.record(id)));
            self.quotes(id);
            for (label, remark) in [
                (Message::ExportCharacterised, &claim.characterised),
                (Message::ExportNote, &claim.note),
            ] {
                if let Some(remark) = remark {
                    let remark = prose(remark, &self.typography);
                    let line = self.locale.with(label, [("text", remark.into())]);
                    self.line(&format!("  - {line}"));
                }
            }
        }
    }

    fn record(&self, id: ClaimId) -> String {
        let (locale, analysis) = (self.locale, self.analysis);
        let said = &self.brief.claim(id).said;
        let date = dates::given(locale, said, &self.brief.parts().as_of);
        let values = [
            (
                "record",
                statuses::list(locale, analysis.statuses_of(id)).into(),
            ),
            ("distance", statuses::distance(locale, analysis, id).into()),
            ("date", text(&date).into()),
        ];
        capitalised(&locale.with(Message::ExportRecord, values))
    }

    fn quotes(&mut self, claim: ClaimId) {
        let (brief, analysis) = (self.brief, self.analysis);
        for id in analysis.quotes.of_claim(claim) {
            let quote = id.in_brief(brief);
            let marks = quote.lang.as_ref().map_or(self.typography.quotes, |lang| {
                self.locales.quote_marks(lang)
            });
            let mut remarks = vec![
                id.to_string(),
                names::voice_in_short(self.locale, brief, quote.voice),
            ];
            let kinds = quote.kinds.iter().filter_map(|kind| match kind {
                QuoteKind::Full => None,
                QuoteKind::Fragment => Some(Message::QuoteFragment),
                QuoteKind::Translated => Some(Message::QuoteTranslated),
                QuoteKind::Edited => Some(Message::QuoteEdited),
                QuoteKind::EditedInSource => Some(Message::QuoteEditedInSource),
            });
            remarks.extend(kinds.map(|kind| self.locale.text(kind).to_owned()));
            let mut remarks: Vec<String> = remarks.iter().map(|remark| text(remark)).collect();
            remarks.extend(self.check(quote));
            self.line(&format!(
                "  - {}{}{} ({})",
                marks.outer.0,
                text(&quote.text),
                marks.outer.1,
                self.locale.joined(&remarks)
            ));
        }
    }

    /// Returns what was checked of a quote, as a link to its source where there is one.
    fn check(&self, quote: &Quote) -> Option<String> {
        let mut words = verification::found(self.locale, quote)?;
        words.push_str(&verification::on(self.locale, quote));
        let words = text(&words);
        Some(match source_link::of_quote(self.brief, quote) {
            Some(link) => format!("[{words}](<{link}>)"),
            None => words,
        })
    }

    fn positions(&mut self) {
        let (brief, matrix) = (self.brief, &self.analysis.positions);
        if matrix.rows.is_empty() || matrix.columns.is_empty() {
            return;
        }
        self.heading(self.locale.text(Message::Positions));
        let issues = matrix.columns.iter().map(|id| text(&brief.issue(*id).name));
        let issues: Vec<String> = issues.collect();
        self.line(&format!("| | {} |", issues.join(" | ")));
        self.line(&format!("| --- |{}", " --- |".repeat(issues.len())));
        for (voice, cells) in matrix.by_row() {
            let cells: Vec<String> = cells.iter().map(|cell| self.cell(*cell)).collect();
            let name = text(&capitalised(&names::voice_in_short(
                self.locale,
                brief,
                voice,
            )));
            self.line(&format!("| {name} | {} |", cells.join(" | ")));
        }
    }

    fn cell(&self, cell: Cell) -> String {
        match cell {
            Cell::NoStatement => self.of_read(Message::NoStatement),
            Cell::Stated {
                position,
                reported_by_others,
            } => {
                let held = &self.brief.parts().positions[position];
                let message = if reported_by_others {
                    Message::ExportPositionReported
                } else {
                    Message::ExportPosition
                };
                let values = [
                    ("stance", statuses::stance(self.locale, held.stance).into()),
                    ("position", text(&held.in_short).into()),
                    ("claims", labels(&held.claims).into()),
                ];
                self.locale.with(message, values)
            }
        }
    }

    /// Returns a message that speaks of "this source" or "these sources".
    fn of_read(&self, message: Message) -> String {
        let count = self.analysis.summary.works_read;
        self.locale.with(message, [("count", count.into())])
    }

    fn tensions(&mut self) {
        let tensions = &self.brief.parts().tensions;
        if tensions.is_empty() {
            return;
        }
        self.heading(self.locale.text(Message::Tensions));
        for (index, (tension, sides)) in tensions.iter().zip(&self.analysis.tensions).enumerate() {
            let sides: Vec<String> = sides.claims.iter().map(ToString::to_string).collect();
            let note = prose(&tension.note, &self.typography);
            self.line(&format!(
                "- **T{}** {}: {note}",
                index + 1,
                self.locale.list(&sides)
            ));
        }
    }

    fn timeline(&mut self) {
        if self.analysis.timeline.is_empty() {
            return;
        }
        self.heading(self.locale.text(Message::Timeline));
        let parts = self.brief.parts();
        for entry in &self.analysis.timeline {
            let when = text(&dates::given(
                self.locale,
                entry.when(self.brief),
                &parts.as_of,
            ));
            let (what, claims) = match entry {
                Entry::Event(index) => {
                    let event = &parts.events[*index];
                    (prose(&event.what, &self.typography), labels(&event.claims))
                }
                Entry::Said(claims) => {
                    let what = self.locale.text(Message::ExportStatements);
                    (what.to_owned(), labels(claims))
                }
            };
            self.line(&format!("- **{when}** {what} ({claims})"));
        }
    }

    fn gaps(&mut self) {
        if self.brief.parts().gaps.is_empty() {
            return;
        }
        self.heading(&self.of_read(Message::Gaps));
        for (index, gap) in self.brief.parts().gaps.iter().enumerate() {
            self.line(&format!(
                "- **G{}** {} {}",
                index + 1,
                prose(&gap.question, &self.typography),
                prose(&gap.why, &self.typography)
            ));
        }
    }

    fn sources(&mut self) {
        self.heading(self.locale.text(Message::ExportSources));
        if let Some(checked) = verification::of_all(self.locale, &self.analysis.checks) {
            self.line(&format!("{}\n", text(&checked)));
        }
        for (id, source) in self.brief.sources() {
            let reference = self.reference(source);
            self.line(&format!("- **{id}** {reference}"));
        }
    }

    fn reference(&self, source: &Source) -> String {
        let mut parts = vec![text(&capitalised(&source.name))];
        for field in [&source.title, &source.container_title, &source.publisher] {
            parts.extend(
                field
                    .iter()
                    .filter(|field| **field != source.name)
                    .map(|field| text(field)),
            );
        }
        parts.push(text(&dates::given(
            self.locale,
            &source.issued,
            &self.brief.parts().as_of,
        )));
        let known = if source.was_read() {
            self.locale.text(Message::Read).to_owned()
        } else {
            let relays: Vec<String> = source.through.iter().map(ToString::to_string).collect();
            let relays = self.locale.list(&relays);
            let values = [("works", relays.into())];
            self.locale.with(Message::KnownOnlyThrough, values)
        };
        let mut out = format!("{}. {known}", self.locale.joined(&parts));
        if let Some(url) = &source.url {
            _ = write!(out, " <{url}>");
        }
        out
    }
}

fn labels(claims: &[ClaimId]) -> String {
    let labels: Vec<String> = claims.iter().map(ToString::to_string).collect();
    labels.join(", ")
}
