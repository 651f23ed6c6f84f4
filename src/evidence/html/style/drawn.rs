//! Says how style sheets show a part of an element, and whether they hide it: its first line, its first
//! letter, what a field asks for.

use super::super::look::{Display, Gap, Style};
use super::applied::apply;
use super::away::Kind;
use super::chosen::Chosen;
use super::contents::{has_any_word, has_words};
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
        let is_of_line = matches!(drawn.display, Display::Inline | Display::InlineBlock);
        // What stands aside does so with what is written in it.
        let is_aside = drawn.is_aside || style.is_aside;
        let is_in_line = is_of_line && !is_aside && !self.may_be_hidden(drawn);
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
            is_left_out: is_in_line && !is_gone && has_words(&words),
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

impl Styles<'_> {
    /// Says how a part of an element, which is shown so, is shown, if style sheets tell.
    pub(in super::super) fn drawn(
        &self,
        part: For,
        id: usize,
        root: usize,
        style: &Style,
    ) -> Option<Style> {
        let scope = self.scope(root).filter(|scope| scope.has(part));
        let scope = scope.filter(|_| !self.is_exhausted())?;
        let (element, host) = (self.matched.element(id), self.host(root));
        let mut chosen = Chosen::default();
        scope.choose(part, &element, host.as_ref(), &mut chosen);
        let mut default = Style::within(style);
        if part == For::Opened {
            default.display = Display::Block;
        }
        default.variables = chosen.settle(style.variables.as_ref());
        let kind = Kind {
            may_be_cut: matches!(part, For::BeforeShown | For::AfterShown | For::Opened),
            is_drawn: false,
            is_box: false,
        };
        let drawn = apply(&chosen, &default, style, kind);
        Some(Style {
            // Marks stand for all letters or for none.
            is_disguised: style.is_disguised,
            ..drawn
        })
    }
}
