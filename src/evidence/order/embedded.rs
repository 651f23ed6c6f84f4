//! Puts numbers and marks in the order in which they are read where a program that reads PDFs wrote them as they are
//! seen: in lines from right to left, each between marks that set what runs to the right (U+202A … U+202C).

const TO_RIGHT: char = '\u{202A}';
const TO_LEFT: char = '\u{202B}';
const END: char = '\u{202C}';

/// Returns a text in which what is seen at the right end of such a piece stands before it, and what is seen at
/// its left end after it; nothing, if there are none.
pub(in crate::evidence) fn in_order_of_reading(text: &str) -> Option<String> {
    if !text.contains(TO_RIGHT) || !text.contains(TO_LEFT) {
        return None;
    }
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(TO_RIGHT) {
        read.push_str(before);
        let (piece, after) = from.split_once(END).unwrap_or((from, ""));
        let begin = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = piece.strip_suffix(begin).unwrap_or_default();
        let core = begin.trim_end_matches(|c: char| !c.is_alphanumeric());
        let last = begin.strip_prefix(core).unwrap_or_default();
        // Signs of a number (−5, 3 %) are of it, and seen beside it.
        read.extend(last.chars().rev());
        read.push_str(core);
        read.extend(first.chars().rev());
        rest = after;
    }
    read.push_str(rest);
    Some(read)
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    fn look(text: &str, quote: &str) -> (Check, Option<Obstacle>) {
        let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
        let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
        (found.check, found.reason)
    }

    /// As `pdftotext` writes it.
    #[test]
    fn numbers_and_marks_that_are_written_as_they_are_seen_make_nothing_absent() {
        let doubt = (Check::CannotCheck, Some(Obstacle::MarkedUp));
        let hebrew = "\u{202B}המועצה רוצה להרחיב את הנמל\u{202A} ,\u{202C}אמרה היושבת בראש\u{202A}.\u{202C}\u{202C}\n\
            \u{202B}העבודות יעלו \u{202A} 3.5\u{202C}מיליון\u{202C}\n\
            \u{202B}יורו ויתחילו באביב \u{202A}.2026\u{202C}\u{202C}\n";
        for quote in [
            "המועצה רוצה להרחיב את הנמל, אמרה היושבת בראש.",
            "העבודות יעלו 3.5 מיליון יורו ויתחילו באביב 2026.",
        ] {
            assert_eq!(look(hebrew, quote), doubt, "{quote}");
        }
        for quote in [
            "העבודות יעלו 5.3 מיליון יורו ויתחילו באביב 2026.",
            "המועצה רוצה להרחיב את הכביש, אמרה היושבת בראש.",
        ] {
            assert_eq!(look(hebrew, quote).0, Check::Absent, "{quote}");
        }
        // Where lam and alef are turned around besides.
        let arabic = "\u{202B}األوالد ال يلعبون في الميناء اآلن\u{202A} .\u{202C}تبلغ \u{202A} 3.5\u{202C}مليون يورو\u{202C}\n";
        let out_of_order = (Check::CannotCheck, Some(Obstacle::OutOfOrder));
        let quote = "الأولاد لا يلعبون في الميناء الآن. تبلغ 3.5 مليون يورو";
        assert_eq!(look(arabic, quote), out_of_order);
        let misquote = "الأولاد لا يلعبون في الميناء الآن. تبلغ 3.5 مليون دولار";
        assert_eq!(look(arabic, misquote).0, Check::Absent);
    }
}
