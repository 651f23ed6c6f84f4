//! `brief verify`: looks for every quote in the snapshots of its sources, and records what it
//! found.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use brief::analysis::{Analysis, QuoteId};
use brief::diagnostics::printable;
use brief::evidence::{
    Day, Finding, Lock, LockedQuote, LockedWords, Paired, SnapshotFile, SoughtQuote, find, pair,
};
use brief::model::{Brief, Check, Obstacle, QuoteKind, SourceId};
use clap::Args;

use super::arguments::day_or_today;
use super::examine::{Beside, read_lock};
use super::input::{InputPath, MOST_BRIEF, cannot};
use super::resolve::{resolve, unreadable};
use super::snapshots::{Folder, Found, names_in_words};
use super::write::write_whole;
use crate::outcome::{Failure, FileOutcome, Outcome, Said, wrote};

#[derive(Args, Clone, Debug)]
pub(crate) struct VerifyArguments {
    /// The files [default: content/*.yaml]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder of the snapshots, each named as its source's id or as `snapshot` says
    ///
    /// Texts are read (`.txt`, `.text`, `.md`, `.markdown`, `.srt`, `.vtt`, `.json`, `.eml`) and pages
    /// (`.html`, `.htm`, `.xhtml`, `.xht`, `.shtml`, `.xml`), also if gzip compressed them (`.gz`). Of
    /// others is told what to do about them: `.pdf`, `.docx`, `.doc`, `.odt`, `.rtf`, `.epub`, `.mhtml`,
    /// `.mht`, `.webarchive`, `.zip`, `.png`, `.jpg`, `.jpeg`
    #[arg(long, value_name = "DIR")]
    snapshots: PathBuf,
    /// The day to record, as 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
}

pub(super) fn run(arguments: &VerifyArguments) -> Result<Outcome, Failure> {
    let folder = &arguments.snapshots;
    if !folder.is_dir() {
        let message = format!("`{}` is no folder of snapshots", folder.display());
        let help = "name the folder that holds them: `--snapshots snapshots/`";
        return Err(Failure::new(message, help));
    }
    let folder = &Folder::open(folder).map_err(Failure::of_machine)?;
    let day = day_or_today(arguments.day.as_deref())?;
    let inputs = resolve(&arguments.files)?;
    let files = inputs.iter().map(|input| {
        let mut file = FileOutcome::new(input.name());
        file.failure = verify(input, folder, &day, &mut file).err();
        file
    });
    Ok(Outcome {
        files: files.collect(),
        ..Outcome::default()
    })
}

fn verify(
    input: &InputPath,
    folder: &Folder,
    day: &Day,
    file: &mut FileOutcome,
) -> Result<(), Failure> {
    let bytes = input.read().map_err(|error| unreadable(input, &error))?;
    let beside = Beside::without_locks(input);
    let checked = brief::Input::new(&bytes).with(&beside).check();
    let Some(brief) = checked.brief else {
        (file.text, file.included) = (checked.text, checked.included);
        file.diagnostics = checked.diagnostics;
        return Ok(());
    };
    // A quote that a comment cuts off is found word for word.
    (file.text, file.included) = (checked.text, checked.included);
    let cut = checked.diagnostics.iter();
    for cut in cut.filter(|found| found.code() == "cut-text") {
        file.diagnostics.push(cut.clone());
    }
    let analysis = Analysis::of(&brief);
    let earlier = earlier(input)?;
    let known = pair(&earlier, &words(&brief, &analysis)).0;
    let findings = search(&brief, &analysis, folder);
    let (mut records, mut lines) = (Vec::new(), String::new());
    for ((quote, best), known) in analysis.quotes.all().iter().zip(&findings).zip(known) {
        file.is_fault |= !best.finding.check.is_verified();
        report(&brief, *quote, best, &mut lines);
        if !best.missing.is_empty() && best.source.is_none() {
            let names = best.missing.iter();
            let names: Vec<_> = names.map(|id| names_in_words(brief.source(*id))).collect();
            _ = writeln!(lines, "  looked for {}", names.join("; "));
        }
        records.push(match known {
            Paired::Same(known) if best.source.is_none() && known.check.is_verified() => {
                let (check, day) = (known.check.word(), known.checked.as_str());
                _ = writeln!(lines, "  kept: {check}, checked {day}");
                known.clone()
            }
            Paired::Same(_) | Paired::Changed(_) | Paired::None => {
                locked(&brief, *quote, best, day)
            }
        });
    }
    file.said.push(Said::Out(lines.into_bytes()));
    let Some(path) = input.lock() else {
        return Ok(());
    };
    let text = Lock::new(records)
        .write()
        .map_err(|error| Failure::of_machine(error.to_string()))?;
    if u64::try_from(text.len()).is_ok_and(|bytes| bytes > MOST_BRIEF) {
        return Err(too_large(&path, text.len()));
    }
    write_whole(&path, &text)
        .map_err(|error| Failure::of_machine(cannot("write", path.display(), &error)))?;
    file.said.push(Said::Remark(wrote(&path, "")));
    Ok(())
}

