//! Shows an opened text in the places of the text as it is now, which may not be YAML at the moment.

use brief::diagnostics::Span;
use brief::lsp::Opened;
use serde_json::{Value, json};

use super::client::{Client, Point, Shown};
use super::diagnosing::{Diagnosed, Files};
use super::known::Known;

/// A text that was read, and the text as it is now.
pub(super) struct Looking<'a> {
    pub(super) opened: &'a Opened,
    pub(super) files: Files<'a>,
    now: Shown<'a>,
    change: Change,
}

/// What differs between two texts: what stands between what they have in common.
struct Change {
    start: usize,
    /// Where it ends in the older one.
    before: usize,
    /// Where it ends in the newer one.
    after: usize,
}

impl Change {
    fn between(before: &str, after: &str) -> Self {
        if before == after {
            let end = before.len();
            return Self {
                start: end,
                before: end,
                after: end,
            };
        }
        let same = |(a, b): &(u8, u8)| a == b;
        let start = before.bytes().zip(after.bytes()).take_while(same).count();
        let most = before.len().min(after.len()) - start;
        let ends = before.bytes().rev().zip(after.bytes().rev());
        let end = ends.take(most).take_while(same).count();
        Self {
            start,
            before: before.len() - end,
            after: after.len() - end,
        }
    }

    /// Returns where a byte of the newer text was.
    fn back(&self, byte: usize) -> usize {
        if byte <= self.start {
            byte
        } else if byte >= self.after {
            byte - self.after + self.before
        } else {
            self.start
        }
    }

    /// Returns where bytes of the older text are, unless they changed.
    fn forth(&self, span: Span) -> Option<Span> {
        if span.end <= self.start {
            Some(span)
        } else {
            let by = |byte: usize| byte - self.before + self.after;
            (span.start >= self.before).then(|| Span::new(by(span.start), by(span.end)))
        }
    }
}

impl<'a> Looking<'a> {
    pub(super) fn at(
        diagnosed: &'a Diagnosed,
        now: &'a str,
        known: &Known,
        client: Client,
    ) -> Self {
        let opened = &diagnosed.looked.opened;
        Self {
            opened,
            files: Files::of(
                opened,
                &diagnosed.uri,
                diagnosed.path.as_deref(),
                known,
                client,
            ),
            change: Change::between(opened.text(), now),
            now: Shown::new(now, client.encoding),
        }
    }

    /// Returns the byte of a place, as it was when the text was read.
    pub(super) fn byte(&self, point: Point) -> usize {
        let byte = self.change.back(self.now.byte(point));
        self.opened.text().floor_char_boundary(byte)
    }

    /// Returns the range of bytes of the text itself.
    pub(super) fn range(&self, span: Span) -> Option<Value> {
        let (number, _, _) = self.files.place(span);
        let span = self.change.forth(span).filter(|_| number == 0)?;
        Some(self.now.range(span.range()))
    }

    /// Returns the file and the range of bytes of the whole text.
    pub(super) fn location(&self, span: Span) -> Option<Value> {
        let (number, file, range) = self.files.place(span);
        let range = if number == 0 {
            self.range(span)?
        } else {
            range
        };
        Some(json!({ "uri": file.uri, "range": range }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Span};

    #[test]
    fn places_move_with_what_is_typed_before_them() {
        let change = Change::between("one two three", "one twenty three");
        let moved = |start, end| change.forth(Span::new(start, end));
        assert_eq!(moved(0, 3), Some(Span::new(0, 3)));
        assert_eq!(moved(8, 13), Some(Span::new(11, 16)));
        assert_eq!(moved(4, 7), None);
        assert_eq!([0, 6, 8, 16].map(|byte| change.back(byte)), [0, 6, 6, 13]);
        let same = Change::between("aaa", "aaa");
        assert_eq!(same.forth(Span::new(1, 2)), Some(Span::new(1, 2)));
        let longer = Change::between("aa", "aaa");
        assert_eq!(longer.forth(Span::new(0, 2)), Some(Span::new(0, 2)));
    }
}
