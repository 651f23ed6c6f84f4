//! Sets a space between elements that follow on each other in an element without words of its own: programs that
//! write XML for programs leave it out, and browsers show each in a line.

/// The elements of a text, and where they follow on each other.
#[derive(Default)]
pub(super) struct Between {
    open: Vec<Open>,
    /// Whether each element has words of its own.
    have_words: Vec<bool>,
    /// Where an element begins that follows on another one, and in which.
    places: Vec<(usize, usize)>,
}

struct Open {
    id: usize,
    has_child: bool,
}

impl Between {
    pub(super) fn text(&mut self, text: &str) {
        if let Some(open) = self.open.last()
            && let Some(has_words) = self.have_words.get_mut(open.id)
        {
            *has_words |= !text.trim().is_empty();
        }
    }

    /// Notes an element that begins at a place; a piece of a word may be in one.
    pub(super) fn open(&mut self, at: usize, is_empty: bool, may_be_in_word: bool) {
        if let Some(open) = self.open.last_mut() {
            if open.has_child && !may_be_in_word {
                self.places.push((at, open.id));
            }
            open.has_child = true;
        }
        if !is_empty {
            let id = self.have_words.len();
            self.have_words.push(false);
            self.open.push(Open {
                id,
                has_child: false,
            });
        }
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// Returns a text with the spaces.
    pub(super) fn set_into(&self, text: &str) -> String {
        let mut parted = String::with_capacity(text.len() + self.places.len());
        let mut from = 0;
        for (at, parent) in &self.places {
            if self.have_words.get(*parent) == Some(&false) {
                parted.push_str(text.get(from..*at).unwrap_or_default());
                parted.push(' ');
                from = *at;
            }
        }
        parted.push_str(text.get(from..).unwrap_or_default());
        parted
    }
}
