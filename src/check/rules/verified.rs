//! Holds quotes against the evidence lock: `invalid-evidence`, `changed-quote`, `absent-quote`,
//! `other-snapshot`, `stale-evidence`, `unverified-quote`, `joined-quote`, `struck-quote`,
//! `written-quote`.

use std::collections::{BTreeMap, BTreeSet};

use super::cut_negation;
use super::outer_quote_marks::bare;
use super::unlabelled_edit::lacks_label;
use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::evidence::{Lock, LockedQuote, LockedWords, Paired, SnapshotFile, pair};
use crate::load::{Document, Quote, Source, Text, in_marks};
use crate::model::{Caveat, Check, Obstacle, QuoteKind};

pub(super) static INVALID_EVIDENCE: Rule = Rule::error(include_str!("invalid_evidence.md"));
pub(super) static CHANGED_QUOTE: Rule = Rule::error(include_str!("changed_quote.md"));
pub(super) static ABSENT_QUOTE: Rule = Rule::error(include_str!("absent_quote.md"));
pub(super) static OTHER_SNAPSHOT: Rule = Rule::error(include_str!("other_snapshot.md"));
pub(super) static STALE_EVIDENCE: Rule = Rule::error(include_str!("stale_evidence.md"));
pub(super) static UNVERIFIED_QUOTE: Rule = Rule::warning(include_str!("unverified_quote.md"));
pub(super) static JOINED_QUOTE: Rule = Rule::warning(include_str!("joined_quote.md"));
pub(super) static STRUCK_QUOTE: Rule = Rule::warning(include_str!("struck_quote.md"));
pub(super) static WRITTEN_QUOTE: Rule = Rule::warning(include_str!("written_quote.md"));

pub(super) const VERIFY: &str = "run `brief verify` with the snapshots";
const LABEL: &str = "if only the label lacks, write `kind: [edited]`: without it, `…` and `[ ]` are looked for, too";
const NEEDS_CONTEXT: &str = "a quote that is short or frequent needs `context`, which holds it";

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    match cx.beside.evidence {
        Some(Ok(lock)) => compare(cx, lock, out),
        Some(Err(reason)) => {
            let message = format!("the evidence lock cannot be read: {reason}");
            out.push(
                Diagnostic::new(&INVALID_EVIDENCE, Place::Whole, message)
                    .help("it is the file beside the brief that ends in `.evidence.yaml`")
                    .help(reason.help()),
            );
        }
        None => {}
    }
}

fn compare(cx: &Context<'_>, lock: &Lock, out: &mut Findings) {
    let quotes: Vec<_> = cx.quotes().collect();
    let words: Vec<LockedWords<'_>> = quotes
        .iter()
        .map(|(claim, quote)| LockedWords {
            claim: &claim.id,
            text: &quote.text,
            original: quote.original.as_ref().map(|original| original.as_str()),
        })
        .collect();
    let (paired, stale) = pair(lock, &words);
    let mut snapshots = Snapshots::of(cx.document);
    for (&(claim, quote), paired) in quotes.iter().zip(paired) {
        let text = quote.original.as_ref().unwrap_or(&quote.text);
        match paired {
            Paired::Same(locked) => {
                if let Some(message) = snapshots.judge(&claim.source, locked, "the quote") {
                    out.push(Diagnostic::new(&OTHER_SNAPSHOT, text.place, message).help(VERIFY));
                }
                if locked.check == Check::Absent {
                    let fault = absent(text, locked);
                    out.push(if lacks_label(quote) {
                        fault.help(LABEL)
                    } else {
                        fault
                    });
                } else if !locked.check.is_verified() {
                    out.warn(&claim.allow, unverified(quote, Some(locked)));
                }
                if locked.check.is_verified() {
                    let language = &cx.document.lang;
                    cut_negation::check(claim, quote, &locked.at, language, out);
                }
                for caveat in &locked.caveats {
                    out.warn(&claim.allow, with_caveat(text, *caveat));
                }
            }
            Paired::Changed(locked) => out.push(changed(quote, locked)),
            Paired::None => out.warn(&claim.allow, unverified(quote, None)),
        }
    }
    for LockedQuote { claim, text, .. } in stale {
        let message =
            format!("the evidence lock has a record of `{text}` in `{claim}`, which is no quote");
        out.push(Diagnostic::new(&STALE_EVIDENCE, Place::Whole, message).help(VERIFY));
    }
}

/// Reports a quote of which other words were verified, or of whose original.
fn changed(quote: &Quote, locked: &LockedQuote) -> Diagnostic {
    let (what, place, before) = if *quote.text == *locked.text {
        let original = quote.original.as_ref().unwrap_or(&quote.text);
        let before = locked.original.as_ref().unwrap_or(&locked.text);
        ("the original of the quote", original.place, before)
    } else {
        ("the quote", quote.text.place, &locked.text)
    };
    let day = locked.checked.as_str();
    if locked.check.is_verified() {
        let message = format!("{what} changed since it was verified on {day}");
        let fault = Diagnostic::new(&CHANGED_QUOTE, place, message)
            .help(format!("what was verified is `{before}`"))
            .help(format!("take the change back, or {VERIFY}"));
        let edit = place.span().map(|span| (span, in_marks(before)));
        match edit.filter(|_| !before.contains('\n')) {
            Some(edit) => fault.edit("Take the change back", [edit]),
            None => fault,
        }
    } else {
        let message = format!("{what} changed since it was looked for on {day}");
        Diagnostic::new(&CHANGED_QUOTE, place, message)
            .help(format!("`{before}` was not found then"))
            .help(format!("{VERIFY} to look for the new words"))
    }
}

