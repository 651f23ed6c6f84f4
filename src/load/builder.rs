//! Builds the tree of values from the parser's events, within the limits.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::items::Kept;
use super::positions::{self, Offsets};
use super::tree::{Size, Tree, Value};
use super::yaml_faults::{self, MOST_ALIASED, MOST_ALIASED_BYTES, MOST_DEPTH};
use super::{comments, key_slips, rules, yaml_blocks, yaml_margins, yaml_slips};
use crate::diagnostics::{Diagnostic, Place, Span};

/// Parses a text. There is no tree where it is not well-formed or exceeds a limit.
///
/// Items that were kept of it need not be parsed again.
pub(super) fn build<'a>(
    text: &'a str,
    kept: Option<&'a Kept>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Tree<'a>> {
    let mut builder = Builder {
        text,
        offsets: Offsets::new(text),
        tree: Tree::of(text),
        open: Vec::new(),
        anchors: BTreeMap::new(),
        unused: BTreeMap::new(),
        aliased: Size::default(),
        documents: 0,
        faults,
    };
    match builder.read(kept) {
        Ok(()) => {
            builder.report_unused_anchors();
            Some(builder.tree)
        }
        Err(fault) => {
            faults.push(*fault);
            None
        }
    }
}

struct Builder<'a, 'f> {
    text: &'a str,
    offsets: Offsets<'a>,
    tree: Tree<'a>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Anchored>,
    /// The marks of texts that no alias has repeated so far.
    unused: BTreeMap<usize, Span>,
    /// What all aliases so far stand for.
    aliased: Size,
    documents: usize,
    faults: &'f mut Vec<Diagnostic>,
}

#[derive(Clone, Copy)]
struct Anchored {
    index: usize,
    /// Unknown as long as the value has not ended.
    size: Option<Size>,
}

/// A sequence or mapping that has not ended.
struct Open {
    index: usize,
    start: usize,
    anchor: usize,
    is_mapping: bool,
    children: usize,
    key: Option<Span>,
    /// Its own, and that of its children so far.
    size: Size,
}

impl Open {
    fn awaits_key(&self) -> bool {
        self.is_mapping && self.children.is_multiple_of(2)
    }
}

