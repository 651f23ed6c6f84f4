//! The program `brief`: reads its arguments, runs one command, prints what came of it.

mod cli;
mod commands;
mod printer;
mod watch;

use std::io;
use std::process::ExitCode;

use cli::Arguments;
use mimalloc::MiMalloc;
use printer::Printer;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return cli::refuse(&error),
    };
    let style = arguments.color.style(&io::stderr());
    // Not locked: a meter draws from other threads.
    let printer = Printer::new(io::stdout(), io::stderr(), style);
    let mut printer = printer.with_out_style(arguments.color.style(&io::stdout()));
    let outcome = commands::run(&arguments.verb, &mut printer);
    printer.round(&outcome).into()
}
