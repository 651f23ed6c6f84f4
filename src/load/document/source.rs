//! The works that are cited.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Date, FILE_NAME_PATTERN};
use crate::load::located::{Located, OneOrMany, Text};
use crate::model::{Edtf, HttpUrl, Language, SourceType};

/// A work that is cited.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The kind of work, a CSL type.
    #[serde(rename = "type")]
    #[schemars(example = &"article-newspaper")]
    pub kind: Located<SourceType>,
    /// The work's title.
    #[schemars(example = &"Trump rules out troops")]
    pub title: Option<Text>,
    /// A shorter name for attribution lines and the figure; else the publisher or the title.
    #[schemars(example = &"joint statement")]
    pub short: Option<Text>,
    /// Who wrote or signed it.
    #[serde(default)]
    #[schemars(example = ["Rosa Lind", "Per Holm"])]
    pub author: Vec<Text>,
    /// Who published it.
    #[schemars(example = &"NBC News")]
    pub publisher: Option<Text>,
    /// The larger work that contains it.
    #[schemars(example = &"Morning programme")]
    pub container_title: Option<Text>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// When it was last looked at, EDTF.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-17")]
    pub accessed: Option<Text>,
    /// Its address, http or https.
    #[schemars(extend("pattern" = HttpUrl::PATTERN), example = &"https://www.nbcnews.com/politics/troops")]
    pub url: Option<Text>,
    /// Its language, a BCP 47 tag, where it is not the brief's.
    #[schemars(extend("pattern" = Language::PATTERN), example = &"uk")]
    pub lang: Option<Text>,
    /// The sources through which alone it is known; a source without this was read.
    #[serde(default)]
    #[schemars(example = &"newsmax", example = ["newsmax", "wjbc"])]
    pub through: OneOrMany,
    /// The file name of its snapshot, where quotes are checked.
    #[schemars(extend("pattern" = FILE_NAME_PATTERN), example = &"nbc.txt")]
    pub snapshot: Option<Text>,
    /// A remark of the writer's on the source, Markdown.
    #[schemars(example = &"The copy lacks its last page.")]
    pub note: Option<Text>,
}
