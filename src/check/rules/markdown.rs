//! Words what Markdown can hold and a text of a brief cannot: `raw-html`, `unsafe-link`,
//! `unsupported-markdown`.

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static RAW_HTML: Rule = Rule::error(include_str!("raw_html.md"));
pub(super) static UNSAFE_LINK: Rule = Rule::error(include_str!("unsafe_link.md"));
pub(super) static UNSUPPORTED_MARKDOWN: Rule = Rule::error(include_str!("unsupported_markdown.md"));

/// Reports HTML. `backslash` is how the text writes one: twice in double quote marks.
pub(in crate::check) fn raw_html(place: Place, backslash: &str) -> Diagnostic {
    Diagnostic::new(&RAW_HTML, place, "HTML has no place in a text").help(format!(
        "use Markdown: `*emphasis*`, `**strong**`; write `{backslash}<` for the character itself"
    ))
}

pub(in crate::check) fn unsafe_link(place: Place) -> Diagnostic {
    let message = "this is not the whole address of a page or a mailbox";
    Diagnostic::new(&UNSAFE_LINK, place, message).help(
        "write the address with its `http://`, `https://` or `mailto:`, such as `https://example.org/a`; \
         in it, a space is `%20` and a backslash `%5C`",
    )
}

/// Reports what does not fit in a line. `backslash` is how the text writes one.
pub(in crate::check) fn unsupported(place: Place, what: &str, backslash: &str) -> Diagnostic {
    let message = format!("{what} does not fit in a line of text");
    let fault = Diagnostic::new(&UNSUPPORTED_MARKDOWN, place, message)
        .help("a text is one paragraph of words, `*emphasis*`, `**strong**`, `` `code` ``, links and citations");
    match what {
        "a list" => fault.help(format!(
            "if these are words and no list, put a backslash before the mark, as in `2025{backslash}.`"
        )),
        "a table" => fault.help(
            "a table may stand in the `says` and the `note` of a claim and in the `why` of a gap",
        ),
        _ => fault,
    }
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
