//! Reads on behind slips of YAML. Where one edit alone mends a slip, the text is read as if it were made,
//! and whatever else is wrong is told in the same run, at its place in the text as it is.
//!
//! Nothing is kept of what an edit makes: the slip is an error. Where the rest shows that an edit was
//! wrong, nothing behind its slip is told.

mod edits;
mod indentation;
mod step;
mod unread;

use edits::{is_joined, is_past, is_structural, is_structure, mended_at};
use step::{Step, places};
use unread::{is_unread, unread_marks};

use super::builder;
use super::items::Kept;
use super::quoting::in_marks;
use super::rules::UNSUPPORTED_YAML;
use super::rules::cut_text::CUT_TEXT;
use super::rules::unfinished::UNFINISHED;
use super::rules::unsafe_character::UNSAFE_CHARACTER;
use super::tree::Tree;
use super::yaml_foreign::is_foreign;
use super::yaml_lines::two_lines;
use super::yaml_margins::is_margin;
use super::yaml_mends::written;
use crate::diagnostics::{Diagnostic, Place, Remedy, Rule, Span};

/// How many slips are told.
const MOST_SLIPS: usize = 100;

/// How many bytes are written and parsed for them.
const MOST_PARSED: usize = 8 * 1024 * 1024;

/// What is said of the slip at which reading ends.
const ENDED: &str = "reading ends here; all else is checked once this is mended";

/// What came of a text.
pub(super) struct ReadOn<T> {
    /// What the text is read as; nothing if that cannot be known.
    pub(super) read: Option<T>,
    /// Of a text with slips, the lines of which the words are not known: nothing else is to be told of
    /// them.
    pub(super) doubtful: Option<Vec<Span>>,
}

