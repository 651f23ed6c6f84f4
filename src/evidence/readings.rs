//! Looks for quotes in a page as it can be read besides: without what it struck out, in the letters
//! that it is shown in, and in its hidden parts.

mod again;
mod drawn;
mod left_out;
mod letters;
mod reading;

use std::ops::Range;

use super::find::{add_nearest, search};
use super::finding::{Finding, SoughtQuote};
use super::forms;
use super::html::{Gap, Shown};
use super::places::{divide, overlaps};
use super::snapshot::Snapshot;
use super::typed;
use crate::model::{Caveat, Check, Obstacle};
use again::{again, bytes};
use drawn::{doubt_unknown, in_first_lines, with_drawn};
use left_out::with_parts_left_out;
use reading::{Apart, Reading, Sign, parts};

/// Looks for quotes in a page as it is shown, and in what else stands in its file.
pub(super) fn search_all(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>]) -> Vec<Finding> {
    if snapshot.page.is_unread {
        let tangled = Finding::not(Check::CannotCheck, Some(Obstacle::Tangled));
        return vec![tangled; wanted.len()];
    }
    let shown = &snapshot.page.shown;
    let mut findings = search(snapshot, wanted);
    // The other readings look whether words stand there, and in no other way.
    add_nearest(snapshot, wanted, &mut findings);
    let mut findings: Vec<Finding> = findings
        .into_iter()
        .map(|finding| seen(judged(finding, snapshot, Apart::No), snapshot))
        .collect();
    // Words in boxes side by side stand apart, or are one word.
    let ways: &[Apart] = match shown.gaps.as_slice() {
        [] => &[Apart::No],
        _ => &[Apart::Yes, Apart::Surely, Apart::No],
    };
    for apart in ways {
        without_struck(snapshot, wanted, &mut findings, *apart);
        set_otherwise(snapshot, wanted, &mut findings, *apart);
    }
    with_marks(snapshot, wanted, &mut findings);
    as_typed(snapshot, wanted, &mut findings);
    in_first_lines(snapshot, wanted, &mut findings);
    with_drawn(snapshot, wanted, &mut findings);
    for apart in ways {
        let ranges = [&shown.doubtful, &shown.doubtful_notes, &shown.fields];
        if ranges.iter().any(|ranges| !ranges.is_empty()) {
            let reading = || Reading::without_doubtful(shown, *apart);
            again(wanted, &mut findings, reading, |_, _| {
                Finding::not(Check::CannotCheck, Some(Obstacle::Unsure))
            });
        }
    }
    if let Some(unmoved) = &snapshot.page.unmoved {
        let reading = || Reading::of(unmoved.clone());
        again(wanted, &mut findings, reading, |_, _| {
            Finding::not(Check::CannotCheck, Some(Obstacle::OutOfOrder))
        });
    }
    for hidden in [&snapshot.page.hidden, &snapshot.page.whole] {
        if hidden.len() > shown.text.len() || !hidden.contains(&shown.text) {
            let reading = || Reading::of(hidden.clone());
            again(wanted, &mut findings, reading, |_, _| {
                Finding::not(Check::CannotCheck, Some(Obstacle::Hidden))
            });
        }
    }
    with_parts_left_out(snapshot, wanted, &mut findings);
    doubt_unknown(snapshot, &mut findings);
    findings
}

/// Says of what was found in a plain text that it is absent, if no reader sees it there, or perhaps not in all
/// places: then it may stand in what is seen.
fn seen(finding: Finding, snapshot: &Snapshot) -> Finding {
    let unseen = &snapshot.page.shown.unseen;
    let is_several = finding.check == Check::Ambiguous && !unseen.is_empty();
    let mut at = bytes(snapshot, &finding).into_iter();
    if is_several || at.any(|at| overlaps(unseen, &at)) {
        return Finding::not(Check::Absent, None);
    }
    finding
}

/// Looks again for quotes with a `>`, which mail programs set before lines, and pages before links.
fn with_marks(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    let has_mark = |text: &str| text.contains('>');
    if !has_mark(snapshot.text()) || !wanted.iter().any(|wanted| has_mark(wanted.text)) {
        return;
    }
    let lines = wanted.iter().map(|wanted| wanted.text.replace('\n', " "));
    let lines: Vec<String> = lines.collect();
    let in_line = wanted.iter().zip(&lines);
    let in_line: Vec<SoughtQuote<'_>> = in_line
        .map(|(wanted, text)| SoughtQuote { text, ..*wanted })
        .collect();
    let reading = || Reading::with_marks(&snapshot.page.shown);
    again(&in_line, findings, reading, |finding, _| {
        seen(judged(finding, snapshot, Apart::No), snapshot)
    });
}

