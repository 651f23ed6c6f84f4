//! Which texts `serde_yaml` may read: those it reads quickly, and as YAML 1.2 has them.
//!
//! It is libyaml, YAML 1.1, written before anyone sent it hostile input. A text is kept from it if
//! it could hold anchors, aliases, tags or directives, nests too deep, or has characters on which
//! the versions of YAML differ. The scan may suspect a harmless text, which only costs time; it
//! never passes a harmful one.

use super::limits::{MOST_DEPTH, MOST_OPEN_FLOWS};

/// Says whether `serde_yaml` may read a text.
pub(super) fn is_harmless(text: &str) -> bool {
    let mut open_flows = 0;
    text.chars().all(is_plain_character)
        && text.split('\n').all(|line| {
            let flows = Flows::of(line);
            let most = open_flows + flows.most;
            open_flows += flows.left;
            most <= MOST_OPEN_FLOWS && is_harmless_line(line.as_bytes())
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

/// How many flow collections a line may open.
struct Flows {
    /// At once, at most.
    most: usize,
    /// And not close, at most.
    left: usize,
}

impl Flows {
    /// A line without quote marks and comments that is balanced leaves none open, even if all of
    /// it stands inside a quoted text; of any other line every bracket counts.
    fn of(line: &str) -> Self {
        let opened = line.matches(['[', '{']).count();
        let closes = opened == 0 || (!line.contains(['"', '\'', '#']) && is_balanced(line));
        Self {
            most: opened,
            left: if closes { 0 } else { opened },
        }
    }
}

fn is_balanced(line: &str) -> bool {
    let mut depth = 0_usize;
    for byte in line.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' if depth == 0 => return false,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

fn is_harmless_line(line: &[u8]) -> bool {
    if matches!(
        line,
        [b'%', ..] | [b'-', b'-', b'-', ..] | [b'.', b'.', b'.', ..]
    ) {
        return false;
    }
    // A value can begin at the start of a line and after an indicator.
    let mut may_begin = true;
    let mut dashes = 0;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b' ' => continue,
            b'&' | b'*' | b'!' if may_begin => return false,
            b'?' if may_begin && matches!(line.get(at + 1), None | Some(b' ' | b'\r')) => {
                return false;
            }
            b'\r' if at + 1 < line.len() => return false,
            b'-' if may_begin => dashes += 1,
            _ => {}
        }
        may_begin = matches!(byte, b'-' | b':' | b'?' | b'[' | b'{' | b',');
    }
    dashes <= MOST_DEPTH
}

#[cfg(test)]
mod tests {
    use super::is_harmless;

    #[test]
    fn what_briefs_are_made_of_is_harmless() {
        for text in [
            "title: Зеленський said *this*, and \"that\" [@a]!\n",
            "said: { date: 2025-08-16, as_given: \"Saturday\" }\r\n",
            "claims:\n  - id: a\n    voice: [b, c]\n",
        ] {
            assert!(is_harmless(text), "{text}");
        }
    }

    #[test]
    fn what_could_harm_is_suspected() {
        for text in [
            "a: &b c",
            "- *b",
            "[a, *b]",
            "a: !tag b",
            "%YAML 1.1",
            "--- a",
            "? a",
            "a:\tb",
            "a: b\u{2028}c",
            "a: b\rc",
        ] {
            assert!(!is_harmless(text), "{text}");
        }
        assert!(!is_harmless(&"[".repeat(2_000)));
        assert!(!is_harmless(&format!(
            "{}{}",
            "[".repeat(2_000),
            "]".repeat(2_000)
        )));
        assert!(!is_harmless(&"[\"]\",".repeat(2_000)));
        assert!(!is_harmless(&"[\n".repeat(2_000)));
        assert!(!is_harmless(&"- ".repeat(100)));
    }
}
