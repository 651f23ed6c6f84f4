//! Reads a plain text without the marks of wikis, forums, chats, Org, TeX and troff, and of subtitles that are
//! no `.srt` and no `.vtt`.

use unicode_normalization::char::compose;

/// No mark, and no link with its words, is longer.
const LONGEST: usize = 500;

const TAGS: [&str; 16] = [
    "b", "i", "u", "s", "url", "quote", "color", "size", "font", "img", "code", "list", "center",
    "email", "spoiler", "*",
];

/// Returns a text without such marks; nothing, if it has none.
pub(super) fn without_marks(text: &str) -> Option<String> {
    let reader = Reader {
        has_commands: text.contains('\\'),
        has_frames: frame(text).is_some(),
    };
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = kept.chars().next_back();
        let (length, instead) = match reader.mark(c, rest, before) {
            Some(mark) => mark,
            None => (c.len_utf8(), c.to_string()),
        };
        kept.push_str(&instead);
        rest = rest.get(length..)?;
    }
    (kept != text).then_some(kept)
}

struct Reader {
    /// Whether there are any of TeX, troff or subtitles.
    has_commands: bool,
    /// Whether it is of subtitles that begin each line with the numbers of two frames.
    has_frames: bool,
}

impl Reader {
    /// Returns how many bytes a mark takes with which a text begins, and what stands for it.
    fn mark(&self, c: char, rest: &str, before: Option<char>) -> Option<(usize, String)> {
        let nothing = |length| Some((length, String::new()));
        match c {
            '\'' => {
                let run = rest.len() - rest.trim_start_matches('\'').len();
                (2..=5).contains(&run).then(|| (run, String::new()))
            }
            '[' if rest.starts_with("[[") => link(rest, "[[", "]]"),
            '[' => {
                let tag = within(rest, "[", "]")?;
                let name = tag.trim_start_matches('/').split('=').next()?;
                let is_tag = TAGS.iter().any(|known| name.eq_ignore_ascii_case(known));
                is_tag.then(|| (tag.len() + 2, String::new()))
            }
            '<' => link(rest, "<", ">"),
            '{' if self.has_frames && frame(rest).is_some() => nothing(frame(rest)?),
            '|' if self.has_frames => Some((1, " ".to_owned())),
            '{' if rest.starts_with("{\\") => {
                let inner = within(rest, "{", "}").filter(|inner| !inner.contains(' '));
                nothing(inner.map_or(1, |inner| inner.len() + 2))
            }
            '{' | '}' if self.has_commands => nothing(1),
            '~' if self.has_commands => Some((1, " ".to_owned())),
            '\\' => Some(command(rest)),
            '/' | '=' | '~' | '+' => {
                let mark = rest.get(..1)?;
                let inner = within(rest, mark, mark)?;
                let is_open = before.is_none_or(|c| c.is_whitespace() || c == '(');
                let is_marked = inner.starts_with(char::is_alphanumeric)
                    && !inner.ends_with(char::is_whitespace)
                    && !inner.contains('\n');
                let after = rest.get(inner.len() + 2..)?.chars().next();
                let is_closed = after.is_none_or(|c| !c.is_alphanumeric() && c != '/');
                (is_open && is_marked && is_closed).then(|| (inner.len() + 2, inner.to_owned()))
            }
            _ => accented(c, rest),
        }
    }
}

/// Returns what stands between two marks with the first of which a text begins.
fn within<'t>(rest: &'t str, open: &str, close: &str) -> Option<&'t str> {
    let inner = rest.strip_prefix(open)?;
    let mut near = inner.len().min(LONGEST);
    while !inner.is_char_boundary(near) {
        near -= 1;
    }
    let end = inner.get(..near)?.find(close)?;
    inner.get(..end)
}

/// Reads the words of a link, behind what it leads to.
fn link(rest: &str, open: &str, close: &str) -> Option<(usize, String)> {
    let inner = within(rest, open, close)?;
    let words = match inner.split_once('|') {
        Some((address, _)) if open == "<" && address.contains(char::is_whitespace) => return None,
        Some((_, words)) => words,
        None if open == "<" => return None,
        None => inner,
    };
    Some((open.len() + inner.len() + close.len(), words.to_owned()))
}

