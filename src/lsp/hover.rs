//! Explains what stands at a place: what an id is of, a claim's chains and origins, a field, a word, a
//! code.

use std::fmt::Write as _;
use std::ops::Range;

use super::mention::{IdKind, Mention};
use super::names::{named, source_name, voice_name};
use super::opened::Opened;
use super::path::{Role, Step};
use super::schema;
use super::spot::Spot;
use crate::check::RULES;
use crate::describe::{Describer, Locales};
use crate::diagnostics::{Rule, printable};
use crate::model::ClaimId;

/// What is said of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The bytes of the whole text that it is about.
    pub range: Range<usize>,
    /// Markdown.
    pub markdown: String,
}

/// Explains what stands at a byte of the text itself.
pub fn hover(opened: &Opened, locales: &Locales, byte: usize) -> Option<Hover> {
    if let Some(mention) = opened.mention_at(byte) {
        return Some(Hover {
            range: mention.span.range(),
            markdown: of_id(opened, locales, mention)?,
        });
    }
    let text = opened.text();
    let spot = Spot::at(text, byte);
    let range = word(text, byte);
    let word = text.get(range.clone()).filter(|word| !word.is_empty())?;
    let path = spot.path();
    let known = if spot.role == Role::Key {
        let fields = schema::fields(&schema::at(&path));
        fields.into_iter().find(|field| field.name == word)
    } else {
        let is_code = path.last() == Some(&Step::Key("rule"));
        if let Some(rule) = RULES.find(word).filter(|_| is_code) {
            let markdown = rule.explanation().to_owned();
            return Some(Hover { range, markdown });
        }
        let words = schema::words(&schema::at(&path));
        words.into_iter().find(|known| known.name == word)
    };
    let known = known?;
    Some(Hover {
        range,
        markdown: format!("`{}`: {}", known.name, known.meaning),
    })
}

/// Explains a rule by its code, in Markdown.
pub fn explained(code: &str) -> Option<&'static str> {
    RULES.find(code).map(Rule::explanation)
}

fn of_id(opened: &Opened, locales: &Locales, mention: &Mention) -> Option<String> {
    let (kind, id) = (mention.kind, mention.id.as_str());
    if let Some(told) = of_sound(opened, locales, kind, id) {
        return Some(told);
    }
    let named = named(opened, kind)
        .into_iter()
        .find(|named| named.id == id)?;
    Some(match kind {
        IdKind::Claim => format!("{}\n\n`{id}`", markdown(&named.name)),
        IdKind::Voice | IdKind::Source | IdKind::Issue => {
            format!("**{}**\n\n`{id}`", markdown(&named.name))
        }
    })
}

/// Describes what an id is of as the page does, if nothing in the brief is an error.
fn of_sound(opened: &Opened, locales: &Locales, kind: IdKind, id: &str) -> Option<String> {
    let edition = opened.edition()?;
    let brief = edition.brief();
    let describer = Describer::new(edition, locales).plain();
    match kind {
        IdKind::Voice => {
            let (found, _) = brief.voices().find(|(_, voice)| &*voice.key == id)?;
            let about = describer.voice_description(found);
            let document = opened.document.as_ref()?;
            let (_, voice) = document
                .voices
                .iter()
                .find(|(other, _)| other.as_str() == id)?;
            let name = markdown(&voice_name(voice));
            Some(format!("**{name}**{}\n\n`{id}`", going_on(&about)))
        }
        IdKind::Source => {
            let (_, source) = brief.sources().find(|(_, source)| &*source.key == id)?;
            let about = describer.reference(source).to_string();
            let document = opened.document.as_ref()?;
            let (_, written) = document
                .sources
                .iter()
                .find(|(other, _)| other.as_str() == id)?;
            let name = markdown(&source_name(written));
            let mut told = format!("**{name}**{}\n\n`{id}`", going_on(&about));
            if let Some(url) = &source.url {
                _ = write!(told, " <{}>", &**url);
            }
            Some(told)
        }
        IdKind::Issue => None,
        IdKind::Claim => {
            let (found, claim) = brief.claims().find(|(_, claim)| &*claim.key == id)?;
            let says = crate::describe::plain_prose(&claim.says);
            let mut told = format!("**{found}** {}\n", markdown(&says));
            of_claim(&describer, found, &mut told);
            _ = write!(told, "\n`{id}`");
            Some(told)
        }
    }
}

fn of_claim(describer: &Describer<'_>, id: ClaimId, told: &mut String) {
    let brief = describer.brief;
    if let Some(judgement) = brief.claim(id).judgement() {
        let ground = describer.judgement(judgement).to_string();
        _ = writeln!(told, "\n{}", markdown(&ground));
        return;
    }
    for chain in describer.chains(id) {
        _ = writeln!(told, "\n- {}", markdown(&chain));
    }
    let record = describer.record(describer.analysis.records_of(id));
    let how_far = describer.retellings_and_origins(id);
    let origins = describer.analysis.origins.of_claim(id).iter();
    let origins: Vec<String> = origins.map(|name| describer.origin(name)).collect();
    let told_so = [Some(record), how_far].into_iter().flatten();
    let told_so: Vec<String> = told_so.collect();
    _ = writeln!(
        told,
        "\n{}: {}",
        markdown(&told_so.join(", ")),
        markdown(&origins.join("; "))
    );
}

/// Returns what follows a name, unless it is a full stop.
fn going_on(about: &str) -> String {
    let about = about.trim_start_matches([',', '،', '、', ' ']);
    if about.contains(char::is_alphanumeric) {
        format!("\n\n{}", markdown(about))
    } else {
        String::new()
    }
}

/// Escapes what Markdown would take for its own.
fn markdown(text: &str) -> String {
    let mut out = String::new();
    for c in printable(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn word(text: &str, byte: usize) -> Range<usize> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let byte = text.floor_char_boundary(byte);
    let (before, after) = text.split_at(byte);
    let start = before.rfind(|c| !is_word(c)).map_or(0, |at| {
        at + before
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8)
    });
    let end = byte + after.find(|c| !is_word(c)).unwrap_or(after.len());
    start..end
}
