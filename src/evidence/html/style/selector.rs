//! Reads selectors.

use std::borrow::Borrow;
use std::fmt;

use cssparser::{CowRcStr, ParseError, Parser as CssParser, ToCss, Token, match_ignore_ascii_case};
use html5ever::{LocalName, Namespace};
use precomputed_hash::PrecomputedHash;
use selectors::parser::{
    NonTSPseudoClass, ParseRelative, Parser, PseudoElement, SelectorImpl, SelectorList,
    SelectorParseErrorKind,
};

/// A selector has at most so many parts; a longer one is not read.
const MOST_PARTS: usize = 64;

/// The selectors of pages.
#[derive(Clone, Debug)]
pub(super) struct Selectors;

/// A name in a selector: of an element, a class, an attribute, or its value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Name(pub(super) LocalName);

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(LocalName::from(name))
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PrecomputedHash for Name {
    fn precomputed_hash(&self) -> u32 {
        self.0.precomputed_hash()
    }
}

impl ToCss for Name {
    fn to_css<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        cssparser::serialize_identifier(&self.0, out)
    }
}

/// A class that tells the state of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    Link,
    Checked,
    Disabled,
    Enabled,
    Open,
    Defined,
    /// What is in one of these languages, in small letters.
    Lang(Vec<String>),
    Dir(String),
    /// What nothing is without a reader who acts: `:hover`, `:target`, `:visited`.
    Never,
}

impl ToCss for State {
    fn to_css<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        write!(out, ":{self:?}")
    }
}

impl NonTSPseudoClass for State {
    fn is_active_or_hover(&self) -> bool {
        false
    }

    fn is_user_action_state(&self) -> bool {
        false
    }
}

/// A part of an element that style sheets speak of by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drawn {
    Before,
    After,
    FirstLine,
    FirstLetter,
    Placeholder,
    /// What a reader of `details` opens.
    Opened,
    Other,
}

impl ToCss for Drawn {
    fn to_css<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        out.write_str("::drawn")
    }
}

impl PseudoElement for Drawn {
    fn accepts_state_pseudo_classes(&self) -> bool {
        true
    }

    fn valid_after_slotted(&self) -> bool {
        true
    }
}

impl SelectorImpl for Selectors {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Name;
    type Identifier = Name;
    type LocalName = Name;
    type NamespaceUrl = Namespace;
    type NamespacePrefix = Name;
    type BorrowedNamespaceUrl = Namespace;
    type BorrowedLocalName = Name;
    type NonTSPseudoClass = State;
    type PseudoElement = Drawn;
}

impl Default for Name {
    fn default() -> Self {
        Self(LocalName::from(""))
    }
}

struct Reader;

type Result<T> = std::result::Result<T, ParseError<Refused>>;

/// Why a selector is not read; nobody is told.
#[derive(Debug)]
pub(super) struct Refused;

impl From<SelectorParseErrorKind> for Refused {
    fn from(_: SelectorParseErrorKind) -> Self {
        Self
    }
}

fn refused<T>() -> Result<T> {
    Err(ParseError::custom(Refused))
}

impl<'i> Parser<'i> for Reader {
    type Impl = Selectors;
    type Error = Refused;

    fn parse_slotted(&self) -> bool {
        true
    }

    fn parse_part(&self) -> bool {
        true
    }

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    fn parse_parent_selector(&self) -> bool {
        true
    }

    fn is_is_alias(&self, name: &str) -> bool {
        name.eq_ignore_ascii_case("-webkit-any")
    }

    fn parse_host(&self) -> bool {
        true
    }

    fn parse_non_ts_pseudo_class(&self, name: CowRcStr<'i>) -> Result<State> {
        Ok(match_ignore_ascii_case! { &name,
            "link" | "any-link" | "-webkit-any-link" => State::Link,
            "checked" => State::Checked,
            "disabled" => State::Disabled,
            "enabled" => State::Enabled,
            "open" => State::Open,
            "defined" => State::Defined,
            "active" | "hover" | "focus" | "focus-within" | "focus-visible" | "target" | "visited"
                | "target-within" | "fullscreen" | "modal" | "popover-open" | "autofill"
                | "indeterminate" | "user-valid" | "user-invalid" | "playing" | "current" | "past"
                | "future" | "picture-in-picture" | "-webkit-autofill" | "-webkit-full-screen"
                | "required" | "optional" | "valid" | "invalid" | "in-range" | "out-of-range"
                | "read-only" | "read-write" | "placeholder-shown" | "default" | "blank"
                => State::Never,
            _ => return refused(),
        })
    }

    fn parse_non_ts_functional_pseudo_class(
        &self,
        name: CowRcStr<'i>,
        input: &mut CssParser<'i>,
        _: bool,
    ) -> Result<State> {
        let mut words = Vec::new();
        while let Ok(token) = input.next() {
            if let Token::Ident(word) | Token::QuotedString(word) = token {
                words.push(word.to_ascii_lowercase());
            }
        }
        match_ignore_ascii_case! { &name,
            "lang" => Ok(State::Lang(words)),
            "dir" => Ok(State::Dir(words.concat())),
            "state" => Ok(State::Never),
            _ => refused(),
        }
    }

    fn parse_pseudo_element(&self, name: CowRcStr<'i>) -> Result<Drawn> {
        Ok(match_ignore_ascii_case! { &name,
            "before" => Drawn::Before,
            "after" => Drawn::After,
            "first-line" => Drawn::FirstLine,
            "first-letter" => Drawn::FirstLetter,
            "placeholder" | "-webkit-input-placeholder" => Drawn::Placeholder,
            "details-content" => Drawn::Opened,
            _ => Drawn::Other,
        })
    }

    fn parse_functional_pseudo_element(
        &self,
        _: CowRcStr<'i>,
        input: &mut CssParser<'i>,
    ) -> Result<Drawn> {
        while input.next().is_ok() {}
        Ok(Drawn::Other)
    }

    fn namespace_for_prefix(&self, prefix: &Name) -> Option<Namespace> {
        Some(match &*prefix.0 {
            "svg" => Namespace::from("http://www.w3.org/2000/svg"),
            "html" | "xhtml" => Namespace::from("http://www.w3.org/1999/xhtml"),
            _ => return None,
        })
    }
}

/// Reads a list of selectors: those of a rule within another may begin with a combinator.
pub(super) fn list(input: &mut CssParser<'_>, is_nested: bool) -> Result<SelectorList<Selectors>> {
    let relative = if is_nested {
        ParseRelative::ForNesting
    } else {
        ParseRelative::No
    };
    let list = SelectorList::parse(&Reader, input, relative)?;
    if list
        .slice()
        .iter()
        .any(|selector| selector.len() > MOST_PARTS)
    {
        return refused();
    }
    Ok(list)
}

/// Reads the elements in which the rules of `@scope` hold.
pub(super) fn scope(input: &mut CssParser<'_>) -> Option<SelectorList<Selectors>> {
    let within = input.try_parse(|input| {
        input.expect_parenthesis_block()?;
        let refused = |_| ParseError::<()>::unexpected_token();
        input.parse_nested_block(|input| list(input, false).map_err(refused))
    });
    within.ok()
}

const _: fn(&Name) -> &Name = Borrow::borrow;