/// Returns how many bytes the numbers of two frames take with which a text begins.
fn frame(rest: &str) -> Option<usize> {
    let first = within(rest, "{", "}")?;
    let second = within(rest.get(first.len() + 2..)?, "{", "}")?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(first) && is_number(second)).then(|| first.len() + second.len() + 4)
}

/// Reads a command: of troff a font, of subtitles a line break, else one of TeX.
fn command(rest: &str) -> (usize, String) {
    let of_font = ["\\fB", "\\fI", "\\fR", "\\fP"];
    if of_font.iter().any(|font| rest.starts_with(font)) {
        return (3, String::new());
    }
    if rest.starts_with("\\N") {
        return (2, " ".to_owned());
    }
    if let Some(kind) = within(rest, "\\begin{", "}").or_else(|| within(rest, "\\end{", "}")) {
        let begin = if rest.starts_with("\\b") { 7 } else { 5 };
        return (begin + kind.len() + 1, " ".to_owned());
    }
    let name = rest.get(1..).unwrap_or_default();
    let after = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let length = 1 + name.len() - after.len();
    let space = usize::from(length > 1 && after.starts_with(' '));
    (length + space, String::new())
}

/// Reads an accent that stands before its letter, as old fonts of TeX leave it.
fn accented(accent: char, rest: &str) -> Option<(usize, String)> {
    let combining = match accent {
        '´' => '\u{301}',
        '`' => '\u{300}',
        '¨' => '\u{308}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        _ => return None,
    };
    let letter = rest.chars().nth(1)?;
    let letter = if letter == 'ı' { 'i' } else { letter };
    let composed = compose(letter, combining)?;
    let length: usize = rest.chars().take(2).map(char::len_utf8).sum();
    Some((length, composed.to_string()))
}

#[cfg(test)]
mod tests {
    use super::without_marks;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    fn look(text: &str, quote: &str) -> (Check, Option<Obstacle>) {
        let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
        let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
        (found.check, found.reason)
    }

    #[test]
    fn marks_of_other_programs_make_nothing_absent() {
        for text in [
            "We will '''begin''' the ''works'' in the spring.",
            "We will begin the [[works|works]] in the [[spring]].",
            "We will [b]begin[/b] the [url=https://x.example]works[/url] in the spring.",
            "We will /begin/ the =works= in the +spring+.",
            "We will {\\it begin} the works~in the \\emph{spring}.",
            "\\begin{quote}We will \\textbf{begin} the works in the spring.\\end{quote}",
            "We will \\fBbegin\\fR the works in the spring.",
            "We will <https://x.example|begin the works> in the spring.",
            "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,We will {\\i1}begin{\\i0} the\\Nworks in the spring.",
            "{0}{25}We will begin|the works in\n{26}{50}the spring.",
        ] {
            let quote = "We will begin the works in the spring";
            let doubt = (Check::CannotCheck, Some(Obstacle::MarkedUp));
            assert_eq!(look(text, quote), doubt, "{text}");
            let other = "We will not begin the works in the spring";
            assert_eq!(look(text, other).0, Check::Absent, "{text}");
        }
        assert_eq!(
            look(
                "Les travaux d´ebuteront `a No¨el",
                "Les travaux débuteront à Noël"
            )
            .0,
            Check::CannotCheck
        );
    }

    #[test]
    fn words_are_no_marks() {
        for text in [
            "It’s and/or 1/2, a=b, x [sic], 3 < 4 | 5 > 2, \"so\".",
            "He said [they] will (not) {begin}.",
            "a / b / c = d",
            "",
        ] {
            assert_eq!(without_marks(text), None, "{text}");
        }
    }

    #[test]
    fn the_work_grows_with_the_text() {
        for mark in ["[", "{", "<", "'", "/a", "\\", "[[a|", "{1}"] {
            let text = mark.repeat(100_000);
            assert!(without_marks(&text).unwrap_or_default().len() <= text.len());
        }
    }
}
