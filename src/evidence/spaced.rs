//! Looks for quotes in a text whatever its spaces, as that of a PDF: words that are set wide (`N E W S`), large first
//! letters, and lines that end in a word leave spaces that nobody sees.

/// A text with fewer letters may stand anywhere by chance.
const FEWEST: usize = 8;

/// So many letters that each stand apart are a word that is set wide.
const FEWEST_OF_WIDE: usize = 4;

/// Says whether a text has words that are set wide.
pub(super) fn has_wide_words(text: &str) -> bool {
    let mut run = 0;
    text.split([' ', '\u{A0}', '\u{2009}', '\u{202F}'])
        .any(|word| {
            let mut chars = word.chars();
            let is_letter = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
            run = match (is_letter, word.is_empty()) {
                (true, _) => run + 1,
                (false, true) => run,
                (false, false) => 0,
            };
            run == FEWEST_OF_WIDE
        })
}

/// A text without spaces, with the way back.
struct Packed {
    text: String,
    /// Where each letter stands in the text, by its byte here; the end is the last.
    places: Vec<(usize, usize)>,
}

fn packed(text: &str) -> Packed {
    let mut all = Packed {
        text: String::with_capacity(text.len()),
        places: Vec::with_capacity(text.len()),
    };
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        all.places.push((all.text.len(), at));
        all.text.push(c);
    }
    all
}

/// Says which quotes stand in a normalised text, whatever its spaces, from the edge of a word to another.
pub(super) fn stand(text: &str, quotes: &[String]) -> Vec<bool> {
    let all = packed(text);
    let stands = |quote: &String| {
        let quote = packed(quote).text;
        quote.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST
            && all.text.match_indices(&quote).any(|(start, _)| {
                let end = start + quote.len();
                is_edge(text, all.place(start), true) && is_edge(text, all.end(end), false)
            })
    };
    quotes.iter().map(stands).collect()
}

impl Packed {
    fn place(&self, byte: usize) -> usize {
        let found = self.places.binary_search_by_key(&byte, |(here, _)| *here);
        let found = found.ok().and_then(|index| self.places.get(index));
        found.map_or(0, |(_, at)| *at)
    }

    /// Returns where the letter begins that is the last before a byte.
    fn end(&self, byte: usize) -> usize {
        let after = self.places.partition_point(|(here, _)| *here < byte);
        let last = after.checked_sub(1).and_then(|last| self.places.get(last));
        last.map_or(0, |(_, at)| *at)
    }
}

/// Says whether no letter stands before a letter, or after it.
fn is_edge(text: &str, at: usize, is_start: bool) -> bool {
    let (before, from) = text.split_at_checked(at).unwrap_or_default();
    let beside = if is_start {
        before.chars().next_back()
    } else {
        from.chars().nth(1)
    };
    !beside.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::stand;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn words_that_are_set_wide_make_nothing_absent() {
        let text = "He said: T h e   m o n e y   w a s   n o t   f o u n d, and left a box.";
        let look = |text: &str, quote| {
            let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            (found.check, found.reason)
        };
        let doubt = (Check::CannotCheck, Some(Obstacle::BrokenWord));
        assert_eq!(look(text, "The money was not found"), doubt);
        assert_eq!(look(text, "The money was never found").0, Check::Absent);
        // Without such words spaces are what they are.
        assert_eq!(
            look("They may be every day there", "They maybe everyday there").0,
            Check::Absent
        );
    }

    #[test]
    fn spaces_that_nobody_sees_are_none() {
        for (text, quote, stands) in [
            ("T H E N E W S of the day", "THE NEWS of the day", true),
            ("T he works will begin", "The works will begin", true),
            ("we will begin the wor ks now", "will begin the works", true),
            ("unable to begin the work", "able to begin the work", false),
            ("able to begin the works", "able to begin the work", false),
            ("we will not begin it", "we will begin it", false),
            ("a b c", "ab c", false),
        ] {
            let quotes = [quote.to_owned()];
            assert_eq!(stand(text, &quotes), [stands], "{quote}");
        }
    }
}
