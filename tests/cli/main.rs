//! The program as a person runs it: what it prints, what it writes, how it exits.

#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking, and so do its helpers"
)]
#![allow(
    clippy::needless_raw_string_hashes,
    reason = "snapbox writes expected texts so"
)]

mod against;
mod audit;
mod browser_leftovers;
mod build;
mod capture;
mod check;
mod colours;
mod coverage;
mod determinism;
mod diff;
mod draft;
mod explain;
mod files;
mod forged;
#[path = "../support/golden.rs"]
mod golden;
mod import;
mod imported_again;
mod include;
mod locales;
mod lsp;
mod manual;
mod many;
mod mcp;
mod new;
mod newsroom;
mod origins;
#[path = "../support/packed.rs"]
mod packed;
mod page;
#[path = "../support/parts.rs"]
mod parts;
mod passages;
mod pdf;
#[path = "../support/printed.rs"]
mod printed;
mod project;
mod refusals;
#[cfg(unix)]
mod running;
mod saved;
mod schema;
#[cfg(unix)]
mod serve;
mod sign;
mod signers;
mod snapshots;
mod terminal;
#[path = "../support/token.rs"]
mod token;
mod unsigned;
mod usage;
mod verify;
mod walk;
#[cfg(unix)]
mod watch;
