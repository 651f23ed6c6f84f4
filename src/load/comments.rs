//! Finds comments that were most likely meant as text: no space follows their `#`.

use super::quoting::in_marks;
use super::rules::cut_text;
use super::values::Text;
use crate::diagnostics::{Diagnostic, Place, Span};

/// Warns where a comment cuts off a text that is not in quote marks.
pub(crate) fn cut(input: &str, text: &Text) -> Option<Diagnostic> {
    let span = text.place.span()?;
    let raw = input.get(span.range())?;
    if raw.is_empty() || raw.starts_with(['"', '\'', '|', '>']) {
        return None;
    }
    let Some(comment) = after(input, span.end).or_else(|| below(input, span)) else {
        return cut_in_marks(input, span, raw);
    };
    let whole = Span::new(span.start, comment.end);
    let written = in_marks(input.get(whole.range())?);
    let title = "It belongs to the text: put the whole in quote marks";
    Some(cut_text::fault(comment, true).edit(title, [(whole, written)]))
}

/// Warns where a comment cuts off a text between marks that are none of YAML: the closing one stands in the comment.
fn cut_in_marks(input: &str, span: Span, raw: &str) -> Option<Diagnostic> {
    const CLOSING: [char; 3] = ['”', '“', '»'];
    let words = raw.strip_prefix(['“', '„', '«'])?;
    let line = input.get(span.end..)?.lines().next()?.trim_end();
    let comment = line.trim_start();
    let is_cut = comment.starts_with('#')
        && comment.ends_with(CLOSING)
        && !words.contains(CLOSING)
        && !words.contains('"');
    let start = span.end + (line.len() - comment.len());
    let place = Place::At(Span::new(start, start + comment.len()));
    let message = "the text ends here: ` #` begins a comment";
    let fault = || Diagnostic::new(&cut_text::CUT_TEXT, place, message);
    is_cut.then(|| {
        fault().help(
            "put the whole text in quote marks of YAML, `\"…\"` or `'…'`: the others are none",
        )
    })
}

/// Finds a second paragraph that YAML joins to the first: under `>`, in a plain or a quoted text, an
/// empty line is no more than a line break.
pub(crate) fn joined_paragraphs(input: &str, text: &Text) -> Option<Place> {
    let span = text.place.span()?;
    let raw = input.get(span.range())?;
    if !text.contains('\n') || text.contains("\n\n") {
        return None;
    }
    let mut start = span.start;
    let mut after_blank = false;
    for (number, line) in raw.split_inclusive('\n').enumerate() {
        let words = line.trim();
        if words.is_empty() {
            after_blank = number > 0;
        } else if after_blank {
            let at = start + (line.len() - line.trim_start().len());
            return Some(Place::At(Span::new(at, at + words.len())));
        }
        start += line.len();
    }
    None
}

/// Finds such a comment behind a byte, with nothing but spaces between.
pub(super) fn after(input: &str, byte: usize) -> Option<Span> {
    let rest = input.get(byte..)?;
    let trimmed = rest.trim_start_matches([' ', '\t']);
    let is_apart = trimmed.len() < rest.len() || input.get(..byte)?.ends_with([' ', '\t']);
    let start = byte + (rest.len() - trimmed.len());
    is_apart.then(|| comment(input, start)).flatten()
}

/// Finds such a comment on a line of its own below a text, where the text would go on: deeper than
/// the text's key.
fn below(input: &str, text: Span) -> Option<Span> {
    let rest = input.get(text.end..)?;
    let end = rest.find('\n')?;
    if !rest.get(..end)?.trim().is_empty() {
        return None;
    }
    let start = text.end + end + 1;
    let line = input.get(start..)?.lines().next()?;
    let indent = line.len() - line.trim_start_matches(' ').len();
    let first = input.get(..text.start)?.rfind('\n').map_or(0, |at| at + 1);
    let before = input.get(first..text.start)?;
    let key = before.trim_start_matches([' ', '-']);
    let column = before.len() - key.len();
    let is_deeper = if key.is_empty() {
        indent >= column
    } else {
        indent > column
    };
    // In a flow collection, or after a key of one line of several, columns say nothing.
    let is_block = !before.contains(['{', '[']);
    (is_deeper && is_block)
        .then(|| comment(input, start + indent))
        .flatten()
}

