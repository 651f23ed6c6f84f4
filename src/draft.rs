//! Drafts a brief from articles: who says what, as far as rules for a language tell it.
//!
//! `read` makes words whole that line ends cut. `statements` reads an article: `paragraphs` and `quotes` cut it, `tokens` makes sentences,
//! `cues` finds the verbs and phrases of speaking, `noun_phrases` and `several` who stands beside them,
//! `clauses` what is said, `roles` what somebody is, `anonymity` why one is not named, and `speakers` whom a
//! name, a pronoun or a description means. `outline` makes voices,
//! sources and claims of that, and `written` the YAML. The words of each language are data, in
//! `draft/languages/`; the code knows clauses.
//!
//! What is doubtful is marked as such: a draft is for a writer, who reads the article.

mod anonymity;
mod claims;
mod clauses;
mod complements;
mod cues;
mod dates;
mod evidence;
mod fit;
mod initials;
mod json;
mod labels;
mod language;
mod mentions;
mod names;
mod noun_phrases;
mod outlets;
mod outline;
mod paragraphs;
mod passages;
mod quoted;
mod quotes;
mod read;
mod roles;
mod several;
mod speakers;
mod statements;
mod subjects;
mod titles;
mod tokens;
mod unsaid;
mod voices;
mod written;

pub use outline::Article;
pub use written::Draft;

use crate::evidence::{Day, Snapshot};
use language::Language;

/// A language that articles can be read in, by the rules for it.
#[derive(Clone, Copy, Debug)]
pub struct Tongue(&'static Language);

impl PartialEq for Tongue {
    fn eq(&self, other: &Self) -> bool {
        self.0.tag == other.0.tag
    }
}

impl Eq for Tongue {}

impl Tongue {
    /// Returns a language by its tag, if there are rules for it.
    pub fn of(tag: &str) -> Option<Self> {
        Language::of(tag).map(Self)
    }

    /// Returns the language that a text seems to be in, by its letters and its small words, if there are rules
    /// for it.
    pub fn guessed(article: &Snapshot) -> Option<Self> {
        let letters = article.text().chars().filter(|c| c.is_alphabetic());
        let (mut all, mut cyrillic, mut latin) = (0_usize, 0_usize, 0_usize);
        for letter in letters {
            all += 1;
            cyrillic += usize::from(matches!(letter, '\u{400}'..='\u{52F}'));
            latin += usize::from(letter < '\u{250}');
        }
        let tag = if cyrillic * 2 > all {
            "uk"
        } else if latin * 2 >= all {
            "en"
        } else {
            return None;
        };
        let tongue = Self::of(tag)?;
        tongue.0.may_be_of(article.text()).then_some(tongue)
    }

    /// Says whether a text that seems to be in this language may be in the one of a tag: what is neither
    /// in its script nor in its language is not.
    pub fn may_be(self, tag: &str) -> bool {
        let main = tag.split(['-', '_']).next().unwrap_or_default();
        // Programs call pages English that are not: another script is believed.
        main.eq_ignore_ascii_case(self.0.tag) || main.eq_ignore_ascii_case("en")
    }

    /// Returns the tag of the language.
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// Returns the tags of the languages that there are rules for.
    pub fn tags() -> &'static [&'static str] {
        language::TAGS
    }
}

/// Returns what was found in an article as JSON: `statements`, each with its passage, who says it, the
/// words that say so, and the quotes in it. Offsets count code points of the article's text.
pub fn statements_json(article: &Snapshot, tongue: Tongue) -> String {
    let read = read::Read::of(article.text(), tongue.0);
    let reading = statements::statements(&read, tongue.0, &names::Names::default());
    json::write(article.text(), &read, &reading)
}

/// Drafts a brief. `day` is recorded as the day on which the quotes were found, and taken for the day up
/// to which the brief is current, if no article has one.
///
/// Returns none if nothing was found that somebody says.
pub fn draft(articles: &[Article<'_>], tongue: Tongue, day: &Day) -> Option<Draft> {
    let outline = outline::of(articles, tongue.0, day)?;
    Some(written::write(&outline))
}
