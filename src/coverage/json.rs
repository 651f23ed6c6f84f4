//! Writes coverage as JSON. Offsets count code points of what a reader sees of each snapshot, whose text is
//! its publisher's and is left out.

use serde_json::{Value, json};

use super::{Count, Coverage, Covered};

impl Coverage<'_> {
    /// Returns the coverage as one JSON document.
    pub fn json(&self) -> String {
        let label = |claim: Option<_>| claim.map(|id: crate::model::ClaimId| id.to_string());
        let document = json!({
            "form": 1,
            "sentences": counted(self.count()),
            "snapshots": self.snapshots.iter().map(|one| snapshot(self, one)).collect::<Vec<_>>(),
            "unread": self.unread.iter().map(|(id, why)| json!({
                "source": id.to_string(),
                "key": self.source(*id),
                "why": why,
            })).collect::<Vec<_>>(),
            "unfound": self.unfound.iter().map(|unfound| json!({
                "claim": label(unfound.claim),
                "text": unfound.text,
                "check": unfound.check.name(),
            })).collect::<Vec<_>>(),
            "borrowed": self.borrowed.iter().map(|(id, words)| json!({
                "claim": id.to_string(),
                "words": words,
            })).collect::<Vec<_>>(),
        });
        let json = serde_json::to_string_pretty(&document).unwrap_or_default();
        json + "\n"
    }
}

fn snapshot(coverage: &Coverage<'_>, covered: &Covered) -> Value {
    let sentences = covered.sentences().map(|sentence| {
        json!({
            "at": [sentence.at.start, sentence.at.end],
            "state": sentence.state.name(),
            "claims": sentence.claims.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "left_out": sentence.left_out,
        })
    });
    let stretches = covered.stretches.iter().map(|stretch| {
        json!({
            "at": [stretch.at.start, stretch.at.end],
            "kind": stretch.kind.name(),
        })
    });
    json!({
        "source": covered.source.to_string(),
        "key": coverage.source(covered.source),
        "file": covered.file.file,
        "sha256": covered.file.sha256,
        "counted": counted(covered.count()),
        "sentences": sentences.collect::<Vec<_>>(),
        "stretches": stretches.collect::<Vec<_>>(),
    })
}

fn counted(count: Count) -> Value {
    json!({ "covered": count.covered, "all": count.all, "percent": count.percent() })
}
