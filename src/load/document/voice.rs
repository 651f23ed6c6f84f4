//! Who speaks.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::located::{OneOrMany, Text};
use crate::model::Key;

/// Who speaks. Exactly one of `name`, `group`, `anonymous`, `outlet` and `writer` is given.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// A person's name.
    #[schemars(example = &"Volodymyr Zelenskyy")]
    pub name: Option<Text>,
    /// A group's or an institution's name.
    #[schemars(example = &"European leaders", example = &"Ministry of Finance")]
    pub group: Option<Text>,
    /// How many people an anonymous voice is: a number, or `unknown` if the source gives none.
    #[schemars(extend("pattern" = r"^(unknown|\+?0*[1-9][0-9]*)$", "minimum" = 1), example = 2, example = &"unknown")]
    pub anonymous: Option<Text>,
    /// The source whose own reporting this voice is.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"nbc")]
    pub outlet: Option<Text>,
    /// The writer of this brief, by name or desk: judgements of the brief itself.
    #[schemars(example = &"Europe desk")]
    pub writer: Option<Text>,
    /// A shorter name for the matrix and the figure.
    #[schemars(example = &"Zelenskyy")]
    pub short: Option<Text>,
    /// A person's or a group's function.
    #[schemars(example = &"President of Ukraine")]
    pub role: Option<Text>,
    /// The party to the matter that the voice belongs to, such as `ukraine`.
    #[schemars(example = &"ukraine", example = &"europe")]
    pub side: Option<Text>,
    /// A group's members, by name.
    #[serde(default)]
    #[schemars(example = ["Emmanuel Macron", "Giorgia Meloni"])]
    pub members: Vec<Text>,
    /// How the source describes an anonymous voice, in the source's words.
    #[schemars(example = &"senior administration officials")]
    pub described_as: Option<Text>,
    /// Why an anonymous voice is not named, if the source says.
    #[schemars(example = &"they may not speak to the press")]
    pub reason: Option<Text>,
    /// Voices one of whom this anonymous voice is, so that no person is counted twice.
    #[serde(default)]
    #[schemars(example = &"us-officials", example = ["us-officials", "other-sources"])]
    pub one_of: OneOrMany,
    /// A remark of the writer's on the voice, Markdown.
    #[schemars(example = &"He does not speak in the article; others report his position.")]
    pub note: Option<Text>,
}
