//! Holds passages against the evidence lock: `absent-passage`, `changed-passage`, `unverified-passage`,
//! `struck-passage`, `claimed-left-out`; and by themselves: `long-passage`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::verified::{OTHER_SNAPSHOT, STALE_EVIDENCE, Snapshots, VERIFY};
use crate::characters::count_words;
use crate::check::context::{Context, Findings, PassageOf};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::evidence::{Lock, LockedQuote, LockedWords, Paired, pair_passages};
use crate::load::{Allow, Text};
use crate::model::Check;

pub(super) static CHANGED_PASSAGE: Rule = Rule::error(include_str!("changed_passage.md"));
pub(super) static ABSENT_PASSAGE: Rule = Rule::error(include_str!("absent_passage.md"));
pub(super) static UNVERIFIED_PASSAGE: Rule = Rule::warning(include_str!("unverified_passage.md"));
pub(super) static STRUCK_PASSAGE: Rule = Rule::warning(include_str!("struck_passage.md"));
pub(super) static CLAIMED_LEFT_OUT: Rule = Rule::warning(include_str!("claimed_left_out.md"));
pub(super) static LONG_PASSAGE: Rule = Rule::warning(include_str!("long_passage.md"));

/// So many words at most are given of each end.
const MOST_WORDS: usize = 6;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (of, passage) in cx.passages() {
        if let Some(message) = too_long(passage) {
            let fault = Diagnostic::new(&LONG_PASSAGE, passage.place, message)
                .help("give a few words of each end, `first words … last words`");
            out.warn(allow(cx, of), fault);
        }
    }
    if let Some(Ok(lock)) = cx.beside.evidence {
        compare(cx, lock, out);
    }
}

/// Returns what is silenced for a passage of a claim, or for one that is left out.
fn allow<'a>(cx: &Context<'a>, of: PassageOf<'a>) -> &'a [Allow] {
    of.claim().map_or(&cx.document.allow, |claim| &claim.allow)
}

/// Says what is too long of a passage. One that is whole may have as many words as two ends.
fn too_long(passage: &str) -> Option<String> {
    let ends = passage.replace("...", "…");
    let ends: Vec<&str> = ends.split('…').collect();
    let (what, most) = match ends.len() {
        1 => ("the passage", 2 * MOST_WORDS),
        _ => ("an end of the passage", MOST_WORDS),
    };
    let words = ends.into_iter().map(count_words).max().unwrap_or(0);
    (words > most).then(|| format!("{what} has {words} words, and may have {most}"))
}

fn compare(cx: &Context<'_>, lock: &Lock, out: &mut Findings) {
    let passages: Vec<_> = cx.passages().collect();
    let words: Vec<LockedWords<'_>> = passages
        .iter()
        .map(|(of, text)| LockedWords::of_passage(of.claim().map_or("", |claim| &claim.id), text))
        .collect();
    let (paired, stale) = pair_passages(lock, &words);
    let mut snapshots = Snapshots::of(cx.document);
    for (&(of, text), paired) in passages.iter().zip(&paired) {
        let allow = allow(cx, of);
        match paired {
            Paired::Same(locked) => {
                if let Some(message) = snapshots.judge(of.sources(), locked, "the passage") {
                    out.push(Diagnostic::new(&OTHER_SNAPSHOT, text.place, message).help(VERIFY));
                }
                judge(text, locked, allow, out);
            }
            Paired::Changed(locked) => out.push(changed(text, locked)),
            Paired::None => {
                let message = "the passage has not been looked for in its source";
                let fault = Diagnostic::new(&UNVERIFIED_PASSAGE, text.place, message);
                out.warn(allow, fault.help(VERIFY));
            }
        }
    }
    for LockedQuote { claim, text, .. } in stale {
        let of = match claim.as_str() {
            "" => "what is left out".to_owned(),
            claim => format!("`{claim}`"),
        };
        let message = format!("the evidence lock has a record of the passage `{text}` of {of}");
        out.push(Diagnostic::new(&STALE_EVIDENCE, Place::Whole, message).help(VERIFY));
    }
    let left_out = passages.iter().zip(&paired);
    let left_out = left_out.filter(|((of, _), _)| of.claim().is_none());
    let left_out = left_out.map(|((_, text), paired)| (*text, *paired));
    check_left_out(cx, lock, left_out, out);
}

fn judge(text: &Text, locked: &LockedQuote, allow: &[Allow], out: &mut Findings) {
    if locked.check == Check::Absent {
        let day = locked.checked.as_str();
        let message = format!("when it was looked for on {day}, the passage was not in its source");
        out.push(Diagnostic::new(&ABSENT_PASSAGE, text.place, message).help(
            "mend its words, then run `brief verify` with the snapshots: it says which do not stand there",
        ));
    } else if !locked.check.is_verified() {
        out.warn(allow, unverified(text, locked));
    }
    for caveat in &locked.caveats {
        let message = format!("the passage stands in its source, but {}", caveat.what());
        let fault = Diagnostic::new(&STRUCK_PASSAGE, text.place, message)
            .help("see whether the claim may rest on these words");
        out.warn(allow, fault);
    }
}

