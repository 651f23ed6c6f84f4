//! Writes the attribution graph as text: each claim's chains, record and origins, then the origins
//! of the brief.

use std::fmt::Write as _;

use crate::analysis::Edition;
use crate::analysis::origins::CalledBy;
use crate::describe::{Describer, Locales, Message, UpdateDates, filled};
use crate::model::{Claim, ClaimId, SourceId, VoiceId};

/// Returns the attribution graph of a brief as text.
///
/// Each claim names the origins of its own. Those of the brief are numbered O1, O2 … by their first
/// voice in the file. What the writer judges stands apart, at the end: it came by no chain and has
/// no origin.
pub fn origins(edition: &Edition, locales: &Locales) -> String {
    let graph = Graph(Describer::new(edition, locales));
    let mut out = graph.opening();
    for (id, claim) in edition.brief().claims() {
        if claim.report().is_some() {
            graph.claim(id, claim, &mut out);
        }
    }
    graph.origins(&mut out);
    graph.judgements(&mut out);
    out
}

/// The words at the beginnings of lines.
const COLUMN: [Message; 9] = [
    Message::OriginsChain,
    Message::OriginsUpdates,
    Message::OriginsRecord,
    Message::OriginsRetellings,
    Message::OriginsOrigins,
    Message::OriginsVoices,
    Message::OriginsSources,
    Message::OriginsClaims,
    Message::OriginsJudgement,
];

struct Graph<'a>(Describer<'a>);

impl Graph<'_> {
    fn opening(&self) -> String {
        let (parts, locale) = (self.0.brief.parts(), self.0.locale);
        let subtitle = filled!(
            locale, ExportSubtitle, "topic": self.0.phrase(&parts.topic),
            "date": parts.as_of.as_str(), "edition": parts.edition.to_string(),
        );
        let summary = &self.0.analysis.summary;
        let claims = locale.counted(Message::ClaimsCounted, summary.reports);
        let origins = locale.counted(Message::DistinctOrigins, summary.origins);
        let figures = locale.figures(summary.on_one_origin);
        let mut counted = filled!(
            locale, OriginsSummary, "claims": claims, "origins": origins,
            "count": summary.on_one_origin, "figures": figures,
        );
        if self.0.has_judgements() {
            let count = summary.claims - summary.reports;
            counted = filled!(
                locale, OriginsSummaryJudgements, "summary": counted, "count": count,
                "number": locale.number(count),
            );
        }
        format!("{subtitle}\n{}\n\n", self.0.capitalised(&counted))
    }

    /// Appends a line that begins with a word, padded to a column.
    fn line(&self, word: Message, text: &str, out: &mut String) {
        let words = COLUMN.map(|word| self.0.locale.text(word).chars().count());
        let width = words.into_iter().max().unwrap_or(0) + 2;
        let word = self.0.locale.text(word);
        let space = width - word.chars().count();
        _ = writeln!(out, "   {}{:space$}{text}", self.0.name(word), "");
    }

    fn claim(&self, id: ClaimId, claim: &Claim, out: &mut String) {
        let Describer {
            locale,
            analysis,
            spaced_arrow,
            ..
        } = self.0;
        _ = writeln!(out, "{id} {}", claim.key);
        let brief = self.0.name(locale.text(Message::ThisBrief));
        for chain in self.0.chains(id) {
            let chain = self.0.in_words(format!("{chain}{spaced_arrow}{brief}"));
            self.line(Message::OriginsChain, &chain, out);
        }
        for updates in self.0.updates_behind(id, UpdateDates::Alone) {
            self.line(Message::OriginsUpdates, &updates.to_string(), out);
        }
        let record = self.0.record(analysis.records_of(id));
        self.line(Message::OriginsRecord, &record, out);
        if let Some(retellings) = self.0.retellings_counted(id) {
            self.line(Message::OriginsRetellings, &retellings, out);
        }
        self.line(Message::OriginsOrigins, &self.origins_of(id), out);
        out.push('\n');
    }

    /// Names the origins of a claim; and by their numbers those of all claims that stand behind it, where
    /// the fewest of all are others than the fewest of this one.
    fn origins_of(&self, id: ClaimId) -> String {
        let origins = &self.0.analysis.origins;
        let own = origins.of_claim(id);
        let names: Vec<String> = own.iter().map(|name| self.0.origin(name)).collect();
        let names = self.clauses(&names);
        let behind = origins.behind(id);
        let is_listed = |name: &CalledBy| {
            let mut listed = behind.iter();
            listed.any(|at| origins.of_brief[*at].called_by == *name)
        };
        if own.iter().all(is_listed) {
            return names;
        }
        let all: Vec<String> = behind.iter().map(|at| format!("O{}", at + 1)).collect();
        filled!(self.0.locale, OriginsOwn, "own": names, "all": self.0.locale.joined(&all))
    }

    fn origins(&self, out: &mut String) {
        let analysis = self.0.analysis;
        let origins = &analysis.origins;
        let mut resting = vec![Vec::new(); origins.of_brief.len()];
        for (id, _) in self.0.brief.claims() {
            for origin in origins.behind(id) {
                resting[*origin].push(id.to_string());
            }
        }
        let counted = self
            .0
            .locale
            .counted(Message::DistinctOrigins, resting.len());
        _ = writeln!(out, "{}", self.0.capitalised(&counted));
        for (index, (origin, claims)) in origins.of_brief.iter().zip(resting).enumerate() {
            let name = self.0.origin(&origin.called_by);
            _ = writeln!(out, "\nO{} {name}", index + 1);
            let (voices, sources) = origins.ends(index, &analysis.attributions);
            self.line(Message::OriginsVoices, &self.voices(&voices), out);
            self.line(Message::OriginsSources, &self.sources(&sources), out);
            self.line(Message::OriginsClaims, &self.0.locale.joined(&claims), out);
        }
    }

    fn judgements(&self, out: &mut String) {
        if !self.0.has_judgements() {
            return;
        }
        _ = writeln!(out, "\n{}", self.0.locale.text(Message::Judgements));
        for (id, claim) in self.0.brief.claims() {
            if let Some(judgement) = claim.judgement() {
                _ = writeln!(out, "\n{id} {}", claim.key);
                let ground = self.0.judgement(judgement).to_string();
                self.line(Message::OriginsJudgement, &ground, out);
                for updates in self.0.updates_behind(id, UpdateDates::Alone) {
                    self.line(Message::OriginsUpdates, &updates.to_string(), out);
                }
            }
        }
    }

    fn voices(&self, ids: &[VoiceId]) -> String {
        let name = |id: &VoiceId| self.0.spoken_for(*id, self.0.voice(*id)).into_owned();
        let names = ids.iter().map(name);
        self.clauses(&names.collect::<Vec<_>>())
    }

    fn sources(&self, ids: &[SourceId]) -> String {
        let namesakes = self.0.namesakes(ids.iter().copied());
        let names = ids.iter().map(|id| {
            let relays = self.0.sources(&self.0.brief.source(*id).through);
            let source = ("source", self.0.source_among(*id, &namesakes).into());
            if relays.is_empty() {
                self.0.locale.with(Message::SourceRead, [source])
            } else {
                let relays = ("relays", self.0.locale.list(&relays).into());
                let values = [source, relays];
                self.0.locale.with(Message::SourceNotRead, values)
            }
        });
        self.clauses(&names.collect::<Vec<_>>())
    }

    fn clauses(&self, clauses: &[String]) -> String {
        clauses.join(self.0.locale.text(Message::ClauseSeparator))
    }
}
