//! Parses a text that was parsed before, but for what changed: the items of its lists are parsed one by
//! one, and are kept.
//!
//! The text with a word in the place of each item is parsed by itself, and tells whether they are items
//! at all. In doubt nothing is made of them, and the text is parsed as a whole.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::positions::Offsets;

/// What stands in the place of an item.
const PLACEHOLDER: &str = "- x";

/// The items of a text that was read, for the next reading of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    /// Each with the byte at which it begins.
    items: Vec<(usize, Arc<Item>)>,
    /// How many of them were parsed for this reading.
    #[cfg(test)]
    parsed: usize,
}

/// An item of a list, from the line of its dash to that of the next.
#[derive(Debug)]
struct Item {
    text: String,
    /// What is in it, in order; nothing if it may mean something else by itself.
    parts: Option<Vec<Part>>,
}

/// What begins, ends or stands between two bytes of an item.
#[derive(Debug)]
struct Part {
    range: Range<usize>,
    what: What,
}

#[derive(Debug)]
enum What {
    /// The text, unless it is as it is written.
    Scalar(ScalarStyle, Option<Box<str>>),
    Sequence,
    Mapping,
    SequenceEnd,
    MappingEnd,
}

/// An item that a text is shortened by.
struct Left<'k> {
    item: &'k Item,
    start: usize,
    /// Where its placeholder stands.
    short: Range<usize>,
}

/// What a shortened text is made of.
enum Step<'k> {
    Event(Event<'static>, Range<usize>),
    Item(usize, &'k Item),
}

impl Kept {
    /// Takes the items of a text; those that did not change are another reading's.
    pub(super) fn of(text: &str, before: &Self) -> Self {
        let ranges = items(text);
        let old = &before.items;
        let is_same = |((_, old), new): (&(usize, Arc<Item>), &Range<usize>)| {
            text.get(new.clone()) == Some(&*old.text)
        };
        let first = old.iter().zip(&ranges).take_while(|pair| is_same(*pair));
        let first = first.count();
        let most = old.len().min(ranges.len()) - first;
        let ends = old.iter().rev().zip(ranges.iter().rev()).take(most);
        let last = ends.take_while(|pair| is_same(*pair)).count();
        let changed = first..ranges.len() - last;
        let moved = old.len().wrapping_sub(ranges.len());
        let items = ranges.iter().enumerate().map(|(number, range)| {
            let known = match number {
                _ if changed.contains(&number) => None,
                _ if number < first => old.get(number),
                _ => old.get(number.wrapping_add(moved)),
            };
            let parse = || Arc::new(Item::parse(text.get(range.clone()).unwrap_or("")));
            let item = known.map_or_else(parse, |(_, item)| Arc::clone(item));
            (range.start, item)
        });
        Self {
            items: items.collect(),
            #[cfg(test)]
            parsed: changed.len(),
        }
    }

    /// Returns the events of the text of which these are the items, as they are where it is parsed as a
    /// whole, with their bytes; nothing if that is not certain.
    pub(super) fn events(
        &self,
        text: &str,
    ) -> Option<impl Iterator<Item = (Event<'_>, Range<usize>)>> {
        let (short, left) = self.shorten(text);
        let offsets = Offsets::new(&short);
        let mut steps = Vec::new();
        let mut next = left.iter().peekable();
        for event in Parser::new_from_str(&short) {
            let (event, marks) = event.ok()?;
            let (start, end) = (marks.start.index(), marks.end.index());
            let (start, end) = (offsets.byte(start), offsets.byte(end));
            let is_word =
                matches!(&event, Event::Scalar(text, ScalarStyle::Plain, 0, None) if text == "x");
            let is_here = |left: &&Left<'_>| is_word && start + 1 == left.short.end;
            steps.push(match next.next_if(is_here) {
                Some(left) => Step::Item(left.start, left.item),
                None => Step::Event(owned(event), long(start, &left)..long(end, &left)),
            });
        }
        let is_whole = next.peek().is_none();
        is_whole.then(|| steps.into_iter().flat_map(Step::events))
    }

    /// Returns a text with a word in the place of each of these items, and where they stood.
    fn shorten(&self, text: &str) -> (String, Vec<Left<'_>>) {
        let (mut short, mut left) = (String::new(), Vec::new());
        let mut from = 0;
        for (start, item) in &self.items {
            if item.parts.is_none() {
                continue;
            }
            short.push_str(text.get(from..*start).unwrap_or(""));
            from = start + item.text.len();
            let begin = short.len();
            short.extend(item.text.chars().take_while(|c| *c == ' '));
            short.push_str(PLACEHOLDER);
            left.push(Left {
                item,
                start: *start,
                short: begin..short.len(),
            });
            short.push('\n');
        }
        short.push_str(text.get(from..).unwrap_or(""));
        (short, left)
    }
}

/// Returns where a byte of a shortened text stands in the whole one.
fn long(byte: usize, left: &[Left<'_>]) -> usize {
    let before = left.partition_point(|left| left.short.start <= byte);
    let Some(last) = before.checked_sub(1).and_then(|last| left.get(last)) else {
        return byte;
    };
    if byte < last.short.end {
        return byte - last.short.start + last.start;
    }
    // A line break follows each placeholder, as it ends each item.
    let end = last.start + last.item.text.len();
    end + byte.saturating_sub(last.short.end + 1)
}

impl<'k> Step<'k> {
    fn events(self) -> impl Iterator<Item = (Event<'k>, Range<usize>)> {
        let (event, item) = match self {
            Self::Event(event, range) => (Some((event, range)), None),
            Self::Item(start, item) => (None, Some(item.events(start))),
        };
        event.into_iter().chain(item.into_iter().flatten())
    }
}

impl Item {
    fn parse(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            parts: parts(text),
        }
    }

    /// Returns its events where it begins at a byte of a text.
    fn events(&self, start: usize) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        let parts = self.parts.iter().flatten();
        parts.map(move |Part { range, what }| {
            let event = match what {
                What::Scalar(style, text) => {
                    let written = || self.text.get(range.clone()).unwrap_or("");
                    let text = text.as_deref().unwrap_or_else(written);
                    Event::Scalar(Cow::Borrowed(text), *style, 0, None)
                }
                What::Sequence => Event::SequenceStart(0, None),
                What::Mapping => Event::MappingStart(0, None),
                What::SequenceEnd => Event::SequenceEnd,
                What::MappingEnd => Event::MappingEnd,
            };
            (event, start + range.start..start + range.end)
        })
    }
}