/// Reports a passage that was not found and may stand there all the same.
fn unverified(text: &Text, locked: &LockedQuote) -> Diagnostic {
    let reason = locked.reason.map(|reason| (reason, reason.of_passage()));
    let (message, help) = match (locked.check, reason) {
        (Check::Ambiguous, reason) => (
            "the passage may begin in several places of its source".to_owned(),
            reason.and_then(|(_, (_, help))| help),
        ),
        (_, Some((reason, (what, help)))) if reason.was_looked_for() => (
            format!("the passage was not found for certain in its source: {what}"),
            help,
        ),
        (_, Some((_, (what, help)))) => (
            format!("the passage could not be looked for in its source: {what}"),
            help,
        ),
        (_, None) => (
            "the passage could not be looked for in its source".to_owned(),
            None,
        ),
    };
    Diagnostic::new(&UNVERIFIED_PASSAGE, text.place, message).help(match help {
        Some(help) => format!("{help}, then run `brief verify`"),
        None => VERIFY.to_owned(),
    })
}

fn changed(text: &Text, locked: &LockedQuote) -> Diagnostic {
    let day = locked.checked.as_str();
    let (happened, before, help) = if locked.check.is_verified() {
        (
            "verified",
            "what was verified is",
            "take the change back, or",
        )
    } else {
        ("looked for", "not found then:", "look for the new words:")
    };
    let message = format!("the passage changed since it was {happened} on {day}");
    Diagnostic::new(&CHANGED_PASSAGE, text.place, message)
        .help(format!("{before} `{}`", locked.text))
        .help(format!("{help} {VERIFY}"))
}

/// A snapshot, by its file and its hash.
type File<'a> = (&'a str, &'a str);
/// A stretch of a snapshot, in code points.
type Stretch<'a> = (File<'a>, Range<usize>);
/// Where claims stand, and which.
type Claimed<'a> = Vec<(Range<usize>, &'a str)>;

fn stretch(locked: &LockedQuote) -> Option<Stretch<'_>> {
    let snapshot = locked.snapshot.as_ref()?;
    let (first, last) = (locked.at.first()?, locked.at.last()?);
    Some(((&snapshot.file, &snapshot.sha256), first.start..last.end))
}

/// Warns of what is left out and claimed all the same.
fn check_left_out<'a>(
    cx: &Context<'_>,
    lock: &Lock,
    left_out: impl Iterator<Item = (&'a Text, Paired<'a>)>,
    out: &mut Findings,
) {
    let of_claims = lock.quotes.iter().chain(&lock.passages);
    let of_claims = of_claims.filter(|locked| !locked.claim.is_empty());
    let mut claimed: BTreeMap<File<'_>, Claimed<'_>> = BTreeMap::new();
    for locked in of_claims {
        if let Some((snapshot, at)) = stretch(locked) {
            let all = claimed.entry(snapshot).or_default();
            all.push((at, &locked.claim));
        }
    }
    for (text, paired) in left_out {
        let Paired::Same(locked) = paired else {
            continue;
        };
        let Some((snapshot, at)) = stretch(locked) else {
            continue;
        };
        let claims = claimed.get(&snapshot).into_iter().flatten();
        let mut overlapping =
            claims.filter(|(claim, _)| claim.start < at.end && at.start < claim.end);
        if let Some((_, claim)) = overlapping.next() {
            let message = format!("this is left out, and the claim `{claim}` rests on it");
            let fault = Diagnostic::new(&CLAIMED_LEFT_OUT, text.place, message)
                .help("leave the claim’s passage out of it, or take the entry back");
            out.warn(&cx.document.allow, fault);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::too_long;

    #[test]
    fn ends_are_a_few_words_in_every_script() {
        for passage in [
            "The board met on Tuesday evening … the works begin in the spring.",
            "The board met on Tuesday evening ... the works begin in the spring.",
            "Nobody in the room spoke to the plan before the vote.",
            "工事は三月に始まり、来年 … 続く予定だという。",
            "ראש העירייה אמר ביום שלישי בערב … לא לפני כן.",
        ] {
            assert_eq!(too_long(passage), None, "{passage}");
        }
        for passage in [
            "The board met on Tuesday evening again … in the spring.",
            "Nobody in the room spoke to the plan before the vote was taken on Friday.",
            "工事は三月に始まり、来年の秋まで続く … という。",
        ] {
            assert!(too_long(passage).is_some(), "{passage}");
        }
    }
}
