//! What `pdf` has to say.

use std::io::Write;
use std::slice;

use brief::diagnostics::printable;
use brief::diagnostics::terminal::counted;

use super::{Printer, write_report};
use crate::commands::{Exit, Prints, SheetPlace};

impl<O: Write, E: Write> Printer<O, E> {
    pub(super) fn prints(&mut self, made: &Prints) -> Exit {
        let mut exit = made.file.exit();
        if let Some(format) = made.format {
            let files = slice::from_ref(&made.file);
            // As in `say`, nowhere is left to report a failure to.
            drop(write_report(format, &mut self.err, files));
        } else {
            self.problems(&made.file);
        }
        for sheet in &made.sheets {
            match &sheet.to {
                SheetPlace::Stdout(bytes) => exit = exit.max(self.bring(bytes)),
                SheetPlace::File(path) if made.format.is_none() => {
                    let path = printable(&path.display().to_string());
                    let pages = counted(sheet.pages, "page").unwrap_or_default();
                    self.say(&format!("wrote {path}: {pages}, {}\n", sheet.paper.name()));
                }
                SheetPlace::File(_) => {}
            }
        }
        exit
    }
}
