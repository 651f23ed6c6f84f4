//! A brief as one self-contained HTML page.
//!
//! [`render`] names the steps: the view for the templates, the body, the style sheet that the
//! body needs, the data block, the policy that allows these alone, the document.

mod assets;
mod figure;
mod fonts;
mod html;
mod paper;
mod policy;
mod qr;
mod slot;
mod style;
mod template;
mod view;

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

pub use assets::UnreadableAsset;
pub use paper::Paper;
pub use template::TemplateError;

use crate::analysis::Edition;
use crate::describe::{Describer, LocaleError, Locales, Message, dates};
use crate::model::Brief;
use slot::Slot;
use template::Templates;
use view::PageView;

/// How a page is made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Sets the page in 14 point for readers who need large print.
    pub large_print: bool,
    /// The paper; without one, the reader's own wins.
    pub paper: Option<Paper>,
    /// A folder whose files replace the embedded templates of the same name.
    pub templates: Option<PathBuf>,
    /// A folder whose files replace the embedded style sheets of the same name.
    pub static_dir: Option<PathBuf>,
    /// A folder of locale files, besides those embedded.
    pub locales: Option<PathBuf>,
}

/// Why a page was not made.
#[derive(Debug)]
pub enum PageError {
    /// A file that replaces an embedded one could not be read.
    Asset(UnreadableAsset),
    /// A template is at fault.
    Template(TemplateError),
    /// A locale file is at fault.
    Locale(LocaleError),
}

impl fmt::Display for PageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asset(UnreadableAsset { path, .. }) => {
                write!(formatter, "cannot read {}", path.display())
            }
            Self::Template(error) => write!(formatter, "in a template: {error}"),
            Self::Locale(LocaleError::Unsound { .. }) => formatter.write_str("in a locale file"),
            Self::Locale(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for PageError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Asset(UnreadableAsset { error, .. }) => Some(error),
            Self::Template(_) => None,
            Self::Locale(error @ LocaleError::Unsound { .. }) => Some(error),
            Self::Locale(error) => error.source(),
        }
    }
}

/// What the document's frame needs beyond the body.
#[derive(Serialize)]
struct DocumentView<'a> {
    lang: &'a str,
    right_to_left: bool,
    large_print: bool,
    version: &'static str,
    title: &'a str,
    description: String,
    security_policy: String,
    style: Slot,
    body: Slot,
    data: Slot,
}

/// Returns about how many bytes the body of a page takes: a little too many rather than too few.
fn room(brief: &Brief) -> usize {
    (64 << 10) + 1200 * brief.claims().len()
}

fn description(describer: &Describer<'_>) -> String {
    let topic = &*describer.brief.parts().topic;
    let date = dates::in_full(describer.locale, describer.as_of);
    let values = [("topic", topic.into()), ("date", date.into())];
    describer.locale.with(Message::Description, values)
}

/// Draws the attribution figure of a brief as an SVG document. None where no voice makes a claim.
pub fn svg_alone(edition: &Edition, locales: &Locales) -> Option<String> {
    let describer = Describer::new(edition, locales);
    figure::document(&describer).map(|svg| svg.as_str().to_owned())
}

/// Renders a brief as a page: the same brief and options, the same bytes. `data` is the brief as
/// JSON, for programs that read the page.
///
/// # Errors
/// A file that replaces an embedded one cannot be read, or a template is at fault.
pub fn render(
    edition: &Edition,
    locales: &Locales,
    data: &str,
    options: &Options,
) -> Result<String, PageError> {
    let sheets = assets::style_sheets(options.static_dir.as_deref()).map_err(PageError::Asset)?;
    let sources = assets::templates(options.templates.as_deref()).map_err(PageError::Asset)?;
    let templates = Templates::parse(sources).map_err(PageError::Template)?;

    let brief = edition.brief();
    let describer = Describer::new(edition, locales);
    let body = templates
        .render("body.html", &PageView::of(&describer), room(brief))
        .map_err(PageError::Template)?;
    let style = style::sheet(&describer, &sheets, &body, options.paper);
    let data = html::data_block(data);
    let parts = brief.parts();
    let document = DocumentView {
        lang: &parts.lang,
        right_to_left: parts.lang.is_right_to_left(),
        large_print: options.large_print,
        version: env!("CARGO_PKG_VERSION"),
        title: &parts.title,
        description: description(&describer),
        security_policy: policy::security_policy(&style, &data),
        style: Slot::Style,
        body: Slot::Body,
        data: Slot::Data,
    };
    let frame = templates
        .render("brief.html", &document, 4096)
        .map_err(PageError::Template)?;
    Ok(slot::fill(&frame, |slot| match slot {
        Slot::Style => &style,
        Slot::Body => body.trim_end(),
        Slot::Data => &data,
    }))
}
