//! Takes the markup out of texts of CSL-JSON: tags in pairs, and entities.

use std::collections::HashMap;
use std::ops::Range;

use html5ever::data::NAMED_ENTITIES;

use super::raised::{Set, Written};
use crate::model::CSL_TAGS;

/// The longest entity that is looked for.
const LONGEST: usize = 32;

/// How often the markup of a text was escaped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Escaped {
    Once,
    Twice,
    /// It may have been twice, or the text is about markup: it is left as it stands.
    InDoubt,
}

/// No program escapes a text more often than so.
const MOST_ROUNDS: usize = 3;

/// What a title is about that has such marks as words of its own.
const ON_MARKUP: &[&str] = &[
    "element", "elements", "entities", "entity", "escape", "escaped", "escaping", "html", "markup",
    "tags", "xhtml", "xml",
];

/// Returns a text as a reader is to see it, also where its markup was escaped twice: `R&amp;amp;D`,
/// `&lt;i&gt;Nature&lt;/i&gt;`.
pub(super) fn plain(text: &str) -> (String, Escaped) {
    let once = without_markup(text);
    let mut seen = without_markup(&once);
    if seen == once || once == text {
        return (once, Escaped::Once);
    }
    let mut words = once.split(|c: char| !c.is_alphanumeric());
    if words.any(|word| ON_MARKUP.contains(&&*word.to_lowercase())) || !is_tight(&once) {
        return (once, Escaped::InDoubt);
    }
    for _ in 1..MOST_ROUNDS {
        seen = without_markup(&seen);
    }
    (seen, Escaped::Twice)
}

/// Says whether all tags of a text stand at words, as markup does; what is on tags has them between words.
fn is_tight(text: &str) -> bool {
    let tags = paired(text);
    let mut contents = tags.iter().filter_map(|tag| {
        let end = tags.get(tag.end?)?;
        text.get(tag.range.end..end.range.start)
    });
    contents.all(|content| !content.is_empty() && content.trim() == content)
}

/// Returns an address or an identifier, however often it was escaped.
pub(super) fn address(text: &str) -> String {
    let mut address = decoded(text);
    for _ in 1..MOST_ROUNDS {
        address = decoded(&address);
    }
    address
}

