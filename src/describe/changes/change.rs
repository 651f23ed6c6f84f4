//! Describes a change: what changed, and from what to what.

use std::borrow::Cow;

use crate::analysis::quotes::QuoteId;
use crate::describe::describer::Describer;
use crate::describe::isolation::{has_isolates, set_apart};
use crate::describe::locales::{Locale, Message};
use crate::describe::segments::{Description, Mark};
use crate::describe::typography::{self, Typography};
use crate::word_diff::{WordDiff, Words};

macro_rules! what {
    ($($variant:ident $name:literal $message:ident;)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum What {
            $($variant,)+
        }

        impl What {
            /// Returns the word by which programs know it.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Returns what people read.
            pub(crate) fn words(self, locale: &Locale) -> &str {
                locale.text(match self { $(Self::$variant => Message::$message,)+ })
            }
        }
    };
}

what! {
    Reworded "reworded" ChangeReworded;
    Cites "cites" ChangeCites;
    CitesNoMore "cites-no-more" ChangeCitesNoMore;
    Voices "voices" ChangeVoices;
    Voice "voice" ChangeVoice;
    Sources "first-reports" ChangeFirstReports;
    Source "source" ChangeSource;
    Chains "chains" ChangeChains;
    At "at" ChangeAt;
    Updates "updates" ChangeUpdates;
    ToldTo "told-to" ChangeToldTo;
    Record "record" ChangeRecord;
    Retellings "retellings" ChangeRetellings;
    Said "said" ChangeSaid;
    Confidence "confidence" ChangeConfidence;
    Likelihood "likelihood" ChangeLikelihood;
    About "about" ChangeAbout;
    Passages "passages" ChangePassages;
    QuoteAdded "quote-added" ChangeQuoteAdded;
    QuoteWithdrawn "quote-withdrawn" ChangeQuoteWithdrawn;
    QuoteReworded "quote-reworded" ChangeQuoteReworded;
    QuoteVoice "quote-voice" ChangeQuoteVoice;
    QuoteLabel "quote-label" ChangeQuoteLabel;
    QuoteCheck "quote-check" ChangeQuoteCheck;
    Characterised "characterised" ChangeCharacterised;
    Note "note" ChangeNote;
    Stance "stance" ChangeStance;
    Claims "claims" ChangeClaims;
    When "when" ChangeWhen;
    Question "question" ChangeQuestion;
    Why "why" ChangeWhy;
    Reason "reason" ChangeWhy;
}

impl What {
    /// Says whether the item's own words changed.
    pub(crate) fn is_of_text(self) -> bool {
        matches!(self, Self::Reworded | Self::Question)
    }

    /// Says whether the word alone says that something is new, or gone.
    fn says_which(self) -> bool {
        matches!(
            self,
            Self::QuoteAdded
                | Self::QuoteWithdrawn
                | Self::Cites
                | Self::CitesNoMore
                | Self::Reason
        )
    }

    /// Says whether what changed is the words of others, a source's name or its address, which are
    /// never touched.
    fn is_verbatim(self) -> bool {
        matches!(
            self,
            Self::QuoteAdded
                | Self::QuoteWithdrawn
                | Self::QuoteReworded
                | Self::QuoteLabel
                | Self::Source
                | Self::Sources
                | Self::Chains
                | Self::At
                | Self::Passages
                | Self::Updates
        )
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Change<'a> {
    pub(crate) what: What,
    pub(crate) quote: Option<QuoteId>,
    pub(crate) how: How<'a>,
}

#[derive(Clone, Debug)]
pub(crate) enum How<'a> {
    /// Word by word.
    Words(&'a WordDiff),
    /// From one text to another; one that is not given is none.
    Turned {
        was: Option<String>,
        is: Option<String>,
    },
}

impl<'a> Change<'a> {
    pub(super) fn words(what: What, words: &'a WordDiff) -> Self {
        let how = How::Words(words);
        let quote = None;
        Self { what, quote, how }
    }

    pub(super) fn turned<T: Into<Option<String>>>(what: What, (was, is): (T, T)) -> Self {
        let (was, is) = (was.into(), is.into());
        let how = How::Turned { was, is };
        let quote = None;
        Self { what, quote, how }
    }

