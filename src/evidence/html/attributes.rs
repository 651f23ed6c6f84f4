//! Cuts the attributes of tags that have more than any page has, and finds tags that have words of the text in them.

use std::borrow::Cow;

/// A tag has at most so many attributes; the others are not read.
const MOST_ATTRIBUTES: usize = 1_000;
/// A tag with so many names that have no values may have swallowed words, for want of a quote mark.
const FEWEST_WORDS: usize = 3;

/// Cuts the attributes of tags that have more than may be read.
pub(super) fn with_few(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let (mut from, mut at) = (0, 0);
    while let Some(tag) = html.get(at..).and_then(|rest| rest.find('<')) {
        let name = at + tag + 1;
        at = name;
        if !html
            .as_bytes()
            .get(name)
            .is_some_and(u8::is_ascii_alphabetic)
        {
            continue;
        }
        let (end, cut) = end_of_tag(html.as_bytes(), name);
        at = end;
        if let Some(cut) = cut {
            kept.extend(html.get(from..cut));
            from = end;
        }
    }
    if kept.is_empty() {
        return Cow::Borrowed(html);
    }
    kept.extend(html.get(from..));
    Cow::Owned(kept)
}

/// Returns what stands in tags that swallowed words or other tags, for want of a quote mark.
pub(super) fn swallowed(html: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(tag) = html.get(at..)?.find('<') {
            let name = at + tag + 1;
            at = name;
            if html.as_bytes().get(name)?.is_ascii_alphabetic() {
                (at, _) = end_of_tag(html.as_bytes(), name);
                at = at.min(html.len());
                return html.get(name..at);
            }
        }
        None
    })
    .filter(|tag| {
        let unquoted = tag.split(['"', '\'']).step_by(2);
        let words = unquoted.flat_map(str::split_ascii_whitespace).skip(1);
        let bare = words.filter(|word| !word.contains('='));
        tag.contains(['<', '>']) || bare.count() >= FEWEST_WORDS
    })
}

/// Finds where a tag ends, and where its attributes begin to be too many.
pub(super) fn end_of_tag(bytes: &[u8], name: usize) -> (usize, Option<usize>) {
    let find = |from: usize, is_end: fn(u8) -> bool| {
        let rest = bytes.get(from..).unwrap_or_default();
        let length = rest.iter().position(|byte| is_end(*byte));
        from + length.unwrap_or(rest.len())
    };
    let is_space = |byte: u8| byte.is_ascii_whitespace();
    let mut at = find(name, |byte| {
        byte.is_ascii_whitespace() || b"/>".contains(&byte)
    });
    let (mut count, mut cut) = (0, None);
    loop {
        at = find(at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        match bytes.get(at) {
            None | Some(b'>') => return (at, cut),
            Some(_) => {}
        }
        count += 1;
        if count == MOST_ATTRIBUTES + 1 {
            cut = Some(at);
        }
        at = find(at + 1, |byte| {
            byte.is_ascii_whitespace() || b"/>=".contains(&byte)
        });
        let equals = find(at, |byte| !byte.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            continue;
        }
        at = find(equals + 1, |byte| !byte.is_ascii_whitespace());
        at = match bytes.get(at) {
            Some(b'"') => find(at + 1, |byte| byte == b'"') + 1,
            Some(b'\'') => find(at + 1, |byte| byte == b'\'') + 1,
            Some(byte) if is_space(*byte) || *byte == b'>' => at,
            _ => find(at, |byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
    }
}

#[cfg(test)]
#[expect(clippy::format_collect, reason = "tests need no speed")]
mod tests {
    use super::{MOST_ATTRIBUTES, with_few};

    #[test]
    fn few_attributes_are_kept_as_they_are() {
        for html in [
            "",
            "a < b <c d='>' e=\">\" f = g/h i/>j",
            "<a b=c d",
            "<a b='c d>",
            "<!-- <a b> --><i/",
        ] {
            assert_eq!(with_few(html), html);
        }
    }

    #[test]
    fn many_attributes_are_cut() {
        let many: String = (0..80_000).map(|i| format!(" a{i}='>'")).collect();
        let html = format!("<p>x</p><b{many}>y</b><i>z");
        let cut = with_few(&html);
        assert!(cut.starts_with("<p>x</p><b a0='>'"));
        assert!(cut.ends_with(">y</b><i>z"));
        assert_eq!(cut.matches('=').count(), MOST_ATTRIBUTES);
    }
}
