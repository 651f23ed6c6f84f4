//! Reads what stands on a page of a PDF besides its content: fields of forms, and remarks.

use std::collections::BTreeSet;

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Page;

use super::about::text;
use super::content::Reader;
use super::lines::Letter;
use super::matrix::Matrix;
use super::outline::{Frame, Sure, boxed, joined};
use super::spent::TooMuch;

/// Fields take what they do not say from fields that are around them no deeper than this.
const DEEPEST: usize = 12;
/// What a field or a remark says in words: its value, its remark, what can be chosen, what it is called.
const SAYING: &[&str] = &[
    "V",
    "RV",
    "Contents",
    "RC",
    "Opt",
    "TU",
    "CA",
    "OverlayText",
];
/// What all programs draw as it looks; of other remarks some show their looks, some a sign of their own.
const DRAWN: &[&[u8]] = &[
    b"Widget",
    b"FreeText",
    b"Stamp",
    b"Watermark",
    b"Square",
    b"Circle",
    b"Line",
    b"Polygon",
    b"PolyLine",
    b"Ink",
];
/// The flags of remarks that no page shows.
const NOT_SHOWN: i32 = 0b10_0010;
/// A field has no more states than are read.
const MOST_STATES: usize = 16;
/// The size in which programs show a value, and how far its lines are apart.
const SIZE: f64 = 10.0;
const LEADING: f64 = 14.0;
/// So much that a field says is not read at once.
const MOST_OPEN: usize = 1 << 10;
const IS_PASSWORD: i32 = 1 << 13;

impl<'a> Reader<'a> {
    /// Reads what a field of a form shows, or a remark, as it is drawn or would be.
    pub(super) fn note(&mut self, note: &Dict<'a>, page: &Page<'a>) -> Result<(), TooMuch> {
        let kind: Option<Name<'_>> = note.get("Subtype");
        let is_kind = |kinds: &[&[u8]]| kind.as_ref().is_some_and(|kind| kinds.contains(&&**kind));
        let flags: i32 = note.get("F").unwrap_or_default();
        let is_off = flags & NOT_SHOWN != 0 || is_kind(&[b"Popup"]) || self.is_off(note)?;
        let [x0, y0, x1, y1] = note.get::<[f64; 4]>("Rect").unwrap_or_default();
        let place = boxed([(x0, y0), (x1, y1)]);
        if is_kind(&[b"StrikeOut"]) && !is_off {
            self.strike(note);
        }
        let before = self.letters.len();
        let looks = looks(note);
        for (look, is_shown) in &looks {
            self.begin();
            self.state.is_off = is_off || *is_shown == Sure::No;
            self.state.is_doubtful = *is_shown == Sure::Perhaps || !is_kind(DRAWN);
            self.look(look, place, page)?;
        }
        let value = value(note).filter(|_| !is_password(note));
        self.room.letters(value.as_ref().map_or(0, String::len))?;
        let is_stale = is_kind(&[b"Widget"]) && is_text(note) && {
            let looks = self.letters.get(before..).unwrap_or_default();
            let looks: String = looks.iter().map(|painted| &*painted.letter.text).collect();
            // Of a long value a field may show a part.
            let is_of = |value: &String| letters(value).contains(&letters(&looks));
            !value.as_ref().map_or(!self.needs_looks, is_of)
        };
        if is_stale {
            for painted in self.letters.get_mut(before..).unwrap_or_default() {
                painted.letter.is_doubtful = true;
            }
        }
        if !is_off && (looks.is_empty() || is_stale) && is_kind(&[b"Widget", b"FreeText"]) {
            // Programs set it themselves, or not.
            let contents = note.get::<PdfString<'_>>("Contents");
            let shown = value.or_else(|| contents.map(|words| text(words.as_bytes())));
            let [left, _, _, head] = place;
            self.begin();
            self.perhaps(
                &shown.unwrap_or_default(),
                Matrix::moving(left + 2.0, head - SIZE),
            )?;
        }
        self.say(note)?;
        self.say(&note.get::<Dict<'a>>("MK").unwrap_or_default())
    }

    /// Reads how a remark looks, which is set into its place on the page (ISO 32000-2, 12.5.5).
    fn look(&mut self, look: &Stream<'a>, place: Frame, page: &Page<'a>) -> Result<(), TooMuch> {
        let about = look.dict();
        let [x0, y0, x1, y1] = about.get::<[f64; 4]>("BBox").unwrap_or_default();
        let turn = about
            .get::<[f64; 6]>("Matrix")
            .map_or(Matrix::NONE, Matrix::new);
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|at| turn.spot(at));
        let [from, ..] = corners;
        let [left, foot, right, head] = corners.iter().fold(boxed([from, from]), |all, at| {
            joined(all, boxed([*at, *at]))
        });
        let part = |to: f64, of: f64| if of > 0.0 { to / of } else { 0.0 };
        let wide = part(place[2] - place[0], right - left);
        let high = part(place[3] - place[1], head - foot);
        let by = (place[0] - wide * left, place[1] - high * foot);
        let fit = Matrix::new([wide, 0.0, 0.0, high, by.0, by.1]);
        self.state.to_page = fit.then(self.state.to_page);
        self.form(look, page.resources(), 1)
    }

    /// Keeps where a remark strikes words out.
    fn strike(&mut self, note: &Dict<'_>) {
        let corners = note.get::<Array<'_>>("QuadPoints");
        let corners: Vec<f64> = corners.iter().flat_map(Array::iter::<f64>).collect();
        for corners in corners.chunks_exact(8) {
            let spots = corners.chunks_exact(2).filter_map(|at| match at {
                [x, y] => Some(self.to_page.spot((*x, *y))),
                _ => None,
            });
            let frame = spots.map(|at| boxed([at, at])).reduce(joined);
            self.struck.extend(frame);
        }
    }

