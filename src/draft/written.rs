//! Writes a draft as YAML, with what is left to the writer as TODO, and its lock.

mod notes;
mod sources;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::outline::{ClaimEntry, Outline, Said};
use super::voices::{Voice, VoiceKind};
use crate::check::{counted_as, odd_marks};
use crate::evidence::{Finding, Lock, LockedQuote};
use crate::import::{quoted, written_key};
use notes::{note, remark};
use sources::sources;

/// A draft: a brief that has gaps, and where its quotes stand.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The brief, in YAML.
    pub brief: String,
    /// What was found of its quotes.
    pub lock: Lock,
    /// How many claims it has.
    pub claims: usize,
    /// Of how many claims it is doubtful whose they are.
    pub doubtful: usize,
    /// The files in which nothing was found that somebody says.
    pub without: Vec<String>,
}

/// Writes an outline. Writing to a string cannot fail.
pub(super) fn write(outline: &Outline) -> Draft {
    let mut out = String::new();
    head(outline, &mut out);
    out.push_str("\nvoices:\n");
    for (number, voice) in outline.voices.all.iter().enumerate() {
        self::voice(outline, (number, voice), &mut out);
    }
    sources(outline, &mut out);
    out.push_str(ISSUES);
    out.push_str("\nclaims:");
    let mut claims = outline.claims.as_slice();
    while let Some(first) = claims.first() {
        let alike = claims
            .iter()
            .take_while(|claim| claim.is_like(first))
            .count();
        let (run, rest) = claims.split_at(alike.max(1));
        self::run(outline, run, &mut out);
        claims = rest;
    }
    out.push_str(REST);
    Draft {
        brief: out,
        lock: lock(outline),
        claims: outline.claims.len(),
        doubtful: outline
            .claims
            .iter()
            .filter(|claim| claim.is_doubtful)
            .count(),
        without: (0..)
            .zip(&outline.sources)
            .filter(|(number, _)| outline.is_without(*number))
            .map(|(_, source)| source.snapshot.file.clone())
            .collect(),
    }
}

const ISSUES: &str = "
# TODO What is being decided. Then say of each claim what it is `about`.
# issues:
#   id: { name: In a few words, question: \"What is open?\" }
";

const REST: &str = "
# TODO Who stands where, what happened when, and what the articles do not say.
# positions:
#   - { of: voice-id, \"on\": issue-id, stance: supports, in_short: In a few words, claims: [claim-id] }
# events:
#   - { date: 2026-01-31, what: What happened., claims: [claim-id] }
# gaps:
#   - { question: \"What is not said?\", why: Why that is so. }
";

/// So many voices before one are looked at for those of whom it may be one.
const NEAR: usize = 12;

/// Whether an article gives a reason is for the writer to read.
const REASON: &str = "    # Why they are not named, as the article has it; if it has no reason: not given\n    reason: TODO";

/// The article does not say plainly for whom.
const SPEAKS_FOR: &str = "    # TODO If it speaks for another voice:\n    # speaks_for: voice-id\n";

fn head(outline: &Outline, out: &mut String) {
    let files: Vec<&str> = outline
        .sources
        .iter()
        .map(|source| source.snapshot.file.as_str())
        .collect();
    // A headline does not rest on somebody without a name, if another speaks.
    let is_named = |claim: &&ClaimEntry| {
        let mut voices = claim
            .voices
            .iter()
            .filter_map(|voice| outline.voices.all.get(*voice));
        voices.any(|voice| matches!(voice.kind, VoiceKind::Person | VoiceKind::Group))
    };
    let named = outline.claims.iter().find(is_named);
    let first = named.or(outline.claims.first());
    let first = first.map_or("", |claim| claim.id.as_str());
    let (lang, as_of) = (outline.lang, outline.as_of.as_str());
    _ = write!(
        out,
        "# yaml-language-server: $schema=brief.schema.json\n\
         #\n\
         # Drafted by `brief draft` from {}. Above each claim stands what the article has.\n\
         # Say it in your own words in place of each TODO, and take out what you do not need.\n\
         format: 1\n\
         topic: TODO\n\
         title: TODO [@{first}]\n\
         lang: {lang}\n\
         as_of: {as_of}\n\
         edition: 1\n\
         bottom_line: TODO [@{first}]\n",
        remark(&files.join(", ")),
    );
}

