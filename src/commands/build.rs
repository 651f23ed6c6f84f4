//! `brief build`: makes a page of each file; with `--watch`, again after every change.

use std::path::PathBuf;

use brief::Edition;
use clap::Args;

use super::arguments::{InputArguments, PageArguments};
use super::carry::CarryingPage;
use super::destination::{Destination, plan_pages};
use super::examine::examine_draft;
use super::input::{InputPath, identity};
use super::make::{Delivered, PageMaker, delivered, finished};
use super::many::{FEW, each_finished, sum_of_pages};
use super::resolve::Meant;
use super::watching::{Troubles, Watching};
use crate::outcome::{Failure, FileOutcome, MachineReport, Outcome, Said};
use crate::printer::Printer;

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(super) inputs: InputArguments,
    /// The page's file, or a folder for several pages; `-` is standard output
    /// [default: dist/<name>.html; for standard input, standard output]
    #[arg(short, long, value_name = "OUT", verbatim_doc_comment)]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) page: PageArguments,
    /// Make the page though texts are still to be written: TODO stands in their place
    #[arg(long)]
    pub(super) draft: bool,
    /// Leave the sources out of the page: the brief with its comments, what it includes, its lock and the
    /// editions before it. Without them nobody can audit the page
    #[arg(long)]
    pub(super) no_source: bool,
    /// Stay, and build again what changes: a file, its evidence, a template, a style sheet
    #[arg(long)]
    pub(super) watch: bool,
}

type Job = (InputPath, Destination);

pub(super) fn run(
    arguments: &BuildArguments,
    printer: &mut Printer<'_>,
) -> Result<Outcome, Failure> {
    let meant = Meant::by(&arguments.inputs.files);
    let jobs = jobs(&meant, arguments)?;
    if arguments.watch {
        return watch(jobs, &meant, arguments, printer);
    }
    Ok(build(jobs, arguments))
}

fn jobs(meant: &Meant, arguments: &BuildArguments) -> Result<Vec<Job>, Failure> {
    let inputs = meant.inputs()?;
    let destinations = plan_pages(&inputs, arguments.output.as_deref())?;
    Ok(inputs.into_iter().zip(destinations).collect())
}

fn build(jobs: Vec<Job>, arguments: &BuildArguments) -> Outcome {
    let maker = PageMaker::new(&arguments.page);
    let format = arguments.inputs.format;
    let are_few = jobs.len() <= FEW;
    let page_of = |(input, destination): Job| {
        let words = maker.as_ref().ok().map(PageMaker::words);
        let (mut file, brief, given) =
            examine_draft(&input, words, arguments.inputs.deny, arguments.draft);
        let folder = destination.folder();
        let is_told_alone = destination == Destination::Stdout;
        let page = brief.map(|brief| {
            let maker = maker.as_ref().map_err(Clone::clone)?;
            let edition = Edition::of(brief);
            let page = if arguments.no_source {
                CarryingPage::without(maker.make(&edition, None)?)
            } else {
                let sources = maker.sources(file.own_text(), given, arguments.draft);
                CarryingPage::make(maker, &edition, sources, &input)?
            };
            file.said.extend(page.warning.map(Said::Remark));
            let carries = !page.size.is_empty();
            if carries && is_told_alone {
                let told = format!("made a page{}{LEAVES_OUT}", page.size);
                file.said.push(Said::Remark(told));
            }
            let landed = Landed { folder, carries };
            let delivered = delivered(page.html.into_bytes(), destination, page.size)?;
            Ok::<_, String>((landed, delivered))
        });
        let page = page.transpose().unwrap_or_else(|failure| {
            file.failure = Some(Failure::of_machine(failure));
            None
        });
        (file, page)
    };
    let machines = format.for_machines();
    let tells_each = are_few || machines.is_some();
    let made = each_finished(jobs, format, page_of, |made| settled(made, tells_each));
    let (mut files, landed): (Vec<_>, Vec<_>) = made.into_iter().unzip();
    if machines.is_some() {
        files.iter_mut().for_each(FileOutcome::note_remarks);
    }
    let landed = landed.into_iter().flatten();
    let (folders, carries): (Vec<_>, Vec<_>) =
        landed.map(|landed| (landed.folder, landed.carries)).unzip();
    let mut remark = sum_of_pages(&files, &folders);
    // Of few, each says so itself.
    if !are_few && carries.contains(&true) {
        remark.extend([
            "the pages have their sources in them, comments too",
            LEAVES_OUT,
        ]);
    }
    Outcome {
        report: machines.map(MachineReport::OnStderr),
        remark,
        files,
        ..Outcome::default()
    }
}

