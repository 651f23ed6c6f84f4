//! `brief pdf`: a brief as a PDF, printed by an installed browser.

mod browser;
mod destination;

use std::fmt::Display;
use std::path::PathBuf;
use std::time::Duration;

use brief::analysis::Edition;
use brief::check::{PageLimit, too_many_pages};
use brief::diagnostics::Diagnostic;
use brief::load;
use brief::page::Paper;
use brief::pdf::{Printed, settle};

use self::browser::{Printing, print};
use super::check::{cannot, examine};
use super::design::PageMaker;
use super::destination::Destination;
use super::outcome::{Failure, FileOutcome, Outcome, Prints, Sheet, SheetPlace, UsageError};
use super::resolve::sole;
use super::write::write_whole;
use crate::cli::PdfArguments;

/// How far a page may be from its paper's size, in points: browsers count in whole pixels.
const NEAR: f32 = 2.0;

/// Runs the command.
pub(super) fn run(arguments: &PdfArguments) -> Result<Outcome, UsageError> {
    let input = sole(arguments.file.as_deref())?;
    let papers = papers(arguments);
    let destinations = destination::plan(&input, &papers, arguments.output.as_deref())?;
    let (mut file, brief) = examine(&input, &arguments.inputs());
    let mut sheets = Vec::new();
    if let Some(brief) = brief {
        let browser = arguments.browser.clone().map_or_else(browser::find, Ok);
        let pairs = papers.into_iter().zip(destinations).collect();
        let end = browser.map_err(Failure::from).and_then(|browser| {
            let job = Job {
                edition: Edition::of(brief),
                arguments,
                browser,
            };
            job.work(pairs, &mut file, &mut sheets)
                .map_err(Failure::from)
        });
        file.failure = end.err();
    }
    Ok(Outcome::Pdf(Prints {
        format: arguments.format.for_machines(),
        file,
        sheets,
    }))
}

/// Returns the papers, each once.
fn papers(arguments: &PdfArguments) -> Vec<Paper> {
    let mut papers: Vec<Paper> = Vec::new();
    for paper in arguments.paper.iter().copied().map(Paper::from) {
        if !papers.contains(&paper) {
            papers.push(paper);
        }
    }
    papers
}

/// A brief that is to be printed.
struct Job<'a> {
    edition: Edition,
    arguments: &'a PdfArguments,
    browser: PathBuf,
}

impl Job<'_> {
    /// Makes all PDFs, and writes them if none of them is too long; what was written before a
    /// failure is told as well.
    fn work(
        &self,
        pairs: Vec<(Paper, Destination)>,
        file: &mut FileOutcome,
        sheets: &mut Vec<Sheet>,
    ) -> Result<(), String> {
        let mut made = Vec::with_capacity(pairs.len());
        for (paper, destination) in pairs {
            let (bytes, printed) = self.make(paper, &destination)?;
            if let Some(fault) = self.excess(&printed, paper, &file.text) {
                file.diagnostics.push(fault);
            }
            made.push((destination, bytes, printed.pages.len(), paper));
        }
        if file.diagnostics.has_errors() {
            return Ok(());
        }
        for (destination, bytes, pages, paper) in made {
            let to = deliver(bytes, destination)?;
            sheets.push(Sheet { to, pages, paper });
        }
        Ok(())
    }

    /// Has a PDF made, and looks at whether it is one that everyone can read.
    fn make(&self, paper: Paper, destination: &Destination) -> Result<(Vec<u8>, Printed), String> {
        let maker = PageMaker::read(&self.arguments.page)?;
        let html = maker.make(&self.edition, Some(paper))?;
        let printing = Printing {
            browser: &self.browser,
            near: destination.folder(),
            timeout: Duration::from_secs(self.arguments.timeout.get()),
        };
        let mut bytes = print(&html, &printing)?;
        settle(&mut bytes, self.edition.brief().parts().as_of.earliest());
        let printed = Printed::read(bytes.clone()).map_err(|lack| self.refused(&lack))?;
        if !is_same(&printed.title, &self.edition.brief().parts().title) {
            return Err(self.refused(&"the PDF is of another page"));
        }
        if !printed
            .pages
            .iter()
            .all(|page| is_near(*page, paper.points()))
        {
            let reason = format!("the PDF is not of the size {}", paper.name());
            return Err(self.refused(&reason));
        }
        Ok((bytes, printed))
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
        let document = load::read(text.as_bytes()).document;
        Some(too_many_pages(printed, limit, document.as_ref()))
    }
}

/// Compares titles as browsers take them: runs of spaces are one.
fn is_same(one: &str, other: &str) -> bool {
    one.split_ascii_whitespace()
        .eq(other.split_ascii_whitespace())
}

fn is_near(page: (f32, f32), paper: (f32, f32)) -> bool {
    (page.0 - paper.0).abs() < NEAR && (page.1 - paper.1).abs() < NEAR
}

fn deliver(bytes: Vec<u8>, destination: Destination) -> Result<SheetPlace, String> {
    match destination {
        Destination::Stdout => Ok(SheetPlace::Stdout(bytes)),
        Destination::File(path) => match write_whole(&path, &bytes) {
            Ok(()) => Ok(SheetPlace::File(path)),
            Err(error) => Err(cannot("write", &path.display().to_string(), &error)),
        },
    }
}
