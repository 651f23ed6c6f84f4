//! Defines who speaks, and the works that are cited.

use schemars::JsonSchema;
use serde::Deserialize;

use super::details::{Date, FILE_NAME_PATTERN};
use crate::load::values::{Located, OneOrMany, Text};
use crate::model::{Doi, Edtf, HttpUrl, Key, Language, SourceType, UpdateKind};

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
    /// The source whose own statement this voice is.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"nbc")]
    pub outlet: Option<Text>,
    /// The writer of this brief, by name or desk: judgements of the brief itself.
    #[schemars(example = &"Europe desk")]
    pub writer: Option<Text>,
    /// A shorter name for the matrix and the chains.
    #[schemars(example = &"Zelenskyy")]
    pub short: Option<Text>,
    /// A person's or a group's function.
    #[schemars(example = &"President of Ukraine")]
    pub role: Option<Text>,
    /// The party to the matter that the voice belongs to, such as `ukraine`.
    #[schemars(example = &"ukraine", example = &"europe")]
    pub side: Option<Text>,
    /// The voice that this one speaks for, as a spokesperson does: what it says stands in the row of
    /// that voice, and has it for its origin.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"ministry")]
    pub speaks_for: Option<Text>,
    /// A group's members, by name.
    #[serde(default)]
    #[schemars(example = ["Emmanuel Macron", "Giorgia Meloni"])]
    pub members: Vec<Text>,
    /// How the source describes an anonymous voice, in the source's words.
    #[schemars(example = &"senior administration officials")]
    pub described_as: Option<Text>,
    /// Why an anonymous voice is not named, or `not given` if the source gives no reason.
    #[schemars(example = &"they may not speak to the press", example = &"not given")]
    pub reason: Option<Text>,
    /// Voices one of whom this anonymous voice is, so that no person is counted twice.
    #[serde(default)]
    #[schemars(example = &"us-officials", example = ["us-officials", "other-sources"])]
    pub one_of: OneOrMany,
    /// A remark of the writer's on the voice, Markdown.
    #[schemars(example = &"He does not speak in the article; others report his position.")]
    pub note: Option<Text>,
}

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
    /// A shorter name for chains; else the publisher, unless
    /// it is itself a voice, or the title.
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
    /// The volume of the larger work.
    #[schemars(example = &"12")]
    pub volume: Option<Text>,
    /// The issue of the larger work.
    #[schemars(example = &"3")]
    pub issue: Option<Text>,
    /// The pages that it takes there.
    #[schemars(example = &"4–9")]
    pub pages: Option<Text>,
    /// Its number: of a case, a report, a bill, an episode.
    #[schemars(example = &"26-123", example = &"H.R. 1234")]
    pub number: Option<Text>,
    /// The court, the authority or the body that it comes from.
    #[schemars(example = &"Supreme Court")]
    pub authority: Option<Text>,
    /// The event at which it was given, such as a hearing or a conference.
    #[schemars(example = &"Hearing on the harbour act")]
    pub event_title: Option<Text>,
    /// When it was issued.
    #[serde(default)]
    #[schemars(with = "Date")]
    pub issued: Option<Date>,
    /// When it was last looked at, EDTF.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-17")]
    pub accessed: Option<Text>,
    /// Its address, http or https.
    #[schemars(extend("pattern" = HttpUrl::PATTERN), example = &"https://www.nbcnews.com/politics/troops")]
    pub url: Option<Text>,
    /// Its digital object identifier, bare or as an address at doi.org.
    #[schemars(extend("pattern" = Doi::PATTERN), example = &"10.1000/182", example = &"https://doi.org/10.1000/182")]
    pub doi: Option<Text>,
    /// A copy of it in an archive.
    pub archived: Option<Archived>,
    /// What its makers corrected, retracted or updated since. Every claim that rests on the source
    /// says so.
    #[serde(default)]
    pub updates: Vec<Update>,
    /// Its language, a BCP 47 tag, where it is not the brief's.
    #[schemars(extend("pattern" = Language::PATTERN), example = &"uk")]
    pub lang: Option<Text>,
    /// The sources through which alone it is known; a source without this was read.
    #[serde(default)]
    #[schemars(example = &"newsmax", example = ["newsmax", "wjbc"])]
    pub through: OneOrMany,
    /// The sources that it says itself it retells, whether they were read or not.
    #[serde(default)]
    #[schemars(example = &"nbc", example = ["nbc", "cnn"])]
    pub draws_on: OneOrMany,
    /// The file name of its snapshot, where quotes are checked.
    #[schemars(extend("pattern" = FILE_NAME_PATTERN), example = &"nbc.txt")]
    pub snapshot: Option<Text>,
    /// A remark of the writer's on the source, Markdown.
    #[schemars(example = &"The copy lacks its last page.")]
    pub note: Option<Text>,
}

/// A copy of a source in an archive.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Archived {
    /// Its address, http or https.
    #[schemars(extend("pattern" = HttpUrl::PATTERN), example = &"https://web.archive.org/web/20250817/https://www.nbcnews.com/politics/troops")]
    pub url: Text,
    /// When the copy was taken, EDTF.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-17")]
    pub date: Option<Text>,
}

/// What the makers of a source did to it after it was issued.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// What they did.
    #[schemars(example = &"corrected")]
    pub kind: Located<UpdateKind>,
    /// When, EDTF.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-18")]
    pub date: Option<Text>,
    /// What it is about, in one line.
    #[schemars(example = &"An earlier version gave the wrong day.")]
    pub note: Option<Text>,
}
