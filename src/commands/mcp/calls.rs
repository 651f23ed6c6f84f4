//! Does what the tools do: each as the command of its name does it, and writes nothing.

use brief::diagnostics::MachineFormat;
use brief::diagnostics::terminal::Style;
use brief::{Edition, Locales, RULES, export, schema};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::allowed::Allowed;
use super::answer::{Answer, told};
use crate::commands::arguments::Deny;
use crate::commands::examine::examine;
use crate::commands::input::InputPath;
use crate::commands::{check, coverage, explain, verify};
use crate::outcome::{Failure, FileOutcome};

/// Where snapshots are looked for if no folder is named: where `brief capture` keeps them.
const SNAPSHOTS: &str = "snapshots";

/// What a tool is called with.
pub(super) trait Call {
    fn answer(self, allowed: &Allowed) -> Result<Answer, Failure>;
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Check {
    /// The file of the brief, relative to the folder for which the server was started
    path: Option<String>,
    /// The whole text of the brief, if it is not saved; evidence and included files are those beside `path`
    text: Option<String>,
    /// Whether warnings are errors
    deny_warnings: Option<bool>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Verify {
    /// The file of the brief, relative to the folder for which the server was started
    path: Option<String>,
    /// The whole text of the brief, if it is not saved; evidence and included files are those beside `path`
    text: Option<String>,
    /// The folder of the snapshots, each named as its source's id or as `snapshot` says; without it, `snapshots`
    snapshots: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Origins {
    /// The file of the brief, relative to the folder for which the server was started
    path: Option<String>,
    /// The whole text of the brief, if it is not saved; included files are those beside `path`
    text: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Coverage {
    /// The file of the brief, relative to the folder for which the server was started
    path: Option<String>,
    /// The whole text of the brief, if it is not saved; included files are those beside `path`
    text: Option<String>,
    /// The folder of the snapshots, each named as its source's id or as `snapshot` says; without it, `snapshots`
    snapshots: Option<String>,
    /// The ids of the sources to look at; without them, all that were read
    sources: Option<Vec<String>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Explain {
    /// The code, such as `loaded-verb`; without it, all codes are listed
    code: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Schema {
    /// Whether to give the schema of a file of voices and sources that briefs include
    shared: Option<bool>,
}

impl Call for Check {
    fn answer(self, allowed: &Allowed) -> Result<Answer, Failure> {
        let input = input(self.path, self.text, allowed)?;
        let deny = self.deny_warnings.unwrap_or_default();
        let deny = deny.then_some(Deny::Warnings);
        let file = check::with_strength(&input, &Locales::default(), deny);
        if file.failure.is_some() {
            return Ok(Answer::of_faulty(&file));
        }
        let mut report = Vec::new();
        let written = MachineFormat::Json.write(&mut report, &[file.report()], &RULES);
        written.map_err(|error| Failure::of_machine(error.to_string()))?;
        with_json(told(&file), &String::from_utf8_lossy(&report))
    }
}

impl Call for Verify {
    fn answer(self, allowed: &Allowed) -> Result<Answer, Failure> {
        let input = input(self.path, self.text, allowed)?;
        let folder = allowed.snapshots(self.snapshots.as_deref().unwrap_or(SNAPSHOTS))?;
        let mut file = FileOutcome::new(input.name());
        match verify::compare(&input, &folder, &mut file)? {
            None => Ok(Answer::of_faulty(&file)),
            Some(found) => with_json(found.text(), &found.json(&input.name())),
        }
    }
}

impl Call for Origins {
    fn answer(self, allowed: &Allowed) -> Result<Answer, Failure> {
        let input = input(self.path, self.text, allowed)?;
        let (file, brief) = examine(&input, None, None);
        let Some(brief) = brief else {
            return Ok(Answer::of_faulty(&file));
        };
        let edition = Edition::of(brief);
        let mut whole = read_json(&export::json(&edition))?;
        let structured = json!({
            "strength": whole["strength"].take(),
            "claims": only(&whole["claims"], &["id", "key", "chains", "record", "retellings", "origins"]),
            "origins": whole["origins"].take(),
            "voices": only(&whole["voices"], &["id", "key", "name"]),
            "sources": only(&whole["sources"], &["id", "key", "name", "read"]),
        });
        let text = export::origins(&edition, &Locales::default());
        Ok(Answer::with(text, structured))
    }
}

impl Call for Coverage {
    fn answer(self, allowed: &Allowed) -> Result<Answer, Failure> {
        let input = input(self.path, self.text, allowed)?;
        let folder = allowed.snapshots(self.snapshots.as_deref().unwrap_or(SNAPSHOTS))?;
        let (file, brief) = coverage::read(&input)?;
        let Some(brief) = brief else {
            return Ok(Answer::of_faulty(&file));
        };
        let sources = coverage::sources(&self.sources.unwrap_or_default(), &brief)?;
        let covered = coverage::cover(&brief, &folder, &sources);
        with_json(covered.text(Style::Plain), &covered.json())
    }
}

impl Call for Explain {
    fn answer(self, _: &Allowed) -> Result<Answer, Failure> {
        match self.code {
            None => Ok(Answer::text(RULES.table())),
            Some(code) => Ok(Answer::text(explain::find(&code)?.explanation())),
        }
    }
}

impl Call for Schema {
    fn answer(self, _: &Allowed) -> Result<Answer, Failure> {
        Ok(Answer::text(match self.shared {
            Some(true) => schema::shared_text(),
            Some(false) | None => schema::text(),
        }))
    }
}

/// Returns the brief that a call names or brings.
fn input(
    path: Option<String>,
    text: Option<String>,
    allowed: &Allowed,
) -> Result<InputPath, Failure> {
    match (path, text) {
        (path, Some(text)) => {
            let path = path.map(|path| allowed.path(&path)).transpose()?;
            Ok(InputPath::Text(path, text.into_bytes()))
        }
        (Some(path), None) => Ok(InputPath::File(allowed.saved(&path)?)),
        (None, None) => Err(Failure::new(
            "no brief is named",
            "give the `path` of its file, or its `text`",
        )),
    }
}

fn with_json(text: String, json: &str) -> Result<Answer, Failure> {
    Ok(Answer::with(text, read_json(json)?))
}

fn read_json(json: &str) -> Result<Value, Failure> {
    serde_json::from_str(json).map_err(|error| Failure::of_machine(error.to_string()))
}

/// Returns these fields of each object of a list.
fn only(list: &Value, fields: &[&str]) -> Value {
    let objects = list.as_array().into_iter().flatten();
    let kept = objects.map(|object| {
        let fields = fields.iter();
        let fields = fields.map(|field| ((*field).to_owned(), object[*field].clone()));
        Value::Object(fields.collect())
    });
    kept.collect()
}
