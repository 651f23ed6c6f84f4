//! Cuts a paragraph into words, marks and quotations, and these into sentences.

use std::ops::Range;

use super::quotes::Quotation;
use crate::abbreviations::{Abbreviation, abbreviation, is_sentence_opener};

/// What is longer is no sentence that somebody wrote, but a list or a table, and is cut.
const MOST_TOKENS: usize = 400;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Mark,
    /// A whole quotation, by its number in the paragraph.
    Quotation(usize),
}

#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// The word in small letters, with typewriter apostrophes.
    pub(super) lower: String,
    pub(super) at: Range<usize>,
}

impl Token<'_> {
    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_quotation(&self) -> bool {
        matches!(self.kind, Kind::Quotation(_))
    }

    pub(super) fn is_mark(&self, marks: &str) -> bool {
        self.kind == Kind::Mark && marks.contains(self.text)
    }

    /// Says whether it is a word with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.is_word() && self.text.starts_with(char::is_uppercase)
    }
}

/// A sentence: its tokens.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'t> {
    pub(super) tokens: Vec<Token<'t>>,
}

impl<'t> Sentence<'t> {
    pub(super) fn get(&self, index: usize) -> Option<&Token<'t>> {
        self.tokens.get(index)
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Returns a word in small letters; nothing, if there is no word.
    pub(super) fn word(&self, index: usize) -> &str {
        let token = self.get(index).filter(|token| token.is_word());
        token.map_or("", |token| &token.lower)
    }

    pub(super) fn is_mark(&self, index: usize, marks: &str) -> bool {
        self.get(index).is_some_and(|token| token.is_mark(marks))
    }

    pub(super) fn is_quotation(&self, index: usize) -> bool {
        self.get(index).is_some_and(Token::is_quotation)
    }

    pub(super) fn is_quotation_alone(&self) -> bool {
        self.tokens.iter().all(|token| !token.is_word())
    }

    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.get(index).is_some_and(Token::is_capital)
    }

    /// Returns the bytes that some tokens take, the spaces between them included.
    pub(super) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.get(tokens.start).map_or(0, |token| token.at.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.get(last));
        let end = last.map_or(start, |token| token.at.end);
        start..end.max(start)
    }
}

/// Cuts a paragraph into sentences.
pub(super) fn sentences<'t>(
    text: &'t str,
    paragraph: &Range<usize>,
    quotations: &[Quotation],
    language: &str,
) -> Vec<Sentence<'t>> {
    let tokens = tokens(text, paragraph, quotations);
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let before = text.get(paragraph.start..token.at.start).unwrap_or("");
        let ends = ends(before, &token, tokens.peek(), language);
        sentence.push(token);
        if ends || sentence.len() >= MOST_TOKENS {
            let tokens = std::mem::take(&mut sentence);
            sentences.push(Sentence { tokens });
        }
    }
    if !sentence.is_empty() {
        sentences.push(Sentence { tokens: sentence });
    }
    sentences
}

/// Says whether a sentence ends with a token.
fn ends(before: &str, token: &Token<'_>, next: Option<&Token<'_>>, language: &str) -> bool {
    let Some(next) = next else {
        return true;
    };
    let begins = next.is_quotation() || next.text.starts_with(|c: char| !c.is_lowercase());
    let is_apart = next.at.start > token.at.end;
    match token.kind {
        Kind::Word => false,
        Kind::Mark if token.text == "." => {
            let is_closed = is_apart && begins && !next.is_mark(",;:–—-");
            is_closed
                && match abbreviation(before, language) {
                    None => true,
                    Some(Abbreviation::Title) => false,
                    Some(Abbreviation::Number) => !next.text.starts_with(char::is_numeric),
                    Some(Abbreviation::Other) => {
                        next.is_quotation() || is_sentence_opener(next.text, language)
                    }
                }
        }
        Kind::Mark => token.is_mark("!?…。！？") && is_apart && begins && !next.is_mark(",;:–—-"),
        // “It is over.” The council met. But: “It is over?” Ayo asked.
        Kind::Quotation(_) => {
            let ends = token
                .text
                .trim_end_matches(|c: char| !matches!(c, '.' | '!' | '?' | '…' | ','));
            ends.ends_with('.') && is_apart && begins && !next.is_mark(",;:–—-")
        }
    }
}