/// Reads a text by a function, as far as it can be known what was meant.
pub(super) fn read<T>(
    text: &str,
    kept: Option<&Kept>,
    faults: &mut Vec<Diagnostic>,
    mut read: impl FnMut(&Tree<'_>, &mut Vec<Diagnostic>) -> Option<T>,
) -> ReadOn<T> {
    let mut found = Vec::new();
    let mut mended = Mended::of(text);
    if let Some(tree) = builder::build(text, kept, &mut found) {
        let unread = unread_marks(text, &found);
        let made = read(&tree, &mut found);
        let slips = mended.part(&found);
        let read = if slips.is_empty() {
            faults.extend(
                found
                    .into_iter()
                    .filter(|fault| !is_of_value(fault, &unread)),
            );
            made.filter(|_| unread.is_empty())
        } else {
            mended.read(slips, faults, read)
        };
        return ReadOn {
            read,
            doubtful: (!unread.is_empty()).then_some(unread),
        };
    }
    let alone = found.last().and_then(|slip| {
        let mut is_sound = |made: &str| is_sound(made, &mut read);
        let is_sure = mended.is_surely_mended(slip, &mut is_sound);
        let moved = || indentation::out_of_line(text, slip, is_sound);
        (!is_sure).then(moved).flatten()
    });
    if let Some(alone) = alone {
        found = vec![alone];
    }
    let (mut slips, left) = mended.mend_all(found);
    if let Some(before) = left {
        faults.extend(ended(slips));
        let before = before.into_iter().map(|fault| mended.told(fault));
        let doubtful = mended.doubtful();
        faults.extend(before.filter(|fault| !is_within(fault, &doubtful)));
        return ReadOn {
            read: None,
            doubtful: Some(doubtful),
        };
    }
    let mut found = Vec::new();
    if let Some(tree) = builder::build(&mended.text, None, &mut found) {
        read(&tree, &mut found);
    }
    slips.extend(mended.part(&found));
    let doubtful = mended.doubtful();
    ReadOn {
        read: mended.read(slips, faults, read),
        doubtful: Some(doubtful),
    }
}

/// Says whether nothing is wrong with a text but words.
fn is_sound<T>(
    text: &str,
    mut read: impl FnMut(&Tree<'_>, &mut Vec<Diagnostic>) -> Option<T>,
) -> bool {
    let mut found = Vec::new();
    let tree = builder::build(text, None, &mut found);
    tree.is_some_and(|tree| read(&tree, &mut found).is_some()) && of_shape(&found).next().is_none()
}

/// Returns slips of which the last is told to be where reading ends.
fn ended(mut slips: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let last = slips.pop();
    slips.extend(last.map(|slip| slip.also(Place::Whole, ENDED)));
    slips
}

/// Says whether nothing of a brief is lost without a text: commas, and what is of another form.
fn is_sure_without(text: &str) -> bool {
    text == "," || is_margin(text) || is_foreign(text)
}

/// Says whether a fault is in a value that is not known, and is not what makes it so.
fn is_of_value(fault: &Diagnostic, unread: &[Span]) -> bool {
    fault.code() != UNSUPPORTED_YAML.code() && is_within(fault, unread)
}

/// Goes through the faults that are not of words alone.
fn of_shape(faults: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    let of_words = [&CUT_TEXT, &UNFINISHED, &UNSAFE_CHARACTER].map(Rule::code);
    faults
        .iter()
        .filter(move |fault| !of_words.contains(&fault.code()))
}

/// Says whether a fault is one of these lines.
pub(super) fn is_within(fault: &Diagnostic, lines: &[Span]) -> bool {
    let place = fault.primary().place.span();
    place.is_some_and(|place| {
        let mut lines = lines.iter();
        lines.any(|line| line.start <= place.start && place.start <= line.end)
    })
}

/// What the parser found in a text.
struct Parsed {
    faults: Vec<Diagnostic>,
    /// What it stumbled over.
    slip: Option<Diagnostic>,
}

impl Parsed {
    fn of(text: &str) -> Self {
        let mut faults = Vec::new();
        let is_read = builder::build(text, None, &mut faults).is_some();
        let slip = if is_read { None } else { faults.pop() };
        Self { faults, slip }
    }
}

/// A text in which slips are mended.
struct Mended<'a> {
    before: &'a str,
    text: String,
    steps: Vec<Step>,
}

/// An edit that mends a slip.
struct Mend {
    text: String,
    step: Step,
    parsed: Parsed,
}

impl<'a> Mended<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            before: text,
            text: text.to_owned(),
            steps: Vec::new(),
        }
    }

    /// Reads the text by a function, and tells of the slips and of what else is wrong; where that shows that
    /// an edit was wrong, of nothing behind its slip.
    fn read<T>(
        &self,
        mut slips: Vec<Diagnostic>,
        faults: &mut Vec<Diagnostic>,
        mut read: impl FnMut(&Tree<'_>, &mut Vec<Diagnostic>) -> Option<T>,
    ) -> Option<T> {
        let mut found = Vec::new();
        let tree = builder::build(&self.text, None, &mut found);
        let marks = unread_marks(&self.text, &found);
        let unread: Vec<_> = self
            .unread()
            .chain(marks.into_iter().map(|mark| self.placed(mark)))
            .collect();
        let mut found: Vec<_> = found.into_iter().map(|fault| self.told(fault)).collect();
        let tree = tree.map(|tree| tree.placed(self.before, |span| self.placed(span)));
        let read = tree.and_then(|tree| read(&tree, &mut found));
        if let Some(wrong) = self.wrong(&found) {
            slips.truncate(wrong + 1);
            faults.extend(ended(slips));
            return None;
        }
        faults.extend(slips);
        let doubtful = self.doubtful();
        faults.extend(
            found
                .into_iter()
                .filter(|fault| !is_within(fault, &doubtful) && !is_of_value(fault, &unread)),
        );
        read.filter(|_| unread.is_empty())
    }

    /// Mends what the parser stumbles over, one slip after the other, of which it found the first. Returns
    /// the slips, and where reading ends at the last, what else was found up to there.
    fn mend_all(
        &mut self,
        mut found: Vec<Diagnostic>,
    ) -> (Vec<Diagnostic>, Option<Vec<Diagnostic>>) {
        let mut slips = Vec::new();
        let mut left = MOST_PARSED;
        let mut slip = found.pop();
        while let Some(fault) = slip.take() {
            slips.push(self.told(fault.clone()));
            let is_told = slips.len() < MOST_SLIPS;
            let Some(mend) = is_told.then(|| self.mend(&fault, &mut left)).flatten() else {
                return (slips, Some(found));
            };
            self.text = mend.text;
            self.steps.push(mend.step);
            (found, slip) = (mend.parsed.faults, mend.parsed.slip);
        }
        (slips, None)
    }

    /// Parts keys from their values that YAML takes for one text, as the reader found. Returns these faults:
    /// without the edits, others would come of them.
    fn part(&mut self, found: &[Diagnostic]) -> Vec<Diagnostic> {
        let joined: Vec<_> = found.iter().filter(|fault| is_joined(fault)).collect();
        let remedies = joined.iter().flat_map(|fault| fault.remedies());
        let edits = remedies.filter_map(|remedy| match remedy {
            Remedy::Edit { edits, .. } => Some(edits.iter().cloned()),
            Remedy::Instead(_) | Remedy::Adding(..) | Remedy::TakingOut(_) => None,
        });
        let mut edits: Vec<_> = edits.flatten().collect();
        edits.sort_by_key(|(span, _)| *span);
        edits.dedup();
        let text = written(&self.text, &edits).filter(|_| !edits.is_empty());
        let Some(text) = text else {
            return Vec::new();
        };
        let told = |fault: &Diagnostic| self.told(fault.clone());
        let mut slips: Vec<_> = joined.into_iter().map(told).collect();
        let (before, steps) = (std::mem::replace(&mut self.text, text), self.steps.len());
        self.steps.push(Step {
            edits: places(&edits),
            guessed: Vec::new(),
            is_doubtful: false,
            unread: Vec::new(),
        });
        // Another key may stand in the same text, on a line of its own.
        let Parsed { mut faults, slip } = Parsed::of(&self.text);
        if let Some(slip) = slip {
            faults.push(slip);
            let (more, left) = self.mend_all(faults);
            let are_keys = more
                .iter()
                .all(|slip| slip.remedies().iter().any(is_structural));
            slips.extend(more);
            if left.is_some() || !are_keys {
                self.text = before;
                self.steps.truncate(steps);
                slips.clear();
            }
        }
        slips
    }

    /// Says whether an edit that leaves nothing to guess makes the text sound.
    fn is_surely_mended(&self, slip: &Diagnostic, is_sound: impl FnOnce(&str) -> bool) -> bool {
        let mend = self.mend(slip, &mut { MOST_PARSED });
        mend.is_some_and(|Mend { text, step, parsed }| {
            parsed.slip.is_none() && step.guessed.is_empty() && is_sound(&text)
        })
    }

    /// Finds the one edit that gets the parser past a slip, while there is work left.
    fn mend(&self, fault: &Diagnostic, left: &mut usize) -> Option<Mend> {
        let mut found: Option<Mend> = None;
        for remedy in fault.remedies() {
            let Remedy::Edit { edits, .. } = remedy else {
                continue;
            };
            let mut edits = edits.clone();
            edits.sort_by_key(|(span, _)| *span);
            let text = written(&self.text, &edits)?;
            if found.as_ref().is_some_and(|found| found.text == text) {
                continue;
            }
            if *left == 0 {
                return None;
            }
            let parsed = Parsed::of(&text);
            let slip = parsed
                .slip
                .as_ref()
                .and_then(|slip| slip.primary().place.span());
            let edited = edits.last().map_or(0, |(span, _)| span.end);
            *left = left.saturating_sub(slip.map_or(text.len(), |slip| slip.start.max(edited)));
            let at = mended_at(&self.text, &edits, fault)?;
            let is_sure = edits.iter().all(|(_, new)| is_structure(new));
            if parsed
                .slip
                .as_ref()
                .is_none_or(|slip| is_past(&text, at, is_sure, slip))
            {
                if found.is_some() {
                    return None;
                }
                let step = self.step(&edits, fault);
                found = Some(Mend { text, step, parsed });
            }
        }
        found
    }

    fn step(&self, edits: &[(Span, String)], fault: &Diagnostic) -> Step {
        let old = |span: &Span| self.text.get(span.range()).unwrap_or("");
        let is_sure = |(span, new): &&(Span, String)| {
            is_structure(new)
                || *new == in_marks(old(span))
                || new == "\\"
                || new.is_empty() && is_sure_without(old(span))
        };
        // Without a line that looks blank, paragraphs may be one.
        let looks_blank = |text: &str| text.trim().is_empty() && !text.contains('\n');
        let is_blank = |(span, new): &(Span, String)| looks_blank(old(span)) && looks_blank(new);
        let is_hidden = fault.code() == UNSAFE_CHARACTER.code();
        let is_value = |(span, new): &&(Span, String)| is_unread(&self.text, *span, new);
        let unread = edits.iter().filter(is_value);
        let unread = unread.map(|(span, _)| self.placed(*span)).collect();
        let guesses = edits
            .iter()
            .filter(|edit| !is_hidden && !is_sure(edit) && !is_value(edit));
        let lines = guesses.map(|(span, _)| self.placed(two_lines(&self.text, *span)));
        Step {
            edits: places(edits),
            guessed: lines.collect(),
            is_doubtful: !edits.iter().all(is_blank),
            unread,
        }
    }

    /// Returns where bytes stand in the text as it is.
    fn placed(&self, span: Span) -> Span {
        let place = |byte: usize| {
            let steps = self.steps.iter().rev();
            let byte = steps.fold(byte, |byte, step| step.byte_before(byte));
            self.before.floor_char_boundary(byte)
        };
        let start = place(span.start);
        Span::new(start, place(span.end).max(start))
    }

    fn told(&self, fault: Diagnostic) -> Diagnostic {
        fault.placed(|span| self.placed(span))
    }

    fn doubtful(&self) -> Vec<Span> {
        let steps = self.steps.iter().filter(|step| step.is_doubtful);
        steps
            .flat_map(|step| step.guessed.iter().copied())
            .chain(self.unread())
            .collect()
    }

    fn unread(&self) -> impl Iterator<Item = Span> {
        self.steps
            .iter()
            .flat_map(|step| step.unread.iter().copied())
    }

    /// Finds the first slip for which the edit was wrong, as faults show in what it makes.
    fn wrong(&self, faults: &[Diagnostic]) -> Option<usize> {
        let is_wrong = |step: &Step| of_shape(faults).any(|fault| is_within(fault, &step.guessed));
        self.steps.iter().position(is_wrong)
    }
}
