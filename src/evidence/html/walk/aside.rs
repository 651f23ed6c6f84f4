//! Says what stands apart from the line that it is in, or may be left out of it.

use super::super::asides::Aside;
use super::super::look::{Display, Style};
use super::super::tree::{Content, Node};
use super::{Walker, is_block};

/// What a reader may take for no word of the text.
const BESIDE: &[&str] = &["button", "input", "mat-icon", "select", "textarea"];

/// What shows something though no text is in it.
const PICTURES: &[&str] = &[
    "canvas", "img", "meter", "object", "progress", "svg", "video",
];

/// So many spaces are as wide as a word.
const WIDE: usize = 4;

/// What holds another page, or what browsers with scripts leave out.
const OTHERS: &[&str] = &["iframe", "noscript"];

/// Words in the names of classes by which style sheets show something in other places, in some windows alone, on
/// paper alone, or as a picture.
const CLASSES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "caption",
    "desktop",
    "footnote",
    "full",
    "hidden",
    "hide",
    "icon",
    "icons",
    "inline",
    "invisible",
    "lg",
    "long",
    "marginnote",
    "material",
    "md",
    "mobile",
    "none",
    "noprint",
    "only",
    "phone",
    "popover",
    "popup",
    "print",
    "promo",
    "pullquote",
    "reader",
    "screen",
    "share",
    "short",
    "show",
    "sidenote",
    "sm",
    "social",
    "sponsored",
    "sr",
    "tablet",
    "tooltip",
    "tooltiptext",
    "visible",
    "visually",
    "xl",
    "xs",
];

/// Classes of the marks of remarks, in what Word saved.
const REMARKS: &[&str] = &["MsoCommentReference"];

/// Classes of fonts in which words are pictures.
const ICONS: &[&str] = &["material-icons", "material-symbols"];

