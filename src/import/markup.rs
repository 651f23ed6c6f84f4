//! Takes the markup out of texts of CSL-JSON: tags in pairs, and entities.

use std::ops::Range;

use html5ever::data::NAMED_ENTITIES;

use super::raised::{Set, Written};
use crate::model::CSL_TAGS;

/// The longest entity that is looked for.
const LONGEST: usize = 32;

/// Returns a text without its markup. A tag without its other half is text, as in a title about HTML.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let marked = Marked {
        text,
        tags: paired(text),
    };
    let mut out = Written::default();
    marked.write(0..marked.tags.len(), 0..text.len(), 0, &mut out);
    out.text()
}

/// What is set higher in what is set higher is looked at so deep.
const DEEPEST: usize = 5;

struct Marked<'a> {
    text: &'a str,
    tags: Vec<Tag>,
}

impl Marked<'_> {
    /// Writes a part of a text without the tags in it.
    fn write(&self, tags: Range<usize>, part: Range<usize>, depth: usize, out: &mut Written) {
        let mut from = part.start;
        let mut at = tags.start;
        while let Some(tag) = self.tags.get(at).filter(|_| at < tags.end) {
            at += 1;
            out.push(&decoded(self.text.get(from..tag.range.start).unwrap_or("")));
            from = tag.range.end;
            let set = Set::by(tag.name).filter(|_| depth < DEEPEST);
            let end = tag.end.filter(|end| *end < tags.end);
            if let (Some(set), Some(end)) = (set, end)
                && let Some(closing) = self.tags.get(end)
            {
                let mut content = Written::default();
                let part = from..closing.range.start;
                self.write(at..end, part, depth + 1, &mut content);
                out.set(set, &content.text());
                from = closing.range.end;
                at = end + 1;
            }
        }
        out.push(&decoded(self.text.get(from..part.end).unwrap_or("")));
    }
}

/// A tag that is taken out.
struct Tag {
    range: Range<usize>,
    name: &'static str,
    /// Which of the tags ends what it begins.
    end: Option<usize>,
}

/// Finds the tags that have their other half, in order.
fn paired(text: &str) -> Vec<Tag> {
    let mut tags: Vec<(usize, bool, Range<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + next;
        match text.get(start..).and_then(tag) {
            Some((name, is_end, length)) => {
                tags.push((name, is_end, start..start + length));
                at = start + length;
            }
            None => at = start + 1,
        }
    }
    let mut open: Vec<Vec<usize>> = vec![Vec::new(); CSL_TAGS.len()];
    let mut other = vec![None; tags.len()];
    for (index, (name, is_end, _)) in tags.iter().enumerate() {
        let Some(open) = open.get_mut(*name) else {
            continue;
        };
        if !is_end {
            open.push(index);
        } else if let Some(begins) = open.pop() {
            other[index] = Some(begins);
            other[begins] = Some(index);
        }
    }
    let is_taken = |index: &usize| other.get(*index).is_some_and(Option::is_some);
    let taken: Vec<usize> = (0..tags.len()).filter(is_taken).collect();
    let tag = |index: &usize| {
        let (name, is_end, range) = tags.get(*index)?;
        let end = other.get(*index).copied().flatten().filter(|_| !is_end);
        Some(Tag {
            range: range.clone(),
            name: CSL_TAGS.get(*name)?,
            end: end.and_then(|end| taken.binary_search(&end).ok()),
        })
    };
    taken.iter().filter_map(tag).collect()
}

/// Returns which of CSL's tags a text begins with, whether it is an end, and how long it is.
fn tag(text: &str) -> Option<(usize, bool, usize)> {
    let inner = text.strip_prefix('<')?;
    // What has another mark before its end is no tag, and is not looked through twice.
    let (inner, after) = inner.split_at(inner.find(['<', '>'])?);
    after.strip_prefix('>')?;
    let (is_end, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let is_tag = attributes.trim().is_empty() || (!is_end && attributes.contains('='));
    let name = CSL_TAGS
        .iter()
        .position(|tag| name.eq_ignore_ascii_case(tag));
    let length = text.len() - after.len() + 1;
    name.filter(|_| is_tag).map(|name| (name, is_end, length))
}

/// Returns a text with what its entities stand for.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if let Some((stands_for, after)) = entity(from) {
            out.push_str(&stands_for);
            rest = after;
        } else {
            let (mark, after) = from.split_at(1);
            out.push_str(mark);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// Returns what an entity stands for, and what follows it, if a text begins with one.
fn entity(text: &str) -> Option<(String, &str)> {
    let text = text.strip_prefix('&')?;
    let end = text.bytes().take(LONGEST + 1).position(|b| b == b';')?;
    let (name, after) = text.split_at(end);
    let after = after.strip_prefix(';')?;
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let (digits, radix) = hex.map_or((number, 10), |hex| (hex, 16));
        if !digits.chars().all(|digit| digit.is_digit(radix)) {
            return None;
        }
        let code = u32::from_str_radix(digits, radix).ok()?;
        return Some((char::from_u32(code)?.to_string(), after));
    }
    let (first, second) = NAMED_ENTITIES.get(&format!("{name};"))?;
    let letters = [*first, *second].into_iter().filter(|code| *code > 0);
    let letters: Option<String> = letters.map(char::from_u32).collect();
    letters
        .filter(|letters| !letters.is_empty())
        .map(|letters| (letters, after))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_is_taken_out_and_nothing_else() {
        for (given, expected) in [
            (
                "The <i>Mary Rose</i> &amp; H<sub>2</sub>O",
                "The Mary Rose & H2O",
            ),
            (
                "10<sup>th</sup> <span class=\"nocase\">USA</span>",
                "10th USA",
            ),
            ("<span style='font-variant:small-caps;'>Nato</span>", "Nato"),
            ("<I>A <b>b</b></I>", "A b"),
            ("<i>a <b>b</i> c</b>", "a b c"),
            (
                "10<sup>6</sup> people, 10<sup>-3</sup> m",
                "10⁶ people, 10⁻³ m",
            ),
            (
                "101<sub>2</sub>, m<sup>2</sup>, 4<sup>th</sup>",
                "101₂, m², 4th",
            ),
            ("a < b, c > d & e", "a < b, c > d & e"),
            ("Plan, <draft>", "Plan, <draft>"),
            (
                "How to use <i> and <b> in HTML",
                "How to use <i> and <b> in HTML",
            ),
            ("</i>a<i>", "</i>a<i>"),
            ("x <b and c> d</b>", "x <b and c> d</b>"),
            ("R&D; <b", "R&D; <b"),
            (
                "it&#39;s &#x2014; &quot;it&quot;&#xFFFFFFFF;",
                "it's — \"it\"&#xFFFFFFFF;",
            ),
            (
                "Caf&eacute; &ndash; &NotEqualTilde; &nosuch;",
                "Café – ≂\u{338} &nosuch;",
            ),
            ("&amp;lt;", "&lt;"),
            ("&lt;i>a&lt;/i>", "<i>a</i>"),
            ("é<i>è</i>&", "éè&"),
        ] {
            assert_eq!(plain(given), expected);
        }
    }
}