    pub(super) fn of_quote(self, quote: QuoteId) -> Self {
        let quote = Some(quote);
        Self { quote, ..self }
    }

    /// Describes the change in a line, with texts as the file has them: "said on: Thursday →
    /// Monday".
    pub(crate) fn line(&self, describer: &Describer<'a>) -> Description<'_> {
        let quote = self.quote.map(|quote| format!(" {quote}"));
        let words = self.what.words(describer.locale);
        let mut line = Description::text(format!("{words}{}: ", quote.as_deref().unwrap_or("")));
        // Terminals set a line from left to right, whatever its words.
        line.extend(&self.turn(describer, " → ", None));
        line
    }

    /// Describes from what to what, with texts set as those of the page are.
    pub(crate) fn typeset(&self, describer: &Describer<'a>) -> Description<'_> {
        let typography = Some(&describer.typography).filter(|_| !self.what.is_verbatim());
        self.turn(describer, describer.spaced_arrow, typography)
    }

    fn turn(
        &self,
        describer: &Describer<'_>,
        arrow: &str,
        typography: Option<&Typography<'_>>,
    ) -> Description<'_> {
        // Quotes whose language is said come with their direction.
        let direction = |text: &str| {
            if self.what.is_verbatim() {
                describer.direction_of_quote(text, None)
            } else {
                describer.direction(text)
            }
        };
        let apart = |text: Cow<'_, str>| {
            // With names that are set apart, it is of words of the page.
            match direction(&text) {
                Some(direction) if !has_isolates(&text) => set_apart(&text, direction),
                _ => text.into_owned(),
            }
        };
        let set = |words| apart(set(' ', words, typography));
        match &self.how {
            How::Words(diff) => {
                let words = word_by_word(diff, typography);
                match direction(&words.to_string()) {
                    Some(direction) => words.isolated(direction),
                    None => words,
                }
            }
            How::Turned { was, is } => match (was, is) {
                (Some(was), Some(is)) => Description::text(match (set(was), set(is)) {
                    // They differ in what is set.
                    (before, after) if before == after => {
                        let [was, is] = [was, is].map(|side| apart(side.into()));
                        format!("{was}{arrow}{is}")
                    }
                    (before, after) => format!("{before}{arrow}{after}"),
                }),
                // Its name says already which it is.
                (Some(one), None) | (None, Some(one)) if self.what.says_which() => {
                    Description::text(set(one))
                }
                (None, Some(is)) => Description::marked(Mark::Inserted, set(is)),
                (Some(was), None) => Description::marked(Mark::Deleted, set(was)),
                (None, None) => Description::default(),
            },
        }
    }
}

/// Describes which words were removed and which were added, the spaces outside of the marks. They
/// are not set where they would be seen to turn from one thing into the same.
fn word_by_word<'d>(diff: &'d WordDiff, typography: Option<&Typography<'_>>) -> Description<'d> {
    let mut last = ' ';
    let words = diff.spaced().map(|(space, words, text)| {
        let before = if space.is_empty() { last } else { ' ' };
        last = text.chars().next_back().unwrap_or(last);
        (space, words, set(before, text, typography))
    });
    let words: Vec<(&str, &Words, Cow<'d, str>)> = words.collect();
    let is_alike = words.windows(2).any(|two| match two {
        [(_, Words::Removed(_), old), (_, Words::Added(_), new)] => old == new,
        _ => false,
    });
    if is_alike && typography.is_some() {
        return word_by_word(diff, None);
    }
    let mut description = Description::default();
    for (space, words, text) in words {
        if !space.is_empty() {
            description.push(space);
        }
        match words {
            Words::Same(_) => description.push(text),
            Words::Removed(_) => description.push_marked(Mark::Deleted, text),
            Words::Added(_) => description.push_marked(Mark::Inserted, text),
        }
    }
    description
}

/// Sets a text that follows a letter, if it is said how.
fn set<'t>(before: char, text: &'t str, typography: Option<&Typography<'_>>) -> Cow<'t, str> {
    match typography {
        Some(typography) => typography::set_after(before, text, typography),
        None => Cow::Borrowed(text),
    }
}
