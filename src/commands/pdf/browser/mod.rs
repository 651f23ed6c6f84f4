//! A browser of the Chromium family, as the machine has it: finding it, and having it print.

mod find;
mod interrupt;
mod print;

use std::path::PathBuf;
use std::{env, fs};

use crate::commands::UsageError;
use find::{Machine, System};

pub(super) use print::{Printing, print};

/// Returns the first browser that is found on this machine.
///
/// # Errors
/// There is none: the error says what was looked for.
pub(super) fn find() -> Result<PathBuf, UsageError> {
    let is_file = |path: &str| fs::metadata(path).is_ok_and(|found| found.is_file());
    let variable = |name: &str| env::var(name).ok();
    let machine = Machine {
        system: System::HERE,
        variable: &variable,
        is_file: &is_file,
    };
    machine.find().map(PathBuf::from).ok_or_else(|| {
        let names = machine.system.names().join(", ");
        let message = format!("no browser is found that could print: {names}");
        UsageError::new(message).help(machine.system.advice())
    })
}
