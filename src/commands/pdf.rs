//! `brief pdf`: has an installed browser print a brief as PDF.

mod browser;
mod interruption;
mod print;
mod processes;
mod room;

use std::collections::BTreeSet;
use std::env;
use std::fmt::Display;
use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;
use std::time::Duration;

use brief::diagnostics::{Diagnostic, printable};
use brief::page::Paper;
use brief::pdf::{Printed, make_accessible, settle};
use brief::{Edition, PageLimit};
use clap::{Args, ValueEnum};

use super::arguments::{Deny, Format, PageArguments};
use super::destination::{Destination, plan_pdfs};
use super::examine::{Beside, examine};
use super::input::InputPath;
use super::make::{PageMaker, deliver, locales};
use super::resolve::sole;
use crate::outcome::{Failure, FileOutcome, MachineReport, Outcome, Said};
use print::{Printing, print};

/// The variable that names the browser; one that is empty names none.
const BROWSER: &str = "BRIEF_BROWSER";
/// How far a page may be from its paper's size, in points: browsers count in whole pixels.
const NEAR: f32 = 2.0;

#[derive(Args, Clone, Debug)]
pub(crate) struct PdfArguments {
    /// The file; `-` is standard input [default: the one brief in content, translations apart]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The PDF's file, or a folder; `-` is standard output
    /// [default: dist/<name>.pdf; for standard input, standard output]
    #[arg(short, long, value_name = "OUT", verbatim_doc_comment)]
    output: Option<PathBuf>,
    /// The paper; given twice, <name>-a4.pdf and <name>-letter.pdf are made
    #[arg(long, value_name = "PAPER", default_value = "a4")]
    paper: Vec<PaperName>,
    /// Fail if it takes more pages, and say how many words to cut
    #[arg(long, value_name = "NUMBER")]
    max_pages: Option<NonZeroUsize>,
    #[command(flatten)]
    page: PageArguments,
    /// The Chrome, Chromium or Edge that prints [default: what `BRIEF_BROWSER` names, else the first that is found]
    #[arg(long, value_name = "PATH")]
    browser: Option<PathBuf>,
    /// How many seconds it may take
    #[arg(long, value_name = "SECONDS", default_value = "60")]
    timeout: NonZeroU64,
    /// Treat these problems as errors
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,
    /// How to report problems, on standard error
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PaperName {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

pub(super) fn run(arguments: &PdfArguments) -> Result<Outcome, Failure> {
    let input = sole(arguments.file.as_deref())?;
    let papers = papers(arguments);
    let destinations = plan_pdfs(&input, &papers, arguments.output.as_deref())?;
    let words = locales(&arguments.page.words).ok();
    let (mut file, brief) = examine(&input, words.as_ref(), arguments.deny);
    if let Some(brief) = brief {
        let named = env::var_os(BROWSER).filter(|path| !path.is_empty());
        let named = arguments.browser.clone().or(named.map(PathBuf::from));
        let browser = named.map_or_else(browser::find, Ok);
        let pairs = papers.into_iter().zip(destinations).collect();
        let end = browser.and_then(|browser| {
            let job = Job {
                input: &input,
                edition: Edition::of(brief),
                arguments,
                browser,
            };
            job.work(pairs, &mut file).map_err(Failure::of_machine)
        });
        file.failure = end.err();
    }
    let format = arguments.format.for_machines();
    Ok(Outcome {
        files: vec![file],
        report: format.map(MachineReport::OnStderr),
        ..Outcome::default()
    })
}

fn papers(arguments: &PdfArguments) -> Vec<Paper> {
    let mut papers: Vec<Paper> = Vec::new();
    for name in &arguments.paper {
        let paper = match name {
            PaperName::A4 => Paper::A4,
            PaperName::Letter => Paper::Letter,
        };
        if !papers.contains(&paper) {
            papers.push(paper);
        }
    }
    papers
}

struct Job<'a> {
    input: &'a InputPath,
    edition: Edition,
    arguments: &'a PdfArguments,
    browser: PathBuf,
}

impl Job<'_> {
    /// Makes all PDFs, and writes them if none of them is too long; what was written before a
    /// failure is told as well.
    fn work(&self, pairs: Vec<(Paper, Destination)>, file: &mut FileOutcome) -> Result<(), String> {
        let maker = PageMaker::new(&self.arguments.page)?;
        let mut printed = Vec::with_capacity(pairs.len());
        let mut boxes = BTreeSet::new();
        for (paper, destination) in pairs {
            let html = maker.make(&self.edition, Some(paper))?;
            let (bytes, read) = self.print(&html, paper, &destination)?;
            boxes.extend(&read.without_font);
            if let Some(fault) = self.excess(&read, paper, file.own_text()) {
                file.diagnostics.push(fault);
            }
            printed.push((destination, bytes, read.pages.len(), paper));
        }
        if file.diagnostics.has_errors() {
            return Ok(());
        }
        for (destination, bytes, pages, paper) in printed {
            let plural = if pages == 1 { "" } else { "s" };
            let size = format!(": {pages} page{plural}, {}", paper.name());
            file.said.push(deliver(bytes, destination, &size)?);
        }
        if let Some(remark) = without_font(&boxes) {
            file.notes.push(remark.clone());
            file.said.push(Said::Remark(remark + "\n"));
        }
        Ok(())
    }