fn voice(outline: &Outline, (number, voice): (usize, &Voice), out: &mut String) {
    _ = writeln!(out, "  {}:", written_key(&voice.id));
    let name = quoted(&voice.name);
    match &voice.kind {
        VoiceKind::Person if voice.role.is_none() && !voice.name.contains(' ') => {
            let name = quoted(&format!(
                "TODO: a person, a group or an outlet: {}",
                voice.name
            ));
            _ = writeln!(out, "    name: {name}");
        }
        VoiceKind::Person => _ = writeln!(out, "    name: {name}"),
        VoiceKind::Office => {
            let is_owned = voice.name.contains("’s ") || voice.name.contains("'s ");
            let article = if voice.is_open || is_owned {
                ""
            } else {
                "the "
            };
            let name = quoted(&format!("TODO: the name of {article}{}", voice.name));
            _ = writeln!(out, "    name: {name}");
            if !voice.is_open {
                _ = writeln!(out, "    role: {}", quoted(&voice.name));
            }
        }
        VoiceKind::Group if voice.may_be_outlet => {
            let name = quoted(&format!("TODO: a group or an outlet: {}", voice.name));
            _ = writeln!(out, "    name: {name}");
        }
        VoiceKind::Group if voice.is_open => _ = writeln!(out, "    group: {}", open(voice)),
        VoiceKind::Group => _ = writeln!(out, "    group: {name}"),
        VoiceKind::Outlet(source) => _ = writeln!(out, "    outlet: {}", written_key(source)),
        VoiceKind::Unnamed(count) => unnamed(voice, *count, out),
        VoiceKind::Unknown => {
            _ = writeln!(
                out,
                "    anonymous: unknown\n    described_as: \"TODO: who speaks\""
            );
        }
    }
    if matches!(voice.kind, VoiceKind::Unnamed(_) | VoiceKind::Unknown) {
        if voice.is_of_several {
            one_of(outline, number, out);
        }
        reason(voice, out);
    }
    if let Some(role) = &voice.role
        && matches!(voice.kind, VoiceKind::Person | VoiceKind::Group)
    {
        _ = writeln!(out, "    role: {}", quoted(role));
    }
    let principal = voice
        .speaks_for
        .and_then(|principal| outline.voices.all.get(principal));
    match principal {
        Some(principal) => _ = writeln!(out, "    speaks_for: {}", written_key(&principal.id)),
        None if voice.is_spokesperson => out.push_str(SPEAKS_FOR),
        None => {}
    }
}

/// Writes how many somebody who is not named is, and as whom the article describes them.
fn unnamed(voice: &Voice, count: Option<u32>, out: &mut String) {
    let counted = counted_as(&voice.name, count);
    let name = match counted {
        Some(_) if !voice.is_open => quoted(&voice.name),
        _ => open(voice),
    };
    let count = counted.unwrap_or(count);
    let count = count.map_or_else(|| "unknown".to_owned(), |count| count.to_string());
    _ = writeln!(out, "    anonymous: {count}\n    described_as: {name}");
}

/// Writes of which voices one may be, so that nobody is counted twice.
fn one_of(outline: &Outline, number: usize, out: &mut String) {
    let are_several = |one: &&Voice| {
        let is_one = one.is_of_several || one.kind == VoiceKind::Unnamed(Some(1));
        matches!(one.kind, VoiceKind::Unnamed(_)) && !is_one
    };
    let before = outline.voices.all.iter().take(number);
    let near = before.skip(number.saturating_sub(NEAR));
    let ids: Vec<&str> = near
        .filter(are_several)
        .map(|one| one.id.as_str())
        .collect();
    if !ids.is_empty() {
        _ = writeln!(
            out,
            "    # TODO If it is one of those who were counted before: one_of: {}",
            self::ids(&ids)
        );
    }
}

/// Writes that it is left to the writer to say who a voice is.
fn open(voice: &Voice) -> String {
    quoted(&format!("TODO: who is meant: {}", voice.name))
}

/// Writes why a voice is not named, as far as the article says it plainly.
fn reason(voice: &Voice, out: &mut String) {
    let Some((words, reason)) = &voice.anonymity else {
        _ = writeln!(out, "{REASON}");
        return;
    };
    _ = writeln!(out, "    # The article: {}", remark(words));
    match reason {
        Some(reason) => _ = writeln!(out, "    reason: {}", quoted(reason)),
        None => _ = writeln!(out, "{REASON}"),
    }
}

