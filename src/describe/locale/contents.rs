//! What stands in the patterns of a locale file.

use std::borrow::Cow;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// What stands in a pattern; the `&str` are slices of the file.
#[derive(Default)]
pub(super) struct Contents<'a> {
    pub(super) texts: Vec<Text<'a>>,
    /// Variables that are set.
    pub(super) set: Vec<&'a str>,
    /// Variables by which a form is chosen.
    pub(super) chosen_by: Vec<&'a str>,
    pub(super) messages: Vec<&'a str>,
    pub(super) terms: Vec<Term<'a>>,
    pub(super) functions: Vec<&'a str>,
}

/// A text.
pub(super) struct Text<'a> {
    /// As the file has it.
    pub(super) written: &'a str,
    /// As a page has it.
    pub(super) shown: Cow<'a, str>,
}

/// A term that is referred to.
pub(super) struct Term<'a> {
    pub(super) id: &'a str,
    /// The variables that it is given.
    pub(super) given: Vec<&'a str>,
}

impl<'a> Contents<'a> {
    pub(super) fn of_pattern(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.texts.push(Text {
                    written: value,
                    shown: Cow::Borrowed(value),
                }),
                PatternElement::Placeable { expression } => self.of_expression(expression),
            }
        }
    }

    fn of_expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.of_inline(inline),
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    self.chosen_by.push(id.name);
                } else {
                    self.of_inline(selector);
                }
                for variant in variants {
                    self.of_pattern(&variant.value);
                }
            }
        }
    }

    fn of_inline(&mut self, inline: &InlineExpression<&'a str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.texts.push(Text {
                written: value,
                shown: unescape_unicode_to_string(value),
            }),
            InlineExpression::VariableReference { id } => self.set.push(id.name),
            InlineExpression::MessageReference { id, .. } => self.messages.push(id.name),
            InlineExpression::Placeable { expression } => self.of_expression(expression),
            InlineExpression::FunctionReference { id, .. } => self.functions.push(id.name),
            InlineExpression::TermReference { id, arguments, .. } => {
                let given = arguments.as_ref();
                let given = given.map(|arguments| self.of_arguments(arguments));
                self.terms.push(Term {
                    id: id.name,
                    given: given.unwrap_or_default(),
                });
            }
            InlineExpression::NumberLiteral { .. } => {}
        }
    }

    /// Returns the names of the arguments.
    fn of_arguments(&mut self, arguments: &CallArguments<&'a str>) -> Vec<&'a str> {
        for argument in &arguments.named {
            self.of_inline(&argument.value);
        }
        let named = arguments.named.iter();
        named.map(|argument| argument.name.name).collect()
    }
}
