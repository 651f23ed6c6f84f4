//! A text in which what only looks different is the same, with the way back to the original.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::unify::{Unified, unify};

/// At most this many bytes lie between two anchors, so that a way back is short.
const MOST_BETWEEN: usize = 1024;

/// A text in one form, by the rules of `unify`.
#[derive(Clone, Debug, Default)]
pub struct Normalised {
    text: String,
    anchors: Vec<Anchor>,
}

/// A point at which the two texts are known to correspond. Up to the next one they do so
/// character by character.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    /// The byte of the normalised text.
    normal: usize,
    /// The same point in the original.
    original: Point,
}

/// A point of the original text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Its byte.
    pub byte: usize,
    /// The number of code points before it.
    pub code_point: usize,
}

impl Normalised {
    /// Normalises a text.
    pub fn of(text: &str) -> Self {
        let mut writer = Writer::new(text.len());
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            for c in text.chars() {
                writer.char(c);
            }
        } else {
            each_cluster(text, |cluster| writer.cluster(cluster));
        }
        writer.finish()
    }

    /// Returns the normalised text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns where in the original a byte of the normalised text begins.
    pub fn start(&self, original: &str, byte: usize) -> Point {
        let after = self.anchors.partition_point(|anchor| anchor.normal <= byte);
        self.beyond(original, after.saturating_sub(1), byte)
    }

    /// Returns where in the original the character before a byte of the normalised text ends.
    pub fn end(&self, original: &str, byte: usize) -> Point {
        let first = self.anchors.partition_point(|anchor| anchor.normal < byte);
        match self.anchors.get(first) {
            Some(anchor) if anchor.normal == byte => anchor.original,
            Some(_) | None => self.beyond(original, first.saturating_sub(1), byte),
        }
    }

    fn beyond(&self, original: &str, index: usize, byte: usize) -> Point {
        let Some(anchor) = self.anchors.get(index) else {
            return Point::default();
        };
        let between = self.text.get(anchor.normal..byte).unwrap_or_default();
        let most = self.anchors.get(index + 1).map(|next| next.original);
        let mut point = anchor.original;
        let rest = original.get(point.byte..).unwrap_or_default();
        for (_, c) in between.chars().zip(rest.chars()) {
            point.byte += c.len_utf8();
            point.code_point += 1;
        }
        most.map_or(point, |most| point.min(most))
    }
}

/// Shows each sequence of characters that may compose, in order.
fn each_cluster<'a>(text: &'a str, mut see: impl FnMut(&'a str)) {
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let begins = c.is_ascii()
            || (is_nfc_quick(std::iter::once(c)) != IsNormalized::Maybe
                && unicode_normalization::char::canonical_combining_class(c) == 0);
        if begins && at > start {
            see(text.get(start..at).unwrap_or_default());
            start = at;
        }
    }
    see(text.get(start..).unwrap_or_default());
}

/// Writes the normalised text beside the original.
struct Writer {
    done: Normalised,
    /// Where the original is read.
    here: Point,
    /// Whether spaces were read and not written, and where they began.
    spaces: Option<Point>,
    /// How many dots stand at the end of the text, up to two.
    dots: usize,
}

impl Writer {
    fn new(bytes: usize) -> Self {
        let mut done = Normalised {
            text: String::with_capacity(bytes),
            anchors: Vec::with_capacity(bytes / MOST_BETWEEN + 1),
        };
        done.anchors.push(Anchor {
            normal: 0,
            original: Point::default(),
        });
        Self {
            done,
            here: Point::default(),
            spaces: None,
            dots: 0,
        }
    }

    /// Reads a character of the original that stands for itself.
    fn char(&mut self, c: char) {
        match unify(c) {
            Unified::Char(c) => {
                self.write_space();
                self.far_beyond();
                self.write(c);
            }
            Unified::Space => _ = self.spaces.get_or_insert(self.here),
            Unified::Nothing => {
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
            && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
        {
            self.char(c);
            return;
        }
        self.write_space();
        self.anchor(self.here);
        for c in cluster.nfc() {
            self.dots = 0;
            match unify(c) {
                Unified::Char(c) => self.write(c),
                Unified::Space => self.write(' '),
                Unified::Nothing => {}
            }
        }
        self.dots = 0;
        for c in cluster.chars() {
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
        text.truncate(text.len().saturating_sub(2));
        let start = text.len();
        text.push('…');
        let end = text.len();
        let kept = self
            .done
            .anchors
            .partition_point(|anchor| anchor.normal <= start);
        self.done.anchors.truncate(kept);
        let before = Point {
            byte: self.here.byte.saturating_sub(2),
            code_point: self.here.code_point.saturating_sub(2),
        };
        let after = Point {
            byte: self.here.byte + 1,
            code_point: self.here.code_point + 1,
        };
        self.done.anchors.push(Anchor {
            normal: start,
            original: before,
        });
        self.done.anchors.push(Anchor {
            normal: end,
            original: after,
        });
    }

    /// Writes one space for those that were read, unless the text begins with them.
    fn write_space(&mut self) {
        let Some(start) = self.spaces.take() else {
            return;
        };
        self.dots = 0;
        let read = self.here.code_point - start.code_point;
        if self.done.text.is_empty() {
            self.anchor(self.here);
        } else if read == 1 {
            self.done.text.push(' ');
        } else {
            self.anchor(start);
            self.done.text.push(' ');
            self.anchor(self.here);
        }
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
#[path = "normalise/tests.rs"]
mod tests;
