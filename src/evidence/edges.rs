//! Tells where no quote may begin or end, though a mark stands there: within a word or a number.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::GraphemeCursor;

use super::normalise::piece;
use crate::characters::{
    has_no_word_spaces, is_left_to_right, is_nothing, is_right_to_left, is_unspaced_by_words,
};

/// Words that lose their end before an apostrophe: what follows them is a word of its own.
const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "n", "c", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "quelqu", "un", "gl", "all", "dall", "dell", "nell", "sull", "coll", "quell", "quest", "bell",
    "nessun", "com", "dov", "cos", "tutt", "senz", "anch",
];
/// Letters that Hebrew sets before a word, and so before a quote mark.
const PREFIXES: &str = "משהוכלב";
/// Chinese characters that numbers are written in, those in contracts, and those that follow digits.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万萬亿億兆两兩廿卅";
const NUMERALS_OF_CONTRACTS: &str = "零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億";
const UNITS: &str = "百千万萬亿億兆";
/// Longer words are not elided.
const MOST_LETTERS: usize = 8;
/// Longer lines have no columns.
const LONGEST_LINE: usize = 1000;

/// Says whether a place in a normalised text is one within a word or number: no quote begins or ends
/// there.
pub(super) fn is_within(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else {
        return false;
    };
    let (Some(last), Some(first)) = (last_base(before), after.chars().next()) else {
        return false;
    };
    match (is_of_word(last), is_of_word(first)) {
        (true, true) => is_joined(last, first),
        (false, false) => false,
        (true, false) => goes_on(before, first, piece(after, first.len_utf8()..after.len())),
        (false, true) => {
            let before = before.strip_suffix(last).unwrap_or_default();
            goes_on(before, last, after) && !(last == '\'' && begins_after(before, after))
        }
    }
}

/// Says whether a word or number goes on over a mark.
fn goes_on(before: &str, mark: char, after: &str) -> bool {
    let (Some(last), Some(first)) = (last_base(before), after.chars().next()) else {
        return false;
    };
    if !is_of_word(last) || !is_of_word(first) {
        return false;
    }
    if last.is_numeric() && first.is_numeric() {
        return matches!(
            mark,
            '.' | ',' | '\'' | ':' | '/' | '·' | '⁄' | '∕' | '٫' | '٬' | '،' | '۔' | '．'
        );
    }
    let is_letter = |mut letters: Box<dyn Iterator<Item = char> + '_>| {
        letters.next().is_some_and(char::is_alphabetic) && !letters.next().is_some_and(is_of_word)
    };
    match mark {
        // U.S.
        '.' => is_letter(Box::new(before.chars().rev())) && is_letter(Box::new(after.chars())),
        // Arabic has no apostrophe: it is a quote mark.
        '\'' => !(is_arabic(last) && is_arabic(first)),
        // Armenian sets the marks of its sentences over a vowel; Catalan parts two l.
        '՛' | '՜' | '՞' | '՟' => true,
        '·' => "lL".contains(last) && "lL".contains(first),
        _ => false,
    }
}

/// Says whether a word begins after an apostrophe: `l'État`, and Hebrew's prefixes before a quote mark.
fn begins_after(before: &str, after: &str) -> bool {
    let letters: Vec<char> = before
        .chars()
        .rev()
        .take_while(|c| is_of_word(*c))
        .take(MOST_LETTERS + 1)
        .collect();
    let word: String = letters
        .iter()
        .rev()
        .flat_map(|c| c.to_lowercase())
        .collect();
    let is_prefix = letters.len() <= 3 && word.chars().all(|c| PREFIXES.contains(c));
    let is_longer = || after.chars().nth(1).is_some_and(is_of_word);
    ELIDED.contains(&word.as_str()) || is_prefix && is_longer()
}

/// Says whether two neighbours belong to one word, so that no quote may begin or end between them.
///
/// Scripts without spaces between words have no such places that can be told by looking; in Korean,
/// particles are written together with their word (`korean`). Letters of two directions make no word together: where
/// one follows the other, a program lost the space.
pub(super) fn is_joined(before: char, after: char) -> bool {
    let is_turn = is_left_to_right(before) && is_right_to_left(after)
        || is_right_to_left(before) && is_left_to_right(after);
    is_of_word(before) && is_of_word(after) && !is_turn
}

/// Returns the last character of a text that marks may stand on: they belong to words as it does.
fn last_base(text: &str) -> Option<char> {
    text.chars().rev().find(|c| !is_combining_mark(*c))
}

fn is_of_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    if is_unspaced_by_words(c) {
        return c.is_numeric();
    }
    let is_hangul = matches!(c, '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}');
    !has_no_word_spaces(c) && !is_hangul && (c.is_alphanumeric() || is_combining_mark(c))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}') && c.is_alphabetic()
}

/// Says whether a word or number may go on over a place in a text as it was written: over a hyphen, from
/// a minus sign, between the groups of a number, within what readers see as one character.
pub(super) fn may_go_on(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut back = before.chars().rev().filter(|c| !is_nothing(*c));
    let mut on = after.chars().filter(|c| !is_nothing(*c));
    let [last, before_last] = [back.next(), back.next()];
    let [first, second] = [on.next(), on.next()];
    let is_compound = joins(before_last, last, first)
        || joins(last, first, second)
        || is_minus(before_last, last, first)
        || last.zip(first).is_some_and(|(last, first)| {
            is_in_numeral(last, first) || is_katakana(last) && is_katakana(first)
        });
    is_compound
        || is_grouped(before, after)
        || cuts_character(text, at)
        || is_in_column(before, after)
}

