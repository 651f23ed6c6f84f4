//! Writes what was found in an article as JSON.

use std::ops::Range;

use serde::Serialize;

use super::read::Read;
use super::statements::Reading;

#[derive(Serialize)]
struct Statements<'a> {
    statements: Vec<Statement<'a>>,
}

#[derive(Serialize)]
struct Statement<'a> {
    passage: [usize; 2],
    /// As the article has them, several in one.
    speaker: Option<&'a str>,
    /// Each by itself; none, if nobody is said to speak.
    speakers: Vec<&'a str>,
    /// Whether it is doubtful who speaks.
    doubtful: bool,
    cue: Option<&'a str>,
    quotes: Vec<[usize; 2]>,
}

/// Writes what was found; places are those of the article's own text.
pub(super) fn write(own: &str, read: &Read, reading: &Reading) -> String {
    let text = read.text.as_str();
    let points = code_points(own);
    let place = |byte| points.get(read.own(byte)).copied().unwrap_or_default();
    let places = |range: &Range<usize>| [range.start, range.end].map(place);
    let statements = reading.statements.iter().map(|statement| Statement {
        passage: places(&statement.passage),
        speaker: reading
            .speaker(statement)
            .map(|speaker| speaker.name.as_str()),
        speakers: reading.speakers_of(statement),
        doubtful: statement.is_doubtful(),
        cue: statement.cue.as_ref().and_then(|cue| text.get(cue.clone())),
        quotes: statement.quotes.iter().map(places).collect(),
    });
    let statements = Statements {
        statements: statements.collect(),
    };
    let json = serde_json::to_string_pretty(&statements).unwrap_or_default();
    json + "\n"
}

/// Returns how many code points stand before each byte, and before the end.
fn code_points(text: &str) -> Vec<usize> {
    let mut points = vec![0; text.len() + 1];
    let mut count = 0;
    for (at, c) in text.char_indices() {
        for point in points.iter_mut().skip(at).take(c.len_utf8()) {
            *point = count;
        }
        count += 1;
    }
    if let Some(last) = points.last_mut() {
        *last = count;
    }
    points
}
