//! Running text as HTML. Everything that comes from the input is escaped here or by the template.

use std::fmt::Write as _;

use super::typography::{self, Typography};
use crate::model::{ClaimId, Inline, Prose, is_unsafe};

/// Appends a text, escaped for element content and for attributes in double quotes.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut letters = from.chars();
        out.push_str(match letters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "&#39;",
        });
        rest = letters.as_str();
    }
    out.push_str(rest);
}

/// Returns JSON as a data block of HTML may hold it: with none of the characters that could end it
/// or begin a comment in it, and none that a page may not hold. JSON has them in strings alone,
/// which have escapes for them.
pub(super) fn data_block(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    let mut units = [0; 2];
    let mut rest = json;
    // Most of it is ASCII, of which few letters need a second look.
    let second = |byte: u8| matches!(byte, b'<' | b'>' | b'&' | 0..b' ' | 0x7F..);
    while let Some(at) = rest.bytes().position(second) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut letters = from.chars();
        if let Some(letter) = letters.next() {
            if matches!(letter, '<' | '>' | '&') || is_unsafe(letter) {
                for unit in letter.encode_utf16(&mut units) {
                    _ = write!(out, "\\u{unit:04x}");
                }
            } else {
                out.push(letter);
            }
        }
        rest = letters.as_str();
    }
    out.push_str(rest);
    out
}

/// Returns running text as HTML.
pub(super) fn prose(prose: &Prose, typography: &Typography<'_>) -> String {
    let mut setter = Setter {
        typography,
        before: ' ',
        out: String::new(),
    };
    setter.parts(prose.parts());
    setter.out
}

/// Returns links to claims, such as `C1 C3`.
pub(super) fn citation(claims: &[ClaimId]) -> String {
    let mut out = String::new();
    cite(claims, &mut out);
    out
}

/// Sets running text part by part; quote marks look at what stands before them across parts.
struct Setter<'a> {
    typography: &'a Typography<'a>,
    /// The letter before, a space at the beginning.
    before: char,
    out: String,
}

impl Setter<'_> {
    fn parts(&mut self, inlines: &[Inline]) {
        for part in inlines {
            match part {
                Inline::Text(text) => {
                    let set = typography::set_after(self.before, text, self.typography);
                    escape(&set, &mut self.out);
                    self.before = text.chars().next_back().unwrap_or(self.before);
                }
                Inline::Emphasis(inner) => self.element("em", inner),
                Inline::Strong(inner) => self.element("strong", inner),
                Inline::Code(text) => {
                    self.out.push_str("<code>");
                    escape(text, &mut self.out);
                    self.out.push_str("</code>");
                    self.before = text.chars().next_back().unwrap_or(self.before);
                }
                Inline::Link(url, inner) => {
                    self.out.push_str("<a href=\"");
                    escape(url, &mut self.out);
                    self.out.push_str("\">");
                    self.parts(inner);
                    self.out.push_str("</a>");
                }
                Inline::Citation(claims) => cite(claims, &mut self.out),
            }
        }
    }

    fn element(&mut self, name: &str, inner: &[Inline]) {
        _ = write!(self.out, "<{name}>");
        self.parts(inner);
        _ = write!(self.out, "</{name}>");
    }
}

fn cite(claims: &[ClaimId], out: &mut String) {
    out.push_str("<span class=\"citation\">");
    for (index, claim) in claims.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        _ = write!(out, "<a href=\"#{claim}\">{claim}</a>");
    }
    out.push_str("</span>");
}

#[cfg(test)]
mod tests {
    use super::{data_block, escape, prose};
    use crate::describe::Locales;
    use crate::model::{ClaimId, Inline, Language, LinkUrl, OneOrMore, Prose, unsafe_character};

    #[test]
    fn every_special_character_is_escaped() {
        let mut out = String::new();
        escape("<a href=\"x\" title='y'>&", &mut out);
        assert_eq!(out, "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }

    #[test]
    fn nothing_ends_a_data_block() {
        let texts = [
            "</script><!-- & -->",
            "<script>",
            "\u{2028}\u{2029}\u{202E}\u{85}\u{E0041}",
            "\\u003c \"é𝔘\"",
        ];
        let json = serde_json::to_string(&texts).unwrap();
        let block = data_block(&json);
        assert!(!block.contains(['<', '>', '&']), "{block}");
        assert_eq!(unsafe_character(&block), None);
        let read: Vec<String> = serde_json::from_str(&block).unwrap();
        assert_eq!(read, texts);
    }

    #[test]
    fn prose_becomes_html() {
        let text = Prose::new(
            OneOrMore::new(vec![
                Inline::Text("1 < 2 ".into()),
                Inline::Strong(vec![Inline::Text("so".into())]),
                Inline::Link(
                    LinkUrl::parse("https://example.org/?a=1&b=2").unwrap(),
                    vec![Inline::Code("<b>".into())],
                ),
                Inline::Citation(OneOrMore::new(vec![ClaimId::new(0), ClaimId::new(2)]).unwrap()),
            ])
            .unwrap(),
        );
        assert_eq!(
            prose(
                &text,
                &Locales::default().typography(&Language::parse("en").unwrap())
            ),
            "1 &lt; 2 <strong>so</strong>\
             <a href=\"https://example.org/?a=1&amp;b=2\"><code>&lt;b&gt;</code></a>\
             <span class=\"citation\"><a href=\"#C1\">C1</a> <a href=\"#C3\">C3</a></span>"
        );
    }
}
