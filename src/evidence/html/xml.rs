//! Writes a page of XML as the same page of HTML: elements that close themselves are closed, and what
//! stands in `<![CDATA[ ]]>` is text. No reader of XML would do: many pages that say they are XHTML are
//! not well-formed, and a browser that takes them for HTML shows them whole.

mod between;
mod sound;

use std::borrow::Cow;

use super::attributes::end_of_tag;
use super::entities::resolved;
use between::Between;
use sound::{Sound, closes_itself, name_of};

const NAMESPACE: &str = "http://www.w3.org/1999/xhtml";
/// The root of a page tells within so many bytes what it is.
const MOST_BEFORE_ROOT: usize = 4 << 10;

/// Elements that hold nothing, in HTML too.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
];
/// Elements of HTML that do not show what texts in other vocabularies of XML have by the same name.
const OTHERS: &[&str] = &[
    "area", "base", "body", "datalist", "head", "html", "image", "link", "meta", "param", "source",
    "template", "track",
];

/// A text in XML, as HTML.
pub(in super::super) struct Written {
    pub(in super::super) html: String,
    /// Whether a reader of XML would find no fault in it, as far as is looked at.
    pub(in super::super) is_sound: bool,
    /// Whether its names are those of HTML.
    pub(in super::super) is_xhtml: bool,
}

/// Says whether a page begins with the declaration of XML.
pub(in super::super) fn is_declared(text: &str) -> bool {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    start.starts_with("<?xml")
}

/// Says whether a page calls itself XML, by its declaration or its namespace.
pub(in super::super) fn calls_itself_xml(text: &str) -> bool {
    let head = text.as_bytes().get(..MOST_BEFORE_ROOT);
    is_declared(text) || contains(head.unwrap_or(text.as_bytes()), NAMESPACE.as_bytes())
}

