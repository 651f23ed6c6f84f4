//! The briefs that a writer starts from: small, sound, and explained by their comments.

use brief::evidence::Day;

use crate::cli::StarterLanguage;

/// What stands for the day in the texts.
const DAY: &str = "{day}";

/// Returns the text of a brief to start from.
pub(super) fn text(language: StarterLanguage, day: &Day) -> String {
    let text = match language {
        StarterLanguage::En => include_str!("en.yaml"),
        StarterLanguage::Uk => include_str!("uk.yaml"),
    };
    text.replace(DAY, day.as_str())
}

#[cfg(test)]
mod tests {
    use brief::evidence::Day;

    use super::{StarterLanguage, text};

    #[test]
    fn on_every_day_nothing_is_wrong_with_them() {
        for language in [StarterLanguage::En, StarterLanguage::Uk] {
            for day in ["2026-02-28", "2028-02-29", "2031-12-31"] {
                let text = text(language, &Day::parse(day).unwrap());
                let checked = brief::check(text.as_bytes());
                let found: Vec<_> = checked.diagnostics.iter().collect();
                assert!(checked.brief.is_some() && found.is_empty(), "{found:#?}");
            }
        }
    }
}