    fn print(
        &self,
        html: &str,
        paper: Paper,
        destination: &Destination,
    ) -> Result<(Vec<u8>, Printed), String> {
        let printing = Printing {
            browser: &self.browser,
            near: destination.folder(),
            timeout: Duration::from_secs(self.arguments.timeout.get()),
        };
        let mut bytes = print(html, &printing)?;
        let parts = self.edition.brief().parts();
        settle(&mut bytes, parts.as_of.earliest_in_utc());
        let bytes = make_accessible(bytes, html).map_err(|error| self.refused(&error))?;
        let printed = Printed::read(bytes.clone()).map_err(|error| self.refused(&error))?;
        if !is_same(&printed.title, &parts.title) {
            return Err(self.refused(&"the PDF is of another page"));
        }
        let mut pages = printed.pages.iter();
        if pages.all(|page| is_near(*page, paper.points())) {
            return Ok((bytes, printed));
        }
        let reason = format!("the PDF is not of the size {}", paper.name());
        Err(self.refused(&reason))
    }

    fn refused(&self, reason: &dyn Display) -> String {
        let browser = self.browser.display();
        format!("{reason}; take a newer browser than `{browser}`: `--browser PATH`")
    }

    /// Says what to cut if there are more pages than there may be.
    fn excess(&self, printed: &Printed, paper: Paper, text: &str) -> Option<Diagnostic> {
        let limit = PageLimit {
            pages: self.arguments.max_pages?.get(),
            paper: paper.name(),
        };
        if printed.pages.len() <= limit.pages {
            return None;
        }
        let beside = Beside::without_locks(self.input);
        let input = brief::Input::new(text).with(&beside);
        Some(input.too_many_pages(printed, limit))
    }
}

/// Says which characters are boxes in what was printed, by one of each run of neighbours: mostly a script has
/// a run of its own.
fn without_font(letters: &BTreeSet<char>) -> Option<String> {
    const RUN: u32 = 128;
    const MOST: usize = 8;
    let mut runs: Vec<char> = letters.iter().copied().collect();
    let count = match runs.len() {
        0 => return None,
        1 => "a character".to_owned(),
        count => format!("{count} characters"),
    };
    runs.dedup_by_key(|letter| u32::from(*letter) / RUN);
    let more = if runs.len() > MOST { ", …" } else { "" };
    let shown = runs.iter().take(MOST).map(|letter| {
        let shown = printable(&letter.to_string());
        format!("{shown} (U+{:04X})", u32::from(*letter))
    });
    let shown = shown.collect::<Vec<_>>().join(", ");
    Some(format!(
        "there is no font here for {count}, and boxes are printed in their place: {shown}{more}; \
         install fonts that have them"
    ))
}

/// Compares titles as browsers take them: runs of spaces are one.
fn is_same(one: &str, other: &str) -> bool {
    one.split_ascii_whitespace()
        .eq(other.split_ascii_whitespace())
}

fn is_near(page: (f32, f32), paper: (f32, f32)) -> bool {
    (page.0 - paper.0).abs() < NEAR && (page.1 - paper.1).abs() < NEAR
}
