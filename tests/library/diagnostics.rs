//! Diagnostics as people and machines see them, beside the expected texts.

mod machines;
mod sample;
mod terminal;