/// Returns a text without its markup. A tag without its other half is text, as in a title about HTML.
pub(crate) fn without_markup(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let marked = Marked {
        text,
        tags: paired(text),
    };
    let mut out = Written::default();
    marked.write(0..marked.tags.len(), 0..text.len(), 0, &mut out);
    let text = out.text();
    if !marked.tags.iter().any(|tag| tag.is_break) {
        return text;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
            if tag.is_break {
                out.push(" ");
            }
            let set = tag.set.filter(|_| depth < DEEPEST);
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
    set: Option<Set>,
    /// Which of the tags ends what it begins.
    end: Option<usize>,
    is_break: bool,
}

/// Finds the tags that have their other half or need none, in order.
fn paired(text: &str) -> Vec<Tag> {
    let mut tags: Vec<(Found, Range<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + next;
        match text.get(start..).and_then(tag) {
            Some((found, length)) => {
                tags.push((found, start..start + length));
                at = start + length;
            }
            None => at = start + 1,
        }
    }
    let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut other = vec![None; tags.len()];
    for (index, (found, _)) in tags.iter().enumerate() {
        let open = open.entry(&found.name).or_default();
        match found.half {
            Half::Begin => open.push(index),
            Half::End => {
                if let Some(begins) = open.pop() {
                    other[index] = Some(begins);
                    other[begins] = Some(index);
                }
            }
            Half::Whole => other[index] = Some(index),
        }
    }
    let is_taken = |index: &usize| other.get(*index).is_some_and(Option::is_some);
    let taken: Vec<usize> = (0..tags.len()).filter(is_taken).collect();
    let tag = |index: &usize| {
        let (found, range) = tags.get(*index)?;
        let end = other.get(*index).copied().flatten();
        let end = end.filter(|_| matches!(found.half, Half::Begin));
        let name = found.name.as_str();
        let name = PREFIXES.iter().find_map(|prefix| name.strip_prefix(prefix));
        let name = name.unwrap_or(&found.name);
        Some(Tag {
            range: range.clone(),
            set: Set::by(name),
            end: end.and_then(|end| taken.binary_search(&end).ok()),
            is_break: BREAKS.contains(&name) || matches!(found.half, Half::Whole),
        })
    };
    taken.iter().filter_map(tag).collect()
}

/// What publishers give to Crossref has besides the tags of CSL: some of its own, and those of two other formats.
const OTHERS: &[&str] = &["bold", "br", "inf", "italic", "math", "p", "scp", "tt"];
const PREFIXES: &[&str] = &["jats:", "mml:"];

/// What parts words.
const BREAKS: &[&str] = &["br", "p", "title"];

struct Found {
    name: String,
    half: Half,
}

enum Half {
    Begin,
    End,
    /// It has no other half.
    Whole,
}

/// Says whether a text has a formula as `MathML`: without its tags, `2<sup>n</sup>` may be 2n.
pub(super) fn has_formula(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains("<mml:") || text.contains("<math")
}

/// Returns the tag that a text begins with if it is a known one, and how long it is.
fn tag(text: &str) -> Option<(Found, usize)> {
    let inner = text.strip_prefix('<')?;
    // What has another mark before its end is no tag, and is not looked through twice.
    let (inner, after) = inner.split_at(inner.find(['<', '>'])?);
    after.strip_prefix('>')?;
    let (is_end, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let (is_whole, inner) = match inner.strip_suffix('/') {
        Some(inner) if !is_end => (true, inner),
        _ => (false, inner),
    };
    let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let is_tag = attributes.trim().is_empty() || (!is_end && attributes.contains('='));
    let name = name.to_ascii_lowercase();
    let is_known = CSL_TAGS.contains(&&*name)
        || OTHERS.contains(&&*name)
        || PREFIXES.iter().any(|prefix| name.starts_with(prefix));
    let half = match (is_end, is_whole) {
        (_, true) => Half::Whole,
        (true, false) => Half::End,
        (false, false) => Half::Begin,
    };
    let length = text.len() - after.len() + 1;
    (is_tag && is_known).then_some((Found { name, half }, length))
}

/// Returns a text with what its entities stand for.
fn decoded(text: &str) -> String {
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
    use super::{Escaped, plain, without_markup};

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
            (
                "<scp>TRPV</scp>1, CO<inf>2</inf>, <jats:italic>E. coli</jats:italic>, <Bold>x</bold>",
                "TRPV1, CO2, E. coli, x",
            ),
            ("10<jats:sup>6</jats:sup>", "10⁶"),
            (
                "<p>One line<br/>another</p> <p>and a third</p>",
                "One line another and a third",
            ),
            (
                "On <mml:math xmlns:mml=\"x\"><mml:mi>x</mml:mi><mml:mspace /></mml:math>",
                "On x",
            ),
            (
                "What <p> and <br> do, <x:y>z</x:y>",
                "What <p> and <br> do, <x:y>z</x:y>",
            ),
            ("&amp;lt;", "&lt;"),
            ("&lt;i>a&lt;/i>", "<i>a</i>"),
            ("é<i>è</i>&", "éè&"),
        ] {
            assert_eq!(without_markup(given), expected);
        }
    }

    #[test]
    fn what_was_escaped_twice_is_read_as_it_is_seen() {
        for (given, expected) in [
            ("&lt;i&gt;Nature&lt;/i&gt; at risk", "Nature at risk"),
            ("R&amp;amp;D in Caf&amp;eacute;s", "R&D in Cafés"),
            ("R&amp;amp;amp;D", "R&D"),
            ("p &amp;lt; 0.05", "p < 0.05"),
            ("10&lt;sup&gt;6&lt;/sup&gt; homes", "10⁶ homes"),
            ("&lt;p&gt;A &lt;b&gt;dam&lt;/b&gt;&lt;/p&gt;", "A dam"),
        ] {
            assert_eq!(plain(given), (expected.to_owned(), Escaped::Twice));
        }
        for (given, expected) in [
            (
                "From &lt;b&gt; to &lt;/b&gt;: a history",
                "From <b> to </b>: a history",
            ),
            (
                "How HTML sets &lt;i&gt;words&lt;/i&gt;",
                "How HTML sets <i>words</i>",
            ),
            ("The &amp;amp; entity", "The &amp; entity"),
        ] {
            assert_eq!(plain(given), (expected.to_owned(), Escaped::InDoubt));
        }
        for (given, expected) in [
            ("The &lt;i&gt; element", "The <i> element"),
            ("A&amp;B, a &lt; b &gt; c", "A&B, a < b > c"),
            ("<i>A</i> & B", "A & B"),
            ("AT&T; R&amp;D; x", "AT&T; R&D; x"),
        ] {
            assert_eq!(plain(given), (expected.to_owned(), Escaped::Once));
        }
    }
}
