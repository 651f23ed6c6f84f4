//! Prints: the one place that writes to standard output and standard error.

use std::io::{self, BufWriter, Write};

use brief::RULES;
use brief::diagnostics::terminal::{self, Style};
use brief::diagnostics::{FileReport, MachineFormat};
use indicatif::{ProgressBar, ProgressStyle};

use crate::outcome::{Exit, Failure, FileOutcome, MachineReport, Outcome, Said};

/// Prints to standard output and standard error, or in a test to whatever takes their place.
pub(crate) struct Printer<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// That of standard error.
    style: Style,
    out_style: Style,
}

/// Shows on standard error, if that is a terminal, how far a run over so many files is.
pub(crate) fn progress(files: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos} of {len}") {
        bar.set_style(style.progress_chars("━━ "));
    }
    bar
}

impl<'a> Printer<'a> {
    pub(crate) fn new(
        (out, out_style): (&'a mut dyn Write, Style),
        (err, style): (&'a mut dyn Write, Style),
    ) -> Self {
        Self {
            out,
            err,
            style,
            out_style,
        }
    }

    /// Prints what came of one round of a command that stays: how it ends is not settled by that.
    pub(crate) fn report(&mut self, round: Result<Outcome, Failure>) {
        let _: Exit = self.print(round);
    }

    /// Prints what came of a command, and returns how it ended.
    pub(crate) fn print(&mut self, round: Result<Outcome, Failure>) -> Exit {
        let outcome = match round {
            Ok(outcome) => outcome,
            Err(error) => {
                self.fail(&error);
                return error.exit;
            }
        };
        let mut exit = outcome.exit();
        match outcome.report {
            Some(MachineReport::OnStdout(format)) => {
                let written = write_report(format, self.out, &outcome.files);
                exit = exit.max(self.brought(written));
            }
            Some(MachineReport::OnStderr(format)) => {
                // As in `say`, nowhere is left to report a failure to.
                drop(write_report(format, self.err, &outcome.files));
            }
            None => {}
        }
        let is_for_people = outcome.report.is_none();
        for file in &outcome.files {
            if is_for_people {
                self.problems(file);
            }
            for said in &file.said {
                match said {
                    Said::Out(bytes) => exit = exit.max(self.bring(bytes)),
                    Said::Remark(line) if is_for_people => self.say(line),
                    Said::Remark(_) => {}
                }
            }
        }
        let text = match self.out_style {
            Style::Plain => &outcome.text.plain,
            Style::Styled => &outcome.text.coloured,
        };
        exit = exit.max(self.bring(text.as_bytes()));
        if is_for_people {
            self.say(&outcome.remark);
        }
        exit
    }

    fn problems(&mut self, file: &FileOutcome) {
        let text = terminal::render(file.input(), &file.diagnostics, self.style);
        self.say(&text);
        if let Some(failure) = &file.failure {
            self.fail(failure);
        }
    }

    fn fail(&mut self, failure: &Failure) {
        let text = terminal::failure(&failure.message, failure.help.as_deref(), self.style);
        self.say(&text);
    }

    fn bring(&mut self, bytes: &[u8]) -> Exit {
        let written = self.out.write_all(bytes);
        let written = written.and_then(|()| self.out.flush());
        self.brought(written)
    }

    /// Reports that standard output could not be written to. A reader that went away, as `head`
    /// does, is no failure.
    fn brought(&mut self, written: io::Result<()>) -> Exit {
        match written {
            Ok(()) => Exit::Fine,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine,
            Err(error) => {
                let message = format!("cannot write to standard output: {error}");
                self.fail(&Failure::of_machine(message));
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
    to: &mut dyn Write,
    files: &[FileOutcome],
) -> io::Result<()> {
    let reports: Vec<FileReport<'_>> = files.iter().map(FileOutcome::report).collect();
    format.write(&mut BufWriter::new(to), &reports, &RULES)
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use brief::RULES;
    use brief::diagnostics::terminal::Style;
    use brief::diagnostics::{Diagnostic, MachineFormat, Place};

    use super::Printer;
    use crate::outcome::{Exit, Failure, FileOutcome, MachineReport, Outcome, Said};

    fn file() -> FileOutcome {
        FileOutcome::new("a.yaml".to_owned())
    }

    fn build(files: Vec<FileOutcome>) -> Outcome {
        Outcome {
            files,
            ..Outcome::default()
        }
    }

    fn printer<'a>(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Printer<'a> {
        Printer::new((out, Style::Plain), (err, Style::Plain))
    }

    /// Prints to memory; returns the exit, standard output and standard error.
    fn print(outcome: Outcome) -> (Exit, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = printer(&mut out, &mut err).print(Ok(outcome));
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (exit, text(out), text(err))
    }

    #[test]
    fn a_printed_page_is_alone_on_standard_output() {
        let (exit, out, err) = print(build(vec![FileOutcome {
            said: vec![Said::Out(b"<p>".to_vec())],
            ..file()
        }]));
        assert_eq!((exit, out.as_str(), err.as_str()), (Exit::Fine, "<p>", ""));
    }

    #[test]
    fn of_several_files_the_worst_exit_counts() {
        let mut faulty = file();
        let fault = Diagnostic::new(RULES.find("syntax").unwrap(), Place::Whole, "a fault");
        faulty.diagnostics.push(fault);
        let mut failed = file();
        failed.failure = Some(Failure::of_machine("cannot read"));
        let fine = || file();
        assert_eq!(print(build(vec![fine(), fine()])).0, Exit::Fine);
        assert_eq!(print(build(vec![fine(), faulty, fine()])).0, Exit::Input);
        assert_eq!(print(build(vec![failed, fine()])).0, Exit::Machine);
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

    fn print_to(mut closed: Closed, format: Option<MachineFormat>) -> (Exit, String) {
        let outcome = match format {
            Some(format) => Outcome {
                report: Some(MachineReport::OnStdout(format)),
                ..build(vec![file()])
            },
            None => Outcome::text("text".to_owned()),
        };
        let mut err = Vec::new();
        let exit = printer(&mut closed, &mut err).print(Ok(outcome));
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
