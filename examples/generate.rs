//! Prints a generated brief, to measure the whole program with:
//! `cargo run --release --example generate -- 10000 > large.yaml`.

#[path = "../benches/generated.rs"]
mod generated;

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    let claims = std::env::args()
        .nth(1)
        .and_then(|claims| claims.parse().ok());
    let yaml = generated::brief(claims.unwrap_or(1_000));
    io::stdout().write_all(yaml.as_bytes())
}
