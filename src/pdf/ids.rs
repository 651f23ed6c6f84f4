//! The ids of elements in a PDF's tags.

use std::collections::BTreeMap;

/// How an id begins, as a string of the PDF.
const BEGIN: &[u8] = b"(node";
/// How many digits it has.
const DIGITS: usize = 8;

/// Numbers the ids from 1, in the order that they have. A browser takes them from its count of
/// nodes, which depends on what else it did meanwhile.
pub(super) fn renumber(bytes: &mut [u8]) {
    let places: Vec<(usize, Vec<u8>)> = places(bytes)
        .filter_map(|at| Some((at, bytes.get(at..at + DIGITS)?.to_vec())))
        .collect();
    let numbers: BTreeMap<Vec<u8>, usize> = {
        let mut ids: Vec<_> = places.iter().map(|(_, id)| id.clone()).collect();
        ids.sort();
        ids.dedup();
        ids.into_iter().zip(1..).collect()
    };
    for (at, id) in places {
        let number = numbers.get(&id).copied().unwrap_or_default();
        let digits = format!("{number:0DIGITS$}");
        if let Some(place) = bytes.get_mut(at..at + DIGITS) {
            place.copy_from_slice(digits.as_bytes());
        }
    }
}

/// Returns where the digits of ids stand.
fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let length = BEGIN.len() + DIGITS + 1;
    let windows = bytes.windows(length).enumerate();
    windows
        .filter(|(at, window)| is_id(window) && !is_text(bytes.get(..*at).unwrap_or_default()))
        .map(|(at, _)| at + BEGIN.len())
}

fn is_id(window: &[u8]) -> bool {
    let digits = window.strip_prefix(BEGIN);
    let digits = digits.and_then(|rest| rest.strip_suffix(b")"));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
}

/// Says whether a string is the value of a key that takes text, such as a title.
fn is_text(before: &[u8]) -> bool {
    let before = before.trim_ascii_end();
    let name = before.iter().rposition(|byte| !byte.is_ascii_alphabetic());
    let key = name.and_then(|at| before.get(at..)).unwrap_or_default();
    key.starts_with(b"/") && key != b"/ID"
}

#[cfg(test)]
mod tests {
    use super::renumber;

    fn renumbered(text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        renumber(&mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn ids_keep_their_order_wherever_they_stand() {
        let tags = |one: u32, two: u32| {
            format!(
                "/ID (node{one:08})>> /Headers [(node{one:08}) (node{two:08})] \
                 /Names [(node{one:08}) 4 0 R (node{two:08}) 5 0 R]"
            )
        };
        assert_eq!(renumbered(&tags(309, 315)), tags(1, 2));
        assert_eq!(renumbered(&tags(412, 311)), tags(2, 1));
    }

    #[test]
    fn texts_are_left_alone() {
        for text in [
            "/Title (node00000309)",
            "/Alt (node00000309)",
            "(node0000030)",
            "(node00000309\\)",
            "(node000003",
            "",
        ] {
            assert_eq!(renumbered(text), text);
        }
    }
}
