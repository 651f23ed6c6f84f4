//! Says what of a group in brackets or braces may be left out.

use std::ops::Range;

use super::{Group, LONGEST, Reader};

/// So many of the groups that are open are looked at for the one that closes.
const MOST_OPEN: usize = 16;
/// What names a part of a template has no more letters.
const LONGEST_NAME: usize = 24;
/// What stands in single brackets as a note has no more letters.
const LONGEST_NOTE: usize = 16;

/// How the templates of notes begin.
const NOTES: [&str; 8] = ["cite", "cita", "sfn", "efn", "ref", "note", "harv", "rp|"];
/// How `AsciiDoc` names a note.
const FOOTNOTE: &str = "footnote:";

impl Reader<'_> {
    /// Ends a group, and notes its marks and what of it may be left out.
    pub(super) fn close(&mut self, mark: char, at: usize) {
        let opens = match mark {
            ']' => '[',
            '}' => '{',
            _ => '(',
        };
        let near = self.open.len().saturating_sub(MOST_OPEN);
        let mut last = self.open.iter().enumerate().skip(near).rev();
        let Some((index, _)) = last.find(|(_, group)| group.mark == opens) else {
            return;
        };
        self.open.truncate(index + 1);
        let Some(group) = self.open.pop() else {
            return;
        };
        let whole = group.at..at + 1;
        if whole.len() > LONGEST {
            return;
        }
        let is_argument = self.argument == group.at;
        if opens != '(' {
            self.add(group.at..group.at + 1);
            self.add(at..at + 1);
            self.segments(&group, at);
        }
        let name = self.text.get(..group.at).unwrap_or_default();
        let name = if name.ends_with(FOOTNOTE) {
            FOOTNOTE.len()
        } else {
            0
        };
        if name > 0 || self.may_be_left_out(&whole, opens, is_argument) {
            self.add(whole.start - name..whole.end);
        }
        // Org sets the words of a link behind its address.
        let is_link = || {
            let text = self.text.get(whole.clone()).unwrap_or_default();
            text.contains("://")
        };
        if opens == '[' && !is_link() || opens == '{' && is_argument {
            self.argument = whole.end;
        }
    }

    /// Notes what stands between two `|` of a group, each by itself, and the name of what follows one.
    fn segments(&mut self, group: &Group, end: usize) {
        if group.pipes.is_empty() {
            return;
        }
        let starts = std::iter::once(group.at + 1).chain(group.pipes.iter().copied());
        let ends = group.pipes.iter().copied().chain([end]);
        for (index, (start, end)) in starts.zip(ends).enumerate() {
            if !self.has_negation(&(start..end)) {
                self.add(start..end);
            }
            if index > 0 {
                self.add(start..start + 1);
                let words = self.text.get(start..end).unwrap_or_default();
                let name = words.find('=').filter(|length| *length < LONGEST_NAME);
                if let Some(length) = name {
                    self.add(start..start + length + 1);
                }
            }
        }
    }

    fn may_be_left_out(&self, whole: &Range<usize>, mark: char, is_argument: bool) -> bool {
        let text = self.text.get(whole.clone()).unwrap_or_default();
        let inner = text.get(1..text.len() - 1).unwrap_or_default();
        let is_word = !inner.contains(char::is_whitespace);
        let has_groups = inner.contains(mark);
        let is_address =
            !has_groups && (inner.contains("://") || inner.starts_with(['#', '/', '<']));
        let is_double = inner.starts_with(mark);
        let name = inner.trim_start_matches(mark).to_ascii_lowercase();
        if is_double && NOTES.iter().any(|note| name.starts_with(note)) {
            return true;
        }
        if self.note == whole.start {
            return true;
        }
        let is_read_on = self.words == whole.start;
        if is_read_on || self.has_negation(whole) && !is_address {
            return false;
        }
        let has_number = || inner.contains(|c: char| c.is_ascii_digit());
        match mark {
            '(' => is_double || is_argument && (is_word || is_address),
            '{' => is_double || is_argument || is_word,
            // The words of a link are no note.
            _ if is_double => !inner.contains("][") && (inner.contains(':') || has_number()),
            _ => is_argument || is_short_note(inner, is_word),
        }
    }
}

/// Says whether what stands in single brackets is none of the words that a writer adds: it has a sign or a number, or
/// few letters.
fn is_short_note(inner: &str, is_word: bool) -> bool {
    let is_short = inner.chars().nth(LONGEST_NOTE).is_none();
    let has_number = inner.contains(|c: char| c.is_ascii_digit());
    let has_sign = inner.contains(['=', '/', ':', '^', '@', '#', '!', '~', '|']);
    let is_letter = inner.chars().nth(3).is_none();
    is_short && has_number || is_word && (has_sign || has_number || is_letter)
}
