//! What voices are called.

use super::words::{Number, capitalised, possessive};
use crate::model::{Brief, VoiceId, VoiceKind};

/// Returns a voice's name in full, as running text has it: "Volodymyr Zelenskyy", "two senior
/// administration officials", "senior officials (number not given)".
pub(crate) fn voice(brief: &Brief, id: VoiceId) -> String {
    match &brief.voice(id).kind {
        VoiceKind::Person { name, .. } | VoiceKind::Group { name, .. } => name.to_string(),
        VoiceKind::Anonymous {
            count: Some(count),
            described_as,
            ..
        } if !is_counted(described_as) => {
            format!("{} {described_as}", Number(count.get() as usize))
        }
        VoiceKind::Anonymous {
            count: Some(_),
            described_as,
            ..
        } => described_as.to_string(),
        VoiceKind::Anonymous {
            count: None,
            described_as,
            ..
        } => format!("{described_as} (number not given)"),
        VoiceKind::Outlet(work) => {
            format!("{} own reporting", possessive(&brief.source(*work).name))
        }
        VoiceKind::Writer(name) => format!("{name}, writer of this brief"),
    }
}

/// Returns a voice's name in short, for the matrix and the figure. An anonymous voice keeps its
/// number: "two US officials".
pub(crate) fn voice_in_short(brief: &Brief, id: VoiceId) -> String {
    let voice_of = brief.voice(id);
    let Some(short) = &voice_of.short else {
        return voice(brief, id);
    };
    match &voice_of.kind {
        VoiceKind::Anonymous {
            count: Some(count), ..
        } if !is_counted(short) => format!("{} {short}", Number(count.get() as usize)),
        VoiceKind::Anonymous { count: None, .. } => format!("{short} (number not given)"),
        VoiceKind::Anonymous { .. }
        | VoiceKind::Person { .. }
        | VoiceKind::Group { .. }
        | VoiceKind::Outlet(_)
        | VoiceKind::Writer(_) => short.to_string(),
    }
}

/// Says whether a description begins with a number or an article, and needs no number before it.
fn is_counted(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    first.starts_with(|c: char| c.is_ascii_digit())
        || matches!(first.as_str(), "a" | "an" | "the")
        || (1..=12).any(|number| Number(number).to_string() == first)
}

/// Returns a voice's name in full with a capital, to open a line.
pub(crate) fn voice_opening(brief: &Brief, id: VoiceId) -> String {
    capitalised(&voice(brief, id))
}
