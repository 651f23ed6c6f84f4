//! The brief as Markdown that reads well as it is, in an e-mail, and rendered.

mod changes;
mod escape;

use std::fmt::Write as _;

use super::chain;
use crate::analysis::Analysis;
use crate::analysis::positions::Cell;
use crate::analysis::timeline::Entry;
use crate::model::{Brief, ClaimId, QuoteKind, Source};
use crate::wording::typography::{self, QuoteMarks, quote_marks};
use crate::wording::words::{capitalised, list};
use crate::wording::{dates, names, statuses};
use escape::{prose, text};

/// Returns a brief as Markdown: `CommonMark`, and a table as GitHub has it.
pub fn render(brief: &Brief, analysis: &Analysis) -> String {
    let mut letter = Letter {
        brief,
        analysis,
        marks: quote_marks(&brief.parts().lang),
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
    brief: &'a Brief,
    analysis: &'a Analysis,
    marks: QuoteMarks,
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
        let mut below = format!(
            "{}, as of {}, edition {}",
            text(&parts.topic),
            dates::in_full(&parts.as_of),
            parts.edition
        );
        if let Some(by) = &parts.prepared_by {
            _ = write!(below, ", prepared by {}", text(by));
        }
        let sentences: Vec<String> = parts
            .bottom_line
            .iter()
            .map(|sentence| prose(&sentence.text, &self.marks))
            .collect();
        let title = text(&typography::set(&parts.title, &self.marks));
        _ = write!(
            self.out,
            "# {title}\n\n*{below}*\n\n**Bottom line.** {}\n",
            sentences.join(" ")
        );
    }

    fn claims(&mut self) {
        self.heading("Claims");
        for (id, claim) in self.brief.claims() {
            self.line(&format!("- **{id}** {}", prose(&claim.says, &self.marks)));
            let roads = chain::in_words(self.brief, self.analysis, id);
            let records: Vec<&str> = self
                .analysis
                .statuses_of(id)
                .iter()
                .map(statuses::status)
                .collect();
            self.line(&format!(
                "  - {}. {}, {}, {}.",
                text(&roads.join("; also ")),
                capitalised(&list(&records)),
                statuses::distance(self.analysis, id),
                text(&dates::given(&claim.said, &self.brief.parts().as_of)),
            ));
            self.quotes(id);
            for (label, remark) in [
                ("As characterised", &claim.characterised),
                ("Note", &claim.note),
            ] {
                if let Some(remark) = remark {
                    self.line(&format!("  - {label}: {}", prose(remark, &self.marks)));
                }
            }
        }
    }

    fn quotes(&mut self, claim: ClaimId) {
        let (brief, analysis) = (self.brief, self.analysis);
        for id in analysis.quotes.of_claim(claim) {
            let quote = id.in_brief(brief);
            let marks = quote.lang.as_ref().map_or(self.marks, quote_marks);
            let mut remarks = vec![id.to_string(), names::voice_in_short(brief, quote.voice)];
            remarks.extend(quote.kinds.iter().filter_map(|kind| match kind {
                QuoteKind::Full => None,
                QuoteKind::Fragment => Some("fragment".to_owned()),
                QuoteKind::Translated => Some("translated".to_owned()),
                QuoteKind::Edited => Some("edited here".to_owned()),
                QuoteKind::EditedInSource => Some("[ ] in the source".to_owned()),
            }));
            self.line(&format!(
                "  - {}{}{} ({})",
                marks.outer.0,
                text(&quote.text),
                marks.outer.1,
                text(&remarks.join(", "))
            ));
        }
    }

    fn positions(&mut self) {
        let (brief, matrix) = (self.brief, &self.analysis.positions);
        if matrix.rows.is_empty() || matrix.columns.is_empty() {
            return;
        }
        self.heading("Who stands where");
        let issues = matrix.columns.iter().map(|id| text(&brief.issue(*id).name));
        let issues: Vec<String> = issues.collect();
        self.line(&format!("| | {} |", issues.join(" | ")));
        self.line(&format!("| --- |{}", " --- |".repeat(issues.len())));
        for (voice, cells) in matrix.by_row() {
            let cells: Vec<String> = cells.iter().map(|cell| self.cell(*cell)).collect();
            let name = text(&capitalised(&names::voice_in_short(brief, voice)));
            self.line(&format!("| {name} | {} |", cells.join(" | ")));
        }
    }

    fn cell(&self, cell: Cell) -> String {
        match cell {
            Cell::NoStatement => "no statement in these sources".to_owned(),
            Cell::Stated {
                position,
                reported_by_others,
            } => {
                let held = &self.brief.parts().positions[position];
                let reported = if reported_by_others {
                    ", as others report"
                } else {
                    ""
                };
                format!(
                    "{}: {} ({}{reported})",
                    statuses::stance(held.stance),
                    text(&held.in_short),
                    labels(&held.claims)
                )
            }
        }
    }

    fn tensions(&mut self) {
        let tensions = &self.brief.parts().tensions;
        if tensions.is_empty() {
            return;
        }
        self.heading("Tensions");
        for (index, (tension, sides)) in tensions.iter().zip(&self.analysis.tensions).enumerate() {
            let sides: Vec<String> = sides.claims.iter().map(ToString::to_string).collect();
            let note = prose(&tension.note, &self.marks);
            self.line(&format!("- **T{}** {}: {note}", index + 1, list(&sides)));
        }
    }

    fn timeline(&mut self) {
        if self.analysis.timeline.is_empty() {
            return;
        }
        self.heading("Timeline");
        let parts = self.brief.parts();
        for entry in &self.analysis.timeline {
            let when = text(&dates::given(entry.when(self.brief), &parts.as_of));
            let (what, claims) = match entry {
                Entry::Event(index) => {
                    let event = &parts.events[*index];
                    (prose(&event.what, &self.marks), labels(&event.claims))
                }
                Entry::Said(claims) => ("Statements".to_owned(), labels(claims)),
            };
            self.line(&format!("- **{when}** {what} ({claims})"));
        }
    }

    fn gaps(&mut self) {
        if self.brief.parts().gaps.is_empty() {
            return;
        }
        self.heading("Not known from these sources");
        for (index, gap) in self.brief.parts().gaps.iter().enumerate() {
            self.line(&format!(
                "- **G{}** {} {}",
                index + 1,
                prose(&gap.question, &self.marks),
                prose(&gap.why, &self.marks)
            ));
        }
    }

    fn sources(&mut self) {
        self.heading("Sources");
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
            &source.issued,
            &self.brief.parts().as_of,
        )));
        let mut out = format!("{}.", parts.join(", "));
        if source.was_read() {
            out.push_str(" Read.");
        } else {
            let relays: Vec<String> = source.through.iter().map(ToString::to_string).collect();
            _ = write!(out, " Known only through {}.", list(&relays));
        }
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
