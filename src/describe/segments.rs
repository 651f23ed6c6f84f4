//! Holds descriptions as segments, and writes them and running text by way of sinks.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::FluentValue;

use super::isolation::END_OF_ISOLATE;
use super::locales::{Locale, Message};
use super::typography::{self, Typography};
use crate::analysis::quotes::QuoteId;
use crate::model::{ClaimId, Inline, IssueId, Piece, Prose, SourceId, VoiceId};

/// Noncharacters that hold the places of descriptions while a message is filled. No brief and no
/// locale file may have them (`model::is_unsafe`).
const PLACES: [&str; 4] = ["\u{FDD0}", "\u{FDD1}", "\u{FDD2}", "\u{FDD3}"];

/// A part of the page; it is shown as its anchor, which is also its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Claim(ClaimId),
    Voice(VoiceId),
    Source(SourceId),
    Issue(IssueId),
    Quote(QuoteId),
    /// Where a voice stands on an issue.
    Cell(VoiceId, IssueId),
    /// An item of a list, by the letter of the list and its place from 0: `T1`.
    Item(char, usize),
    Section(&'static str),
}

impl fmt::Display for Anchor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Claim(id) => id.fmt(formatter),
            Self::Voice(id) => id.fmt(formatter),
            Self::Source(id) => id.fmt(formatter),
            Self::Issue(id) => id.fmt(formatter),
            Self::Quote(id) => id.fmt(formatter),
            Self::Cell(voice, issue) => write!(formatter, "{voice}-{issue}"),
            Self::Item(letter, index) => write!(formatter, "{letter}{}", index + 1),
            Self::Section(name) => formatter.write_str(name),
        }
    }
}

/// What a text is besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark<'a> {
    /// A link to a part of the page.
    Part(Anchor),
    /// A link to an address.
    Address(&'a str),
    /// A date, by its EDTF.
    Date(&'a str),
    Inserted,
    Deleted,
    /// What a reader should see first.
    Key,
    /// What the writer emphasised.
    Emphasis,
    /// What the writer emphasised strongly.
    Strong,
}

/// Writes texts and their marks in one form. A sink escapes for itself: whatever it is given as
/// text stands for itself.
pub(crate) trait Sink {
    fn text(&mut self, text: &str);
    /// Begins what has a mark.
    fn open(&mut self, mark: Mark<'_>);
    fn close(&mut self, mark: Mark<'_>);
    fn code(&mut self, code: &str) {
        self.text(code);
    }
    /// Writes which claims running text rests on.
    fn citation(&mut self, claims: &[ClaimId]) {
        self.text("(");
        self.text(&labels(claims));
        self.text(")");
    }
}

/// Writes without marks.
impl Sink for String {
    fn text(&mut self, text: &str) {
        self.push_str(text);
    }

    fn open(&mut self, _: Mark<'_>) {}

    fn close(&mut self, _: Mark<'_>) {}
}

pub(crate) fn labels<T: ToString>(ids: &[T]) -> String {
    let labels: Vec<String> = ids.iter().map(ToString::to_string).collect();
    labels.join(", ")
}

/// A piece of a description.
#[derive(Clone, Debug)]
struct Segment<'a> {
    text: Cow<'a, str>,
    mark: Option<Mark<'a>>,
}

/// What a reader is told, in segments.
#[derive(Clone, Debug, Default)]
pub(crate) struct Description<'a>(Vec<Segment<'a>>);

impl<'a> Description<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        Self(vec![Segment { text, mark: None }])
    }

    pub(crate) fn marked(mark: Mark<'a>, text: impl Into<Cow<'a, str>>) -> Self {
        let (text, mark) = (text.into(), Some(mark));
        Self(vec![Segment { text, mark }])
    }

    pub(crate) fn link(to: Anchor, text: impl Into<Cow<'a, str>>) -> Self {
        Self::marked(Mark::Part(to), text)
    }

    /// Returns the label of a part of the page as a link to it.
    pub(crate) fn label(of: Anchor) -> Self {
        Self::link(of, of.to_string())
    }

    pub(crate) fn push(&mut self, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        self.0.push(Segment { text, mark: None });
    }

    pub(crate) fn push_marked(&mut self, mark: Mark<'a>, text: impl Into<Cow<'a, str>>) {
        let (text, mark) = (text.into(), Some(mark));
        self.0.push(Segment { text, mark });
    }

    pub(crate) fn extend(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    pub(crate) fn joined(items: impl IntoIterator<Item = Self>, separator: &'a str) -> Self {
        let mut items = items.into_iter();
        let mut all = items.next().unwrap_or_default();
        for item in items {
            all.push(separator);
            all.extend(&item);
        }
        all
    }

    /// Sets a text with its marks apart, by the mark of its direction.
    pub(crate) fn isolated(self, direction: char) -> Self {
        let mut apart = Self::text(direction.to_string());
        apart.extend(&self);
        apart.push(END_OF_ISOLATE.to_string());
        apart
    }

    pub(crate) fn write_to(&self, sink: &mut impl Sink) {
        for Segment { text, mark } in &self.0 {
            if let Some(mark) = mark {
                sink.open(*mark);
            }
            sink.text(text);
            if let Some(mark) = mark {
                sink.close(*mark);
            }
        }
    }
}

/// The words alone.
impl fmt::Display for Description<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|segment| formatter.write_str(&segment.text))
    }
}

