//! Colours follow each stream's terminal, and what the user says of them.

#![cfg(unix)]

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::process::{Command, Stdio};
use std::thread;

use rustix_openpty::openpty;

use crate::project::{Project, faulty};

/// What a stream is.
#[derive(Clone, Copy, PartialEq)]
enum Stream {
    Terminal,
    Pipe,
}

use Stream::{Pipe, Terminal};

/// Says whether what the program prints on standard output and on standard error has colours.
fn coloured(line: &str, streams: [Stream; 2], variables: &[(&str, &str)]) -> [bool; 2] {
    let project = Project::new().file("a.yaml", faulty());
    let mut command = Command::new(env!("CARGO_BIN_EXE_brief"));
    command
        .args(line.split_whitespace())
        .current_dir(project.path(""))
        .env_clear()
        .env("TERM", "xterm-256color")
        .envs(variables.iter().copied())
        .stdin(Stdio::null());
    let (out, out_end) = stream(streams[0]);
    let (err, err_end) = stream(streams[1]);
    command.stdout(out_end).stderr(err_end);
    let mut child = command.spawn().unwrap();
    // It holds the ends that the child writes to.
    drop(command);
    let readers = [out, err].map(|stream| thread::spawn(|| read(stream)));
    child.wait().unwrap();
    readers.map(|reader| reader.join().unwrap().contains('\u{1b}'))
}

/// Returns what to read, and what to write to.
fn stream(kind: Stream) -> (OwnedFd, OwnedFd) {
    match kind {
        Terminal => {
            let terminal = openpty(None, None).unwrap();
            (terminal.controller, terminal.user)
        }
        Pipe => {
            let (reader, writer) = std::io::pipe().unwrap();
            (reader.into(), writer.into())
        }
    }
}

/// A terminal ends with an error, once nobody writes to it.
fn read(stream: OwnedFd) -> String {
    let mut bytes = Vec::new();
    drop(File::from(stream).read_to_end(&mut bytes));
    assert!(bytes.len() < 60_000);
    String::from_utf8_lossy(&bytes).into_owned()
}

const CHECK: &str = "check a.yaml";
const TERMINALS: [Stream; 2] = [Terminal, Terminal];
const PIPES: [Stream; 2] = [Pipe, Pipe];

#[test]
fn each_stream_is_judged_by_itself() {
    for (out, err) in [
        (Terminal, Terminal),
        (Terminal, Pipe),
        (Pipe, Terminal),
        (Pipe, Pipe),
    ] {
        let [_, check] = coloured(CHECK, [out, err], &[]);
        assert_eq!(check, err == Terminal, "standard error");
        let [help, _] = coloured("--help", [out, err], &[]);
        assert_eq!(help, out == Terminal, "standard output");
    }
}

#[test]
fn the_environment_is_heeded() {
    let check = |streams, variables| coloured(CHECK, streams, variables)[1];
    for (variables, on_terminal, in_pipe) in [
        (&[("NO_COLOR", "1")][..], false, false),
        (&[("NO_COLOR", "")], true, false),
        (&[("TERM", "dumb")], false, false),
        (&[("CLICOLOR", "0")], false, false),
        (&[("CLICOLOR", "1")], true, false),
        (&[("CLICOLOR_FORCE", "1")], true, true),
        (&[("CLICOLOR_FORCE", "")], true, false),
        (&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], true, true),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false, false),
    ] {
        assert_eq!(
            check(TERMINALS, variables),
            on_terminal,
            "{variables:?} on a terminal"
        );
        assert_eq!(check(PIPES, variables), in_pipe, "{variables:?} in a pipe");
    }
}

#[test]
fn what_is_typed_outweighs_all_else() {
    for variables in [&[][..], &[("NO_COLOR", "1")], &[("CLICOLOR_FORCE", "1")]] {
        for (streams, line, is_coloured) in [
            (PIPES, "check a.yaml --color always", true),
            (TERMINALS, "check a.yaml --color never", false),
            (PIPES, "--color=always --hlep", true),
            (TERMINALS, "--hlep --color never", false),
        ] {
            let [_, found] = coloured(line, streams, variables);
            assert_eq!(found, is_coloured, "{line} {variables:?}");
        }
        assert!(coloured("--help --color always", PIPES, variables)[0]);
        assert!(!coloured("--color never --help", TERMINALS, variables)[0]);
    }
}
