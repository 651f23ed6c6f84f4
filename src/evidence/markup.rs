//! Decides whether a page is read as HTML or as XML, by what browsers do.

use std::borrow::Cow;

use super::html::{as_html, calls_itself_xml, is_declared};
use super::opened::Media;

/// How a page can be read.
pub(super) struct Markup<'a> {
    /// As a browser most likely reads it, in HTML.
    pub(super) html: Cow<'a, str>,
    pub(super) other: Option<Other>,
}

/// A page as it is not read first.
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) html: String,
    /// Whether a browser may read it so: then no quote is found that is not found in both.
    pub(super) may_be_shown: bool,
}

/// Decides how a page is read. Browsers go by the name: what is called `.html` is HTML, whatever it says
/// of itself. A name that says neither leaves it open where the page begins as XML; and a page of XHTML
/// that is not well-formed was HTML to whoever wrote it.
pub(super) fn of_page(text: Cow<'_, str>, by_name: Media) -> Markup<'_> {
    let as_html_with = |text, other| Markup { html: text, other };
    match by_name {
        Media::Xml => {
            let written = as_html(&text);
            if written.is_sound || !written.is_xhtml {
                let other = Other {
                    html: text.into_owned(),
                    may_be_shown: false,
                };
                return as_html_with(Cow::Owned(written.html), Some(other));
            }
            let other = Other {
                html: written.html,
                may_be_shown: true,
            };
            as_html_with(text, Some(other))
        }
        Media::Html | Media::Text | Media::Markdown | Media::Pdf => {
            let other = calls_itself_xml(&text).then(|| Other {
                html: as_html(&text).html,
                may_be_shown: by_name != Media::Html && is_declared(&text),
            });
            as_html_with(text, other)
        }
    }
}

#[cfg(test)]
mod tests;
