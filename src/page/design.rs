//! Holds the templates and style sheets that pages are made with.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::minified::minified;
use crate::describe::{Piece, pieces};
use crate::diagnostics::LineIndex;

/// The name and the text of an embedded file.
type Embedded = (&'static str, &'static str);

macro_rules! embedded {
    ($folder:literal: $($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../", $folder, "/", $name))),)+]
    };
}

const TEMPLATES: &[Embedded] = embedded!("templates":
    "brief.html"
    "body.html"
    "sections/masthead.html"
    "sections/headline.html"
    "sections/bottom-line.html"
    "sections/changes.html"
    "sections/strip.html"
    "parts/chains.html"
    "sections/claims.html"
    "sections/judgements.html"
    "sections/positions.html"
    "parts/statement.html"
    "sections/tensions.html"
    "sections/timeline.html"
    "sections/gaps.html"
    "sections/sources.html"
    "sections/previews.html"
);

/// In the order of the cascade.
const STYLE_SHEETS: &[Embedded] = embedded!("static":
    "tokens.css"
    "type.css"
    "sections.css"
    "tensions.css"
    "chains.css"
    "strip.css"
    "claims.css"
    "figures.css"
    "positions.css"
    "screen.css"
    "previews.css"
    "print.css"
    "parting.css"
    "running-foot.css"
    "large-print.css"
    "changes.css"
    "scripts.css"
);

/// A fault in a template or a style sheet: where it is, if that is known, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError(String);

impl fmt::Display for TemplateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for TemplateError {}

/// The templates and style sheets that pages are made with, ready for any number of pages.
#[derive(Debug)]
pub struct Design {
    templates: Tera,
    /// By their names, in the order of the cascade.
    style_sheets: Vec<(&'static str, String)>,
}

impl Design {
    /// Makes a design of the embedded files, replaced by those that are given: names, such as
    /// `sections/claims.html` or `type.css`, and texts.
    ///
    /// # Errors
    /// A template cannot be parsed, or a style sheet would end the element that it stands in.
    pub fn new(
        templates: &BTreeMap<String, String>,
        style_sheets: &BTreeMap<String, String>,
    ) -> Result<Self, TemplateError> {
        for (name, text) in templates {
            refuse_long_chains(name, text)?;
        }
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        tera.set_escape_fn(|text, out| {
            pieces(text).try_for_each(|piece| match piece {
                Piece::Text(text) => tera::escape_html(text, out),
                Piece::Isolate(_) => out.write_all(b"<bdi>"),
                Piece::Directed(direction) => write!(out, "<bdi dir=\"{direction}\">"),
                Piece::End => out.write_all(b"</bdi>"),
            })
        });
        tera.add_raw_templates(replaced(TEMPLATES, templates))
            .map_err(|error| fault(&error))?;
        let style_sheets = replaced(STYLE_SHEETS, style_sheets);
        let style_sheets: Vec<_> = style_sheets
            .map(|(name, text)| (name, minified(text)))
            .collect();
        for (name, text) in &style_sheets {
            refuse_markup(name, text)?;
        }
        Ok(Self {
            templates: tera,
            style_sheets,
        })
    }

    /// Returns the design of the embedded files alone.
    #[expect(
        clippy::expect_used,
        reason = "every page of the tests is made with it"
    )]
    pub fn embedded() -> &'static Self {
        static DESIGN: LazyLock<Design> = LazyLock::new(|| {
            let none = BTreeMap::new();
            Design::new(&none, &none).expect("the embedded templates can be parsed")
        });
        &DESIGN
    }

    /// Returns the names of the templates, which can be replaced.
    pub fn template_names() -> impl Iterator<Item = &'static str> {
        TEMPLATES.iter().map(|(name, _)| *name)
    }

    /// Returns the names of the style sheets, which can be replaced.
    pub fn style_sheet_names() -> impl Iterator<Item = &'static str> {
        STYLE_SHEETS.iter().map(|(name, _)| *name)
    }

    /// Says whether a template or a style sheet is the embedded one.
    pub fn is_embedded(name: &str, text: &str) -> bool {
        let mut all = TEMPLATES.iter().chain(STYLE_SHEETS);
        all.any(|embedded| *embedded == (name, text))
    }

    pub(super) fn style_sheets(&self) -> &[(&'static str, String)] {
        &self.style_sheets
    }

    /// Renders a template over a view.
    pub(super) fn render<V: Serialize>(
        &self,
        name: &str,
        view: &V,
    ) -> Result<String, TemplateError> {
        let context = Context::from_serialize(view);
        let page = context.and_then(|context| self.templates.render(name, &context));
        page.map_err(|error| fault(&error))
    }
}

