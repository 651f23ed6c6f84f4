//! What can change.

use crate::describe::{Locale, Message};

macro_rules! what {
    ($($variant:ident $slug:literal $message:ident;)+) => {
        /// What changed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum What {
            $($variant,)+
        }

        impl What {
            /// Returns the word by which programs know it.
            pub(crate) fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// Says whether the item's own words changed.
            pub(crate) fn is_of_text(self) -> bool {
                matches!(self, Self::Reworded | Self::Question)
            }

            /// Says whether the word alone says that something is new, or gone.
            pub(crate) fn says_which(self) -> bool {
                matches!(
                    self,
                    Self::QuoteAdded | Self::QuoteWithdrawn | Self::Cites | Self::CitesNoMore
                )
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
    Works "works" ChangeWorks;
    Work "work" ChangeWork;
    Roads "roads" ChangeRoads;
    ToldTo "told-to" ChangeToldTo;
    Record "record" ChangeRecord;
    Distance "distance" ChangeDistance;
    Said "said" ChangeSaid;
    About "about" ChangeAbout;
    QuoteAdded "quote-added" ChangeQuoteAdded;
    QuoteWithdrawn "quote-withdrawn" ChangeQuoteWithdrawn;
    QuoteReworded "quote-reworded" ChangeQuoteReworded;
    QuoteLabel "quote-label" ChangeQuoteLabel;
    QuoteStatus "quote-status" ChangeQuoteStatus;
    Characterised "characterised" ChangeCharacterised;
    Note "note" ChangeNote;
    Stance "stance" ChangeStance;
    Claims "claims" ChangeClaims;
    When "when" ChangeWhen;
    Question "question" ChangeQuestion;
    Why "why" ChangeWhy;
}
