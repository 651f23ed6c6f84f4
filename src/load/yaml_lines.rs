//! Reads the lines around the place where the parser of YAML stumbles.

use crate::diagnostics::Span;

/// How many lines before the parser's place are looked at, blank ones left out.
const NEAR: usize = 2;

/// A line of the input and where it begins.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl<'a> Line<'a> {
    /// Returns the column of its first key, past the dashes of items.
    pub(super) fn column(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '-']).len()
    }

    /// Returns what begins as a key does, and what follows the colon.
    pub(super) fn key(&self) -> Option<(&'a str, &'a str)> {
        let (key, rest) = self.text.get(self.column()..)?.split_once(':')?;
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        (!key.is_empty() && key.chars().all(is_word)).then_some((key, rest))
    }

    /// Returns how far its first sign stands, a dash or a letter.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Returns its first key and what follows the colon, if they are parted.
    pub(super) fn parted_key(&self) -> Option<(&'a str, &'a str)> {
        let is_parted = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\r']);
        self.key().filter(|(_, rest)| is_parted(rest))
    }

    /// Returns the word with which it begins, past the dashes of items.
    pub(super) fn word(&self) -> Option<&'a str> {
        let rest = self.text.get(self.column()..)?;
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let (word, _) = rest.split_at(rest.len() - rest.trim_start_matches(is_word).len());
        (!word.is_empty()).then_some(word)
    }

    /// Returns the place after its first key and the colon.
    pub(super) fn after_colon(&self, key: &str) -> usize {
        self.start + self.column() + key.len() + 1
    }
}

/// Signs and numbers with which people begin items.
const BULLETS: &str = "•‣◦▪●·‐\u{2011}‒–—−－*+→►▶■□○✓";

/// Returns the sign of an item with which a line begins, and what follows it.
pub(super) fn parted_sign<'l>(line: &Line<'l>) -> Option<(&'l str, &'l str)> {
    let begins = line.text.trim_start();
    let number = begins.len()
        - begins
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let first = begins.chars().next()?;
    let end = match begins.get(number..)?.chars().next() {
        Some('.' | ')') if (1..=3).contains(&number) => number + 1,
        _ if first == '-' || BULLETS.contains(first) => first.len_utf8(),
        _ => return None,
    };
    let (sign, rest) = begins.split_at_checked(end)?;
    let is_parted = rest.starts_with(' ');
    // Without a space these begin a number, an alias, a word in bold.
    let is_loose = number > 0 || matches!(first, '*' | '+');
    (is_parted || !is_loose).then_some((sign, rest))
}

/// Returns a letter or a number with which a line begins as items do, and what follows it: `a.`, `b)`, `(1)`.
pub(super) fn lettered_sign<'l>(line: &Line<'l>) -> Option<(&'l str, &'l str)> {
    let begins = line.text.trim_start();
    let inner = begins.strip_prefix('(').unwrap_or(begins);
    let (name, _) = inner.split_once(['.', ')'])?;
    let is_number = (1..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (sign, rest) = begins.split_at_checked(begins.len() - inner.len() + name.len() + 1)?;
    ((is_number || is_letter) && rest.starts_with(' ')).then_some((sign, rest))
}

/// Says with which sign or number a text begins that people write before items, if it does.
pub(super) fn sign_of_item(text: &str) -> Option<&str> {
    let (sign, _) = parted_sign(&Line { start: 0, text })?;
    Some(sign).filter(|sign| *sign != "-")
}

pub(super) fn lines_of(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |text| {
        let line = Line { start, text };
        start += text.len();
        line
    })
}

/// Returns the line that has a byte, and those before it, the nearest first.
pub(super) fn lines_up_to(text: &str, byte: usize) -> Vec<Line<'_>> {
    lines_before(text, byte).take(NEAR + 1).collect()
}

/// Goes through the line that has a byte, and those before it, the nearest first.
pub(super) fn lines_before(text: &str, byte: usize) -> impl Iterator<Item = Line<'_>> {
    let (before, _) = text.split_at_checked(byte).unwrap_or((text, ""));
    let start_of = |before: &str| before.rfind('\n').map_or(0, |at| at + 1);
    let starts = std::iter::successors(Some(start_of(before)), move |start| {
        let end = start.checked_sub(1)?;
        text.get(..end).map(start_of)
    });
    let lines = starts.map(move |start| {
        let line = text.get(start..).and_then(|rest| rest.lines().next());
        let text = line.unwrap_or("");
        Line { start, text }
    });
    // The parser's line counts though it is blank: it is the end of the text, perhaps.
    let lines = lines.enumerate();
    let is_blank = |line: &Line<'_>| line.text.trim_matches([' ', '\t', '\r']).is_empty();
    let lines = lines.filter(move |(number, line)| *number == 0 || !is_blank(line));
    lines.map(|(_, line)| line)
}

/// Names a space that is none for YAML, at the beginning of a text.
pub(super) fn odd_space_name(text: &str) -> Option<&'static str> {
    let first = text.chars().next()?;
    Some(match first {
        '\u{A0}' => "a no-break space",
        '\u{202F}' => "a narrow no-break space",
        '\u{3000}' => "an ideographic space",
        '\t' | '\n' | '\r' | ' ' => return None,
        other if other.is_whitespace() => "a space that is none in YAML",
        _ => return None,
    })
}

/// Returns the line in which bytes are, and the next.
pub(super) fn two_lines(text: &str, span: Span) -> Span {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n'));
    let rest = text.get(span.end..).unwrap_or("");
    let end = rest
        .match_indices('\n')
        .nth(1)
        .map_or(text.len(), |(at, _)| span.end + at);
    Span::new(start.map_or(0, |at| at + 1), end)
}