fn too_large(path: &Path, bytes: usize) -> Failure {
    let message = format!(
        "`{}` would have {bytes} bytes, and no evidence lock of more than {MOST_BRIEF} is read",
        path.display()
    );
    Failure::new(
        message,
        "nothing was written; keep fewer quotes in one brief",
    )
}

/// Returns what an earlier run recorded. A lock that cannot be read is made anew, unless a newer
/// program made it.
fn earlier(input: &InputPath) -> Result<Lock, Failure> {
    let bytes = read_lock(input).map_err(Failure::of_machine)?;
    match bytes.map(|bytes| Lock::read(&bytes)) {
        Some(Ok(lock)) => Ok(lock),
        Some(Err(error)) if error.is_newer() => {
            let lock = input.lock().unwrap_or_default();
            let message = format!("`{}` stays as it is: {error}", lock.display());
            Err(Failure::new(message, error.help()))
        }
        Some(Err(_)) | None => Ok(Lock::new(Vec::new())),
    }
}

fn words<'a>(brief: &'a Brief, analysis: &Analysis) -> Vec<LockedWords<'a>> {
    let quotes = analysis.quotes.all().iter();
    quotes
        .map(|id| {
            let quote = id.in_brief(brief);
            LockedWords {
                claim: &brief.claim(id.claim).key,
                text: &quote.text,
                original: quote.original.as_deref(),
            }
        })
        .collect()
}

struct Best {
    finding: Finding,
    source: Option<(SourceId, SnapshotFile)>,
    /// The sources of which no snapshot is there.
    missing: Vec<SourceId>,
}

impl Best {
    /// Says that a snapshot of a source is not there, or not read: the quote may stand in it.
    fn miss(&mut self, reason: Obstacle, detail: Option<String>) {
        let is_open = match self.finding.reason {
            Some(Obstacle::NoSnapshot) => reason == Obstacle::Unreadable,
            _ => self.finding.check == Check::Absent,
        };
        if !is_open {
            return;
        }
        let file = self.source.take().map(|(_, found)| found.file);
        let elsewhere = file.map(|file| format!("and not in {}", printable(&file)));
        let details: Vec<String> = detail.into_iter().chain(elsewhere).collect();
        self.finding = Finding::not(Check::CannotCheck, Some(reason));
        self.finding.detail = (!details.is_empty()).then(|| details.join(", "));
    }
}

