//! Says what a reader has to know of words that stand in their source.

use serde::Serialize;

use super::words::words;

words! {
    /// What a reader has to know of a quote that stands in its source, by the word that locks have for it.
    #[derive(PartialOrd, Ord, Hash, Serialize)]
    Caveat {
        /// It goes on in another block: a paragraph, an item of a list, a cell.
        SeveralBlocks "several-blocks",
        /// The source struck words of it out.
        StruckOut "struck-out",
        /// It leaves out words that the source struck out.
        WithoutStruckOut "without-struck-out",
        /// It leaves out words that only a style sheet of the source writes.
        WrittenBetween "written-between",
    }
}

impl Caveat {
    /// Says it in words, to follow the check.
    pub fn what(self) -> &'static str {
        match self {
            Self::SeveralBlocks => "it goes on in another paragraph, item or cell",
            Self::StruckOut => "the source struck words of it out",
            Self::WrittenBetween => "a style sheet of the source writes words in it",
            Self::WithoutStruckOut => "the source has words in it that it struck out",
        }
    }
}