/// Refuses a template with more `elif` than these: of all that Tera's parser recurses into, it counts
/// everything but them.
const MOST_ELIF: usize = 500;

fn refuse_long_chains(name: &str, text: &str) -> Result<(), TemplateError> {
    let Some((at, _)) = text.match_indices("elif").nth(MOST_ELIF) else {
        return Ok(());
    };
    let line = LineIndex::new(text).line_column(at).line;
    let message = format!("in a template: {name}:{line}: more than {MOST_ELIF} `elif`");
    Err(TemplateError(message))
}

/// Refuses what HTML would read in a style sheet: its text stands in the page as it is. Without comments it
/// is looked at, since what stands on either side of one comes together.
fn refuse_markup(name: &str, text: &str) -> Result<(), TemplateError> {
    let lower = text.to_ascii_lowercase();
    let Some(markup) = ["</style", "<!--"]
        .iter()
        .find(|markup| lower.contains(**markup))
    else {
        return Ok(());
    };
    let message = format!(
        "in a style sheet: {name}: `{markup}` would end the style of the page, or hide it: in a text, write \
         `\\3c` for its `<`"
    );
    Err(TemplateError(message))
}

/// Returns embedded files, each replaced by the given one of its name, if there is one.
fn replaced<'a>(
    embedded: &'a [Embedded],
    given: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = (&'static str, &'a str)> {
    embedded.iter().map(|(name, text)| {
        let given = given.get(*name).map(String::as_str);
        (*name, given.unwrap_or(text))
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is non-exhaustive; all other kinds are alike: no place"
)]
fn fault(error: &tera::Error) -> TemplateError {
    let what = match error.kind() {
        ErrorKind::SyntaxError(found) | ErrorKind::RenderingError(found) => {
            let (file, place) = (found.filename(), found.span());
            let (line, column) = (place.start_line, place.start_col + 1);
            format!("{file}:{line}:{column}: {}", found.message())
        }
        _ => error.to_string(),
    };
    TemplateError(format!("in a template: {what}"))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use super::{Design, Embedded, STYLE_SHEETS, TEMPLATES};

    fn files(folder: &Path, prefix: &str, ending: &str, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                files(&entry.path(), &format!("{name}/"), ending, found);
            } else if name.ends_with(ending) {
                found.insert(name);
            }
        }
    }

    #[test]
    fn every_file_of_the_folders_is_in_the_tables() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (folder, ending, table) in [
            ("templates", ".html", TEMPLATES),
            ("static", ".css", STYLE_SHEETS),
        ] {
            let mut found = BTreeSet::new();
            files(&root.join(folder), "", ending, &mut found);
            let known = table
                .iter()
                .map(|(name, _): &Embedded| (*name).to_owned())
                .collect();
            assert_eq!(found, known);
        }
    }

    #[test]
    fn what_would_overflow_the_stack_is_refused() {
        let gaps = |text: String| {
            let given = [("sections/gaps.html".to_owned(), text)].into();
            Design::new(&given, &BTreeMap::new()).map(drop)
        };
        let chain = |count| format!("{{% if a %}}{}{{% endif %}}", "{% elif a %}".repeat(count));
        assert!(gaps(chain(500)).is_ok());
        let refused = gaps(chain(100_000)).unwrap_err().to_string();
        assert_eq!(
            refused,
            "in a template: sections/gaps.html:1: more than 500 `elif`"
        );
        for part in [
            "{% if a %}",
            "{{ (",
            "{{ a",
            "{{ {\"a\":",
            "{{ [",
            "{% for a in b %}",
            "{% else %}",
        ] {
            assert!(gaps(part.repeat(100_000)).is_err(), "{part}");
        }
    }

    /// A page's style has what its style sheets say, and ends where the program ends it.
    #[test]
    fn a_style_sheet_that_ends_the_style_is_refused() {
        let design = |text: &str| {
            let given = [("type.css".to_owned(), text.to_owned())].into();
            Design::new(&BTreeMap::new(), &given).map(drop)
        };
        for text in [
            "a {}\n</style><h1>b</h1>",
            "a { content: \"</STYLE \"; }",
            "<//* b */style>",
            "/* a */<!-- b",
            "a { b: url(</sTyle>); }",
        ] {
            let refused = design(text).unwrap_err().to_string();
            assert!(
                refused.starts_with("in a style sheet: type.css: `<"),
                "{refused}"
            );
        }
        for text in [
            "/* </style> */ a {}",
            "a { content: \"\\3c /style\"; }",
            "a > b {}",
        ] {
            assert!(design(text).is_ok(), "{text}");
        }
    }
}
