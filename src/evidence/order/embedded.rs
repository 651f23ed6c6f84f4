//! Puts numbers and marks in the order in which they are read where a program that reads PDFs wrote them as they are
//! seen: in lines from right to left, each between marks that set what runs to the right (U+202A … U+202C).

use crate::evidence::directions::is_arabic;

const TO_RIGHT: char = '\u{202A}';
pub(super) const TO_LEFT: char = '\u{202B}';
pub(super) const END: char = '\u{202C}';
pub(super) const SIGNS: &str = "%‰°#$€£¥₪";

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
        let core = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let (first, last) = piece.split_once(core).unwrap_or((piece, ""));
        // Signs of a number (−5, 3 %) are of it, and seen beside it; those right at one (30%) run with it, though
        // not behind Arabic.
        let letter = read.chars().rev().find(|c| c.is_alphabetic());
        let runs = core.contains(char::is_numeric) && !letter.is_some_and(is_arabic);
        let is_sign = |c: char| runs && SIGNS.contains(c);
        let (first, last) = (
            first.trim_end_matches(is_sign),
            last.trim_start_matches(is_sign),
        );
        let core = piece.get(first.len()..piece.len() - last.len());
        read.extend(last.chars().rev());
        read.push_str(core.unwrap_or_default());
        read.extend(first.chars().rev());
        rest = after;
    }
    read.push_str(rest);
    Some(read)
}

#[cfg(test)]
mod tests {
    use crate::evidence::tests::{MARKED_UP, look};
    use crate::model::{Check, Obstacle};

    /// As `pdftotext` writes it.
    #[test]
    fn numbers_and_marks_that_are_written_as_they_are_seen_make_nothing_absent() {
        let hebrew = "\u{202B}המועצה רוצה להרחיב את הנמל\u{202A} ,\u{202C}אמרה היושבת בראש\u{202A}.\u{202C}\u{202C}\n\
            \u{202B}העבודות יעלו \u{202A} 3.5\u{202C}מיליון\u{202C}\n\
            \u{202B}יורו ויתחילו באביב \u{202A}.2026\u{202C}\u{202C}\n\
            \u{202B}(בכעס) ראש העירייה\u{202A} 30% :\u{202C}מן התקציב\u{202A}.\u{202C}\u{202C}\n";
        for quote in [
            "המועצה רוצה להרחיב את הנמל, אמרה היושבת בראש.",
            "העבודות יעלו 3.5 מיליון יורו ויתחילו באביב 2026.",
            "(בכעס) ראש העירייה: 30% מן התקציב.",
        ] {
            assert_eq!(look(hebrew, quote), MARKED_UP, "{quote}");
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
