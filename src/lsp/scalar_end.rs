//! Finds where a text of one line ends that is being typed, with or without quote marks.

use super::spot::Spot;
use super::written::{line_at, lines_below};

/// A text of one line, as it is written.
pub(super) struct Written {
    /// What stands before the cursor, as it reads.
    pub(super) typed: String,
    /// Where all of it ends.
    pub(super) end: usize,
}

impl Written {
    /// Reads the text at a byte; nothing, if it may have more than one line, or is not written as it reads.
    pub(super) fn at(text: &str, spot: &Spot<'_>, byte: usize) -> Option<Self> {
        let raw = text.get(spot.typed.clone())?;
        let line = line_at(text, byte);
        let ends = line.start + line.text.len();
        let rest = text.get(byte..ends)?;
        let goes_on = spot.column.is_none() && !spot.is_in_flow;
        if goes_on || raw.contains('\n') {
            return None;
        }
        let column = spot.column.unwrap_or(line.indent);
        let below = lines_below(text, line.start).find(|line| !line.is_blank);
        let is_last = below.is_none_or(|below| {
            below.indent <= column
                || spot.is_in_flow && below.text.trim_start().starts_with([']', '}'])
        });
        let mark = raw.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inner = mark.map_or(raw, |mark| raw.strip_prefix(mark).unwrap_or(raw));
        let length = match mark {
            Some(mark) if inner.contains([mark, '\\']) || rest.contains('\\') => return None,
            Some(mark) => match rest.split_once(mark) {
                Some((own, after)) => ends_here(after, spot.is_in_flow).then(|| own.len() + 1)?,
                None if rest.trim().is_empty() && is_last => 0,
                None => return None,
            },
            // A comment, or what is no plain text.
            None if raw.contains(" #") || raw.starts_with(['&', '*', '!', '|', '>']) => {
                return None;
            }
            None => {
                let end = plain_end(rest, spot.is_in_flow);
                if end == rest.len() && !is_last {
                    return None;
                }
                rest.get(..end)?.trim_end().len()
            }
        };
        Some(Self {
            typed: inner.to_owned(),
            end: byte + length,
        })
    }
}

/// Says whether a text may have ended before what stands there.
fn ends_here(after: &str, is_in_flow: bool) -> bool {
    let next = after.trim_start();
    let is_comment = next.starts_with('#') && next.len() < after.len();
    next.is_empty() || is_comment || is_in_flow && next.starts_with([',', ']', '}'])
}

fn plain_end(rest: &str, is_in_flow: bool) -> usize {
    let comment = rest.find(" #");
    let flow = rest.find([',', ']', '}']).filter(|_| is_in_flow);
    [comment, flow]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(rest.len())
}
