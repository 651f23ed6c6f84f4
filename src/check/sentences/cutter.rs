//! Running text cut in pieces, emphasis and links along with it.

use crate::check::markdown::CITATION;
use crate::model::Inline;

/// Cuts parts where the flat text is cut; the last end is the end of the text.
pub(super) fn cut(parts: Vec<Inline>, ends: &[usize]) -> Vec<Vec<Inline>> {
    let mut cutter = Cutter {
        ends,
        at: 0,
        frames: vec![(None, Vec::new())],
        done: Vec::new(),
    };
    for part in parts {
        cutter.walk(part);
    }
    cutter.cut();
    cutter.done
}

/// Goes through the parts once and cuts at the ends.
struct Cutter<'e> {
    ends: &'e [usize],
    at: usize,
    /// The open parts, outermost first; the first is the sentence itself.
    frames: Vec<(Option<Inline>, Vec<Inline>)>,
    done: Vec<Vec<Inline>>,
}

impl Cutter<'_> {
    fn walk(&mut self, part: Inline) {
        match part {
            Inline::Text(text) => self.text(&text),
            Inline::Code(ref code) => self.leaf(code.len(), part),
            Inline::Citation(_) => self.leaf(CITATION.len_utf8(), part),
            Inline::Emphasis(inner) => self.nest(Inline::Emphasis(Vec::new()), inner),
            Inline::Strong(inner) => self.nest(Inline::Strong(Vec::new()), inner),
            Inline::Link(to, inner) => self.nest(Inline::Link(to, Vec::new()), inner),
        }
    }

    fn nest(&mut self, shell: Inline, inner: Vec<Inline>) {
        self.frames.push((Some(shell), Vec::new()));
        for part in inner {
            self.walk(part);
        }
        if let Some((Some(shell), inner)) = self.frames.pop() {
            self.put(shell, inner);
        }
    }

    fn put(&mut self, shell: Inline, inner: Vec<Inline>) {
        if inner.is_empty() {
            return;
        }
        let part = match shell {
            Inline::Emphasis(_) => Inline::Emphasis(inner),
            Inline::Strong(_) => Inline::Strong(inner),
            Inline::Link(to, _) => Inline::Link(to, inner),
            leaf @ (Inline::Text(_) | Inline::Code(_) | Inline::Citation(_)) => leaf,
        };
        self.push(part);
    }

    fn push(&mut self, part: Inline) {
        if let Some((_, parts)) = self.frames.last_mut() {
            parts.push(part);
        }
    }

    fn leaf(&mut self, length: usize, part: Inline) {
        self.cut_if_due();
        self.at += length;
        self.push(part);
    }

    fn text(&mut self, text: &str) {
        let mut left = text;
        while !left.is_empty() {
            self.cut_if_due();
            let end = self.ends.first().map_or(left.len(), |end| end - self.at);
            let (now, later) = left.split_at_checked(end).unwrap_or((left, ""));
            self.at += now.len();
            left = later;
            let opens = self.frames.iter().all(|(_, parts)| parts.is_empty());
            let now = if opens { now.trim_start() } else { now };
            if !now.is_empty() {
                self.push(Inline::Text(now.to_owned()));
            }
        }
    }

    fn cut_if_due(&mut self) {
        while self.ends.first().is_some_and(|end| *end <= self.at) {
            self.cut();
        }
    }

    /// Ends the sentence: what is open closes, and opens again in the next.
    fn cut(&mut self) {
        self.ends = self.ends.get(1..).unwrap_or_default();
        let mut shells = Vec::new();
        while self.frames.len() > 1 {
            if let Some((Some(shell), inner)) = self.frames.pop() {
                self.put(shell.clone(), inner);
                shells.push(shell);
            }
        }
        if let Some((_, parts)) = self.frames.last_mut() {
            self.done.push(std::mem::take(parts));
        }
        for shell in shells.into_iter().rev() {
            self.frames.push((Some(shell), Vec::new()));
        }
    }
}
