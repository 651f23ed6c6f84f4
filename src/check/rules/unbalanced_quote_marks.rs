#![doc = include_str!("unbalanced_quote_marks.md")]
//! Single marks are not looked at: they cannot be told from apostrophes.

use crate::check::context::{Context, Findings};
use crate::check::quotations::is_within_word;
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static UNBALANCED_QUOTE_MARKS: Rule =
    Rule::warning(include_str!("unbalanced_quote_marks.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (claim, words) in cx.quoted_words() {
        if let Some((at, mark)) = unpaired(words) {
            let place = cx.part(words, at..at + mark.len_utf8());
            out.warn(&claim.allow, fault(place, mark));
        }
    }
}

pub(super) fn unpaired(text: &str) -> Option<(usize, char)> {
    let is_mark = |c| matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '[' | ']' | '(' | ')');
    let mut open: Vec<(usize, char)> = Vec::new();
    // Straight marks after digits: of inches, or of a quote that ends with a number.
    let mut after_digits = 0_usize;
    for (at, c) in text.char_indices().filter(|(_, c)| is_mark(*c)) {
        let (before, from) = text.split_at(at);
        let after = from.strip_prefix(c).unwrap_or(from);
        let last = open.last().map(|(_, mark)| *mark);
        // Urdu and Hebrew open with ” and close with “.
        let closes_turned = || {
            let opened = open.last().filter(|_| c == '“' && last == Some('”'));
            opened.is_some_and(|(start, _)| begins_word(text, *start))
        };
        let is_open = |mark| open.iter().any(|(_, open)| *open == mark);
        match c {
            '"' if before.ends_with(|c: char| c.is_ascii_digit()) => after_digits += 1,
            '”' if before.ends_with(|c: char| c.is_ascii_digit())
                && last.is_none_or(|last| !pairs(last, c)) => {}
            '"' if is_within_word(before, after) => {}
            '(' | ')' if is_smile(before) => {}
            ')' if last != Some('(') && is_enumeration(before) => {}
            // Each paragraph of a quote opens it again.
            '“' | '„' | '«' | '»' | '"' if begins_paragraph(before) && is_open(c) => {}
            '»' if begins_paragraph(before) && is_open('«') => {}
            _ if last.is_some_and(|last| pairs(last, c)) || closes_turned() => {
                open.pop();
            }
            // Swedish and Finnish open with ”, German books with ».
            '“' | '„' | '«' | '»' | '”' | '"' | '[' | '(' => open.push((at, c)),
            _ => return Some((at, c)),
        }
    }
    if after_digits > 0
        && let Some(at) = open.iter().position(|(_, mark)| *mark == '"')
    {
        open.remove(at);
    }
    // Of marks that never close, the last opened inside the others.
    open.first().copied()
}

/// Says whether a mark stands at the beginning of a word.
fn begins_word(text: &str, at: usize) -> bool {
    let ahead = text.get(..at).unwrap_or("").chars().next_back();
    ahead.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?' | '…' | '۔'))
}

fn begins_paragraph(before: &str) -> bool {
    before.trim_end_matches([' ', '\t']).ends_with('\n')
}

/// Says whether a bracket after this is a mouth, as in ":)".
fn is_smile(before: &str) -> bool {
    before.trim_end_matches('-').ends_with([':', ';', '='])
}

fn pairs(open: char, close: char) -> bool {
    match open {
        '“' => close == '”',
        '„' => matches!(close, '“' | '”'),
        '«' => close == '»',
        '»' => matches!(close, '«' | '»'),
        '[' => close == ']',
        '(' => close == ')',
        same => close == same,
    }
}

/// Says whether a text ends with the number or letter of a list, as in "a) first" and "iv) last".
fn is_enumeration(before: &str) -> bool {
    let word = before.rsplit_once(char::is_whitespace);
    let word = word.map_or(before, |(_, word)| word).trim_end_matches('.');
    let number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let roman = !word.is_empty() && word.bytes().all(|byte| b"ivx".contains(&byte));
    number && word.len() <= 2
        || roman && word.len() <= 4
        || word.chars().count() == 1 && word.starts_with(char::is_alphabetic)
}

fn fault(place: Place, mark: char) -> Diagnostic {
    let message = format!("this `{mark}` has no partner");
    Diagnostic::new(&UNBALANCED_QUOTE_MARKS, place, message)
        .help("a quote that ends inside a quote is cut short: quote both marks, or neither")
        .help("if the source has it so, silence the rule here: `allow: [{ rule: unbalanced-quote-marks, reason: … }]`")
}

#[cfg(test)]
mod tests {
    use super::unpaired;

    #[test]
    fn marks_pair() {
        for text in [
            "He said “no” and (then) left [the room].",
            "„So“ «so» »so« »so» ”so”",
            "don’t, bosses’, 'tis \"so\"",
            "a) first b) second 12) last",
            "a 12\" pipe",
            "a “b \"c\" d” e",
            "\"a 12\" pipe\" broke",
            "born \"in 1990\" here",
            "צה\"ל אמר",
            "So “it was.\n\n“It is.”",
            "«Así fue.\n»Así es.»",
            "fine :) and ;-)",
            "iii) third",
            "اس نے کہا ”نہیں“۔",
            "הוא אמר ”לא“ והלך.",
            "",
        ] {
            assert_eq!(unpaired(text), None, "{text}");
        }
    }

    #[test]
    fn the_mark_without_a_partner_is_found() {
        for (text, expected) in [
            ("He said “no", (8, '“')),
            ("no” he said", (2, '”')),
            ("no” he said “yes", (2, '”')),
            ("[a (b] c)", (5, ']')),
            ("a ] b", (2, ']')),
            ("say \"so", (4, '"')),
            ("so well) done", (7, ')')),
        ] {
            assert_eq!(unpaired(text), Some(expected), "{text}");
        }
    }
}