/// Writes claims that are attributed alike.
fn run(outline: &Outline, claims: &[ClaimEntry], out: &mut String) {
    let Some(first) = claims.first() else {
        return;
    };
    let voices = first
        .voices
        .iter()
        .filter_map(|voice| outline.voices.all.get(*voice));
    let voices: Vec<&str> = voices.map(|voice| voice.id.as_str()).collect();
    let sources: Vec<&str> = first.sources.iter().map(String::as_str).collect();
    let mut attribution = vec![
        format!("voice: {}", ids(&voices)),
        format!("in: {}", ids(&sources)),
    ];
    attribution.extend(
        first
            .told_to
            .as_ref()
            .map(|told_to| format!("told_to: {}", quoted(told_to))),
    );
    attribution.push(format!("said: {}", said(&first.said)));
    if let [claim] = claims {
        claim_at("  ", claim, &attribution, out);
        return;
    }
    _ = writeln!(
        out,
        "\n  - from: {{ {} }}\n    claims:",
        attribution.join(", ")
    );
    for claim in claims {
        claim_at("      ", claim, &[], out);
    }
}

/// Returns ids as a brief has them: one by itself, several in a list.
fn ids(ids: &[&str]) -> String {
    let keys: Vec<String> = ids.iter().map(|id| written_key(id)).collect();
    match keys.as_slice() {
        [one] => one.clone(),
        several => format!("[{}]", several.join(", ")),
    }
}

fn said(said: &Said) -> String {
    match (&said.date, &said.as_given) {
        (Some(date), Some(as_given)) => {
            format!("{{ date: {date}, as_given: {} }}", quoted(as_given))
        }
        (None, Some(as_given)) => format!("{{ as_given: {} }}", quoted(as_given)),
        (_, None) => "{}".to_owned(),
    }
}

/// Writes a claim at a depth, what it stands on above it.
fn claim_at(margin: &str, claim: &ClaimEntry, attribution: &[String], out: &mut String) {
    out.push('\n');
    for sentence in &claim.sentences {
        _ = writeln!(out, "{margin}# {}", remark(sentence));
    }
    for quote in &claim.unverified {
        _ = writeln!(
            out,
            "{margin}# Not found word for word, and left out: {}",
            remark(quote)
        );
    }
    _ = writeln!(out, "{margin}- id: {}\n{margin}  says: TODO", claim.id);
    for line in attribution {
        _ = writeln!(out, "{margin}  {line}");
    }
    match claim.passages.as_slice() {
        [] => {}
        [passage] => _ = writeln!(out, "{margin}  passage: {}", quoted(&passage.text)),
        passages => {
            _ = writeln!(out, "{margin}  passage:");
            for passage in passages {
                _ = writeln!(out, "{margin}    - {}", quoted(&passage.text));
            }
        }
    }
    if !claim.quotes.is_empty() {
        _ = writeln!(out, "{margin}  quotes:");
    }
    for quote in &claim.quotes {
        _ = writeln!(out, "{margin}    - text: {}", quoted(&quote.text));
        if let Some(kind) = quote.kind {
            _ = writeln!(out, "{margin}      kind: {kind}");
        }
        if let Some(context) = &quote.context {
            _ = writeln!(out, "{margin}      context: {}", quoted(context));
        }
    }
    if let Some(note) = note(claim) {
        _ = writeln!(out, "{margin}  note: {}", quoted(&note));
    }
    let odd: BTreeSet<&str> = claim
        .quotes
        .iter()
        .flat_map(|quote| odd_marks(&quote.text))
        .collect();
    for (index, rule) in odd.into_iter().enumerate() {
        if index == 0 {
            _ = writeln!(out, "{margin}  allow:");
        }
        _ = writeln!(
            out,
            "{margin}    - {{ rule: {rule}, reason: as the article has it }}"
        );
    }
}

fn lock(outline: &Outline) -> Lock {
    let quotes = outline.claims.iter().flat_map(|claim| {
        let quotes = claim.quotes.iter();
        quotes.map(|quote| locked(outline, claim, (&quote.text, &quote.finding)))
    });
    let passages = outline.claims.iter().flat_map(|claim| {
        let passages = claim.passages.iter();
        passages.map(|passage| locked(outline, claim, (&passage.text, &passage.finding)))
    });
    Lock::new(quotes.collect()).with(passages.collect(), Vec::new())
}

fn locked(outline: &Outline, claim: &ClaimEntry, (text, finding): (&str, &Finding)) -> LockedQuote {
    let source = outline.sources.get(claim.article);
    LockedQuote {
        claim: claim.id.clone(),
        text: text.to_owned(),
        original: None,
        check: finding.check,
        reason: finding.reason,
        between: finding.between.clone(),
        caveats: finding.caveats.clone(),
        checked: outline.day.clone(),
        source: source.map(|source| source.id.clone()),
        snapshot: source.map(|source| source.snapshot.clone()),
        at: finding.at.clone(),
        pages: finding.pages.clone(),
    }
}