fn tokens<'t>(text: &'t str, paragraph: &Range<usize>, quotations: &[Quotation]) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut quotations = quotations.iter().enumerate().peekable();
    let mut at = paragraph.start;
    while at < paragraph.end {
        while quotations
            .next_if(|(_, quote)| quote.at.start < at)
            .is_some()
        {}
        if let Some((number, quote)) = quotations.next_if(|(_, quote)| quote.at.start == at) {
            tokens.extend(token(text, quote.at.clone(), Kind::Quotation(number)));
            at = quote.at.end;
            continue;
        }
        let most = quotations
            .peek()
            .map_or(paragraph.end, |(_, quote)| quote.at.start);
        let Some(rest) = text.get(at..most) else {
            return tokens;
        };
        let Some(first) = rest.chars().next() else {
            return tokens;
        };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (length, kind) = match word_length(rest) {
            0 => (first.len_utf8(), Kind::Mark),
            length => (length, Kind::Word),
        };
        tokens.extend(token(text, at..at + length, kind));
        at += length;
    }
    tokens
}

fn token(text: &str, at: Range<usize>, kind: Kind) -> Option<Token<'_>> {
    let text = text.get(at.clone())?;
    let lower = match kind {
        Kind::Word => text.to_lowercase().replace('’', "'"),
        Kind::Mark | Kind::Quotation(_) => String::new(),
    };
    Some(Token {
        kind,
        text,
        lower,
        at,
    })
}

/// Returns how many bytes of a text its first word has: letters and digits, and single marks between
/// them that join.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let (before, from) = text.split_at(at);
        let next = from.chars().nth(1).filter(|next| next.is_alphanumeric());
        let joins = match c {
            '\'' | '’' | 'ʼ' | '-' | '‑' | '.' | '&' | '@' => end > 0 && next.is_some(),
            ',' => {
                let is_digit = |c: char| c.is_ascii_digit();
                before.ends_with(is_digit) && next.is_some_and(is_digit)
            }
            '#' | '$' | '€' | '£' => end == 0 && next.is_some(),
            _ => c.is_alphanumeric(),
        } || end == 0 && c == '@' && next.is_some();
        if !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{Kind, sentences};
    use crate::draft::quotes::quotations_of;
    use crate::evidence::paragraphs;

    fn of(text: &str) -> Vec<String> {
        let quotations = quotations_of(text, &paragraphs(text)).remove(0);
        let sentences = sentences(text, &(0..text.len()), &quotations, "en");
        let words = sentences.iter().map(|sentence| {
            let tokens = sentence.tokens.iter().map(|token| token.text);
            tokens.collect::<Vec<_>>().join("|")
        });
        words.collect()
    }

    #[test]
    fn words_marks_and_quotations_are_told_apart() {
        assert_eq!(
            of("The town’s 1,200 well-kept boats, “all of them,” left."),
            ["The|town’s|1,200|well-kept|boats|,|“all of them,”|left|."]
        );
        let quotations = quotations_of("“A.”", &paragraphs("“A.”")).remove(0);
        let sentences = sentences("“A.”", &(0..8), &quotations, "en");
        assert_eq!(sentences[0].tokens[0].kind, Kind::Quotation(0));
    }

    #[test]
    fn sentences_end_neither_after_titles_nor_before_who_spoke() {
        assert_eq!(of("Sen. Ayo met Dr. Bell. They left.").len(), 2);
        assert_eq!(of("“Why?” Ayo asked. “No.” The boats left.").len(), 3);
    }
}
