//! The works that are cited.

use serde::Deserialize;

use super::Date;
use crate::load::located::{Located, OneOrMany, Text};
use crate::model::SourceType;

/// A work that is cited.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The kind of work, a CSL type.
    #[serde(rename = "type")]
    pub kind: Located<SourceType>,
    /// The work's title.
    pub title: Option<Text>,
    /// A shorter name for attribution lines and the figure; else the publisher or the title.
    pub short: Option<Text>,
    /// Who wrote or signed it.
    #[serde(default)]
    pub author: Vec<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// The larger work that contains it.
    pub container_title: Option<Text>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// When it was last looked at, EDTF.
    pub accessed: Option<Text>,
    /// Its address, http or https.
    pub url: Option<Text>,
    /// Its language, a BCP 47 tag, where it is not the brief's.
    pub lang: Option<Text>,
    /// The sources through which alone it is known; a source without this was read.
    #[serde(default)]
    pub through: OneOrMany,
    /// The file name of its snapshot, where quotes are checked.
    pub snapshot: Option<Text>,
    /// A remark of the writer's on the source, Markdown.
    pub note: Option<Text>,
}
