//! Words what is wrong with an input as YAML: what is not well-formed, what exceeds a limit, and
//! what the format does not take.

use super::positions;
use super::rules::{ALIAS_EXPANSION, NESTING_TOO_DEEP, SYNTAX, UNSUPPORTED_YAML};
use crate::diagnostics::{Diagnostic, Place};

/// How deep values may be nested; the format itself needs eight.
pub(super) const MOST_DEPTH: usize = 64;

/// How many values all aliases together may stand for.
pub(super) const MOST_ALIASED: usize = 100_000;

const QUOTE: &str = "put the text in quote marks, or under `|` on lines of its own";

/// What a phrase of the parser means to a writer.
struct Wording {
    /// One of them is in the parser's message.
    phrases: &'static [&'static str],
    message: &'static str,
    help: &'static str,
}

const WORDINGS: &[Wording] = &[
    Wording {
        phrases: &["tab"],
        message: "a tab in the indentation",
        help: "indent with spaces",
    },
    Wording {
        phrases: &["mapping values are not allowed", "illegal placement of ':'"],
        message: "a `:` that begins a value where none can stand",
        help: QUOTE,
    },
    Wording {
        phrases: &["unexpected end of stream", "unexpected document indicator"],
        message: "this quote mark is never closed",
        help: "add the closing quote mark; inside double quote marks write `\\\"`, inside single ones `''`",
    },
    Wording {
        phrases: &["trailing content after"],
        message: "text after the closing quote mark",
        help: "put the whole text in quote marks; inside double quote marks write `\\\"`, inside single ones `''`",
    },
    Wording {
        phrases: &["unknown escape character"],
        message: "a `\\` that begins no known escape",
        help: "write `\\\\` for a backslash, or use single quote marks",
    },
    Wording {
        phrases: &["invalid indentation in quoted scalar"],
        message: "this quote mark is not closed before a line that is not indented",
        help: "close the quote mark, or indent every line of the text deeper than its key",
    },
    Wording {
        phrases: &["wrongly indented line in block scalar"],
        message: "this line of the text is indented less than its first line",
        help: "indent all lines of the text alike",
    },
    Wording {
        phrases: &["expected ',' or ']'"],
        message: "expected `,` or `]`",
        help: "close the sequence with `]`, or quote the text if it begins with `[`",
    },
    Wording {
        phrases: &["expected ',' or '}'"],
        message: "expected `,` or `}`",
        help: "close the mapping with `}`, or quote the text if it begins with `{` or contains `,`",
    },
    Wording {
        phrases: &["unknown anchor"],
        message: "an alias to an anchor that is not defined",
        help: "quote the text if it begins with `*`",
    },
    Wording {
        phrases: &["anchor or alias"],
        message: "a text cannot begin with `*` or `&`",
        help: QUOTE,
    },
    Wording {
        phrases: &["did not find expected key"],
        message: "expected a key that is indented as those before it",
        help: "indent it as its neighbours, or put the text before it in quote marks",
    },
    Wording {
        phrases: &["expected '-' indicator"],
        message: "expected `- ` and another item",
        help: "begin each item with `- `, all indented alike",
    },
    Wording {
        phrases: &["simple key expect"],
        message: "expected `:` after the key before this line",
        help: "indent the line if it goes on with a text; else give the key a value",
    },
    Wording {
        phrases: &["block sequence entries are not allowed"],
        message: "a `-` that begins an item where none can stand",
        help: "begin the sequence on the line after its key",
    },
    Wording {
        phrases: &["invalid indentation"],
        message: "this is indented less than what it belongs to",
        help: "indent it deeper than its key",
    },
    Wording {
        phrases: &["expected <document start>"],
        message: "expected the end of the brief",
        help: "indent the line if it goes on with a value; put a text that begins with a quote mark, `[` or `{` in quote marks",
    },
    Wording {
        phrases: &["expected node content"],
        message: "expected a value",
        help: QUOTE,
    },
    Wording {
        phrases: &["comment intercepting"],
        message: "a comment inside a text",
        help: "move the comment before the text, or put the text in quote marks",
    },
];

/// Reports what the parser says at a byte of the text.
pub(super) fn malformed(text: &str, byte: usize, info: &str) -> Diagnostic {
    if info.contains("recursion limit") {
        let message = "`[` and `{` are nested too deep";
        return Diagnostic::new(&NESTING_TOO_DEEP, character(text, byte), message);
    }
    if let Some(bracket) = unclosed_bracket(text, byte, info) {
        return bracket;
    }
    if info.starts_with("unexpected character") {
        let message = "a text cannot begin with this character";
        return Diagnostic::new(&SYNTAX, character(text, byte), message).help(QUOTE);
    }
    let says = |phrase: &&str| info.contains(*phrase);
    let wording = WORDINGS
        .iter()
        .find(|wording| wording.phrases.iter().any(says));
    let Some(wording) = wording else {
        return Diagnostic::new(&SYNTAX, character(text, byte), info);
    };
    let place = character(text, wording.move_to(text, byte));
    Diagnostic::new(&SYNTAX, place, wording.message).help(wording.help)
}

impl Wording {
    /// The parser notes a tab where the value before it ends.
    fn move_to(&self, text: &str, byte: usize) -> usize {
        let rest = text.get(byte..).unwrap_or("");
        match rest.find('\t') {
            Some(tab) if self.phrases == ["tab"] => byte + tab,
            _ => byte,
        }
    }
}

/// Reports a bracket that is not closed. The parser stumbles only over what comes after it, such as
/// the `:` of the next key.
fn unclosed_bracket(text: &str, byte: usize, info: &str) -> Option<Diagnostic> {
    const PHRASES: [&str; 4] = [
        "mapping values are not allowed",
        "illegal placement of ':'",
        "did not find expected ','",
        "expected ',' or ']'",
    ];
    if !PHRASES.iter().any(|phrase| info.contains(phrase)) {
        return None;
    }
    let start = last_open_bracket(text, byte)?;
    let opening = text.get(start..=start)?;
    let closing = if opening == "[" { "]" } else { "}" };
    let message = format!("expected `{closing}` before this");
    Some(
        Diagnostic::new(&SYNTAX, character(text, byte), message)
            .also(character(text, start), "opened here")
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

fn character(text: &str, byte: usize) -> Place {
    Place::At(positions::character(text, byte))
}

pub(super) fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a second document begins here")
        .help("a file holds one brief: remove this line and what follows it")
}

pub(super) fn tag(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a tag, which briefs do not use")
        .help("remove the tag, or quote the text if it begins with `!`")
}

pub(super) fn key(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a key has to be a text")
        .help("quote the text if it begins with `[` or `{`")
}

pub(super) fn too_deep(place: Place) -> Diagnostic {
    let message = format!("values are nested deeper than {MOST_DEPTH} levels");
    Diagnostic::new(&NESTING_TOO_DEEP, place, message)
}

pub(super) fn endless_alias(place: Place) -> Diagnostic {
    Diagnostic::new(&ALIAS_EXPANSION, place, "an alias within its own anchor")
        .help("an alias cannot stand for a value that contains it")
}

pub(super) fn too_many_aliased(place: Place) -> Diagnostic {
    let message = format!("the aliases up to here stand for more than {MOST_ALIASED} values");
    Diagnostic::new(&ALIAS_EXPANSION, place, message)
        .help("write the values out, or refer to them by id")
}
