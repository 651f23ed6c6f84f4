//! Says what to do about a quote that differs from its source at its ends alone: in its last mark, or in
//! the capital that it begins with.

use super::nearest::Nearest;
use crate::word_diff::Words;

/// Marks that close a quote.
const CLOSING: [char; 7] = ['”', '"', '“', '»', '’', '\'', '」'];

impl Nearest {
    /// Says how the quote can stand, if it differs from the source in nothing but its last mark or its first
    /// capital.
    pub fn at_ends(&self) -> Option<String> {
        let mut parts = self.diff.words();
        let mut advice: Vec<String> = Vec::new();
        if let [Words::Removed(quoted), Words::Added(own), rest @ ..] = parts
            && is_other_capital(quoted, own)
        {
            let (quoted, own) = (quoted.trim(), own.trim());
            let marked = marked_capital(quoted);
            advice.push(format!(
                "the source begins it with “{own}”: write that, or “{marked}” with `kind: edited`"
            ));
            parts = rest;
        }
        if let [same @ .., Words::Added(closing), Words::Same(mark)] = parts
            && is_of_marks(closing, |c| CLOSING.contains(&c))
            && is_of_marks(mark, |c| !c.is_alphanumeric())
        {
            advice.push(
                "end it before its last mark, which a quote may leave out: in the source it stands behind the quote mark"
                    .to_owned(),
            );
            parts = same;
        }
        let last = match parts {
            [same @ .., Words::Removed(quoted), Words::Added(own)] => {
                Some((same, quoted, own.as_str()))
            }
            [same @ .., Words::Removed(quoted)] => Some((same, quoted, "")),
            _ => None,
        };
        if let Some((same, quoted, own)) = last
            && let Some(own) = other_mark(quoted, own)
        {
            let of_source = match own {
                "" => "none".to_owned(),
                own => format!("“{own}”"),
            };
            advice.push(format!(
                "end it before its last mark, which a quote may leave out: the source has {of_source} there"
            ));
            parts = same;
        }
        let is_same = parts.iter().all(|part| matches!(part, Words::Same(_)));
        (is_same && !parts.is_empty() && !advice.is_empty()).then(|| advice.join("; "))
    }
}

/// Says whether a piece of a text is of some marks alone.
fn is_of_marks(piece: &str, is_one: impl Fn(char) -> bool) -> bool {
    let piece = piece.trim();
    !piece.is_empty() && piece.chars().all(is_one)
}

/// Says whether two words differ in nothing but the capital of their first letter.
fn is_other_capital(quoted: &str, own: &str) -> bool {
    let (quoted, own) = (quoted.trim(), own.trim());
    let rest = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| (first, letters.as_str().to_owned()))
    };
    match (rest(quoted), rest(own)) {
        (Some((one, more)), Some((other, rest))) => {
            one != other && more == rest && one.to_lowercase().eq(other.to_lowercase())
        }
        _ => false,
    }
}

/// Returns a word with its first letter marked as the writer's.
fn marked_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("[{first}]{}", letters.as_str())
    })
}

/// Returns the mark that the source has for another one at the end of a quote, if the two differ in nothing
/// else; nothing, if it has none.
fn other_mark<'a>(quoted: &'a str, own: &'a str) -> Option<&'a str> {
    let marks = |word: &'a str| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
        (bare.trim(), word.get(bare.len()..).unwrap_or(""))
    };
    let ((word, mark), (other, other_mark)) = (marks(quoted), marks(own));
    let is_other = !mark.is_empty() && mark != other_mark && word == other;
    // What closes the quote is no mark of it.
    is_other.then(|| other_mark.trim_end_matches(CLOSING))
}
