//! Sets the text of a page of a PDF: fonts, places, letters.

use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Object, String as PdfString};
use hayro_syntax::page::Resources;

use super::content::{INVISIBLE, Reader};
use super::fonts::{Letters, letters};
use super::lines::Letter;
use super::marked::Marked;
use super::matrix::{Matrix, Spot};
use super::spent::TooMuch;

/// Letters that are so small, in units of the page, are not there, and are too small to be seen.
const NOTHING: f64 = 1e-3;
const SMALLEST: f64 = 0.5;

impl<'a> Reader<'a> {
    pub(super) fn set_text(
        &mut self,
        instruction: &TypedInstruction<'_, '_>,
        resources: &Resources<'a>,
    ) -> Result<(), TooMuch> {
        use TypedInstruction as I;
        let state = &mut self.state;
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them set text"
        )]
        match instruction {
            I::CharacterSpacing(space) => state.between_letters = space.0.as_f64(),
            I::WordSpacing(space) => state.between_words = space.0.as_f64(),
            I::HorizontalScaling(width) => state.width = width.0.as_f64() / 100.0,
            I::TextLeading(leading) => state.leading = leading.0.as_f64(),
            I::TextRise(rise) => state.rise = rise.0.as_f64(),
            I::TextRenderingMode(mode) => state.mode = mode.0.as_i64(),
            I::TextFont(font) => {
                state.size = font.1.as_f64();
                let font = resources.get_font(font.0);
                self.font(font.as_ref())?;
            }
            I::SetGraphicsState(name) => {
                let how = resources.get_ext_g_state(name.0);
                if let Some(how) = &how {
                    self.draw_as(how);
                }
                if let Some(font) = how.and_then(|how| how.get::<Array<'a>>("Font")) {
                    if let Some(Object::Number(size)) = font.iter::<Object<'a>>().nth(1) {
                        self.state.size = size.as_f64();
                    }
                    self.font(font.iter::<Dict<'a>>().next().as_ref())?;
                }
            }
            _ => {
                self.move_text(instruction);
                self.show_text(instruction)?;
            }
        }
        Ok(())
    }

    fn move_text(&mut self, instruction: &TypedInstruction<'_, '_>) {
        use TypedInstruction as I;
        let state = &mut self.state;
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them set text"
        )]
        match instruction {
            I::BeginText(_) => (self.text, self.line) = (Matrix::NONE, Matrix::NONE),
            I::EndText(_) if state.is_cutting => {
                (state.is_cutting, state.is_doubtful) = (false, true);
            }
            I::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            I::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            I::SetTextMatrix(m) => {
                self.line = Matrix::of([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]);
                self.text = self.line;
            }
            I::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            _ => {}
        }
    }

    fn show_text(&mut self, instruction: &TypedInstruction<'_, '_>) -> Result<(), TooMuch> {
        use TypedInstruction as I;
        let state = &mut self.state;
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them set text"
        )]
        match instruction {
            I::ShowText(text) => self.show(text.0)?,
            I::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                self.show(text.0)?;
            }
            I::ShowTextWithParameters(text) => {
                state.between_words = text.0.as_f64();
                state.between_letters = text.1.as_f64();
                self.next_line(0.0, -self.state.leading);
                self.show(text.2)?;
            }
            I::ShowTexts(parts) => {
                for part in parts.0.iter::<Object<'_>>() {
                    if let Object::String(text) = &part {
                        self.show(text)?;
                    } else if let Object::Number(back) = &part {
                        let by = -back.as_f64() / 1000.0 * self.state.size;
                        self.advance(by);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn font(&mut self, font: Option<&Dict<'a>>) -> Result<(), TooMuch> {
        // Fonts that stand among the resources have no number of their own.
        let place = font.map(|font| font.data().as_ptr());
        if let Some(known) = place.and_then(|place| self.known.get(&place)) {
            self.state.font.clone_from(known);
            return Ok(());
        }
        self.state.font = match font {
            Some(font) => letters(font, &self.fonts, &mut self.room)?,
            None => None,
        };
        if let Some(place) = place {
            self.known.insert(place, self.state.font.clone());
        }
        Ok(())
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moving(x, y).then(self.line);
        self.text = self.line;
    }

    /// Moves on along the line; returns the way in the text's own units.
    fn advance(&mut self, by: f64) -> Spot {
        let is_upright = self.state.font.as_ref().is_some_and(Letters::is_upright);
        let way = if is_upright {
            (0.0, by)
        } else {
            (by * self.state.width, 0.0)
        };
        self.text = Matrix::moving(way.0, way.1).then(self.text);
        way
    }

    /// Sets what a mark alone was said to be, where nothing followed it.
    pub(super) fn set_waiting(&mut self) -> Result<(), TooMuch> {
        match self.waiting.take() {
            Some((letter, is_tiny)) => self.set(letter, is_tiny),
            None => Ok(()),
        }
    }

    fn show(&mut self, shown: &PdfString<'_>) -> Result<(), TooMuch> {
        let bytes = shown.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            self.room.step()?;
            let (letter, length, advance, is_space) = match &self.state.font {
                Some(font) => font.read(bytes, at),
                None => (None, 1, 0.5, false),
            };
            let font = self.state.font.as_ref();
            let has_own_units = font.is_some_and(|font| font.have_own_units);
            at += length;
            let between = self.state.between_letters
                + if is_space {
                    self.state.between_words
                } else {
                    0.0
                };
            let from = Matrix::moving(0.0, self.state.rise).then(self.text);
            // What is set between letters is not of the letter.
            let is_upright = self.state.font.as_ref().is_some_and(Letters::is_upright);
            let wide = advance * self.state.size;
            let of_letter = if is_upright {
                (0.0, wide)
            } else {
                (wide * self.state.width, 0.0)
            };
            self.advance(wide + between);
            let said = Marked::in_place(&mut self.marked);
            let is_said = said.is_some();
            let text = if let Some(text) = said.or(letter) {
                self.mapped += 1;
                text
            } else {
                self.unmapped += 1;
                char::REPLACEMENT_CHARACTER.to_string()
            };
            self.room.letters(text.len())?;
            let shown = from.then(self.state.to_page);
            let (x, y) = shown.way((self.state.size * self.state.width, 0.0));
            let across = x.hypot(y);
            let mut letter =
                Letter::new(text, self.state.size, of_letter, from, self.state.to_page);
            let smallest = letter.size.min(across);
            let is_tiny = !has_own_units && smallest < SMALLEST;
            if is_said && wide == 0.0 && !letter.text.is_empty() {
                self.waiting = Some((letter, is_tiny));
            } else if smallest >= NOTHING && letter.size.is_finite() {
                let waiting = self.waiting.take_if(|_| is_said);
                letter.text.extend(waiting.map(|(mark, _)| mark.text));
                self.set(letter, is_tiny)?;
            } else {
                // It has no place in a line.
                self.unseen.push_str(&letter.text);
            }
            self.state.is_cutting |= self.state.mode > INVISIBLE;
        }
        Ok(())
    }
}
