//! Estimates how wide a text is set, without a font, and breaks it into lines.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

use crate::describe::{Piece, begins_right_to_left, pieces};

/// The size of labels, in units of the drawing.
pub(crate) const SIZE: i32 = 12;

/// How much wider bold letters are, in hundredths.
pub(super) const BOLD: i32 = 115;

/// Begin a text of this direction, within one of any other, and end it. Characters, since not every
/// program that shows an SVG knows the attributes for it.
const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const END: char = '\u{2069}';

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    pub(crate) texts: Vec<String>,
    /// The width of each.
    pub(super) widths: Vec<i32>,
    /// From one line to the next.
    pub(super) pitch: i32,
}

impl Lines {
    pub(super) fn first_width(&self) -> i32 {
        self.widths.first().copied().unwrap_or(0)
    }

    pub(super) fn width(&self) -> i32 {
        self.widths.iter().copied().max().unwrap_or(0)
    }

    pub(super) fn height(&self) -> i32 {
        self.pitch * i32::try_from(self.texts.len()).unwrap_or(i32::MAX)
    }
}

/// Returns about how wide a text is in units of the drawing: a little too wide rather than too
/// narrow.
pub(crate) fn of(text: &str) -> i32 {
    (in_hundredths(text) * SIZE + 99) / 100
}

fn in_hundredths(text: &str) -> i32 {
    text.chars().map(hundredths).sum()
}

/// Returns the width of the widest word: what a line cannot be narrower than without parting it.
pub(crate) fn of_widest_word(text: &str) -> i32 {
    words(text)
        .map(|word| of(word.trim_end()))
        .max()
        .unwrap_or(0)
}

/// Returns the width of a letter in hundredths of its size, in the widest of the usual serifs:
/// those of `DejaVu` and Noto.
fn hundredths(letter: char) -> i32 {
    match letter.width() {
        _ if matches!(letter, '\u{2066}'..='\u{2069}' | '\u{FDD4}' | '\u{FDD5}') => 0,
        None | Some(0) => 0,
        Some(2..) => 106,
        Some(1) => match letter {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | 'і' | 'ї' => {
                35
            }
            'f' | 't' | '(' | ')' | '[' | ']' | '-' | 'I' | 'J' => 43,
            'r' | 's' | 'c' | 'z' => 57,
            'm' | 'w' | 'ж' | 'ш' | 'щ' | 'ю' | 'ы' | 'м' | 'ф' | '—' | '…' | '→' | '←' => {
                100
            }
            'M' | 'W' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | 'М' | 'Ф' => 118,
            letter if letter.is_uppercase() => 87,
            letter if letter.is_ascii() => 65,
            letter if is_tall(letter) => 72,
            _ => 67,
        },
    }
}

/// Says whether the usual fonts of a letter's script need more height than Latin ones do.
fn is_tall(letter: char) -> bool {
    u32::from(letter) > 0x0590 && !matches!(letter, '\u{1E00}'..='\u{2BFF}')
}

/// Parts a text after which each piece may begin a new line: after spaces, and between the
/// characters of scripts that have none.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut letters = rest.char_indices().peekable();
        while let Some((_, letter)) = letters.next() {
            let Some(&(at, next)) = letters.peek() else {
                break;
            };
            if may_break(letter, next) {
                let (word, after) = rest.split_at(at);
                rest = after;
                return Some(word);
            }
        }
        (!rest.is_empty()).then(|| std::mem::take(&mut rest))
    })
}

fn may_break(before: char, after: char) -> bool {
    if before == ' ' {
        return after != ' ';
    }
    let (wide_before, wide_after) = (before.width() == Some(2), after.width() == Some(2));
    let opens = |letter| "（「『【〔〈《([“‘".contains(letter);
    let clings = |letter: char| {
        "、。，．・：；？！）」』】〕〉》ーっゃゅょッャュョァィゥェォ々)]”’%".contains(letter)
            || letter.width() == Some(0)
    };
    (wide_before || wide_after) && !opens(before) && !clings(after) && after != ' '
}

