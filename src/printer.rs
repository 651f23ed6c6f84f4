//! Printing: the one place that writes to standard output and standard error.

mod meter;
mod prints;
mod summary;

use std::io::{self, BufWriter, Write};
use std::path::Path;

use brief::check::RULES;
use brief::diagnostics::terminal::{self, Style};
use brief::diagnostics::{Failure, FileReport, Input, MachineFormat, printable};

use crate::cli::Says;
use crate::commands::{
    Audience, Diff, Exit, FileOutcome, Made, Meter, Outcome, Page, Report, UsageError, Verified,
};

/// Up to so many files have a line each for what is well; more have a meter, and their sum.
const FEW: usize = 8;

/// Standard output and standard error, or what stands in for them in a test.
pub(crate) struct Printer<O, E> {
    out: O,
    err: E,
    style: Style,
    out_style: Style,
}

impl<O: Write, E: Write> Audience for Printer<O, E> {
    fn hear(&mut self, round: &Result<Outcome, UsageError>) {
        // How the run ends is not settled by one round of it.
        let _: Exit = self.round(round);
    }

    fn meter(&self, files: usize) -> Box<dyn Meter> {
        meter::of(files)
    }
}

impl<O: Write, E: Write> Printer<O, E> {
    /// Makes a printer; the style is that of standard error, and nothing on standard output has one.
    pub(crate) fn new(out: O, err: E, style: Style) -> Self {
        Self {
            out,
            err,
            style,
            out_style: Style::Plain,
        }
    }

    /// Sets the style of standard output.
    #[must_use]
    pub(crate) fn with_out_style(self, out_style: Style) -> Self {
        Self { out_style, ..self }
    }

    /// Prints what is said instead of running a command.
    pub(crate) fn answer(&mut self, says: &Says) -> Exit {
        match says {
            Says::Text(text) => {
                let text = Says::text(text, self.out_style);
                self.print(&text)
            }
            Says::Refusal(refusal) => {
                self.fail(&refusal.message, Some(&refusal.help));
                Exit::Machine
            }
        }
    }

    /// Prints what came of a command, and returns how it ended.
    pub(crate) fn round(&mut self, round: &Result<Outcome, UsageError>) -> Exit {
        match round {
            Ok(outcome) => self.outcome(outcome),
            Err(error) => self.usage_error(error),
        }
    }

    fn outcome(&mut self, outcome: &Outcome) -> Exit {
        match outcome {
            Outcome::Text(text) => self.print(text),
            Outcome::Made(made) => self.made(made),
            Outcome::Remark(text) => {
                self.say(&format!("{}\n", printable(text)));
                Exit::Fine
            }
            Outcome::Build(report) => self.build(report),
            Outcome::Check(report) => self.check(report),
            Outcome::Verify(files) => self.verify(files),
            Outcome::Diff(diff) => self.diff(diff),
            Outcome::Pdf(prints) => self.prints(prints),
        }
    }

    fn usage_error(&mut self, error: &UsageError) -> Exit {
        self.fail(&error.message, Some(&error.help));
        Exit::Machine
    }

    fn build(&mut self, report: &Report) -> Exit {
        if let Some(format) = report.format {
            // As in `say`, nowhere is left to report a failure to.
            drop(write_report(format, &mut self.err, &report.files));
        }
        let by_machine = report.format.is_some();
        let mut exit = report.exit();
        for file in &report.files {
            if !by_machine {
                self.problems(file);
            }
            let is_told = !by_machine && report.files.len() <= FEW;
            exit = exit.max(self.page(&file.page, is_told));
        }
        if !by_machine {
            self.say(&summary::of_build(&report.files));
        }
        exit
    }

    fn made(&mut self, made: &Made) -> Exit {
        for path in &made.paths {
            self.wrote(path);
        }
        self.say(&made.next);
        Exit::Fine
    }

    fn wrote(&mut self, path: &Path) {
        let path = printable(&path.display().to_string());
        self.say(&format!("wrote {path}\n"));
    }

    fn page(&mut self, page: &Page, is_told: bool) -> Exit {
        match page {
            Page::Printed(html) => return self.print(html),
            Page::Written(path) if is_told => self.wrote(path),
            Page::Written(_) | Page::None => {}
        }
        Exit::Fine
    }

    fn check(&mut self, report: &Report) -> Exit {
        if let Some(format) = report.format {
            let written = write_report(format, &mut self.out, &report.files);
            return self.printed(written).max(report.exit());
        }
        for file in &report.files {
            self.problems(file);
            let is_well = file.diagnostics.is_empty() && file.failure.is_none();
            if is_well && report.files.len() <= FEW {
                self.say(&format!("no problems in {}\n", printable(&file.name)));
            }
        }
        self.say(&summary::of_check(&report.files));
        report.exit()
    }

    fn verify(&mut self, files: &[Verified]) -> Exit {
        let mut exit = Exit::Fine;
        for verified in files {
            self.problems(&verified.file);
            exit = exit.max(verified.exit()).max(self.print(&verified.lines));
            exit = exit.max(self.page(&verified.file.page, true));
        }
        exit
    }

    fn diff(&mut self, diff: &Diff) -> Exit {
        match diff.format {
            Some(format) if diff.shown.is_none() => {
                // As in `say`, nowhere is left to report a failure to.
                drop(write_report(format, &mut self.err, &diff.files));
            }
            Some(_) | None => {
                for file in &diff.files {
                    self.problems(file);
                }
            }
        }
        let Some(shown) = &diff.shown else {
            return diff.exit();
        };
        let text = match self.out_style {
            Style::Plain => &shown.plain,
            Style::Styled => &shown.coloured,
        };
        self.print(text).max(diff.exit())
    }

