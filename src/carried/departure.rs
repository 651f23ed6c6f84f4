//! Says where a page is not what its sources make.

use memchr::{memchr_iter, memrchr};

use crate::diagnostics::printable;

/// So many characters of a text are shown on either side of where two part.
const SHOWN: usize = 40;
/// What many programs put before a text in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Where a page departs from the one that its sources make.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Departure {
    /// The first byte that is another, counted from 0.
    pub byte: usize,
    /// Its line in the page, counted from 1.
    pub line: usize,
    /// Its place in the line in characters, counted from 1.
    pub column: usize,
    /// The id of the element that begins last before it.
    pub after_id: Option<String>,
    /// What stands there in the page.
    pub found: String,
    /// What its sources make there.
    pub made: String,
    /// What the change looks like.
    pub cause: Cause,
    /// All lines of the page that are others, if it has as many as it should.
    pub lines: Vec<usize>,
}

/// What a change of a page looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A byte order mark was put before it, and nothing else.
    Mark,
    /// Its line ends were changed, and nothing else.
    LineEnds,
    /// Its end is missing, and nothing else.
    Cut,
    /// Its sources are packed in another way, and nothing else.
    Packing,
    /// Something was put after its end, and nothing else.
    Appended,
    /// One stretch was changed, and nothing else: so many bytes of the page, in the place of so many.
    #[expect(missing_docs, reason = "the variant says it")]
    OneStretch { found: usize, made: usize },
}

impl Cause {
    /// Returns a word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mark => "byte-order-mark",
            Self::LineEnds => "line-ends",
            Self::Cut => "cut",
            Self::Packing => "packing",
            Self::Appended => "appended",
            Self::OneStretch { .. } => "changed",
        }
    }
}

impl Departure {
    /// Compares a page with the one that is made; nothing, if they are the same, byte for byte.
    pub fn between(found: &[u8], made: &str) -> Option<Self> {
        if found == made.as_bytes() {
            return None;
        }
        let before = same_start(found, made.as_bytes());
        let byte = boundary(made, before);
        let start = found.get(..byte).unwrap_or_default();
        let line_start = memrchr(b'\n', start).map_or(0, |at| at + 1);
        let in_line = start.get(line_start..).unwrap_or_default();
        Some(Self {
            byte,
            line: memchr_iter(b'\n', start).count() + 1,
            column: String::from_utf8_lossy(in_line).chars().count() + 1,
            after_id: id_before(made.get(..byte).unwrap_or_default()),
            found: excerpt(found, byte),
            made: excerpt(made.as_bytes(), byte),
            cause: cause(found, made.as_bytes(), before),
            lines: lines(found, made.as_bytes()),
        })
    }
}

/// So many bytes are compared at once.
const AT_ONCE: usize = 4_096;

/// Returns how many bytes two texts begin with alike.
fn same_start(one: &[u8], other: &[u8]) -> usize {
    let pieces = one.chunks(AT_ONCE).zip(other.chunks(AT_ONCE));
    let same = AT_ONCE * pieces.take_while(|(one, other)| one == other).count();
    let same = same.min(one.len()).min(other.len());
    let bytes = one.iter().zip(other).skip(same);
    same + bytes.take_while(|(one, other)| one == other).count()
}

/// Returns how many bytes two texts end with alike.
fn same_end([one, other]: [&[u8]; 2]) -> usize {
    let pieces = one.rchunks(AT_ONCE).zip(other.rchunks(AT_ONCE));
    let same = AT_ONCE * pieces.take_while(|(one, other)| one == other).count();
    let same = same.min(one.len()).min(other.len());
    let bytes = one.iter().rev().zip(other.iter().rev()).skip(same);
    same + bytes.take_while(|(one, other)| one == other).count()
}

/// Returns the numbers of the lines that are others, if there are as many of both.
fn lines(found: &[u8], made: &[u8]) -> Vec<usize> {
    let [found, made] = [found, made].map(lines_of);
    if found.len() != made.len() {
        return Vec::new();
    }
    let pairs = found.iter().zip(&made).enumerate();
    let others = pairs.filter(|(_, (found, made))| found != made);
    others.map(|(at, _)| at + 1).collect()
}

fn lines_of(text: &[u8]) -> Vec<&[u8]> {
    let mut start = 0;
    let ends = memchr_iter(b'\n', text).chain([text.len()]);
    let lines = ends.map(|end| {
        let line = text.get(start..end).unwrap_or_default();
        start = end + 1;
        line
    });
    lines.collect()
}

/// Returns the start of the character of a text in which a byte stands.
fn boundary(text: &str, byte: usize) -> usize {
    let mut ends = (0..=byte.min(text.len())).rev();
    ends.find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Returns the id that was given last.
fn id_before(text: &str) -> Option<String> {
    let (_, from) = text.rsplit_once(" id=\"")?;
    let (id, _) = from.split_once('"')?;
    Some(printable(id))
}

/// Returns what stands around a byte, in one line: what is cut off has … in its place.
fn excerpt(bytes: &[u8], at: usize) -> String {
    let (before, after) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    // No character has more bytes than four.
    let before = before.get(before.len().saturating_sub(4 * SHOWN)..);
    let after_shown = after.get(..4 * SHOWN).unwrap_or(after);
    let before = String::from_utf8_lossy(before.unwrap_or_default()).into_owned();
    let after_text = String::from_utf8_lossy(after_shown).into_owned();
    let cut = before.chars().count().saturating_sub(SHOWN / 2);
    let start: String = before.chars().skip(cut).collect();
    let end: String = after_text.chars().take(SHOWN).collect();
    let before_it = if at > start.len() { "…" } else { "" };
    let after_it = if after.len() > end.len() { "…" } else { "" };
    printable(&format!("{before_it}{start}{end}{after_it}"))
}

fn cause(found: &[u8], made: &[u8], before: usize) -> Cause {
    if found.strip_prefix(MARK) == Some(made) {
        return Cause::Mark;
    }
    if before == found.len() {
        return Cause::Cut;
    }
    if before == made.len() {
        return Cause::Appended;
    }
    if found.get(before) == Some(&b'\r') && without_returns(found).eq(made.iter()) {
        return Cause::LineEnds;
    }
    let rests = [found, made].map(|bytes| bytes.get(before..).unwrap_or_default());
    let after = same_end(rests);
    let [found, made] = rests.map(|rest| rest.len() - after);
    Cause::OneStretch { found, made }
}

/// Returns the bytes without the carriage returns before line feeds.
fn without_returns(bytes: &[u8]) -> impl Iterator<Item = &u8> {
    let next = bytes.iter().skip(1).map(Some).chain([None]);
    let pairs = bytes.iter().zip(next);
    let kept = pairs.filter(|(byte, next)| !(**byte == b'\r' && *next == Some(&b'\n')));
    kept.map(|(byte, _)| byte)
}
