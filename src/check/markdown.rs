//! Reads a line of Markdown as running text: emphasis, strong emphasis, code, links and citations.
//!
//! Where it is allowed, the text may introduce one plain table. Everything else that Markdown can do
//! is a fault: it would not fit in a line, or not on paper.

mod citations;
mod fault;
mod parser;
mod tables;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};

use crate::model::{Inline, LinkUrl, OneOrMore, Table, unsafe_character};

pub(in crate::check) use citations::read_citations;
pub(super) use fault::{Claims, Fault, Faults};
use parser::{is_citation, is_plain, parser, without_number};
pub(super) use tables::is_table;

#[derive(Debug, Default)]
pub(super) struct Marked {
    pub(super) parts: Vec<Inline>,
    /// The table that the text introduces.
    pub(super) table: Option<Table>,
    /// Where its words and citations stood.
    pub(super) leaves: Vec<Leaf>,
}

/// Where a piece of text, of code or a citation stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Its bytes in the parsed text, where a citation counts as [`CITATION`].
    pub(super) flat: Range<usize>,
    pub(super) range: Range<usize>,
}

/// What stands for a citation in a flat text. It is not a character that a text may hold.
pub(super) const CITATION: char = '\u{FFFC}';

/// How deep emphasis and links may stand in one another.
const DEEPEST: usize = 8;

/// Parses a line of Markdown.
///
/// # Errors
/// It holds something that a text of a brief cannot: every such fault and its bytes.
pub(super) fn parse(value: &str, claims: &Claims<'_>) -> Result<Marked, Faults> {
    parse_with(value, claims, None)
}

/// Parses a line of Markdown and the table that it may introduce.
///
/// # Errors
/// As those of [`parse`], and a table that cannot be set.
pub(super) fn parse_with_table(value: &str, claims: &Claims<'_>) -> Result<Marked, Faults> {
    parse_with(value, claims, Some(tables::Reader::default()))
}

fn parse_with(
    value: &str,
    claims: &Claims<'_>,
    tables: Option<tables::Reader>,
) -> Result<Marked, Faults> {
    if let Some(range) = tables::joined(value) {
        return Err(vec![(range, Fault::Table(tables::JOINED))]);
    }
    let trimmed = value.trim();
    if trimmed.is_empty() {
        return Err(vec![(0..value.len(), Fault::Empty)]);
    }
    let base = value.len() - value.trim_start().len();
    if is_plain(trimmed) {
        return Ok(Marked {
            parts: vec![Inline::Text(trimmed.to_owned())],
            table: None,
            leaves: vec![Leaf {
                flat: 0..trimmed.len(),
                range: base..base + trimmed.len(),
            }],
        });
    }
    let line = without_number(trimmed);
    let mut reader = Reader {
        value,
        base,
        claims,
        frames: Vec::new(),
        marked: Marked::default(),
        flat: 0,
        says: false,
        paragraphs: 0,
        tables,
        skipping: 0,
        has_number: line.is_some(),
        faults: Vec::new(),
    };
    let mut events = parser(line.as_deref().unwrap_or(trimmed)).into_offset_iter();
    for (event, range) in events.by_ref() {
        reader.read(event, range.start + base..range.end + base);
    }
    let definitions = events.reference_definitions().iter();
    if let Some(first) = definitions.map(|(_, link)| link.span.start).min() {
        let line = trimmed.split_at(first).1.lines().next();
        let end = first + line.map_or(0, str::len);
        reader.fault(
            first + base..end + base,
            Fault::Unsupported("a link definition"),
        );
    }
    reader.finish()
}

/// Returns how many rows the tables of a text have.
pub(super) fn table_rows(value: &str) -> usize {
    if !value.contains('|') {
        return 0;
    }
    let rows = parser(value.trim()).filter(|event| matches!(event, Event::Start(Tag::TableRow)));
    rows.count()
}

/// Returns the runs of plain words in a line of Markdown: no code, no citation, no address.
pub(super) fn runs(value: &str) -> Vec<Range<usize>> {
    let mut cited = 0;
    let mut runs = Vec::new();
    for (event, range) in parser(value).into_offset_iter() {
        if matches!(&event, Event::Start(Tag::Link { link_type, .. }) if is_citation(*link_type)) {
            cited = range.end;
        } else if matches!(event, Event::Text(_)) && range.start >= cited {
            runs.push(range);
        }
    }
    runs
}

