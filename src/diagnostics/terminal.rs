//! Diagnostics for people: code, message, excerpt and help, as rustc sets them.

mod alike;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::{Excerpt, Underline, marks};
use super::files::Files;
use super::{Diagnostic, Diagnostics, NamedText, Severity, plural, printable};

/// Excerpts are cut before they reach the renderer, so that it never has to.
const RENDERER_WIDTH: usize = 1000;
/// Stands for a location while the renderer is at work: it would count columns in the excerpt,
/// where a line may be cut. No text can hold it, for `printable` lets no control character pass.
const LOCATION: char = '\0';

/// Whether the text carries colours, as escape sequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without.
    Plain,
    /// With; nothing of the input can bring its own.
    Styled,
}

impl Style {
    fn renderer(self) -> Renderer {
        match self {
            Self::Plain => Renderer::plain(),
            Self::Styled => Renderer::styled(),
        }
        .term_width(RENDERER_WIDTH)
    }
}

/// Sets all diagnostics of an input, then the summary; nothing for an empty list. What differs from
/// another in nothing but its place is told with it: how many there are, and where.
pub fn render(input: NamedText<'_>, diagnostics: &Diagnostics, style: Style) -> String {
    let files = Files::of(input);
    let name = printable(input.name);
    let renderer = style.renderer();
    let mut text = String::new();
    for (diagnostic, others) in alike::together(diagnostics) {
        let places = alike::places(&others, &files);
        text.push_str(&one((diagnostic, places), &name, &files, &renderer));
        text.push_str("\n\n");
    }
    if let Some(summary) = summary(input.name, diagnostics) {
        text.push_str(&summary);
        text.push('\n');
    }
    text
}

/// Sets an error that is no fault of the input, such as a file that cannot be read.
pub fn failure(message: &str, help: Option<&str>, style: Style) -> String {
    let title = Level::ERROR.primary_title(printable(message));
    let help = help.map(|help| Level::HELP.message(printable(help)));
    let group = Group::with_title(title).elements(help);
    let mut text = style.renderer().render(&[group]);
    text.push('\n');
    text
}

/// Returns how many errors and warnings there are, such as "2 errors, 1 warning in brief.yaml".
pub fn summary(name: &str, diagnostics: &Diagnostics) -> Option<String> {
    let counts: Vec<_> = [Severity::Error, Severity::Warning]
        .into_iter()
        .filter_map(|severity| counted(diagnostics.count(severity), severity.word()))
        .collect();
    if counts.is_empty() {
        return None;
    }
    Some(format!("{} in {}", counts.join(", "), printable(name)))
}

/// Returns a count with its noun, such as "2 errors"; nothing for none.
pub fn counted(count: usize, noun: &str) -> Option<String> {
    (count > 0).then(|| plural(count, noun))
}

fn one(
    (diagnostic, places): (&Diagnostic, Option<String>),
    name: &str,
    files: &Files<'_>,
    renderer: &Renderer,
) -> String {
    let (locations, excerpts): (Vec<_>, Vec<_>) = files
        .excerpts(&marks(diagnostic))
        .into_iter()
        .map(|(file, excerpt)| {
            let at = excerpt.at;
            let location = format!("{}:{}:{}", printable(&file.name), at.line, at.column);
            (location, excerpt)
        })
        .unzip();
    let report = renderer.render(&[group(diagnostic, places, name, excerpts)]);
    locate(&report, &locations)
}

/// Puts the locations where the renderer counted its own.
fn locate(rendered: &str, locations: &[String]) -> String {
    let counted = |char: char| char == ':' || char.is_ascii_digit();
    let (mut text, mut rest) = (String::new(), rendered);
    for location in locations {
        let Some((before, after)) = rest.split_once(LOCATION) else {
            break;
        };
        text.push_str(before);
        text.push_str(location);
        rest = after.trim_start_matches(counted);
    }
    text + rest
}

fn group<'a>(
    diagnostic: &'a Diagnostic,
    places: Option<String>,
    name: &str,
    excerpts: Vec<Excerpt<'a>>,
) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(printable(diagnostic.message()))
        .id(diagnostic.code());
    let mut group = Group::with_title(title);
    if diagnostic.primary().place.span().is_none() {
        group = group.element(Origin::path(name.to_owned()));
    }
    let notes = diagnostic
        .notes()
        .map(|note| Level::NOTE.message(printable(note)));
    let places = places.map(|places| Level::NOTE.message(printable(&places)));
    let help = diagnostic
        .help_lines()
        .iter()
        .map(|line| Level::HELP.message(printable(line)));
    group
        .elements(excerpts.into_iter().map(snippet))
        .elements(notes)
        .elements(places)
        .elements(help)
}

fn snippet(excerpt: Excerpt<'_>) -> Snippet<'_, Annotation<'_>> {
    let annotations = excerpt.underlines.into_iter().map(annotation);
    Snippet::source(excerpt.text)
        .path(LOCATION.to_string())
        .line_start(excerpt.first_line)
        .annotations(annotations)
}

fn annotation(underline: Underline<'_>) -> Annotation<'_> {
    let kind = if underline.primary {
        AnnotationKind::Primary
    } else {
        AnnotationKind::Context
    };
    let label = Some(printable(underline.label)).filter(|label| !label.is_empty());
    kind.span(underline.range).label(label)
}
