//! Refuses a locale file that has anything in it that would show only in a page: unknown messages
//! and values, functions, circles, markup, unsafe characters, and messages that cannot be set.

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{
    Attribute, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement,
};

use super::error::LocaleError;
use super::message::Message;
use super::nesting::{Extent, MOST_OPEN, not_parsed, unescaped};
use crate::model::unsafe_character;

/// The most braces that may be filled for one message, in it and in those that it refers to: Fluent
/// breaks off after them.
const MOST_FILLED: usize = 100;

/// Parses a locale file, and looks through it.
pub(super) fn parse(tag: &str, text: &str) -> Result<FluentResource, LocaleError> {
    if let Some((byte, message)) = not_parsed(text) {
        return Err(LocaleError::at(tag, text, byte, message));
    }
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let error = errors.first();
        let byte = error.map_or(0, |error| error.pos.start);
        let message = error.map(|error| error.kind.to_string());
        LocaleError::at(tag, text, byte, lowered(&message.unwrap_or_default()))
    })?;
    if let Err((part, message)) = Walk::through(&entries(&resource)) {
        let source = resource.source();
        let byte = part.as_ptr() as usize - source.as_ptr() as usize;
        return Err(LocaleError::at(tag, source, byte, message));
    }
    Ok(resource)
}

fn lowered(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// Sets every message of a file once with texts and once with numbers, before any page needs it.
pub(super) fn set_each(
    tag: &str,
    bundle: &FluentBundle<FluentResource>,
) -> Result<(), LocaleError> {
    for message in Message::all() {
        let found = bundle.get_message(message.id());
        let Some(pattern) = found.and_then(|found| found.value()) else {
            continue;
        };
        let (mut texts, mut numbers) = (FluentArgs::new(), FluentArgs::new());
        for name in message.variables() {
            texts.set(*name, "x");
            numbers.set(*name, 2);
        }
        let mut errors = Vec::new();
        for values in [texts, numbers] {
            bundle.format_pattern(pattern, Some(&values), &mut errors);
        }
        if let Some(error) = errors.first() {
            let message = format!("`{}` cannot be set: {error}", message.id());
            return Err(LocaleError::of_file(tag, message));
        }
    }
    Ok(())
}

/// A message or a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Id<'a> {
    Message(&'a str),
    Term(&'a str),
}

impl<'a> Id<'a> {
    fn name(self) -> &'a str {
        let (Self::Message(name) | Self::Term(name)) = self;
        name
    }
}

impl fmt::Display for Id<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(name) => formatter.write_str(name),
            Self::Term(name) => write!(formatter, "-{name}"),
        }
    }
}

/// The values that an entry is given.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Given<'a> {
    /// Those of a message.
    Message(&'static [&'static str]),
    /// Those that a reference to a term names. A term that is not given what a form is chosen by
    /// takes the default.
    Term(Vec<&'a str>),
    /// Any: no message refers to the entry.
    Any,
}

/// Where a fault is, as a part of the file, and what it is.
type Fault<'a> = (&'a str, String);

/// The patterns of every entry of a file: of its value, and of its attributes.
type Entries<'a> = BTreeMap<Id<'a>, Patterns<'a>>;

struct Patterns<'a> {
    value: Option<&'a Pattern<&'a str>>,
    attributes: &'a [Attribute<&'a str>],
}

impl<'a> Patterns<'a> {
    fn all(&self) -> impl Iterator<Item = &'a Pattern<&'a str>> {
        let attributes = self.attributes.iter().map(|attribute| &attribute.value);
        self.value.into_iter().chain(attributes)
    }

    /// Says whether there is a value, or an attribute if that is named.
    fn has(&self, attribute: Option<&Identifier<&str>>) -> bool {
        let named = |name: &Identifier<&str>| self.attributes.iter().any(|one| one.id == *name);
        attribute.map_or(self.value.is_some(), named)
    }
}

