//! The day of a run.

use brief::evidence::Day;

use super::outcome::UsageError;

/// Returns the day that is given, else today: the one clock that the program reads, for what the
/// user would otherwise look up and type.
pub(super) fn given_or_today(given: Option<&str>) -> Result<Day, UsageError> {
    let day = match given {
        Some(day) => Day::parse(day),
        None => Day::parse(&jiff::Zoned::now().date().to_string()),
    };
    day.map_err(|error| {
        UsageError::new(error.to_string())
            .help("write a day as year, month and day: `--day 2026-11-23`")
    })
}
