//! The README's table of codes is the program's.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, and so do its helpers"
)]

#[path = "support/golden.rs"]
mod golden;

use brief::diagnostics::explain::markdown_table;

const START: &str = "<!-- codes:start -->\n";
const END: &str = "<!-- codes:end -->\n";

#[test]
fn the_table_of_codes_is_up_to_date() {
    let readme = include_str!("../README.md");
    let (before, rest) = readme.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let expected = format!("{before}{START}{}{END}{after}", markdown_table());
    golden::assert_golden("README.md", &expected);
}
