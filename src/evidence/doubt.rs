//! Looks for quotes, and weighs whether one that is not found can be called absent: its words may stand
//! in the source all the same, where only the snapshot does not show them.

use std::borrow::Cow;

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

use super::encoding::{encoded_once, read_in};
use super::find::{Finding, SoughtQuote, search};
use super::opened::Media;
use super::pages::ways_on;
use super::readings::search_all;
use super::snapshot::{Snapshot, text_of};
use crate::model::{Check, Obstacle};

/// A page with scripts and fewer characters than these is a frame that they would fill.
const FEWEST_OF_A_PAGE: usize = 200;
/// A text of more bytes is not read in other encodings.
const MOST_BYTES: usize = 8 << 20;

/// Looks for quotes in a snapshot, all in one pass. The findings are in the quotes' order. None is
/// absent of which that cannot be known.
pub fn find(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>]) -> Vec<Finding> {
    if let Some(obstacle) = snapshot.obstacle() {
        return vec![Finding::not(Check::CannotCheck, Some(obstacle)); wanted.len()];
    }
    let mut findings = search_all(snapshot, wanted);
    weigh(snapshot, wanted, &mut findings);
    findings
}

/// Takes back that quotes are absent, where that cannot be known.
fn weigh(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    let sought = absent(findings);
    if sought.is_empty() {
        return;
    }
    let doubts = &snapshot.doubts;
    if let Some(blank) = doubts.blank {
        take_back(findings, &sought, blank, None);
        return;
    }
    if doubts.has_scripts && snapshot.text().chars().nth(FEWEST_OF_A_PAGE).is_none() {
        take_back(findings, &sought, Obstacle::Unfilled, None);
        return;
    }
    in_other_encodings(snapshot, wanted, findings, &sought);
    over_pages(snapshot, wanted, findings);
    if let Some((encoding, at)) = doubts.damage {
        let detail = format!("{}, from byte {at}", encoding.name());
        let sought = absent(findings);
        take_back(findings, &sought, Obstacle::Undecodable, Some(&detail));
    }
}

/// Looks for absent quotes in the text without the feet and heads of its pages.
fn over_pages(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    if snapshot.doubts.media != Media::Text || snapshot.text().len() > MOST_BYTES {
        return;
    }
    for text in ways_on(snapshot.text()) {
        let left = absent(findings);
        if left.is_empty() {
            return;
        }
        let there = there(text, wanted, &left);
        take_back(findings, &there, Obstacle::PageBreak, None);
    }
}

/// Returns which quotes stand in another text.
fn there(text: String, wanted: &[SoughtQuote<'_>], which: &[usize]) -> Vec<usize> {
    let sought: Vec<SoughtQuote<'_>> = which.iter().map(|index| wanted[*index]).collect();
    let found = search(&Snapshot::of_text(String::new(), text), &sought);
    let is_there = |found: &Finding| found.check.is_verified() || found.check == Check::Ambiguous;
    let there = which.iter().zip(found).filter(|(_, found)| is_there(found));
    there.map(|(index, _)| *index).collect()
}

fn absent(findings: &[Finding]) -> Vec<usize> {
    let all = findings.iter().enumerate();
    let absent = all.filter(|(_, finding)| finding.check == Check::Absent);
    absent.map(|(index, _)| index).collect()
}

fn take_back(findings: &mut [Finding], which: &[usize], reason: Obstacle, detail: Option<&str>) {
    for index in which {
        if let Some(finding) = findings.get_mut(*index) {
            finding.check = Check::CannotCheck;
            finding.reason = Some(reason);
            finding.detail = detail.map(str::to_owned);
        }
    }
}

/// Looks for absent quotes in the other texts that the bytes may be.
fn in_other_encodings(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    absent: &[usize],
) {
    let doubts = &snapshot.doubts;
    if doubts.bytes.len().max(snapshot.text().len()) > MOST_BYTES {
        return;
    }
    let twice = [WINDOWS_1252, WINDOWS_1251]
        .into_iter()
        .filter_map(|taken_for| {
            let text = encoded_once(snapshot.text(), taken_for)?;
            Some((
                text,
                format!(
                    "UTF-8 that was taken for {} and encoded again",
                    taken_for.name()
                ),
            ))
        });
    let others = doubts.others.iter().filter_map(|encoding| {
        let text = read_in(&doubts.bytes, encoding).map(Cow::into_owned)?;
        Some((
            text_of(text, doubts.media),
            format!("in {}", encoding.name()),
        ))
    });
    let mut left = absent.to_vec();
    for (text, how) in others.chain(twice) {
        let there = there(text, wanted, &left);
        left.retain(|index| !there.contains(index));
        take_back(findings, &there, Obstacle::OtherEncoding, Some(&how));
        if left.is_empty() {
            return;
        }
    }
}
