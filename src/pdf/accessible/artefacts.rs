//! Marks what a page paints outside of all elements as artefacts: running heads, rules, drawings whose
//! names stand beside them as text. Browsers leave it unmarked.

use std::collections::BTreeMap;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::Object;

use super::value::{Dict, Value};

/// Text in so much of a page, at its top or its bottom, is a running head or foot.
const EDGE: f64 = 0.08;
const PLAIN: &str = "/Artifact BMC";
const HEADER: &str = "/Artifact <</Subtype /Header /Type /Pagination>> BDC";
const FOOTER: &str = "/Artifact <</Subtype /Footer /Type /Pagination>> BDC";

/// A page whose content is marked as a whole.
pub(super) struct Marked {
    pub(super) content: Vec<u8>,
    /// How high on the page each piece of marked content begins, in points from below.
    pub(super) heights: BTreeMap<i64, f64>,
    /// Whether a font had letters for all text; where it has none, nobody can tell what was meant.
    pub(super) is_legible: bool,
}

/// Marks the content of a page, unless something in it cannot be judged.
pub(super) fn mark(
    content: &[u8],
    height: f64,
    is_plain: &dyn Fn(&[u8]) -> bool,
) -> Option<Marked> {
    let mut marker = Marker {
        out: Vec::new(),
        path: Vec::new(),
        open: Vec::new(),
        placing: vec![IDENTITY],
        line: 0.0,
        page: height,
        heights: BTreeMap::new(),
        is_legible: true,
    };
    let mut instructions = UntypedIter::new(content);
    while let Some(instruction) = instructions.next() {
        let operands: Vec<Value> = instruction.operands().map(Value::of).collect();
        let is_image = |operand: &Object<'_>| matches!(operand, Object::Stream(_));
        if instruction.operands().any(is_image) {
            return None;
        }
        marker.take(&operands, instruction.operator, is_plain)?;
    }
    (marker.open.is_empty() && marker.path.is_empty()).then_some(Marked {
        content: marker.out,
        heights: marker.heights,
        is_legible: marker.is_legible,
    })
}

/// How coordinates become those of the page.
type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

struct Marker {
    out: Vec<u8>,
    /// A path that is being built, within which nothing can be marked.
    path: Vec<u8>,
    /// The marks that are open, innermost last: the number of one that stands for an element, whether
    /// another does or is an artefact, or not.
    open: Vec<Mark>,
    /// The matrix, and those that were saved, before it.
    placing: Vec<Matrix>,
    /// How high the line of text stands.
    line: f64,
    page: f64,
    heights: BTreeMap<i64, f64>,
    is_legible: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Element(i64),
    Artefact,
    Neither,
}

impl Marker {
    fn take(
        &mut self,
        operands: &[Value],
        operator: &[u8],
        is_plain: &dyn Fn(&[u8]) -> bool,
    ) -> Option<()> {
        match operator {
            b"q" => self.placing.push(self.matrix()),
            b"Q" => _ = self.placing.pop(),
            b"cm" => {
                let inner = product(&numbers(operands)?, &self.matrix());
                *self.placing.last_mut()? = inner;
            }
            b"Tm" => self.line = height_of(&numbers(operands)?, &self.matrix()),
            b"BMC" | b"BDC" => self.open.push(mark_of(operands)),
            b"EMC" => _ = self.open.pop()?,
            b"m" | b"re" | b"l" | b"c" | b"v" | b"y" | b"h" | b"W" | b"W*" => {
                write(operands, operator, &mut self.path);
                return Some(());
            }
            b"n" => self.out.append(&mut self.path),
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" => {
                let mut piece = std::mem::take(&mut self.path);
                write(operands, operator, &mut piece);
                self.paint(&piece, PLAIN);
                return Some(());
            }
            b"Do" => {
                let name = operands.first();
                let is_plain = matches!(name, Some(Value::Name(name)) if is_plain(name));
                if !self.is_marked() && !is_plain {
                    return None;
                }
                self.paint(&written(operands, operator), PLAIN);
                return Some(());
            }
            b"sh" => {
                self.paint(&written(operands, operator), PLAIN);
                return Some(());
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => {
                self.note_height();
                self.is_legible &= !operands.iter().any(lacks_letters);
                self.paint(&written(operands, operator), self.edge());
                return Some(());
            }
            _ => {}
        }
        write(operands, operator, &mut self.out);
        Some(())
    }

    fn matrix(&self) -> Matrix {
        self.placing.last().copied().unwrap_or(IDENTITY)
    }

    fn is_marked(&self) -> bool {
        self.open.iter().any(|mark| *mark != Mark::Neither)
    }

    fn paint(&mut self, piece: &[u8], artefact: &str) {
        if self.is_marked() {
            self.out.extend(piece);
        } else {
            self.out.extend(artefact.as_bytes());
            self.out.push(b'\n');
            self.out.extend(piece);
            self.out.extend(b"EMC\n");
        }
    }

    fn note_height(&mut self) {
        let number = self.open.iter().rev().find_map(|mark| match mark {
            Mark::Element(number) => Some(*number),
            Mark::Artefact | Mark::Neither => None,
        });
        if let Some(number) = number {
            self.heights.entry(number).or_insert(self.line);
        }
    }

    fn edge(&self) -> &'static str {
        if self.line > self.page * (1.0 - EDGE) {
            HEADER
        } else if self.line < self.page * EDGE {
            FOOTER
        } else {
            PLAIN
        }
    }
}

