//! Follows what a page of a PDF sets, letter by letter.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hayro_font::FontCache;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::clip::Clip;
use super::colours::Ink;
use super::fonts::Letters;
use super::ground::{Ground, Painted};
use super::layers::Layers;
use super::lines::{Letter, Lines};
use super::marked::Marked;
use super::matrix::Matrix;
use super::outline::{Frame, Path, Sure, boxed, is_within};
use super::spent::{Room, TooMuch};
use super::state::{Blend, State};

/// Forms are followed into forms as deep as this.
const DEEPEST: usize = 12;
/// States are kept as deep as this.
const MOST_SAVED: usize = 1 << 14;
/// Letters that are not shown, and such as only cut off what follows: what is drawn behind them may show them.
pub(super) const INVISIBLE: i64 = 3;
const AROUND_ALONE: i64 = 7;
/// A page of more letters is not read.
const MOST_LETTERS: usize = 1 << 19;

/// Reads the pages of a PDF.
pub(super) struct Reader<'a> {
    pub(super) lines: Lines,
    pub(super) room: Room,
    pub(super) fonts: FontCache<'a>,
    pub(super) known: BTreeMap<*const u8, Option<Letters<'a>>>,
    pub(super) layers: Layers,
    /// Whether how fields look may be out of date.
    pub(super) needs_looks: bool,
    /// Where remarks strike words of the page out.
    pub(super) struck: Vec<Frame>,
    pub(super) state: State<'a>,
    saved: Vec<State<'a>>,
    pub(super) text: Matrix,
    pub(super) line: Matrix,
    /// What is marked, from the outermost in.
    pub(super) marked: Vec<Marked>,
    /// What is said in place of letters of which a mark without room was set first, as the dots of Arabic are: it
    /// stands where the next of them does.
    pub(super) waiting: Option<(Letter, bool)>,
    /// How many of them are around the content that is followed.
    around: usize,
    /// The letters of the page, and what it fills.
    pub(super) letters: Vec<Painted>,
    pub(super) ground: Ground,
    /// The patterns of the page that were read.
    pub(super) tiles: BTreeSet<ObjectIdentifier>,
    /// Where the page has what it draws, and what of it is seen.
    pub(super) to_page: Matrix,
    pub(super) clip: Rc<Clip>,
    /// The lines of pages on which not all is seen, as if it were.
    pub(super) whole: Lines,
    /// Whether the page has a picture.
    pub(super) has_picture: bool,
    /// How many letters have no Unicode value, and how many have.
    pub(super) unmapped: usize,
    pub(super) mapped: usize,
    pub(super) path: Path,
    /// What fields and remarks say, shown or not.
    pub(super) unseen: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(root: &Dict<'a>) -> Self {
        let forms: Dict<'_> = root.get("AcroForm").unwrap_or_default();
        let clip = Rc::new(Clip::new([0.0; 4]));
        Self {
            lines: Lines::default(),
            room: Room::new(),
            fonts: FontCache::new(),
            known: BTreeMap::new(),
            layers: Layers::of(root),
            needs_looks: forms.get("NeedAppearances").unwrap_or_default(),
            struck: Vec::new(),
            state: State::new(Matrix::NONE, Rc::clone(&clip)),
            saved: Vec::new(),
            text: Matrix::NONE,
            line: Matrix::NONE,
            marked: Vec::new(),
            waiting: None,
            around: 0,
            letters: Vec::new(),
            ground: Ground::default(),
            tiles: BTreeSet::new(),
            to_page: Matrix::NONE,
            clip,
            whole: Lines::default(),
            has_picture: false,
            unmapped: 0,
            mapped: 0,
            path: Path::default(),
            unseen: String::new(),
        }
    }

    /// Reads a page, and what stands on it as fields and remarks.
    pub(super) fn page(&mut self, number: usize, page: &Page<'a>) -> Result<(), TooMuch> {
        self.has_picture = false;
        self.ground = Ground::default();
        self.tiles.clear();
        self.struck.clear();
        let mut shown = page.intersected_crop_box();
        if shown.x0 >= shown.x1 || shown.y0 >= shown.y1 {
            shown = page.media_box();
        }
        self.to_page = Matrix::new(page.initial_transform(false).as_coeffs());
        let corners = [(shown.x0, shown.y0), (shown.x1, shown.y1)];
        self.clip = Rc::new(Clip::new(boxed(corners.map(|at| self.to_page.spot(at)))));
        let mut content = Vec::new();
        for stream in streams(page.raw()) {
            self.room.unpack(&stream)?;
            content.extend_from_slice(&stream.decoded_data().unwrap_or_default());
            content.push(b' ');
        }
        self.begin();
        self.run(&content, page.resources(), 0)?;
        let notes = page.raw().get::<Array<'a>>("Annots");
        let mut known = BTreeSet::new();
        for note in notes.iter().flat_map(Array::iter::<Dict<'a>>) {
            self.room.step()?;
            if known.insert(note.data().as_ptr()) {
                self.note(&note, page)?;
            }
        }
        self.end(number);
        Ok(())
    }

    /// Begins to draw on the page as if nothing had been chosen.
    pub(super) fn begin(&mut self) {
        self.state = State::new(self.to_page, Rc::clone(&self.clip));
    }

    /// Puts the letters of a page into lines, now that all is known that it draws.
    fn end(&mut self, number: usize) {
        let mut letters = Vec::with_capacity(self.letters.len());
        for painted in std::mem::take(&mut self.letters) {
            let mut letter = self.ground.judge(painted, &mut self.room);
            let [spot, ..] = letter.body();
            // The remark that strikes it out may be older than the words, or another's.
            letter.is_doubtful |= !self.room.may_look(self.struck.len())
                || self.struck.iter().any(|frame| is_within(spot, *frame));
            letters.push(letter);
        }
        self.find_bars(&mut letters);
        let hidden = letters.iter().filter(|letter| letter.is_hidden).count();
        if hidden > 0 && hidden < letters.len() {
            // Words of which a part is hidden.
            self.whole.page = number;
            for letter in &letters {
                let is_hidden = false;
                self.whole.push(Letter {
                    is_hidden,
                    ..letter.clone()
                });
            }
        }
        self.lines.page = number;
        for letter in letters {
            self.lines.push(letter);
        }
    }

    /// Finds the letters that bars stand before.
    fn find_bars(&mut self, letters: &mut [Letter]) {
        let is_seen = |letter: &Letter| !letter.is_hidden && !letter.text.trim().is_empty();
        let seen: Vec<usize> = (0..letters.len())
            .filter(|at| is_seen(&letters[*at]))
            .collect();
        for (before, at) in seen.iter().zip(seen.iter().skip(1)) {
            let both = [&letters[*before], &letters[*at]];
            letters[*at].is_behind_bar = self.ground.has_bar(both, &mut self.room);
        }
    }

    /// Follows instructions by themselves.
    fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        deep: usize,
    ) -> Result<(), TooMuch> {
        let path = std::mem::take(&mut self.path);
        let saved = std::mem::take(&mut self.saved);
        let around = std::mem::replace(&mut self.around, self.marked.len());
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.room.step()?;
            self.follow(&instruction, resources, deep)?;
        }
        self.set_waiting()?;
        (self.path, self.saved) = (path, saved);
        self.marked.truncate(self.around);
        self.around = around;
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
            I::SaveState(_) if self.saved.len() == MOST_SAVED => return Err(TooMuch),
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
            I::InlineImage(picture) => self.picture(picture.0),
            I::Shading(_) => self.shading(),
            I::BeginMarkedContent(_) => self.mark(Marked::default())?,
            I::BeginMarkedContentWithProperties(begin) => {
                let layers = &self.layers;
                let marked = Marked::with(begin.0, begin.1, resources, layers, &mut self.room)?;
                self.mark(marked)?;
            }
            I::EndMarkedContent(_) => {
                self.set_waiting()?;
                let inner = self.marked.len().saturating_sub(1);
                self.marked.truncate(inner.max(self.around));
            }
            other => {
                self.path.follow(other, self.state.to_page);
                self.paint(other);
                self.colour(other, resources, deep)?;
                self.set_text(other, resources)?;
            }
        }
        Ok(())
    }

    /// Sets a letter on the page, which may be too small to be seen.
    pub(super) fn set(&mut self, mut letter: Letter, is_tiny: bool) -> Result<(), TooMuch> {
        if self.letters.len() == MOST_LETTERS {
            return Err(TooMuch);
        }
        let State { fill, stroke, .. } = &self.state;
        let alpha = self.state.group.alpha;
        let inks = match self.state.mode {
            INVISIBLE => Vec::new(),
            1 | 5 => vec![(stroke.ink, stroke.alpha * alpha)],
            2 | 6 => [fill, stroke]
                .map(|paint| (paint.ink, paint.alpha * alpha))
                .to_vec(),
            _ => vec![(fill.ink, fill.alpha * alpha)],
        };
        self.room.look(self.state.clip.points())?;
        let shows = self.state.clip.shows(&letter);
        if is_tiny {
            // Whether spaces part its letters cannot be told by their places.
            self.unseen.push_str(&letter.text);
        }
        letter.is_hidden = is_tiny || shows == Sure::No || self.is_unseen();
        letter.is_doubtful = shows == Sure::Perhaps
            || self.state.is_masked
            || self.state.group.is_masked
            || self.state.blend.max(self.state.group.blend) == Blend::Otherwise
            || inks.iter().any(|(ink, _)| *ink == Ink::Sparse)
            || self.state.is_doubtful
            || self.state.mode == AROUND_ALONE;
        self.letters.push(Painted {
            letter,
            after: self.ground.so_far(),
            inks,
            is_darker: self.state.blend.max(self.state.group.blend) == Blend::Darker,
        });
        Ok(())
    }

    fn mark(&mut self, marked: Marked) -> Result<(), TooMuch> {
        if self.marked.len() == MOST_SAVED {
            return Err(TooMuch);
        }
        self.marked.push(marked);
        Ok(())
    }

    /// Says whether what is drawn now is of a layer that is not shown.
    pub(super) fn is_unseen(&self) -> bool {
        self.state.is_off || self.marked.iter().any(|marked| marked.is_off)
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
        let about = object.dict();
        let kind: Option<Name<'_>> = about.get("Subtype");
        if kind.is_some_and(|kind| &*kind == b"Image") {
            if !self.is_off(about)? {
                self.picture(&object);
            }
            return Ok(());
        }
        self.form(&object, resources, deep)
    }

    /// Says whether a form, a picture or a remark is of a layer that is not shown.
    pub(super) fn is_off(&mut self, about: &Dict<'_>) -> Result<bool, TooMuch> {
        let layer = about.get::<Dict<'_>>("OC");
        layer.map_or(Ok(false), |layer| self.layers.hide(&layer, &mut self.room))
    }

    pub(super) fn form(
        &mut self,
        form: &Stream<'a>,
        around: &Resources<'a>,
        deep: usize,
    ) -> Result<(), TooMuch> {
        if deep == DEEPEST {
            return Err(TooMuch);
        }
        self.room.unpack(form)?;
        let content = form.decoded_data().unwrap_or_default();
        let about = form.dict();
        let own = about.get::<Dict<'a>>("Resources").map(Resources::new);
        let outer = (self.state.clone(), self.text, self.line);
        if let Some(matrix) = about.get::<[f64; 6]>("Matrix") {
            self.state.to_page = Matrix::new(matrix).then(self.state.to_page);
        }
        if let Some([x0, y0, x1, y1]) = about.get::<[f64; 4]>("BBox") {
            self.cut_to([x0, y0, x1, y1]);
        }
        self.state.is_off |= self.is_off(about)?;
        if about.contains_key("Group") {
            self.state.gather();
        }
        self.run(&content, own.as_ref().unwrap_or(around), deep + 1)?;
        (self.state, self.text, self.line) = outer;
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