/// Parses a list of one item. Nothing is returned if it is none, or hangs together with what stands
/// elsewhere.
fn parts(text: &str) -> Option<Vec<Part>> {
    let offsets = Offsets::new(text);
    let mut parts = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, marks) = event.ok()?;
        let range = offsets.byte(marks.start.index())..offsets.byte(marks.end.index());
        let what = match event {
            Event::StreamStart
            | Event::DocumentStart(false)
            | Event::DocumentEnd
            | Event::StreamEnd => continue,
            Event::Scalar(value, style, 0, None) => {
                let is_as_written = text.get(range.clone()) == Some(&*value);
                What::Scalar(style, (!is_as_written).then(|| value.into()))
            }
            Event::SequenceStart(0, None) => What::Sequence,
            Event::MappingStart(0, None) => What::Mapping,
            Event::SequenceEnd => What::SequenceEnd,
            Event::MappingEnd => What::MappingEnd,
            Event::Nothing
            | Event::DocumentStart(true)
            | Event::Alias(_)
            | Event::Scalar(..)
            | Event::SequenceStart(..)
            | Event::MappingStart(..) => return None,
        };
        parts.push(Part { range, what });
    }
    // The list itself is the whole text's.
    let end = parts.pop().map(|part| part.what);
    let list = parts.drain(..1.min(parts.len())).next();
    let list = list.map(|part| part.what);
    let is_list = matches!((list, end), (Some(What::Sequence), Some(What::SequenceEnd)));
    (is_list && is_one(&parts)?).then_some(parts)
}

/// Says whether these are one value; nothing if they are none at all.
fn is_one(parts: &[Part]) -> Option<bool> {
    let (mut depth, mut values) = (0_usize, 0);
    for part in parts {
        match part.what {
            What::SequenceEnd | What::MappingEnd => depth = depth.checked_sub(1)?,
            What::Scalar(..) => values += usize::from(depth == 0),
            What::Sequence | What::Mapping => {
                values += usize::from(depth == 0);
                depth += 1;
            }
        }
    }
    Some(depth == 0 && values == 1)
}

fn owned(event: Event<'_>) -> Event<'static> {
    let kept =
        |tag: Option<Cow<'_, saphyr_parser::Tag>>| tag.map(|tag| Cow::Owned(tag.into_owned()));
    match event {
        Event::Scalar(text, style, anchor, tag) => {
            Event::Scalar(Cow::Owned(text.into_owned()), style, anchor, kept(tag))
        }
        Event::SequenceStart(anchor, tag) => Event::SequenceStart(anchor, kept(tag)),
        Event::MappingStart(anchor, tag) => Event::MappingStart(anchor, kept(tag)),
        Event::Alias(anchor) => Event::Alias(anchor),
        Event::DocumentStart(is_explicit) => Event::DocumentStart(is_explicit),
        Event::Nothing => Event::Nothing,
        Event::StreamStart => Event::StreamStart,
        Event::StreamEnd => Event::StreamEnd,
        Event::DocumentEnd => Event::DocumentEnd,
        Event::SequenceEnd => Event::SequenceEnd,
        Event::MappingEnd => Event::MappingEnd,
    }
}

/// Where the lines of a text are.
enum Place {
    Elsewhere,
    /// Below a key without a value.
    BelowKey,
    /// In a list, the dashes of which are indented so far.
    InList(usize),
}

/// Returns the bytes of what look like the items of the lists below the keys of a text.
fn items(text: &str) -> Vec<Range<usize>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut place = Place::Elsewhere;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        let is_silent = words.starts_with('#') || words.trim_ascii().is_empty();
        let is_dash = words.starts_with("- ");
        let begins = match place {
            Place::BelowKey => is_dash,
            Place::InList(list) => is_dash && indent == list,
            Place::Elsewhere => false,
        };
        if begins {
            items.push(start..end);
            place = Place::InList(indent);
        } else if matches!(place, Place::InList(list) if is_silent || indent > list) {
            if let Some(item) = items.last_mut() {
                item.end = end;
            }
        } else if !is_silent {
            let is_key = indent == 0 && words.trim_ascii_end().ends_with(':');
            place = if is_key {
                Place::BelowKey
            } else {
                Place::Elsewhere
            };
        }
        start = end;
    }
    items
}
