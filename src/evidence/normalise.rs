//! Normalises a text, so that what only looks different is the same, and keeps the way back to the
//! original.
//!
//! The rules, each tested on its own:
//!
//! 1. Canonically equivalent sequences are one: NFC.
//! 2. All quote marks and apostrophes are `'`, those of Hebrew abbreviations and East Asian corners
//!    too. Primes are none: they measure.
//! 3. All hyphens, the maqaf, dashes and the minus sign are `-`.
//! 4. All spaces are one space: no-break, thin, line breaks, and any run of them; at the ends of
//!    a text there are none.
//! 5. Three dots are the ellipsis `…`.
//! 6. What leaves no mark is nothing: soft hyphens, joiners, selectors of variants, marks of
//!    direction, and all else that a brief may not hold, or only where it is spelling.
//!
//! 7. Forms of letters that fonts have are the letters.
//! 8. Beside a Chinese or Japanese character, spaces and line breaks are nothing; so is the `>` of mail
//!    programs at the start of a line that follows another.
//!
//! Nothing else is alike: no case, no accent, no punctuation. Line ends that may stand in a word are
//! kept as breaks, for `wrapped` to read.

use std::collections::BTreeMap;
use std::ops::Range;

mod alike;
mod breaks;
mod clusters;
mod lines;
mod parting;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub(super) use alike::unify;
use breaks::Anchor;
pub(super) use breaks::{Break, BreakKind, Point};
use clusters::{MARK_AND_JOINER, each_cluster, is_composed_here, whole};
pub(super) use lines::is_unspaced;
use lines::{Gap, Lines, Parted};

use super::presentation::letters;
use crate::characters::is_nothing;

/// At most this many bytes lie between two anchors, so that a way back is short.
const MOST_BETWEEN: usize = 1024;

/// A text in one form, by the rules above.
#[derive(Clone, Debug)]
pub(crate) struct Normalised {
    text: String,
    /// In order; the first is at the beginning.
    anchors: Vec<Anchor>,
    /// In order.
    breaks: Vec<Break>,
}

impl Normalised {
    /// Normalises the text of a source.
    pub(crate) fn of(text: &str) -> Self {
        Self::by(Lines::default(), text)
    }

    /// Normalises a text in which a `>` at the start of a line is a character like others.
    pub(super) fn with_marks(text: &str) -> Self {
        Self::by(Lines::with_marks(), text)
    }

