//! Reads the dates of CSL-JSON as EDTF.

use serde_json::Value;

use crate::model::Edtf;

/// Reads a CSL date: EDTF, date parts, or, where they are none, the words.
pub(super) fn read(value: &Value) -> Option<Result<Edtf, &str>> {
    if let Value::String(text) = value {
        return Some(words(text));
    }
    if let Some(date) = from_parts(value) {
        return Some(Ok(date));
    }
    ["edtf", "raw", "literal"]
        .into_iter()
        .find_map(|name| value.get(name)?.as_str())
        .map(words)
}

fn words(text: &str) -> Result<Edtf, &str> {
    let date = Edtf::parse(text).ok();
    date.or_else(|| Edtf::respelled(text)).ok_or(text)
}

fn from_parts(value: &Value) -> Option<Edtf> {
    let ends = value.get("date-parts")?.as_array()?;
    let days: Option<Vec<String>> = ends.iter().map(day).collect();
    let mut days = days?;
    let season = value.get("season").and_then(number);
    if let ([day], Some(season @ 1..=4)) = (days.as_mut_slice(), season)
        && day.len() == 4
    {
        *day = format!("{day}-{}", season + 20);
    }
    let is_circa = value.get("circa").is_some_and(|circa| {
        circa.as_bool() != Some(false) && number(circa) != Some(0) && !circa.is_null()
    });
    if is_circa {
        let dated = days.iter_mut().filter(|day| *day != OPEN);
        dated.for_each(|day| day.push('~'));
    }
    Edtf::parse(&days.join("/")).ok()
}

/// The end of a range that has none, in EDTF.
const OPEN: &str = "..";

/// Reads a day; months and days that are 0 are not known, and an end that is 0 is none.
fn day(parts: &Value) -> Option<String> {
    let numbers: Option<Vec<i64>> = parts.as_array()?.iter().map(number).collect();
    let numbers = numbers?;
    let known = numbers.iter().rposition(|number| *number != 0);
    match numbers.get(..known.map_or(0, |last| last + 1))? {
        [] if numbers == [0] => Some(OPEN.to_owned()),
        [year] => Some(format!("{year:04}")),
        [year, month] => Some(format!("{year:04}-{month:02}")),
        [year, month, day] => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
}

fn number(value: &Value) -> Option<i64> {
    value
        .as_i64()
        .or_else(|| value.as_str().and_then(|text| text.trim().parse().ok()))
}
