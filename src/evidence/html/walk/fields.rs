//! Writes what the fields of forms hold, as browsers show it.

use super::super::look::Display;
use super::super::style::For;
use super::super::tree::Node;
use super::super::worded::{BUTTONS, DATES, UNSHOWN_FIELDS};
use super::Walker;

/// An option of a choice, or the name of several.
struct Choice {
    words: String,
    /// What its label stands for.
    unshown: String,
    is_chosen: bool,
    is_enabled: bool,
    is_hidden: bool,
}

impl Walker<'_> {
    /// Writes what a field of one line holds, or what it shows until it holds something.
    pub(super) fn input(&mut self, id: usize, root: usize) {
        let node = &self.tree.nodes[id];
        let kind = node.attribute("type").unwrap_or_default();
        let kind = kind.trim().to_ascii_lowercase();
        let value = node.attribute("value").unwrap_or_default();
        if UNSHOWN_FIELDS.contains(&&*kind) {
            self.writer.add_hidden(value);
        } else if BUTTONS.contains(&&*kind) {
            self.text(value);
        } else if DATES.contains(&&*kind) {
            let from = self.writer.here();
            self.doubtful(value);
            self.writer.end_field(from);
        } else {
            self.field(id, root, value);
        }
    }

    /// Writes what a field of several lines holds.
    pub(super) fn area(&mut self, id: usize, root: usize) {
        let held = self.tree.text_in(id);
        self.field(id, root, &held);
    }

    fn field(&mut self, id: usize, root: usize, held: &str) {
        let node = &self.tree.nodes[id];
        let until_then = node.attribute("placeholder").unwrap_or_default();
        let from = self.writer.here();
        let drawn = self.around.last().and_then(|around| {
            let part = For::Placeholder;
            self.styles.drawn(part, id, root, &around.style)
        });
        if !held.is_empty() {
            self.text(held);
        } else if drawn.is_some_and(|drawn| For::Placeholder.may_be_hidden(&drawn)) {
            self.doubtful(until_then);
        } else {
            self.text(until_then);
        }
        self.writer.end_field(from);
    }

    /// Writes the option that is chosen in the line, and the others, which a reader can open, after the
    /// block.
    pub(super) fn choice(&mut self, id: usize, root: usize) {
        let mut choices = self.choices(id, root);
        let chosen = choices.iter().rposition(|choice| choice.is_chosen);
        let chosen = chosen.or_else(|| choices.iter().position(|choice| choice.is_enabled));
        if let Some(shown) = chosen.map(|index| choices.remove(index)) {
            let from = self.writer.here();
            self.text(&shown.words);
            self.writer.end_field(from);
            self.writer.add_hidden(&shown.unshown);
        }
        for choice in choices {
            self.writer.add_hidden(&choice.unshown);
            if choice.is_hidden || !self.writer.is_shown() {
                self.writer.add_hidden(&choice.words);
            } else {
                self.writer.follow(choice.words);
            }
        }
    }

    fn choices(&self, id: usize, root: usize) -> Vec<Choice> {
        let Some(around) = self.around.last() else {
            return Vec::new();
        };
        let mut choices = Vec::new();
        let mut open: Vec<(usize, bool)> = vec![(id, true)];
        while let Some((id, is_enabled)) = open.pop() {
            let node = &self.tree.nodes[id];
            if node.is("option") {
                let label = node.attribute("label").filter(|label| !label.is_empty());
                let own = self.tree.words_in(id);
                let (words, unshown) = match label {
                    Some(label) => (label.to_owned(), own),
                    None => (own, String::new()),
                };
                let style = self.styles.style(id, root, &around.style);
                choices.push(Choice {
                    words: words.split_whitespace().collect::<Vec<_>>().join(" "),
                    unshown,
                    is_chosen: node.attribute("selected").is_some(),
                    is_enabled: is_enabled && node.attribute("disabled").is_none(),
                    is_hidden: style.display == Display::None,
                });
            } else {
                let is_group = node.is("optgroup");
                if let Some(label) = node.attribute("label").filter(|_| is_group) {
                    choices.push(Choice {
                        words: label.to_owned(),
                        unshown: String::new(),
                        is_chosen: false,
                        is_enabled: false,
                        is_hidden: false,
                    });
                }
                let is_enabled = is_enabled && !(is_group && node.attribute("disabled").is_some());
                let start = open.len();
                open.extend(self.tree.children(id).map(|child| (child, is_enabled)));
                open[start..].reverse();
            }
        }
        choices
    }

    /// Writes the label of an option, or of several.
    pub(super) fn label(&mut self, node: &Node) {
        let label = node.attribute("label").unwrap_or_default();
        self.text(label);
        if node.is("optgroup") {
            self.writer.line_break();
        }
    }
}
