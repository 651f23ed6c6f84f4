//! Proposes edits for faults whose help can be applied: what was meant, a label, a field, what is to be
//! taken out, an entry of `allow` with a reason that is still to be written.

use super::action::{Action, UNWRITTEN};
use super::mention::Mention;
use super::opened::Opened;
use super::spot::Spot;
use super::tried::{self, Tried};
use super::written::{line_at, lines_below};
use crate::diagnostics::{Diagnostic, Remedy, Severity, Span};
use crate::model::{QuoteKind, Reason};

impl Opened {
    /// Returns what may be done about a fault of the text itself: of what comes to mind, that which does
    /// away with it and makes no other, as `read` shows, which reads a text in the place of this.
    pub fn actions(&self, diagnostic: &Diagnostic, read: impl Fn(&str) -> Self) -> Vec<Action> {
        let mut mending: Vec<Action> = Vec::new();
        let mut made: Vec<String> = Vec::new();
        for action in self.thought_of(diagnostic) {
            let text = tried::applied(self.text(), &action.edits);
            if made.contains(&text) {
                continue;
            }
            let after = read(&text);
            let tried = Tried {
                before: self,
                after: &after,
                edits: &action.edits,
            };
            if tried.mends(diagnostic) {
                mending.push(action);
            }
            made.push(text);
        }
        if let [only] = &mut *mending {
            only.is_preferred = diagnostic.severity() == Severity::Error;
        }
        mending
    }

    fn thought_of(&self, diagnostic: &Diagnostic) -> Vec<Action> {
        let span = diagnostic.primary().place.span();
        let own = span.filter(|span| span.end <= self.end());
        if span.is_some() && own.is_none() {
            return Vec::new();
        }
        let mut actions = self.remedies(diagnostic, own);
        if let Some(span) = own {
            match diagnostic.code() {
                "unlabelled-fragment" => {
                    actions.extend(self.labelled(span, &[QuoteKind::Fragment, QuoteKind::Full]));
                }
                "unlabelled-edit" => {
                    let kinds = [QuoteKind::Edited, QuoteKind::EditedInSource];
                    actions.extend(self.labelled(span, &kinds));
                }
                "unlabelled-translation" => actions.extend(self.translated(span)),
                "unexplained-anonymity" => {
                    let title = "The source gives no reason: say so";
                    let field = self.field("reason", Reason::NOT_GIVEN);
                    actions.extend(self.added_to_voice(span, &field, title));
                }
                "duplicate-position" => actions.extend(self.dated(span)),
                "found-elsewhere" => {
                    let first = diagnostic.secondary().first();
                    let first = first.and_then(|label| label.place.span());
                    actions.extend(first.and_then(|first| self.with_source(first, span)));
                }
                _ => {}
            }
        }
        actions.extend(self.allowed(diagnostic, own));
        actions
    }

    fn remedies(&self, diagnostic: &Diagnostic, own: Option<Span>) -> Vec<Action> {
        let mut actions = Vec::new();
        for remedy in diagnostic.remedies() {
            match remedy {
                Remedy::Instead(text) => {
                    let proposed = own.and_then(|span| self.proposed(diagnostic, span, text));
                    actions.extend(proposed);
                }
                Remedy::Adding(list, item) => actions.push(self.added(list, item)),
                Remedy::TakingOut(part) => {
                    actions.extend(own.and_then(|span| self.without(span, *part)));
                }
                Remedy::Edit { title, edits } => {
                    let is_own = |(span, _): &(Span, String)| span.end <= self.end();
                    let own = edits.iter().all(is_own).then(|| Action {
                        title: title.clone(),
                        edits: edits
                            .iter()
                            .map(|(span, text)| (span.range(), text.clone()))
                            .collect(),
                        is_preferred: false,
                    });
                    actions.extend(own);
                }
            }
        }
        actions
    }

    /// Writes what was meant in place of what is written.
    fn proposed(&self, diagnostic: &Diagnostic, span: Span, proposal: &str) -> Option<Action> {
        const OF_WHOLE: [&str; 2] = ["invalid-url", "invalid-doi"];
        let text = self.text();
        let raw = text.get(span.range())?;
        let title = format!("Write `{proposal}`");
        if diagnostic.code() == "invalid-id" {
            return self.named_anew(span, title, proposal);
        }
        let mark = raw.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inner = mark.map_or(raw, |mark| raw.trim_matches(mark));
        // Where a part is not written as it reads, the place is that of the whole.
        let is_part = diagnostic.message().contains(inner) || OF_WHOLE.contains(&diagnostic.code());
        if !is_part {
            return None;
        }
        let is_in_flow = || Spot::at(text, span.start).is_in_flow;
        let written = match mark {
            Some('"') => format!("{proposal:?}"),
            Some(_) => format!("'{}'", proposal.replace('\'', "''")),
            None if is_in_flow() && proposal.contains([',', '[', ']', '{', '}']) => {
                format!("'{}'", proposal.replace('\'', "''"))
            }
            None => proposal.to_owned(),
        };
        Some(Action::new(title, span.range(), written))
    }

    /// Gives what an id is of another id, wherever the text itself names it.
    fn named_anew(&self, place: Span, title: String, id: &str) -> Option<Action> {
        let mut all = self.mentions().iter();
        let is_here =
            |mention: &&Mention| mention.span.start >= place.start && mention.span.end <= place.end;
        let here = all.find(is_here)?;
        let all = self.mentions_of(here.kind, &here.id);
        let edits = all
            .filter(|mention| mention.span.end <= self.end())
            .map(|mention| {
                mention
                    .is_plain
                    .then(|| (mention.span.range(), id.to_owned()))
            });
        Some(Action {
            title,
            edits: edits.collect::<Option<_>>()?,
            is_preferred: false,
        })
    }

    fn added_to_voice(&self, id: Span, field: &str, title: &str) -> Option<Action> {
        let text = self.text();
        let rest = text.get(id.end..)?;
        let value = rest.trim_start().strip_prefix(':').map(str::trim_start)?;
        if value.starts_with('{') {
            let brace = text.len() - value.len() + 1;
            return Some(Action::new(title, brace..brace, format!(" {field},")));
        }
        let line = line_at(text, id.start);
        let first = lines_below(text, line.start).find(|line| !line.is_blank)?;
        let column = id.start - line.start;
        (first.indent > column).then(|| {
            let indent = first.indent;
            let written = format!("{:indent$}{field}{}", "", self.line_break());
            Action::new(title, first.start..first.start, written)
        })
    }

    /// Says of a position when it held, which is still to be written.
    fn dated(&self, of: Span) -> Option<Action> {
        let title = "Say when it held: add a `date`";
        let text = self.text();
        let spot = Spot::at(text, of.start);
        if spot.is_in_flow {
            let field = self.field("date", UNWRITTEN);
            return Some(Action::new(title, of.end..of.end, format!(", {field}")));
        }
        let key = spot.steps.last()?;
        let column = key.column;
        let line = line_at(text, of.start);
        let end = line.start + line.text.len();
        let written = format!("{}{:column$}date: {UNWRITTEN}", self.line_break(), "");
        Some(Action::new(title, end..end, written))
    }
}
