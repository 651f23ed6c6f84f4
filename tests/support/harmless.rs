//! Says which texts `serde_yaml` may read: those it reads quickly, and as YAML 1.2 has them.
//!
//! It stands on libyaml, YAML 1.1, written before anyone sent it hostile input: a megabyte of `[`
//! keeps it busy for minutes. So a text is kept from it if it could hold anchors, aliases, tags or
//! directives, quoted texts or flow collections of several lines, or characters on which the
//! versions of YAML differ.

/// How deep the reader lets values be nested.
const MOST_DEPTH: usize = 64;

/// Says whether `serde_yaml` may read a text. It has to end with its last line, for of a block at
/// the end of a text the versions of YAML make different values.
pub(crate) fn is_harmless(text: &str) -> bool {
    text.ends_with('\n')
        && text.chars().all(is_plain_character)
        && text.split('\n').all(|line| {
            let line = line.strip_suffix('\r').unwrap_or(line);
            !is_marker(line) && Line::new(line).scan()
        })
}

/// Characters that every version of YAML takes for the same.
fn is_plain_character(character: char) -> bool {
    match character {
        '\n' | '\r' | ' '..='~' => true,
        '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => false,
        _ => character > '\u{9F}',
    }
}

/// Directives and the marks between documents; a `\r` here breaks a line for YAML, not for us.
fn is_marker(line: &str) -> bool {
    line.starts_with('%')
        || line.starts_with("---")
        || line.starts_with("...")
        || line.contains('\r')
}

/// A line that begins outside of quote marks and brackets, as all before it have closed theirs.
///
/// Only where a value can begin is a character special. Inside a block of text the scan sees values
/// where there are none; that makes it suspect more, never less.
struct Line<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many brackets are open.
    depth: usize,
    dashes: usize,
    /// Whether a value can begin here.
    may_begin: bool,
    /// Whether a `:` here needs no space after it: the key was quoted.
    may_adjoin: bool,
}

impl<'a> Line<'a> {
    fn new(line: &'a str) -> Self {
        Self {
            bytes: line.as_bytes(),
            at: 0,
            depth: 0,
            dashes: 0,
            may_begin: true,
            may_adjoin: false,
        }
    }

    /// Says whether the line leaves nothing open and has nothing that needs suspicion.
    fn scan(mut self) -> bool {
        while let Some(byte) = self.bytes.get(self.at).copied() {
            if byte == b'#' && self.is_after_space() {
                break;
            }
            if self.is_disputed(byte) {
                return false;
            }
            let is_known = if self.may_begin {
                self.begin(byte)
            } else {
                self.go_on(byte);
                true
            };
            if !is_known || self.depth + self.dashes > MOST_DEPTH {
                return false;
            }
            self.at += 1;
        }
        self.depth == 0
    }

    /// Says whether only one version of YAML would take a byte here: a comment without a space
    /// before it, a `:` or `-` without one after it.
    fn is_disputed(&self, byte: u8) -> bool {
        match byte {
            b'#' => self.may_adjoin,
            b':' | b'-' if self.depth > 0 => self
                .next()
                .is_some_and(|next| matches!(next, b',' | b'?' | b'[' | b']' | b'{' | b'}')),
            _ => false,
        }
    }

    /// Takes a byte with which a value may begin; says whether all is well.
    fn begin(&mut self, byte: u8) -> bool {
        match byte {
            b' ' => true,
            b'&' | b'*' | b'!' | b'?' | b':' => false,
            b'"' | b'\'' => self.skip_quoted(byte),
            b'|' | b'>' => self.is_block_header(),
            b'-' if self.is_before_space() => {
                self.dashes += 1;
                self.depth == 0
            }
            b'[' | b'{' => {
                self.depth += 1;
                true
            }
            _ => {
                self.may_begin = false;
                self.go_on(byte);
                true
            }
        }
    }

    /// Takes a byte of a value, or one after it.
    fn go_on(&mut self, byte: u8) {
        let adjoins = std::mem::take(&mut self.may_adjoin);
        match byte {
            b'[' | b'{' if self.depth > 0 => {
                self.depth += 1;
                self.may_begin = true;
            }
            b']' | b'}' if self.depth > 0 => {
                self.depth -= 1;
                self.may_adjoin = true;
            }
            b',' if self.depth > 0 => self.may_begin = true,
            b':' if self.is_before_space() || (self.depth > 0 && adjoins) => self.may_begin = true,
            _ => {}
        }
    }

    /// Moves to the closing quote mark, if the line has it.
    fn skip_quoted(&mut self, mark: u8) -> bool {
        self.may_begin = false;
        self.may_adjoin = true;
        while let Some(byte) = self.next() {
            self.at += 1;
            match byte {
                b'\\' if mark == b'"' => self.at += 1,
                byte if byte != mark => {}
                b'\'' if self.next() == Some(b'\'') => self.at += 1,
                _ => return true,
            }
        }
        false
    }

    /// Says whether a block of text is announced as everyone does: after a key or a dash, with
    /// nothing but a space after it.
    fn is_block_header(&mut self) -> bool {
        let before = self.bytes.get(..self.at).unwrap();
        let is_first = before.iter().all(|byte| *byte == b' ');
        while self
            .next()
            .is_some_and(|byte| matches!(byte, b'+' | b'-' | b'0'..=b'9'))
        {
            self.at += 1;
        }
        self.may_begin = false;
        !is_first && self.depth == 0 && self.is_before_space()
    }

    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at + 1).copied()
    }

    fn is_before_space(&self) -> bool {
        matches!(self.next(), None | Some(b' '))
    }

    fn is_after_space(&self) -> bool {
        let before = self.bytes.get(..self.at).unwrap();
        matches!(before.last(), None | Some(b' '))
    }
}

#[cfg(test)]
mod tests {
    use super::is_harmless;

    #[test]
    fn what_briefs_are_made_of_is_harmless() {
        for text in [
            "title: Зеленський said *this*, and \"that\" [@a]!\n",
            "said: { date: 2025-08-16, as_given: \"Saturday\" } # [\r\n",
            "- text: \"one \\\" two\"\n  note: 'it''s'\n  why: it's so & so\n",
            "claims:\n  - id: a\n    voice: [b, \"c\"]\n    quotes: [{ text: \"[\" }]\n",
            "bottom_line: |\n  One [@a].\nmethod: >-\n  Two.\n",
            "\"a\": { \"b\": [] }\n",
        ] {
            assert!(is_harmless(text), "{text}");
        }
    }

    #[test]
    fn what_could_harm_or_differ_is_suspected() {
        for text in [
            "a: &b c",
            "- *b",
            "[a, *b]",
            "a: !tag b",
            "%YAML 1.1",
            "--- a",
            "? a",
            ": a",
            "a:\tb",
            "a: b\u{2028}c",
            "a: b\rc",
            "a: \"b\nc\"",
            "a: 'b''\nc'",
            "a: [b,\nc]",
            "a: [ # ]\n]",
            "[x \"y, \"z]",
            "{\"a\":\"b}",
            "a: |# b",
            "a: \"b\"# c",
            "a: {b:? c}",
            "a: {b -}",
            "[\"]\", [\"]\"",
        ] {
            assert!(!is_harmless(&format!("{text}\n")), "{text}");
        }
        assert!(!is_harmless("a: b"));
        let (open, closed) = ("[".repeat(2_000), "]".repeat(2_000));
        assert!(!is_harmless(&format!("{open}{closed}\n")));
        assert!(!is_harmless(&format!("{}\n", "- ".repeat(100))));
    }
}