/// What is filled in to a message that is described.
pub(crate) enum Filling<'a> {
    Value(FluentValue<'a>),
    Description(Description<'a>),
}

impl<'a> From<Description<'a>> for Filling<'a> {
    fn from(description: Description<'a>) -> Self {
        Self::Description(description)
    }
}

impl<'a, T: Into<FluentValue<'a>>> From<T> for Filling<'a> {
    fn from(value: T) -> Self {
        Self::Value(value.into())
    }
}

impl Locale {
    /// Returns a message filled with segments as well as with values; at most four may be
    /// descriptions.
    pub(crate) fn describe<'a, const N: usize>(
        &self,
        message: Message,
        fillings: [(&'static str, Filling<'a>); N],
    ) -> Description<'a> {
        let mut parts: Vec<Description<'a>> = Vec::new();
        let values = fillings.map(|(name, filling)| match filling {
            Filling::Value(value) => (name, value),
            Filling::Description(part) => {
                parts.push(part);
                (name, PLACES[parts.len() - 1].into())
            }
        });
        let text = self.with(message, values);
        let mut description = Description::default();
        let mut rest = text.as_str();
        while let Some((at, place)) = next_place(rest) {
            let (before, from) = rest.split_at(at);
            if !before.is_empty() {
                description.push(before.to_owned());
            }
            description.extend(&parts[place]);
            (_, rest) = from.split_at(PLACES[place].len());
        }
        if !rest.is_empty() {
            description.push(rest.to_owned());
        }
        description
    }

    /// Returns descriptions as a list in running text: "a, b and c".
    pub(crate) fn describe_list<'a>(&'a self, items: Vec<Description<'a>>) -> Description<'a> {
        let mut items = items;
        let Some(last) = items.pop() else {
            return Description::default();
        };
        let message = match items.len() {
            0 => return last,
            1 => Message::ListTwo,
            _ => Message::ListLast,
        };
        let first = Description::joined(items, self.text(Message::ListSeparator));
        self.describe(message, [("first", first.into()), ("last", last.into())])
    }
}

/// Returns where the next description goes, and which it is.
fn next_place(text: &str) -> Option<(usize, usize)> {
    let at = text.find(|letter| ('\u{FDD0}'..='\u{FDD3}').contains(&letter))?;
    let (_, from) = text.split_at(at);
    let place = PLACES.iter().position(|place| from.starts_with(place))?;
    Some((at, place))
}

