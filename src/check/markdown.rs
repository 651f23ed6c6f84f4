//! Reads a line of Markdown as running text: emphasis, strong emphasis, code, links and citations.
//!
//! Everything else that Markdown can do is a fault: it would not fit in a line, or not on paper.

#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};

use crate::model::{ClaimId, Inline, LinkUrl, OneOrMore, unsafe_character};

type Claims<'c> = dyn Fn(&str) -> Option<ClaimId> + 'c;

/// What Markdown can hold that a text of a brief cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing to read: no word stands in it.
    Empty,
    RawHtml,
    /// A character that a text may not hold, written as an entity.
    UnsafeCharacter(char),
    UnsafeLink,
    /// A part of Markdown that has no place here, by name.
    Unsupported(&'static str),
    BadCitation,
    UnknownClaim,
}

type Faults = Vec<(Range<usize>, Fault)>;

#[derive(Debug, Default)]
pub(super) struct Marked {
    pub(super) parts: Vec<Inline>,
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
    let trimmed = value.trim();
    if trimmed.is_empty() {
        return Err(vec![(0..value.len(), Fault::Empty)]);
    }
    let base = value.len() - value.trim_start().len();
    if is_plain(trimmed) {
        return Ok(Marked {
            parts: vec![Inline::Text(trimmed.to_owned())],
            leaves: vec![Leaf {
                flat: 0..trimmed.len(),
                range: base..base + trimmed.len(),
            }],
        });
    }
    let mut reader = Reader {
        value,
        base,
        claims,
        frames: Vec::new(),
        marked: Marked::default(),
        flat: 0,
        says: false,
        paragraphs: 0,
        skipping: 0,
        faults: Vec::new(),
    };
    let mut events = parser(trimmed).into_offset_iter();
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

type Cite<'a> = fn(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)>;

/// What a citation leads to as a link.
const NOWHERE: (CowStr<'static>, CowStr<'static>) = (CowStr::Borrowed(""), CowStr::Borrowed(""));

/// Makes a parser that takes `[@…]` for a link to an unknown place.
fn parser(text: &str) -> Parser<'_, Cite<'_>> {
    let cite: Cite<'_> = |link| link.reference.starts_with('@').then_some(NOWHERE);
    Parser::new_with_broken_link_callback(text, Options::empty(), Some(cite))
}

fn is_citation(link: LinkType) -> bool {
    matches!(
        link,
        LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown
    )
}

/// Says whether a trimmed text can hold no Markdown. Most texts do, and need no parser.
fn is_plain(text: &str) -> bool {
    let marks = |byte: &u8| {
        matches!(
            byte,
            b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'&' | b'\\' | b'\n' | b'\r' | b'\t'
        )
    };
    let opens_block = match text.as_bytes().first() {
        Some(b'#' | b'>' | b'-' | b'+' | b'~' | b'=') => true,
        Some(b'0'..=b'9') => text
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .starts_with(['.', ')']),
        _ => false,
    };
    !opens_block && !text.as_bytes().iter().any(marks)
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
    /// How many open parts are passed over.
    skipping: usize,
    faults: Faults,
}

impl Reader<'_, '_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skipping > 0 => self.skipping += 1,
            Event::End(_) if self.skipping > 0 => self.skipping -= 1,
            _ if self.skipping > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            Event::Text(text) => {
                if text.starts_with('[') && self.is_stray_citation(&range) {
                    self.fault(range.clone(), Fault::BadCitation);
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
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => return self.link(link_type, &dest_url, range),
            Tag::HtmlBlock => return self.pass_over(range, Fault::RawHtml),
            Tag::Heading { .. } => "a heading",
            Tag::BlockQuote(_) => "a block quote",
            Tag::CodeBlock(_) => "a code block",
            Tag::List(_) | Tag::Item => "a list",
            Tag::Image { .. } => "an image",
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
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

    fn end(&mut self) {
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

/// Reads the citations, such as `[@a]`, `[@a; @b]` and `[@a, @b]`, that stand in a range of a text;
/// their faults go to `faults`.
fn read_citations(
    value: &str,
    range: &Range<usize>,
    claims: &Claims<'_>,
    faults: &mut Faults,
) -> Vec<ClaimId> {
    let mut cited = Vec::new();
    let mut at = range.start;
    let (text, _) = value.split_at(range.end);
    let (_, text) = text.split_at(range.start);
    for item in text.split_inclusive([';', ',', '[', ']']) {
        let name = item.trim_end_matches([';', ',', '[', ']']);
        let start = at + (name.len() - name.trim_start().len());
        let name = name.trim();
        at += item.len();
        if name.is_empty() {
            continue;
        }
        match name.strip_prefix('@') {
            Some(id) if !id.is_empty() && !id.contains(char::is_whitespace) => match claims(id) {
                Some(claim) if cited.contains(&claim) => {}
                Some(claim) => cited.push(claim),
                None => faults.push((start + 1..start + name.len(), Fault::UnknownClaim)),
            },
            _ => faults.push((start..start + name.len(), Fault::BadCitation)),
        }
    }
    cited
}
