//! The parser's events to a [`Tree`], within the limits.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks};

use super::anchors::Anchors;
use super::input::Input;
use super::limits::MOST_DEPTH;
use super::offsets::Offsets;
use super::tree::{Tree, Value};
use super::{raw, refusal, syntax};
use crate::diagnostics::{Diagnostic, Place, Span};

/// What was made of a text.
pub(super) struct Built<'a> {
    /// Its values; none where it is not well-formed or exceeds a limit.
    pub(super) tree: Option<Tree<'a>>,
    /// What is wrong with it as YAML.
    pub(super) faults: Vec<Diagnostic>,
}

/// Parses a text.
pub(super) fn build(input: Input<'_>) -> Built<'_> {
    let mut builder = Builder::new(input);
    let tree = match builder.read() {
        Ok(()) => Some(builder.tree),
        Err(fault) => {
            builder.faults.push(*fault);
            None
        }
    };
    Built {
        tree,
        faults: builder.faults,
    }
}

struct Builder<'a> {
    input: Input<'a>,
    offsets: Offsets<'a>,
    tree: Tree<'a>,
    open: Vec<Open>,
    anchors: Anchors,
    documents: usize,
    faults: Vec<Diagnostic>,
}

/// A sequence or mapping that has not ended.
struct Open {
    index: usize,
    start: usize,
    anchor: usize,
    is_mapping: bool,
    children: usize,
    /// The place of the last key.
    key: Option<Span>,
    /// How many values it stands for with all aliases followed.
    size: usize,
}

impl Open {
    fn awaits_key(&self) -> bool {
        self.is_mapping && self.children.is_multiple_of(2)
    }
}

impl<'a> Builder<'a> {
    fn new(input: Input<'a>) -> Self {
        Self {
            input,
            offsets: Offsets::new(input.text),
            tree: Tree::default(),
            open: Vec::new(),
            anchors: Anchors::default(),
            documents: 0,
            faults: Vec::new(),
        }
    }

    fn read(&mut self) -> Result<(), Box<Diagnostic>> {
        for event in Parser::new_from_str(self.input.text) {
            let (event, marks) = event.map_err(|error| Box::new(self.malformed(&error)))?;
            self.take(event, marks)?;
            if self.documents > 1 {
                break;
            }
        }
        Ok(())
    }

    fn malformed(&self, error: &ScanError) -> Diagnostic {
        let byte = self.offsets.byte(error.marker().index());
        syntax::malformed(self.input, byte, error.info())
    }

    fn take(&mut self, event: Event<'a>, marks: Marks) -> Result<(), Box<Diagnostic>> {
        let start = self.offsets.byte(marks.start.index());
        let end = self.offsets.byte(marks.end.index());
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) => {
                self.start_document(start, end);
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                let start = self.skip_properties(start, anchor > 0, tag.is_some());
                let plain = style == ScalarStyle::Plain;
                let span = self.scalar_span(start, end, style, text.is_empty());
                self.add(span, Value::Scalar { text, plain }, anchor, 1);
                Ok(())
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
            Event::Alias(anchor) => self.add_alias(self.span(start, end), anchor),
        }
    }

    fn start_document(&mut self, start: usize, end: usize) {
        self.documents += 1;
        if self.documents > 1 {
            let place = Place::At(self.span(start, end));
            self.faults.push(refusal::second_document(place));
        }
    }

    /// Moves a start past `&anchor` and `!tag`, and reports the tag.
    fn skip_properties(&mut self, start: usize, anchored: bool, tagged: bool) -> usize {
        if !anchored && !tagged {
            return start;
        }
        let properties = raw::properties(self.input.text, start);
        if tagged {
            let tag = properties.tag.unwrap_or(start..start);
            let place = Place::At(self.span(tag.start, tag.end));
            self.faults.push(refusal::tag(place));
        }
        properties.end
    }

    /// Returns the place of a scalar; where nothing is written, that of its key.
    fn scalar_span(&self, start: usize, end: usize, style: ScalarStyle, is_empty: bool) -> Span {
        let key = self.open.last().filter(|open| !open.awaits_key());
        match key.and_then(|open| open.key) {
            Some(key) if is_empty && style == ScalarStyle::Plain => key,
            _ => {
                let range = raw::scalar(self.input.text, start, end, style);
                self.span(range.start, range.end)
            }
        }
    }

    fn add(&mut self, span: Span, value: Value<'a>, anchor: usize, size: usize) {
        let index = self.tree.push(span, value);
        self.anchors.define(anchor, index, Some(size));
        self.count(span, size);
    }

    fn add_alias(&mut self, span: Span, anchor: usize) -> Result<(), Box<Diagnostic>> {
        let target = self.anchors.follow(anchor, Place::At(span))?;
        let is_collection = self
            .tree
            .node(target.index)
            .is_some_and(|node| !matches!(node.value, Value::Scalar { .. }));
        if is_collection {
            self.refuse_as_key(span);
        }
        self.add(span, Value::Alias(target.index), 0, target.size);
        Ok(())
    }

    fn open(
        &mut self,
        start: usize,
        anchor: usize,
        value: Value<'a>,
    ) -> Result<(), Box<Diagnostic>> {
        let span = self.span(start, raw::character(self.input.text, start).end);
        if self.open.len() >= MOST_DEPTH {
            return Err(refusal::too_deep(Place::At(span)).into());
        }
        self.refuse_as_key(span);
        let is_mapping = matches!(value, Value::Mapping);
        let index = self.tree.push(span, value);
        self.anchors.define(anchor, index, None);
        self.open.push(Open {
            index,
            start,
            anchor,
            is_mapping,
            children: 0,
            key: None,
            size: 1,
        });
        Ok(())
    }

    fn close(&mut self, end: usize) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        let range = raw::collection(self.input.text, closed.start, end);
        let span = self.span(range.start, range.end);
        self.tree.close(closed.index, span);
        self.anchors
            .define(closed.anchor, closed.index, Some(closed.size));
        self.count(span, closed.size);
    }

    /// Counts a value as its parent's.
    fn count(&mut self, span: Span, size: usize) {
        if let Some(parent) = self.open.last_mut() {
            if parent.awaits_key() {
                parent.key = Some(span);
            }
            parent.children += 1;
            parent.size = parent.size.saturating_add(size);
        }
    }

    fn refuse_as_key(&mut self, span: Span) {
        if self.open.last().is_some_and(Open::awaits_key) {
            self.faults.push(refusal::key(Place::At(span)));
        }
    }

    /// Makes a span of the whole input from bytes of the text.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(start + self.input.skipped, end + self.input.skipped)
    }
}
