//! Finds which claim of an earlier edition is which: by what people read before ids, which may be
//! given anew.

use std::collections::BTreeSet;

use super::matching::Matching;
use super::texts::joined;

/// What claims are known by.
pub(crate) struct Seen<'a> {
    pub(crate) id: &'a str,
    /// As [`known_words`] has them.
    pub(crate) words: String,
    /// Marks that are the same for what is one voice.
    pub(crate) voices: BTreeSet<usize>,
}

/// Returns the words by which a claim is known again, of its text without markup and citations: quote marks,
/// spaces and the full stop at its end say nothing of what is claimed.
pub(crate) fn known_words(plain: &str) -> String {
    let is_mark = |c: char| {
        matches!(
            c,
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』'
        )
    };
    let text = plain.replace(is_mark, "");
    // Within a word, it is an apostrophe.
    let is_edge = |c: char| matches!(c, '\'' | '‘' | '’' | '‚' | '‹' | '›');
    let words = text
        .split_whitespace()
        .map(|word| word.trim_matches(is_edge));
    let text = joined(&words.collect::<Vec<_>>().join(" "));
    let text = text.trim_end_matches(['.', '。', '।', '۔', '։']);
    text.trim_end_matches(is_edge).to_owned()
}

/// Returns the place that each claim had in the earlier edition, if it was there: one is the same if its
/// id is all that changed, which `are_unchanged` tells by the places, else if the same voices say
/// the same words, else if it has the same id.
pub(crate) fn places_before(
    before: &[Seen<'_>],
    claims: &[Seen<'_>],
    are_unchanged: impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    fn worded<'a>(claim: &'a Seen<'_>) -> (&'a str, &'a str) {
        (claim.id, &claim.words)
    }
    fn said<'a>(claim: &'a Seen<'_>) -> (&'a str, &'a BTreeSet<usize>) {
        (&claim.words, &claim.voices)
    }
    Matching::new(before, claims)
        .by_if(worded, &are_unchanged)
        .by_if(|claim| claim.words.as_str(), &are_unchanged)
        .by(|one| (one.id, said(one)), |one| (one.id, said(one)))
        .by(said, said)
        .by(worded, worded)
        .by(|claim| claim.id, |claim| claim.id)
        .places()
}

#[cfg(test)]
mod tests {
    use super::known_words;

    #[test]
    fn what_says_nothing_of_the_claim_is_left_out() {
        for text in [
            "The harbour’s to be “widened”, in spring.",
            "The  harbour’s to be widened , in spring",
            "‘The harbour’s to be widened, in spring’ .",
            "«The harbour’s to be widened, in spring.»",
        ] {
            let words = "The harbour’s to be widened, in spring";
            assert_eq!(known_words(text), words, "{text}");
        }
        for (one, other) in [
            ("Is it so?", "Is it so."),
            ("It is so", "it is so"),
            ("They’re there", "Theyre there"),
            ("It costs 1.000", "It costs 1000"),
        ] {
            assert_ne!(known_words(one), known_words(other));
        }
    }
}
