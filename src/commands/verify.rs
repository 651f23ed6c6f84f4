//! `brief verify`: looks for every quote in the snapshots of its sources, and records what it
//! found.

mod against;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use brief::analysis::Analysis;
use brief::coverage::borrowed;
use brief::diagnostics::printable;
use brief::evidence::{BorrowedWords, Day, Lock, LockedQuote, Paired, pair, pair_passages};
use brief::model::{Brief, Check};
use clap::{Args, ValueEnum};

pub(super) use self::against::Comparison;
use super::arguments::day_or_today;
use super::examine::{Beside, read_lock};
use super::input::{InputPath, MOST_BRIEF, cannot};
use super::look::{Best, Item, Wanted, claims_from, found_as_edited, search, sources_of};
use super::resolve::{resolve, unreadable};
use super::snapshots::{Folder, names_in_words, open_folder};
use super::write::write_whole;
use crate::outcome::{Failure, FileOutcome, Outcome, Said, wrote};

#[derive(Args, Clone, Debug)]
pub(crate) struct VerifyArguments {
    /// The files [default: content/*.yaml]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder of the snapshots, each named as its source's id or as `snapshot` says
    ///
    /// Texts are read (`.txt`, `.text`, `.md`, `.markdown`, `.srt`, `.vtt`, `.json`, `.eml`), pages
    /// (`.html`, `.htm`, `.xhtml`, `.xht`, `.shtml`, `.xml`), PDFs (`.pdf`), and pages as browsers and
    /// archives save them (`.mhtml`, `.mht`, `.warc`, `.wacz`), also if gzip compressed them (`.gz`). Of
    /// others is told what to do about them: `.docx`, `.doc`, `.odt`, `.rtf`, `.epub`, `.webarchive`,
    /// `.zip`, `.png`, `.jpg`, `.jpeg`
    #[arg(long, value_name = "DIR")]
    snapshots: Option<PathBuf>,
    /// A folder of newer copies, named alike: say what stands there still, and write nothing
    ///
    /// What was found before is what the evidence lock says. Exits with 1 unless all stands there
    #[arg(long, value_name = "DIR", conflicts_with_all = ["snapshots", "day"])]
    against: Option<PathBuf>,
    /// How to show what stands there
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: VerifyFormat,
    /// The day to record, as 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum VerifyFormat {
    /// Source by source, for people
    Human,
    /// As one JSON document a brief
    Json,
}

/// Returns the folder that is looked in.
fn folder(arguments: &VerifyArguments) -> Result<&Path, Failure> {
    match (&arguments.against, &arguments.snapshots) {
        (Some(newer), _) => Ok(newer),
        (None, Some(_)) if arguments.format == VerifyFormat::Json => Err(Failure::new(
            "`--format` is for `--against`",
            "leave it out, or write `brief verify --against <DIR> --format json`",
        )),
        (None, Some(snapshots)) => Ok(snapshots),
        (None, None) => Err(Failure::new(
            "`--snapshots <DIR>` is missing",
            "write `brief verify --snapshots <DIR>`",
        )),
    }
}