fn entries(resource: &FluentResource) -> Entries<'_> {
    let entries = resource.entries().filter_map(|entry| {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => {
                let value = message.value.as_ref();
                (Id::Message(message.id.name), value, &message.attributes)
            }
            Entry::Term(term) => (Id::Term(term.id.name), Some(&term.value), &term.attributes),
            // Junk is an error of the parser.
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => return None,
        };
        Some((id, Patterns { value, attributes }))
    });
    entries.collect()
}

/// Goes from the messages to all that they refer to.
struct Walk<'a> {
    entries: &'a Entries<'a>,
    /// The entries from a message to the one that is looked at.
    path: Vec<Id<'a>>,
    /// How many braces and parentheses are open where it looks.
    depth: usize,
    /// How far an entry goes, by what it is given.
    seen: BTreeMap<Id<'a>, BTreeMap<Given<'a>, Extent>>,
}

impl<'a> Walk<'a> {
    fn through(entries: &'a Entries<'a>) -> Result<(), Fault<'a>> {
        let mut walk = Self {
            entries,
            path: Vec::new(),
            depth: 0,
            seen: BTreeMap::new(),
        };
        for message in Message::all() {
            if let Some((id, _)) = entries.get_key_value(&Id::Message(message.id())) {
                walk.entry(*id, &Given::Message(message.variables()))?;
            }
        }
        // Terms first: what they refer to is used.
        for id in entries.keys().rev() {
            match id {
                Id::Term(_) => _ = walk.entry(*id, &Given::Any)?,
                Id::Message(name) if !walk.seen.contains_key(id) => {
                    return Err((name, format!("no message `{name}` is used")));
                }
                Id::Message(_) => {}
            }
        }
        Ok(())
    }

    fn entry(&mut self, id: Id<'a>, given: &Given<'a>) -> Result<Extent, Fault<'a>> {
        let Some(patterns) = self.entries.get(&id) else {
            let message = format!(
                "`{}` refers to `{id}`, which is not in this file",
                self.here()
            );
            return Err((id.name(), message));
        };
        if self.path.contains(&id) {
            let message = format!("`{}` comes back to `{}`", self.path[0], id.name());
            return Err((id.name(), message));
        }
        if let Some(extent) = self.seen.get(&id).and_then(|seen| seen.get(given)) {
            return if self.depth + extent.depth > MOST_OPEN {
                Err(self.too_deep(id.name()))
            } else {
                Ok(*extent)
            };
        }
        if self.path.len() == MOST_FILLED {
            return Err(self.too_many(id));
        }
        self.path.push(id);
        let mut most = Extent::default();
        for pattern in patterns.all() {
            most = most.or(self.pattern(pattern, given)?);
        }
        if most.filled > MOST_FILLED {
            return Err(self.too_many(id));
        }
        self.path.pop();
        self.seen.entry(id).or_default().insert(given.clone(), most);
        Ok(most)
    }

    fn too_many(&self, id: Id<'a>) -> Fault<'a> {
        let message = format!("`{}` fills more than {MOST_FILLED} braces", self.path[0]);
        (id.name(), message)
    }

    fn too_deep(&self, part: &'a str) -> Fault<'a> {
        let message = format!("`{}` has more than {MOST_OPEN} braces open", self.path[0]);
        (part, message)
    }

    /// Looks at what stands in braces or parentheses.
    fn within(
        &mut self,
        part: &'a str,
        look: impl FnOnce(&mut Self) -> Result<Extent, Fault<'a>>,
    ) -> Result<Extent, Fault<'a>> {
        if self.depth == MOST_OPEN {
            return Err(self.too_deep(part));
        }
        self.depth += 1;
        let mut extent = look(self)?;
        self.depth -= 1;
        extent.depth += 1;
        Ok(extent)
    }

    fn here(&self) -> Id<'a> {
        self.path[self.path.len() - 1]
    }

    fn pattern(
        &mut self,
        pattern: &'a Pattern<&'a str>,
        given: &Given<'a>,
    ) -> Result<Extent, Fault<'a>> {
        let mut extent = Extent::default();
        for element in &pattern.elements {
            let next = match element {
                PatternElement::TextElement { value } => self.text(value, value)?,
                PatternElement::Placeable { expression } => {
                    let here = self.here().name();
                    let next = self.within(here, |walk| walk.expression(expression, given))?;
                    next.then(Extent::FILLED)
                }
            };
            extent = extent.then(next);
        }
        Ok(extent)
    }

    fn expression(
        &mut self,
        expression: &'a Expression<&'a str>,
        given: &Given<'a>,
    ) -> Result<Extent, Fault<'a>> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, given),
            Expression::Select { selector, variants } => {
                let selected = match (selector, given) {
                    (InlineExpression::VariableReference { .. }, Given::Term(_)) => {
                        Extent::default()
                    }
                    _ => self.inline(selector, given)?,
                };
                let mut most = Extent::default();
                for variant in variants {
                    most = most.or(self.pattern(&variant.value, given)?);
                }
                Ok(selected.then(most))
            }
        }
    }

    fn inline(
        &mut self,
        inline: &'a InlineExpression<&'a str>,
        given: &Given<'a>,
    ) -> Result<Extent, Fault<'a>> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.text(value, &unescaped(value).map_err(|said| (*value, said))?)
            }
            InlineExpression::NumberLiteral { .. } => Ok(Extent::default()),
            InlineExpression::VariableReference { id } if given.has(id.name) => {
                Ok(Extent::default())
            }
            InlineExpression::VariableReference { id } => {
                let message = format!("`{}` is given no `${}`", self.path[0], id.name);
                Err((id.name, message))
            }
            InlineExpression::FunctionReference { id, .. } => {
                let (here, name) = (self.here(), id.name);
                let message = format!("`{here}` calls `{name}`, and there are no functions");
                Err((name, message))
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(Id::Message(id.name), attribute.as_ref(), given)
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                let positional = arguments.iter().flat_map(|arguments| &arguments.positional);
                let named = arguments.iter().flat_map(|arguments| &arguments.named);
                let mut extent = Extent::default();
                for value in positional.chain(named.clone().map(|argument| &argument.value)) {
                    let next = self.within(id.name, |walk| walk.inline(value, given))?;
                    extent = extent.then(next);
                }
                let given = Given::Term(named.map(|argument| argument.name.name).collect());
                Ok(extent.then(self.reference(Id::Term(id.name), attribute.as_ref(), &given)?))
            }
            InlineExpression::Placeable { expression } => {
                let here = self.here().name();
                self.within(here, |walk| walk.expression(expression, given))
            }
        }
    }

    fn reference(
        &mut self,
        id: Id<'a>,
        attribute: Option<&Identifier<&'a str>>,
        given: &Given<'a>,
    ) -> Result<Extent, Fault<'a>> {
        let extent = self.entry(id, given)?;
        if self
            .entries
            .get(&id)
            .is_some_and(|found| found.has(attribute))
        {
            return Ok(extent);
        }
        let lack = match attribute {
            Some(attribute) => format!("`.{}`", attribute.name),
            None => "words of its own".to_owned(),
        };
        let here = self.here();
        let message = format!("`{here}` refers to `{id}`, which has no {lack}");
        Err((id.name(), message))
    }

    /// Looks at a text: as the file has it, and as a page has it.
    ///
    /// What a brief may not hold, a page holds by no other way. Right-to-left marks too: nobody can
    /// review what leaves no mark. No brace is filled for it.
    fn text(&self, written: &'a str, shown: &str) -> Result<Extent, Fault<'a>> {
        let here = self.here();
        if shown.contains(['<', '>', '&']) {
            return Err((written, format!("`{here}` has markup: `<`, `>` or `&`")));
        }
        if let Some((_, found)) = unsafe_character(shown) {
            let point = u32::from(found);
            let message =
                format!("`{here}` has U+{point:04X}: a control, bidi or zero-width character");
            return Err((written, message));
        }
        Ok(Extent::default())
    }
}

impl Given<'_> {
    fn has(&self, name: &str) -> bool {
        match self {
            Self::Message(names) => names.contains(&name),
            Self::Term(names) => names.contains(&name),
            Self::Any => true,
        }
    }
}
