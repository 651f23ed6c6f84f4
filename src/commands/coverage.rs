//! `brief coverage`: shows, sentence by sentence, what of its sources the claims of a brief rest on.

use std::path::{Path, PathBuf};

use brief::analysis::Analysis;
use brief::coverage::{Coverage, Covered, On, Rest, Unfound, borrowed};
use brief::diagnostics::terminal::Style;
use brief::evidence::Finding;
use brief::model::{Brief, SourceId};
use clap::{Args, ValueEnum};

use super::destination::{Destination, one};
use super::examine::Beside;
use super::input::{InputPath, identity};
use super::look::{Item, Wanted, claims_from, search};
use super::make::deliver;
use super::resolve::{sole, unreadable};
use super::snapshots::{Folder, names_in_words, open_folder};
use crate::outcome::{Failure, FileOutcome, Outcome, Said, Text};

#[derive(Args, Clone, Debug)]
pub(crate) struct CoverageArguments {
    /// The file; `-` is standard input [default: the one brief in content, translations apart]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The folder of the snapshots, as `brief verify` reads it
    #[arg(long, value_name = "DIR")]
    snapshots: PathBuf,
    /// Look at this source alone; may be given several times
    #[arg(long = "source", value_name = "ID")]
    sources: Vec<String>,
    /// Fail if less than so many of a hundred sentences are covered, or if a source has no snapshot
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    min: Option<u8>,
    /// What to show it as
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: CoverageFormat,
    /// Where to write it; `-` is standard output, which is the default
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CoverageFormat {
    /// The text of each source, with the claims in the margin
    Text,
    /// The same as a page for the desk: it holds the sources' text, and is not to be published
    Html,
    /// Places in code points, for programs
    Json,
}

pub(super) fn run(arguments: &CoverageArguments) -> Result<Outcome, Failure> {
    let folder = open_folder(&arguments.snapshots)?;
    let input = sole(arguments.file.as_deref())?;
    let destination = one(&input, arguments.output.as_deref())?;
    refuse_snapshot(&destination, &arguments.snapshots)?;
    let (mut file, brief) = read(&input)?;
    let Some(brief) = brief else {
        return Ok(of(file));
    };
    let sources = sources(&arguments.sources, &brief)?;
    let coverage = cover(&brief, &folder, &sources);
    let text = match arguments.format {
        CoverageFormat::Text => Text {
            plain: coverage.text(Style::Plain),
            coloured: coverage.text(Style::Styled),
        },
        CoverageFormat::Html => coverage.html().into(),
        CoverageFormat::Json => coverage.json().into(),
    };
    let why = arguments.min.and_then(|min| too_little(&coverage, min));
    file.is_fault = why.is_some();
    file.said.extend(why.map(Said::Remark));
    match destination {
        Destination::Stdout => Ok(Outcome { text, ..of(file) }),
        Destination::File(_) => {
            match deliver(text.plain.into_bytes(), destination, "") {
                Ok(said) => file.said.push(said),
                Err(failure) => file.failure = Some(Failure::of_machine(failure)),
            }
            Ok(of(file))
        }
    }
}

/// Reads a brief; what is wrong with it is told with the file.
pub(super) fn read(input: &InputPath) -> Result<(FileOutcome, Option<Brief>), Failure> {
    let bytes = input.read().map_err(|error| unreadable(input, &error))?;
    let beside = Beside::without_locks(input);
    // What is still to be written rests on its passages already.
    let checked = brief::Input::new(&bytes)
        .with(&beside)
        .as_draft(true)
        .check();
    let mut file = FileOutcome::new(input.name());
    (file.text, file.included) = (checked.text, checked.included);
    if checked.brief.is_none() {
        file.diagnostics = checked.diagnostics;
    }
    Ok((file, checked.brief))
}

fn of(file: FileOutcome) -> Outcome {
    Outcome {
        files: vec![file],
        ..Outcome::default()
    }
}

/// Refuses to write among the snapshots: what stands there is taken for one.
fn refuse_snapshot(destination: &Destination, snapshots: &Path) -> Result<(), Failure> {
    let Destination::File(path) = destination else {
        return Ok(());
    };
    if identity(path).parent() != Some(&identity(snapshots)) {
        return Ok(());
    }
    let message = format!("`{}` would stand among the snapshots", path.display());
    Err(Failure::new(
        message,
        "name a file elsewhere: `--output coverage.html`",
    ))
}

/// Returns the sources that were read, or those of them that are named.
pub(super) fn sources(wanted: &[String], brief: &Brief) -> Result<Vec<SourceId>, Failure> {
    let read = brief
        .sources()
        .filter(|(_, source)| source.through.is_empty());
    let read: Vec<SourceId> = read.map(|(id, _)| id).collect();
    if wanted.is_empty() {
        return Ok(read);
    }
    let named = wanted.iter().map(|name| {
        let mut read = read.iter();
        read.find(|id| *brief.source(**id).key == **name)
            .copied()
            .ok_or_else(|| {
                let names = read_names(brief);
                Failure::new(
                    format!("the brief has no source `{name}` that was read"),
                    format!("name one of {names}"),
                )
            })
    });
    named.collect()
}

fn read_names(brief: &Brief) -> String {
    let read = brief
        .sources()
        .filter(|(_, source)| source.through.is_empty());
    let names: Vec<String> = read.map(|(_, source)| source.key.to_string()).collect();
    names.join(", ")
}

/// Looks for all that rests on some sources.
pub(super) fn cover<'b>(brief: &'b Brief, folder: &Folder, sources: &[SourceId]) -> Coverage<'b> {
    let analysis = Analysis::of(brief);
    let items = Item::all(brief, &analysis);
    let wanted: Vec<Wanted<'_>> = items
        .iter()
        .map(|item| {
            let mut wanted = item.wanted(&analysis);
            wanted.sources.retain(|id| sources.contains(id));
            wanted
        })
        .collect();
    let mut coverage = Coverage::of(brief);
    let mut seen: Vec<SourceId> = Vec::new();
    let best = search(
        brief,
        folder,
        sources,
        &wanted,
        |source, snapshot, file, found| {
            if snapshot.obstacle().is_some() {
                return;
            }
            let language = brief.source(source).lang.as_ref();
            let language = language.unwrap_or(&brief.parts().lang);
            let rests = rests(&items, found);
            let covered = Covered::new(source, (snapshot, file), language, &rests);
            coverage.snapshots.push(covered);
            coverage.borrowed.extend(borrowed(
                brief,
                &claims_from(brief, &analysis, source),
                snapshot,
            ));
            seen.push(source);
        },
    );
    for (item, best) in items.iter().zip(&best) {
        let is_of_these = best.source.is_some() || !best.missing.is_empty();
        if is_of_these && !best.finding.check.is_verified() {
            coverage.unfound.push(Unfound {
                claim: item.claim(),
                text: item.words().text.to_owned(),
                check: best.finding.check,
            });
        }
    }
    coverage.borrowed.sort_by_key(|(id, _)| *id);
    coverage.borrowed.dedup();
    for id in sources.iter().filter(|id| !seen.contains(id)) {
        let why = why_unread(brief, folder, *id);
        coverage.unread.push((*id, why));
    }
    coverage
}

