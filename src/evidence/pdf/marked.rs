//! What is marked in the content of a PDF: that it is of a layer, or what it says in place of its letters (ISO
//! 32000-2, 14.9.4).

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Name, Object, String as PdfString};
use hayro_syntax::page::Resources;

use super::about::text;
use super::layers::Layers;
use super::spent::{Room, TooMuch};

/// What is marked.
#[derive(Default)]
pub(super) struct Marked {
    /// Whether it is of a layer that is not shown.
    pub(super) is_off: bool,
    /// What stands for all its letters, until the first of them is set; then nothing.
    says: Option<String>,
}

impl Marked {
    /// Reads what is marked with properties, in its place or among the resources.
    pub(super) fn with(
        tag: &Name<'_>,
        properties: &Object<'_>,
        resources: &Resources<'_>,
        layers: &Layers,
        room: &mut Room,
    ) -> Result<Self, TooMuch> {
        let there = if let Object::Name(name) = properties {
            resources.properties.get::<Dict<'_>>(&**name)
        } else if let Object::Dict(inline) = properties {
            Some(inline.clone())
        } else {
            None
        };
        let says = there
            .as_ref()
            .and_then(|dict| dict.get::<PdfString<'_>>("ActualText"));
        let layer = there.filter(|_| &**tag == b"OC");
        Ok(Self {
            is_off: layer.map_or(Ok(false), |layer| layers.hide(&layer, room))?,
            says: says.map(|says| text(says.as_bytes())),
        })
    }

    /// Returns what stands for the letter that is set now, if something marked says so: all of it for the first
    /// letter, nothing for the others. The outermost holds.
    pub(super) fn in_place(all: &mut [Self]) -> Option<String> {
        let says = all.iter_mut().find_map(|marked| marked.says.as_mut())?;
        Some(std::mem::take(says))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, made, with};
    use crate::model::Check;

    fn is_found(content: &str, quote: &str) -> bool {
        found(&made(&[content]), quote).0.is_verified()
    }

    #[test]
    fn what_is_said_stands_in_place_of_letters() {
        let ligature = "BT /F 12 Tf 72 700 Td (The o) Tj /Span <</ActualText (ffi)>> BDC (x) Tj EMC (ce reopens in May) Tj ET";
        assert!(is_found(ligature, "The office reopens in May"));
        assert!(!is_found(ligature, "The oxce reopens in May"));
        // Chromium sets a soft hyphen that is not seen as a space, and goes on over it.
        let soft = "BT /F 12 Tf 72 700 Td (The quay opens be) Tj \
            /Span <</ActualText <feff00ad>>> BDC ( ) Tj EMC 91.36 0 Td (fore April) Tj ET";
        assert!(is_found(soft, "The quay opens before April"));
        let nothing = "BT /F 12 Tf 72 700 Td (The quay) Tj /Span <</ActualText ()>> BDC ( * * *) Tj EMC ( opens in May) Tj ET";
        assert!(is_found(nothing, "The quay opens in May"));
    }

    /// Chromium sets the dots of an Arabic letter first, above its line, and says for both what they are.
    #[test]
    fn what_is_said_of_a_mark_and_a_letter_stands_where_the_letter_does() {
        for (letter, quote) in [
            ("(x)", "The office opens in May"),
            ("()", "The ofice opens in May"),
        ] {
            let content = format!(
                "BT /F 12 Tf 1 0 0 1 72 700 Tm (The o) Tj /Span <</ActualText (f)>> BDC /E gs \
                 1 0 0 1 104 707 Tm (a) Tj /F 12 Tf 1 0 0 1 102.7 700 Tm {letter} Tj EMC \
                 1 0 0 1 108.7 700 Tm (fice opens in May) Tj ET"
            );
            let font = "901 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 97 /LastChar 97 \
                /Widths [0]>> endobj\n";
            let pdf = with(
                &[&content],
                "/ExtGState <</E <</Font [901 0 R 12]>>>>",
                font,
            );
            let is_whole = letter == "(x)";
            assert_eq!(found(&pdf, quote).0.is_verified(), is_whole, "{letter}");
        }
    }

    #[test]
    fn the_outermost_holds_and_only_until_it_ends() {
        let content = "BT /F 12 Tf 72 700 Td /P <</ActualText (The quay)>> BDC (x) Tj \
            /Span <</ActualText (y)>> BDC (z) Tj EMC (z) Tj EMC ( opens in May) Tj ET";
        assert!(is_found(content, "The quay opens in May"));
    }

    #[test]
    fn it_may_stand_among_the_resources() {
        let content =
            "BT /F 12 Tf 72 700 Td (The o) Tj /Span /P1 BDC (x) Tj EMC (ce reopens in May) Tj ET";
        let pdf = with(
            &[content],
            "/Properties <</P1 900 0 R>>",
            "900 0 obj <</ActualText (ffi)>> endobj\n",
        );
        assert_eq!(found(&pdf, "The office reopens in May").0, Check::Exact);
    }
}
