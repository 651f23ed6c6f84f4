//! Sets an edition as one self-contained HTML page.
//!
//! [`Page::render`] names the steps: the view for the templates, the body, the style sheet that the
//! body needs, the data block, the policy that allows these alone, the document.

mod coverage;
mod design;
mod drawing;
mod fonts;
mod html;
mod minified;
mod qr;
pub(crate) mod sources;
mod style;
mod view;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::Value;

pub use design::{Design, TemplateError};
pub use style::Paper;

use crate::analysis::Edition;
use crate::describe::{Describer, IN_BRIEF, IN_WORDS, Locales, Message, dates};
use crate::export::json_ld_compact;
use view::PageView;

/// A page to be made of an edition.
///
/// ```
/// # let text = include_bytes!("../content/ukraine-security-guarantees.yaml");
/// # let brief = brief::Input::new(text).check().brief.unwrap();
/// use brief::analysis::Edition;
/// use brief::page::{Page, Paper};
///
/// let edition = Edition::of(brief);
/// let html = Page::new(&edition).paper(Some(Paper::A4)).render()?;
/// assert!(html.starts_with("<!DOCTYPE html>"));
/// # Ok::<(), brief::page::TemplateError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Page<'a> {
    edition: &'a Edition,
    locales: &'a Locales,
    /// Without one, the embedded files.
    design: Option<&'a Design>,
    paper: Option<Paper>,
    large_print: bool,
    /// The text of the block of its sources, if it carries them.
    sources: Option<&'a str>,
}

impl<'a> Page<'a> {
    /// Makes a page in the embedded words and design, for any paper.
    pub fn new(edition: &'a Edition) -> Self {
        Self {
            edition,
            locales: Locales::embedded(),
            design: None,
            paper: None,
            large_print: false,
            sources: None,
        }
    }

    /// Takes the words from these locales.
    #[must_use]
    pub fn locales(self, locales: &'a Locales) -> Self {
        Self { locales, ..self }
    }

    /// Takes templates and style sheets from this design.
    #[must_use]
    pub fn design(self, design: &'a Design) -> Self {
        Self {
            design: Some(design),
            ..self
        }
    }

    /// Sets the page for this paper; without one, the reader's own wins.
    #[must_use]
    pub fn paper(self, paper: Option<Paper>) -> Self {
        Self { paper, ..self }
    }

    /// Sets the page in 14 point, for readers who need large print.
    #[must_use]
    pub fn large_print(self, large_print: bool) -> Self {
        Self {
            large_print,
            ..self
        }
    }

    /// Has the page carry its sources, packed: see [`Sources::packed`](crate::carried::Sources::packed).
    #[must_use]
    pub fn carrying(self, sources: Option<&'a str>) -> Self {
        Self { sources, ..self }
    }

    /// Returns the page: of the same edition in the same way, the same bytes.
    ///
    /// # Errors
    /// A template is at fault.
    pub fn render(&self) -> Result<String, TemplateError> {
        let describer = Describer::new(self.edition, self.locales).by_language();
        let design = match self.design {
            Some(design) => design,
            None => Design::embedded(),
        };
        let mut body = design.render("body.html", &PageView::of(&describer, self.large_print))?;
        if let Some(words) = describer.foreign_words() {
            // Names that are set apart may stand in the page's own words, and these in the writer's.
            let language = &*self.edition.brief().parts().lang;
            let (joined, direction) = match describer.foreign_direction() {
                Some(direction) => ("", format!(" dir=\"{direction}\"")),
                // They run on in the text around them, in which no line breaks before a mark.
                None => (" class=\"joined\"", String::new()),
            };
            let marked = |mark| format!("<bdi dir=\"{mark}\">");
            for (begins, tag) in [
                ("<bdi>".to_owned(), format!("<bdi lang=\"{language}\">")),
                (
                    marked(IN_BRIEF),
                    format!("<bdi lang=\"{language}\"{joined}>"),
                ),
                (
                    marked(IN_WORDS),
                    format!("<bdi lang=\"{words}\"{direction}{joined}>"),
                ),
            ] {
                body = body.replace(&begins, &tag);
            }
        }
        let having = style::Having {
            changes: self.edition.previous().is_some(),
            large_print: self.large_print,
        };
        let style = style::sheet(&describer, design, &body, &having, self.paper);
        let data = html::data_block(&json_ld_compact(self.edition));
        let parts = describer.brief.parts();
        let document = DocumentView {
            lang: &parts.lang,
            right_to_left: describer.right_to_left,
            large_print: self.large_print,
            version: env!("CARGO_PKG_VERSION"),
            title: &parts.title,
            description: description(&describer),
            security_policy: security_policy(&style, &data, self.sources),
            style: Value::safe_string(&style),
            body: Value::safe_string(body.trim_end()),
            data: Value::safe_string(&data),
            sources: Value::safe_string(&self.sources.map(sources::element).unwrap_or_default()),
        };
        design.render("brief.html", &document)
    }
}

/// What the document's frame needs.
#[derive(Serialize)]
struct DocumentView<'a> {
    lang: &'a str,
    right_to_left: bool,
    large_print: bool,
    version: &'static str,
    title: &'a str,
    description: String,
    security_policy: String,
    style: Value,
    body: Value,
    data: Value,
    /// A whole element, or nothing.
    sources: Value,
}

fn description(describer: &Describer<'_>) -> String {
    let topic = &*describer.brief.parts().topic;
    let date = dates::in_full(describer.locale, describer.as_of);
    let values = [("topic", topic.into()), ("date", date.into())];
    describer.locale.with(Message::Description, values)
}

/// Returns the content-security policy of a page with this style sheet and these data blocks: no
/// script, no request.
///
/// By the HTML standard a data block is no script, and no policy is asked for it. The Nu HTML
/// checker asks all the same, so that its hash is named; run as a script, it would be an error: base64
/// calls nothing.
///
/// Only scripts connect, and there is none; tools that look for `robots.txt` from within the page may.
fn security_policy(sheet: &str, data: &str, sources: Option<&str>) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let data = [Some(data), sources].into_iter().flatten().map(hash);
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; font-src data:; \
         connect-src 'self'; base-uri 'none'; form-action 'none'",
        hash(sheet),
        data.collect::<Vec<_>>().join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::security_policy;

    #[test]
    fn the_policy_names_the_hashes() {
        let policy = security_policy("", "{}", None);
        assert!(
            policy.contains("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
            "{policy}"
        );
        assert!(
            policy.contains("script-src 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='"),
            "{policy}"
        );
    }
}
