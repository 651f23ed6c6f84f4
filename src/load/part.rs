//! Finds the places of parts of texts.

use std::cell::RefCell;
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use super::values::Text;
use crate::diagnostics::{Place, Span};

/// An input in which parts of texts are looked for.
///
/// What the input has may differ from the value: escapes, folded lines, indentation. So each text is
/// read beside what is written for it, once for all of its parts that follow each other. The place of a
/// part has the line breaks and escapes in it; where what is written is no longer known, it is that of the
/// whole text.
pub(crate) struct Parts<'a> {
    input: &'a str,
    last: RefCell<Option<(Text, Written)>>,
    #[cfg(test)]
    read: std::cell::Cell<usize>,
}

impl<'a> Parts<'a> {
    /// Takes an input.
    pub(crate) fn of(input: &'a str) -> Self {
        Self {
            input,
            last: RefCell::new(None),
            #[cfg(test)]
            read: std::cell::Cell::new(0),
        }
    }

    /// Returns the input.
    pub(crate) fn input(&self) -> &'a str {
        self.input
    }

    /// Returns the place of a part of a text, given as bytes of its value.
    pub(crate) fn place(&self, text: &Text, range: Range<usize>) -> Place {
        self.find(text, range).map_or(text.place, Place::At)
    }

    fn find(&self, text: &Text, range: Range<usize>) -> Option<Span> {
        let whole = text.place.span()?;
        let raw = self.input.get(whole.range())?;
        let wanted = text.value.get(range.clone())?;
        if wanted.is_empty() {
            return None;
        }
        let mut last = self.last.borrow_mut();
        let known = last.take().filter(|(known, _)| known.place == text.place);
        let (_, written) = last.insert(known.unwrap_or_else(|| {
            #[cfg(test)]
            self.read.set(self.read.get() + raw.len());
            (text.clone(), Written::of(raw, &text.value))
        }));
        let (start, end) = (written.at(range.start)?, written.at(range.end)?);
        // What leads on to the next line is no part of the words.
        let mut found = raw.get(start..end)?;
        loop {
            let words = found.trim_end_matches([' ', '\t', '\n', '\r']);
            let after = found.get(words.len()..)?;
            if !after.contains(['\n', '\r']) {
                break;
            }
            let joins = raw.starts_with('"') && after.starts_with(['\n', '\r']);
            let before = words.strip_suffix('\\').filter(|_| joins);
            found = before.unwrap_or(words);
        }
        let start = whole.start + start;
        (!found.is_empty()).then(|| Span::new(start, start + found.len()))
    }
}

/// Where the characters of a value are written.
struct Written {
    /// Where value and writing run side by side from: the byte in each.
    runs: Vec<(usize, usize)>,
    /// The byte of the value up to which its writing is known.
    end: usize,
}

impl Written {
    /// Reads a value beside what is written for it, as far as they agree.
    fn of(raw: &str, value: &str) -> Self {
        let quote = raw.chars().next().filter(|c| matches!(c, '"' | '\''));
        // A block begins under the line that announces it.
        let is_block = raw.starts_with(['|', '>']) && !value.starts_with(['|', '>']);
        let header = raw.find('\n').filter(|_| is_block);
        let begin = header.unwrap_or(quote.map_or(0, char::len_utf8));
        let mut both = Both {
            raw: raw.char_indices().peekable(),
            value: value.char_indices().peekable(),
            quote,
        };
        while both.raw.next_if(|(at, _)| *at < begin).is_some() {}
        let mut written = Self {
            runs: Vec::new(),
            end: 0,
        };
        loop {
            let ahead = both.value.peek().map_or(value.len(), |(at, _)| *at);
            let beside = both.raw.peek().map_or(raw.len(), |(at, _)| *at);
            written.end = ahead;
            if written.at(ahead) != Some(beside) {
                written.runs.push((ahead, beside));
            }
            if !both.step() {
                return written;
            }
        }
    }

    /// Returns where a character of the value is written.
    fn at(&self, byte: usize) -> Option<usize> {
        let after = self.runs.partition_point(|(value, _)| *value <= byte);
        let (value, raw) = self.runs.get(after.checked_sub(1)?)?;
        (byte <= self.end).then(|| raw + (byte - value))
    }
}

/// A value, and what is written for it.
struct Both<'t> {
    raw: Peekable<CharIndices<'t>>,
    value: Peekable<CharIndices<'t>>,
    quote: Option<char>,
}

