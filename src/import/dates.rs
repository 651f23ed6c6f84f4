//! Reads the dates of CSL-JSON as EDTF.

use serde_json::{Map, Value};

use super::json::says_something;
use crate::model::Edtf;

/// What was read of a date.
#[derive(Debug, PartialEq)]
pub(super) struct Read {
    pub(super) date: Option<Given>,
    /// What it says besides, and what could not be read.
    pub(super) left: Option<Value>,
    /// Whether a year before our era was read, which EDTF counts otherwise.
    pub(super) is_before_our_era: bool,
    /// Whether it is a range of which an end says nothing, which is left out.
    pub(super) has_empty_end: bool,
}

#[derive(Debug, PartialEq)]
pub(super) enum Given {
    Date(Edtf),
    /// Words that are no date for programs.
    Words(String),
}

/// Reads a CSL date: date parts, EDTF, or, where they are none, the words.
pub(super) fn read(value: &Value) -> Read {
    match value {
        Value::Object(fields) => of_fields(fields),
        Value::String(text) if text.trim().is_empty() => Read::nothing(None),
        Value::String(text) => Read::of(words(text), None),
        Value::Array(_) | Value::Number(_) => match Parts::read(value) {
            Some(parts) => parts
                .dated(None, false)
                .unwrap_or(Read::nothing(Some(value))),
            None => Read::nothing(Some(value)),
        },
        Value::Null | Value::Bool(_) => Read::nothing(Some(value)),
    }
}

impl Read {
    fn of(date: Given, left: Option<Value>) -> Self {
        Self {
            date: Some(date),
            left,
            is_before_our_era: false,
            has_empty_end: false,
        }
    }

    fn nothing(left: Option<&Value>) -> Self {
        Self {
            date: None,
            left: left.filter(|left| says_something(left)).cloned(),
            is_before_our_era: false,
            has_empty_end: false,
        }
    }
}

fn of_fields(fields: &Map<String, Value>) -> Read {
    let is_circa = fields.get("circa").is_some_and(is_true);
    let season = fields.get("season").and_then(season);
    let parts = fields.get("date-parts").and_then(Parts::read);
    let read = parts.and_then(|parts| {
        let mut used = vec!["date-parts", "circa"];
        let with_season = season.and_then(|season| parts.dated(Some(season), is_circa));
        used.extend(with_season.is_some().then_some("season"));
        let read = with_season.or_else(|| parts.dated(None, is_circa));
        let read = read.or_else(|| {
            used.retain(|name| *name != "circa");
            parts.dated(None, false)
        });
        Some((read?, used))
    });
    let text = || {
        ["edtf", "raw", "literal"].into_iter().find_map(|name| {
            let text = fields.get(name)?.as_str()?;
            let is_text = !text.trim().is_empty();
            let given = if name == "edtf" { edtf } else { words };
            is_text.then(|| (Read::of(given(text), None), vec![name]))
        })
    };
    let Some((mut read, used)) = read.or_else(text) else {
        return Read::nothing(Some(&Value::Object(fields.clone())));
    };
    let is_no_flag = |value: &Value| value.is_array() || value.is_object();
    let left = fields.iter().filter(|(name, value)| {
        let is_left = match name.as_str() {
            "circa" if !is_circa => is_no_flag(value),
            name => !used.contains(&name),
        };
        is_left && says_something(value)
    });
    let left: Map<_, _> = left
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    read.left = (!left.is_empty()).then_some(Value::Object(left));
    read
}

fn edtf(text: &str) -> Given {
    let date = Edtf::parse(text.trim()).ok();
    let date = date.or_else(|| Edtf::respelled(text));
    date.map_or_else(|| Given::Words(text.to_owned()), Given::Date)
}

/// Reads words that may be a date. In words, 2022-23 is no season and 2010-11 may be no month, but two years;
/// an end that is open is one in EDTF alone.
fn words(text: &str) -> Given {
    let is_open = text.contains(OPEN);
    match edtf(text) {
        Given::Date(date) if !is_open && date.has_season() || may_be_two_years(date.as_str()) => {
            Given::Words(text.to_owned())
        }
        given @ (Given::Date(_) | Given::Words(_)) => given,
    }
}

fn may_be_two_years(text: &str) -> bool {
    let years = text.split_once('-').and_then(|(year, next)| {
        let in_century: u8 = year.get(2..)?.parse().ok()?;
        let next: u8 = next.parse().ok()?;
        Some((in_century + 1) % 100 == next)
    });
    years == Some(true)
}

/// One or two days, each of which may be a month, a year, or no more than an open end.
struct Parts {
    days: Vec<Day>,
    has_empty_end: bool,
}

/// The end of a range that has none, in EDTF.
const OPEN: &str = "..";

