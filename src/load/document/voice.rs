//! Who speaks.

use serde::Deserialize;

use crate::load::located::{OneOrMany, Text};

/// Who speaks. Exactly one of `name`, `group`, `anonymous`, `outlet` and `writer` is given.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// A person's name.
    pub name: Option<Text>,
    /// A group's or an institution's name.
    pub group: Option<Text>,
    /// How many people an anonymous voice is: a number, or `unknown` if the source gives none.
    pub anonymous: Option<Text>,
    /// The source whose own reporting this voice is.
    pub outlet: Option<Text>,
    /// The writer of this brief, by name or desk: judgements of the brief itself.
    pub writer: Option<Text>,
    /// A shorter name for the matrix and the figure.
    pub short: Option<Text>,
    /// A person's or a group's function.
    pub role: Option<Text>,
    /// The party to the matter that the voice belongs to, such as `ukraine`.
    pub side: Option<Text>,
    /// A group's members, by name.
    #[serde(default)]
    pub members: Vec<Text>,
    /// How the source describes an anonymous voice, in the source's words.
    pub described_as: Option<Text>,
    /// Why an anonymous voice is not named, if the source says.
    pub reason: Option<Text>,
    /// Voices one of whom this anonymous voice is, so that no person is counted twice.
    #[serde(default)]
    pub one_of: OneOrMany,
    /// A remark of the writer's on the voice, Markdown.
    pub note: Option<Text>,
}