    fn by(lines: Lines, text: &str) -> Self {
        let mut writer = Writer::new(lines, text.len());
        let seen = text.chars().filter(|c| !is_nothing(*c));
        let is_whole = !text.contains(is_composed_here) && !text.contains(MARK_AND_JOINER);
        if is_nfc_quick(seen) == IsNormalized::Yes && is_whole {
            for c in text.chars() {
                writer.char(c);
            }
        } else {
            each_cluster(text, |cluster| writer.cluster(cluster));
        }
        writer.finish()
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// Says whether a piece begins or ends at a hyphen that a line end follows, and so perhaps within a
    /// word, or has a space there that may be none.
    pub(super) fn breaks_word(&self, at: &Range<usize>) -> bool {
        self.breaks.iter().any(|found| match found.kind {
            BreakKind::Hyphen => found.at.end == at.start || found.at.start == at.end,
            BreakKind::Soft => found.at.end >= at.start && found.at.start <= at.end,
            BreakKind::Dash | BreakKind::Space => false,
        })
    }

    /// Returns the text in which each word goes on over a soft hyphen at the end of its line; nothing, if
    /// it has none.
    pub(super) fn joined(&self) -> Option<Self> {
        let soft = self.breaks.iter().enumerate();
        let soft = soft.filter(|(_, found)| found.kind == BreakKind::Soft);
        let kept: BTreeMap<usize, usize> = soft.map(|(index, _)| (index, 0)).collect();
        (!kept.is_empty()).then(|| self.with_breaks_as(&kept))
    }

    /// Returns the text with so many bytes of these breaks, by their numbers; they are breaks no longer.
    pub(super) fn with_breaks_as(&self, kept: &BTreeMap<usize, usize>) -> Self {
        let (text, anchors, breaks) =
            breaks::with_breaks_as(&self.text, &self.anchors, &self.breaks, kept);
        Self {
            text,
            anchors,
            breaks,
        }
    }

    /// Returns where in the original a byte of the normalised text begins.
    pub(crate) fn start(&self, original: &str, byte: usize) -> Point {
        let after = self.anchors.partition_point(|anchor| anchor.normal <= byte);
        self.beyond(original, after.saturating_sub(1), byte)
    }

    /// Returns where in the original the character before a byte of the normalised text ends.
    pub(crate) fn end(&self, original: &str, byte: usize) -> Point {
        let first = self.anchors.partition_point(|anchor| anchor.normal < byte);
        match self.anchors.get(first) {
            Some(anchor) if anchor.normal == byte => anchor.original,
            Some(_) | None => self.beyond(original, first.saturating_sub(1), byte),
        }
    }

    /// Returns where in the normalised text a byte of the original stands.
    pub(super) fn place(&self, original: &str, byte: usize) -> usize {
        let after = (self.anchors).partition_point(|anchor| anchor.original.byte <= byte);
        let anchor = self.anchors[after.saturating_sub(1)];
        let most = self.anchors.get(after);
        let most = most.map_or(self.text.len(), |next| next.normal);
        let normal = piece(&self.text, anchor.normal..most).chars();
        let own = piece(original, anchor.original.byte..original.len()).chars();
        let (mut place, mut here) = (anchor.normal, anchor.original.byte);
        for (c, own) in normal.zip(own) {
            if here >= byte {
                break;
            }
            place += c.len_utf8();
            here += own.len_utf8();
        }
        place
    }

    fn beyond(&self, original: &str, index: usize, byte: usize) -> Point {
        let anchor = self.anchors[index];
        let between = piece(&self.text, anchor.normal..byte);
        let most = self.anchors.get(index + 1).map(|next| next.original);
        let mut point = anchor.original;
        let rest = piece(original, point.byte..original.len());
        for (_, c) in between.chars().zip(rest.chars()) {
            point.byte += c.len_utf8();
            point.code_point += 1;
        }
        most.map_or(point, |most| point.min(most))
    }
}

/// Returns a piece of a text; its ends lie between characters.
#[expect(
    clippy::expect_used,
    reason = "pieces are told by places that were found in the text"
)]
pub(super) fn piece(text: &str, at: Range<usize>) -> &str {
    text.get(at).expect("a place lies between characters")
}

/// Writes the normalised text beside the original.
struct Writer {
    done: Normalised,
    here: Point,
    /// Whether spaces were read and not written, and where they began.
    spaces: Option<Point>,
    /// How many dots stand at the end of the text, up to two.
    dots: usize,
    lines: Lines,
}

impl Writer {
    fn new(lines: Lines, bytes: usize) -> Self {
        let mut anchors = Vec::with_capacity(bytes / MOST_BETWEEN + 1);
        let here = Point::default();
        anchors.push(Anchor {
            normal: 0,
            original: here,
        });
        Self {
            done: Normalised {
                text: String::with_capacity(bytes),
                anchors,
                breaks: Vec::new(),
            },
            here,
            spaces: None,
            dots: 0,
            lines,
        }
    }

    /// Reads a character of the original that stands for itself.
    fn char(&mut self, original: char) {
        let c = original;
        if let Some(letters) = letters(c) {
            self.composed(std::iter::once(c), letters.into_iter().nfc());
            return;
        }
        let is_space = self.lines.see(c);
        match self.lines.narrow(c).or_else(|| unify(c)) {
            _ if is_space => _ = self.spaces.get_or_insert(self.here),
            Some(' ') => _ = self.spaces.get_or_insert(self.here),
            Some(c) => {
                let is_apart = self.write_space(original);
                self.far_beyond();
                self.lines.word(original, self.here, is_apart);
                self.write(c);
            }
            None => {
                self.dots = 0;
                if self.spaces.is_none() {
                    self.anchor(self.here);
                    self.read(c);
                    self.anchor(self.here);
                    return;
                }
            }
        }
        self.read(c);
    }