/// Returns running text without markup; citations are labels in brackets: (C1, C3).
pub(crate) fn plain_prose(prose: &Prose) -> String {
    let mut out = String::new();
    write_prose(prose, None, &mut out);
    out
}

/// Returns parts of running text without markup.
pub(crate) fn plain_parts(parts: &[Inline]) -> String {
    let mut out = String::new();
    write_parts(parts, None, &mut out);
    out
}

/// Writes running text, typeset if it is said how; a table runs on as text.
fn write_prose(prose: &Prose, typography: Option<&Typography<'_>>, sink: &mut impl Sink) {
    write_parts(prose.parts(), typography, sink);
    if let Some(table) = prose.table() {
        table.in_running_text(|piece| match piece {
            Piece::Cell(cell) => write_parts(cell, typography, sink),
            Piece::Between(text) => sink.text(text),
        });
    }
}

/// Writes running text without the table that it introduces.
pub(crate) fn write_parts(
    parts: &[Inline],
    typography: Option<&Typography<'_>>,
    sink: &mut impl Sink,
) {
    let before = ' ';
    let mut writer = ProseWriter {
        typography,
        before,
        sink,
    };
    writer.parts(parts);
}

/// Writes running text part by part; quote marks look at what stands before them across parts.
struct ProseWriter<'a, S> {
    typography: Option<&'a Typography<'a>>,
    /// The letter before, a space at the beginning.
    before: char,
    sink: &'a mut S,
}

impl<S: Sink> ProseWriter<'_, S> {
    fn parts(&mut self, inlines: &[Inline]) {
        for part in inlines {
            match part {
                Inline::Text(text) => {
                    match self.typography {
                        Some(typography) => {
                            let set = typography::set_after(self.before, text, typography);
                            self.sink.text(&set);
                        }
                        None => self.sink.text(text),
                    }
                    self.goes_on_after(text);
                }
                Inline::Code(text) => {
                    self.sink.code(text);
                    self.goes_on_after(text);
                }
                Inline::Emphasis(inner) => self.marked(Mark::Emphasis, inner),
                Inline::Strong(inner) => self.marked(Mark::Strong, inner),
                Inline::Link(url, inner) => self.marked(Mark::Address(url), inner),
                Inline::Citation(claims) => self.sink.citation(claims),
            }
        }
    }

    fn goes_on_after(&mut self, text: &str) {
        self.before = text.chars().next_back().unwrap_or(self.before);
    }

    fn marked(&mut self, mark: Mark<'_>, inner: &[Inline]) {
        self.sink.open(mark);
        self.parts(inner);
        self.sink.close(mark);
    }
}

#[cfg(test)]
mod tests {
    use super::{Description, Mark, PLACES, Sink};
    use crate::describe::Locales;
    use crate::model::{Language, unsafe_character};

    /// Shows marks as brackets.
    struct Brackets(String);

    impl Sink for Brackets {
        fn text(&mut self, text: &str) {
            self.0.push_str(text);
        }

        fn open(&mut self, _: Mark<'_>) {
            self.0.push('[');
        }

        fn close(&mut self, _: Mark<'_>) {
            self.0.push(']');
        }
    }

    #[test]
    fn messages_are_filled_with_segments() {
        let locales = Locales::default();
        let english = locales.of(&Language::parse("en").unwrap());
        let items = ["a", "b", "c"].map(|text| Description::marked(Mark::Key, text));
        let list = english.describe_list(items.to_vec());
        let about = described!(english, GapAbout, "issues": list);
        let mut out = Brackets(String::new());
        about.write_to(&mut out);
        assert_eq!(out.0, "On [a], [b] and [c].");
        assert_eq!(about.to_string(), "On a, b and c.");
    }

    #[test]
    fn no_input_has_what_holds_the_places() {
        assert!(PLACES.iter().all(|place| unsafe_character(place).is_some()));
    }
}
