//! Diagnostics as people and machines see them, beside the expected texts.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, and so do its helpers"
)]

#[path = "../support/golden.rs"]
mod golden;
mod machines;
mod sample;
mod terminal;
