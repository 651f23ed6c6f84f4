//! Writes what is shown of a page apart from what is hidden.

use super::asides::Aside;
use super::firsts::{First, Firsts};
use super::glued::glued;
use super::lines::{BETWEEN, Lines, Page};
use super::look::{Case, Gap, Style};
use super::raised::{Note, Raised, note, raised};
use super::set_apart::set_apart;
use super::style::Added;
use super::turned::{add, is_turned, turned};
use super::worded::untagged;

/// Where text goes.
enum To {
    Shown,
    /// A part that is hidden, as it would be shown.
    Hidden(Lines),
    /// A reading set over a word in ruby.
    Reading(Lines),
}

#[derive(Default)]
pub(super) struct Writer {
    shown: Lines,
    whole: Lines,
    hidden: String,
    /// The parts around the current node that do not go where the one around them goes.
    parts: Vec<To>,
    /// What follows the current block: its readings, options that are not chosen.
    following: Vec<String>,
    firsts: Firsts,
}

impl Writer {
    pub(super) fn hide(&mut self) {
        self.parts.push(To::Hidden(Lines::default()));
    }

    /// Begins what is shown in a part that is hidden.
    pub(super) fn show(&mut self) {
        self.parts.push(To::Shown);
    }

    pub(super) fn begin_reading(&mut self) {
        self.parts.push(To::Reading(Lines::default()));
    }

    /// Ends what was begun last.
    pub(super) fn end(&mut self) {
        match self.parts.pop() {
            Some(To::Hidden(lines)) => {
                self.add_hidden(&lines.shown.text);
                if !lines.shown.gaps.is_empty() {
                    self.add_hidden(&lines.shown.set_apart());
                }
            }
            Some(To::Reading(lines)) => {
                let shown = &mut self.lines().shown;
                let place = shown.text.len();
                shown.readings.push((place, lines.shown.text.clone()));
                self.following.push(lines.shown.text);
            }
            Some(To::Shown) | None => {}
        }
    }

    pub(super) fn is_shown(&self) -> bool {
        !matches!(self.parts.last(), Some(To::Hidden(_)))
    }

    fn lines(&mut self) -> &mut Lines {
        match self.parts.last_mut() {
            Some(To::Hidden(lines) | To::Reading(lines)) => lines,
            Some(To::Shown) | None => &mut self.shown,
        }
    }

    /// Ends a block, or begins one.
    pub(super) fn edge(&mut self) {
        self.lines().edge();
        self.whole.edge();
        if !matches!(self.parts.last(), Some(To::Shown) | None) {
            return;
        }
        for words in std::mem::take(&mut self.following) {
            for lines in [&mut self.shown, &mut self.whole] {
                lines.write(&words, true);
                lines.edge();
            }
        }
    }

    /// Begins what stands apart from the line that it is in, as it is shown, and among all.
    pub(super) fn begin_aside(&mut self, [shown, whole]: [Option<Aside>; 2]) {
        if let Some(kind) = shown {
            self.lines().begin_aside(kind);
        }
        if let Some(kind) = whole {
            self.whole.begin_aside(kind);
        }
    }

    pub(super) fn end_aside(&mut self, [shown, whole]: [Option<Aside>; 2]) {
        if shown.is_some() {
            self.lines().end_aside();
        }
        if whole.is_some() {
            self.whole.end_aside();
        }
    }

    /// Returns how long all parts are up to here.
    pub(super) fn whole_so_far(&self) -> usize {
        self.whole.shown.text.len()
    }

    /// Notes that what is hidden next may be shown in place of what stands at a place.
    pub(super) fn in_place_of_next(&mut self, from: usize, to: usize) {
        let words = self.whole.shown.text.get(from..to).unwrap_or_default();
        let start = to - words.trim_start().len();
        if start < to {
            self.whole.asides.add(Aside::InPlaceOfNext, start..to);
        }
    }

    pub(super) fn line_break(&mut self) {
        self.lines().line_break();
        self.whole.line_break();
    }

    /// Notes what a style sheet writes: no text of the page, but what sets its words apart. An empty one may
    /// have a size.
    pub(super) fn written(&mut self, added: &Added) {
        let text = &*added.words;
        let quotes: &[char] = &['"', '\'', '“', '”', '„', '‘', '’', '«', '»', '‹', '›'];
        let is_quote = text.trim_matches(quotes).is_empty();
        // A quote may hold a mark.
        let has_word = text.contains(char::is_alphanumeric);
        let drawn = if has_word { text } else { text.trim() };
        // “5 %” is no 5.
        let joins_first = !text.starts_with(char::is_whitespace) || drawn.starts_with(['%', '‰']);
        let joins_last = !text.ends_with(char::is_whitespace);
        let [first, last] = added.joins;
        let lines = self.lines();
        lines.draw(drawn, [first && joins_first, last && joins_last]);
        lines.gap(if is_quote { Gap::Perhaps } else { Gap::Surely });
        let at = lines.shown.text.len();
        if has_word {
            lines.shown.written.push(at);
        }
        if added.is_left_out {
            lines.shown.left_out.push(at);
        }
        if has_word && !added.is_alone {
            // Whatever it is glued to.
            self.whole.begin_aside(Aside::Perhaps);
            self.whole.write(&format!(" {text} "), false);
            self.whole.end_aside();
        }
    }

    /// Notes a bar over words.
    pub(super) fn bar(&mut self) {
        let shown = &mut self.lines().shown;
        shown.left_out.push(shown.text.len());
    }

