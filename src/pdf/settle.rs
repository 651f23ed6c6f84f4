//! Takes out of a PDF what depends on the run of the browser that printed it. No byte moves.

use std::collections::{BTreeMap, BTreeSet};

/// The keys of a PDF's dates, up to their digits.
const DATE_KEYS: [&[u8]; 2] = [b"/CreationDate (D:", b"/ModDate (D:"];
/// How the id of an element begins, as a string of the PDF.
const ID: &[u8] = b"(node";
const DIGITS: usize = 8;

/// Year, month and day, then hour, minute and second; what is not known is 0.
type Time = ((i64, u8, u8), (u8, u8, u8));

/// Takes out of a PDF what depends on the browser's run: the dates become that of the brief, given
/// by clocks of UTC, and elements are numbered anew. All else in it depends on the page and
/// the browser alone. No byte moves.
pub fn settle(bytes: &mut [u8], at: Time) {
    date(bytes, at);
    renumber(bytes);
}

/// Sets when the PDF says it was made and changed. A browser takes that from the clock.
fn date(bytes: &mut [u8], ((year, month, day), (hour, minute, second)): Time) {
    let year = year.clamp(0, 9999);
    let (month, day) = (month.clamp(1, 12), day.clamp(1, 31));
    let digits = format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}");
    for key in DATE_KEYS {
        let places: Vec<usize> = bytes
            .windows(key.len())
            .enumerate()
            .filter(|(_, window)| *window == key)
            .map(|(at, _)| at + key.len())
            .collect();
        for at in places {
            let date = bytes.iter_mut().skip(at).take_while(|byte| **byte != b')');
            set_date(date, digits.bytes());
        }
    }
}

/// Replaces the digits, and puts the rest, the offset from universal time, to zero.
fn set_date<'a>(date: impl Iterator<Item = &'a mut u8>, mut digits: impl Iterator<Item = u8>) {
    for byte in date {
        match byte {
            b'0'..=b'9' => *byte = digits.next().unwrap_or(b'0'),
            b'-' => *byte = b'+',
            _ => {}
        }
    }
}

/// Numbers the ids from 1, in the order that they have. A browser takes them from its count of
/// nodes, which depends on what else it did meanwhile.
fn renumber(bytes: &mut [u8]) {
    let places: Vec<(usize, Vec<u8>)> = places_of_ids(bytes)
        .filter_map(|at| Some((at, bytes.get(at..at + DIGITS)?.to_vec())))
        .collect();
    let ids: BTreeSet<Vec<u8>> = places.iter().map(|(_, id)| id.clone()).collect();
    let numbers: BTreeMap<_, usize> = ids.into_iter().zip(1..).collect();
    for (at, id) in places {
        let digits = format!("{:0DIGITS$}", numbers[&id]);
        if let Some(place) = bytes.get_mut(at..at + DIGITS) {
            place.copy_from_slice(digits.as_bytes());
        }
    }
}

fn places_of_ids(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let length = ID.len() + DIGITS + 1;
    let windows = bytes.windows(length).enumerate();
    windows
        .filter(|(at, window)| is_id(window) && !is_text(bytes.split_at(*at).0))
        .map(|(at, _)| at + ID.len())
}

fn is_id(window: &[u8]) -> bool {
    let digits = window.strip_prefix(ID);
    let digits = digits.and_then(|rest| rest.strip_suffix(b")"));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
}

/// Says whether a string is the value of a key that takes text, such as a title.
fn is_text(before: &[u8]) -> bool {
    let before = before.trim_ascii_end();
    let slash = before.iter().rposition(|byte| !byte.is_ascii_alphabetic());
    let key = slash.and_then(|at| before.get(at..));
    key.is_some_and(|key| key.starts_with(b"/") && key != b"/ID")
}

#[cfg(test)]
mod tests {
    use super::{date, renumber};

    fn dated(text: &str, day: (i64, u8, u8)) -> String {
        timed(text, day, (0, 0, 0))
    }

    fn timed(text: &str, day: (i64, u8, u8), time: (u8, u8, u8)) -> String {
        let mut bytes = text.as_bytes().to_vec();
        date(&mut bytes, (day, time));
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn both_dates_are_set_and_nothing_else() {
        assert_eq!(
            dated(
                "/Title (a 1)\n/CreationDate (D:20261124214616-05'30')\n\
                 /ModDate (D:20261124214616+00'00')>>\n9",
                (2025, 8, 16)
            ),
            "/Title (a 1)\n/CreationDate (D:20250816000000+00'00')\n\
             /ModDate (D:20250816000000+00'00')>>\n9",
        );
    }

    #[test]
    fn editions_of_one_day_differ() {
        let text = "/ModDate (D:20260101010101-04'00')";
        let expected = "/ModDate (D:20250616073005+00'00')";
        assert_eq!(timed(text, (2025, 6, 16), (7, 30, 5)), expected);
    }

    #[test]
    fn a_month_or_a_year_begins_with_its_first_day() {
        let text = "/ModDate (D:20261124214616Z)";
        assert_eq!(dated(text, (2025, 0, 0)), "/ModDate (D:20250101000000Z)");
    }

    #[test]
    fn what_is_cut_short_is_no_fault() {
        assert_eq!(dated("/ModDate (D:2026", (2025, 8, 16)), "/ModDate (D:2025");
    }

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
