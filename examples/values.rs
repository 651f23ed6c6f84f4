//! Prints what `serde_yaml` reads from files, a line of JSON each, for `tests/yaml`.

use std::io::{self, Write as _};

use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let line = match serde_yaml::from_str::<Value>(&text) {
            Ok(value) => json!({ "path": path, "reader": "serde_yaml", "value": value }),
            Err(error) => {
                json!({ "path": path, "reader": "serde_yaml", "error": error.to_string() })
            }
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}