fn absent(quote: &Text, locked: &LockedQuote) -> Diagnostic {
    let day = locked.checked.as_str();
    let message = format!("when it was looked for on {day}, the quote was not in its source");
    Diagnostic::new(&ABSENT_QUOTE, quote.place, message).help(
        "mend the quote, then run `brief verify` with the snapshots: it shows the nearest passage",
    )
}

/// Reports a quote that was not found and may stand there all the same.
fn unverified(quote: &Quote, locked: Option<&LockedQuote>) -> Diagnostic {
    let Some(locked) = locked else {
        let message = "the quote has not been looked for in its source";
        return Diagnostic::new(&UNVERIFIED_QUOTE, quote.text.place, message)
            .help(format!("{VERIFY}; {NEEDS_CONTEXT}"));
    };
    let mut kinds = quote.kind.iter();
    let lacks_original =
        quote.original.is_none() && kinds.any(|kind| **kind == QuoteKind::Translated);
    let reason = locked
        .reason
        .filter(|reason| *reason != Obstacle::NoOriginal);
    let message = match (locked.check, reason) {
        (Check::Ambiguous, _) => "the quote stands in several places of its source".to_owned(),
        (_, Some(reason)) => {
            let what = reason.what();
            let failed = if reason.was_looked_for() {
                "the quote was not found for certain in its source"
            } else {
                "the quote could not be looked for in its source"
            };
            format!("{failed}: {what}")
        }
        _ if lacks_original => {
            "the translated quote could not be looked for in its source".to_owned()
        }
        _ => "the quote could not be looked for in its source".to_owned(),
    };
    let help = match reason.and_then(Obstacle::help) {
        Some(help) => format!("{help}, then run `brief verify`"),
        None if lacks_original && reason.is_none() => {
            "give the words that it was made of, `original: …`, then run `brief verify`".to_owned()
        }
        None => format!("{VERIFY}; {NEEDS_CONTEXT}"),
    };
    Diagnostic::new(&UNVERIFIED_QUOTE, quote.text.place, message).help(help)
}

/// Reports what has to be known of a quote that stands in its source.
fn with_caveat(quote: &Text, caveat: Caveat) -> Diagnostic {
    let (rule, help) = match caveat {
        Caveat::SeveralBlocks => (
            &JOINED_QUOTE,
            "if it is not one speech, give each part as a quote of its own",
        ),
        Caveat::WrittenBetween => (
            &WRITTEN_QUOTE,
            "see in a browser whether the words mean the same with them",
        ),
        Caveat::StruckOut | Caveat::WithoutStruckOut => (
            &STRUCK_QUOTE,
            "see whether the claim may rest on these words",
        ),
    };
    let message = format!("the quote stands in its source, but {}", caveat.what());
    Diagnostic::new(rule, quote.place, message).help(help)
}

/// The sources of a document, and the snapshots in which quotes of theirs were verified.
pub(super) struct Snapshots<'a> {
    sources: BTreeMap<&'a str, &'a Source>,
    /// The first record of each source and file: a source may have several.
    first: BTreeMap<(&'a str, &'a str), &'a SnapshotFile>,
}

impl<'a> Snapshots<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let sources = document.sources.iter();
        Self {
            sources: sources.map(|(id, source)| (id.as_str(), source)).collect(),
            first: BTreeMap::new(),
        }
    }

    /// Says what is wrong with the snapshot of a record; a record without one is sound.
    pub(super) fn judge(
        &mut self,
        from: &[Text],
        locked: &'a LockedQuote,
        what: &str,
    ) -> Option<String> {
        let (id, found) = (locked.source.as_deref()?, locked.snapshot.as_ref()?);
        let first = *self.first.entry((id, &found.file)).or_insert(found);
        let source = match self.read_for(from, id) {
            Ok(Some(source)) => source,
            Ok(None) => {
                return Some(format!(
                    "{what} was verified in `{id}`, through which it is not known"
                ));
            }
            // The slip is told where it is.
            Err(()) => return None,
        };
        let named = source.snapshot.as_ref();
        // Marks around the name are told where it stands.
        let file = named.map_or(&*found.file, |file| bare(file));
        if *file != found.file {
            let found = &found.file;
            return Some(format!("{what} was verified in `{found}`, not in `{file}`"));
        }
        (first != found).then(|| {
            format!("{what} was verified in another snapshot of `{id}` than those before it")
        })
    }

    /// Returns a source if it was read, and is one of these or they are known through it. Where some are
    /// not there, or none is named, it is not known which they are.
    fn read_for(&self, from: &[Text], id: &str) -> Result<Option<&'a Source>, ()> {
        let mut seen = BTreeSet::new();
        let mut is_known = !from.is_empty();
        let mut ahead: Vec<&str> = from.iter().map(|id| id.as_str()).collect();
        while let Some(next) = ahead.pop() {
            let Some(source) = self.sources.get(next) else {
                is_known = false;
                continue;
            };
            if !seen.insert(next) {
                continue;
            }
            if next == id && source.through.is_empty() {
                return Ok(Some(source));
            }
            ahead.extend(source.through.iter().map(|id| id.as_str()));
        }
        if is_known { Ok(None) } else { Err(()) }
    }
}
