//! Reads a plain text without the marks of wikis, forums, chats, Org, TeX, troff and terminals, and of subtitles that
//! are no `.srt` and no `.vtt`.

use unicode_normalization::char::compose;

/// No mark, and no link with its words, is longer.
const LONGEST: usize = 500;
/// No more is looked at for a mark: what opens and closes it is short.
const MOST_NEAR: usize = LONGEST + 16;

const TAGS: [&str; 16] = [
    "b", "i", "u", "s", "url", "quote", "color", "size", "font", "img", "code", "list", "center",
    "email", "spoiler", "*",
];

/// Returns a text without such marks; nothing, if it has none.
pub(super) fn without_marks(text: &str) -> Option<String> {
    let (kept, _) = Reader::of(text).read(text)?;
    (kept != text).then_some(kept)
}

struct Reader {
    /// Whether there are any of TeX, troff or subtitles.
    has_commands: bool,
    /// Whether it is of subtitles that begin each line with the numbers of two frames.
    has_frames: bool,
}

impl Reader {
    fn of(text: &str) -> Self {
        Self {
            has_commands: text.contains('\\'),
            has_frames: frame(text).is_some(),
        }
    }

    /// Returns a text without marks, and how many bytes were looked at for them.
    fn read(&self, text: &str) -> Option<(String, usize)> {
        let mut kept = String::with_capacity(text.len());
        let mut looked_at = 0;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let before = kept.chars().next_back();
            let near = first_bytes(rest, MOST_NEAR);
            looked_at += near.len();
            let (length, instead) = match self.mark(c, near, before) {
                Some(mark) => mark,
                None => (c.len_utf8(), c.to_string()),
            };
            kept.push_str(&instead);
            rest = rest.get(length..)?;
        }
        Some((kept, looked_at))
    }

    /// Returns how many bytes a mark takes with which a text begins, and what stands for it.
    fn mark(&self, c: char, rest: &str, before: Option<char>) -> Option<(usize, String)> {
        let nothing = |length| Some((length, String::new()));
        match c {
            '\'' => {
                let run = rest.len() - rest.trim_start_matches('\'').len();
                (2..=5).contains(&run).then(|| (run, String::new()))
            }
            '[' if rest.starts_with("[[") => link(rest, "[[", "]]"),
            '[' => tag(rest),
            '<' if rest.starts_with("<ref") => {
                let note = within(rest, "<ref", "</ref>").map(|note| note.len() + 10);
                let empty = within(rest, "<ref", "/>").map(|note| note.len() + 6);
                nothing(note.into_iter().chain(empty).min()?)
            }
            '<' => link(rest, "<", ">"),
            '`' | 'l' | 'h' => linked(rest).or_else(|| accented(c, rest)),
            // troff
            '.' if before.is_none_or(|c| c == '\n') => {
                let name = rest.get(1..)?.split([' ', '\n']).next()?;
                let is_macro = (1..=2).contains(&name.len())
                    && name.bytes().all(|byte| byte.is_ascii_uppercase());
                nothing(is_macro.then(|| name.len() + 1)?)
            }
            // Obsidian
            '%' if rest.starts_with("%%") => nothing(within(rest, "%%", "%%")?.len() + 4),
            '=' if rest.starts_with("==") => {
                let inner = within(rest, "==", "==").filter(|inner| !inner.is_empty())?;
                Some((inner.len() + 4, inner.to_owned()))
            }
            // A terminal
            '\u{1B}' => nothing(within(rest, "\u{1B}[", "m")?.len() + 3),
            '│' | '┃' | '║' => Some((c.len_utf8(), " ".to_owned())),
            '%' if self.has_commands => nothing(rest.find('\n')? + 1),
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
pub(super) fn within<'t>(rest: &'t str, open: &str, close: &str) -> Option<&'t str> {
    let inner = rest.strip_prefix(open)?;
    let end = first_bytes(inner, LONGEST).find(close)?;
    inner.get(..end)
}

