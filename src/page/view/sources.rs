//! The works and the voices, each once and in full.

use std::fmt::Write as _;

use serde::Serialize;

use super::Subject;
use crate::model::{Source, SourceType, Voice, VoiceKind};
use crate::page::qr::{self, QrView};
use crate::page::words::{Number, list};
use crate::page::{dates, html, names};

/// A work.
#[derive(Debug, Serialize)]
pub(super) struct SourceView<'a> {
    id: String,
    key: &'a str,
    name: String,
    reference: String,
    url: Option<&'a str>,
    note: Option<String>,
    claims: String,
}

/// Builds the list of works.
pub(super) fn works<'a>(subject: &Subject<'a>) -> Vec<SourceView<'a>> {
    subject
        .brief
        .sources()
        .map(|(id, source)| SourceView {
            id: id.to_string(),
            key: &source.key,
            name: crate::page::words::capitalised(&source.name),
            reference: reference(subject, source),
            url: source.url.as_deref(),
            note: source.note.as_ref().map(|note| subject.prose(note)),
            claims: match subject.analysis.citations.first_in(id) {
                [] => String::new(),
                claims => html::citation(claims),
            },
        })
        .collect()
}

/// Returns what follows a work's name: author, title, container, date, and how it is known.
fn reference(subject: &Subject<'_>, source: &Source) -> String {
    const MOST_AUTHORS: usize = 10;
    let name = source.name.to_lowercase();
    let mut parts = Vec::new();
    if source.author.len() > MOST_AUTHORS {
        parts.push(format!("{} authors", Number(source.author.len())));
    } else if !source.author.is_empty() {
        parts.push(list(&source.author));
    }
    parts.extend(
        [&source.title, &source.container_title, &source.publisher]
            .into_iter()
            .flatten()
            .filter(|text| !name.contains(&text.to_lowercase()))
            .map(|text| subject.set(text)),
    );
    parts.push(kind_words(source.kind).to_owned());
    let issued = dates::given(&source.issued, &subject.brief.parts().as_of);
    parts.push(issued);
    if let Some(accessed) = &source.accessed {
        parts.push(format!("read on {}", dates::in_full(accessed)));
    }
    let mut out = String::new();
    html::escape(&format!(", {}. ", parts.join(", ")), &mut out);
    if source.was_read() {
        out.push_str("<b>Read.</b>");
    } else {
        let relays: Vec<String> = source
            .through
            .iter()
            .map(|id| format!("<a href=\"#{id}\">{id}</a>"))
            .collect();
        _ = write!(out, "Known only through {}.", list(&relays));
    }
    out
}

/// A voice.
#[derive(Debug, Serialize)]
pub(super) struct VoiceView<'a> {
    id: String,
    key: &'a str,
    name: String,
    description: String,
    note: Option<String>,
    claims: String,
}

/// Builds the list of voices.
pub(super) fn voices<'a>(subject: &Subject<'a>) -> Vec<VoiceView<'a>> {
    subject
        .brief
        .voices()
        .map(|(id, voice)| VoiceView {
            id: id.to_string(),
            key: &voice.key,
            name: names::voice_opening(subject.brief, id),
            description: format!("{}.", description(voice)),
            note: voice.note.as_ref().map(|note| subject.prose(note)),
            claims: match subject.analysis.citations.of_voice(id) {
                [] => String::new(),
                claims => html::citation(claims),
            },
        })
        .collect()
}

/// Returns what follows a voice's name.
fn description(voice: &Voice) -> String {
    match &voice.kind {
        VoiceKind::Person { role, .. } => role
            .as_ref()
            .map_or_else(String::new, |role| format!(", {role}")),
        VoiceKind::Group { role, members, .. } => {
            let role = role
                .as_ref()
                .map_or_else(String::new, |role| format!(", {role}"));
            if members.is_empty() {
                role
            } else {
                format!("{role}: {}", list(members))
            }
        }
        VoiceKind::Anonymous { reason, one_of, .. } => {
            let among = if one_of.is_empty() {
                String::new()
            } else {
                let among: Vec<String> = one_of.iter().map(ToString::to_string).collect();
                format!(", among {}", list(&among))
            };
            match reason {
                Some(reason) => format!("{among}; not named: {reason}"),
                None => format!("{among}; not named, no reason given"),
            }
        }
        VoiceKind::Outlet(_) | VoiceKind::Writer(_) => String::new(),
    }
}

/// Returns the QR code of the main source's address: the first that was read and has one.
pub(super) fn main_code(subject: &Subject<'_>) -> Option<QrView> {
    subject
        .brief
        .sources()
        .filter(|(_, source)| source.was_read())
        .find_map(|(id, source)| Some((id, source.url.as_deref()?)))
        .and_then(|(id, url)| qr::code(url, id.to_string()))
}

/// Returns a CSL type in words.
fn kind_words(kind: SourceType) -> &'static str {
    match kind {
        SourceType::Article => "article",
        SourceType::ArticleJournal => "journal article",
        SourceType::ArticleMagazine => "magazine article",
        SourceType::ArticleNewspaper => "news article",
        SourceType::Bill => "bill",
        SourceType::Book => "book",
        SourceType::Broadcast => "broadcast",
        SourceType::Chapter => "chapter",
        SourceType::Classic => "classic",
        SourceType::Collection => "collection",
        SourceType::Dataset => "dataset",
        SourceType::Document => "document",
        SourceType::Entry => "entry",
        SourceType::EntryDictionary => "dictionary entry",
        SourceType::EntryEncyclopedia => "encyclopedia entry",
        SourceType::Event => "event",
        SourceType::Figure => "figure",
        SourceType::Graphic => "graphic",
        SourceType::Hearing => "hearing",
        SourceType::Interview => "interview",
        SourceType::LegalCase => "legal case",
        SourceType::Legislation => "legislation",
        SourceType::Manuscript => "manuscript",
        SourceType::Map => "map",
        SourceType::MotionPicture => "film",
        SourceType::MusicalScore => "musical score",
        SourceType::Pamphlet => "pamphlet",
        SourceType::PaperConference => "conference paper",
        SourceType::Patent => "patent",
        SourceType::Performance => "performance",
        SourceType::Periodical => "periodical",
        SourceType::PersonalCommunication => "personal communication",
        SourceType::Post => "online post",
        SourceType::PostWeblog => "weblog post",
        SourceType::Regulation => "regulation",
        SourceType::Report => "report",
        SourceType::Review => "review",
        SourceType::ReviewBook => "book review",
        SourceType::Software => "software",
        SourceType::Song => "song",
        SourceType::Speech => "speech",
        SourceType::Standard => "standard",
        SourceType::Thesis => "thesis",
        SourceType::Treaty => "treaty",
        SourceType::Webpage => "web page",
    }
}
