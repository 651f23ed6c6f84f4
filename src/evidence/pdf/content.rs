//! Follows what a page of a PDF sets, letter by letter.

use std::collections::{BTreeMap, BTreeSet};

use hayro_font::FontCache;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Number, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::clip::{Clip, Path, is_cut_off};
use super::fonts::Letters;
use super::lines::{Letter, Lines};
use super::marked::Marked;
use super::matrix::{Matrix, Spot};
use super::spent::{Room, TooMuch};
use super::state::{Mask, State};

/// Forms are followed into forms as deep as this.
const DEEPEST: usize = 12;
/// States are kept as deep as this.
const MOST_SAVED: usize = 1 << 10;
/// Letters that are not shown, and such as only cut off what follows: what is drawn behind them may show them.
pub(super) const INVISIBLE: i64 = 3;
const AROUND_ALONE: i64 = 7;

/// Reads the pages of a PDF.
pub(super) struct Reader<'a> {
    pub(super) lines: Lines,
    pub(super) room: Room,
    pub(super) fonts: FontCache<'a>,
    pub(super) known: BTreeMap<ObjectIdentifier, Option<Letters<'a>>>,
    /// The layers that are not shown.
    off: BTreeSet<ObjectIdentifier>,
    pub(super) state: State<'a>,
    saved: Vec<State<'a>>,
    pub(super) text: Matrix,
    pub(super) line: Matrix,
    /// What is marked, from the outermost in.
    pub(super) marked: Vec<Marked>,
    /// Whether something may stand behind letters on the page.
    has_ground: bool,
    /// Whether the page has a picture.
    pub(super) has_picture: bool,
    /// How many letters have no Unicode value, and how many have.
    pub(super) unmapped: usize,
    pub(super) mapped: usize,
    /// The box of the page: what stands outside is not seen.
    frame: [f64; 4],
    path: Path,
    /// What fields and remarks say, shown or not.
    pub(super) unseen: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(off: BTreeSet<ObjectIdentifier>) -> Self {
        Self {
            lines: Lines::default(),
            room: Room::new(),
            fonts: FontCache::new(),
            known: BTreeMap::new(),
            off,
            state: State::new(Matrix::NONE),
            saved: Vec::new(),
            text: Matrix::NONE,
            line: Matrix::NONE,
            marked: Vec::new(),
            has_ground: false,
            has_picture: false,
            unmapped: 0,
            mapped: 0,
            frame: [0.0; 4],
            path: Path::default(),
            unseen: String::new(),
        }
    }

    /// Reads a page, and what stands on it as fields and remarks.
    pub(super) fn page(&mut self, number: usize, page: &Page<'a>) -> Result<(), TooMuch> {
        self.lines.page = number;
        (self.has_ground, self.has_picture) = (false, false);
        let shown = page.intersected_crop_box();
        self.frame = [shown.x0, shown.y0, shown.x1, shown.y1];
        let turned = Matrix::new(page.initial_transform(false).as_coeffs());
        let mut content = Vec::new();
        for stream in streams(page.raw()) {
            self.room.unpack(&stream)?;
            content.extend_from_slice(&stream.decoded_data().unwrap_or_default());
            content.push(b' ');
        }
        self.frame = corners(turned, self.frame);
        self.run(&content, page.resources(), turned, 0)?;
        let notes = page.raw().get::<Array<'a>>("Annots");
        for note in notes.iter().flat_map(Array::iter::<Dict<'a>>) {
            self.room.step()?;
            self.note(&note, page, turned)?;
        }
        Ok(())
    }

    /// Reads instructions by themselves.
    fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        to_page: Matrix,
        deep: usize,
    ) -> Result<(), TooMuch> {
        let outer = self.state.clone();
        if deep == 0 {
            self.state = State::new(to_page);
        }
        self.path = Path::default();
        self.state.to_page = to_page;
        let (saved, marked) = (self.saved.len(), self.marked.len());
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.room.step()?;
            self.follow(&instruction, resources, deep)?;
            self.saved.truncate(MOST_SAVED);
        }
        self.saved.truncate(saved);
        self.marked.truncate(marked);
        self.state = outer;
        Ok(())
    }

    fn follow(
        &mut self,
        instruction: &TypedInstruction<'_, '_>,
        resources: &Resources<'a>,
        deep: usize,
    ) -> Result<(), TooMuch> {
        use TypedInstruction as I;
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them set text"
        )]
        match instruction {
            I::SaveState(_) => self.saved.push(self.state.clone()),
            I::RestoreState(_) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            I::Transform(m) => {
                let matrix = Matrix::of([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]);
                self.state.to_page = matrix.then(self.state.to_page);
            }
            I::XObject(name) => self.object(name.0, resources, deep)?,
            I::InlineImage(_) | I::Shading(_) => (self.has_ground, self.has_picture) = (true, true),
            I::BeginMarkedContent(_) => self.mark(Marked::default()),
            I::BeginMarkedContentWithProperties(begin) => {
                self.mark(Marked::with(begin.0, begin.1, resources, &self.off));
            }
            I::EndMarkedContent(_) => {
                self.marked.pop();
            }
            other => {
                let State { to_page, clip, .. } = &self.state;
                if let Some(clip) = self.path.follow(other, *to_page, clip.as_ref()) {
                    self.state.clip = Some(clip);
                }
                self.colour(other);
                self.set_text(other, resources)?;
            }
        }
        Ok(())
    }

    fn colour(&mut self, instruction: &TypedInstruction<'_, '_>) {
        use TypedInstruction as I;
        let are = |numbers: &[&Number], value: f64| {
            numbers
                .iter()
                .all(|number| (number.as_f64() - value).abs() < 0.02)
        };
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them set a colour"
        )]
        match instruction {
            I::NonStrokeColorDeviceGray(c) => self.state.is_white = are(&[&c.0], 1.0),
            I::NonStrokeColorDeviceRgb(c) => self.state.is_white = are(&[&c.0, &c.1, &c.2], 1.0),
            I::NonStrokeColorCmyk(c) => self.state.is_white = are(&[&c.0, &c.1, &c.2, &c.3], 0.0),
            I::NonStrokeColor(c) => {
                let all: Vec<&Number> = c.0.iter().collect();
                self.state.is_white = all.len() == 3 && are(&all, 1.0);
            }
            I::NonStrokeColorNamed(_) | I::ColorSpaceNonStroke(_) => self.state.is_white = false,
            I::FillPathNonZero(_)
            | I::FillPathNonZeroCompatibility(_)
            | I::FillPathEvenOdd(_)
            | I::FillAndStrokeNonZero(_)
            | I::FillAndStrokeEvenOdd(_)
            | I::CloseFillAndStrokeNonZero(_)
            | I::CloseFillAndStrokeEvenOdd(_) => self.has_ground |= !self.state.is_white,
            _ => {}
        }
    }

    /// Says whether a letter that is set now, here, cannot be seen.
    pub(super) fn is_hidden(&self, letter: &Letter) -> bool {
        let (x, y): Spot = letter.at[0];
        let is_cut = |clip: &Clip| is_cut_off(clip.around, letter.at, letter.size);
        let [left, foot, right, head] = self.frame;
        let is_outside = x < left - 2.0 || x > right + 2.0 || y < foot - 2.0 || y > head + 2.0;
        self.state.mode == INVISIBLE
            || self.state.is_clear
            || is_outside
            || self.state.clip.as_ref().is_some_and(is_cut)
            || self.state.is_white && !self.has_ground
            || self.marked.iter().any(|marked| marked.is_off)
    }

    /// Says whether it cannot be told if a letter that is set now, here, is seen.
    pub(super) fn may_be_hidden(&mut self, letter: &Letter) -> Result<bool, TooMuch> {
        let mut may_be = self.state.mask == Mask::Some || self.state.mode == AROUND_ALONE;
        if let Some(clip) = &self.state.clip {
            self.room.look(clip.points())?;
            may_be |= clip.may_cut_off(letter.middle());
        }
        Ok(may_be)
    }

    fn mark(&mut self, marked: Marked) {
        if self.marked.len() < MOST_SAVED {
            self.marked.push(marked);
        }
    }

    /// Reads what a form sets, or sees that a picture is there.
    fn object(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        deep: usize,
    ) -> Result<(), TooMuch> {
        let Some(object) = resources.get_x_object(name) else {
            return Ok(());
        };
        let kind: Option<Name<'_>> = object.dict().get("Subtype");
        if kind.is_some_and(|kind| &*kind == b"Image") {
            (self.has_ground, self.has_picture) = (true, true);
            return Ok(());
        }
        let layer = object.dict().get_ref("OC").map(ObjectIdentifier::from);
        if layer.is_some_and(|layer| self.off.contains(&layer)) {
            return Ok(());
        }
        self.form(&object, resources, self.state.to_page, deep)
    }

    pub(super) fn form(
        &mut self,
        form: &Stream<'a>,
        around: &Resources<'a>,
        to_page: Matrix,
        deep: usize,
    ) -> Result<(), TooMuch> {
        if deep == DEEPEST {
            return Err(TooMuch);
        }
        self.room.unpack(form)?;
        let content = form.decoded_data().unwrap_or_default();
        let own = form.dict().get::<Dict<'a>>("Resources").map(Resources::new);
        let to_page = form
            .dict()
            .get::<[f64; 6]>("Matrix")
            .map_or(to_page, |matrix| Matrix::new(matrix).then(to_page));
        let place = (self.text, self.line);
        self.run(&content, own.as_ref().unwrap_or(around), to_page, deep + 1)?;
        (self.text, self.line) = place;
        Ok(())
    }
}

/// Returns the content of a page, which may be in pieces.
fn streams<'a>(page: &Dict<'a>) -> Vec<Stream<'a>> {
    if let Some(one) = page.get::<Stream<'a>>("Contents") {
        return vec![one];
    }
    let several = page.get::<Array<'a>>("Contents");
    several.iter().flat_map(Array::iter::<Stream<'a>>).collect()
}

/// Returns a box that is turned, as left, foot, right and head.
fn corners(turned: Matrix, [x0, y0, x1, y1]: [f64; 4]) -> [f64; 4] {
    let (a, b) = (turned.spot((x0, y0)), turned.spot((x1, y1)));
    [a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)]
}
