//! Holds what a tool answers: a text, the same as JSON where there is such a form, or why not.

use brief::diagnostics::printable;
use brief::diagnostics::terminal::{self, Style};
use rmcp::model::{CallToolResult, ContentBlock};
use serde_json::Value;

use crate::outcome::{Failure, FileOutcome};

#[derive(Debug)]
pub(super) struct Answer {
    text: String,
    /// What a program reads; an error has nothing for it.
    structured: Option<Value>,
    is_error: bool,
}

impl Answer {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            structured: None,
            is_error: false,
        }
    }

    pub(super) fn with(text: String, structured: Value) -> Self {
        Self {
            structured: Some(structured),
            ..Self::text(text)
        }
    }

    /// Says that nothing can be said of a brief before it is mended.
    pub(super) fn of_faulty(file: &FileOutcome) -> Self {
        Self {
            is_error: true,
            ..Self::text(told(file))
        }
    }

    /// Says that the program itself is at fault.
    pub(super) fn failed() -> Self {
        Self::from(Failure::of_machine("the program failed; this is its fault"))
    }

    /// Says that too many calls wait.
    pub(super) fn busy() -> Self {
        let help = "call again once other calls are answered";
        Self::from(Failure::new("too many calls wait to be worked on", help))
    }

    pub(super) fn cancelled() -> Self {
        Self::from(Failure::of_machine("the call was cancelled"))
    }

    pub(super) fn into_result(self) -> CallToolResult {
        let content = vec![ContentBlock::text(self.text)];
        if self.is_error {
            return CallToolResult::error(content);
        }
        let mut result = CallToolResult::success(content);
        result.structured_content = self.structured;
        result
    }
}

impl From<Failure> for Answer {
    fn from(failure: Failure) -> Self {
        let text = terminal::failure(&failure.message, failure.help.as_deref(), Style::Plain);
        Self {
            is_error: true,
            ..Self::text(text)
        }
    }
}

/// Returns what is wrong with a file, as people read it.
pub(super) fn told(file: &FileOutcome) -> String {
    let mut text = terminal::render(file.input(), &file.diagnostics, Style::Plain);
    if let Some(failure) = &file.failure {
        text += &terminal::failure(&failure.message, failure.help.as_deref(), Style::Plain);
    }
    if text.is_empty() {
        text = format!("no problems in {}\n", printable(&file.name));
    }
    text
}
