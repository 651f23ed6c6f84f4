//! Puts texts into the quote marks of YAML.

use super::yaml_lines::{odd_space_name, sign_of_item};
use crate::diagnostics::{Diagnostic, Span};

/// Marks around a text are looked for so many bytes from a place in it, and its beginning so many commas before:
/// there may be very many faults in one.
const NEAR: usize = 4_000;
const MOST_PARTS: usize = 100;

/// Writes a text that has no quote marks yet within some, as its lines stand: in those that it has not.
pub(crate) fn in_marks(raw: &str) -> String {
    if raw.contains(['"', '\\']) {
        format!("'{}'", raw.replace('\'', "''"))
    } else {
        format!("\"{raw}\"")
    }
}

/// Faults of values that are no running text: quote marks around these were meant for YAML.
const OF_WORDS: [&str; 8] = [
    "invalid-date",
    "invalid-doi",
    "invalid-id",
    "invalid-language",
    "invalid-url",
    "unknown-id",
    "unknown-value",
    "wrong-type",
];

/// Says of a fault of such a value which sign in it is none of YAML, or was not meant for it.
pub(crate) fn told_of_signs(input: &str, fault: Diagnostic) -> Diagnostic {
    let place = fault.primary().place.span();
    let place = place.filter(|_| OF_WORDS.contains(&fault.code()));
    let raw = place.and_then(|place| Some((place, input.get(place.range())?)));
    let Some((place, raw)) = raw.filter(|(_, raw)| raw.len() <= NEAR) else {
        return fault;
    };
    let is_of_list = ["invalid-id", "unknown-id", "unknown-value"].contains(&fault.code())
        || fault.message().starts_with("expected a sequence");
    let told = curly_marks(place, raw)
        .or_else(|| list_in_brackets(input, place, raw).filter(|_| is_of_list))
        .or_else(|| sign_at_end(input, place, raw))
        .or_else(|| commas_of_others(input, place, raw))
        .or_else(|| second_dash(input, place, raw))
        .or_else(|| other_sign(input, place, raw));
    let Some(Told { help, title, edits }) = told else {
        return fault;
    };
    fault.help(help).edit(title, edits)
}

/// What is to be done about a sign.
struct Told {
    help: String,
    title: &'static str,
    edits: Vec<(Span, String)>,
}

/// Finds curly quote marks around a value, as word processors make them.
fn curly_marks(place: Span, raw: &str) -> Option<Told> {
    let (first, open, close) = ends(place, raw, |first, last| {
        "“”„‟‘‚«".contains(first) && "”“‟’»".contains(last)
    })?;
    Some(Told {
        help: format!("`{first}` is no quote mark of YAML: take both marks out"),
        title: "Take the quote marks out",
        edits: [open, close].map(|span| (span, String::new())).into(),
    })
}

/// Finds a list within signs that are no brackets of YAML.
fn list_in_brackets(input: &str, place: Span, raw: &str) -> Option<Told> {
    let before = input.get(..place.start)?.trim_end_matches(' ');
    before.ends_with(':').then_some(())?;
    let (first, open, close) = ends(place, raw, |first, last| {
        ["()", "（）", "［］", "【】", "〔〕"].contains(&&*format!("{first}{last}"))
    })?;
    Some(Told {
        help: format!(
            "`{first}` opens no list in YAML: write `[` in its place, and `]` at the end"
        ),
        title: "Write `[` and `]`",
        edits: vec![(open, "[".to_owned()), (close, "]".to_owned())],
    })
}

/// Returns the first sign of a value, and the places of this and the last.
fn ends(place: Span, raw: &str, are: impl Fn(char, char) -> bool) -> Option<(char, Span, Span)> {
    let (first, last) = (raw.chars().next()?, raw.chars().next_back()?);
    let open = Span::new(place.start, place.start + first.len_utf8());
    let close = Span::new(place.end - last.len_utf8(), place.end);
    (open.end <= close.start && are(first, last)).then_some((first, open, close))
}

