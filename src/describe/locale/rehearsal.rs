//! Every message, set once before any page needs it.

use fluent_bundle::FluentArgs;

use super::pattern::Entry;
use super::{Locale, LocaleError, Message};

impl Locale {
    /// Sets every message that takes the interpreter, once with texts and once with numbers.
    ///
    /// # Errors
    /// The interpreter finds a fault.
    pub(super) fn rehearse(&self) -> Result<(), LocaleError> {
        let mut all = Message::ALL.iter().zip(&self.entries);
        let fault = all.find_map(|(message, entry)| match entry {
            Entry::Absent | Entry::Pieces(_) => None,
            Entry::Text(_) | Entry::Interpreted => self.fault(*message),
        });
        match fault {
            Some(message) => Err(LocaleError::Unsound {
                tag: self.tag.clone(),
                line: None,
                message,
            }),
            None => Ok(()),
        }
    }

    fn fault(&self, message: Message) -> Option<String> {
        let found = self.bundle.get_message(message.id())?;
        let pattern = found.value()?;
        let (mut texts, mut numbers) = (FluentArgs::new(), FluentArgs::new());
        for name in message.variables() {
            texts.set(*name, "x");
            numbers.set(*name, 2);
        }
        let mut errors = Vec::new();
        for values in [texts, numbers] {
            self.bundle
                .format_pattern(pattern, Some(&values), &mut errors);
        }
        let error = errors.first()?;
        Some(format!("`{}` cannot be set: {error}", message.id()))
    }
}