/// What an open part becomes when it closes.
enum Open {
    Emphasis,
    Strong,
    Link(LinkUrl),
}

struct Reader<'v, 'c> {
    value: &'v str,
    /// Where the trimmed text begins.
    base: usize,
    claims: &'c Claims<'c>,
    /// The open parts, each with the parts before it.
    frames: Vec<(Open, Vec<Inline>)>,
    marked: Marked,
    /// The length of the text so far.
    flat: usize,
    /// Whether a word was read.
    says: bool,
    paragraphs: usize,
    /// Reads the table, where one may stand.
    tables: Option<tables::Reader>,
    /// How many open parts are passed over.
    skipping: usize,
    /// Whether it begins with a number that is yet to be read.
    has_number: bool,
    faults: Faults,
}

impl Reader<'_, '_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skipping > 0 => self.skipping += 1,
            Event::End(_) if self.skipping > 0 => self.skipping -= 1,
            _ if self.skipping > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => {
                if text.starts_with('[') && self.is_stray_citation(&range) {
                    self.fault(range.clone(), Fault::BadCitation);
                }
                if std::mem::take(&mut self.has_number) {
                    let number = self.value.get(range.clone()).unwrap_or(&text);
                    return self.text(number, range);
                }
                self.text(&text, range);
            }
            Event::SoftBreak | Event::HardBreak => self.text(" ", range),
            Event::Code(code) => {
                self.refuse_unsafe(&code, &range);
                self.leaf(code.len(), range);
                self.says = true;
                self.marked.parts.push(Inline::Code(code.into_string()));
            }
            Event::Html(_) | Event::InlineHtml(_) => self.fault(range, Fault::RawHtml),
            Event::Rule => self.fault(range, Fault::Unsupported("a rule")),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => self.fault(range, Fault::Unsupported("an extension")),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let unsupported = match tag {
            Tag::Paragraph => {
                self.paragraphs += 1;
                if self.paragraphs != 2 {
                    return;
                }
                "a second paragraph"
            }
            Tag::Emphasis => return self.open(Open::Emphasis, range),
            Tag::Strong => return self.open(Open::Strong, range),
            Tag::Link { link_type, .. } if is_citation(link_type) => return self.cite(range),
            Tag::Link { title, .. } if !title.is_empty() => "the title of a link",
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => return self.link(link_type, &dest_url, range),
            Tag::HtmlBlock => return self.pass_over(range, Fault::RawHtml),
            Tag::Heading { .. } => "a heading",
            Tag::BlockQuote(_) => "a block quote",
            Tag::CodeBlock(_) => "a code block",
            Tag::Table(sides) if self.tables.is_some() => return self.start_table(&sides, range),
            Tag::TableHead | Tag::TableCell if self.tables.is_some() => return,
            Tag::TableRow if self.tables.is_some() => return self.start_row(range),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => "a table",
            Tag::List(_) | Tag::Item => "a list",
            Tag::Image { .. } => "an image",
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => "an extension",
        };
        self.pass_over(range, Fault::Unsupported(unsupported));
    }

    fn open(&mut self, open: Open, range: Range<usize>) {
        if self.frames.len() == DEEPEST {
            return self.pass_over(range, Fault::Unsupported("emphasis as deep as this"));
        }
        let before = std::mem::take(&mut self.marked.parts);
        self.frames.push((open, before));
    }

    fn start_table(&mut self, sides: &[Alignment], range: Range<usize>) {
        let Some(reader) = &mut self.tables else {
            return;
        };
        let introduces = self.paragraphs == 1 && self.says;
        match reader.start(sides, introduces, std::mem::take(&mut self.marked.parts)) {
            Ok(()) => {}
            Err((before, why)) => {
                self.marked.parts = before;
                self.pass_over(range, Fault::Table(why));
            }
        }
    }

    fn start_row(&mut self, range: Range<usize>) {
        let row = self.value.get(range.clone()).unwrap_or("");
        let is_whole = self
            .tables
            .as_ref()
            .is_none_or(|reader| reader.is_whole(row));
        if !is_whole {
            self.fault(range, Fault::Table(tables::UNEVEN));
        }
    }

    /// Ends a part of a table, if that is what ends.
    fn end_of_table(&mut self, tag: TagEnd, range: Range<usize>) {
        let Some(reader) = &mut self.tables else {
            return;
        };
        if tag == TagEnd::TableCell {
            let parts = std::mem::take(&mut self.marked.parts);
            if !reader.end_cell(parts) && self.faults.is_empty() {
                let range = tables::with_bars(self.value, range);
                self.fault(range, Fault::Table(tables::EMPTY));
            }
        } else if matches!(tag, TagEnd::TableHead | TagEnd::TableRow) {
            reader.end_row();
        } else if tag == TagEnd::Table {
            let (before, table) = reader.end();
            self.marked.parts = before;
            if table.is_none() && self.faults.is_empty() {
                self.fault(range, Fault::Table("a table without rows"));
            }
            self.marked.table = table;
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) {
            return self.end_of_table(tag, range);
        }
        let Some((open, before)) = self.frames.pop() else {
            return;
        };
        let inner = std::mem::replace(&mut self.marked.parts, before);
        self.marked.parts.push(match open {
            Open::Emphasis => Inline::Emphasis(inner),
            Open::Strong => Inline::Strong(inner),
            Open::Link(to) => Inline::Link(to, inner),
        });
    }

    fn link(&mut self, kind: LinkType, to: &str, range: Range<usize>) {
        let to = if kind == LinkType::Email {
            LinkUrl::parse(&format!("mailto:{to}"))
        } else {
            LinkUrl::parse(to)
        };
        if self
            .frames
            .iter()
            .any(|(open, _)| matches!(open, Open::Link(_)))
        {
            return self.pass_over(range, Fault::Unsupported("a link in a link"));
        }
        match to {
            Ok(to) => self.open(Open::Link(to), range),
            Err(_) => self.pass_over(range, Fault::UnsafeLink),
        }
    }

    fn cite(&mut self, range: Range<usize>) {
        self.skipping = 1;
        let cited = read_citations(self.value, &range, self.claims, &mut self.faults);
        if let Some(cited) = OneOrMore::new(cited) {
            self.leaf(CITATION.len_utf8(), range);
            self.marked.parts.push(Inline::Citation(cited));
        }
    }

    /// Says whether a bracket that Markdown took for a mere character was to open a citation.
    fn is_stray_citation(&self, range: &Range<usize>) -> bool {
        let (before, rest) = self.value.split_at(range.start);
        rest.starts_with("[@") && !before.ends_with('\\')
    }

    /// Refuses what an entity can bring in: the text as written was looked through before.
    fn refuse_unsafe(&mut self, text: &str, range: &Range<usize>) {
        if let Some((_, character)) = unsafe_character(text) {
            self.fault(range.clone(), Fault::UnsafeCharacter(character));
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        // A text is a line, whatever is written as an entity.
        let text = &*text.replace(['\n', '\r', '\t'], " ");
        self.refuse_unsafe(text, &range);
        self.says |= text.contains(|c: char| !c.is_whitespace());
        self.leaf(text.len(), range);
        if let Some(Inline::Text(last)) = self.marked.parts.last_mut() {
            last.push_str(text);
        } else {
            self.marked.parts.push(Inline::Text(text.to_owned()));
        }
    }

    fn leaf(&mut self, length: usize, range: Range<usize>) {
        self.marked.leaves.push(Leaf {
            flat: self.flat..self.flat + length,
            range,
        });
        self.flat += length;
    }

    fn fault(&mut self, range: Range<usize>, fault: Fault) {
        self.faults.push((range, fault));
    }

    fn pass_over(&mut self, range: Range<usize>, fault: Fault) {
        self.skipping = 1;
        self.fault(range, fault);
    }

    fn finish(mut self) -> Result<Marked, Faults> {
        if !self.says && self.faults.is_empty() {
            self.fault(self.base..self.value.len(), Fault::Empty);
        }
        if self.faults.is_empty() {
            Ok(self.marked)
        } else {
            Err(self.faults)
        }
    }
}