/// Says whether a word may go on over the end of a line in a column, beside which other columns stand on
/// the same line: wide spaces follow its hyphen.
fn is_in_column(before: &str, after: &str) -> bool {
    let ends = after.strip_prefix(is_hyphen).is_some_and(is_other_column)
        && before.ends_with(char::is_alphabetic);
    ends || after.starts_with(char::is_alphabetic) && follows_column(before)
}

/// Says whether the column before whose line a text ends has a hyphen at the end of the line above.
fn follows_column(before: &str) -> bool {
    let from = before.len().saturating_sub(2 * LONGEST_LINE);
    let near = (from..=before.len()).find_map(|from| before.get(from..));
    let Some((above, begun)) = near.and_then(|near| near.rsplit_once('\n')) else {
        return false;
    };
    let begins = begun.trim().is_empty() || begun.ends_with("  ") || begun.ends_with('\t');
    let above = above.rsplit('\n').next().unwrap_or(above);
    if !begins || above.len() > LONGEST_LINE || begun.len() > LONGEST_LINE {
        return false;
    }
    let at = begun.chars().count();
    let (mut start, mut rest) = (0, above);
    while let Some((cell, more)) = cell(rest) {
        let blank = cell.len() - cell.trim_start().len();
        let end = start + cell.chars().count();
        let word = cell.trim_end().strip_suffix(is_hyphen);
        let is_hyphenated = word.is_some_and(|word| word.ends_with(char::is_alphabetic));
        // The edges of a column are ragged by a letter or two.
        if is_hyphenated && (start + blank).saturating_sub(2) <= at && at < end {
            return true;
        }
        (start, rest) = (end, more);
    }
    false
}

/// Returns the first column of a line, with the spaces around it, and what follows.
fn cell(line: &str) -> Option<(&str, &str)> {
    let words = line.len() - line.trim_start().len();
    let of_words = line.get(words..).filter(|rest| !rest.is_empty())?;
    let ends = of_words.find("  ").into_iter().chain(of_words.find('\t'));
    let end = ends.min().unwrap_or(of_words.len());
    let wide = of_words.get(end..).unwrap_or_default();
    let next = wide.len() - wide.trim_start().len();
    Some(line.split_at(words + end + next))
}

/// Says whether wide spaces begin a text, and something follows them on the line.
fn is_other_column(after: &str) -> bool {
    let is_wide = after.starts_with("  ") || after.starts_with('\t');
    let next = after.chars().find(|c| !c.is_whitespace() || *c == '\n');
    is_wide && next.is_some_and(|next| next != '\n')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{AD}' | '֊')
}

fn joins(before: Option<char>, mark: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(mark), Some(after)) = (before, mark, after) else {
        return false;
    };
    let is_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    match mark {
        '-' | '\u{2010}' | '\u{2011}' | '−' | '﹣' | '－' | '֊' | '־' => {
            (is_word(before) || before == '.') && is_word(after)
        }
        // A wide comma parts clauses as well.
        '–' | '，' | '：' | '／' => before.is_numeric() && after.is_numeric(),
        '・' | '･' | '点' | '點' => is_numeral(before) && is_numeral(after),
        // NATO:n
        ':' => is_word(before) && after.is_lowercase(),
        _ => false,
    }
}

/// Says whether two neighbours may be of one number in Chinese characters: 二十, 3亿.
fn is_in_numeral(last: char, first: char) -> bool {
    let are = |numerals: &str| numerals.contains(last) && numerals.contains(first);
    last.is_numeric() && UNITS.contains(first) || are(NUMERALS) || are(NUMERALS_OF_CONTRACTS)
}

/// Says whether a character is of the script in which Japanese writes words of other languages, whose words
/// are seen to end where it ends.
fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ' | 'ｦ'..='ﾟ')
}

fn is_numeral(c: char) -> bool {
    c.is_numeric() || NUMERALS.contains(c)
}

fn is_minus(before: Option<char>, mark: Option<char>, after: Option<char>) -> bool {
    let is_apart = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '~' | '±'));
    let is_mark = matches!(mark, Some('-' | '−' | '–' | '﹣' | '－'));
    is_apart && is_mark && after.is_some_and(char::is_numeric)
}

/// Says whether a space beside a place may part the thousands of a number.
fn is_grouped(before: &str, after: &str) -> bool {
    let is_space = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2007}'..='\u{2009}');
    let (before, after) = match (before.strip_suffix(is_space), after.strip_prefix(is_space)) {
        (Some(before), None) => (before, after),
        (None, Some(after)) => (before, after),
        _ => return false,
    };
    let digits = |c: &char| c.is_numeric();
    let first = before.chars().rev().take_while(digits).take(4).count();
    let next = after.chars().take_while(digits).take(4).count();
    (1..=3).contains(&first) && next == 3
}

/// Says whether a place is within what readers see as one character: a flag, a family.
fn cuts_character(text: &str, at: usize) -> bool {
    let rest = piece(text, at..text.len());
    let at = text.len() - rest.trim_start_matches(is_nothing).len();
    let is_boundary = GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0);
    !is_boundary.unwrap_or(true)
}

#[cfg(test)]
mod tests;
