//! Words what Markdown can hold and a text of a brief cannot: `raw-html`, `unsafe-link`,
//! `unsupported-markdown`.

use crate::diagnostics::{Diagnostic, Place, Rule, Span};

pub(super) static RAW_HTML: Rule = Rule::error(include_str!("raw_html.md"));
pub(super) static UNSAFE_LINK: Rule = Rule::error(include_str!("unsafe_link.md"));
pub(super) static UNSUPPORTED_MARKDOWN: Rule = Rule::error(include_str!("unsupported_markdown.md"));

/// Reports HTML. `backslash` is how the text writes one: twice in double quote marks.
pub(in crate::check) fn raw_html(place: Place, backslash: &str) -> Diagnostic {
    let fault = Diagnostic::new(&RAW_HTML, place, "HTML has no place in a text").help(format!(
        "use Markdown: `*emphasis*`, `**strong**`; write `{backslash}<` for the character itself"
    ));
    with_backslash(fault, place, 0, backslash)
}

/// Proposes a backslash so many bytes behind where a place begins.
fn with_backslash(fault: Diagnostic, place: Place, behind: usize, backslash: &str) -> Diagnostic {
    let Some(span) = place.span() else {
        return fault;
    };
    let at = span.start + behind;
    let title = "Take it for the character itself";
    fault.edit(title, [(Span::new(at, at), backslash.to_owned())])
}

/// Reports a link, as it was written: with its words, or an address alone.
pub(in crate::check) fn unsafe_link(place: Place, link: &str) -> Diagnostic {
    let message = "this is not the whole address of a page or a mailbox";
    let fault = Diagnostic::new(&UNSAFE_LINK, place, message).help(
        "write the address with its `http://`, `https://` or `mailto:`, such as `https://example.org/a`; \
         in it, a space is `%20` and a backslash `%5C`",
    );
    // What YAML writes otherwise than it reads has no places within.
    let span = place.span().filter(|span| span.range().len() == link.len());
    let words = link
        .strip_prefix('[')
        .and_then(|link| link.split_once("]("));
    let (Some(span), Some((words, address))) = (span, words) else {
        return fault;
    };
    let fault = match address.split(['/', ')']).next() {
        Some(host)
            if host.contains('.') && !host.contains([':', ' ']) && !host.starts_with('.') =>
        {
            let at = span.end - address.len();
            let scheme = if host.contains('@') {
                "mailto:"
            } else {
                "https://"
            };
            let title = format!("Write it with `{scheme}`");
            fault.edit(title, [(Span::new(at, at), scheme.to_owned())])
        }
        _ => fault,
    };
    fault.edit(
        "Keep the words without the link",
        [(span, words.to_owned())],
    )
}

/// Reports what does not fit in a line.
pub(in crate::check) fn unsupported(place: Place, what: &str) -> Diagnostic {
    let message = format!("{what} does not fit in a line of text");
    let fault = Diagnostic::new(&UNSUPPORTED_MARKDOWN, place, message)
        .help("a text is one paragraph of words, `*emphasis*`, `**strong**`, `` `code` ``, links and citations");
    if what == "a table" {
        return fault.help(
            "a table may stand in the `says` and the `note` of a claim and in the `why` of a gap",
        );
    }
    fault
}

/// Reports a list, whose mark stands so many bytes behind its place. `backslash` is how the text writes one.
pub(in crate::check) fn list(place: Place, mark: usize, backslash: &str) -> Diagnostic {
    let fault = unsupported(place, "a list").help(format!(
        "if these are words and no list, put a backslash before the mark, as in `{backslash}-`"
    ));
    with_backslash(fault, place, mark, backslash)
}

pub(in crate::check) fn table(place: Place, why: &str) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_MARKDOWN, place, why).help(
        "under `|`, write a sentence, an empty line, then the head, `| --- |` and rows of as many cells; \
         where no figure is given, say so in the cell",
    )
}

pub(in crate::check) fn bad_citation(place: Place) -> Diagnostic {
    let message = "a citation names claims and nothing else";
    Diagnostic::new(&UNSUPPORTED_MARKDOWN, place, message)
        .help("write `[@claim-id]`, or `[@one; @another]`")
}
