//! Reads what style sheets write before and after elements.

use cssparser::{Parser, Token, match_ignore_ascii_case};

use super::super::tree::Node;

/// What a style sheet adds before or after an element.
#[derive(Clone)]
pub(in super::super) struct Added {
    pub(in super::super) words: String,
    /// Whether a reader surely sees it, in the line of what is around it.
    pub(in super::super) is_in_line: bool,
}

/// A text that a style sheet writes.
#[derive(Clone, Debug, Default)]
pub(super) struct Written(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    /// The value of an attribute.
    Attribute(String),
    /// A mark, a picture or a number.
    Mark,
}

impl Written {
    /// Reads the value of `content`.
    pub(super) fn read(input: &mut Parser<'_>) -> Self {
        let mut pieces = Vec::new();
        loop {
            let before = input.state();
            match input.next().cloned() {
                Ok(Token::QuotedString(text)) => pieces.push(Piece::Text(text.to_string())),
                Ok(Token::Ident(word)) => match_ignore_ascii_case! { &word,
                    "none" | "normal" | "no-open-quote" | "no-close-quote" => {},
                    _ => pieces.push(Piece::Mark),
                },
                Ok(Token::Function(name)) => {
                    let attribute = input.parse_nested_block(|input| {
                        let name = input.expect_ident_cloned();
                        while input.next().is_ok() {}
                        name.map_err(Into::into)
                    });
                    let attribute: Result<_, cssparser::ParseError<()>> = attribute;
                    pieces.push(match attribute {
                        Ok(attribute) if name.eq_ignore_ascii_case("attr") => {
                            Piece::Attribute(attribute.to_ascii_lowercase())
                        }
                        _ => Piece::Mark,
                    });
                }
                Ok(Token::UnquotedUrl(_)) => pieces.push(Piece::Mark),
                Ok(Token::Delim('!')) => {
                    input.reset(&before);
                    break;
                }
                // What follows is for screen readers.
                Ok(Token::Delim('/')) => {
                    super::lengths::any_token(input, |_| false);
                    break;
                }
                Ok(_) => {}
                Err(_) => break,
            }
        }
        Self(pieces)
    }

    /// Returns the text, at an element.
    pub(super) fn at(&self, node: &Node) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Attribute(name) => node.attribute(name).unwrap_or_default().to_owned(),
            Piece::Mark => "\u{FFFC}".to_owned(),
        };
        self.0.iter().map(piece).collect()
    }
}
