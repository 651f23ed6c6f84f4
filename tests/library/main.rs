//! What the library promises, room by room, and the rules of the house.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::format_push_string,
    reason = "a test fails by panicking, and so do its helpers"
)]

#[path = "../support/beside.rs"]
mod beside;
mod capture;
mod carried;
mod chains;
mod changes;
mod check;
mod check_properties;
mod codes;
mod dates;
mod diagnostics;
mod directions;
mod draft;
#[path = "../support/expectations.rs"]
mod expectations;
mod export;
mod export_fields;
mod export_whole;
mod format;
#[path = "../../benches/generated.rs"]
mod generated;
#[path = "../support/golden.rs"]
mod golden;
#[path = "../support/harmless.rs"]
mod harmless;
mod headline;
mod house;
#[path = "../support/html.rs"]
mod html;
mod ids;
mod import;
mod include;
mod joint_statement;
#[path = "../support/json.rs"]
mod json;
mod load;
mod load_behind_slips;
mod load_foreign;
mod load_limits;
mod load_properties;
mod load_slips;
mod lsp;
mod mirror;
mod numbers;
mod origins;
mod page;
mod page_properties;
#[path = "../support/parts.rs"]
mod parts;
mod pdf;
#[path = "../support/printed.rs"]
mod printed;
mod prose;
mod quotes_document;
mod readme;
mod runs;
mod schema;
mod scripts;
mod stands;
mod strength;
mod tables;
mod texts;
mod updates;
mod works;