pub(super) fn run(arguments: &VerifyArguments) -> Result<Outcome, Failure> {
    let folder = &open_folder(folder(arguments)?)?;
    let day = day_or_today(arguments.day.as_deref())?;
    let inputs = resolve(&arguments.files)?;
    let files = inputs.iter().map(|input| {
        let mut file = FileOutcome::new(input.name());
        let done = if arguments.against.is_some() {
            tell_compared(input, folder, arguments.format, &mut file)
        } else {
            verify(input, folder, &day, &mut file)
        };
        file.failure = done.err();
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
    let Some(brief) = read(input, file)? else {
        return Ok(());
    };
    let analysis = Analysis::of(&brief);
    let earlier = earlier(input)?;
    let items = Item::all(&brief, &analysis);
    let known = known(&earlier, &items);
    let wanted: Vec<Wanted<'_>> = items.iter().map(|item| item.wanted(&analysis)).collect();
    let (findings, borrowed) = look(&brief, &analysis, folder, &wanted);
    let (mut quotes, mut passages, mut lines) = (Vec::new(), Vec::new(), String::new());
    let unlabelled = found_as_edited(&brief, folder, &wanted, &findings);
    for (number, ((item, best), known)) in items.iter().zip(&findings).zip(known).enumerate() {
        file.is_fault |= !best.finding.check.is_verified();
        report(item, best, &mut lines);
        if unlabelled.contains(&number) {
            lines.push_str(
                "  its words stand there around the marks: all it lacks is `kind: [edited]`\n",
            );
        }
        if !best.missing.is_empty() && best.source.is_none() {
            let names = best.missing.iter();
            let names: Vec<_> = names.map(|id| names_in_words(brief.source(*id))).collect();
            _ = writeln!(lines, "  looked for {}", names.join("; "));
        }
        let record = match known {
            Paired::Same(known) if best.source.is_none() && known.check.is_verified() => {
                let (check, day) = (known.check.word(), known.checked.as_str());
                _ = writeln!(lines, "  kept: {check}, checked {day}");
                known.clone()
            }
            Paired::Same(_) | Paired::Changed(_) | Paired::None => locked(item, best, day),
        };
        match item {
            Item::Quote(..) => quotes.push(record),
            Item::Passage { .. } => passages.push(record),
        }
    }
    tell_borrowed(&borrowed, &mut lines);
    file.said.push(Said::Out(lines.into_bytes()));
    let Some(path) = input.lock() else {
        return Ok(());
    };
    let text = Lock::new(quotes)
        .with(passages, borrowed)
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

/// Reads a brief; what is wrong with it is told with the file.
fn read(input: &InputPath, file: &mut FileOutcome) -> Result<Option<Brief>, Failure> {
    let bytes = input.read().map_err(|error| unreadable(input, &error))?;
    let beside = Beside::without_locks(input);
    // What is still to be written keeps no quote from being found.
    let input = brief::Input::new(&bytes).with(&beside).as_draft(true);
    let checked = input.check();
    (file.text, file.included) = (checked.text, checked.included);
    if checked.brief.is_none() {
        file.diagnostics = checked.diagnostics;
        return Ok(None);
    }
    // A quote that a comment cuts off is found word for word.
    let cut = checked.diagnostics.iter();
    for cut in cut.filter(|found| found.code() == "cut-text") {
        file.diagnostics.push(cut.clone());
    }
    Ok(checked.brief)
}

/// Holds what a brief quotes against newer copies of its sources, and tells what stands there.
fn tell_compared(
    input: &InputPath,
    folder: &Folder,
    format: VerifyFormat,
    file: &mut FileOutcome,
) -> Result<(), Failure> {
    let Some(comparison) = compare(input, folder, file)? else {
        return Ok(());
    };
    file.is_fault = !comparison.is_whole();
    let told = match format {
        VerifyFormat::Human => comparison.text(),
        VerifyFormat::Json => comparison.json(&input.name()),
    };
    file.said.push(Said::Out(told.into_bytes()));
    Ok(())
}

/// Holds what a brief quotes against snapshots of its sources, and writes nothing; what is wrong with the
/// brief is told with the file.
pub(super) fn compare(
    input: &InputPath,
    folder: &Folder,
    file: &mut FileOutcome,
) -> Result<Option<Comparison>, Failure> {
    let Some(brief) = read(input, file)? else {
        return Ok(None);
    };
    let analysis = Analysis::of(&brief);
    let earlier = earlier(input)?;
    let items = Item::all(&brief, &analysis);
    let known = known(&earlier, &items);
    let comparison = Comparison::of(&brief, &analysis, folder, &items, &known);
    Ok(Some(comparison))
}

/// Looks for all that is wanted, and for the words that paraphrases have from their sources.
fn look(
    brief: &Brief,
    analysis: &Analysis,
    folder: &Folder,
    wanted: &[Wanted<'_>],
) -> (Vec<Best>, Vec<BorrowedWords>) {
    let mut all: Vec<BorrowedWords> = Vec::new();
    let sources = sources_of(brief, analysis);
    let findings = search(brief, folder, &sources, wanted, |source, snapshot, _, _| {
        let claims = claims_from(brief, analysis, source);
        let found = borrowed(brief, &claims, snapshot).into_iter();
        all.extend(found.map(|(id, words)| BorrowedWords {
            claim: brief.claim(id).key.to_string(),
            words,
            source: brief.source(source).key.to_string(),
        }));
    });
    all.dedup();
    (findings, all)
}

/// Writes a line for each paraphrase that is its source's wording.
fn tell_borrowed(borrowed: &[BorrowedWords], lines: &mut String) {
    for found in borrowed {
        let (claim, source, words) = (&found.claim, &found.source, printable(&found.words));
        _ = writeln!(
            lines,
            "{claim}: “{words}” is the wording of {source}: say it in your own words, or quote it"
        );
    }
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

fn locked(item: &Item<'_>, best: &Best, day: &Day) -> LockedQuote {
    let (Item::Quote(brief, _) | Item::Passage { brief, .. }) = item;
    let source = best.source.as_ref();
    let words = item.words();
    LockedQuote {
        claim: words.claim.to_owned(),
        text: words.text.to_owned(),
        original: words.original.map(str::to_owned),
        check: best.finding.check,
        reason: best.finding.reason,
        between: best.finding.between.clone(),
        caveats: best.finding.caveats.clone(),
        checked: day.clone(),
        source: source.map(|(source, _)| brief.source(*source).key.to_string()),
        snapshot: source.map(|(_, file)| file.clone()),
        at: best.finding.at.clone(),
        pages: best.finding.pages.clone(),
    }
}

/// Returns what an earlier lock has on each.
pub(super) fn known<'l>(earlier: &'l Lock, items: &[Item<'_>]) -> Vec<Paired<'l>> {
    let (quotes, passages): (Vec<&Item<'_>>, Vec<&Item<'_>>) = items
        .iter()
        .partition(|item| matches!(item, Item::Quote(..)));
    let [quotes, passages] =
        [quotes, passages].map(|items| items.into_iter().map(Item::words).collect::<Vec<_>>());
    let passages = pair_passages(earlier, &passages).0;
    pair(earlier, &quotes)
        .0
        .into_iter()
        .chain(passages)
        .collect()
}

/// Writes the line of a quote or a passage. Writing to a string cannot fail.
fn report(item: &Item<'_>, best: &Best, lines: &mut String) {
    let finding = &best.finding;
    let is_passage = matches!(item, Item::Passage { .. });
    _ = write!(lines, "{} {}", item.label(), finding.check.word());
    if let Some((_, file)) = &best.source {
        _ = write!(lines, " in {}", printable(&file.file));
    }
    if let Some(record) = best
        .source
        .as_ref()
        .and_then(|(_, file)| file.record.as_ref())
    {
        let named = [&record.address, &record.time].into_iter().flatten();
        let named: Vec<_> = named.map(|name| printable(name)).collect();
        if !named.is_empty() {
            _ = write!(lines, " ({})", named.join(", "));
        }
    }
    if let [first, rest @ ..] = &*finding.pages {
        _ = write!(lines, ", page {}", first.name());
        for last in rest {
            _ = write!(lines, "–{}", last.name());
        }
    }
    if let Some(at) = finding.stretch() {
        _ = write!(lines, ", {} to {}", at.start, at.end);
    }
    for caveat in &finding.caveats {
        _ = write!(lines, "; {}", caveat.what());
    }
    let why = if is_passage {
        finding.why_of_passage()
    } else {
        finding.why()
    };
    if let Some(why) = &why {
        _ = write!(lines, ": {why}");
    }
    lines.push('\n');
    match &finding.nearest {
        Some(nearest) => {
            let (line, start) = (nearest.line, nearest.start);
            let diff = printable(&nearest.to_string());
            _ = writeln!(lines, "  nearest, line {line}, from {start}: {diff}");
            let at_ends = nearest.at_ends().filter(|_| !is_passage);
            if let Some(advice) = at_ends.or_else(|| nearest.look_alike()) {
                _ = writeln!(lines, "  {}", printable(&advice));
            }
        }
        None if finding.check == Check::Absent && why.is_none() => {
            lines.push_str("  none of its words stand there\n");
        }
        None => {}
    }
}