/// Looks again for quotes in which the writer typed `--` for a dash, or `<<` for a quote mark, in the text as it
/// stands, and as it is meant.
fn as_typed(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    let meant = |text: &str| forms::edited(text, &typed::edits(text));
    let quotes: Vec<String> = wanted.iter().map(|wanted| meant(wanted.text)).collect();
    let as_meant = wanted.iter().zip(&quotes);
    if as_meant.clone().all(|(wanted, text)| wanted.text == text) {
        return;
    }
    let as_meant: Vec<SoughtQuote<'_>> = as_meant
        .map(|(wanted, text)| SoughtQuote { text, ..*wanted })
        .collect();
    let shown = &snapshot.page.shown;
    for edits in [Vec::new(), typed::edits(&shown.text)] {
        let reading = || Reading::edited(shown, edits);
        again(&as_meant, findings, reading, |finding, reading| {
            let mut finding = reading.in_page(finding, snapshot);
            if finding.check == Check::Exact {
                finding.check = Check::Typographic;
            }
            seen(judged(finding, snapshot, Apart::No), snapshot)
        });
    }
}

/// Keeps of what a reader has to know of passages what holds of a paraphrase, too: that the source struck
/// words of theirs out.
pub(super) fn of_passages(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let passages = findings.iter_mut().zip(wanted);
    for (finding, _) in passages.filter(|(_, wanted)| wanted.is_passage) {
        let struck = [Caveat::StruckOut, Caveat::WithoutStruckOut];
        let is_struck = finding.stretch().is_some_and(|at| {
            let at = snapshot.byte(at.start)..snapshot.byte(at.end);
            overlaps(&snapshot.page.shown.struck, &at)
        });
        finding.caveats.retain(|caveat| struck.contains(caveat));
        if is_struck && finding.caveats.is_empty() {
            finding.caveats.push(Caveat::StruckOut);
        }
    }
}

/// Looks again in a page without what it struck out.
fn without_struck(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    apart: Apart,
) {
    let shown = &snapshot.page.shown;
    if shown.struck.is_empty() {
        return;
    }
    let reading = || Reading::without_struck(shown, apart);
    again(wanted, findings, reading, |finding, reading| {
        let mut finding = judged(reading.in_page(finding, snapshot), snapshot, apart);
        for caveat in &mut finding.caveats {
            if *caveat == Caveat::StruckOut {
                *caveat = Caveat::WithoutStruckOut;
            }
        }
        finding
    });
}

/// A way to read a page.
type Read = fn(&Shown, Apart) -> Reading;

/// Looks again in a page with its words set apart, without the marks of footnotes, and as it is shown.
fn set_otherwise(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    apart: Apart,
) {
    let shown = &snapshot.page.shown;
    if apart != Apart::No {
        let reading = || Reading::set_apart(shown, apart);
        again(wanted, findings, reading, |finding, reading| {
            judged(reading.in_page(finding, snapshot), snapshot, apart)
        });
    }
    let has_letters = !(shown.cases.is_empty() && shown.marks.is_empty());
    // Which language a text is in is not known here; letters that few others have tell.
    let is_there = |c: char| matches!(c, '\u{370}'..='\u{3FF}' | 'ı' | 'İ' | 'ğ' | 'Ğ');
    let is_greek_or_turkish = !shown.cases.is_empty() && shown.text.contains(is_there);
    let readings: [(bool, Read); 4] = [
        (!shown.readings.is_empty(), Reading::with_readings),
        (!shown.raised.is_empty(), Reading::in_line),
        (has_letters, Reading::as_shown),
        (is_greek_or_turkish, Reading::as_shown_there),
    ];
    let typographic = |finding, reading: &Reading| {
        let mut finding = reading.in_page(finding, snapshot);
        if finding.check == Check::Exact {
            finding.check = Check::Typographic;
        }
        judged(finding, snapshot, apart)
    };
    for (_, read) in readings.iter().filter(|(is_other, _)| *is_other) {
        again(wanted, findings, || read(shown, apart), typographic);
    }
    if !shown.raised.is_empty() || !shown.notes.is_empty() {
        for marks in [Sign::LeftOut, Sign::AsSet, Sign::Plain] {
            for others in [Sign::AsSet, Sign::PlainIfLowered, Sign::Plain] {
                let reading = || Reading::with_signs(shown, apart, marks, others);
                again(wanted, findings, reading, typographic);
            }
        }
    }
    if apart == Apart::No {
        let edits = forms::edits(&shown.text, snapshot.doubts.media);
        if !edits.is_empty() {
            let reading = || Reading::edited(shown, edits);
            again(wanted, findings, reading, typographic);
        }
        let typed = typed::edits(&shown.text);
        if !typed.is_empty() {
            let reading = || Reading::edited(shown, typed);
            again(wanted, findings, reading, typographic);
        }
    }
}