/// No work is of a year of so many digits.
const LONGEST_YEAR: u64 = 100_000;

struct Day {
    /// The day in EDTF.
    text: String,
    is_year: bool,
    is_before_our_era: bool,
}

impl Parts {
    fn read(value: &Value) -> Option<Self> {
        let list = match value {
            Value::Array(list) if list.iter().any(Value::is_array) => list.clone(),
            Value::Array(_) => vec![value.clone()],
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Object(_) => vec![Value::from(vec![value.clone()])],
        };
        let (first, ends) = list.split_first()?;
        let said = ends.iter().filter(|end| says_something(end));
        let days: Option<Vec<Day>> = std::iter::once(first).chain(said).map(day).collect();
        let days = days?;
        Some(Self {
            has_empty_end: days.len() < list.len(),
            days,
        })
    }

    /// Returns the date in EDTF; none where EDTF has none for it.
    fn dated(&self, season: Option<u8>, is_circa: bool) -> Option<Read> {
        let mut texts = Vec::with_capacity(self.days.len());
        for day in &self.days {
            let mut text = day.text.clone();
            if let Some(season) = season {
                if !day.is_year || self.days.len() > 1 {
                    return None;
                }
                text = format!("{text}-{}", 20 + season);
            }
            if is_circa && text != OPEN {
                text.push('~');
            }
            texts.push(text);
        }
        let date = Edtf::parse(&texts.join("/")).ok()?;
        Some(Read {
            has_empty_end: self.has_empty_end,
            is_before_our_era: self.days.iter().any(|day| day.is_before_our_era),
            ..Read::of(Given::Date(date), None)
        })
    }
}

/// Reads a day. Months and days that are 0 or empty are not known, and an end that is 0 is none.
fn day(parts: &Value) -> Option<Day> {
    let numbers: Option<Vec<i64>> = parts.as_array()?.iter().map(part).collect();
    let numbers = numbers?;
    // A number of so many digits is a day without marks between its parts, 20140506, or no year.
    if numbers
        .iter()
        .any(|number| number.unsigned_abs() >= LONGEST_YEAR)
    {
        return None;
    }
    let known = numbers.iter().rposition(|number| *number != 0);
    let known = numbers.get(..known.map_or(0, |last| last + 1))?;
    let text = match known {
        [] if says_something(parts) => OPEN.to_owned(),
        [] | [0, ..] => return None,
        [year] => self::year(*year),
        [year, month] => format!("{}-{month:02}", self::year(*year)),
        [year, month, day] => format!("{}-{month:02}-{day:02}", self::year(*year)),
        _ => return None,
    };
    Some(Day {
        text,
        is_year: known.len() == 1,
        is_before_our_era: known.first().is_some_and(|year| *year < 0),
    })
}

/// Returns a year as EDTF counts it: CSL has no year 0, and 44 BC is its year -44.
fn year(year: i64) -> String {
    let astronomical = if year < 0 {
        year.saturating_add(1)
    } else {
        year
    };
    let sign = if astronomical < 0 { "-" } else { "" };
    match astronomical.unsigned_abs() {
        long @ 10_000.. => format!("Y{sign}{long}"),
        year => format!("{sign}{year:04}"),
    }
}

/// Reads a number of a date; what is empty is 0.
fn part(value: &Value) -> Option<i64> {
    match value {
        Value::Null => Some(0),
        Value::String(text) if text.trim().is_empty() => Some(0),
        Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => number(value),
    }
}

fn number(value: &Value) -> Option<i64> {
    let number = value.as_i64();
    let number = number.or_else(|| value.as_str().and_then(|text| text.trim().parse().ok()));
    // Some programs have no whole numbers: 2014.0.
    let decimal = || match value.as_str() {
        Some(text) => text.trim().parse().ok(),
        None => value.as_f64(),
    };
    number.or_else(|| decimal()?.to_string().parse().ok())
}

/// Reads a season by its number in CSL, or by its English name.
fn season(value: &Value) -> Option<u8> {
    let names: [&[&str]; 4] = [&["spring"], &["summer"], &["autumn", "fall"], &["winter"]];
    let name = value.as_str().map(str::trim).unwrap_or_default();
    let is_known = |names: &&[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    let by_name = names.iter().position(is_known).map(|at| at + 1);
    let number = by_name.or_else(|| number(value)?.try_into().ok())?;
    u8::try_from(number)
        .ok()
        .filter(|season| (1..=4).contains(season))
}

/// Says whether a flag is set: programs write `true`, 1, `"1"` or `"true"`.
pub(super) fn is_true(value: &Value) -> bool {
    match value {
        Value::Bool(is) => *is,
        Value::String(text) => !matches!(text.trim(), "" | "0" | "false"),
        Value::Number(_) => number(value) != Some(0),
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    }
}

#[cfg(test)]
mod tests;
