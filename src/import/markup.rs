//! Takes the markup out of texts of CSL-JSON: tags in pairs, and entities.

use std::ops::Range;

use html5ever::data::NAMED_ENTITIES;

use crate::model::CSL_TAGS;

/// The longest entity that is looked for.
const LONGEST: usize = 32;

/// Returns a text without its markup. A tag without its other half is text, as in a title about HTML.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let tags = paired(text);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for tag in &tags {
        let between = text.get(from..tag.range.start).unwrap_or("");
        match tag
            .raises
            .filter(|_| out.ends_with(|c: char| c.is_ascii_digit()))
        {
            // The number after it is another: 10⁶ is not 106.
            Some(raise) => out.extend(between.chars().map(raise)),
            None => decode(between, &mut out),
        }
        from = tag.range.end;
    }
    decode(text.get(from..).unwrap_or(""), &mut out);
    out
}

/// A tag that is taken out.
struct Tag {
    range: Range<usize>,
    /// If it ends a number that is set higher or lower, how such numbers are written.
    raises: Option<fn(char) -> char>,
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
    let tag = |index: usize| {
        let (name, is_end, range) = tags.get(index)?;
        let begins = other.get(index).copied().flatten()?;
        let before = tags.get(begins).filter(|_| *is_end && begins + 1 == index);
        let inner = before.and_then(|(.., before)| text.get(before.end..range.start));
        let is_number = inner.is_some_and(|inner| {
            !inner.is_empty()
                && inner
                    .chars()
                    .all(|c| c.is_ascii_digit() || "+-−".contains(c))
        });
        Some(Tag {
            range: range.clone(),
            raises: is_number.then(|| raising(CSL_TAGS.get(*name)?)).flatten(),
        })
    };
    (0..tags.len()).filter_map(tag).collect()
}

fn raising(tag: &str) -> Option<fn(char) -> char> {
    match tag {
        "sup" => Some(|c| of("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", c)),
        "sub" => Some(|c| of("₀₁₂₃₄₅₆₇₈₉₊₋", c)),
        _ => None,
    }
}

/// Returns the digit or sign of a row of them.
fn of(row: &str, c: char) -> char {
    let at = match c {
        '+' => Some(10),
        '-' | '−' => Some(11),
        digit => digit
            .to_digit(10)
            .and_then(|digit| usize::try_from(digit).ok()),
    };
    at.and_then(|at| row.chars().nth(at)).unwrap_or(c)
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

/// Writes a text with what its entities stand for.
fn decode(text: &str, out: &mut String) {
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
                "101₂, m2, 4th",
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
