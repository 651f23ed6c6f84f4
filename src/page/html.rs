//! Writes safe HTML: whatever is given as text is escaped here, or by the templates.

use std::fmt::{Display, Write as _};

use serde::{Serialize, Serializer};
use tera::Value;

use crate::analysis::record::Record;
use crate::describe::typography::Typography;
use crate::describe::{
    Anchor, Describer, Description, END_OF_ISOLATE, Mark, Piece, Sink, filled, pieces, plain_prose,
    write_parts,
};
use crate::model::{Cell, ClaimId, Prose, Side, Table, is_unfinished, is_unsafe};

/// HTML that is safe to stand in a page. Nothing makes it but the functions here: tags and names of
/// attributes are words of the program, all else is escaped. Templates know it and leave it as it
/// is; a plain text they escape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Html(String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}

impl Html {
    pub(super) fn of(description: &Description<'_>) -> Self {
        let mut html = Self::default();
        description.write_to(&mut html);
        html
    }

    /// Returns a plain text.
    pub(super) fn of_text(text: &str) -> Self {
        Self::of(&Description::text(text))
    }

    /// Returns running text, set apart if it is read in another direction than what stands around it.
    pub(super) fn prose(describer: &Describer<'_>, prose: &Prose) -> Self {
        let direction = describer.direction(&plain_prose(prose));
        let marks = direction.map(|start| [start, END_OF_ISOLATE].map(String::from));
        let [start, end] = marks.unwrap_or_default();
        let mut html = Self::of_text(&start);
        write_parts(prose.parts(), Some(&describer.typography), &mut html);
        html.text(&end);
        html
    }

    /// Returns the table that a text introduces, as that of a part of the page.
    pub(super) fn table(
        describer: &Describer<'_>,
        prose: Option<&Prose>,
        of: &impl Display,
    ) -> Option<Self> {
        let table = prose?.table()?;
        let typography = &describer.typography;
        let caption = filled!(describer.locale, TableOf, "label": of.to_string());
        let mut html = Self::default();
        // Where it is wider than its column, it scrolls, with the keyboard too.
        let (class, role) = (
            ("class", &"figures" as &dyn Display),
            ("role", &"region" as _),
        );
        let named = [class, role, ("aria-label", &caption), ("tabindex", &"0")];
        html.start("div", &named);
        html.start("table", &[]);
        html.element("caption", &[], &caption);
        html.start("thead", &[]);
        html.row(table, table.head(), "col", typography);
        html.end("thead");
        html.start("tbody", &[]);
        for row in table.rows() {
            html.row(table, row, "row", typography);
        }
        html.end("tbody");
        html.end("table");
        html.end("div");
        Some(html)
    }

    /// Appends a row. Its cells are heads of columns, or the first is the head of the row.
    fn row(&mut self, table: &Table, cells: &[Cell], scope: &str, typography: &Typography<'_>) {
        self.start("tr", &[]);
        for (column, (side, cell)) in table.sides().iter().zip(cells).enumerate() {
            let is_head = !cell.is_empty() && (scope == "col" || column == 0);
            let name = if is_head { "th" } else { "td" };
            let class = match side {
                Side::Start => None,
                Side::Middle => Some("middle"),
                Side::End => Some("end"),
            };
            match (is_head, &class) {
                (true, Some(class)) => self.start(name, &[("scope", &scope), ("class", class)]),
                (true, None) => self.start(name, &[("scope", &scope)]),
                (false, Some(class)) => self.start(name, &[("class", class)]),
                (false, None) => self.start(name, &[]),
            }
            write_parts(cell, Some(typography), self);
            self.end(name);
        }
        self.end("tr");
    }

    pub(super) fn of_prose(describer: &Describer<'_>, prose: Option<&Prose>) -> Option<Self> {
        prose.map(|prose| Self::prose(describer, prose))
    }

    /// Returns links to claims, such as `C1 C3`; nothing for none.
    pub(super) fn citation(claims: &[ClaimId]) -> Self {
        let mut html = Self::default();
        if !claims.is_empty() {
            html.citation(claims);
        }
        html
    }

    pub(super) fn joined(pieces: &[Self], separator: &'static str) -> Self {
        let pieces: Vec<&str> = pieces.iter().map(|piece| &*piece.0).collect();
        Self(pieces.join(separator))
    }

    pub(super) fn push(&mut self, html: &Self) {
        self.0.push_str(&html.0);
    }

