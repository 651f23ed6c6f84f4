//! Prints what `brief` reads in texts, for `tests/suites`: of a JSON array of cases on standard
//! input, a JSON array of readings, one a case.
//!
//! usage: readings KIND <CASES

mod dates;
mod html;
mod markdown;
mod sentences;
mod yaml;

use std::io;

use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let kind = std::env::args().nth(1).unwrap_or_default();
    let read = match kind.as_str() {
        "dates" => dates::read,
        "html" => html::read,
        "markdown" => markdown::read,
        "sentences" => sentences::read,
        "yaml" => yaml::read,
        _ => return Err(format!("no kind of reading is called `{kind}`").into()),
    };
    let cases: Vec<Value> = serde_json::from_reader(io::stdin().lock())?;
    let readings: Vec<Value> = cases.iter().map(read).collect();
    serde_json::to_writer(io::stdout().lock(), &readings)?;
    Ok(())
}
