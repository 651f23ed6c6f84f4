//! Tells what a gap between two characters is: by scripts, hyphens and where lines end.

use super::alike::{narrow, unify};
use super::breaks::{BreakKind, Point};
use crate::characters::has_no_word_spaces;

/// What stands before the character that is read.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own to what was read"
)]
pub(super) struct Lines {
    /// The last character that is no space and not nothing, and the one before it.
    last: [char; 2],
    pub(super) last_at: Point,
    /// Whether spaces stand between the two.
    is_apart: bool,
    /// How many lines ended since the last character.
    ends: usize,
    /// Whether a carriage return was read just before.
    is_return: bool,
    /// Whether a soft hyphen stands after the last character.
    is_soft: bool,
    /// Whether the line has more than spaces and marks of mail programs so far.
    is_within: bool,
    /// Whether the line, and the one before it, begins with a mark of mail programs.
    is_quoted: bool,
    was_quoted: bool,
    /// Whether those marks are kept.
    keeps_marks: bool,
}

/// Where a space keeps a wide quote mark from being the apostrophe of a word.
pub(super) enum Parted {
    Before,
    After,
}

/// What a gap of spaces and line ends is.
pub(super) enum Gap {
    Space,
    Nothing,
    Break(BreakKind),
}

impl Lines {
    /// Reads the marks of mail programs as the characters that they are.
    pub(super) fn with_marks() -> Self {
        Self {
            keeps_marks: true,
            ..Self::default()
        }
    }

    /// Sees a character, and says whether it is a space where it stands: the `>` that mail programs set
    /// before each line of what is answered, but for the first.
    pub(super) fn see(&mut self, c: char) -> bool {
        let is_return = std::mem::replace(&mut self.is_return, c == '\r');
        match c {
            '\n' if is_return => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' => {
                self.ends += 1;
                self.was_quoted = self.is_quoted;
                (self.is_quoted, self.is_within) = (false, false);
            }
            '>' if !self.is_within => {
                self.is_quoted = true;
                return self.was_quoted && !self.keeps_marks;
            }
            '\u{AD}' => self.is_soft |= self.ends == 0,
            c if c.is_whitespace() => {}
            _ => self.is_within = true,
        }
        false
    }

    /// Takes a character of a word for the last one.
    pub(super) fn word(&mut self, c: char, at: Point, is_apart: bool) {
        self.last = [c, self.last[0]];
        self.last_at = at;
        self.is_apart = is_apart;
        self.ends = 0;
        self.is_soft = false;
    }

    /// Says where a quote mark as Chinese and Japanese have them, beside which a space is nothing, parts words of
    /// a script that parts them by spaces; `is_apart` is whether spaces stand before the next character.
    pub(super) fn parted(&self, next: char, is_apart: bool) -> Option<Parted> {
        let [last, before] = self.last;
        let is_spaced = |c: char| c.is_alphanumeric() && !is_unspaced(c);
        match last {
            _ if !is_spaced(before) || !is_spaced(next) => None,
            '「' | '『' | '〝' | '﹁' | '﹃' | '｢' => Some(Parted::Before),
            '」' | '』' | '〞' | '〟' | '﹂' | '﹄' | '｣' => Some(Parted::After),
            '＂' | '＇' if self.is_apart => Some(Parted::Before),
            '＂' | '＇' if is_apart => Some(Parted::After),
            _ => None,
        }
    }

    /// Returns the narrow form of a wide mark that is read: between digits it may part clauses or be of a number.
    pub(super) fn narrow(&self, c: char) -> Option<char> {
        let is_mark = matches!(c, '，' | '．' | '：' | '／');
        (is_mark && !is_digit(self.last[0])).then(|| narrow(c))?
    }

    /// Says what the gap before a character is.
    pub(super) fn gap(&self, next: char) -> Gap {
        let [last, before] = self.last;
        if is_digit(last) && is_digit(next) || is_wide(last) && is_wide(next) {
            // Lines of wide letters and digits may end within a word or number.
            let may_go_on = self.ends == 1 && last >= '０' && next >= '０';
            return if may_go_on {
                Gap::Break(BreakKind::Space)
            } else {
                Gap::Space
            };
        }
        // Their quote marks are those of other scripts, too: “好，”\n47 岁.
        let is_of_chinese = |mark| unify(mark) == Some('\'') && is_chinese_or_japanese(before);
        if is_chinese_or_japanese(last) || is_chinese_or_japanese(next) || is_of_chinese(last) {
            return Gap::Nothing;
        }
        let is_hyphen = matches!(last, '-' | '\u{2010}' | '\u{58A}') && !self.is_apart;
        let in_word = is_hyphen && before.is_alphabetic() && next.is_alphabetic();
        // Between the lines of some texts another is blank.
        let goes_on = self.ends > 1 && in_word && !next.is_uppercase();
        if self.ends != 1 && !goes_on {
            return Gap::Space;
        }
        let is_dash = |c| unify(c) == Some('-');
        if self.is_soft && last.is_alphabetic() && next.is_alphabetic() {
            Gap::Break(BreakKind::Soft)
        } else if in_word {
            Gap::Break(BreakKind::Hyphen)
        } else if is_dash(last) && before.is_alphanumeric() && !self.is_apart {
            Gap::Break(BreakKind::Dash)
        } else if is_dash(next) && last.is_alphanumeric() || is_unspaced(last) && is_unspaced(next)
        {
            Gap::Break(BreakKind::Space)
        } else {
            Gap::Space
        }
    }
}

/// Says whether a character is of a script whose lines end anywhere, and whose spaces mean something:
/// Korean, Thai and others of Southeast Asia.
pub(in crate::evidence) fn is_unspaced(c: char) -> bool {
    has_no_word_spaces(c) || matches!(c, '\u{AC00}'..='\u{D7AF}')
}

/// Says whether a character is a digit: beside one, a space parts numbers in every script.
fn is_digit(c: char) -> bool {
    c.is_numeric() && c != '〇'
}

fn is_wide(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Says whether a character is Chinese or Japanese: a space beside it means nothing.
fn is_chinese_or_japanese(c: char) -> bool {
    !is_wide(c)
        && matches!(u32::from(c),
            0x2E80..=0x312F | 0x31A0..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
            | 0xFF01..=0xFF9F | 0xFFE0..=0xFFE6 | 0x2_0000..=0x3_FFFF)
}