/// Finds what a value ends with that is of another form, or cannot be seen.
fn sign_at_end(input: &str, place: Span, raw: &str) -> Option<Told> {
    let behind = input.get(place.end..)?;
    let is_sign = |c: char| matches!(c, '\\' | ',' | ';' | '，' | '；') || is_odd_space(c);
    // What cannot be seen may be left out of the place.
    let more = behind.len() - behind.trim_start_matches(is_odd_space).len();
    let end = place.end + more;
    let written = input.get(place.start..end)?.trim_end_matches([' ', '\t']);
    let word = written.trim_end_matches(|c| is_sign(c) || c == ' ');
    let is_marked = raw.starts_with(['"', '\'', '[', '{']);
    let last = written.chars().next_back().filter(|last| is_sign(*last))?;
    if word.is_empty() || is_marked || word.contains('\n') {
        return None;
    }
    let name = odd_space_name(last.encode_utf8(&mut [0; 4]));
    let name = name.map_or_else(|| format!("`{last}`"), str::to_owned);
    let sign = Span::new(place.start + word.len(), place.start + written.len());
    Some(Told {
        help: format!("the value ends with {name}: take it out"),
        title: "Take it out at the end",
        edits: vec![(sign, String::new())],
    })
}

fn is_odd_space(c: char) -> bool {
    odd_space_name(c.encode_utf8(&mut [0; 4])).is_some()
}

/// Finds commas of other scripts between the words of a list.
fn commas_of_others(input: &str, place: Span, raw: &str) -> Option<Told> {
    let signs: Vec<_> = raw.match_indices(['，', '、', '﹐', '،', '؛']).collect();
    let (_, sign) = signs.first()?;
    let help = format!("`{sign}` is no comma of YAML: type `,` and a space");
    let within = input.get(..place.start)?.trim_end().ends_with(['[', ',']);
    let edit = |(at, sign): &(usize, &str)| {
        let start = place.start + at;
        (Span::new(start, start + sign.len()), ", ".to_owned())
    };
    within.then(|| Told {
        help,
        title: "Write `,` and a space",
        edits: signs.iter().map(edit).collect(),
    })
}

/// Finds items that begin with another sign than `- `.
fn other_sign(input: &str, place: Span, raw: &str) -> Option<Told> {
    let sign = sign_of_item(raw)?;
    let before = input.get(..place.start)?.rsplit('\n').next()?;
    let rest = raw.get(sign.len()..)?;
    let end = place.start + raw.len() - rest.trim_start().len();
    before.trim().is_empty().then(|| Told {
        help: format!("`{sign}` begins no item in YAML: begin each with `- `"),
        title: "Write `- `",
        edits: vec![(Span::new(place.start, end), "- ".to_owned())],
    })
}

/// Finds a value with two dashes before it, which is the item of a list in a list.
fn second_dash(input: &str, place: Span, raw: &str) -> Option<Told> {
    let before = input.get(..place.start)?.strip_suffix("- ")?;
    let is_item = before.rsplit('\n').next()?.trim().is_empty();
    (is_item && raw.starts_with("- ")).then(|| Told {
        help: "`- ` stands twice before this: take one out".to_owned(),
        title: "Take one `- ` out",
        edits: vec![(Span::new(place.start, place.start + 2), String::new())],
    })
}

/// Says of a fault within a flow collection that the marks around its text are none for YAML, as word
/// processors make them: then a colon or a comma in it ends the value.
pub(super) fn told_of_marks_before(input: &str, byte: usize, fault: Diagnostic) -> Diagnostic {
    let Some((mark, both)) = curly_marks_around(input, byte) else {
        return fault;
    };
    let help = format!("`{mark}` is no quote mark of YAML: write `\"` in place of both marks");
    let edits = both.map(|span| (span, "\"".to_owned()));
    fault.help(help).edit("Write quote marks of YAML", edits)
}