/// Returns the comment that begins at a byte, if it reads as text that follows its `#`.
fn comment(input: &str, start: usize) -> Option<Span> {
    let line = input.get(start..)?.lines().next()?;
    let words = line.strip_prefix('#')?;
    let is_text = !words.starts_with(|c: char| c.is_whitespace() || c == '#' || c == '!')
        && words.contains(char::is_alphanumeric);
    is_text.then(|| Span::new(start, start + line.trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::{after, cut, joined_paragraphs};
    use crate::diagnostics::{Place, Span};
    use crate::load::values::Text;

    fn cut_off(input: &str, value: &str) -> Option<String> {
        let start = input.find(value).unwrap();
        let span = Span::new(start, start + value.len());
        let (value, place) = (value.to_owned(), Place::At(span));
        let fault = cut(input, &Text { value, place })?;
        let span = fault.primary().place.span().unwrap();
        Some(input.get(span.range()).unwrap().to_owned())
    }

    #[test]
    fn what_follows_a_hash_at_once_is_text() {
        for (input, rest) in [
            ("says: a b #1 in the country\n", "#1 in the country"),
            ("says: a b\t#HarbourNow, c", "#HarbourNow, c"),
            ("says: a b #“so”\r\n", "#“so”"),
            ("says: a b\n  #1 in the country\n", "#1 in the country"),
            ("- a b\n  #1 in the country\n", "#1 in the country"),
            ("- a b #1\n", "#1"),
            ("[a b #1,\n c]", "#1,"),
        ] {
            assert_eq!(cut_off(input, "a b").as_deref(), Some(rest), "{input}");
        }
    }

    #[test]
    fn a_comment_that_closes_marks_is_text() {
        assert_eq!(
            cut_off("says: “a b # and c”\n", "“a b").as_deref(),
            Some("# and c”")
        );
        for input in [
            "says: “a b” # “c”\n",
            "says: “a b # c\n",
            "says: „a\" b # “c”\n",
            "says: “a b\n# c”\n",
        ] {
            let value = input.split(" #").next().unwrap_or("");
            let value = value.trim_start_matches("says: ").lines().next().unwrap();
            assert_eq!(cut_off(input, value), None, "{input}");
        }
    }

    #[test]
    fn comments_are_silent() {
        for input in [
            "says: a b # a comment\n",
            "says: a b  #\n",
            "says: a b ## c\n",
            "says: a b #-----\n",
            "says: a b#1\n",
            "says: a b\n#note: c\n",
            "  says: a b\n  #note: c\n",
            "  - says: a b\n    #note: c\n",
            "says: a b\n\n  #c\n",
            "says: { a: a b }\n  #c\n",
        ] {
            assert_eq!(cut_off(input, "a b"), None, "{input}");
        }
        assert_eq!(cut_off("says: \"a b\" #1\n", "\"a b\""), None);
    }

    #[test]
    fn paragraphs_that_yaml_joins_are_found() {
        let joined = |input: &str, value: &str| {
            let span = Span::new(input.find("One").unwrap(), input.trim_end().len());
            let (value, place) = (value.to_owned(), Place::At(span));
            let place = joined_paragraphs(input, &Text { value, place })?;
            Some(input.get(place.span().unwrap().range()).unwrap().to_owned())
        };
        let folded = "says: >\n  One.\n\n  Two.\n";
        assert_eq!(joined(folded, "One.\nTwo.\n").as_deref(), Some("Two."));
        assert_eq!(
            joined("says: |\n  One.\n\n  Two.\n", "One.\n\nTwo.\n"),
            None
        );
        assert_eq!(joined("says: |\n  One.\n  Two.\n", "One.\nTwo.\n"), None);
        assert_eq!(joined("says: >\n  One.\n  Two.\n", "One. Two.\n"), None);
    }

    #[test]
    fn a_comment_stands_apart() {
        assert_eq!(after("a: #b", 2), Some(Span::new(3, 5)));
        assert_eq!(after("a: #b", 3), Some(Span::new(3, 5)));
        assert_eq!(after("a:#b", 2), None);
        assert_eq!(after("a: # b", 2), None);
        assert_eq!(after("a: b #c", 2), None);
    }
}
