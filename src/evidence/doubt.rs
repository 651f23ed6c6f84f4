//! Looks for quotes, and weighs whether one that is not found can be called absent: its words may stand
//! in the source all the same, where only the snapshot does not show them.

use std::ops::Range;

use super::contents::Damage;
use super::finding::{Finding, SoughtQuote, absent, take_back};
use super::garbled;
use super::lost;
use super::nearest::Nearest;
use super::opened::Media;
use super::other_readings::{MOST_BYTES, read_otherwise};
use super::readings::{of_passages, search_all};
use super::snapshot::Snapshot;
use super::zawgyi;
use crate::model::{Check, Obstacle};

/// A text in another encoding is read in another one so many times at most, and so many such texts are read in all.
const MOST_LEVELS: usize = 2;
const MOST_OTHERS: usize = 100;
/// A text of which more of so many characters are lost may have had any words.
const FEW_LOST: usize = 20;

/// Looks for quotes in a snapshot, all in one pass. The findings are in the quotes' order. None is
/// absent of which that cannot be known.
pub fn find(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>]) -> Vec<Finding> {
    if let Some(obstacle) = snapshot.obstacle() {
        return vec![Finding::not(Check::CannotCheck, Some(obstacle)); wanted.len()];
    }
    let mut findings = search_with_doubts(snapshot, wanted, &mut Others::new());
    of_passages(snapshot, wanted, &mut findings);
    for finding in &mut findings {
        finding.frame = frame(snapshot, finding).map(str::to_owned);
    }
    if let Some(paging) = snapshot.paging() {
        for finding in &mut findings {
            finding.pages = paging.pages(&finding.at);
        }
    }
    findings
}

/// How much may still be read in other encodings. A text that was garbled several times is two others each time.
struct Others {
    levels: usize,
    texts: usize,
}

impl Others {
    fn new() -> Self {
        Self {
            levels: MOST_LEVELS,
            texts: MOST_OTHERS,
        }
    }
}

fn search_with_doubts(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    others: &mut Others,
) -> Vec<Finding> {
    let mut findings = search_all(snapshot, wanted);
    in_other_markup(snapshot, wanted, &mut findings, others);
    weigh(snapshot, wanted, &mut findings, others);
    findings
}

/// Returns where the page in a frame was in which all that was found stands, if it stands in one.
fn frame<'s>(snapshot: &'s Snapshot, found: &Finding) -> Option<&'s str> {
    let frames = &snapshot.page.shown.frames;
    let at = found.stretch().filter(|_| !frames.is_empty())?;
    let at = snapshot.byte(at.start)..snapshot.byte(at.end);
    let is_in = |frame: &Range<usize>| frame.start <= at.start && at.end <= frame.end;
    let (_, address) = frames.iter().find(|(frame, _)| is_in(frame))?;
    Some(address)
}

/// Looks in the other reading of a page for the quotes that are absent, and where a browser may show
/// that, for those that were found.
fn in_other_markup(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    others: &mut Others,
) {
    let Some(other) = &snapshot.doubts.other else {
        return;
    };
    let is_open = |finding: &Finding| {
        let is_found = finding.check.is_verified();
        finding.check == Check::Absent || is_found && other.may_be_shown
    };
    let all = findings.iter_mut().zip(wanted);
    let (mut open, sought): (Vec<_>, Vec<_>) = all
        .filter(|(finding, _)| is_open(finding))
        .map(|(finding, wanted)| (finding, *wanted))
        .unzip();
    if open.is_empty() {
        return;
    }
    let found = search_with_doubts(&snapshot.read_as(&other.html), &sought, others);
    for (finding, other) in open.iter_mut().zip(found) {
        let is_absent = finding.check == Check::Absent;
        let is_alike = if is_absent {
            other.check == Check::Absent
        } else {
            other.check.is_verified()
        };
        if is_alike {
            continue;
        }
        let is_doubted = is_absent && other.check == Check::CannotCheck;
        let reason = other.reason.filter(|_| is_doubted);
        let nearest = finding.nearest.take();
        **finding = Finding {
            nearest,
            ..Finding::not(Check::CannotCheck, Some(reason.unwrap_or(Obstacle::Unsure)))
        };
    }
}

/// Takes back that quotes are absent, where that cannot be known.
fn weigh(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    others: &mut Others,
) {
    let sought = absent(findings);
    if sought.is_empty() {
        return;
    }
    let doubts = &snapshot.doubts;
    if let Some(reason) = doubts.blank.or(doubts.more) {
        take_back(findings, &sought, reason, None);
        return;
    }
    if doubts.may_be_filled {
        take_back(findings, &sought, Obstacle::Unfilled, None);
        return;
    }
    in_other_encodings(snapshot, wanted, findings, others);
    if snapshot.text().len() <= MOST_BYTES {
        read_otherwise(snapshot, wanted, findings);
    }
    where_unordered(snapshot, findings);
    where_damaged(snapshot, findings);
    where_other_burmese(snapshot, wanted, findings);
}