impl<'a> Builder<'a, '_> {
    fn read(&mut self, kept: Option<&'a Kept>) -> Result<(), Box<Diagnostic>> {
        if let Some(events) = kept.and_then(|kept| kept.events(self.text)) {
            for (event, range) in events {
                self.take(event, range)?;
                if self.documents > 1 {
                    break;
                }
            }
            return Ok(());
        }
        if let Some(fault) = yaml_margins::around(self.text) {
            return Err(fault.into());
        }
        for event in Parser::new_from_str(self.text) {
            let (event, marks) = event.map_err(|error| {
                let byte = self.offsets.byte(error.marker().index());
                Box::new(yaml_faults::malformed(self.text, byte, error.info()))
            })?;
            let start = self.offsets.byte(marks.start.index());
            let end = self.offsets.byte(marks.end.index());
            self.take(event, start..end)?;
            if self.documents > 1 {
                break;
            }
        }
        Ok(())
    }

    fn take(&mut self, event: Event<'a>, range: Range<usize>) -> Result<(), Box<Diagnostic>> {
        let Range { start, end } = range;
        if self.tree.is_full() {
            let place = Place::At(positions::character(self.text, start));
            return Err(yaml_faults::too_many(place).into());
        }
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) => self.start_document(start, end),
            Event::Scalar(text, style, anchor, tag) => {
                self.take_scalar(text, style, (anchor, tag.is_some()), start..end)
            }
            Event::SequenceStart(anchor, tag) => {
                let start = self.skip_properties(start, anchor > 0, tag.is_some());
                self.open(start, anchor, Value::Sequence)
            }
            Event::MappingStart(anchor, tag) => {
                let start = self.skip_properties(start, anchor > 0, tag.is_some());
                self.open(start, anchor, Value::Mapping)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.close(start);
                Ok(())
            }
            Event::Alias(anchor) => self.add_alias(Span::new(start, end), anchor),
        }
    }

    fn take_scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        (anchor, is_tagged): (usize, bool),
        range: Range<usize>,
    ) -> Result<(), Box<Diagnostic>> {
        let begins = range.start;
        let plain = style == ScalarStyle::Plain;
        if plain && self.open.last().is_some_and(Open::awaits_key) {
            self.take_key(&text, begins)?;
        }
        let start = self.skip_properties(begins, anchor > 0, is_tagged);
        if anchor > 0 {
            self.unused.insert(anchor, Span::new(begins, start));
        }
        if plain && self.open.last().is_some_and(|open| !open.is_mapping) {
            let item = yaml_blocks::item_in_item(self.text, start..range.end);
            item.map_or(Ok(()), |slip| Err(Box::new(slip)))?;
        }
        let is_blank = text.is_empty() && plain;
        if is_blank && is_tagged {
            let (text, span) = self.marked(begins..start);
            let value = Value::Scalar { text, plain };
            self.add(span, value, anchor, Size::default());
            return Ok(());
        }
        let span = self.scalar_span(start, range.end, style, text.is_empty());
        let size = Size {
            values: 1,
            bytes: text.len(),
        };
        self.warn_of_comments(start, span, is_blank);
        self.add(span, Value::Scalar { text, plain }, anchor, size);
        Ok(())
    }

    /// Refuses a key of which a part was not meant as such.
    fn take_key(&self, key: &str, start: usize) -> Result<(), Box<Diagnostic>> {
        let slip = yaml_slips::key_after_odd_space(self.text, start);
        let slip = slip.or_else(|| match key {
            "" => key_slips::two_commas(self.text, start),
            two if two.contains('{') => yaml_blocks::key_before_brace(self.text, start),
            _ => None,
        });
        slip.map_or(Ok(()), |slip| Err(slip.into()))
    }

    /// Returns what stands for a value that YAML takes for nothing: the tag or the mark that it has, which
    /// is a word of the text, most likely.
    fn marked(&self, range: Range<usize>) -> (Cow<'a, str>, Span) {
        let raw = self.text.get(range.clone()).unwrap_or("").trim_end();
        let span = Span::new(range.start, range.start + raw.len());
        (Cow::Borrowed(raw), span)
    }

    /// Reports a second document. Whether what stands in it belongs to the first is not known.
    fn start_document(&mut self, start: usize, end: usize) -> Result<(), Box<Diagnostic>> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let before = self.text.get(..start).unwrap_or("").trim_end();
        let ends = before.strip_suffix("...");
        let ends = ends.filter(|before| before.is_empty() || before.ends_with('\n'));
        let span = ends.map_or(Span::new(start, end), |ends| {
            Span::new(ends.len(), before.len())
        });
        let fault = yaml_faults::second_document(Place::At(span));
        let rest = self.text.get(end..);
        if rest.is_none_or(|rest| rest.trim().is_empty()) {
            self.faults.push(fault);
            return Ok(());
        }
        Err(fault.into())
    }

    /// Moves a start past `&anchor` and `!tag`, and reports the tag.
    fn skip_properties(&mut self, start: usize, anchored: bool, tagged: bool) -> usize {
        if !anchored && !tagged {
            return start;
        }
        let properties = positions::properties(self.text, start);
        if tagged {
            let tag = properties.tag.unwrap_or(Span::new(start, start));
            self.faults
                .push(yaml_faults::tag(self.text, Place::At(tag)));
        }
        properties.end
    }

    /// Warns of a comment that was most likely meant as text: where there is no other value, and
    /// after the comma behind one.
    fn warn_of_comments(&mut self, start: usize, span: Span, is_blank: bool) {
        let rest = self.text.get(span.end..).unwrap_or("");
        let trimmed = rest.trim_start_matches([' ', '\t']);
        let behind = if is_blank {
            let is_key = span.start < start && trimmed.starts_with(':');
            Some(if is_key {
                self.text.len() - trimmed.len() + 1
            } else {
                start
            })
        } else {
            let is_comma = trimmed.starts_with(',');
            is_comma.then(|| self.text.len() - trimmed.len() + 1)
        };
        let comment = behind.and_then(|behind| comments::after(self.text, behind));
        if let Some(comment) = comment {
            self.faults.push(rules::cut_text::fault(comment, false));
        }
    }

    /// Reports anchors of texts that nothing repeats: words that begin with `&`, most likely.
    fn report_unused_anchors(&mut self) {
        for (anchor, span) in &self.unused {
            let raw = self.text.get(span.range()).unwrap_or("");
            if let Some(of) = self.anchors.get(anchor) {
                let (text, span) = self.marked(span.range());
                self.tree.fill(of.index, text, span);
            }
            let Some(at) = raw.find('&') else { continue };
            let (_, mark) = raw.split_at(at);
            let mark = mark.split_whitespace().next().unwrap_or(mark);
            let start = span.start + at;
            let place = Place::At(Span::new(start, start + mark.len()));
            self.faults.push(yaml_faults::unused_anchor(
                self.text,
                place,
                mark.trim_start_matches('&'),
            ));
        }
    }

    /// Returns the place of a scalar; where nothing is written, that of its key.
    fn scalar_span(&self, start: usize, end: usize, style: ScalarStyle, is_empty: bool) -> Span {
        let key = self.open.last().filter(|open| !open.awaits_key());
        match key.and_then(|open| open.key) {
            Some(key) if is_empty && style == ScalarStyle::Plain => key,
            _ => positions::scalar(self.text, start, end, style),
        }
    }

    fn add(&mut self, span: Span, value: Value<'a>, anchor: usize, size: Size) {
        let index = self.tree.push(span, value);
        self.anchor(anchor, index, Some(size));
        self.count(span, size);
    }

    /// Notes a value under its anchor; 0 is none.
    fn anchor(&mut self, anchor: usize, index: usize, size: Option<Size>) {
        if anchor > 0 {
            self.anchors.insert(anchor, Anchored { index, size });
        }
    }

    /// Adds an alias, unless its value contains it or all aliases together stand for too much.
    fn add_alias(&mut self, span: Span, anchor: usize) -> Result<(), Box<Diagnostic>> {
        self.unused.remove(&anchor);
        let target = self.anchors.get(&anchor).copied();
        let target = target.and_then(|target| Some((target.index, target.size?)));
        let Some((index, size)) = target else {
            return Err(yaml_faults::endless_alias(Place::At(span)).into());
        };
        self.aliased = self.aliased.plus(size);
        if self.aliased.values > MOST_ALIASED {
            return Err(yaml_faults::too_many_aliased(Place::At(span)).into());
        }
        if self.aliased.bytes > MOST_ALIASED_BYTES {
            return Err(yaml_faults::too_much_aliased(Place::At(span)).into());
        }
        if self.tree.is_collection(index) {
            self.refuse_as_key(span);
        }
        self.add(span, Value::Alias(index), 0, size);
        Ok(())
    }

    fn open(
        &mut self,
        start: usize,
        anchor: usize,
        value: Value<'a>,
    ) -> Result<(), Box<Diagnostic>> {
        let span = positions::character(self.text, start);
        if self.open.len() >= MOST_DEPTH {
            return Err(yaml_faults::too_deep(Place::At(span)).into());
        }
        if self.open.last().is_some_and(Open::awaits_key)
            && let Some(slip) = key_slips::ticked_item(self.text, start)
        {
            return Err(slip.into());
        }
        self.refuse_as_key(span);
        let opens = self.text.get(span.range());
        if matches!(opens, Some("[" | "{"))
            && let Some(comment) = comments::after(self.text, span.end)
        {
            self.faults.push(rules::cut_text::fault(comment, false));
        }
        let is_mapping = matches!(value, Value::Mapping);
        let index = self.tree.push(span, value);
        self.anchor(anchor, index, None);
        self.open.push(Open {
            index,
            start,
            anchor,
            is_mapping,
            children: 0,
            key: None,
            size: Size {
                values: 1,
                bytes: 0,
            },
        });
        Ok(())
    }

    fn close(&mut self, end: usize) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        let span = positions::collection(self.text, closed.start, end);
        self.tree.close(closed.index, span);
        self.anchor(closed.anchor, closed.index, Some(closed.size));
        self.count(span, closed.size);
    }

    /// Counts a value as its parent's.
    fn count(&mut self, span: Span, size: Size) {
        if let Some(parent) = self.open.last_mut() {
            if parent.awaits_key() {
                parent.key = Some(span);
            }
            parent.children += 1;
            parent.size = parent.size.plus(size);
        }
    }

    fn refuse_as_key(&mut self, span: Span) {
        if self.open.last().is_some_and(Open::awaits_key) {
            self.faults.push(yaml_faults::key(Place::At(span)));
        }
    }
}