/// Says of what was found in a page what a reader sees of it.
fn judged(mut finding: Finding, snapshot: &Snapshot, apart: Apart) -> Finding {
    let shown = &snapshot.page.shown;
    let places = [
        &shown.unordered,
        &shown.asides,
        &shown.left_out,
        &shown.glued,
    ];
    let is_sure = shown.doubtful.is_empty() && places.iter().all(|places| places.is_empty());
    if !finding.check.is_verified() || shown.gaps.is_empty() && is_sure {
        finding.caveats = caveats(snapshot, &finding);
        return finding;
    }
    let at = bytes(snapshot, &finding);
    let not = |reason| Finding::not(Check::CannotCheck, Some(reason));
    let is_glued = |at: &Range<usize>| {
        let first = shown.glued.partition_point(|place| *place < at.start);
        shown.glued.get(first).is_some_and(|place| *place <= at.end)
    };
    let leaves_out = |at: &Range<usize>| divide(&shown.left_out, at) || is_glued(at);
    if at
        .iter()
        .any(|at| overlaps(&shown.doubtful, at) || leaves_out(at))
    {
        return not(Obstacle::Unsure);
    }
    let unordered = [&shown.unordered, &shown.asides];
    if at
        .iter()
        .any(|at| unordered.iter().any(|places| divide(places, at)))
    {
        return not(Obstacle::OutOfOrder);
    }
    if at.iter().any(|at| joins_a_number(shown, at, apart)) {
        return not(Obstacle::Unsure);
    }
    let may_cut = |place: usize| {
        let gap = shown.gaps.binary_search_by_key(&place, |(at, _)| *at);
        let gap = gap.ok().and_then(|index| shown.gaps.get(index));
        gap.zip(beside(shown, place))
            .is_some_and(|((_, gap), (last, next))| {
                let is_number = last.is_numeric() && next.is_numeric();
                let is_word = last.is_alphanumeric() && next.is_alphanumeric();
                is_number || is_word && *gap == Gap::Perhaps
            })
    };
    if at.iter().any(|at| may_cut(at.start) || may_cut(at.end)) {
        return not(Obstacle::BrokenWord);
    }
    if finding.check == Check::Exact && at.iter().any(|at| has_gap(shown, at)) {
        finding.check = Check::Typographic;
    }
    finding.caveats = caveats(snapshot, &finding);
    finding
}

/// Returns the gaps in a passage that has no space there, with the characters beside them.
fn gaps_in<'a>(
    shown: &'a Shown,
    at: &Range<usize>,
) -> impl Iterator<Item = (Gap, (char, char))> + use<'a> {
    let first = shown.gaps.partition_point(|(gap, _)| *gap <= at.start);
    let end = at.end;
    let gaps = shown.gaps.iter().skip(first);
    gaps.take_while(move |(gap, _)| *gap < end)
        .filter_map(|(at, gap)| Some((*gap, beside(shown, *at)?)))
}

/// Says whether words stand apart in a passage that has no space there.
fn has_gap(shown: &Shown, at: &Range<usize>) -> bool {
    gaps_in(shown, at).any(|(_, (last, next))| parts(last, next))
}

/// Says whether digits of which layout may part some are read as one number, or as two where it may not.
fn joins_a_number(shown: &Shown, at: &Range<usize>, apart: Apart) -> bool {
    let is_in_number = |c: char| c.is_numeric() || ".,:'’/·−-–".contains(c);
    gaps_in(shown, at).any(|(gap, (last, next))| {
        let is_one =
            last.is_numeric() && is_in_number(next) || is_in_number(last) && next.is_numeric();
        let is_set_apart = match apart {
            Apart::No => false,
            Apart::Surely => gap == Gap::Surely,
            // Whether they stand apart is not known.
            Apart::Yes => gap == Gap::Surely || !(last.is_numeric() && next.is_numeric()),
        };
        is_one && !is_set_apart
    })
}

/// Returns the characters beside a place.
fn beside(shown: &Shown, place: usize) -> Option<(char, char)> {
    let (before, after) = shown.text.split_at_checked(place)?;
    before.chars().next_back().zip(after.chars().next())
}

/// Returns what a reader has to know of a passage.
fn caveats(snapshot: &Snapshot, finding: &Finding) -> Vec<Caveat> {
    let shown = &snapshot.page.shown;
    let mut caveats = Vec::new();
    if shown.breaks.is_empty() && shown.struck.is_empty() && shown.written.is_empty() {
        return caveats;
    }
    let at = bytes(snapshot, finding);
    let has_any = |places: &[usize]| at.iter().any(|at| divide(places, at));
    if has_any(&shown.breaks) {
        caveats.push(Caveat::SeveralBlocks);
    }
    if at.iter().any(|at| overlaps(&shown.struck, at)) {
        caveats.push(Caveat::StruckOut);
    }
    if has_any(&shown.written) {
        caveats.push(Caveat::WrittenBetween);
    }
    caveats
}

#[cfg(test)]
mod tests;
