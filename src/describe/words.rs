//! Numbers and lists.

use std::ops::Deref;

use fluent_bundle::FluentValue;

use super::locales::{Locale, Message};

impl Locale {
    /// Returns a number as running text has it: in English a word up to twelve, figures beyond.
    pub(crate) fn number(&self, number: usize) -> String {
        let figures = self.figures(number);
        filled!(self, Number, "count": number, "figures": figures)
    }

    /// Returns a number in figures, thousands parted.
    pub(crate) fn figures(&self, number: usize) -> String {
        if number < 1_000 {
            return number.to_string();
        }
        let separator = self.text(Message::GroupSeparator);
        let (thousands, rest) = (self.figures(number / 1_000), number % 1_000);
        format!("{thousands}{separator}{rest:03}")
    }

    /// Returns a message that says how many: "two more sources".
    pub(crate) fn counted(&self, message: Message, count: usize) -> String {
        let number = self.number(count);
        self.with(
            message,
            [("count", count.into()), ("number", number.into())],
        )
    }

    /// Returns a list in running text: "a, b and c".
    pub(crate) fn list<T: Deref<Target = str>>(&self, items: &[T]) -> String {
        let ends = |message, first: FluentValue<'_>, last: &T| {
            self.with(message, [("first", first), ("last", (&**last).into())])
        };
        match items {
            [] => String::new(),
            [only] => str::to_owned(only),
            [first, last] => ends(Message::ListTwo, (&**first).into(), last),
            [firsts @ .., last] => ends(Message::ListLast, self.joined(firsts).into(), last),
        }
    }

    /// Returns a list without an end: "a, b, c".
    pub(crate) fn joined<T: Deref<Target = str>>(&self, items: &[T]) -> String {
        let mut out = String::new();
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                out.push_str(self.text(Message::ListSeparator));
            }
            out.push_str(item);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use crate::describe::{Locales, Message};
    use crate::model::Language;

    #[test]
    fn english_numbers_are_words_up_to_twelve() {
        let locales = Locales::default();
        let english = locales.of(&Language::parse("en-GB").unwrap());
        assert_eq!(english.number(0), "no");
        assert_eq!(english.number(12), "twelve");
        assert_eq!(english.number(13), "13");
        assert_eq!(english.number(1_234_567), "1,234,567");
        assert_eq!(english.number(10_005), "10,005");
        assert_eq!(english.counted(Message::MoreSources, 1), "one more source");
        assert_eq!(english.counted(Message::MoreSources, 0), "no more sources");
    }

    #[test]
    fn english_lists_end_in_and() {
        let locales = Locales::default();
        let english = locales.of(&Language::parse("en").unwrap());
        assert_eq!(english.list::<String>(&[]), "");
        assert_eq!(english.list(&["a"]), "a");
        assert_eq!(english.list(&["a", "b"]), "a and b");
        assert_eq!(english.list(&["a", "b", "c"]), "a, b and c");
    }
}