/// Breaks a text into lines that are no wider than a width; what cannot be broken is parted. Each
/// line has the directions of the whole.
pub(crate) fn lines(text: &str, most: i32, right_to_left: bool) -> Lines {
    let pitch = if text.chars().any(is_tall) { 18 } else { 15 };
    let mut setter = Setter::new(most, right_to_left);
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => words(text).for_each(|word| setter.word(word)),
            Piece::Isolate(rest) if begins_right_to_left(rest) => setter.open(RIGHT_TO_LEFT),
            Piece::Directed("rtl") => setter.open(RIGHT_TO_LEFT),
            Piece::Isolate(_) | Piece::Directed(_) => setter.open(LEFT_TO_RIGHT),
            Piece::End => setter.end(),
        }
    }
    setter.finish(pitch)
}

/// Sets words one after the other.
struct Setter {
    /// The widest that a line may be, in hundredths of the size.
    most: i32,
    open: Vec<char>,
    line: String,
    width: i32,
    lines: Lines,
}

impl Setter {
    fn new(most: i32, right_to_left: bool) -> Self {
        // The whole is set apart: so no program has to be told the direction.
        let open: Vec<char> = right_to_left.then_some(RIGHT_TO_LEFT).into_iter().collect();
        Self {
            most: most.min(100_000) * 100 / SIZE,
            line: open.iter().collect(),
            open,
            width: 0,
            lines: Lines::default(),
        }
    }

    fn open(&mut self, mark: char) {
        self.open.push(mark);
        self.line.push(mark);
    }

    fn end(&mut self) {
        if self.open.pop().is_some() {
            self.line.push(END);
        }
    }

    fn word(&mut self, word: &str) {
        let needs = in_hundredths(word.trim_end());
        if self.width > 0 && self.width + needs > self.most {
            self.next_line();
        }
        if needs <= self.most {
            return self.append(word);
        }
        for letter in word.graphemes(true) {
            if self.width > 0 && self.width + in_hundredths(letter) > self.most {
                self.next_line();
            }
            self.append(letter);
        }
    }

    fn append(&mut self, text: &str) {
        self.line.push_str(text);
        self.width += in_hundredths(text);
    }

    fn next_line(&mut self) {
        let opening: String = self.open.iter().collect();
        let line = std::mem::replace(&mut self.line, opening);
        let line = line.trim_end();
        self.lines.widths.push(of(line));
        let ends = std::iter::repeat_n(END, self.open.len());
        self.lines.texts.push(line.chars().chain(ends).collect());
        self.width = 0;
    }

    fn finish(mut self, pitch: i32) -> Lines {
        self.next_line();
        self.lines.pitch = pitch;
        self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::{lines, of, of_widest_word};

    #[test]
    fn texts_are_broken_where_their_script_breaks() {
        let texts = |text, most| lines(text, most, false).texts;
        assert_eq!(texts("NBC News", 200), ["NBC News"]);
        assert_eq!(
            texts("Institute for the Study of War", 110),
            ["Institute for the", "Study of War"]
        );
        assert_eq!(
            texts("日本放送協会（東京）、支局", 70),
            ["日本放送協", "会（東", "京）、支局"]
        );
        assert_eq!(
            texts("Wirtschaftsministerium", 80),
            ["Wirtschafts", "ministerium"]
        );
    }

    #[test]
    fn what_is_as_wide_as_a_line_fits_in_it() {
        for text in ["The Space Library", "brief", "довідка", "報道官"] {
            assert_eq!(lines(text, of(text), false).texts, [text]);
        }
        let widest = of_widest_word("This brief");
        assert_eq!(lines("This brief", widest, false).texts, ["This", "brief"]);
    }

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        let texts = [
            "Ann",
            "A very long name of a source",
            "القناة الإخبارية العربية الأولى",
            "日本放送協会",
            "M".repeat(40).leak(),
        ];
        for text in texts {
            for most in [40, 90, 200] {
                let broken = lines(text, most, false);
                assert!(
                    broken.widths.iter().all(|width| *width <= most),
                    "{broken:?}"
                );
                let letters = |text: &str| {
                    text.chars()
                        .filter(|c| !c.is_whitespace())
                        .collect::<String>()
                };
                assert_eq!(letters(&broken.texts.concat()), letters(text));
            }
        }
    }

    #[test]
    fn every_line_has_the_directions_of_the_whole() {
        let isolated = "\u{2068}אבג דהו\u{2069} (Ann)";
        let texts = lines(isolated, of("אבג דה"), false).texts;
        assert_eq!(
            texts,
            ["\u{2067}אבג\u{2069}", "\u{2067}דהו\u{2069}", "(Ann)"]
        );
        let texts = lines("אבג", 100, true).texts;
        assert_eq!(texts, ["\u{2067}אבג\u{2069}"]);
    }
}
