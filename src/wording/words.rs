//! English in small types: numbers, plurals and lists.

use std::fmt;

/// A number as running text has it: a word up to twelve, figures beyond.
pub(crate) struct Number(pub(crate) usize);

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const WORDS: [&str; 13] = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        match WORDS.get(self.0) {
            Some(word) => formatter.write_str(word),
            None => fmt::Display::fmt(&Grouped(self.0), formatter),
        }
    }
}

/// A number in figures, thousands parted by commas.
pub(crate) struct Grouped(pub(crate) usize);

impl fmt::Display for Grouped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 1_000 {
            return write!(formatter, "{}", self.0);
        }
        write!(
            formatter,
            "{},{:03}",
            Grouped(self.0 / 1_000),
            self.0 % 1_000
        )
    }
}

/// A number and its noun: "one claim", "no claims", "1,200 claims".
pub(crate) struct Count(pub(crate) usize, pub(crate) &'static str);

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ending = if self.0 == 1 { "" } else { "s" };
        write!(formatter, "{} {}{ending}", Number(self.0), self.1)
    }
}

/// A list in running text: "a, b and c".
pub(crate) fn list<T: fmt::Display>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.to_string(),
        [firsts @ .., last] => {
            let firsts: Vec<String> = firsts.iter().map(ToString::to_string).collect();
            format!("{} and {last}", firsts.join(", "))
        }
    }
}

/// Returns the text with its first letter as a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Returns a noun with the ending of possession.
pub(crate) fn possessive(noun: &str) -> String {
    let ending = if noun.ends_with(['s', 'S']) {
        "’"
    } else {
        "’s"
    };
    format!("{noun}{ending}")
}

#[cfg(test)]
mod tests {
    use super::{Count, Number, capitalised, list, possessive};

    #[test]
    fn numbers_are_words_up_to_twelve() {
        assert_eq!(Number(12).to_string(), "twelve");
        assert_eq!(Number(13).to_string(), "13");
        assert_eq!(Number(1_234_567).to_string(), "1,234,567");
        assert_eq!(Number(10_005).to_string(), "10,005");
        assert_eq!(Count(1, "claim").to_string(), "one claim");
        assert_eq!(Count(0, "claim").to_string(), "no claims");
    }

    #[test]
    fn lists_end_in_and() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn words_are_bent() {
        assert_eq!(capitalised("the joint statement"), "The joint statement");
        assert_eq!(possessive("NBC News"), "NBC News’");
        assert_eq!(possessive("Newsmax"), "Newsmax’s");
    }
}
