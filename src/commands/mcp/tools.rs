//! Lists the tools, describes them to assistants, and calls them.

use std::sync::Arc;

use rmcp::handler::server::tool::schema_for_input;
use rmcp::model::{self, JsonObject, ToolAnnotations};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::allowed::Allowed;
use super::answer::Answer;
use super::calls::{Call, Check, Coverage, Explain, Origins, Schema, Verify};
use crate::outcome::Failure;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    Check,
    Verify,
    Origins,
    Coverage,
    Explain,
    Schema,
}

impl Tool {
    pub(super) const ALL: [Self; 6] = [
        Self::Check,
        Self::Verify,
        Self::Origins,
        Self::Coverage,
        Self::Explain,
        Self::Schema,
    ];

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Verify => "verify",
            Self::Origins => "origins",
            Self::Coverage => "coverage",
            Self::Explain => "explain",
            Self::Schema => "schema",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Check => "Check a brief",
            Self::Verify => "Look for its quotes in their sources",
            Self::Origins => "Count its origins",
            Self::Coverage => "See what of its sources it covers",
            Self::Explain => "Explain a code",
            Self::Schema => "The format of a brief",
        }
    }

    fn description(self) -> &'static str {
        match self {
            Self::Check => {
                "Reports all that is wrong with a brief, each with its code, its place and what to write \
                 instead. A brief with an error has no page; a warning can be silenced in place with a reason."
            }
            Self::Verify => {
                "Looks for every quote and passage of a brief, word for word, in the kept copies of its \
                 sources: there, reworded (with what differs), gone, or not to be checked. Records nothing: \
                 people run `brief verify --snapshots DIR` for that."
            }
            Self::Origins => {
                "Tells for each claim of a brief the chain by which it came, on what record it is, and on which \
                 origins it rests: the fewest voices and first reports that would all have to be wrong."
            }
            Self::Coverage => {
                "Shows the text of each kept source with the claims that rest on it, and marks the sentences on \
                 which none does; and the words that paraphrases borrow from it."
            }
            Self::Explain => {
                "Explains a code that `check` reported: what it means, why it matters, what to write instead. \
                 Without a code, lists all."
            }
            Self::Schema => {
                "Gives the format of a brief as a JSON Schema, with every field explained."
            }
        }
    }

    fn inputs(self) -> Result<Arc<JsonObject>, String> {
        match self {
            Self::Check => schema_for_input::<Check>(),
            Self::Verify => schema_for_input::<Verify>(),
            Self::Origins => schema_for_input::<Origins>(),
            Self::Coverage => schema_for_input::<Coverage>(),
            Self::Explain => schema_for_input::<Explain>(),
            Self::Schema => schema_for_input::<Schema>(),
        }
    }

    /// Returns the schema of what it answers to programs, if it does.
    fn outputs(self) -> Option<&'static str> {
        match self {
            Self::Check => Some(include_str!("outputs/check.json")),
            Self::Verify => Some(include_str!("outputs/verify.json")),
            Self::Origins => Some(include_str!("outputs/origins.json")),
            Self::Coverage => Some(include_str!("outputs/coverage.json")),
            Self::Explain | Self::Schema => None,
        }
    }

    pub(super) fn described(self) -> model::Tool {
        let hints = ToolAnnotations::with_title(self.title())
            .read_only(true)
            .idempotent(true)
            .open_world(false);
        let inputs = self.inputs().unwrap_or_default();
        let mut tool = model::Tool::new(self.name(), self.description(), inputs)
            .with_title(self.title())
            .with_annotations(hints);
        let outputs = self.outputs().map(serde_json::from_str::<JsonObject>);
        tool.output_schema = outputs.and_then(Result::ok).map(Arc::new);
        tool
    }

    pub(super) fn call(self, arguments: JsonObject, allowed: &Allowed) -> Answer {
        let answered = match self {
            Self::Check => answer::<Check>(arguments, allowed),
            Self::Verify => answer::<Verify>(arguments, allowed),
            Self::Origins => answer::<Origins>(arguments, allowed),
            Self::Coverage => answer::<Coverage>(arguments, allowed),
            Self::Explain => answer::<Explain>(arguments, allowed),
            Self::Schema => answer::<Schema>(arguments, allowed),
        };
        answered.unwrap_or_else(Answer::from)
    }
}

fn answer<C: Call + DeserializeOwned + JsonSchema>(
    arguments: JsonObject,
    allowed: &Allowed,
) -> Result<Answer, Failure> {
    let call: C = serde_json::from_value(Value::Object(arguments)).map_err(|error| {
        let help = "the tool's input schema says what it takes";
        Failure::new(format!("the arguments are at fault: {error}"), help)
    })?;
    call.answer(allowed)
}

#[cfg(test)]
mod tests {
    use super::Tool;

    #[test]
    fn every_tool_is_described_whole_and_only_reads() {
        for tool in Tool::ALL {
            let described = tool.described();
            assert_eq!(Tool::named(&described.name), Some(tool));
            assert_eq!(described.input_schema["type"], "object");
            assert_eq!(described.input_schema["additionalProperties"], false);
            assert_eq!(described.output_schema.is_some(), tool.outputs().is_some());
            assert_eq!(described.annotations.unwrap().read_only_hint, Some(true));
        }
        assert_eq!(Tool::named("build"), None);
    }
}
