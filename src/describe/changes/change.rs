//! Describes a change: what changed, and from what to what.

use std::borrow::Cow;

use crate::analysis::quotes::QuoteId;
use crate::describe::describer::Describer;
use crate::describe::locales::{Locale, Message};
use crate::describe::segments::{Description, Mark};
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
    Sources "works" ChangeFirstReports;
    Source "work" ChangeSource;
    Chains "roads" ChangeChains;
    ToldTo "told-to" ChangeToldTo;
    Record "record" ChangeRecord;
    Retellings "distance" ChangeRetellings;
    Said "said" ChangeSaid;
    About "about" ChangeAbout;
    QuoteAdded "quote-added" ChangeQuoteAdded;
    QuoteWithdrawn "quote-withdrawn" ChangeQuoteWithdrawn;
    QuoteReworded "quote-reworded" ChangeQuoteReworded;
    QuoteLabel "quote-label" ChangeQuoteLabel;
    QuoteCheck "quote-status" ChangeQuoteCheck;
    Characterised "characterised" ChangeCharacterised;
    Note "note" ChangeNote;
    Stance "stance" ChangeStance;
    Claims "claims" ChangeClaims;
    When "when" ChangeWhen;
    Question "question" ChangeQuestion;
    Why "why" ChangeWhy;
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
            Self::QuoteAdded | Self::QuoteWithdrawn | Self::Cites | Self::CitesNoMore
        )
    }

    /// Says whether what changed is a quote's words, which are never touched.
    fn is_quote(self) -> bool {
        matches!(
            self,
            Self::QuoteAdded | Self::QuoteWithdrawn | Self::QuoteReworded
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

    /// Describes the change in a line: "said on: Thursday → Monday".
    pub(crate) fn line(&self, describer: &Describer<'a>) -> Description<'_> {
        let quote = self.quote.map(|quote| format!(" {quote}"));
        let words = self.what.words(describer.locale);
        let mut line = Description::text(format!("{words}{}: ", quote.as_deref().unwrap_or("")));
        line.extend(&self.turn(describer));
        line
    }

    pub(crate) fn turn(&self, describer: &Describer<'a>) -> Description<'_> {
        let set = |words| {
            if self.what.is_quote() {
                Cow::Borrowed(words)
            } else {
                describer.set(words)
            }
        };
        match &self.how {
            How::Words(diff) => word_by_word(diff, set),
            How::Turned { was, is } => match (was, is) {
                (Some(was), Some(is)) => {
                    let both = format!("{was}{}{is}", describer.spaced_arrow);
                    Description::text(describer.set(&both).into_owned())
                }
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

/// Describes which words were removed and which were added, the spaces outside of the marks.
fn word_by_word<'d>(diff: &'d WordDiff, set: impl Fn(&'d str) -> Cow<'d, str>) -> Description<'d> {
    let mut description = Description::default();
    for (space, words, text) in diff.spaced() {
        if !space.is_empty() {
            description.push(space);
        }
        match words {
            Words::Same(_) => description.push(set(text)),
            Words::Removed(_) => description.push_marked(Mark::Deleted, set(text)),
            Words::Added(_) => description.push_marked(Mark::Inserted, set(text)),
        }
    }
    description
}
