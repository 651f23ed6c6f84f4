//! The program `brief`: reads its arguments, runs one command, prints what came of it.

mod commands;
mod outcome;
mod printer;
mod serve;
mod watch;

use std::env;
use std::ffi::OsString;
use std::io;
use std::panic;
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

use brief::evidence::is_reading_pdf;
use mimalloc::MiMalloc;
use printer::Printer;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |what| {
        // What a hostile PDF does to its reader is told as the reason why it is not read.
        if !is_reading_pdf() {
            tell(what);
        }
    }));
    outlive_limits();
    let arguments: Vec<OsString> = env::args_os().collect();
    let (color, command) = commands::read(&arguments);
    // Not locked: a bar is drawn from other threads.
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let (out_style, err_style) = (color.style(&out), color.style(&err));
    let mut printer = Printer::new((&mut out, out_style), (&mut err, err_style));
    let outcome = match command {
        Ok(command) => commands::run(&command, &mut printer),
        Err(answer) => answer,
    };
    printer.print(outcome).into()
}

/// Has a file that grows too large for the system's limit be an error of writing, which is told: else the
/// system ends the program.
#[cfg(unix)]
fn outlive_limits() {
    use signal_hook::consts::SIGXFSZ;
    // If it cannot be heard of, it ends the program as ever.
    drop(signal_hook::flag::register(SIGXFSZ, Arc::default()));
}

#[cfg(not(unix))]
fn outlive_limits() {}
