//! The attribution graph as text: each claim's roads, record and origins, then the origins.

use std::fmt::Write as _;

use super::chain;
use crate::analysis::origins::CalledBy;
use crate::analysis::{Analysis, Edition};
use crate::describe::typography::arrow;
use crate::describe::words::capitalised;
use crate::describe::{Locale, Locales, Message, names, statuses};
use crate::model::{Brief, Claim, ClaimId, SourceId, VoiceId};

/// Returns the attribution graph of a brief as text.
///
/// Origins are numbered O1, O2 … by their first voice in the file. A claim that only the writer
/// stands behind rests on none of them.
pub fn render(edition: &Edition, locales: &Locales) -> String {
    let (brief, analysis) = (edition.brief(), edition.analysis());
    let locale = locales.of(&brief.parts().lang);
    let graph = Graph {
        brief,
        analysis,
        locale,
    };
    let mut out = graph.opening();
    for (id, claim) in brief.claims() {
        graph.claim(id, claim, &mut out);
    }
    graph.origins(&mut out);
    out
}

/// The words at the beginnings of lines.
const COLUMN: [Message; 7] = [
    Message::OriginsChain,
    Message::OriginsRecord,
    Message::OriginsDepth,
    Message::OriginsOrigins,
    Message::OriginsVoices,
    Message::OriginsWorks,
    Message::OriginsClaims,
];

struct Graph<'a> {
    brief: &'a Brief,
    analysis: &'a Analysis,
    locale: &'a Locale,
}

impl Graph<'_> {
    fn opening(&self) -> String {
        let (parts, locale) = (self.brief.parts(), self.locale);
        let subtitle = locale.with(
            Message::ExportSubtitle,
            [
                ("topic", (&*parts.topic).into()),
                ("date", parts.as_of.as_str().into()),
                ("edition", parts.edition.to_string().into()),
            ],
        );
        let summary = &self.analysis.summary;
        let claims = locale.counted(Message::ClaimsCounted, summary.claims);
        let origins = locale.counted(Message::DistinctOrigins, summary.origins);
        let figures = locale.figures(summary.on_one_origin);
        let counted = locale.with(
            Message::OriginsSummary,
            [
                ("claims", claims.into()),
                ("origins", origins.into()),
                ("count", summary.on_one_origin.into()),
                ("figures", figures.into()),
            ],
        );
        format!("{subtitle}\n{}\n\n", capitalised(&counted))
    }

    /// Appends a line that begins with a word, padded to a column.
    fn line(&self, word: Message, text: &str, out: &mut String) {
        let words = COLUMN.map(|word| self.locale.text(word).chars().count());
        let width = words.into_iter().max().unwrap_or(0) + 2;
        _ = writeln!(out, "   {:width$}{text}", self.locale.text(word));
    }

    fn claim(&self, id: ClaimId, claim: &Claim, out: &mut String) {
        let locale = self.locale;
        let distance = self.analysis.distance_of(id);
        _ = writeln!(out, "{id} {}", claim.key);
        let brief = locale.text(Message::ThisBrief);
        let arrow = arrow(&self.brief.parts().lang);
        for road in chain::in_words(locale, self.brief, self.analysis, id) {
            let road = format!("{road} {arrow} {brief}");
            self.line(Message::OriginsChain, &road, out);
        }
        let record = statuses::list(locale, self.analysis.statuses_of(id));
        self.line(Message::OriginsRecord, &record, out);
        let depth = locale.with(
            Message::Retellings,
            [
                ("hands", statuses::hands(locale, distance).into()),
                ("retellings", statuses::retellings(locale, distance).into()),
            ],
        );
        self.line(Message::OriginsDepth, &depth, out);
        self.line(Message::OriginsOrigins, &self.roots(id), out);
        out.push('\n');
    }

    /// Returns the origins that a claim rests on, with how many they are within the claim alone
    /// where other claims join them.
    fn roots(&self, id: ClaimId) -> String {
        let ties = self.analysis.ties_of(id);
        let origins = &self.analysis.origins;
        let labels: Vec<String> = origins
            .behind(ties)
            .into_iter()
            .map(|origin| format!("O{} {}", origin + 1, self.name(origin)))
            .collect();
        let within = self.analysis.origins_of(id);
        match labels.len() {
            0 => self.locale.text(Message::OriginsNone).to_owned(),
            count if count == within => self.clauses(&labels),
            _ => self.locale.with(
                Message::OriginsJoined,
                [
                    ("origins", self.clauses(&labels).into()),
                    ("count", within.into()),
                    ("figures", self.locale.figures(within).into()),
                ],
            ),
        }
    }

    fn name(&self, origin: usize) -> String {
        let called = self.analysis.origins.of_brief[origin].called_by();
        match called {
            Some(CalledBy::Voice(id)) => names::voice_in_short(self.locale, self.brief, id),
            Some(CalledBy::Work(id)) => self.brief.source(id).name.to_string(),
            None => String::new(),
        }
    }

    fn origins(&self, out: &mut String) {
        let origins = &self.analysis.origins;
        let mut resting = vec![Vec::new(); origins.of_brief.len()];
        for (id, _) in self.brief.claims() {
            for origin in origins.behind(self.analysis.ties_of(id)) {
                resting[origin].push(id.to_string());
            }
        }
        let counted = self.locale.counted(Message::DistinctOrigins, resting.len());
        _ = writeln!(out, "{}", capitalised(&counted));
        for (index, (origin, claims)) in origins.of_brief.iter().zip(resting).enumerate() {
            _ = writeln!(out, "\nO{} {}", index + 1, self.name(index));
            self.line(Message::OriginsVoices, &self.voices(&origin.voices), out);
            self.line(Message::OriginsWorks, &self.works(&origin.works), out);
            self.line(Message::OriginsClaims, &self.locale.joined(&claims), out);
        }
    }

    fn voices(&self, ids: &[VoiceId]) -> String {
        let names = ids.iter();
        let names = names.map(|id| names::voice(self.locale, self.brief, *id));
        self.clauses(&names.collect::<Vec<_>>())
    }

    fn works(&self, ids: &[SourceId]) -> String {
        let names = ids.iter().map(|id| {
            let source = self.brief.source(*id);
            let relays: Vec<&str> = source
                .through
                .iter()
                .map(|relay| &*self.brief.source(*relay).name)
                .collect();
            let work = ("work", (&*source.name).into());
            if relays.is_empty() {
                self.locale.with(Message::WorkRead, [work])
            } else {
                let relays = ("relays", self.locale.list(&relays).into());
                let values = [work, relays];
                self.locale.with(Message::WorkKnownOnlyThrough, values)
            }
        });
        self.clauses(&names.collect::<Vec<_>>())
    }

    fn clauses(&self, clauses: &[String]) -> String {
        clauses.join(self.locale.text(Message::ClauseSeparator))
    }
}
