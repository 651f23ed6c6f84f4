//! What a PDF says of itself, as XMP.

use super::value::{Value, dict};

/// Makes the stream of XMP. It claims that the PDF is one of PDF/UA-1 only if it is.
pub(super) fn metadata(title: &str, language: &str, is_accessible: bool) -> Value {
    let claim = if is_accessible {
        "\n<pdfuaid:part>1</pdfuaid:part>"
    } else {
        ""
    };
    let (title, language) = (escaped(title), escaped(language));
    let text = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{claim}\n\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    );
    let entries = dict([
        ("Type", Value::name("Metadata")),
        ("Subtype", Value::name("XML")),
    ]);
    Value::Stream(entries, text.into_bytes())
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::metadata;

    fn text(is_accessible: bool) -> String {
        let mut text = Vec::new();
        metadata("A & <b>", "uk", is_accessible).write(&mut text);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn title_and_language_are_told() {
        let text = text(true);
        assert!(text.contains("x-default\">A &amp; &lt;b&gt;</rdf:li>"));
        assert!(text.contains("<rdf:li>uk</rdf:li>"));
    }

    #[test]
    fn nothing_is_claimed_that_is_not_so() {
        assert!(text(true).contains("<pdfuaid:part>1<"));
        assert!(!text(false).contains("<pdfuaid:part>"));
    }
}
