//! Cuts an article into paragraphs, each with its quotations and sentences.

use super::language::{Language, Pronoun};
use super::names::Names;
use super::quotes::{Quotation, cut_at_dashes, quotations_of};
use super::read::Read;
use super::tokens::{Sentence, Token, sentences};

/// What stands behind a time of day.
const HALVES: [&str; 6] = ["am", "pm", "a.m", "p.m", "gmt", "cet"];

pub(super) struct Paragraph<'t> {
    pub(super) quotations: Vec<Quotation>,
    pub(super) sentences: Vec<Sentence<'t>>,
}

/// Cuts an article into paragraphs.
pub(super) fn paragraphs_of<'t>(read: &'t Read, language: &Language) -> Vec<Paragraph<'t>> {
    let (text, ranges) = (read.text.as_str(), &read.paragraphs);
    let mut quotations = quotations_of(text, ranges);
    if language.rules.inserts {
        for quotations in &mut quotations {
            let cut = quotations
                .drain(..)
                .flat_map(|quote| cut_at_dashes(text, quote, |words| says_who(words, language)));
            *quotations = cut.collect();
        }
    }
    let paragraphs = ranges.iter().zip(quotations);
    paragraphs
        .map(|(range, quotations)| {
            let mut sentences = sentences(text, range, &quotations, language.tag);
            if let Some(first) = sentences.first_mut() {
                without_clock(first);
            }
            Paragraph {
                quotations,
                sentences,
            }
        })
        .collect()
}

/// Takes the time from the beginning of a sentence, as running reports have it: 17:05 The mayor says …
fn without_clock(sentence: &mut Sentence<'_>) {
    let is_word = |token: &&Token<'_>| token.is_word();
    let is_mark = |token: &&Token<'_>| token.is_mark(":");
    let first = sentence
        .tokens
        .iter()
        .take_while(|token| is_word(token) || is_mark(token));
    let is_of_clock = |token: &&Token<'_>| {
        let is_hour = |c: char| c.is_ascii_digit() || c == '.';
        token.text.contains(|c: char| c.is_ascii_digit()) && token.text.chars().all(is_hour)
            || token.is_mark(":")
            || HALVES.contains(&token.lower.as_str())
    };
    let clock: Vec<&Token<'_>> = first.take_while(is_of_clock).collect();
    let digits = clock.iter().flat_map(|token| token.text.chars());
    let digits = digits.filter(char::is_ascii_digit).count();
    let is_parted = clock.iter().any(|token| token.text.contains([':', '.']));
    let marks = sentence.tokens.iter().skip(clock.len());
    let length = clock.len() + marks.take_while(|token| token.is_mark("—–-|·")).count();
    let next = sentence.get(length);
    let begins = next.is_some_and(|next| next.is_capital() || next.is_quotation());
    if (3..=4).contains(&digits) && is_parted && begins {
        sentence.tokens.drain(..length);
    }
}

/// Says whether words inserted into a quotation say who speaks: with a verb of speaking, or with another in
/// the past and a name or a pronoun behind it.
fn says_who(words: &[&str], language: &Language) -> bool {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is_past = |word: &String| language.rules.past_endings.end(word);
    let is_somebody = |(word, lower): (&&str, &String)| {
        let pronoun = language.rules.pronouns.get(lower);
        let is_own = matches!(pronoun, Some(Pronoun::Own | Pronoun::Relative));
        word.starts_with(char::is_uppercase) || pronoun.is_some() && !is_own
    };
    let mut others = words.iter().zip(&lower).skip(1);
    lower.iter().any(|word| !language.verb(word).is_empty())
        || lower.first().is_some_and(is_past) && others.any(is_somebody)
}

/// Returns the names of several articles together.
pub(super) fn names_of<'t>(texts: impl Iterator<Item = &'t Read>, language: &Language) -> Names {
    let paragraphs: Vec<Paragraph<'t>> = texts
        .flat_map(|text| paragraphs_of(text, language))
        .collect();
    let sentences = paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    Names::of(sentences, language)
}
