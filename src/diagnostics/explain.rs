//! The codes explained: the table of all, and one at length.
//!
//! The long forms are Markdown files in `explain/`, one a code, named as the code is.

use super::{Code, nearest};

/// Returns all codes as a table for a terminal: code, severity and summary in columns.
pub fn table() -> String {
    let widths = Code::ALL.iter().map(|code| code.slug().len());
    let width = widths.max().unwrap_or(0);
    lines(|code| {
        let (slug, severity) = (code.slug(), code.severity().word());
        format!("{slug:<width$}  {severity:<7}  {}", code.summary())
    })
}

/// Returns all codes as a Markdown table, which the README holds.
pub fn markdown_table() -> String {
    let rows = lines(|code| {
        let (slug, severity) = (code.slug(), code.severity().word());
        format!("| `{slug}` | {severity} | {} |", code.summary())
    });
    format!("| code | severity | meaning |\n| --- | --- | --- |\n{rows}")
}

fn lines(line: impl Fn(Code) -> String) -> String {
    let mut text = String::new();
    for code in Code::ALL {
        text.push_str(&line(*code));
        text.push('\n');
    }
    text
}

/// Returns what a code means, at more length than its summary and in one line.
pub fn what(code: Code) -> String {
    let text = code.explanation();
    let (_, text) = text.split_once("\n\n").unwrap_or_default();
    let (what, _) = text
        .split_once("\n\n**Why it matters.**")
        .unwrap_or((text, ""));
    what.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the code that a mistyped slug was probably meant to be.
pub fn nearest_code(slug: &str) -> Option<&'static str> {
    nearest(slug, Code::ALL.iter().map(|code| code.slug()))
}

#[cfg(test)]
mod tests {
    use super::nearest_code;
    use crate::diagnostics::{Code, Severity};

    const MOST_LINES: usize = 25;

    #[test]
    fn every_code_is_explained_in_the_same_form() {
        for code in Code::ALL {
            let (slug, text) = (code.slug(), code.explanation());
            let title = format!("# {slug}: {}", code.summary());
            assert_eq!(text.lines().next(), Some(title.as_str()), "{slug}");
            assert!(text.lines().count() <= MOST_LINES, "{slug} is too long");
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{slug}");
            let order = ["\n**Why it matters.**", "\nWrong:\n", "\nRight:\n"].map(|part| {
                text.find(part)
                    .unwrap_or_else(|| panic!("{slug} lacks {part:?}"))
            });
            assert!(order.is_sorted(), "{slug}");
            assert_eq!(text.matches("```yaml\n").count(), 2, "{slug}");
        }
    }

    #[test]
    fn every_warning_says_how_to_silence_it_and_no_error_does() {
        for code in Code::ALL {
            let (slug, text) = (code.slug(), code.explanation());
            let says_how = text.contains("\n**To silence it**");
            assert_eq!(says_how, code.severity() == Severity::Warning, "{slug}");
        }
    }

    #[test]
    fn every_right_example_is_yaml() {
        for code in Code::ALL {
            let (_, right) = code
                .explanation()
                .split_once("\nRight:\n```yaml\n")
                .unwrap();
            let (example, _) = right.split_once("```").unwrap();
            let read = serde_yaml::from_str::<serde_yaml::Value>(example);
            assert!(read.is_ok(), "{}: {read:?}", code.slug());
        }
    }

    #[test]
    fn mistyped_codes_are_recognised() {
        assert_eq!(nearest_code("unknwon-id"), Some("unknown-id"));
        assert_eq!(nearest_code("weather"), None);
    }
}