    pub(super) fn start(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &dyn Display)],
    ) {
        self.tag(name, attributes, ">");
    }

    /// Appends an element of SVG without content.
    pub(super) fn empty(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &dyn Display)],
    ) {
        self.tag(name, attributes, "/>");
    }

    fn tag(&mut self, name: &str, attributes: &[(&'static str, &dyn Display)], end: &str) {
        _ = write!(self.0, "<{name}");
        self.attributes(attributes);
        self.0.push_str(end);
    }

    pub(super) fn attributes(&mut self, attributes: &[(&'static str, &dyn Display)]) {
        for (name, value) in attributes {
            _ = write!(self.0, " {name}=\"");
            escape(&value.to_string(), &mut self.0);
            self.0.push('"');
        }
    }

    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &dyn Display)],
        text: &str,
    ) {
        self.start(name, attributes);
        self.text(text);
        self.end(name);
    }

    pub(super) fn end(&mut self, name: &'static str) {
        _ = write!(self.0, "</{name}>");
    }

    /// Returns the text of the HTML.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    #[cfg(test)]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Writes marks as elements.
impl Sink for Html {
    fn text(&mut self, text: &str) {
        for piece in pieces(text) {
            match piece {
                // A text that is still to be written is seen to be that, on paper too.
                Piece::Text(text) if is_unfinished(text) => {
                    self.0.push_str("<mark class=\"unwritten\">");
                    escape(text.trim_end(), &mut self.0);
                    self.0.push_str("</mark>");
                    escape(
                        text.get(text.trim_end().len()..).unwrap_or_default(),
                        &mut self.0,
                    );
                }
                Piece::Text(text) => escape(text, &mut self.0),
                Piece::Isolate(_) => self.0.push_str("<bdi>"),
                Piece::Directed(direction) => self.start("bdi", &[("dir", &direction)]),
                Piece::End => self.0.push_str("</bdi>"),
            }
        }
    }

    fn open(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Part(Anchor::Claim(claim)) => {
                _ = write!(self.0, "<span class=\"cited\"><a href=\"#{claim}\">");
            }
            Mark::Part(anchor) => _ = write!(self.0, "<a href=\"#{anchor}\">"),
            Mark::Address(address) => self.start("a", &[("href", &address)]),
            Mark::Date(date) => self.start("time", &[("datetime", &date)]),
            Mark::Inserted => self.0.push_str("<ins>"),
            Mark::Deleted => self.0.push_str("<del>"),
            Mark::Key => self.0.push_str("<b>"),
            Mark::Emphasis => self.0.push_str("<em>"),
            Mark::Strong => self.0.push_str("<strong>"),
        }
    }

    fn close(&mut self, mark: Mark<'_>) {
        self.0.push_str(match mark {
            // Style sheets show one of the two: where browsers have previews, what opens the claim's.
            Mark::Part(Anchor::Claim(claim)) => {
                _ = write!(
                    self.0,
                    "</a><button type=\"button\" popovertarget=\"see-{claim}\">{claim}</button></span>"
                );
                return;
            }
            Mark::Part(_) | Mark::Address(_) => "</a>",
            Mark::Date(_) => "</time>",
            Mark::Inserted => "</ins>",
            Mark::Deleted => "</del>",
            Mark::Key => "</b>",
            Mark::Emphasis => "</em>",
            Mark::Strong => "</strong>",
        });
    }

    fn code(&mut self, code: &str) {
        self.0.push_str("<code>");
        escape(code, &mut self.0);
        self.0.push_str("</code>");
    }

    fn citation(&mut self, claims: &[ClaimId]) {
        self.0.push_str("<span class=\"citation\">");
        for (index, claim) in claims.iter().enumerate() {
            if index > 0 {
                self.0.push(' ');
            }
            let mark = Mark::Part(Anchor::Claim(*claim));
            self.open(mark);
            self.text(&claim.to_string());
            self.close(mark);
        }
        self.0.push_str("</span>");
    }
}

/// Returns the class of a record: its mark in claims, figure and legend.
pub(super) fn class_of(record: Record) -> &'static str {
    match record {
        Record::OnRecord => "on-record",
        Record::Anonymous => "anonymous",
        Record::Document => "document",
        Record::OutletsOwn => "outlets-own",
        Record::NoSourceNamed => "no-source-named",
        Record::Writer => "writer",
    }
}

/// Appends a text, escaped for element content and for attributes in double quotes.
fn escape(text: &str, out: &mut String) {
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

#[cfg(test)]
mod tests {
    use super::{Html, data_block, escape};
    use crate::describe::{Locales, write_parts};
    use crate::model::{ClaimId, Inline, Language, LinkUrl, OneOrMore, Prose, unsafe_character};

    #[test]
    fn every_special_character_is_escaped() {
        let mut out = String::new();
        escape("<a href=\"x\" title='y'>&", &mut out);
        assert_eq!(out, "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }

    /// What is safe is the type's doing: templates need no filter for it.
    #[test]
    fn templates_escape_texts_and_leave_html_as_it_is() {
        let mut templates = tera::Tera::new();
        templates
            .add_raw_template("a.html", "{{ html }} {{ text }}")
            .unwrap();
        let mut html = Html::default();
        html.element("b", &[("title", &"\"")], "a & b");
        let mut context = tera::Context::new();
        context.insert("html", &html);
        context.insert("text", html.as_str());
        let escaped = "&lt;b title=&quot;&amp;quot;&quot;&gt;a &amp;amp; b&lt;/b&gt;";
        assert_eq!(
            templates.render("a.html", &context).unwrap(),
            format!("<b title=\"&quot;\">a &amp; b</b> {escaped}")
        );
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
                Inline::Citation(OneOrMore::new(vec![ClaimId::nth(0), ClaimId::nth(2)]).unwrap()),
            ])
            .unwrap(),
        );
        let mut html = Html::default();
        let locales = Locales::default();
        let typography = locales.typography(&Language::parse("en").unwrap());
        write_parts(text.parts(), Some(&typography), &mut html);
        assert_eq!(
            html.as_str(),
            "1 &lt; 2 <strong>so</strong>\
             <a href=\"https://example.org/?a=1&amp;b=2\"><code>&lt;b&gt;</code></a>\
             <span class=\"citation\"><span class=\"cited\"><a href=\"#C1\">C1</a>\
             <button type=\"button\" popovertarget=\"see-C1\">C1</button></span> \
             <span class=\"cited\"><a href=\"#C3\">C3</a>\
             <button type=\"button\" popovertarget=\"see-C3\">C3</button></span></span>"
        );
    }
}
