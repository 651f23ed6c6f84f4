//! `brief lsp`: a language server for editors, on standard input and output.

mod acting;
mod answers;
mod client;
mod desk;
mod diagnosing;
mod documents;
mod edits;
mod events;
mod family;
mod file_names;
mod ground;
mod known;
mod looking;
mod published;
mod questions;
mod quotes;
mod server;
mod transport;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

use clap::Args;

use super::arguments::LocalesArgument;
use super::make::locales;
use crate::outcome::{Exit, Failure, Outcome};
use events::Event;
use server::Server;

#[derive(Args, Clone, Debug)]
pub(crate) struct LspArguments {
    /// Where the snapshots are, from the folder of each brief, or from a folder above it
    #[arg(long, value_name = "DIR", default_value = "snapshots")]
    snapshots: PathBuf,
    /// Takes no effect: editors that can connect in several ways name this one
    #[arg(long, hide = true)]
    stdio: bool,
    #[command(flatten)]
    words: LocalesArgument,
}

/// Serves one client until it leaves.
pub(super) fn run(arguments: &LspArguments) -> Result<Outcome, Failure> {
    let words = locales(&arguments.words).map_err(Failure::of_machine)?;
    let (sender, events) = mpsc::channel();
    let incoming = sender.clone();
    // It may be waiting for a client that never writes again, so nobody waits for it.
    drop(thread::spawn(move || {
        let mut input = io::stdin().lock();
        loop {
            let message = transport::read(&mut input);
            let is_last = message.is_none();
            if incoming.send(Event::Incoming(message)).is_err() || is_last {
                return;
            }
        }
    }));
    let mut server = Server::new(words, arguments.snapshots.clone(), sender);
    for event in events {
        if let Some(was_shut_down) = server.take(event) {
            return if was_shut_down {
                Ok(Outcome::default())
            } else {
                let message = "the editor left without asking the server to shut down";
                Err(Failure {
                    exit: Exit::Input,
                    ..Failure::of_machine(message)
                })
            };
        }
    }
    Ok(Outcome::default())
}