/// Returns where what was found stands: each part of a quote, and the whole of a passage.
fn rests(items: &[Item<'_>], found: &[(usize, Finding)]) -> Vec<Rest> {
    let mut rests = Vec::new();
    for (number, finding) in found.iter().filter(|(_, one)| one.check.is_verified()) {
        let Some(item) = items.get(*number) else {
            continue;
        };
        let on = match (item.claim(), item.left_out()) {
            (Some(id), _) => On::Claim(id),
            (None, number) => On::LeftOut(number.unwrap_or_default()),
        };
        let parts = finding.at.iter().map(|at| at.start..at.end);
        let places = match item {
            Item::Quote(..) => parts.collect(),
            Item::Passage { .. } => finding.stretch().into_iter().collect::<Vec<_>>(),
        };
        rests.extend(places.into_iter().map(|at| Rest { at, on }));
    }
    rests
}

/// Says why nothing is known of a source.
fn why_unread(brief: &Brief, folder: &Folder, id: SourceId) -> String {
    let found = folder.read(brief.source(id));
    let obstacles = found.read.iter().filter_map(|(snapshot, file)| {
        let obstacle = snapshot.obstacle()?;
        Some(format!("{}: {}", file.file, obstacle.what()))
    });
    let errors = found.unreadable.iter();
    let errors = errors.map(|(file, error)| format!("{file}: {error}"));
    let why: Vec<String> = obstacles.chain(errors).collect();
    if why.is_empty() {
        return format!("no snapshot ({})", names_in_words(brief.source(id)));
    }
    why.join("; ")
}

/// Says what is too little.
fn too_little(coverage: &Coverage<'_>, min: u8) -> Option<String> {
    let count = coverage.count();
    if !coverage.unread.is_empty() {
        return Some(format!(
            "of {} source(s) nothing is known: whether {min} % are covered cannot be said; name those to \
             look at by `--source ID`\n",
            coverage.unread.len()
        ));
    }
    (!count.is_at_least(usize::from(min))).then(|| {
        let percent = count.percent().unwrap_or(0);
        format!(
            "{} of {} sentences are covered, {percent} %, and {min} % are asked for\n",
            count.covered, count.all
        )
    })
}
