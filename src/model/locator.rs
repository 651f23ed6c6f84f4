//! Holds locators: where in its source something stands.

use super::text::Line;
use super::words::words;

/// A place in a source: "p. 12".
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Locator {
    /// What is counted.
    pub label: LocatorLabel,
    /// Which of them, or which several.
    pub value: Line,
}

words! {
    /// What a source is divided into, the locators of CSL 1.0.2. Where there are several, they are
    /// told in this order, from wide to narrow.
    #[derive(PartialOrd, Ord)]
    LocatorLabel {
        /// A volume of several.
        Volume "volume",
        /// An issue of a periodical.
        Issue "issue",
        /// A version.
        Version "version",
        /// A supplement.
        Supplement "supplement",
        /// A book of a larger work.
        Book "book",
        /// A title of a code of law.
        TitleLocator "title-locator",
        /// A part of several.
        Part "part",
        /// An act of a play.
        Act "act",
        /// A scene of a play.
        Scene "scene",
        /// A chapter.
        Chapter "chapter",
        /// An article of a law or a treaty.
        ArticleLocator "article-locator",
        /// A section.
        Section "section",
        /// A rule of court.
        Rule "rule",
        /// A canon of church law.
        Canon "canon",
        /// An appendix.
        Appendix "appendix",
        /// A musical work by its number.
        Opus "opus",
        /// The number of an article that has no pages.
        Elocation "elocation",
        /// An entry, by its head word.
        SubVerbo "sub-verbo",
        /// A leaf of a manuscript.
        Folio "folio",
        /// A page, or several.
        Page "page",
        /// A column.
        Column "column",
        /// A paragraph.
        Paragraph "paragraph",
        /// A verse.
        Verse "verse",
        /// A line, or several.
        Line "line",
        /// A figure.
        Figure "figure",
        /// A table.
        Table "table",
        /// An equation.
        Equation "equation",
        /// A footnote or an endnote.
        Note "note",
        /// A time from the beginning of a recording.
        Timestamp "timestamp",
    }
}

impl Locator {
    /// Says whether the value is several or a range: `12–14`, `3, 5`, `4 and 7`.
    pub fn is_several(&self) -> bool {
        let value = &*self.value;
        let numbers = |text: &str| text.trim().parse::<u64>();
        let is_range = value.split_once('-').is_some_and(
            |(from, to)| matches!((numbers(from), numbers(to)), (Ok(from), Ok(to)) if from < to),
        );
        is_range || value.contains(['–', ',', ';', '&']) || value.contains(" and ")
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Locator, LocatorLabel};

    #[test]
    fn ranges_and_lists_are_several() {
        let is_several = |value| {
            let label = LocatorLabel::Page;
            let value = Line::parse(value).unwrap();
            Locator { label, value }.is_several()
        };
        for several in ["12–14", "12-14", "3, 5", "4 & 7", "4 and 7", "xi–xiii"] {
            assert!(is_several(several), "{several}");
        }
        for one in ["12", "A-12", "3-1", "00:12:30", "xii", "S3", "12 ff."] {
            assert!(!is_several(one), "{one}");
        }
    }
}
