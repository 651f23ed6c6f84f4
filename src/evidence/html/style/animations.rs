//! Reads animations: which end hidden, and which elements stay as one ends.

use cssparser::{ParseError, Parser, Token};

use super::declared::{Block, Property, Value};
use super::keywords::for_any_property;
use super::lengths::any_token;

/// What an animation may say besides its name.
const WORDS: &[&str] = &[
    "alternate",
    "alternate-reverse",
    "backwards",
    "both",
    "ease",
    "ease-in",
    "ease-in-out",
    "ease-out",
    "forwards",
    "infinite",
    "linear",
    "none",
    "normal",
    "paused",
    "reverse",
    "running",
    "step-end",
    "step-start",
];

/// Returns a number that stands for the name of an animation.
pub(super) fn number(name: &str) -> usize {
    let mix = |number: usize, byte: u8| (number ^ usize::from(byte)).wrapping_mul(0x0100_0193);
    name.bytes().fold(0x811C_9DC5, mix)
}

/// Reads the frames of an animation, and says whether the last one hides; `read` reads what one declares.
pub(super) fn ends_hidden(input: &mut Parser<'_>, read: fn(&str) -> Block) -> bool {
    let (mut is_last, mut hides) = (false, false);
    while let Ok(token) = input.next() {
        match token {
            Token::Ident(word) => is_last |= word.eq_ignore_ascii_case("to"),
            Token::Percentage { unit_value, .. } => is_last |= *unit_value >= 1.0,
            Token::CurlyBracketBlock => {
                let block = input.parse_nested_block(|input| {
                    let start = input.position();
                    while input.next().is_ok() {}
                    Ok::<_, ParseError<()>>(read(input.slice_from(start)))
                });
                let hidden = block.is_ok_and(|block| {
                    let mut all = block.plain.iter();
                    all.any(|declared| declared.value.hides(declared.property))
                });
                hides |= is_last && hidden;
                is_last = false;
            }
            _ => {}
        }
    }
    hides
}

/// Reads an animation: whether there is one, which, and whether an element stays as it ends or goes on in it.
pub(super) fn animation(name: &str, input: &mut Parser<'_>) -> Vec<(Property, Value)> {
    if let Ok(value) = input.try_parse(for_any_property) {
        let all = [Property::Animation, Property::Animated, Property::Stays];
        return all.into_iter().map(|property| (property, value)).collect();
    }
    let (mut named, mut is_none, mut stays) = (None, false, false);
    any_token(input, |token| {
        if let Token::Ident(word) | Token::QuotedString(word) = token {
            let word = word.to_ascii_lowercase();
            is_none |= word == "none";
            stays |= matches!(&*word, "forwards" | "both" | "infinite");
        }
        let is_word = |word: &str| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word));
        if let Token::Ident(word) | Token::QuotedString(word) = token
            && !is_word(word)
        {
            named = Some(number(word));
        }
        false
    });
    let stays = (Property::Stays, Value::Is(stays));
    let mut set = vec![
        (Property::Animation, Value::Is(!is_none)),
        (
            Property::Animated,
            named.map_or(Value::Is(false), Value::Written),
        ),
    ];
    let is_name_alone = name.to_ascii_lowercase().ends_with("-name");
    set.extend((!is_name_alone).then_some(stays));
    set
}