/// Looks for every quote in all snapshots of the sources that were read on the ways of its claim, and
/// keeps the best of what was found: one that cannot be checked is better than an absent one.
fn search(brief: &Brief, analysis: &Analysis, folder: &Folder) -> Vec<Best> {
    let mut best: Vec<Best> = analysis
        .quotes
        .all()
        .iter()
        .map(|_| Best {
            finding: Finding::not(Check::CannotCheck, Some(Obstacle::NoSnapshot)),
            source: None,
            missing: Vec::new(),
        })
        .collect();
    let mut wanted: BTreeMap<SourceId, Vec<QuoteId>> = BTreeMap::new();
    for &quote in analysis.quotes.all() {
        for source in sources_read(brief, analysis, quote) {
            wanted.entry(source).or_default().push(quote);
        }
    }
    let mut missed = Vec::new();
    for (source, quotes) in wanted {
        let texts: Vec<SoughtQuote<'_>> = quotes.iter().map(|id| wanted_of(brief, *id)).collect();
        let Found { read, unreadable } = folder.read(brief.source(source));
        let why = unreadable
            .first()
            .map(|(file, error)| format!("{}: {error}", printable(file)));
        if why.is_some() || read.is_empty() {
            missed.push((source, quotes.clone(), why));
        }
        for (snapshot, file) in read {
            for (quote, finding) in quotes.iter().zip(find(&snapshot, &texts)) {
                if let Some(best) = best.get_mut(quote.number)
                    && (best.source.is_none() || finding.check < best.finding.check)
                {
                    best.finding = finding;
                    best.source = Some((source, file.clone()));
                }
            }
        }
    }
    for (source, quotes, why) in missed {
        for quote in quotes {
            let Some(best) = best.get_mut(quote.number) else {
                continue;
            };
            if why.is_some() {
                best.miss(Obstacle::Unreadable, why.clone());
            } else {
                best.missing.push(source);
                best.miss(Obstacle::NoSnapshot, None);
            }
        }
    }
    best
}

/// Returns the sources that were read through which a claim is known.
fn sources_read(brief: &Brief, analysis: &Analysis, quote: QuoteId) -> BTreeSet<SourceId> {
    let sources = brief.claim(quote.claim).sources().iter();
    sources
        .flat_map(|source| analysis.chains.from(*source))
        .filter_map(|chain| chain.sources.last().copied())
        .collect()
}

fn wanted_of(brief: &Brief, id: QuoteId) -> SoughtQuote<'_> {
    let quote = id.in_brief(brief);
    SoughtQuote {
        text: quote.in_source(),
        edited: quote.is(QuoteKind::Edited) || quote.is(QuoteKind::EditedInSource),
        context: quote.context.as_deref(),
        translated: quote.is(QuoteKind::Translated) && quote.original.is_none(),
    }
}

fn locked(brief: &Brief, id: QuoteId, best: &Best, day: &Day) -> LockedQuote {
    let source = best.source.as_ref();
    let quote = id.in_brief(brief);
    LockedQuote {
        claim: brief.claim(id.claim).key.to_string(),
        text: quote.text.clone(),
        original: quote.original.clone(),
        check: best.finding.check,
        reason: best.finding.reason,
        caveats: best.finding.caveats.clone(),
        checked: day.clone(),
        source: source.map(|(source, _)| brief.source(*source).key.to_string()),
        snapshot: source.map(|(_, file)| file.clone()),
        at: best.finding.at.clone(),
    }
}

/// Writes the line of a quote. Writing to a string cannot fail.
fn report(brief: &Brief, id: QuoteId, best: &Best, lines: &mut String) {
    let finding = &best.finding;
    let claim = &brief.claim(id.claim).key;
    _ = write!(lines, "{id} {claim}: {}", finding.check.word());
    if let Some((_, file)) = &best.source {
        _ = write!(lines, " in {}", printable(&file.file));
    }
    if let (Some(first), Some(last)) = (finding.at.first(), finding.at.last()) {
        _ = write!(lines, ", {} to {}", first.start, last.end);
    }
    for caveat in &finding.caveats {
        _ = write!(lines, "; {}", caveat.what());
    }
    if let Some(why) = finding.why() {
        _ = write!(lines, ": {why}");
    }
    lines.push('\n');
    match &finding.nearest {
        Some(nearest) => {
            let (line, start) = (nearest.line, nearest.start);
            let diff = printable(&nearest.to_string());
            _ = writeln!(lines, "  nearest, line {line}, from {start}: {diff}");
        }
        None if finding.check == Check::Absent => {
            lines.push_str("  none of its words stand there\n");
        }
        None => {}
    }
}