/// Says whether a text shows the glyph of a font that stands for all that it has no letter for.
fn lacks_letters(shown: &Value) -> bool {
    if let Value::Array(parts) = shown {
        parts.iter().any(lacks_letters)
    } else if let Value::Text(codes) = shown {
        codes.chunks_exact(2).any(|code| code == [0, 0])
    } else {
        false
    }
}

fn mark_of(operands: &[Value]) -> Mark {
    let properties = operands.get(1).and_then(Value::as_dict);
    let number = properties.and_then(|properties: &Dict| properties.get(&b"MCID"[..])?.as_number());
    #[expect(clippy::cast_possible_truncation, reason = "they are whole and small")]
    match (number, operands.first()) {
        (Some(number), _) => Mark::Element(number as i64),
        (None, Some(tag)) if tag.is_name("Artifact") => Mark::Artefact,
        _ => Mark::Neither,
    }
}

fn numbers(operands: &[Value]) -> Option<Matrix> {
    let numbers: Option<Vec<f64>> = operands.iter().map(Value::as_number).collect();
    numbers?.try_into().ok()
}

fn product(inner: &Matrix, outer: &Matrix) -> Matrix {
    let [xx, xy, yx, yy, left, low] = *outer;
    let turned = |x: f64, y: f64| (x * xx + y * yx, x * xy + y * yy);
    let [across, up, right, high, far, deep] = *inner;
    let ((across, up), (right, high)) = (turned(across, up), turned(right, high));
    let (far, deep) = turned(far, deep);
    [across, up, right, high, far + left, deep + low]
}

/// Returns how high the origin of a matrix stands on the page.
fn height_of(inner: &Matrix, outer: &Matrix) -> f64 {
    product(inner, outer)[5]
}

fn written(operands: &[Value], operator: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    write(operands, operator, &mut out);
    out
}

fn write(operands: &[Value], operator: &[u8], out: &mut Vec<u8>) {
    for operand in operands {
        operand.write(out);
        out.push(b' ');
    }
    out.extend(operator);
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::mark;

    fn marked(content: &str) -> Option<String> {
        let marked = mark(content.as_bytes(), 800.0, &|name| name == b"Image")?;
        Some(
            String::from_utf8(marked.content)
                .unwrap()
                .replace('\n', " "),
        )
    }

    #[test]
    fn what_is_outside_of_elements_becomes_an_artefact() {
        assert_eq!(
            marked("q 0 0 10 10 re f Q BT 1 0 0 1 0 400 Tm (a) Tj ET /Image Do").unwrap(),
            "q /Artifact BMC 0 0 10 10 re f EMC Q BT 1 0 0 1 0 400 Tm /Artifact BMC (a) Tj EMC ET \
             /Artifact BMC /Image Do EMC "
        );
    }

    #[test]
    fn running_heads_and_feet_are_named_as_what_they_are() {
        let upside_down = |y: u32| format!("1 0 0 -1 0 800 cm BT 1 0 0 1 0 {y} Tm (a) Tj ET");
        assert!(marked(&upside_down(20)).unwrap().contains("/Header"));
        assert!(marked(&upside_down(780)).unwrap().contains("/Footer"));
        assert!(!marked(&upside_down(400)).unwrap().contains("/Pagination"));
    }

    #[test]
    fn elements_and_clips_are_left_alone() {
        for content in [
            "/P <</MCID 3>> BDC 0 0 10 10 re f /Span <</ActualText (b)>> BDC (a) Tj EMC EMC ",
            "/Artifact BMC 0 0 10 10 re f EMC ",
            "0 0 10 10 re W* n ",
        ] {
            let expected = content.replace(">> BDC", "\n>> BDC").replace('\n', " ");
            assert_eq!(marked(content).unwrap(), expected);
        }
    }

    #[test]
    fn a_mark_without_an_element_does_not_hide_what_is_unmarked() {
        let content = "/Span <</ActualText (b)>> BDC (a) Tj EMC ";
        let expected = "/Span <</ActualText (b) >> BDC /Artifact";
        assert!(marked(content).unwrap().starts_with(expected));
    }

    #[test]
    fn heights_are_those_of_the_first_line() {
        let content = "2 0 0 -2 0 800 cm /P <</MCID 3>> BDC 1 0 0 1 0 50 Tm (a) Tj 1 0 0 1 0 60 Tm \
                       (b) Tj EMC";
        let marked = mark(content.as_bytes(), 800.0, &|_| false).unwrap();
        assert_eq!(marked.heights.into_iter().collect::<Vec<_>>(), [(3, 700.0)]);
    }

    #[test]
    fn letters_that_a_font_lacks_are_seen() {
        let is_legible = |content: &str| {
            let marked = mark(content.as_bytes(), 800.0, &|_| false);
            marked.unwrap().is_legible
        };
        assert!(is_legible("<00010100> Tj [<0001> -20 <0002>] TJ"));
        assert!(!is_legible("<00010000> Tj"));
        assert!(!is_legible("[<0001> -20 <0000>] TJ"));
    }

    #[test]
    fn what_cannot_be_judged_is_said() {
        assert!(marked("/Form Do").is_none());
        assert!(marked("EMC").is_none());
        assert!(marked("/P <</MCID 3>> BDC").is_none());
        assert!(marked("BI /W 1 /H 1 /BPC 8 /CS /G ID a EI").is_none());
    }
}