/// Returns the curly marks in a line between which a byte stands, if they stand around a value.
fn curly_marks_around(input: &str, byte: usize) -> Option<(char, [Span; 2])> {
    let near = input.floor_char_boundary(byte.saturating_sub(NEAR));
    let far = input.ceil_char_boundary(byte.saturating_add(NEAR));
    let before = input.get(near..byte)?;
    let open = before.rfind(['“', '”', '„', '‘', '\n'])?;
    let mark = before.get(open..)?.chars().next()?;
    let is_value = before
        .get(..open)?
        .trim_end()
        .ends_with([':', ',', '[', '{']);
    let open = near + open;
    let words = open + mark.len_utf8();
    let close = words + input.get(words..far)?.find(['”', '“', '’', '"', '\n'])?;
    let closing = input.get(close..)?.chars().next()?;
    let is_closed = close >= byte && !matches!(closing, '"' | '\n');
    let both = [
        Span::new(open, words),
        Span::new(close, close + closing.len_utf8()),
    ];
    (is_value && is_closed && mark != '\n').then_some((mark, both))
}

/// Returns the bytes of a text in a flow collection of which the commas cut off parts, the first of which stands
/// at a place.
pub(super) fn text_with_commas(input: &str, parts: Span) -> Option<Span> {
    let mut start = parts.start;
    for _ in 0..MOST_PARTS {
        let before = input.get(..start)?.trim_end().strip_suffix(',')?;
        let from = before.rfind([',', '{', '[', '}', ']', '\n'])? + 1;
        let part = before.get(from..)?;
        if let Some((key, value)) = part.split_once(": ") {
            let value_at = from + key.len() + 2 + (value.len() - value.trim_start().len());
            let is_plain = !value.trim_start().starts_with(['"', '\'', '&', '*', '!']);
            return is_plain.then(|| Span::new(value_at, parts.end));
        }
        start = from;
    }
    None
}

/// Returns the bytes of the parts without a key that commas part, from one on.
pub(super) fn parts_from(input: &str, part: Span) -> Span {
    let mut end = part.end;
    while let Some(more) = input.get(end..).and_then(|rest| rest.strip_prefix(',')) {
        let part = more.split([',', '}', '\n']).next().unwrap_or("");
        if part.trim().is_empty() || part.contains(':') {
            break;
        }
        end += 1 + part.trim_end().len();
    }
    Span::new(part.start, end)
}

#[cfg(test)]
mod tests {
    use super::{curly_marks_around, in_marks, parts_from, text_with_commas};
    use crate::diagnostics::Span;

    #[test]
    fn a_text_reads_the_same_within_marks() {
        for text in ["a", "“a”: b", "\"a\", b", "it's \\ \"so\"", "a #b"] {
            let read: String = serde_yaml::from_str(&in_marks(text)).unwrap();
            assert_eq!(read, text);
        }
    }

    #[test]
    fn curly_marks_around_a_value_are_found() {
        for (input, at, is_found) in [
            ("{ says: “The fee: it stays.”, voice: a }", ": it", true),
            ("{ says: “The fee, it stays.”, voice: a }", ", it", true),
            ("[“so: it”]", ": it", true),
            ("{ says: the “fee: it” stays }", ": it", false),
            ("{ says: “The fee” stays: it }", ": it", false),
            ("{ says: “The fee: it stays", ": it", false),
            ("{ says: The fee: it stays }", ": it", false),
        ] {
            let byte = input.rfind(at).unwrap();
            let found = curly_marks_around(input, byte);
            assert_eq!(found.is_some(), is_found, "{input}");
        }
    }

    #[test]
    fn a_text_is_found_that_commas_cut() {
        for (input, rest, expected) in [
            ("{ name: Lee, Mayor }", "Mayor", Some("Lee, Mayor")),
            (
                "{ a: b, text: no, no, it is, c: d }",
                "it is",
                Some("no, no, it is"),
            ),
            (
                "{ a: b, text: no, yes, it is, c: d }",
                "yes",
                Some("no, yes, it is"),
            ),
            ("{ a: \"b\", c }", "c", None),
            ("{ a, b }", "b", None),
        ] {
            let start = input.rfind(rest).unwrap();
            let parts = parts_from(input, Span::new(start, start + rest.len()));
            let found = text_with_commas(input, parts);
            let found = found.map(|span| input.get(span.range()).unwrap());
            assert_eq!(found, expected, "{input}");
        }
    }
}