impl Walker<'_> {
    /// Says how an element stands apart as it is shown, and how it may be left out of all.
    pub(super) fn aside(&self, id: usize, style: &Style, is_hidden: bool) -> [Option<Aside>; 2] {
        let node = &self.tree.nodes[id];
        let is_in_box = self.around.last().is_some_and(|around| around.is_in_box);
        let shown = match () {
            () if style.floats && !is_in_box => Some(Aside::Floats),
            () if style.is_aside || OTHERS.iter().any(|name| node.is(name)) => Some(Aside::Perhaps),
            () if node.is_drawing() && !self.is_wordless() && self.has_text(id) => {
                Some(Aside::Perhaps)
            }
            () => None,
        };
        let is_doubtful =
            style.is_in_doubt() || self.is_icon(id, style) || has_class(node, REMARKS);
        let may_be_styled = || !self.styles.is_whole && has_class(node, CLASSES);
        let whole = match () {
            () if is_hidden => Some(Aside::Hidden),
            // Browsers that set no ruby show them in their brackets.
            () if node.is_reading() => Some(Aside::Perhaps),
            () if self.after_hidden == Some(id) => Some(Aside::InPlaceOfLast),
            () if shown.is_some() || is_doubtful => Some(Aside::Perhaps),
            () if BESIDE.iter().any(|name| node.is(name)) => Some(Aside::Perhaps),
            () if is_block(style.display) => Some(Aside::Block),
            () if may_be_styled() => Some(Aside::Perhaps),
            () => None,
        };
        [shown, whole]
    }

    /// Begins what stands apart; returns where it begins among all.
    pub(super) fn begin_aside(&mut self, id: usize, asides: [Option<Aside>; 2]) -> usize {
        if asides[1] == Some(Aside::Hidden) {
            self.before_hidden(id);
        }
        self.writer.begin_aside(asides);
        self.writer.whole_so_far()
    }

    /// Says whether a font may show pictures for the words of an element: no others around it are in that font.
    pub(super) fn is_icon(&self, id: usize, style: &Style) -> bool {
        let node = &self.tree.nodes[id];
        let class = node.attribute("class").unwrap_or_default();
        let mut names = class.split_ascii_whitespace();
        let is_named = |name: &str| ICONS.iter().any(|known| name.starts_with(known));
        let around = self.around.last();
        let is_own = style.has_icons && !around.is_some_and(|around| around.style.has_icons);
        is_own || node.is("mat-icon") || names.any(is_named)
    }

    /// Says whether a text is the name of a picture, in an element that may show pictures for its words.
    pub(super) fn names_icon(&self, text: &str) -> bool {
        let text = text.trim();
        let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let is_icon = self.around.last().is_some_and(|around| around.is_icon);
        is_icon && text.len() > 1 && text.chars().all(is_of_name)
    }

    /// Says whether what stands in an element is in a box in a line, in which it has lines of its own.
    pub(super) fn is_in_box(&self, style: &Style) -> bool {
        let is_in_box = self.around.last().is_some_and(|around| around.is_in_box);
        match style.display {
            _ if style.is_aside => false,
            Display::InlineBlock | Display::InlineFlex => true,
            Display::Inline | Display::Contents => is_in_box || style.gaps[0].is_some(),
            Display::Block | Display::Flex | Display::None | Display::Column => false,
        }
    }

    /// Says whether a drawing sets a text; without one it has its room in the line, and no words to leave out.
    fn has_text(&self, drawing: usize) -> bool {
        let is_text = |node: &Node| matches!(&*node.name.local, "text" | "foreignObject");
        self.tree.has_any(drawing, is_text)
    }

    /// Says whether there are words in an element that stands in what is shown.
    pub(super) fn has_words(&self, id: usize) -> bool {
        self.writer.is_shown() && self.tree.has_any(id, is_word)
    }

    /// Says whether nothing stands in an element but text.
    pub(super) fn is_of_text(&self, id: usize) -> bool {
        let mut children = self.tree.children(id);
        children.all(|child| matches!(self.tree.nodes[child].content, Content::Text(_)))
    }

    /// Says whether an element shows nothing but a ground as wide as a word, beside words.
    pub(super) fn is_blank_in_line(&self, id: usize, style: &Style) -> bool {
        let may_be = style.is_wide || style.is_on_ground;
        if !may_be || !self.writer.is_shown() {
            return false;
        }
        let is_shown = |one: &Node| match &one.content {
            Content::Text(text) => !text.trim().is_empty(),
            Content::Element { .. } => PICTURES.contains(&&*one.name.local),
            Content::Comment(_) | Content::ShadowRoot { .. } | Content::Other => false,
        };
        let is_space = |c: &char| *c == '\u{A0}' || style.keeps_lines && *c == ' ';
        let is_as_wide =
            || style.is_wide || self.tree.words_in(id).chars().filter(is_space).count() >= WIDE;
        self.stands_beside_words(id) && !self.tree.has_any(id, is_shown) && is_as_wide()
    }

    /// Says whether words stand right before or behind an element in its line, or one in which it is alone.
    fn stands_beside_words(&self, id: usize) -> bool {
        let mut at = id;
        // The elements around it, from the innermost.
        let mut around = self.around.iter().rev();
        loop {
            let node = &self.tree.nodes[at];
            let beside = [
                self.written_beside(node.previous, |node| node.previous),
                self.written_beside(node.next, |node| node.next),
            ];
            let parent = around
                .next()
                .filter(|around| !is_block(around.style.display));
            match (beside, node.parent, parent) {
                ([None, None], Some(parent), Some(_)) => at = parent,
                (beside, ..) => {
                    let mut beside = beside.into_iter().flatten();
                    return beside.any(|beside| self.tree.has_any(beside, is_word));
                }
            }
        }
    }

    /// Returns the first node from one on, in a direction, that is not blank.
    fn written_beside(
        &self,
        from: Option<usize>,
        step: fn(&Node) -> Option<usize>,
    ) -> Option<usize> {
        let mut at = from;
        while let Some(node) = at.map(|at| &self.tree.nodes[at])
            && node.is_blank()
        {
            at = step(node);
        }
        at
    }

    /// Says whether only drawings have words here.
    fn is_wordless(&self) -> bool {
        let around = self.around.last();
        around.is_some_and(|around| around.style.is_wordless)
    }

    /// Notes what stands right beside something hidden that ends here.
    pub(super) fn beside_hidden(&mut self, id: usize) {
        self.after_hidden = self.beside(id, |node| node.next);
    }

    /// Notes that what ended last may be shown in place of something hidden, if it stands right before it.
    fn before_hidden(&mut self, id: usize) {
        let last = self.beside(id, |node| node.previous);
        if let Some((_, from, to)) = self.closed.filter(|(closed, ..)| Some(*closed) == last) {
            self.writer.in_place_of_next(from, to);
        }
    }

    /// Returns the element beside another one, if no words stand between them.
    fn beside(&self, id: usize, step: fn(&Node) -> Option<usize>) -> Option<usize> {
        let at = self.written_beside(step(&self.tree.nodes[id]), step);
        at.filter(|at| self.tree.nodes[*at].is_element())
    }
}

impl Node {
    /// Says whether it holds the readings over words.
    pub(super) fn is_reading(&self) -> bool {
        self.is("rt") || self.is("rtc")
    }

    /// Says whether nothing of it is seen, or of a text.
    fn is_blank(&self) -> bool {
        match &self.content {
            Content::Text(text) => text.trim().is_empty(),
            Content::Comment(_) => true,
            Content::Element { .. } | Content::ShadowRoot { .. } | Content::Other => false,
        }
    }
}

/// Says whether a node is text with words.
fn is_word(node: &Node) -> bool {
    matches!(&node.content, Content::Text(text) if text.contains(char::is_alphanumeric))
}

/// Says whether the class of an element has one of some words.
fn has_class(node: &Node, known: &[&str]) -> bool {
    let class = node.attribute("class").unwrap_or_default();
    let mut words = class.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| known.iter().any(|known| word.eq_ignore_ascii_case(known)))
}
