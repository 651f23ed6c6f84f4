//! The objects of a log, as far as they are used; named as in the standard.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::uri;
use crate::diagnostics::{Diagnostic, FileReport, Label, LineIndex, Rule, Rules, Severity, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
pub(super) struct LogView {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [RunView; 1],
}

impl LogView {
    pub(super) fn new(files: &[FileReport<'_>], rules: &Rules) -> Self {
        Self {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [RunView::new(files, rules)],
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
    fn new(files: &[FileReport<'_>], rules: &Rules) -> Self {
        let diagnostics = files.iter().flat_map(|file| file.diagnostics);
        let found: BTreeSet<&str> = diagnostics.map(Diagnostic::code).collect();
        let rules: Vec<&Rule> = rules
            .iter()
            .filter(|rule| found.contains(rule.code()))
            .collect();
        let numbers = rules.iter().zip(0..);
        let numbers = numbers
            .map(|(rule, number)| (rule.code(), number))
            .collect();
        Self {
            tool: ToolView::new(&rules),
            invocations: [InvocationView::new(files)],
            column_kind: "unicodeCodePoints",
            results: files
                .iter()
                .flat_map(|file| results(file, &numbers))
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
    fn new(rules: &[&Rule]) -> Self {
        Self {
            driver: DriverView {
                name: "brief",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: rules.iter().copied().map(RuleView::new).collect(),
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
    fn new(rule: &Rule) -> Self {
        Self {
            id: rule.code(),
            short_description: MessageView::new(rule.meaning()),
            full_description: MessageView::new(rule.description()),
            help: HelpView {
                text: rule.explanation(),
                markdown: rule.explanation(),
            },
            default_configuration: ConfigurationView {
                level: level(rule.severity()),
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
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: MessageView,
    locations: [LocationView; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<LocationView>,
}

/// Returns the results of a file; `numbers` are the places of the rules in the run's list.
fn results(file: &FileReport<'_>, numbers: &BTreeMap<&str, usize>) -> Vec<ResultView> {
    let (name, index) = (file.input.name, LineIndex::new(file.input.text));
    let result = |diagnostic: &Diagnostic| {
        let (code, primary) = (diagnostic.code(), diagnostic.primary());
        let span = primary.place.span().unwrap_or(Span::new(0, 0));
        let region = RegionView::new(span, &index);
        let label = Some(primary).filter(|primary| primary.place.span().is_some());
        ResultView {
            rule_id: code,
            rule_index: numbers.get(code).copied(),
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