    /// Notes that something else may follow here as it is read.
    pub(super) fn reorder(&mut self) {
        let shown = &mut self.lines().shown;
        shown.unordered.push(shown.text.len());
    }

    /// Notes a picture that may be of letters, of which nothing else is known.
    pub(super) fn picture(&mut self) {
        let shown = &mut self.lines().shown;
        shown.pictures.push(shown.text.len());
    }

    /// Notes a picture that may be of letters of the text.
    pub(super) fn draw(&mut self, words: &str) {
        self.lines().draw(words, [false; 2]);
    }

    pub(super) fn gap(&mut self, gap: Gap) {
        self.lines().gap(gap);
    }

    pub(super) fn open_quote(&mut self) {
        self.lines().open_quote();
    }

    pub(super) fn close_quote(&mut self) {
        self.lines().close_quote();
    }

    /// Writes text that stands in an element which is shown so.
    pub(super) fn write(
        &mut self,
        text: &str,
        style: &Style,
        is_struck: bool,
        how: Option<Raised>,
    ) {
        let text = &*raised(text, how);
        let is_turned = style.is_overridden && is_turned(text, style.is_from_right);
        let is_doubtful = style.is_in_doubt() || style.is_formula || is_turned;
        let at = self.whole.write(text, style.keeps_lines);
        if is_doubtful || is_struck {
            self.whole.asides.add(Aside::Perhaps, at);
        }
        let lines = self.lines();
        let at = lines.write(text, style.keeps_lines);
        if at.is_empty() {
            return;
        }
        if how.is_some() {
            lines.shown.raised.push(at.clone());
        }
        if style.is_formula {
            // What stands beside it is another text without it.
            lines.shown.unordered.extend([at.start, at.end]);
        }
        if is_turned {
            lines.shown.turned.push(at.clone());
        }
        if is_doubtful {
            lines.shown.doubtful.push(at.clone());
        }
        if is_struck {
            lines.shown.struck.push(at.clone());
        }
        if style.case != Case::AsWritten {
            lines.shown.cases.push((at, style.case));
        }
    }

    /// Returns how long the text is up to here.
    pub(super) fn here(&mut self) -> usize {
        self.lines().shown.text.len()
    }

    /// Takes what was raised since a place for the mark of a footnote, if it is one.
    pub(super) fn end_raised(&mut self, from: usize, is_linked: bool) {
        let text = &self.lines().shown.text;
        let Some((before, words)) = text.split_at_checked(from) else {
            return;
        };
        let note = note(before, words, is_linked);
        let words = words.trim_start().to_owned();
        let at = text.len() - words.len()..text.len();
        let whole = &mut self.whole;
        if note == Note::Yes && whole.shown.text.ends_with(&words) {
            let end = whole.shown.text.len();
            whole.asides.add(Aside::Perhaps, end - words.len()..end);
        }
        let shown = &mut self.lines().shown;
        match note {
            Note::Yes => shown.notes.push(at),
            Note::Perhaps => shown.doubtful_notes.push(at),
            Note::No => {}
        }
    }

    /// Notes that what was written since a place is what a field holds.
    pub(super) fn end_field(&mut self, from: usize) {
        let shown = &mut self.lines().shown;
        let words = shown.text.get(from..).unwrap_or_default();
        let start = shown.text.len() - words.trim_start().len();
        if start < shown.text.len() {
            shown.fields.push(start..shown.text.len());
        }
    }

    /// Returns how long the shown text is, whatever part this is.
    pub(super) fn shown_so_far(&self) -> usize {
        self.shown.shown.text.len()
    }

    /// Notes that what is shown since a place stands in a frame, whose page was at an address.
    pub(super) fn end_frame(&mut self, from: usize, address: &str) {
        let shown = &mut self.shown.shown;
        if from < shown.text.len() && !address.is_empty() {
            let at = from..shown.text.len();
            shown.frames.push((at, address.to_owned()));
        }
    }

    /// Notes the first words of an element that ends here.
    pub(super) fn end_first(&mut self, first: First) {
        self.firsts.end(first, &mut self.shown.shown);
    }

    /// Adds words that follow the current block, in a line of their own.
    pub(super) fn follow(&mut self, words: String) {
        self.following.push(words);
    }

    /// Adds text of the file that is no text of the page.
    pub(super) fn add_hidden(&mut self, text: &str) {
        if text.contains(char::is_alphanumeric) {
            self.hidden.push(BETWEEN);
            self.hidden.push_str(text);
        }
    }

    /// Adds text that may have tags in it, which a reader of what it makes would not see.
    pub(super) fn add_code(&mut self, text: &str) {
        self.add_hidden(text);
        if text.contains("</") {
            self.add_hidden(&untagged(text));
        }
    }

    pub(super) fn finish(mut self) -> Page {
        while !self.parts.is_empty() {
            self.end();
        }
        self.edge();
        let Lines {
            mut shown, asides, ..
        } = self.shown;
        let turned = turned(&shown.text);
        add(&mut shown.doubtful, turned.clone());
        add(&mut shown.turned, turned);
        self.firsts.finish(&mut shown);
        let unmoved = shown.text.clone();
        let mut shown = set_apart(&asides.in_lines(), shown);
        shown.glued = glued(&shown);
        Page {
            unmoved: Some(unmoved).filter(|unmoved| *unmoved != shown.text),
            shown,
            hidden: self.hidden,
            whole: self.whole.shown.text,
            left_out: self.whole.asides.may_be_left_out(),
            is_unread: false,
        }
    }
}
