//! Finds in a locale file what Fluent's parser would fall over, before it is parsed, and says how deep
//! a part of it goes.

use fluent_syntax::unicode::unescape_unicode_to_string;

#[cfg(test)]
mod tests;

/// The most braces that may be open at a place, so that nothing overflows the stack.
pub(super) const MOST_OPEN: usize = 250;

/// Says where a file has something that is not given to the parser, and what.
pub(super) fn not_parsed(text: &str) -> Option<(usize, String)> {
    let deep = too_deep(text).map(|byte| (byte, format!("more than {MOST_OPEN} braces are open")));
    let given = || {
        let message = format!("more than {MOST_GIVEN} values are given");
        too_many_given(text).map(|byte| (byte, message))
    };
    let broken = || {
        let message = "`\\u` takes four hexadecimal digits, and `\\U` six".to_owned();
        broken_escape(text).map(|byte| (byte, message))
    };
    deep.or_else(given).or_else(broken)
}

/// Returns where too many braces or parentheses may be open in an entry, all of which the parser
/// recurses into. One that closes counts only on a line without quotes, where it cannot stand in quotes.
/// Parentheses count within braces, since those around are words, and close none that another brace is in.
fn too_deep(text: &str) -> Option<usize> {
    // Of each brace, how many parentheses are open in it.
    let mut braces: Vec<usize> = Vec::new();
    let (mut open, mut begin) = (0_usize, 0);
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            braces.clear();
            open = 0;
        }
        let (is_comment, is_quoted) = (line.starts_with('#'), line.contains('"'));
        for (at, byte) in line.bytes().enumerate() {
            match (byte, braces.last_mut()) {
                (b'{', _) if !is_comment => {
                    braces.push(0);
                    open += 1;
                }
                (b'(', Some(within)) if !is_comment => {
                    *within += 1;
                    open += 1;
                }
                (b')', Some(within @ 1..)) if !is_quoted => {
                    *within -= 1;
                    open -= 1;
                }
                (b'}', Some(within)) if !is_quoted => {
                    open -= *within + 1;
                    braces.pop();
                }
                _ => {}
            }
            if open > MOST_OPEN {
                return Some(begin + at);
            }
        }
        begin += line.len();
    }
    None
}

/// The most values that may be given to what a message refers to.
const MOST_GIVEN: usize = 250;

/// Returns where more values may be given by name within one pair of parentheses than that: the parser compares
/// each with all before it. A parenthesis that closes counts only on a line without quotes.
fn too_many_given(text: &str) -> Option<usize> {
    let (mut given, mut is_open, mut begin) = (0_usize, false, 0);
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            (given, is_open) = (0, false);
        }
        let (is_comment, is_quoted) = (line.starts_with('#'), line.contains('"'));
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'(' if !is_comment => is_open = true,
                b')' if !is_quoted => (given, is_open) = (0, false),
                b':' if is_open => given += 1,
                _ => {}
            }
            if given > MOST_GIVEN {
                return Some(begin + at);
            }
        }
        begin += line.len();
    }
    None
}

/// Says whether a line has a name and an equals sign, by which whatever was open before ends: the
/// parser takes it for an entry, or gives up what it was in.
fn begins_entry(line: &str) -> bool {
    line.split_once('=').is_some_and(|(name, _)| {
        let name = name.trim_end_matches(' ');
        let letters = name.strip_prefix('-').unwrap_or(name);
        let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        letters.starts_with(|first: char| first.is_ascii_alphabetic()) && letters.bytes().all(known)
    })
}

/// Returns where an escape is broken by a letter beyond ASCII: the parser would cut that letter
/// apart. Other broken escapes it reports itself.
fn broken_escape(text: &str) -> Option<usize> {
    let mut begin = 0;
    for line in text.split_inclusive('\n') {
        let quoted = line.find('"').map_or("", |quote| line.split_at(quote).1);
        for (at, _) in quoted.match_indices('\\') {
            let mut after = quoted.bytes().skip(at + 1);
            let digits = match after.next() {
                Some(b'u') => 4,
                Some(b'U') => 6,
                _ => continue,
            };
            let broken = after.take(digits).find(|byte| !byte.is_ascii_hexdigit());
            if broken.is_some_and(|byte| !byte.is_ascii()) {
                return Some(begin + line.len() - quoted.len() + at);
            }
        }
        begin += line.len();
    }
    None
}

/// Returns a text with its escapes as what they stand for; those of half a pair, and of numbers beyond all
/// characters, stand for none.
pub(super) fn unescaped(value: &str) -> Result<String, String> {
    let text = unescape_unicode_to_string(value);
    let lost = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
    if lost(&text) > lost(value) && !value.to_ascii_lowercase().contains("fffd") {
        return Err("`\\u` and `\\U` take the number of a character".to_owned());
    }
    Ok(text.into_owned())
}

/// How far a part of a file goes with all that it refers to.
#[derive(Clone, Copy, Default)]
pub(super) struct Extent {
    /// The most braces that are filled for it.
    pub(super) filled: usize,
    /// The most braces and parentheses that are open in it at a place: each is a call within a call.
    pub(super) depth: usize,
}

impl Extent {
    pub(super) const FILLED: Self = Self {
        filled: 1,
        depth: 0,
    };

    pub(super) fn then(self, next: Self) -> Self {
        Self {
            filled: self.filled + next.filled,
            depth: self.depth.max(next.depth),
        }
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self {
            filled: self.filled.max(other.filled),
            depth: self.depth.max(other.depth),
        }
    }
}
