//! Says what of a drafted claim its writer has to make sure of.

use crate::draft::outline::ClaimEntry;
use crate::evidence::Finding;

/// Returns what has to be made sure of.
pub(super) fn note(claim: &ClaimEntry) -> Option<String> {
    let mut doubts: Vec<String> = Vec::new();
    if claim.is_doubtful {
        doubts.push(
            "make sure that it is this voice; the article does not say it plainly.".to_owned(),
        );
    }
    if let Some(words) = &claim.unsaid {
        doubts.push(format!(
            "make sure that it was said: the article has “{words}”."
        ));
    }
    if !claim.named.is_empty() {
        let named = claim.named.join(", ");
        doubts.push(format!(
            "make sure whether the article has it from {named}, which it names here: then that is a source of its own, \
             known `through` the article."
        ));
    }
    if let Some(words) = &claim.cited {
        doubts.push(format!(
            "make sure whose words they are: the article has “{words}”. If they are another's, that is the voice."
        ));
    }
    doubts.extend(claim.cut.iter().map(|word| {
        format!("make sure what word it is: a line of the article ends in it, “{word}”.")
    }));
    let quotes = claim.quotes.iter().map(|quote| &quote.finding);
    let mut findings = quotes.chain(claim.passages.iter().map(|passage| &passage.finding));
    if findings.any(Finding::is_struck_out) {
        doubts.push(
            "the article struck these words out: make sure that it still says so.".to_owned(),
        );
    }
    if !claim.elsewhere.is_empty() {
        let others = claim.elsewhere.join(", ");
        doubts.push(format!(
            "make sure whether it was first reported in {others}, which may be of the same outlet."
        ));
    }
    (!doubts.is_empty()).then(|| format!("TODO: {}", doubts.join(" Also ")))
}

/// Returns a text that may stand in a comment.
pub(super) fn remark(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
