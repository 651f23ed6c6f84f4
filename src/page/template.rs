//! The templates of a page and their errors.

use std::fmt;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::assets::Named;

/// A fault in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The template's name, where it is known.
    pub file: Option<String>,
    /// Line and column, both from 1, where they are known.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
    /// The whole report, with an excerpt.
    pub report: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(formatter, "{file}:")?;
        }
        if let Some((line, column)) = self.place {
            write!(formatter, "{line}:{column}:")?;
        }
        write!(formatter, " {}", self.message)
    }
}

impl std::error::Error for TemplateError {}

/// Parsed templates.
pub(super) struct Templates(Tera);

impl Templates {
    /// Parses all templates.
    pub(super) fn parse(sources: Vec<Named>) -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        tera.add_raw_templates(sources)
            .map_err(|error| fault(&error))?;
        Ok(Self(tera))
    }

    /// Renders a template over a view; `room` is about how many bytes come of it.
    pub(super) fn render<V: Serialize>(
        &self,
        name: &str,
        view: &V,
        room: usize,
    ) -> Result<String, TemplateError> {
        let context = Context::from_serialize(view).map_err(|error| fault(&error))?;
        let mut out = Vec::with_capacity(room);
        self.0
            .render_to(name, &context, &mut out)
            .map_err(|error| fault(&error))?;
        String::from_utf8(out).map_err(|error| fault(&tera::Error::message(error)))
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is non-exhaustive; all other kinds are alike: no place"
)]
fn fault(error: &tera::Error) -> TemplateError {
    let report = error.to_string();
    match error.kind() {
        ErrorKind::SyntaxError(found) | ErrorKind::RenderingError(found) => TemplateError {
            file: Some(found.filename().to_owned()),
            place: Some((found.span().start_line, found.span().start_col + 1)),
            message: found.message().to_owned(),
            report,
        },
        _ => TemplateError {
            file: None,
            place: None,
            message: report.clone(),
            report,
        },
    }
}
