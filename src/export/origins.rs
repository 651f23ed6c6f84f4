//! The attribution graph as text: each claim's roads, record and origins, then the origins.

use std::fmt::Write as _;

use super::chain;
use crate::analysis::Analysis;
use crate::analysis::origins::CalledBy;
use crate::model::{Brief, Claim, ClaimId, SourceId, VoiceId};
use crate::wording::words::{Count, capitalised, list};
use crate::wording::{names, statuses};

/// Returns the attribution graph of a brief as text.
///
/// Origins are numbered O1, O2 … by their first voice in the file. A claim that only the writer
/// stands behind rests on none of them.
pub fn render(brief: &Brief, analysis: &Analysis) -> String {
    let graph = Graph { brief, analysis };
    let mut out = format!(
        "{}, as of {}, edition {}\n",
        brief.parts().topic,
        brief.parts().as_of,
        brief.parts().edition
    );
    _ = writeln!(
        out,
        "{}, {}, {} resting on one alone\n",
        capitalised(&Count(analysis.summary.claims, "claim").to_string()),
        Count(analysis.summary.origins, "distinct origin"),
        analysis.summary.on_one_origin
    );
    for (id, claim) in brief.claims() {
        graph.claim(id, claim, &mut out);
    }
    graph.origins(&mut out);
    out
}

struct Graph<'a> {
    brief: &'a Brief,
    analysis: &'a Analysis,
}

impl Graph<'_> {
    fn claim(&self, id: ClaimId, claim: &Claim, out: &mut String) {
        let records: Vec<&str> = self
            .analysis
            .statuses_of(id)
            .iter()
            .map(statuses::status)
            .collect();
        let distance = self.analysis.distance_of(id);
        let mut retellings = distance.nearest.to_string();
        if distance.nearest != distance.farthest {
            _ = write!(retellings, " to {}", distance.farthest);
        }
        _ = writeln!(out, "{id} {}", claim.key);
        for road in chain::in_words(self.brief, self.analysis, id) {
            _ = writeln!(out, "   chain    {road} → this brief");
        }
        _ = writeln!(out, "   record   {}", list(&records));
        _ = writeln!(
            out,
            "   depth    {} (retellings: {retellings})",
            statuses::hands(distance)
        );
        _ = writeln!(out, "   origins  {}\n", self.roots(id));
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
            0 => "none: the writer’s judgement".to_owned(),
            count if count == within => labels.join("; "),
            _ => format!(
                "{} ({within} in this claim, which other claims join)",
                labels.join("; ")
            ),
        }
    }

    fn name(&self, origin: usize) -> String {
        let called = self.analysis.origins.of_brief[origin].called_by();
        match called {
            Some(CalledBy::Voice(id)) => names::voice_in_short(self.brief, id),
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
        _ = writeln!(
            out,
            "{}",
            capitalised(&Count(resting.len(), "distinct origin").to_string())
        );
        for (index, (origin, claims)) in origins.of_brief.iter().zip(resting).enumerate() {
            _ = writeln!(out, "\nO{} {}", index + 1, self.name(index));
            _ = writeln!(out, "   voices   {}", self.voices(&origin.voices));
            _ = writeln!(out, "   works    {}", self.works(&origin.works));
            _ = writeln!(out, "   claims   {}", claims.join(", "));
        }
    }

    fn voices(&self, ids: &[VoiceId]) -> String {
        let names = ids.iter().map(|id| names::voice(self.brief, *id));
        names.collect::<Vec<_>>().join("; ")
    }

    fn works(&self, ids: &[SourceId]) -> String {
        let names = ids.iter().map(|id| {
            let source = self.brief.source(*id);
            let relays: Vec<&str> = source
                .through
                .iter()
                .map(|relay| &*self.brief.source(*relay).name)
                .collect();
            if relays.is_empty() {
                format!("{} (read)", source.name)
            } else {
                format!("{} (known only through {})", source.name, list(&relays))
            }
        });
        names.collect::<Vec<_>>().join("; ")
    }
}
