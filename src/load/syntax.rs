//! The wording for input that is not well-formed YAML.

use super::input::Input;
use super::raw;
use super::words::excerpt;
use crate::diagnostics::{Diagnostic, Place, Span};
use crate::load::rules::{NESTING_TOO_DEEP, SYNTAX};

const QUOTE: &str = "put the text in quote marks, or under `|` on lines of its own";

/// What a phrase of the parser means to a writer.
struct Wording {
    /// Found in the parser's message.
    phrase: &'static str,
    message: &'static str,
    help: &'static str,
}

const WORDINGS: &[Wording] = &[
    Wording {
        phrase: "tab",
        message: "a tab in the indentation",
        help: "indent with spaces",
    },
    Wording {
        phrase: "mapping values are not allowed",
        message: "a `:` that begins a value where none can stand",
        help: QUOTE,
    },
    Wording {
        phrase: "illegal placement of ':'",
        message: "a `:` that begins a value where none can stand",
        help: QUOTE,
    },
    Wording {
        phrase: "unexpected end of stream",
        message: "this quote mark is never closed",
        help: "add the closing quote mark; inside double quote marks write `\\\"`, inside single ones `''`",
    },
    Wording {
        phrase: "unexpected document indicator",
        message: "this quote mark is never closed",
        help: "add the closing quote mark; inside double quote marks write `\\\"`, inside single ones `''`",
    },
    Wording {
        phrase: "trailing content after",
        message: "text after the closing quote mark",
        help: "put the whole text in quote marks; inside double quote marks write `\\\"`, inside single ones `''`",
    },
    Wording {
        phrase: "unknown escape character",
        message: "a `\\` that begins no known escape",
        help: "write `\\\\` for a backslash, or use single quote marks",
    },
    Wording {
        phrase: "invalid indentation in quoted scalar",
        message: "this quote mark is not closed before a line that is not indented",
        help: "close the quote mark, or indent every line of the text deeper than its key",
    },
    Wording {
        phrase: "wrongly indented line in block scalar",
        message: "this line of the text is indented less than its first line",
        help: "indent all lines of the text alike",
    },
    Wording {
        phrase: "expected ',' or ']'",
        message: "expected `,` or `]`",
        help: "close the sequence with `]`, or quote the text if it begins with `[`",
    },
    Wording {
        phrase: "expected ',' or '}'",
        message: "expected `,` or `}`",
        help: "close the mapping with `}`, or quote the text if it begins with `{` or contains `,`",
    },
    Wording {
        phrase: "unknown anchor",
        message: "an alias to an anchor that is not defined",
        help: "quote the text if it begins with `*`",
    },
    Wording {
        phrase: "anchor or alias",
        message: "a text cannot begin with `*` or `&`",
        help: QUOTE,
    },
    Wording {
        phrase: "did not find expected key",
        message: "expected a key that is indented as those before it",
        help: "indent it as its neighbours, or put the text before it in quote marks",
    },
    Wording {
        phrase: "expected '-' indicator",
        message: "expected `- ` and another item",
        help: "begin each item with `- `, all indented alike",
    },
    Wording {
        phrase: "simple key expect",
        message: "expected `:` after the key before this line",
        help: "indent the line if it goes on with a text; else give the key a value",
    },
    Wording {
        phrase: "block sequence entries are not allowed",
        message: "a `-` that begins an item where none can stand",
        help: "begin the sequence on the line after its key",
    },
    Wording {
        phrase: "invalid indentation",
        message: "this is indented less than what it belongs to",
        help: "indent it deeper than its key",
    },
    Wording {
        phrase: "expected <document start>",
        message: "expected the end of the brief",
        help: "indent the line if it goes on with a value; put a text that begins with a quote mark, `[` or `{` in quote marks",
    },
    Wording {
        phrase: "expected node content",
        message: "expected a value",
        help: QUOTE,
    },
    Wording {
        phrase: "comment intercepting",
        message: "a comment inside a text",
        help: "move the comment before the text, or put the text in quote marks",
    },
];

