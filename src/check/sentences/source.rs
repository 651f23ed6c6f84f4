//! Cuts the text of a source into its sentences, those within quote marks too.

use std::ops::Range;

use super::ends::ends;
use crate::check::quotations::quotations;
use crate::evidence::paragraphs;

/// Returns the sentences of a text in a language, paragraph by paragraph, without the spaces around them.
/// What has no letter or digit is none.
pub(crate) fn sentences_in(text: &str, language: &str) -> Vec<Vec<Range<usize>>> {
    let language = language
        .split('-')
        .next()
        .unwrap_or("")
        .to_ascii_lowercase();
    let paragraphs = paragraphs(text).into_iter();
    let sentences = paragraphs.map(|paragraph| {
        let words = text.get(paragraph.clone()).unwrap_or("");
        let cut = of_paragraph(words, &language).into_iter();
        cut.map(|at| paragraph.start + at.start..paragraph.start + at.end)
            .collect()
    });
    sentences
        .filter(|sentences: &Vec<Range<usize>>| !sentences.is_empty())
        .collect()
}

fn of_paragraph(text: &str, language: &str) -> Vec<Range<usize>> {
    let mut cuts = ends(text, language, false);
    // In running text, sentences within quote marks are not cut: one that cites stands after them.
    for quote in quotations(text) {
        let words = text.get(quote.clone()).unwrap_or("");
        let mark = words.chars().next().map_or(0, char::len_utf8);
        let inner = words.get(mark..).unwrap_or("");
        let last_word = inner.rfind(char::is_alphanumeric).unwrap_or(0);
        let inner_ends = ends(inner, language, false).into_iter();
        cuts.extend(
            inner_ends
                .filter(|end| *end <= last_word)
                .map(|end| quote.start + mark + end),
        );
    }
    cuts.sort_unstable();
    cuts.dedup();
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ranges = starts.zip(cuts.iter().copied()).filter_map(|(start, end)| {
        let words = text.get(start..end)?;
        let from = start + (words.len() - words.trim_start().len());
        words
            .contains(char::is_alphanumeric)
            .then(|| from..from + words.trim().len())
    });
    ranges.collect()
}

#[cfg(test)]
mod tests {
    use super::sentences_in;

    fn of<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
        let all = sentences_in(text, language).into_iter().flatten();
        all.filter_map(|at| text.get(at)).collect()
    }

    #[test]
    fn sentences_end_within_quote_marks_too() {
        assert_eq!(
            of(
                "Ann spoke. “We begin. Nobody waits,” she said. “So be it.” *\n\nDr. Bell left.",
                "en"
            ),
            [
                "Ann spoke.",
                "“We begin.",
                "Nobody waits,” she said.",
                "“So be it.”",
                "Dr. Bell left."
            ]
        );
        assert_eq!(
            of("市長は述べた。「始める。待たない。」と言った。", "ja"),
            ["市長は述べた。", "「始める。", "待たない。」と言った。"]
        );
        assert_eq!(
            of("Міністр м. Києва мовчав. Ніхто не питав.", "uk").len(),
            2
        );
        assert_eq!(of("ראש העיר אמר זאת. איש לא שאל.", "he").len(), 2);
        assert!(of("* * *\n—", "en").is_empty());
    }
}
