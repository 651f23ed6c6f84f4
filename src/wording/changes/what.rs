//! What can change.

macro_rules! what {
    ($($variant:ident $slug:literal $words:literal;)+) => {
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
            pub(crate) fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }
        }
    };
}

what! {
    Reworded "reworded" "reworded";
    Cites "cites" "now cites";
    CitesNoMore "cites-no-more" "cites no more";
    Voices "voices" "said by";
    Voice "voice" "voice";
    Works "works" "first in";
    Work "work" "work";
    Roads "roads" "by way of";
    ToldTo "told-to" "said to";
    Record "record" "record";
    Distance "distance" "distance";
    Said "said" "said on";
    About "about" "about";
    QuoteAdded "quote-added" "quote added";
    QuoteWithdrawn "quote-withdrawn" "quote withdrawn";
    QuoteReworded "quote-reworded" "quote reworded";
    QuoteLabel "quote-label" "quote labelled";
    QuoteStatus "quote-status" "quote check";
    Characterised "characterised" "the source’s view";
    Note "note" "our note";
    Stance "stance" "stance";
    Claims "claims" "rests on";
    When "when" "date";
    Question "question" "question";
    Why "why" "reason";
}
