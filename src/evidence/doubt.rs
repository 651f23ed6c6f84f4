//! Looks for quotes, and weighs whether one that is not found can be called absent: its words may stand
//! in the source all the same, where only the snapshot does not show them.

use std::iter;
use std::ops::Range;

use super::contents::Damage;
use super::find::search;
use super::finding::{Finding, SoughtQuote};
use super::garbled::{self, MOST_BYTES};
use super::html;
use super::normalise::Normalised;
use super::opened::Media;
use super::order::{from_right_to_left, in_one_order, stand_over_gaps, without_line_numbers};
use super::pages::ways_on;
use super::readings::{of_passages, search_all};
use super::snapshot::Snapshot;
use super::spaced::{self, Spaces};
use super::ways::{self, as_page};
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
        in_other_ways(snapshot, wanted, findings);
    }
    where_unordered(snapshot, findings);
    where_damaged(snapshot, findings);
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

/// Looks for absent quotes in the text without the marks that it may have, and with its lines in another order.
fn in_other_ways(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    let doubts = &snapshot.doubts;
    if doubts.media.is_page() {
        let turned = html::as_turned(snapshot.text(), &snapshot.page.shown.turned);
        take_back_in(turned.into_iter(), wanted, findings, Obstacle::Unsure);
        without_marks(snapshot.text(), wanted, findings, Obstacle::MarkedUp);
        for hidden in [&snapshot.page.hidden, &snapshot.page.whole] {
            if hidden.len() <= MOST_BYTES && !absent(findings).is_empty() {
                let page = as_page(hidden).into_iter();
                take_back_in(page, wanted, findings, Obstacle::Hidden);
            }
        }
        return;
    }
    let otherwise = || doubts.otherwise.iter().cloned();
    if doubts.media == Media::Pdf {
        without_marks(snapshot.text(), wanted, findings, Obstacle::MarkedUp);
        take_back_in(otherwise(), wanted, findings, Obstacle::OutOfOrder);
        spaced_otherwise(snapshot, Spaces::All, wanted, findings);
        in_other_lines(snapshot, wanted, findings);
        return;
    }
    take_back_in(otherwise(), wanted, findings, Obstacle::MarkedUp);
    let whole = otherwise().next_back();
    let plain = whole.map(|text| Snapshot::of_text(String::new(), text));
    let plain = plain.as_ref().unwrap_or(snapshot);
    spaced_otherwise(plain, Spaces::OfWideWords, wanted, findings);
    let left = without_marks(plain.text(), wanted, findings, Obstacle::MarkedUp);
    in_other_lines(plain, wanted, findings);
    if let Some(left) = left.filter(|_| !absent(findings).is_empty()) {
        in_other_lines(&Snapshot::of_text(String::new(), left), wanted, findings);
    }
}

/// Looks for absent quotes in a text without marks, and returns what is left of it without all of them.
fn without_marks(
    text: &str,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reason: Obstacle,
) -> Option<String> {
    take_back_in(ways::each(text), wanted, findings, reason);
    if absent(findings).is_empty() {
        return None;
    }
    let together = ways::together(text);
    // In one way alone it was read before.
    let several = together.iter().skip(1).cloned();
    take_back_in(several, wanted, findings, reason);
    together.into_iter().next_back()
}

/// Looks for absent quotes over the ends of pages, and with the lines in another order.
fn in_other_lines(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    take_back_in(
        ways_on(snapshot.text()),
        wanted,
        findings,
        Obstacle::PageBreak,
    );
    out_of_order(snapshot, wanted, findings);
}

/// Takes back that quotes are absent of which the nearest passage may be read in another order.
fn where_unordered(snapshot: &Snapshot, findings: &mut [Finding]) {
    let mut which = absent(findings);
    which.retain(|index| {
        let nearest = findings
            .get(*index)
            .and_then(|found| found.nearest.as_ref());
        nearest.is_some_and(|nearest| nearest.is_unordered)
    });
    let reason = if snapshot.doubts.media == Media::Pdf {
        Obstacle::OutOfOrder
    } else {
        Obstacle::Unsure
    };
    take_back(findings, &which, reason, None);
}

/// Takes back that quotes are absent of which the nearest passage is damaged.
fn where_damaged(snapshot: &Snapshot, findings: &mut [Finding]) {
    let Some(damage) = &snapshot.doubts.damage else {
        return;
    };
    let lost = snapshot.text().matches(char::REPLACEMENT_CHARACTER).count();
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
    };
    let may_be_damaged = |finding: &Finding| match &finding.nearest {
        Some(nearest) => nearest.is_damaged || !has_few,
        None => !has_few,
    };
    let mut which = absent(findings);
    which.retain(|index| findings.get(*index).is_some_and(may_be_damaged));
    take_back(findings, &which, reason, detail.as_deref());
}

/// Looks for absent quotes in a text whatever some of its spaces.
fn spaced_otherwise(
    snapshot: &Snapshot,
    spaces: Spaces,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let left = absent(findings);
    let quotes = left.iter().map(|index| wanted[*index].text);
    let quotes: Vec<String> = quotes
        .map(|quote| Normalised::of(quote).text().to_owned())
        .collect();
    let stand = spaced::stand(snapshot.normal(), &quotes, spaces);
    let there = left.into_iter().zip(stand).filter(|(_, stands)| *stands);
    let there: Vec<usize> = there.map(|(index, _)| index).collect();
    take_back(findings, &there, Obstacle::BrokenWord, None);
}

/// Looks for absent quotes in the text with its lines in another order.
fn out_of_order(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    let turned = from_right_to_left(snapshot.text()).into_iter();
    let texts = turned.chain(without_line_numbers(snapshot.text()));
    take_back_in(texts, wanted, findings, Obstacle::OutOfOrder);
    with_turned_ligatures(snapshot, wanted, findings);
    let left = absent(findings);
    let quotes: Vec<&str> = left.iter().map(|index| wanted[*index].text).collect();
    let stand = stand_over_gaps(snapshot.text(), &quotes);
    let there = left.into_iter().zip(stand).filter(|(_, stands)| *stands);
    let there: Vec<usize> = there.map(|(index, _)| index).collect();
    take_back(findings, &there, Obstacle::OutOfOrder, None);
}

/// Looks for absent quotes whatever the order of lam and alef, which programs turn around where a PDF sets
/// them as one letter.
fn with_turned_ligatures(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let Some(text) = in_one_order(snapshot.text()) else {
        return;
    };
    let quotes: Vec<Option<String>> = wanted
        .iter()
        .map(|wanted| in_one_order(wanted.text))
        .collect();
    let turned = wanted.iter().zip(&quotes);
    let turned: Vec<SoughtQuote<'_>> = turned
        .map(|(wanted, turned)| SoughtQuote {
            text: turned.as_deref().unwrap_or(wanted.text),
            ..*wanted
        })
        .collect();
    take_back_in(iter::once(text), &turned, findings, Obstacle::OutOfOrder);
}

/// Takes back that quotes are absent that stand in one of other texts.
fn take_back_in(
    texts: impl Iterator<Item = String>,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reason: Obstacle,
) {
    let mut left = absent(findings);
    let mut texts = texts;
    while !left.is_empty()
        && let Some(text) = texts.next()
    {
        let there = there(text, wanted, &left);
        take_back(findings, &there, reason, None);
        left = absent(findings);
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

#[cfg(test)]
mod tests;
