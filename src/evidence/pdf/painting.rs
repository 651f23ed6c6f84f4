//! Follows what a page of a PDF draws besides text: what it fills and cuts off, and with what.

use std::rc::Rc;

use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, Stream};
use hayro_syntax::page::Resources;

use super::colours::{Ink, Space, pattern};
use super::content::Reader;
use super::ground::{Fill, HAIR};
use super::matrix::{Matrix, length};
use super::outline::{Drawn, Outline, Path};
use super::spent::TooMuch;
use super::state::{Blend, Paint, State};

impl<'a> Reader<'a> {
    /// Follows what fills, draws or cuts off the path that was drawn.
    pub(super) fn paint(&mut self, instruction: &TypedInstruction<'_, '_>) {
        use TypedInstruction as I;
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them end a path"
        )]
        let (filled, is_around) = match instruction {
            I::ClipNonZero(_) => return self.path.cuts = Some(Drawn::Filled),
            I::ClipEvenOdd(_) => return self.path.cuts = Some(Drawn::FilledEvenOdd),
            I::EndPath(_) => (None, false),
            I::StrokePath(_) | I::CloseAndStrokePath(_) => (None, true),
            I::FillPathNonZero(_) | I::FillPathNonZeroCompatibility(_) => {
                (Some(Drawn::Filled), false)
            }
            I::FillPathEvenOdd(_) => (Some(Drawn::FilledEvenOdd), false),
            I::FillAndStrokeNonZero(_) | I::CloseFillAndStrokeNonZero(_) => {
                (Some(Drawn::Filled), true)
            }
            I::FillAndStrokeEvenOdd(_) | I::CloseFillAndStrokeEvenOdd(_) => {
                (Some(Drawn::FilledEvenOdd), true)
            }
            _ => return,
        };
        let path = std::mem::take(&mut self.path);
        if let Some(outline) = filled.and_then(|filled| path.outline(filled)) {
            self.fill(outline, &self.state.fill.clone(), false);
        }
        let half = self.state.line_width * length(self.state.to_page.way((1.0, 0.0))) / 2.0;
        if is_around
            && half >= HAIR / 2.0
            && let Some(outline) = path.outline(Drawn::Around(half))
        {
            let mut stroke = self.state.stroke.clone();
            if self.state.is_dashed {
                stroke.ink = Ink::Sparse;
            }
            self.fill(outline, &stroke, false);
        }
        if let Some(outline) = path.cuts.and_then(|cuts| path.outline(cuts)) {
            Rc::make_mut(&mut self.state.clip).cut(outline);
        }
    }

    /// Cuts off what is outside of a rectangle.
    pub(super) fn cut_to(&mut self, frame: [f64; 4]) {
        if let Some(outline) = Path::of(frame, self.state.to_page).outline(Drawn::Filled) {
            Rc::make_mut(&mut self.state.clip).cut(outline);
        }
    }

    fn fill(&mut self, outline: Outline, with: &Paint, is_picture: bool) {
        let state = &self.state;
        if self.is_unseen() {
            return;
        }
        self.ground.add(Fill {
            outline,
            clip: Rc::clone(&state.clip),
            ink: with.ink,
            alpha: with.alpha * state.group.alpha,
            is_partial: state.is_masked
                || state.group.is_masked
                || state.is_doubtful
                || with.ink == Ink::Sparse,
            blend: state.blend.max(state.group.blend),
            is_picture,
            has_letters: false,
        });
    }

    /// Sees that a picture is there.
    pub(super) fn picture(&mut self, picture: &Stream<'_>) {
        self.has_picture = true;
        let about = picture.dict();
        let is_masked = ["SMask", "Mask"].iter().any(|key| about.contains_key(key));
        let is_mask = |key: &str| about.get::<bool>(key) == Some(true);
        let is_whole = !is_masked && !is_mask("ImageMask") && !is_mask("IM");
        let place = Path::of([0.0, 0.0, 1.0, 1.0], self.state.to_page);
        if let Some(outline) = place.outline(Drawn::Filled) {
            let ink = if is_whole { Ink::Some } else { Ink::Sparse };
            self.fill(outline, &self.with_ink(ink), true);
        }
    }

    /// Sees that all is shaded that is not cut off.
    pub(super) fn shading(&mut self) {
        self.has_picture = true;
        if let Some(outline) = Path::of(self.state.clip.frame, Matrix::NONE).outline(Drawn::Filled)
        {
            self.fill(outline, &self.with_ink(Ink::Some), true);
        }
    }

    fn with_ink(&self, ink: Ink) -> Paint {
        Paint {
            ink,
            ..self.state.fill.clone()
        }
    }

    /// Follows what chooses a colour.
    pub(super) fn colour(
        &mut self,
        instruction: &TypedInstruction<'_, '_>,
        resources: &Resources<'a>,
        deep: usize,
    ) -> Result<(), TooMuch> {
        use TypedInstruction as I;
        let State { fill, stroke, .. } = &mut self.state;
        let space = |name: &Name<'_>| resources.get_color_space(name);
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them choose a colour"
        )]
        match instruction {
            I::NonStrokeColorDeviceGray(c) => fill.set(Space::Grey, [&c.0]),
            I::NonStrokeColorDeviceRgb(c) => fill.set(Space::Rgb, [&c.0, &c.1, &c.2]),
            I::NonStrokeColorCmyk(c) => fill.set(Space::Cmyk, [&c.0, &c.1, &c.2, &c.3]),
            I::StrokeColorDeviceGray(c) => stroke.set(Space::Grey, [&c.0]),
            I::StrokeColorDeviceRgb(c) => stroke.set(Space::Rgb, [&c.0, &c.1, &c.2]),
            I::StrokeColorCmyk(c) => stroke.set(Space::Cmyk, [&c.0, &c.1, &c.2, &c.3]),
            I::ColorSpaceNonStroke(name) => {
                fill.choose(Space::of(name.0, space(name.0), &mut self.room)?);
            }
            I::ColorSpaceStroke(name) => {
                stroke.choose(Space::of(name.0, space(name.0), &mut self.room)?);
            }
            I::NonStrokeColor(c) => fill.mix(&c.0),
            I::StrokeColor(c) => stroke.mix(&c.0),
            I::NonStrokeColorNamed(c) => match c.1 {
                None => fill.mix(&c.0),
                Some(name) => {
                    let named = resources.get_pattern(name);
                    fill.ink = pattern(named.as_ref());
                    self.tile(named, resources, deep)?;
                }
            },
            I::StrokeColorNamed(c) => match c.1 {
                None => stroke.mix(&c.0),
                Some(name) => stroke.ink = pattern(resources.get_pattern(name).as_ref()),
            },
            I::LineWidth(wide) => self.state.line_width = wide.0.as_f64(),
            I::DashPattern(dashes) => {
                self.state.is_dashed = dashes.0.iter::<f64>().next().is_some();
            }
            _ => {}
        }
        Ok(())
    }

    /// Reads what a pattern sets: it is shown where something is filled with it.
    fn tile(
        &mut self,
        tile: Option<Object<'a>>,
        around: &Resources<'a>,
        deep: usize,
    ) -> Result<(), TooMuch> {
        if let Some(Object::Stream(tile)) = tile
            && self.tiles.insert(tile.obj_id())
        {
            let is_off = self.is_unseen();
            let marked = std::mem::take(&mut self.marked);
            let before = self.state.clone();
            self.begin();
            (self.state.is_off, self.state.is_doubtful) = (is_off, true);
            self.form(&tile, around, deep)?;
            (self.state, self.marked) = (before, marked);
        }
        Ok(())
    }

    /// Takes what a dictionary says of how to draw.
    pub(super) fn draw_as(&mut self, how: &Dict<'a>) {
        let state = &mut self.state;
        if let Some(alpha) = how.get::<f64>("ca") {
            state.fill.alpha = alpha.clamp(0.0, 1.0);
        }
        if let Some(alpha) = how.get::<f64>("CA") {
            state.stroke.alpha = alpha.clamp(0.0, 1.0);
        }
        if let Some(wide) = how.get::<f64>("LW") {
            state.line_width = wide;
        }
        if let Some(mask) = how.get::<Object<'a>>("SMask") {
            let is_none = matches!(mask, Object::Name(_));
            state.is_masked = !is_none;
        }
        let mixes = how.get::<Name<'_>>("BM").or_else(|| {
            let several = how.get::<Array<'_>>("BM")?;
            several.iter::<Name<'_>>().next()
        });
        if let Some(mixes) = mixes {
            state.blend = match &*mixes {
                b"Multiply" | b"Darken" | b"ColorBurn" => Blend::Darker,
                b"Screen" | b"Overlay" | b"Lighten" | b"ColorDodge" | b"HardLight"
                | b"SoftLight" | b"Difference" | b"Exclusion" | b"Hue" | b"Saturation"
                | b"Color" | b"Luminosity" => Blend::Otherwise,
                _ => Blend::No,
            };
        }
    }
}
