//! Sets up the parser of Markdown, for which `[@…]` is a link.

use pulldown_cmark::{BrokenLink, CowStr, LinkType, Options, Parser};

pub(super) type Cite<'a> = fn(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)>;

/// What a citation leads to as a link.
const NOWHERE: (CowStr<'static>, CowStr<'static>) = (CowStr::Borrowed(""), CowStr::Borrowed(""));

/// Makes a parser that takes `[@…]` for a link to an unknown place.
pub(super) fn parser(text: &str) -> Parser<'_, Cite<'_>> {
    let cite: Cite<'_> = |link| link.reference.starts_with('@').then_some(NOWHERE);
    Parser::new_with_broken_link_callback(text, Options::ENABLE_TABLES, Some(cite))
}

pub(super) fn is_citation(link: LinkType) -> bool {
    matches!(
        link,
        LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown
    )
}

/// Returns a line that begins with a number, "3. Oktober", with another character in the number's place: Markdown
/// would take it for a list, of one item.
pub(super) fn without_number(text: &str) -> Option<String> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_digit())?;
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_line = !text.contains(['\n', '\r']);
    (is_line && number.starts_with(['.', ')'])).then(|| format!("x{rest}"))
}

/// Says whether a trimmed text can hold no Markdown. Most texts do, and need no parser.
pub(super) fn is_plain(text: &str) -> bool {
    let marks = |byte: &u8| {
        matches!(
            byte,
            b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'&' | b'\\' | b'\n' | b'\r' | b'\t'
        )
    };
    let opens_block = text.starts_with(['#', '>', '-', '+', '~', '=']);
    !opens_block && !text.as_bytes().iter().any(marks)
}