impl Both<'_> {
    /// Goes over what comes next in both; says whether they agreed in it.
    fn step(&mut self) -> bool {
        let raw = self.raw.peek().map(|(_, c)| *c);
        let value = self.value.peek().map(|(_, c)| *c);
        match (raw, value) {
            (Some('\\'), _) if self.quote == Some('"') => self.escape(),
            (Some(raw), Some(value)) if raw.is_whitespace() && value.is_whitespace() => {
                // A line break and its indentation are a space, or another line break.
                while self.raw.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                while self.value.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                true
            }
            (Some(raw), Some(value)) if raw == value => {
                self.value.next();
                self.raw.next();
                if raw == '\'' && self.quote == Some('\'') {
                    self.raw.next();
                }
                true
            }
            // A block begins with its indentation.
            (Some(raw), Some(_)) if raw.is_whitespace() => self.raw.next().is_some(),
            _ => false,
        }
    }

    /// Goes over an escape, and over what it stands for.
    fn escape(&mut self) -> bool {
        self.raw.next();
        let digits = match self.raw.next() {
            Some((_, '\n' | '\r')) => {
                while self.raw.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                return true;
            }
            Some((_, 'x')) => 2,
            Some((_, 'u')) => 4,
            Some((_, 'U')) => 8,
            Some(_) => 0,
            None => return false,
        };
        for _ in 0..digits {
            self.raw.next();
        }
        self.value.next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Parts, Place, Span, Text};

    fn text(value: &str, start: usize, end: usize) -> Text {
        Text {
            value: value.to_owned(),
            place: Place::At(Span::new(start, end)),
        }
    }

    #[test]
    fn the_same_occurrence_is_found() {
        let parts = Parts::of("says: a, a and a");
        let says = text("a, a and a", 6, 16);
        assert_eq!(parts.place(&says, 3..4), Place::At(Span::new(9, 10)));
        assert_eq!(parts.place(&says, 5..8), Place::At(Span::new(11, 14)));
    }

    #[test]
    fn parts_of_folded_texts_are_found_in_their_line() {
        let parts = Parts::of("says: >-\n  one two\n  three");
        let says = text("one two three", 11, 26);
        assert_eq!(parts.place(&says, 8..13), Place::At(Span::new(21, 26)));
        assert_eq!(parts.place(&says, 4..13), Place::At(Span::new(15, 26)));
    }

    #[test]
    fn parts_have_the_escapes_in_them() {
        let parts = Parts::of(r#"says: "\x61 a""#);
        let says = text("a a", 6, 14);
        assert_eq!(parts.place(&says, 0..1), Place::At(Span::new(7, 11)));
        assert_eq!(parts.place(&says, 0..3), Place::At(Span::new(7, 13)));
        assert_eq!(parts.place(&says, 2..3), Place::At(Span::new(12, 13)));
        assert_eq!(parts.place(&says, 0..9), says.place);
        assert_eq!(parts.place(&says, 1..1), says.place);
    }

    /// Held against what `serde_yaml` reads: the words from one to another are found over the lines that
    /// they take.
    #[test]
    fn parts_over_several_lines_are_found_in_every_style() {
        for written in [
            "one [two\n  and\n\n  three] end",
            "'one it''s [two''\n  three] end'",
            "\"one [two\\\n  \\\" three] \\u00e9\"",
            "\"one [two three]\\\n  end\"",
            "|\n  one [two\n    and\n\n  three]\n  end\n",
            ">-\n  one\n  [two\n  three]\n  end",
            ">+1\n   one [two\n three]\n",
        ] {
            let input = format!("a: {written}");
            let read: serde_yaml::Value = serde_yaml::from_str(&input).unwrap();
            let value = read.get("a").unwrap().as_str().unwrap().to_owned();
            let part = value.find('[').unwrap()..value.find(']').unwrap() + 1;
            let place = Parts::of(&input).place(&text(&value, 3, input.len()), part);
            let expected = Span::new(input.find('[').unwrap(), input.find(']').unwrap() + 1);
            assert_eq!(place, Place::At(expected), "{written}");
        }
    }

    /// Held against what `serde_yaml` reads: the last word of each is found where it is written.
    #[test]
    fn parts_are_found_in_every_style() {
        for written in [
            "plain a’b\n  end",
            "'it''s\n\n  two'' end'",
            r#""a \"b\" \u00e9 \\ \
   c\n end""#,
            "|\n  one\n    two\n\n  end",
            ">+2\n    | one\n  two\n\n  end",
            "\"\n  a\n  end\"",
            "|\r\n  one\r\n  end",
        ] {
            let input = format!("a: {written}");
            let read: serde_yaml::Value = serde_yaml::from_str(&input).unwrap();
            let value = read.get("a").unwrap().as_str().unwrap().to_owned();
            let at = value.rfind("end").unwrap();
            let expected = input.rfind("end").unwrap();
            let says = text(&value, 3, input.len());
            let place = Parts::of(&input).place(&says, at..at + 3);
            assert_eq!(
                place,
                Place::At(Span::new(expected, expected + 3)),
                "{written}"
            );
        }
    }

    /// A text is read once, however many of its parts are at fault.
    #[test]
    fn work_grows_with_the_text() {
        let read = |faults: usize| {
            let words: Vec<String> = (0..faults).map(|number| format!("[@c{number}]")).collect();
            let value = words.join(" ");
            let input = format!("says: {value}");
            let (says, parts) = (text(&value, 6, input.len()), Parts::of(&input));
            let mut at = 0;
            for word in &words {
                let place = parts.place(&says, at..at + word.len());
                assert_eq!(place, Place::At(Span::new(at + 6, at + 6 + word.len())));
                at += word.len() + 1;
            }
            assert_eq!(parts.read.get(), value.len());
        };
        read(1_000);
        read(2_000);
    }
}
