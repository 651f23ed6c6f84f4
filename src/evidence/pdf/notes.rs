//! Reads what stands on a page of a PDF besides its content: fields of forms, and remarks.

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Page;

use super::about::text;
use super::content::Reader;
use super::lines::Letter;
use super::matrix::Matrix;
use super::spent::TooMuch;
use super::state::State;

/// Fields stand in fields no deeper than this.
const DEEPEST: usize = 12;
/// What a field or a remark says in words: its value, its remark, what can be chosen, what it is called.
const SAYING: &[&str] = &["V", "Contents", "Opt", "TU"];
/// The size in which programs show a value, and how far its lines are apart.
const SIZE: f64 = 10.0;
const LEADING: f64 = 14.0;
/// So much that a field says is not read at once.
const MOST_OPEN: usize = 1 << 10;
const IS_PASSWORD: i32 = 1 << 13;

impl<'a> Reader<'a> {
    /// Reads what a field of a form shows, or a remark that is written on the page.
    pub(super) fn note(
        &mut self,
        note: &Dict<'a>,
        page: &Page<'a>,
        to_page: Matrix,
    ) -> Result<(), TooMuch> {
        let kind: Option<Name<'_>> = note.get("Subtype");
        let is_kind = |kinds: &[&[u8]]| kind.as_ref().is_some_and(|kind| kinds.contains(&&**kind));
        let flags: i32 = note.get("F").unwrap_or_default();
        let is_shown = flags & 0b10_0010 == 0;
        let looks = note.get::<Dict<'a>>("AP").filter(|_| is_shown);
        let [x0, y0, x1, y1] = note.get::<[f64; 4]>("Rect").unwrap_or_default();
        let (left, foot) = (x0.min(x1), y0.min(y1));
        if let Some(looks) = looks.filter(|_| is_kind(&[b"Widget", b"FreeText", b"Stamp"])) {
            let state: Option<Name<'_>> = note.get("AS");
            let form: Option<Stream<'a>> = looks.get::<Stream<'a>>("N").or_else(|| {
                let states: Dict<'a> = looks.get("N")?;
                states.get(&**state.as_ref()?)
            });
            if let Some(form) = form {
                let [x, y, ..] = form.dict().get::<[f64; 4]>("BBox").unwrap_or_default();
                let at = Matrix::moving(left - x, foot - y);
                self.state = State::new(to_page);
                self.form(&form, page.resources(), at.then(to_page), 1)?;
            }
        } else if is_shown && is_kind(&[b"Widget", b"FreeText"]) {
            // Programs set it themselves, or not.
            let value = value(note).filter(|_| !is_password(note));
            let contents = note.get::<PdfString<'_>>("Contents");
            let shown = value.or_else(|| contents.map(|words| text(words.as_bytes())));
            let at = Matrix::moving(left + 2.0, y0.max(y1) - SIZE);
            self.perhaps(&shown.unwrap_or_default(), at, to_page)?;
        }
        self.say(note)
    }