/// Returns so many of the first bytes of a text, but for a letter that they would cut.
pub(super) fn first_bytes(text: &str, most: usize) -> &str {
    let mut near = text.len().min(most);
    while !text.is_char_boundary(near) {
        near -= 1;
    }
    text.get(..near).unwrap_or_default()
}

/// Reads the tag of a forum, or the words of a link of a wiki to another site.
fn tag(rest: &str) -> Option<(usize, String)> {
    let tag = within(rest, "[", "]")?;
    if tag.starts_with("http") && tag.contains("://") {
        let (_, words) = tag.split_once(' ')?;
        return Some((tag.len() + 2, words.to_owned()));
    }
    let name = tag.trim_start_matches('/').split('=').next()?;
    let is_tag = TAGS.iter().any(|known| name.eq_ignore_ascii_case(known));
    is_tag.then(|| (tag.len() + 2, String::new()))
}

/// Reads the words of a link of reStructuredText (`words <address>`_) or `AsciiDoc` (link:address[words]).
fn linked(rest: &str) -> Option<(usize, String)> {
    if let Some(inner) = within(rest, "`", ">`_") {
        let (words, _) = inner.split_once(" <")?;
        let end = rest.get(inner.len() + 4..)?;
        return Some((
            inner.len() + 4 + usize::from(end.starts_with('_')),
            words.to_owned(),
        ));
    }
    let (address, from) = rest.split_at(rest.find(['[', ' ', '\n'])?);
    let is_address =
        address.starts_with("link:") || address.starts_with("http") && address.contains("://");
    let words = within(from, "[", "]").filter(|_| is_address)?;
    Some((address.len() + words.len() + 2, words.to_owned()))
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
    let of_notes = ["\\footnote{", "\\cite{", "\\label{", "\\index{"];
    let note = of_notes
        .iter()
        .find_map(|note| Some(note.len() + within(rest, note, "}")?.len() + 1));
    if let Some(length) = note {
        return (length, String::new());
    }
    if let Some(sign) = rest.chars().nth(1).filter(|sign| "%&$#_".contains(*sign)) {
        return (2, sign.to_string());
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
    use super::{MOST_NEAR, Reader, without_marks};
    use crate::evidence::tests::{MARKED_UP, look};
    use crate::model::Check;

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
            "We will [https://x.example begin the works]<ref name=a>So it was said.</ref> in<ref name=b/> the spring.",
            "We will `begin the works <https://x.example>`_ in the spring.",
            "We will link:a.html[begin] the https://x.example/b[works] in the spring.",
            ".PP\nWe will\n.B begin\nthe works in\n.I the spring.",
            "\\emph{We} will begin the works% as ever\n\\footnote{So it was said.} in the \\label{a}spring.",
            "We will <https://x.example|begin the works> in the spring.",
            "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,We will {\\i1}begin{\\i0} the\\Nworks in the spring.",
            "{0}{25}We will begin|the works in\n{26}{50}the spring.",
            "We ==will begin== the %%old%% works in the spring.",
            "We \u{1B}[1mwill begin\u{1B}[0m the works in the spring.",
            "│ We will begin the │\n│ works in the      │\n│ spring.           │",
            "BEGIN:VCALENDAR\r\nDESCRIPTION:We will begin t\r\n he works in \r\n the spring.\r\nEND:VCALENDAR\r\n",
        ] {
            let quote = "We will begin the works in the spring";
            assert_eq!(look(text, quote), MARKED_UP, "{text}");
            let other = "We will not begin the works in the spring";
            assert_eq!(look(text, other).0, Check::Absent, "{text}");
        }
        let signs = without_marks("\\$5, 12\\% of a\\_b% as ever\n");
        assert_eq!(signs.as_deref(), Some("$5, 12% of a_b"));
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
            let work = |marks: usize| {
                let text = mark.repeat(marks);
                Reader::of(&text).read(&text).unwrap().1
            };
            // Less is looked at near the end.
            let at_end = MOST_NEAR * MOST_NEAR;
            assert!(work(20_000) <= 2 * work(10_000) + at_end, "{mark}");
        }
    }
}
