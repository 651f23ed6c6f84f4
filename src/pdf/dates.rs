//! The dates in a PDF.

/// The keys of a PDF's dates, up to their digits.
const KEYS: [&[u8]; 2] = [b"/CreationDate (D:", b"/ModDate (D:"];

/// Sets when the PDF says it was made and changed: year, month and day. A browser takes that from
/// the clock.
pub(super) fn date(bytes: &mut [u8], (year, month, day): (i64, u8, u8)) {
    let year = year.clamp(0, 9999);
    let (month, day) = (month.clamp(1, 12), day.clamp(1, 31));
    let digits = format!("{year:04}{month:02}{day:02}000000");
    for key in KEYS {
        let places: Vec<usize> = bytes
            .windows(key.len())
            .enumerate()
            .filter(|(_, window)| *window == key)
            .map(|(at, _)| at + key.len())
            .collect();
        for at in places {
            let date = bytes.iter_mut().skip(at).take_while(|byte| **byte != b')');
            set(date, digits.bytes());
        }
    }
}

/// Replaces the digits and puts the rest, the offset from universal time, to zero.
fn set<'a>(date: impl Iterator<Item = &'a mut u8>, mut digits: impl Iterator<Item = u8>) {
    for byte in date {
        match byte {
            b'0'..=b'9' => *byte = digits.next().unwrap_or(b'0'),
            b'-' => *byte = b'+',
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    fn dated(text: &str, day: (i64, u8, u8)) -> String {
        let mut bytes = text.as_bytes().to_vec();
        date(&mut bytes, day);
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
    fn a_month_or_a_year_begins_with_its_first_day() {
        let text = "/ModDate (D:20261124214616Z)";
        assert_eq!(dated(text, (2025, 0, 0)), "/ModDate (D:20250101000000Z)");
    }

    #[test]
    fn what_is_cut_short_is_no_fault() {
        assert_eq!(dated("/ModDate (D:2026", (2025, 8, 16)), "/ModDate (D:2025");
    }
}