    /// Sets lines that may be shown at a place.
    fn perhaps(&mut self, words: &str, at: Matrix, to_page: Matrix) -> Result<(), TooMuch> {
        let mut down = 0.0;
        for line in words.split(['\r', '\n']).filter(|line| !line.is_empty()) {
            self.room.letters(line.len())?;
            self.mapped += line.chars().count();
            let wide = line.chars().fold(0.0, |wide, _| wide + SIZE / 2.0);
            let at = Matrix::moving(0.0, -down).then(at);
            let mut letter = Letter::new(line.to_owned(), SIZE, (wide, 0.0), at, to_page);
            letter.is_doubtful = true;
            self.lines.push(letter);
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
                    self.unseen(&text(words.as_bytes()))?;
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

    /// Reads what the fields of a file hold, wherever they are shown, and the form that Adobe's programs make of it.
    pub(super) fn fields(&mut self, root: &Dict<'a>) -> Result<(), TooMuch> {
        let forms: Dict<'a> = root.get("AcroForm").unwrap_or_default();
        let mut open = vec![(forms.get::<Array<'a>>("Fields"), 0)];
        while let Some((fields, deep)) = open.pop() {
            for field in fields.iter().flat_map(Array::iter::<Dict<'a>>) {
                self.room.step()?;
                self.say(&field)?;
                if deep < DEEPEST {
                    open.push((field.get::<Array<'a>>("Kids"), deep + 1));
                }
            }
        }
        let parts = forms.get::<Array<'a>>("XFA");
        let parts = parts.iter().flat_map(Array::iter::<Object<'a>>);
        for part in parts.chain(forms.get::<Object<'a>>("XFA")) {
            if let Object::Stream(part) = part {
                self.room.unpack(&part)?;
                let xml = part.decoded_data().unwrap_or_default();
                for piece in String::from_utf8_lossy(&xml).split('<') {
                    self.unseen(piece.split_once('>').map_or(piece, |(_, words)| words))?;
                }
            }
        }
        Ok(())
    }
}

/// Returns the value of a field in words, its own or that of the field which it is a part of.
fn value(field: &Dict<'_>) -> Option<String> {
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(value) = field.get::<PdfString<'_>>("V") {
            return Some(text(value.as_bytes()));
        }
        field = field.get::<Dict<'_>>("Parent")?;
    }
    None
}

fn is_password(field: &Dict<'_>) -> bool {
    let flags: i32 = field.get("Ff").unwrap_or_default();
    flags & IS_PASSWORD != 0
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, with};
    use crate::model::{Check, Obstacle};

    const QUOTE: &str = "We will begin the works";
    const BEFORE: &str = "BT /F 12 Tf 72 700 Td (Before it all.) Tj ET";

    /// Returns what is found of the quote beside a remark or a field, with more objects.
    fn beside(note: &str, objects: &str) -> (Check, Option<Obstacle>) {
        let note = format!("900 0 obj <</Type /Annot /Rect [72 490 400 520] {note}>> endobj\n");
        let noted = ">> /Annots [900 0 R] /Unused <<";
        let pdf = with(&[BEFORE], noted, &(note + objects));
        assert_eq!(found(&pdf, "Before it all.").0, Check::Exact);
        assert_eq!(found(&pdf, "After it all was over.").0, Check::Absent);
        found(&pdf, QUOTE)
    }

    fn drawn(content: &str) -> String {
        format!(
            "902 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 328 30] /Resources <</Font <</F 3 0 R>>>> \
             /Length {}>> stream\n{content}\nendstream endobj\n",
            content.len()
        )
    }

    #[test]
    fn what_fields_and_remarks_hold_is_never_absent() {
        let unsure = (Check::CannotCheck, Some(Obstacle::Unsure));
        let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
        let value = format!("/V ({QUOTE}.)");
        let other = drawn("BT /F 12 Tf 2 8 Td (Another thing) Tj ET");
        for (note, objects, told) in [
            (format!("/Subtype /Widget {value}"), "", unsure),
            (
                format!("/Subtype /FreeText /Contents ({QUOTE}.)"),
                "",
                unsure,
            ),
            (
                "/Subtype /Widget /Parent 901 0 R".to_owned(),
                &*format!("901 0 obj <</FT /Tx {value}>> endobj\n"),
                unsure,
            ),
            (
                "/Subtype /Widget /V (A line.\\r(We) will begin the works)".replace("(We)", "We"),
                "",
                unsure,
            ),
            (format!("/Subtype /Widget /F 2 {value}"), "", hidden),
            (format!("/Subtype /Widget /Ff 8192 {value}"), "", hidden),
            (format!("/Subtype /Text /Contents ({QUOTE}.)"), "", hidden),
            (
                format!("/Subtype /Widget /Opt [[(a) ({QUOTE})] (b)]"),
                "",
                hidden,
            ),
            (
                format!("/Subtype /Widget /AP <</N 902 0 R>> {value}"),
                &*other,
                hidden,
            ),
        ] {
            assert_eq!(beside(&note, objects), told, "{note}");
        }
        let same = drawn(&format!("BT /F 12 Tf 2 8 Td ({QUOTE}.) Tj ET"));
        let note = format!("/Subtype /Widget /AP <</N 902 0 R>> {value}");
        assert_eq!(beside(&note, &same).0, Check::Exact);
    }

    #[test]
    fn fields_that_no_page_shows_are_read() {
        let root = "1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <<";
        let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
        let field = format!(
            "{root} /Fields [904 0 R]>>>> endobj\n904 0 obj <</Kids [905 0 R]>> endobj\n\
             905 0 obj <</Kids [904 0 R] /V ({QUOTE})>> endobj\n"
        );
        let xml = format!("<xdp><text>{QUOTE}</text></xdp>");
        let form = format!(
            "{root} /XFA [(a) 904 0 R]>>>> endobj\n904 0 obj <</Length {}>> stream\n{xml}\nendstream endobj\n",
            xml.len()
        );
        for objects in [field, form] {
            let pdf = with(&[BEFORE], "", &objects);
            assert_eq!(found(&pdf, QUOTE), hidden, "{objects}");
        }
    }
}
