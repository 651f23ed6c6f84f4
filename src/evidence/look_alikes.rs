//! Says which letters of a quote are others than those of its source, where a reader sees no difference.

use super::nearest::Nearest;
use crate::word_diff::Words;

/// Letters that look alike in most fonts, at some place in a word: those of Persian and Arabic keyboards, and
/// those of Cyrillic and Greek beside the Latin ones.
const ALIKE: &[&str] = &[
    "يیى", "كک", "٠۰", "١۱", "٢۲", "٣۳", "٧۷", "٨۸", "٩۹", "aа", "cс", "eе", "iі", "jј", "oоο",
    "pр", "sѕ", "xх", "yу", "AАΑ", "BВΒ", "CС", "EЕΕ", "HНΗ", "IІΙ", "KКΚ", "MМΜ", "NΝ", "OОΟ",
    "PРΡ", "SЅ", "TТΤ", "XХΧ", "YΥ", "ZΖ",
];

impl Nearest {
    /// Says which letter of the quote looks like another of the source, if all that differs is such letters.
    pub fn look_alike(&self) -> Option<String> {
        let text = |left_out: fn(&Words) -> bool| -> String {
            let parts = self.diff.words().iter().filter(|part| !left_out(part));
            parts
                .map(|part| match part {
                    Words::Same(words) | Words::Removed(words) | Words::Added(words) => &**words,
                })
                .collect()
        };
        let quoted = text(|part| matches!(part, Words::Added(_)));
        let own = text(|part| matches!(part, Words::Removed(_)));
        let (mut letters, mut others) = (quoted.chars(), own.chars());
        let mut found = None;
        loop {
            match (letters.next(), others.next()) {
                (None, None) => break,
                (Some(one), Some(other)) if one == other => {}
                (Some(one), Some(other)) => {
                    let is_alike = |set: &&str| set.contains(one) && set.contains(other);
                    ALIKE.iter().any(is_alike).then_some(())?;
                    found = found.or(Some((one, other)));
                }
                _ => return None,
            }
        }
        let (one, other) = found?;
        let [of_quote, of_source] = [one, other].map(u32::from);
        Some(format!(
            "“{one}” (U+{of_quote:04X}) looks like “{other}” (U+{of_source:04X}), which the source has: copy it from there"
        ))
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};

    #[test]
    fn letters_that_look_alike_are_told_by_their_numbers() {
        for (quote, source, told) in [
            (
                "نمي‌توانيم هزینه را بپردازیم",
                "ما نمی‌توانیم هزینه را بپردازیم.",
                Some("U+064A"),
            ),
            (
                "The сouncil of the town met",
                "The council of the town met.",
                Some("U+0441"),
            ),
            (
                "The counсel of the town met",
                "The council of the town met.",
                None,
            ),
            (
                "The council of a town met",
                "The council of the town met.",
                None,
            ),
        ] {
            let snapshot = Snapshot::read(source.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            let advice = found.nearest.and_then(|nearest| nearest.look_alike());
            let has = advice
                .as_deref()
                .map(|advice| told.is_some_and(|told| advice.contains(told)));
            assert_eq!(has, told.map(|_| true), "{quote}: {advice:?}");
        }
    }
}