    /// Sets lines that may be shown at a place.
    fn perhaps(&mut self, words: &str, at: Matrix) -> Result<(), TooMuch> {
        let mut down = 0.0;
        for line in words.split(['\r', '\n']).filter(|line| !line.is_empty()) {
            self.room.letters(line.len())?;
            self.mapped += line.chars().count();
            let wide = line.chars().fold(0.0, |wide, _| wide + SIZE / 2.0);
            let at = Matrix::moving(0.0, -down).then(at);
            let letter = Letter::new(line.to_owned(), SIZE, (wide, 0.0), at, self.to_page);
            self.state.is_doubtful = true;
            self.set(letter, false)?;
            down += LEADING;
        }
        Ok(())
    }

    /// Keeps what a field or a remark says, shown or not.
    fn say(&mut self, of: &Dict<'a>) -> Result<(), TooMuch> {
        for key in SAYING {
            let mut open: Vec<Object<'a>> = of.get(*key).into_iter().collect();
            while let Some(said) = open.pop() {
                self.room.step()?;
                if let Object::String(words) = &said {
                    let words = text(words.as_bytes());
                    match *key {
                        "RC" | "RV" => self.unseen_of_markup(&words)?,
                        _ => self.unseen(&words)?,
                    }
                } else if let Object::Stream(words) = &said {
                    self.room.unpack(words)?;
                    let words = text(&words.decoded_data().unwrap_or_default());
                    self.unseen_of_markup(&words)?;
                } else if let Object::Array(all) = &said
                    && open.len() < MOST_OPEN
                {
                    open.extend(all.iter::<Object<'a>>());
                }
            }
        }
        Ok(())
    }

    fn unseen(&mut self, words: &str) -> Result<(), TooMuch> {
        self.room.letters(words.len())?;
        self.unseen.push('\n');
        self.unseen.push_str(words);
        Ok(())
    }

    fn unseen_of_markup(&mut self, words: &str) -> Result<(), TooMuch> {
        for piece in words.split('<') {
            self.unseen(piece.split_once('>').map_or(piece, |(_, words)| words))?;
        }
        Ok(())
    }

    /// Reads what the fields of a file hold, wherever they are shown, and the form that Adobe's programs make of it.
    pub(super) fn fields(&mut self, root: &Dict<'a>) -> Result<(), TooMuch> {
        let forms: Dict<'a> = root.get("AcroForm").unwrap_or_default();
        let mut open: Vec<Array<'a>> = forms.get("Fields").into_iter().collect();
        let mut known = BTreeSet::new();
        while let Some(fields) = open.pop() {
            if !known.insert(fields.data().as_ptr()) {
                continue;
            }
            for field in fields.iter::<Dict<'a>>() {
                self.room.step()?;
                self.say(&field)?;
                open.extend(field.get::<Array<'a>>("Kids"));
            }
        }
        let parts = forms.get::<Array<'a>>("XFA");
        let parts = parts.iter().flat_map(Array::iter::<Object<'a>>);
        for part in parts.chain(forms.get::<Object<'a>>("XFA")) {
            if let Object::Stream(part) = part {
                self.room.unpack(&part)?;
                let xml = part.decoded_data().unwrap_or_default();
                self.unseen_of_markup(&String::from_utf8_lossy(&xml))?;
            }
        }
        Ok(())
    }
}

/// Returns how a field or a remark looks, in each of its states, and whether that is shown.
fn looks<'a>(note: &Dict<'a>) -> Vec<(Stream<'a>, Sure)> {
    let looks: Dict<'a> = note.get("AP").unwrap_or_default();
    let states = match looks.get::<Object<'a>>("N") {
        Some(Object::Stream(look)) => return vec![(look, Sure::Yes)],
        Some(Object::Dict(states)) => states,
        _ => return Vec::new(),
    };
    let chosen: Option<Name<'_>> = note.get("AS");
    let states = states.keys().take(MOST_STATES).filter_map(|state| {
        let is_shown = match &chosen {
            Some(chosen) if **chosen == *state => Sure::Yes,
            Some(_) => Sure::No,
            None => Sure::Perhaps,
        };
        Some((states.get(&*state)?, is_shown))
    });
    states.collect()
}

/// Leaves out the spaces of a text, which are set as places.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Returns an entry of a field, its own or that of the field which it is a part of.
fn inherited<'a, T>(field: &Dict<'a>, read: impl Fn(&Dict<'a>) -> Option<T>) -> Option<T> {
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(value) = read(&field) {
            return Some(value);
        }
        field = field.get::<Dict<'_>>("Parent")?;
    }
    None
}

/// Returns the value of a field in words.
fn value(field: &Dict<'_>) -> Option<String> {
    let value = inherited(field, |field| field.get::<PdfString<'_>>("V"));
    value.map(|value| text(value.as_bytes()))
}

/// Says whether a field shows the text that it holds, and no script sets that otherwise.
fn is_text(field: &Dict<'_>) -> bool {
    let kind = inherited(field, |field| field.get::<Name<'_>>("FT"));
    let is_set = inherited(field, |field| field.get::<Dict<'_>>("AA")).is_some();
    kind.is_some_and(|kind| &*kind == b"Tx") && !is_set
}

fn is_password(field: &Dict<'_>) -> bool {
    let flags = inherited(field, |field| field.get::<i32>("Ff"));
    flags.unwrap_or_default() & IS_PASSWORD != 0
}

#[cfg(test)]
mod tests;
