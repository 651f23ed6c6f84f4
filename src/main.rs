//! The program `brief`: reads its arguments, runs one command, prints what came of it.

mod cli;
mod commands;
mod printer;
mod serve;
mod watch;

use std::io::{self, Stderr, Stdout};
use std::process::ExitCode;

use cli::{Arguments, Color};
use mimalloc::MiMalloc;
use printer::Printer;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(answer) => return printer(answer.color).answer(&answer.says).into(),
    };
    let mut printer = printer(arguments.color);
    let outcome = commands::run(&arguments.verb, &mut printer);
    printer.round(&outcome).into()
}

/// Returns a printer to the process's own streams, each in its own style.
fn printer(color: Color) -> Printer<Stdout, Stderr> {
    // Not locked: a meter draws from other threads.
    let (out, err) = (io::stdout(), io::stderr());
    let (out_style, style) = (color.style(&out), color.style(&err));
    Printer::new(out, err, style).with_out_style(out_style)
}
