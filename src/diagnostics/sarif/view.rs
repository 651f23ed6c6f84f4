//! The objects of a log, as far as they are used; named as in the standard.

use serde::Serialize;

use super::uri;
use crate::diagnostics::explain::what;
use crate::diagnostics::{Code, Diagnostic, FileReport, Label, LineIndex, Severity, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
pub(super) struct LogView {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [RunView; 1],
}

impl LogView {
    pub(super) fn new(files: &[FileReport<'_>]) -> Self {
        Self {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [RunView::new(files)],
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunView {
    tool: ToolView,
    invocations: [InvocationView; 1],
    column_kind: &'static str,
    results: Vec<ResultView>,
}

impl RunView {
    fn new(files: &[FileReport<'_>]) -> Self {
        let mut codes: Vec<Code> = files
            .iter()
            .flat_map(|file| file.diagnostics)
            .map(Diagnostic::code)
            .collect();
        codes.sort_unstable();
        codes.dedup();
        Self {
            tool: ToolView::new(&codes),
            invocations: [InvocationView::new(files)],
            column_kind: "unicodeCodePoints",
            results: files
                .iter()
                .flat_map(|file| results(file, &codes))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct ToolView {
    driver: DriverView,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DriverView {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<RuleView>,
}

impl ToolView {
    fn new(codes: &[Code]) -> Self {
        Self {
            driver: DriverView {
                name: "brief",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: codes.iter().copied().map(RuleView::new).collect(),
            },
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleView {
    id: &'static str,
    short_description: MessageView,
    full_description: MessageView,
    help: HelpView,
    default_configuration: ConfigurationView,
}

impl RuleView {
    fn new(code: Code) -> Self {
        Self {
            id: code.slug(),
            short_description: MessageView::new(code.summary()),
            full_description: MessageView::new(what(code)),
            help: HelpView {
                text: code.explanation(),
                markdown: code.explanation(),
            },
            default_configuration: ConfigurationView {
                level: level(code.severity()),
            },
        }
    }
}

#[derive(Serialize)]
struct HelpView {
    text: &'static str,
    markdown: &'static str,
}

#[derive(Serialize)]
struct ConfigurationView {
    level: &'static str,
}

#[derive(Serialize)]
struct MessageView {
    text: String,
}

impl MessageView {
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InvocationView {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<NotificationView>,
}

impl InvocationView {
    fn new(files: &[FileReport<'_>]) -> Self {
        let notifications: Vec<_> = files.iter().filter_map(NotificationView::new).collect();
        Self {
            execution_successful: notifications.is_empty(),
            tool_execution_notifications: notifications,
        }
    }
}

#[derive(Serialize)]
struct NotificationView {
    level: &'static str,
    message: MessageView,
    locations: [LocationView; 1],
}

impl NotificationView {
    fn new(file: &FileReport<'_>) -> Option<Self> {
        let failure = file.failure?;
        Some(Self {
            level: level(Severity::Error),
            message: MessageView::new(text(failure.message, [], failure.help)),
            locations: [LocationView::new(file.input.name, None, None)],
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultView {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: MessageView,
    locations: [LocationView; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<LocationView>,
}

/// Returns the results of a file; the codes are the run's rules, sorted.
fn results(file: &FileReport<'_>, codes: &[Code]) -> Vec<ResultView> {
    let (name, index) = (file.input.name, LineIndex::new(file.input.text));
    let result = |diagnostic: &Diagnostic| {
        let (code, primary) = (diagnostic.code(), diagnostic.primary());
        let span = primary.place.span().unwrap_or(Span::new(0, 0));
        let region = RegionView::new(span, &index);
        let label = Some(primary).filter(|primary| primary.place.span().is_some());
        ResultView {
            rule_id: code.slug(),
            rule_index: codes.partition_point(|before| *before < code),
            level: level(diagnostic.severity()),
            message: MessageView::new(message(diagnostic)),
            locations: [LocationView::new(name, Some(region), label)],
            related_locations: related(diagnostic, name, &index),
        }
    };
    file.diagnostics.iter().map(result).collect()
}

fn message(diagnostic: &Diagnostic) -> String {
    let help = diagnostic.help_lines().iter().map(String::as_str);
    text(diagnostic.message(), diagnostic.notes(), help)
}

/// Returns what is wrong and what to do, a line each.
fn text<'a>(
    message: &str,
    notes: impl IntoIterator<Item = &'a str>,
    help: impl IntoIterator<Item = &'a str>,
) -> String {
    let notes = notes.into_iter().map(|note| format!("\nnote: {note}"));
    let help = help.into_iter().map(|line| format!("\nhelp: {line}"));
    let first = std::iter::once(message.to_owned());
    first.chain(notes).chain(help).collect()
}

fn related(diagnostic: &Diagnostic, name: &str, index: &LineIndex<'_>) -> Vec<LocationView> {
    let location = |label: &Label| {
        let region = RegionView::new(label.place.span()?, index);
        Some(LocationView::new(name, Some(region), Some(label)))
    };
    diagnostic.secondary().iter().filter_map(location).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LocationView {
    physical_location: PhysicalLocationView,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<MessageView>,
}

impl LocationView {
    fn new(name: &str, region: Option<RegionView>, label: Option<&Label>) -> Self {
        let text = label.map(|label| label.text.as_str());
        Self {
            physical_location: PhysicalLocationView {
                artifact_location: ArtifactLocationView {
                    uri: uri::reference(name),
                },
                region,
            },
            message: text.filter(|text| !text.is_empty()).map(MessageView::new),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocationView {
    artifact_location: ArtifactLocationView,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<RegionView>,
}

#[derive(Serialize)]
struct ArtifactLocationView {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegionView {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl RegionView {
    fn new(span: Span, index: &LineIndex<'_>) -> Self {
        let (start, end) = (index.line_column(span.start), index.line_column(span.end));
        Self {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
