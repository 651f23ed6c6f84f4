//! Refuses a locale file that has anything in it that would show only in a page: unknown messages
//! and values, functions, circles, markup, unsafe characters, and messages that cannot be set.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::message::Message;
use crate::model::unsafe_character;

/// The longest way from a message by way of those that it refers to: Fluent goes no farther.
const LONGEST_PATH: usize = 100;

/// The most braces that may be open at a place, so that nothing overflows the stack.
const MOST_OPEN: usize = 250;

/// What is wrong with a locale file.
#[derive(Debug)]
pub struct LocaleError {
    /// The language that the file is named for.
    tag: String,
    /// The line, from 1, where it is known.
    line: Option<usize>,
    message: String,
}

impl LocaleError {
    pub(super) fn of_name(tag: &str) -> Self {
        let message = "a locale file is named as a language is, such as uk.ftl".to_owned();
        Self::of_file(tag, message)
    }

    fn of_file(tag: &str, message: String) -> Self {
        Self {
            tag: tag.to_owned(),
            line: None,
            message,
        }
    }

    fn at(tag: &str, text: &str, byte: usize, message: String) -> Self {
        let before = text.bytes().take(byte);
        Self {
            line: Some(1 + before.filter(|byte| *byte == b'\n').count()),
            ..Self::of_file(tag, message)
        }
    }
}

impl fmt::Display for LocaleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.ftl:", self.tag)?;
        if let Some(line) = self.line {
            write!(formatter, "{line}:")?;
        }
        write!(formatter, " {}", self.message)
    }
}

impl std::error::Error for LocaleError {}

/// Parses a locale file, and looks through it.
pub(super) fn parse(tag: &str, text: &str) -> Result<FluentResource, LocaleError> {
    if let Some(byte) = too_deep(text) {
        let message = format!("more than {MOST_OPEN} braces are open");
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

/// Returns where too many braces are open; those in quotes count too, and hardly ever stand there.
fn too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > MOST_OPEN
    })
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
type Entries<'a> = BTreeMap<Id<'a>, Vec<&'a Pattern<&'a str>>>;

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
        let attributes = attributes.iter().map(|attribute| &attribute.value);
        Some((id, value.into_iter().chain(attributes).collect()))
    });
    entries.collect()
}

/// Goes from the messages to all that they refer to.
struct Walk<'a> {
    entries: &'a Entries<'a>,
    /// The entries from a message to the one that is looked at.
    path: Vec<Id<'a>>,
    seen: BTreeMap<Id<'a>, BTreeSet<Given<'a>>>,
}

impl<'a> Walk<'a> {
    fn through(entries: &'a Entries<'a>) -> Result<(), Fault<'a>> {
        let mut walk = Self {
            entries,
            path: Vec::new(),
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
                Id::Term(_) => walk.entry(*id, &Given::Any)?,
                Id::Message(name) if !walk.seen.contains_key(id) => {
                    return Err((name, format!("no message `{name}` is used")));
                }
                Id::Message(_) => {}
            }
        }
        Ok(())
    }

    fn entry(&mut self, id: Id<'a>, given: &Given<'a>) -> Result<(), Fault<'a>> {
        let Some(patterns) = self.entries.get(&id) else {
            let message = format!(
                "`{}` refers to `{id}`, which is not in this file",
                self.here()
            );
            return Err((id.name(), message));
        };
        if self.path.contains(&id) || self.path.len() == LONGEST_PATH {
            let message = format!("`{}` comes back to `{}`", self.path[0], id.name());
            return Err((id.name(), message));
        }
        if self.seen.entry(id).or_default().insert(given.clone()) {
            self.path.push(id);
            for pattern in patterns {
                self.pattern(pattern, given)?;
            }
            self.path.pop();
        }
        Ok(())
    }

    fn here(&self) -> Id<'a> {
        self.path[self.path.len() - 1]
    }

    fn pattern(
        &mut self,
        pattern: &'a Pattern<&'a str>,
        given: &Given<'a>,
    ) -> Result<(), Fault<'a>> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text(value, value)?,
                PatternElement::Placeable { expression } => self.expression(expression, given)?,
            }
        }
        Ok(())
    }

    fn expression(
        &mut self,
        expression: &'a Expression<&'a str>,
        given: &Given<'a>,
    ) -> Result<(), Fault<'a>> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, given),
            Expression::Select { selector, variants } => {
                match (selector, given) {
                    (InlineExpression::VariableReference { .. }, Given::Term(_)) => {}
                    _ => self.inline(selector, given)?,
                }
                let mut variants = variants.iter();
                variants.try_for_each(|variant| self.pattern(&variant.value, given))
            }
        }
    }

    fn inline(
        &mut self,
        inline: &'a InlineExpression<&'a str>,
        given: &Given<'a>,
    ) -> Result<(), Fault<'a>> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.text(value, &unescape_unicode_to_string(value))
            }
            InlineExpression::NumberLiteral { .. } => Ok(()),
            InlineExpression::VariableReference { id } if given.has(id.name) => Ok(()),
            InlineExpression::VariableReference { id } => {
                let message = format!("`{}` is given no `${}`", self.path[0], id.name);
                Err((id.name, message))
            }
            InlineExpression::FunctionReference { id, .. } => {
                let (here, name) = (self.here(), id.name);
                let message = format!("`{here}` calls `{name}`, and there are no functions");
                Err((name, message))
            }
            InlineExpression::MessageReference { id, .. } => {
                self.entry(Id::Message(id.name), given)
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                let named = arguments.iter().flat_map(|arguments| &arguments.named);
                for argument in named.clone() {
                    self.inline(&argument.value, given)?;
                }
                let given = named.map(|argument| argument.name.name).collect();
                self.entry(Id::Term(id.name), &Given::Term(given))
            }
            InlineExpression::Placeable { expression } => self.expression(expression, given),
        }
    }

    /// Looks at a text: as the file has it, and as a page has it.
    ///
    /// What a brief may not hold, a page holds by no other way. Right-to-left marks too: nobody can
    /// review what leaves no mark.
    fn text(&self, written: &'a str, shown: &str) -> Result<(), Fault<'a>> {
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
        Ok(())
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