/// Returns a text in XML as HTML.
pub(in super::super) fn as_html(text: &str) -> Written {
    let text = &*resolved(text);
    let (root, tag) = root(text).unwrap_or(("html", ""));
    let local = root.rsplit_once(':').map_or(root, |(_, local)| local);
    let is_xhtml = local.eq_ignore_ascii_case("html") || tag.contains(NAMESPACE);
    let mut writer = Writer {
        html: String::with_capacity(text.len()),
        prefix: prefix(text).map(|prefix| format!("{prefix}:")),
        is_xhtml,
        is_other: !is_xhtml && !text.contains(NAMESPACE),
        is_transcript: local == "transcript",
        sound: Sound::default(),
        between: Between::default(),
        missing: Vec::new(),
    };
    writer.write(text);
    let html = if writer.is_other {
        writer.between.set_into(&writer.html)
    } else {
        writer.html
    };
    Written {
        html,
        is_sound: writer.sound.is_sound(),
        is_xhtml,
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Returns the prefix of the names of HTML, if they have one.
fn prefix(text: &str) -> Option<&str> {
    let before = ["\"", "'"].iter().find_map(|quote| {
        let (before, _) = text.split_once(&format!("={quote}{NAMESPACE}{quote}"))?;
        Some(before)
    })?;
    let (_, prefix) = before.rsplit_once("xmlns:")?;
    let is_name = !prefix.is_empty() && prefix.chars().all(char::is_alphanumeric);
    is_name.then_some(prefix)
}

/// Returns the name of the first element, and its tag.
fn root(text: &str) -> Option<(&str, &str)> {
    let mut rest = text;
    loop {
        rest = rest.get(rest.find('<')?..)?;
        if rest.get(1..)?.starts_with(begins_name) {
            let tag = rest.split('>').next()?.get(1..)?;
            return Some((name_of(tag), tag));
        }
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        (_, rest) = rest.split_once(end)?;
    }
}

fn begins_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

struct Writer<'a> {
    html: String,
    prefix: Option<String>,
    /// Whether the names are those of HTML.
    is_xhtml: bool,
    /// Whether there is none of HTML in it.
    is_other: bool,
    /// Whether it has lines of subtitles in `<text>`.
    is_transcript: bool,
    sound: Sound<'a>,
    between: Between,
    /// Ends of sections that do not stand in what is left.
    missing: Vec<&'static str>,
}

impl<'a> Writer<'a> {
    fn write(&mut self, xml: &'a str) {
        let mut rest = xml;
        while let Some((text, from)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
            self.words(text);
            rest = self.markup(from);
        }
        self.words(rest);
    }

    fn words(&mut self, text: &'a str) {
        self.sound.text(text);
        self.between.text(text);
        self.html.push_str(text);
    }

    /// Writes a tag, or what else begins so; returns what follows it.
    fn markup(&mut self, rest: &'a str) -> &'a str {
        if let Some(section) = rest.strip_prefix("<![CDATA[") {
            let Some((text, after)) = self.until(section, "]]>") else {
                return section;
            };
            self.text(text);
            return after;
        }
        if rest.starts_with("<?") {
            return self.instruction(rest);
        }
        if rest.starts_with("<!--") {
            return self.comment(rest);
        }
        if rest.starts_with("<!") {
            return self.document_type(rest);
        }
        let opened = rest.get(1..).unwrap_or_default();
        let name = opened.strip_prefix('/').unwrap_or(opened);
        if !name.starts_with(begins_name) {
            self.sound.fault();
            self.html.push_str("&lt;");
            return opened;
        }
        let start = rest.len() - name.len();
        let (end, _) = end_of_tag(rest.as_bytes(), start);
        let tag = rest.get(start..end).unwrap_or_default();
        let after = rest.get(end..).unwrap_or_default();
        let is_end = start > 1;
        self.sound.tag(tag, is_end);
        self.tag(tag, is_end);
        let Some(after) = after.strip_prefix('>') else {
            self.sound.fault();
            return after;
        };
        let is_open = !is_end && !closes_itself(tag);
        match ["script", "style"]
            .iter()
            .find(|raw| is_open && self.name(tag).eq_ignore_ascii_case(raw))
        {
            Some(raw) => self.raw(after, raw),
            None => after,
        }
    }

    /// Parts a text where a section ends; without an end, the page is not lost in it.
    fn until(&mut self, text: &'a str, end: &'static str) -> Option<(&'a str, &'a str)> {
        if !self.missing.contains(&end) {
            if let Some(parted) = text.split_once(end) {
                return Some(parted);
            }
            self.missing.push(end);
        }
        self.sound.fault();
        None
    }

    /// Leaves out an instruction. `<?xml:namespace … />` of word processors ends as a tag does.
    fn instruction(&mut self, rest: &'a str) -> &'a str {
        let (first, after_tag) = rest.split_once('>').unwrap_or((rest, ""));
        if first.ends_with('?') {
            return after_tag;
        }
        if first.ends_with('/') || first.starts_with("<?xml") {
            self.sound.fault();
            return after_tag;
        }
        self.until(rest, "?>").map_or(after_tag, |(_, after)| after)
    }

    /// Writes a comment so that it ends in HTML where it ends in XML.
    fn comment(&mut self, rest: &'a str) -> &'a str {
        let Some(inner) = rest.strip_prefix("<!--") else {
            return rest;
        };
        // To HTML, these are whole; XML has no such comments.
        for whole in [">", "->"] {
            if let Some(after) = inner.strip_prefix(whole) {
                self.sound.fault();
                return after;
            }
        }
        let Some((text, after)) = self.until(inner, "-->") else {
            return inner;
        };
        if text.contains("--") || text.ends_with('-') {
            self.sound.fault();
        }
        self.html
            .extend(["<!--", &text.replace("--!>", "--! >"), "-->"]);
        after
    }

    /// Writes the type of a document without its definitions, which no reader sees.
    fn document_type(&mut self, rest: &'a str) -> &'a str {
        let (first, after) = rest.split_once('>').unwrap_or((rest, ""));
        let is_type = first
            .get(..9)
            .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
        if !is_type {
            self.sound.fault();
            return after;
        }
        let Some((kind, _)) = first.split_once('[') else {
            self.html.extend([first, ">"]);
            return after;
        };
        self.html.extend([kind, ">"]);
        let subset = rest.get(kind.len() + 1..).unwrap_or_default();
        match self.until(subset, "]") {
            Some((_, ended)) => ended.split_once('>').map_or("", |(_, after)| after),
            None => after,
        }
    }

    /// Writes the text of a section that has no mark-up. In feeds it is HTML.
    fn text(&mut self, text: &str) {
        self.between.text(text);
        if !self.is_xhtml && text.contains("</") {
            self.html.push_str(text);
            return;
        }
        for c in text.chars() {
            match c {
                '<' => self.html.push_str("&lt;"),
                '&' => self.html.push_str("&amp;"),
                c => self.html.push(c),
            }
        }
    }

    /// Returns the name that a tag has without its prefix.
    fn name(&self, tag: &'a str) -> &'a str {
        let full = name_of(tag);
        let name = self
            .prefix
            .as_deref()
            .and_then(|prefix| full.strip_prefix(prefix));
        name.unwrap_or(full)
    }

    fn tag(&mut self, tag: &'a str, is_end: bool) {
        let name = match self.name(tag) {
            // In HTML, their text is no mark-up.
            "plaintext" | "xmp" => Cow::Borrowed("pre"),
            name if !name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                Cow::Owned(format!("x-{name}"))
            }
            name if self.is_xhtml => Cow::Borrowed(name),
            "title" => Cow::Borrowed("h2"),
            "text" if self.is_transcript => Cow::Borrowed("p"),
            // A sentence, or a piece of a subtitle.
            "s" if self.is_other => Cow::Borrowed("span"),
            name if OTHERS.contains(&name) => Cow::Owned(format!("x-{name}")),
            name => Cow::Borrowed(name),
        };
        let attributes = tag.get(name_of(tag).len()..).unwrap_or_default();
        if is_end {
            self.between.close();
            self.html.extend(["</", &name, ">"]);
            return;
        }
        let closes = closes_itself(tag);
        let is_piece = self.name(tag) == "s";
        self.between.open(self.html.len(), closes, is_piece);
        let attributes = if closes {
            attributes.strip_suffix('/').unwrap_or(attributes)
        } else {
            attributes
        };
        self.html.extend(["<", &name, attributes, ">"]);
        if closes && !VOID.iter().any(|void| name.eq_ignore_ascii_case(void)) {
            self.html.extend(["</", &name, ">"]);
        }
    }

    /// Writes code, up to its end tag, without the marks of sections in it.
    fn raw(&mut self, rest: &'a str, name: &str) -> &'a str {
        let is_end = |at: &usize| {
            let tag = rest.get(at + 2..).unwrap_or_default();
            self.name(tag).eq_ignore_ascii_case(name)
        };
        let mut ends = rest.match_indices("</").map(|(at, _)| at);
        let Some(end) = ends.find(is_end) else {
            // What would be code to its end is the page.
            self.sound.fault();
            self.html.extend(["</", name, ">"]);
            return rest;
        };
        let (code, after) = rest.split_at(end);
        self.sound.code(code);
        let code = code.replace("<![CDATA[", "").replace("]]>", "");
        // Where code opens a comment, HTML would not see its end.
        self.html.push_str(&code.replace("<!--", "<! --"));
        after
    }
}

#[cfg(test)]
mod tests;
