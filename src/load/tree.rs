//! Holds the input as a tree of values and places, before anything is known of the format.

use std::borrow::Cow;

use crate::diagnostics::Span;

/// All values of an input, each before its children.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    /// The input.
    pub(super) text: &'a str,
    nodes: Vec<Node<'a>>,
}

#[derive(Debug)]
struct Node<'a> {
    /// The value's bytes; of a sequence or a mapping no more than its first line.
    span: Span,
    value: Value<'a>,
    /// The index of the next node that is no child of this one.
    after: usize,
}

#[derive(Debug)]
pub(super) enum Value<'a> {
    Scalar {
        text: Cow<'a, str>,
        /// Not quoted, no block: such a text may also be a number, or nothing.
        plain: bool,
    },
    Sequence,
    /// Keys and values by turns.
    Mapping,
    /// The value at that index, which is no alias.
    Alias(usize),
}

/// How much a value stands for with all aliases in it followed.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    pub(super) values: usize,
    /// The bytes of its texts.
    pub(super) bytes: usize,
}

impl Size {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            values: self.values.saturating_add(other.values),
            bytes: self.bytes.saturating_add(other.bytes),
        }
    }
}

/// How many values an input may have: far more than anyone reads on paper.
pub(super) const MOST_VALUES: usize = 500_000;

impl<'a> Tree<'a> {
    /// Makes an empty tree, with room for as many values as a text of this length mostly has:
    /// growing it would touch twice the memory.
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            nodes: Vec::with_capacity(text.len() / 12),
        }
    }

    /// Takes the places of its values in another text, in which they stand elsewhere.
    pub(super) fn placed(mut self, text: &'a str, placed: impl Fn(Span) -> Span) -> Self {
        for node in &mut self.nodes {
            node.span = placed(node.span);
        }
        self.text = text;
        self
    }

    /// Says whether it has as many values as an input may have.
    pub(super) fn is_full(&self) -> bool {
        self.nodes.len() > MOST_VALUES
    }

    /// Adds a value and returns its index.
    pub(super) fn push(&mut self, span: Span, value: Value<'a>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(Node {
            span,
            value,
            after: index + 1,
        });
        index
    }

    /// Writes a text in the place of one that is empty.
    pub(super) fn fill(&mut self, index: usize, text: Cow<'a, str>, span: Span) {
        let node = self.nodes.get_mut(index);
        let is_blank = |node: &&mut Node<'_>| matches!(&node.value, Value::Scalar { text, plain: true } if text.is_empty());
        if let Some(node) = node.filter(is_blank) {
            node.span = span;
            node.value = Value::Scalar { text, plain: true };
        }
    }

    /// Ends a sequence or a mapping: all nodes added since are its own.
    pub(super) fn close(&mut self, index: usize, span: Span) {
        let after = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(index) {
            node.after = after;
            node.span = span;
        }
    }

    pub(super) fn is_collection(&self, index: usize) -> bool {
        let node = self.nodes.get(index);
        node.is_some_and(|node| matches!(node.value, Value::Sequence | Value::Mapping))
    }

    pub(super) fn root(&self) -> Option<Cursor<'_>> {
        self.cursor(0)
    }

    fn cursor(&self, index: usize) -> Option<Cursor<'_>> {
        let node = self.nodes.get(index)?;
        Some(Cursor {
            tree: self,
            node,
            index,
        })
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    tree: &'t Tree<'t>,
    node: &'t Node<'t>,
    index: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn span(self) -> Span {
        self.node.span
    }

    pub(super) fn value(self) -> &'t Value<'t> {
        &self.node.value
    }

    pub(super) fn text(self) -> Option<&'t str> {
        match self.value() {
            Value::Scalar { text, .. } => Some(text),
            Value::Sequence | Value::Mapping | Value::Alias(_) => None,
        }
    }

    /// Returns the text of a scalar that is neither quoted nor a block.
    pub(super) fn plain_text(self) -> Option<&'t str> {
        match self.value() {
            Value::Scalar { text, plain: true } => Some(text),
            Value::Scalar { .. } | Value::Sequence | Value::Mapping | Value::Alias(_) => None,
        }
    }

    /// Says whether nothing is written where a value could be.
    pub(super) fn is_blank(self) -> bool {
        self.plain_text().is_some_and(str::is_empty)
    }

    fn resolved(self) -> Self {
        match self.value() {
            Value::Alias(target) => self.tree.cursor(*target).unwrap_or(self),
            Value::Scalar { .. } | Value::Sequence | Value::Mapping => self,
        }
    }

    /// Goes through the items of a sequence; nothing written is an empty one.
    pub(super) fn sequence(self) -> Option<Children<'t>> {
        let is_sequence = matches!(self.value(), Value::Sequence) || self.is_blank();
        is_sequence.then(|| self.children())
    }

    /// Goes through the keys and values of a mapping; nothing written is an empty one.
    pub(super) fn mapping(self) -> Option<Entries<'t>> {
        let is_mapping = matches!(self.value(), Value::Mapping) || self.is_blank();
        is_mapping.then(|| Entries(self.children()))
    }

    pub(super) fn alone(self) -> Children<'t> {
        Children {
            next: self.index,
            ..self.children()
        }
    }

    /// Returns how many values it stands for, and of how many bytes its texts are, aliases followed.
    pub(super) fn expanded(self) -> (usize, usize) {
        let of_text = self.text().map_or(0, str::len);
        let children = self.children().map(Self::expanded);
        children.fold((1, of_text), |(values, bytes), (more, longer)| {
            (values.saturating_add(more), bytes.saturating_add(longer))
        })
    }

    fn children(self) -> Children<'t> {
        Children {
            tree: self.tree,
            next: self.index + 1,
            end: self.node.after,
        }
    }
}

/// Children of a value in the order of the input, aliases resolved.
#[derive(Clone, Debug)]
pub(super) struct Children<'t> {
    tree: &'t Tree<'t>,
    next: usize,
    end: usize,
}

impl<'t> Iterator for Children<'t> {
    type Item = Cursor<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let child = self.tree.cursor(self.next)?;
        self.next = child.node.after;
        Some(child.resolved())
    }
}

/// Keys and values of a mapping in the order of the input, aliases resolved.
#[derive(Clone, Debug)]
pub(super) struct Entries<'t>(Children<'t>);

impl<'t> Iterator for Entries<'t> {
    type Item = (Cursor<'t>, Cursor<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().zip(self.0.next())
    }
}