/// What is said where sources go out.
const LEAVES_OUT: &str = "; `--no-source` leaves them out\n";

/// Where a page went.
#[derive(Clone)]
struct Landed {
    /// Its folder, unless that is standard output.
    folder: Option<PathBuf>,
    /// Whether it carries its sources.
    carries: bool,
}

/// A file, and what is known of its page if there is one.
type Made<P> = (FileOutcome, Option<P>);

/// Has pages come where they go, and says so of each, if that is asked for.
fn settled(made: Vec<Made<(Landed, Delivered)>>, tells_each: bool) -> Vec<Made<Landed>> {
    let (files, pages): (Vec<_>, Vec<_>) = made.into_iter().unzip();
    let folders: Vec<_> = pages
        .iter()
        .map(|page| Some(page.as_ref()?.0.clone()))
        .collect();
    let pages = pages.into_iter().flatten().map(|(_, page)| page).collect();
    let mut said = finished(pages).into_iter();
    let settled = files.into_iter().zip(folders).map(|(mut file, folder)| {
        match folder.as_ref().and_then(|_| said.next()) {
            Some(Ok(said)) if tells_each || matches!(said, Said::Out(_)) => file.said.push(said),
            Some(Ok(_)) | None => {}
            Some(Err(failure)) => {
                file.failure = Some(Failure::of_machine(failure));
                return (file, None);
            }
        }
        (file, folder)
    });
    settled.collect()
}

/// Builds until the user ends it. A fault in an input or in the arguments' files is reported, and
/// waits to be mended.
fn watch(
    mut known: Vec<Job>,
    meant: &Meant,
    arguments: &BuildArguments,
    printer: &mut Printer<'_>,
) -> Result<Outcome, Failure> {
    for (input, destination) in &known {
        refuse_streams(input, destination)?;
    }
    let inputs = known.iter().map(|(input, _)| input);
    let mut watching = Watching::begin(meant, &arguments.page, inputs)?;
    printer.report(Ok(build(known.clone(), arguments)));
    let remark = "waiting for changes; Ctrl-C ends\n".to_owned();
    printer.report(Ok(Outcome::remark(remark)));
    let mut troubles = Troubles::default();
    while let Some(changes) = watching.next(&pages(&known)) {
        let round = jobs(meant, arguments).map(|jobs| {
            let mut changed = jobs.clone();
            changed.retain(|job| changes.affect(&job.0) || !known.contains(job));
            known = jobs;
            changed
        });
        watching.widen(known.iter().map(|(input, _)| input))?;
        match round {
            Ok(changed) => {
                troubles.are_mended();
                if !changed.is_empty() {
                    printer.report(Ok(build(changed, arguments)));
                }
            }
            Err(error) => troubles.tell(error, printer),
        }
    }
    Ok(Outcome::default())
}

/// Returns where the pages go, as they are known to a watcher.
fn pages(jobs: &[Job]) -> Vec<PathBuf> {
    let files = jobs
        .iter()
        .filter_map(|(_, destination)| match destination {
            Destination::Stdout => None,
            Destination::File(path) => Some(identity(path)),
        });
    files.collect()
}

fn refuse_streams(input: &InputPath, destination: &Destination) -> Result<(), Failure> {
    let message = match (input, destination) {
        (InputPath::Stdin | InputPath::Text(..), _) => "standard input cannot be watched",
        (_, Destination::Stdout) => "standard output cannot take a page again and again",
        (InputPath::File(_), Destination::File(_)) => return Ok(()),
    };
    Err(Failure::new(message, "name a file"))
}