/// Reports what the parser says at a byte of the text.
pub(super) fn malformed(input: Input<'_>, byte: usize, info: &str) -> Diagnostic {
    if info.contains("recursion limit") {
        let message = "`[` and `{` are nested too deep";
        return Diagnostic::new(&NESTING_TOO_DEEP, character(input, byte), message);
    }
    if let Some(bracket) = unclosed_bracket(input, byte, info) {
        return bracket;
    }
    if info.starts_with("unexpected character") {
        let message = "a text cannot begin with this character";
        return Diagnostic::new(&SYNTAX, character(input, byte), message).help(QUOTE);
    }
    let wording = WORDINGS
        .iter()
        .find(|wording| info.contains(wording.phrase));
    let Some(wording) = wording else {
        return Diagnostic::new(&SYNTAX, character(input, byte), info);
    };
    let place = character(input, wording.move_to(input.text, byte));
    Diagnostic::new(&SYNTAX, place, wording.message).help(wording.help)
}

impl Wording {
    /// The parser notes a tab where the value before it ends.
    fn move_to(&self, text: &str, byte: usize) -> usize {
        let rest = text.get(byte..).unwrap_or_default();
        match rest.find('\t') {
            Some(tab) if self.phrase == "tab" => byte + tab,
            _ => byte,
        }
    }
}

/// Reports a bracket that is not closed. The parser stumbles only over what comes after it, such as
/// the `:` of the next key.
fn unclosed_bracket(input: Input<'_>, byte: usize, info: &str) -> Option<Diagnostic> {
    const PHRASES: [&str; 3] = [
        "mapping values are not allowed",
        "illegal placement of ':'",
        "did not find expected ','",
    ];
    if !PHRASES.iter().any(|phrase| info.contains(phrase)) && !info.contains("expected ',' or ']'")
    {
        return None;
    }
    let start = last_open_bracket(input.text, byte)?;
    let opening = input.text.get(start..=start)?;
    let closing = if opening == "[" { "]" } else { "}" };
    let message = format!("expected `{closing}` before this");
    Some(
        Diagnostic::new(&SYNTAX, character(input, byte), message)
            .also(character(input, start), "opened here")
            .help(format!(
                "close it with `{closing}`, or quote the text if it begins with `{opening}`"
            )),
    )
}

/// Finds a bracket that begins a value on an earlier line and seems open where another begins.
fn last_open_bracket(text: &str, byte: usize) -> Option<usize> {
    const NEAR: usize = 2_000;
    let bytes = text.as_bytes().get(..byte)?;
    let mut closed = 0_usize;
    let mut lines = 0_usize;
    for at in (0..bytes.len()).rev().take(NEAR) {
        match bytes.get(at)? {
            b'\n' => lines += 1,
            b']' | b'}' => closed += 1,
            b'[' | b'{' if closed > 0 => closed -= 1,
            b'[' | b'{' => return (lines > 0 && begins_value(bytes.get(..at)?)).then_some(at),
            _ => {}
        }
    }
    None
}

fn begins_value(before: &[u8]) -> bool {
    matches!(
        before.trim_ascii_end().last(),
        None | Some(b':' | b'-' | b'[' | b'{' | b',')
    )
}

/// Reports what `serde_yaml` refuses and the placing reader does not, at a line and column from 1.
pub(super) fn refused(
    input: Input<'_>,
    location: Option<(usize, usize)>,
    info: &str,
) -> Diagnostic {
    let place = location.map_or(Place::Whole, |(line, column)| {
        let start: usize = input
            .text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = input.text.get(start..).unwrap_or_default();
        let before = rest.char_indices().nth(column.saturating_sub(1));
        character(input, start + before.map_or(rest.len(), |(byte, _)| byte))
    });
    Diagnostic::new(&SYNTAX, place, excerpt(info))
}

/// Returns the place of one character.
fn character(input: Input<'_>, byte: usize) -> Place {
    let range = raw::character(input.text, byte);
    Place::At(Span::new(
        range.start + input.skipped,
        range.end + input.skipped,
    ))
}