    fn problems(&mut self, file: &FileOutcome) {
        let text = terminal::render(input(file), &file.diagnostics, self.style);
        self.say(&text);
        if let Some(failure) = &file.failure {
            self.fail(&failure.message, failure.help.as_deref());
        }
    }

    fn fail(&mut self, message: &str, help: Option<&str>) {
        let text = terminal::failure(message, help, self.style);
        self.say(&text);
    }

    fn print(&mut self, text: &str) -> Exit {
        self.bring(text.as_bytes())
    }

    /// Writes to standard output. A reader that went away, as `head` does, is no failure.
    fn bring(&mut self, bytes: &[u8]) -> Exit {
        let written = self.out.write_all(bytes);
        let written = written.and_then(|()| self.out.flush());
        self.printed(written)
    }

    fn printed(&mut self, written: io::Result<()>) -> Exit {
        match written {
            Ok(()) => Exit::Fine,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine,
            Err(error) => {
                self.fail(&format!("cannot write to standard output: {error}"), None);
                Exit::Machine
            }
        }
    }

    /// Writes to standard error; if that fails, nowhere is left to say so.
    fn say(&mut self, text: &str) {
        drop(self.err.write_all(text.as_bytes()));
    }
}

fn write_report(
    format: MachineFormat,
    to: &mut impl Write,
    files: &[FileOutcome],
) -> io::Result<()> {
    let reports: Vec<_> = files
        .iter()
        .map(|file| FileReport {
            input: input(file),
            diagnostics: &file.diagnostics,
            failure: file.failure.as_ref().map(|failure| Failure {
                message: &failure.message,
                help: failure.help.as_deref(),
            }),
        })
        .collect();
    format.write(&mut BufWriter::new(to), &reports, &RULES)
}

fn input(file: &FileOutcome) -> Input<'_> {
    Input {
        name: &file.name,
        text: &file.text,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::path::PathBuf;

    use brief::check::RULES;
    use brief::diagnostics::terminal::Style;
    use brief::diagnostics::{Diagnostic, Diagnostics, MachineFormat, Place};

    use super::Printer;
    use crate::commands::{Exit, FileOutcome, Outcome, Page, Report};

    fn file(page: Page) -> FileOutcome {
        FileOutcome {
            name: "a.yaml".to_owned(),
            text: String::new(),
            diagnostics: Diagnostics::new(),
            failure: None,
            page,
        }
    }

    fn build(files: Vec<FileOutcome>) -> Outcome {
        Outcome::Build(Report {
            format: None,
            files,
        })
    }

    /// Prints to memory; returns the exit, standard output and standard error.
    fn print(outcome: &Outcome) -> (Exit, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = Printer::new(&mut out, &mut err, Style::Plain).outcome(outcome);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (exit, text(out), text(err))
    }

    #[test]
    fn a_printed_page_is_alone_on_standard_output() {
        let (exit, out, err) = print(&build(vec![file(Page::Printed("<p>".to_owned()))]));
        assert_eq!((exit, out.as_str(), err.as_str()), (Exit::Fine, "<p>", ""));
    }

    #[test]
    fn names_of_files_cannot_bring_escape_sequences() {
        let page = Page::Written(PathBuf::from("a\u{1b}[2J.html"));
        let (_, _, err) = print(&build(vec![file(page)]));
        assert_eq!(err, "wrote a␛[2J.html\n");
    }

    #[test]
    fn of_several_files_the_worst_exit_counts() {
        let mut faulty = file(Page::None);
        let fault = Diagnostic::new(RULES.find("syntax").unwrap(), Place::Whole, "a fault");
        faulty.diagnostics.push(fault);
        let mut failed = file(Page::None);
        failed.failure = Some("cannot read".to_owned().into());
        let fine = || file(Page::None);
        assert_eq!(print(&build(vec![fine(), fine()])).0, Exit::Fine);
        assert_eq!(print(&build(vec![fine(), faulty, fine()])).0, Exit::Input);
        assert_eq!(print(&build(vec![failed, fine()])).0, Exit::Machine);
    }

    struct Closed(io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn print_to(closed: Closed, format: Option<MachineFormat>) -> (Exit, String) {
        let outcome = if format.is_some() {
            let files = vec![file(Page::None)];
            Outcome::Check(Report { format, files })
        } else {
            Outcome::Text("text".to_owned())
        };
        let mut err = Vec::new();
        let exit = Printer::new(closed, &mut err, Style::Plain).outcome(&outcome);
        (exit, String::from_utf8(err).unwrap())
    }

    #[test]
    fn a_reader_that_went_away_is_no_failure_and_a_full_disk_is() {
        for format in [None, Some(MachineFormat::Json), Some(MachineFormat::Sarif)] {
            let gone = print_to(Closed(io::ErrorKind::BrokenPipe), format);
            assert_eq!(gone, (Exit::Fine, String::new()));
            let (exit, err) = print_to(Closed(io::ErrorKind::StorageFull), format);
            assert_eq!(exit, Exit::Machine);
            assert!(
                err.starts_with("error: cannot write to standard output"),
                "{err}"
            );
        }
    }
}