/// Looks for absent quotes in the other texts that the bytes may be, each with all its other doubts.
fn in_other_encodings(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    others: &mut Others,
) {
    if others.levels == 0 {
        return;
    }
    let mut left = absent(findings);
    let quotes: Vec<&str> = left.iter().map(|index| wanted[*index].text).collect();
    for (other, how) in garbled::others(snapshot, &quotes) {
        let sought: Vec<SoughtQuote<'_>> = left.iter().map(|index| wanted[*index]).collect();
        let Some(texts) = others.texts.checked_sub(1) else {
            take_back(findings, &left, Obstacle::Tangled, None);
            return;
        };
        others.texts = texts;
        others.levels -= 1;
        let found = search_with_doubts(&other, &sought, others);
        others.levels += 1;
        let there = left.iter().zip(found);
        let there = there.filter(|(_, found)| found.check != Check::Absent);
        let there: Vec<usize> = there.map(|(index, _)| *index).collect();
        take_back(findings, &there, Obstacle::OtherEncoding, Some(&how));
        left.retain(|index| !there.contains(index));
        if left.is_empty() {
            return;
        }
    }
}

/// Takes back that quotes are absent of which the nearest passage may be read in another order.
fn where_unordered(snapshot: &Snapshot, findings: &mut [Finding]) {
    let is_pdf = snapshot.doubts.media == Media::Pdf;
    if !is_pdf && !snapshot.doubts.media.is_page() {
        return;
    }
    let reason = if is_pdf {
        Obstacle::OutOfOrder
    } else {
        Obstacle::Unsure
    };
    where_nearest(findings, reason, |nearest| nearest.is_unordered);
    // What a bar covers may be any words.
    where_nearest(findings, Obstacle::Unsure, |nearest| {
        is_pdf && nearest.leaves_out
    });
}

/// Takes back that quotes are absent of which the nearest passage is in doubt.
fn where_nearest(
    findings: &mut [Finding],
    reason: Obstacle,
    is_in_doubt: impl Fn(&Nearest) -> bool,
) {
    let mut which = absent(findings);
    which.retain(|index| {
        let finding = findings.get(*index);
        let nearest = finding.and_then(|finding| finding.nearest.as_ref());
        nearest.is_some_and(&is_in_doubt)
    });
    take_back(findings, &which, reason, None);
}

/// Takes back that quotes are absent of which the nearest passage is damaged.
fn where_damaged(snapshot: &Snapshot, findings: &mut [Finding]) {
    let Some(damage) = &snapshot.doubts.damage else {
        return;
    };
    let lost = lost::count(snapshot.text(), snapshot.doubts.media == Media::Text);
    let has_few = lost * FEW_LOST < snapshot.text().chars().count();
    let (reason, detail) = match damage {
        Damage::Lost => (Obstacle::LostCharacters, None),
        Damage::Undecodable(encoding, at) => {
            let detail = format!("{}, from byte {at}", encoding.name());
            (Obstacle::Undecodable, Some(detail))
        }
        Damage::Unmapped => {
            let detail = "the fonts of the PDF do not say which letters they are";
            (Obstacle::LostCharacters, Some(detail.to_owned()))
        }
        Damage::Unknown(label) => (Obstacle::Undecodable, Some(label.clone())),
    };
    let is_unknown = matches!(damage, Damage::Unknown(_));
    let may_be_damaged = |finding: &Finding| match &finding.nearest {
        _ if is_unknown => true,
        Some(nearest) => nearest.is_damaged || !has_few,
        None => !has_few,
    };
    let mut which = absent(findings);
    which.retain(|index| findings.get(*index).is_some_and(may_be_damaged));
    take_back(findings, &which, reason, detail.as_deref());
}

/// Takes back that quotes are absent which are in Unicode, where the text is in Zawgyi, or the other way round: it has
/// other letters in the same places.
fn where_other_burmese(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    let mut which = absent(findings);
    which.retain(|index| zawgyi::is_burmese(wanted[*index].text));
    if which.is_empty() {
        return;
    }
    let is_zawgyi = zawgyi::is(snapshot.text());
    which.retain(|index| zawgyi::is(wanted[*index].text) != is_zawgyi);
    take_back(findings, &which, Obstacle::Undecodable, Some("Zawgyi"));
}

#[cfg(test)]
mod tests;
