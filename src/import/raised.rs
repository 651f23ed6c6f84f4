//! Writes what is set higher or lower in a line without markup, so that no number is made of two: 10⁶ is not 106.

/// How something is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    Higher,
    Lower,
}

impl Set {
    /// Returns how a tag sets what is in it.
    pub(super) fn by(tag: &str) -> Option<Self> {
        match tag {
            "sup" => Some(Self::Higher),
            "sub" | "inf" => Some(Self::Lower),
            _ => None,
        }
    }

    /// Returns the digits and signs that are set so.
    fn row(self) -> &'static str {
        match self {
            Self::Higher => "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ",
            Self::Lower => "₀₁₂₃₄₅₆₇₈₉₊₋ₙ",
        }
    }

    fn letter(self, c: char) -> Option<char> {
        let at = match c {
            '+' => 10,
            '-' | '−' => 11,
            'n' => 12,
            digit => usize::try_from(digit.to_digit(10)?).ok()?,
        };
        self.row().chars().nth(at)
    }

    /// Returns what stands for it where letters have no such form.
    fn mark(self) -> char {
        match self {
            Self::Higher => '^',
            Self::Lower => '_',
        }
    }
}

/// A text that is written piece by piece.
#[derive(Default)]
pub(super) struct Written {
    text: String,
    /// Whether a number ends it that was set higher or lower, and is not seen to be.
    is_apart: bool,
}

impl Written {
    pub(super) fn text(self) -> String {
        self.text
    }

    pub(super) fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.is_apart && text.starts_with(char::is_numeric) {
            self.text.push(' ');
        }
        self.is_apart = false;
        self.text.push_str(text);
    }

    /// Writes what is set higher or lower.
    pub(super) fn set(&mut self, set: Set, content: &str) {
        let bare = content.trim();
        if bare.is_empty() {
            self.push(content);
            return;
        }
        let before = self.text.chars().next_back();
        let letters: Option<String> = bare.chars().map(|c| set.letter(c)).collect();
        // H₂O is as good as H2O, which all write.
        let is_formula = set == Set::Lower
            && before.is_some_and(char::is_alphabetic)
            && bare.chars().all(|c| c.is_ascii_digit());
        // PM2.5, 5-HT1A: as names are written that have a part below.
        let is_name = set == Set::Lower
            && before.is_some_and(char::is_alphabetic)
            && bare.chars().all(|c| c.is_alphanumeric() || c == '.');
        match letters.filter(|_| !is_formula) {
            Some(letters) => {
                let is_set = |c: char| set.row().contains(c);
                if before.is_some_and(is_set) && letters.starts_with(is_set) {
                    self.text.push(' ');
                }
                self.is_apart = false;
                self.push(&letters);
            }
            None if must_be_marked(before, bare) && !is_formula && !is_name => {
                let rest = bare.trim_start_matches(['+', '-', '−']);
                let is_whole = rest.chars().all(|c| c.is_alphanumeric() || c == '.');
                self.text.push(set.mark());
                self.push(&if is_whole {
                    bare.to_owned()
                } else {
                    format!("({bare})")
                });
            }
            None => {
                let start = if is_formula { bare } else { content.trim_end() };
                self.push(start);
            }
        }
        let ends_number = |c: char| c.is_numeric() && !set.row().contains(c);
        self.is_apart = self.text.ends_with(ends_number);
        if content.ends_with(char::is_whitespace) {
            self.push(" ");
        }
    }
}

/// Says whether something else would be read where this just stood behind what is before it: another number, or
/// a letter for how many. Endings such as those of 4th and 1er say nothing of the kind.
fn must_be_marked(before: Option<char>, content: &str) -> bool {
    const ENDINGS: &[&str] = &["a", "d", "e", "o", "r"];
    let is_joined = before.is_some_and(|c| c.is_alphanumeric() || ")].,".contains(c));
    let is_counted = before.is_some_and(char::is_numeric)
        && content.chars().count() == 1
        && content.chars().all(char::is_alphabetic)
        && !ENDINGS.contains(&content);
    is_joined && (content.contains(char::is_numeric) || is_counted)
}

#[cfg(test)]
mod tests {
    use crate::import::without_markup;

    #[test]
    fn no_number_is_made_of_two() {
        for (given, expected) in [
            ("10<sup>6.5</sup> people", "10^6.5 people"),
            ("4<sup>1/2</sup> years", "4^(1/2) years"),
            ("In 2019<sup>1,2</sup>", "In 2019^(1,2)"),
            ("10<sup><i>6</i></sup>", "10⁶"),
            ("10<i><sup>6</sup></i>", "10⁶"),
            ("10<sup> 6</sup> people", "10⁶ people"),
            ("10<sup>6 </sup>people", "10⁶ people"),
            ("10<sup>&minus;6</sup>", "10⁻⁶"),
            ("10<sup>-6.5</sup>", "10^-6.5"),
            ("10<sup>6</sup><sup>7</sup>", "10⁶ ⁷"),
            ("10<sup>10<sup>6</sup></sup>", "10^10⁶"),
            ("10<sup>n</sup>, 2<sup>n-1</sup>", "10ⁿ, 2ⁿ⁻¹"),
            ("10<sup>k</sup>", "10^k"),
            ("5<sup>1</sup>/<sub>2</sub> years", "5¹/₂ years"),
            ("<sup>14</sup>C, <sup>1.5</sup>2", "¹⁴C, 1.5 2"),
            ("PM<sub>2.5</sub>, 5-HT<sub>1A</sub>", "PM2.5, 5-HT1A"),
            ("H<sub>2</sub>5, SO<sub>4</sub><sup>2-</sup>", "H2 5, SO4²⁻"),
            ("x<sub>1</sub><sub>2</sub>", "x1₂"),
            ("7<sub>1.5</sub>", "7_1.5"),
            ("In 2019.<sup>1,2</sup>", "In 2019.^(1,2)"),
            ("COVID-19<sup>1</sup>", "COVID-19¹"),
            (
                "19<sup>th</sup>, 1<sup>er</sup>, 2<sup>e</sup>",
                "19th, 1er, 2e",
            ),
            (
                "2<sup>*</sup>, Brand<sup>TM</sup>, 2 <sup>nd</sup>",
                "2*, BrandTM, 2 nd",
            ),
            ("<sup>a<sub>1</sup>2</sub>", "a1 2"),
        ] {
            assert_eq!(without_markup(given), expected, "{given}");
        }
    }

    #[test]
    fn tags_in_one_another_without_end_are_read() {
        let many = 100_000;
        let text = format!("{}6{}", "<sup>".repeat(many), "</sup>".repeat(many));
        assert_eq!(without_markup(&text), "⁶");
    }
}
