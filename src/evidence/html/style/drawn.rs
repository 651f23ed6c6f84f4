//! Says how style sheets show a part of an element, and whether they hide it: its first line, its first
//! letter, what a field asks for, what they write before it and after it.

use super::super::look::{Display, Gap, Style};
use super::applied::apply;
use super::away::{Cuts, Kind, What};
use super::chosen::Chosen;
use super::contents::{Around, Written, has_any_word, has_words, may_matter};
use super::declared::{Property, Value};
use super::{Added, For, Styles};

impl For {
    /// Says whether a part of an element that is shown so is hidden or may be.
    pub(in super::super) fn may_be_hidden(self, shown: &Style) -> bool {
        // Nothing fades or moves a line by itself.
        let is_away = shown.is_skipped && self != Self::FirstLine;
        let is_gone =
            shown.display == Display::None && matches!(self, Self::Placeholder | Self::Opened);
        is_gone || !shown.is_seen() || is_away || shown.is_in_doubt()
    }

    /// Says how words are shown that style sheets add to an element. Of those that are hidden, or are pictures,
    /// only the room is left.
    pub(super) fn added(self, words: String, drawn: &Style, style: &Style) -> Added {
        let is_gone = !drawn.is_seen() || drawn.is_skipped || drawn.has_icons;
        let is_of_line = match drawn.display {
            Display::Inline | Display::InlineBlock | Display::InlineFlex | Display::Contents => {
                true
            }
            Display::Block | Display::Flex => style.display == Display::InlineFlex,
            Display::None | Display::Column => false,
        };
        // What stands aside does so with what is written in it.
        let is_aside = drawn.is_aside || style.is_aside;
        let is_in_line = is_of_line && !is_aside;
        let is_bar = drawn.is_wide && drawn.is_visible && !drawn.is_skipped;
        let is_read = has_words(&words) && !is_gone && !self.may_be_hidden(drawn);
        let joins = |side: usize, part: Self| {
            let is_within = self == part || style.display == Display::Inline;
            is_of_line
                && !drawn.is_aside
                && !is_gone
                && is_within
                && drawn.raised.is_none()
                && drawn.gaps[side] != Some(Gap::Surely)
        };
        Added {
            is_left_out: is_in_line && (is_read || is_bar),
            covers: drawn.covers,
            is_alone: !style.is_seen(),
            joins: [joins(0, Self::AfterShown), joins(1, Self::BeforeShown)],
            words: if is_gone && has_any_word(&words) {
                String::new()
            } else {
                words
            },
        }
    }
}

/// Elements before and after which nothing is written, whatever a style sheet says.
const PARTLESS: &[&str] = &[
    "audio", "br", "canvas", "embed", "iframe", "select", "svg", "textarea", "video", "wbr",
];

impl Styles<'_> {
    /// Returns what style sheets write before and after an element in a tree.
    pub(in super::super) fn written(
        &self,
        id: usize,
        root: usize,
        style: &Style,
    ) -> [Option<Added>; 2] {
        let node = &self.matched.tree.nodes[id];
        if self.is_exhausted() || PARTLESS.contains(&&*node.name.local) {
            return [None, None];
        }
        [
            (For::Before, For::BeforeShown),
            (For::After, For::AfterShown),
        ]
        .map(|(of, part)| {
            let words = self.words(of, id, root, style)?;
            let is_empty = words.trim().is_empty();
            let drawn = (is_empty || may_matter(&words)).then(|| self.drawn(part, id, root, style));
            let drawn = drawn.flatten().unwrap_or_else(|| Style::within(style));
            // An element that is not seen may have a part that is.
            let is_shown = style.is_seen() || drawn.is_seen();
            is_shown.then(|| part.added(words, &drawn, style))
        })
    }

    /// Returns what style sheets write before or after an element, which is shown so.
    fn words(&self, of: For, id: usize, root: usize, style: &Style) -> Option<String> {
        let node = &self.matched.tree.nodes[id];
        if !self.has[of as usize] && !node.is("q") {
            return None;
        }
        let mut chosen = Chosen::default();
        self.choose(of, id, root, &mut chosen);
        let variables = self.settle(&mut chosen, style);
        let around = Around {
            variables: variables.as_ref(),
            counters: &self.counters,
            page: &self.matched,
        };
        if chosen.get(Property::Display) == Some(Value::Display(Display::None)) {
            return None;
        }
        let is_own = matches!(chosen.get(Property::Content), None | Some(Value::Revert));
        if is_own && node.is("q") {
            let mark = Written::quote(of == For::Before).at(node, around);
            return Some(mark).filter(|mark| has_words(mark));
        }
        let written = self.content(&chosen);
        let made = written.filter(|written| written.is_made());
        made.map(|written| written.at(node, around))
    }

    /// Says how a part of an element, which is shown so, is shown, if style sheets tell.
    pub(in super::super) fn drawn(
        &self,
        part: For,
        id: usize,
        root: usize,
        style: &Style,
    ) -> Option<Style> {
        if !self.has[part as usize] || self.is_exhausted() {
            return None;
        }
        let mut chosen = Chosen::default();
        self.choose(part, id, root, &mut chosen);
        let mut default = Style::within(style);
        if part == For::Opened {
            default.display = Display::Block;
        }
        default.variables = self.settle(&mut chosen, style);
        let kind = Kind {
            may_be_cut: matches!(part, For::BeforeShown | For::AfterShown | For::Opened),
            what: What::Text,
            is_box: false,
            cuts: Cuts::No,
        };
        let drawn = apply(&chosen, &default, style, kind);
        Some(Style {
            // Marks stand for all letters or for none.
            is_disguised: style.is_disguised,
            ..drawn
        })
    }
}