    /// Reads characters of the original that compose.
    fn cluster(&mut self, cluster: &str) {
        let mut chars = cluster.chars();
        if let (Some(c), None) = (chars.next(), chars.next())
            && (is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes || unify(c) == Some(' '))
        {
            // Two of the spaces are others by NFC; all are one.
            self.char(c);
            return;
        }
        if let Some(whole) = whole(cluster) {
            self.composed(cluster.chars(), whole.into_iter());
            return;
        }
        let plain = cluster.chars().filter(|c| !is_nothing(*c));
        let plain = plain.flat_map(|c| letters(c).unwrap_or_else(|| vec![c]));
        self.composed(cluster.chars(), plain.nfc());
    }

    /// Reads characters of the original that together stand for others.
    fn composed(
        &mut self,
        original: impl Iterator<Item = char> + Clone,
        plain: impl Iterator<Item = char>,
    ) {
        let first = original.clone().next().unwrap_or(' ');
        self.lines.see(first);
        let is_apart = self.write_space(first);
        self.anchor(self.here);
        self.lines.word(first, self.here, is_apart);
        for c in plain {
            self.dots = 0;
            // A mark may stand on a space, which is one with those before it.
            let text = &self.done.text;
            match unify(c) {
                Some(' ') if text.is_empty() || text.ends_with(' ') => {}
                Some(c) => self.write(c),
                None => {}
            }
        }
        self.dots = 0;
        for c in original {
            self.read(c);
        }
        self.anchor(self.here);
    }

    fn finish(mut self) -> Normalised {
        let end = self.spaces.take().unwrap_or(self.here);
        self.anchor(end);
        self.done
    }

    fn read(&mut self, c: char) {
        self.here.byte += c.len_utf8();
        self.here.code_point += 1;
    }

    fn write(&mut self, c: char) {
        let text = &mut self.done.text;
        if c != '.' {
            self.dots = 0;
            text.push(c);
            return;
        }
        self.dots += 1;
        if self.dots < 3 {
            text.push(c);
            return;
        }
        // The two dots before become part of this one.
        self.dots = 0;
        let start = text.len().saturating_sub(2);
        text.truncate(start);
        let anchors = &mut self.done.anchors;
        anchors.truncate(anchors.partition_point(|anchor| anchor.normal <= start));
        self.anchor(Point {
            byte: self.here.byte.saturating_sub(2),
            code_point: self.here.code_point.saturating_sub(2),
        });
        self.done.text.push('…');
        self.anchor(Point {
            byte: self.here.byte + 1,
            code_point: self.here.code_point + 1,
        });
    }

    /// Writes one space for those that were read before a character, unless the text begins with them
    /// or they are nothing; says whether there were any.
    fn write_space(&mut self, next: char) -> bool {
        let spaces = self.spaces.take();
        let parted = self.lines.parted(next, spaces.is_some());
        if let Some(Parted::Before) = parted {
            self.part_last();
        }
        let Some(start) = spaces else {
            if let Some(Parted::After) = parted {
                self.anchor(self.here);
                self.done.text.push(' ');
                self.anchor(self.here);
            }
            return false;
        };
        self.dots = 0;
        let read = self.here.code_point - start.code_point;
        if self.done.text.is_empty() {
            self.anchor(self.here);
            return true;
        }
        match self.lines.gap(next) {
            Gap::Nothing if !matches!(parted, Some(Parted::After)) => self.anchor(start),
            Gap::Space if read == 1 => {
                self.done.text.push(' ');
                return true;
            }
            Gap::Space | Gap::Nothing => {
                self.anchor(start);
                self.done.text.push(' ');
            }
            Gap::Break(kind) => {
                self.anchor(start);
                let space = self.done.text.len();
                self.done.text.push(' ');
                let (begin, from) = match kind {
                    BreakKind::Space | BreakKind::Soft => (space, start),
                    BreakKind::Hyphen | BreakKind::Dash => (space - 1, self.lines.last_at),
                };
                self.done.breaks.push(Break {
                    at: begin..space + 1,
                    kind,
                    original: [from, start, self.here],
                });
            }
        }
        self.anchor(self.here);
        true
    }

    fn anchor(&mut self, original: Point) {
        self.done.anchors.push(Anchor {
            normal: self.done.text.len(),
            original,
        });
    }

    fn far_beyond(&mut self) {
        let last = self.done.anchors.last().map_or(0, |last| last.normal);
        if self.done.text.len() - last >= MOST_BETWEEN {
            self.anchor(self.here);
        }
    }
}

#[cfg(test)]
mod tests;
