//! Reads times in spellings that EDTF does not have.

use super::Edtf;

impl Edtf {
    /// Returns the time that a text in another spelling means: with a space or a small letter
    /// between day and time, with a fraction of a second, which is cut, with an offset without a
    /// colon or with the name of its zone beside it, or with the 24:00 of the day before.
    pub fn respelled(text: &str) -> Option<Self> {
        let text = text.trim().replace('\u{2212}', "-");
        let (day, time) = text.split_once(['T', 't', ' '])?;
        let time = time.trim();
        let (time, zone) = match time.split_once('[') {
            Some((time, name)) => (time, Some(name.strip_suffix(']')?)),
            None => (time, None),
        };
        let end = time.find(['Z', 'z', '+', '-', ' ']).unwrap_or(time.len());
        let (clock, offset) = time.split_at(end);
        let offset = offset_of(offset.trim())?;
        // The name of a zone alone does not say what its clocks showed.
        if zone.is_some() && offset.is_empty() {
            return None;
        }
        let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, "0"));
        let is_number = fraction.bytes().all(|byte| byte.is_ascii_digit());
        let clock = if clock.find(':') == Some(1) {
            format!("0{clock}")
        } else {
            clock.to_owned()
        };
        let date = match clock.strip_prefix("24:00") {
            Some(rest @ ("" | ":00")) => {
                let (day, _) = Self::parse(day).ok().filter(|_| day.len() == 10)?.days()?;
                format!("{}T00:00{rest}{offset}", day.tomorrow().ok()?)
            }
            _ => format!("{day}T{clock}{offset}"),
        };
        Self::parse(&date).ok().filter(|_| is_number)
    }
}

/// Returns an offset as EDTF has it: `Z` or `+02:00`.
fn offset_of(text: &str) -> Option<String> {
    let is_short = |digits: &str| digits.len() == 4 && !digits.contains(':');
    Some(match text {
        "" => String::new(),
        "Z" | "z" | "UTC" | "GMT" => "Z".to_owned(),
        _ => match text.split_at_checked(1)? {
            (sign, digits) if is_short(digits) => {
                let (hours, minutes) = digits.split_at_checked(2)?;
                format!("{sign}{hours}:{minutes}")
            }
            _ => text.to_owned(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::Edtf;

    #[test]
    fn times_in_other_spellings_are_understood() {
        for (text, expected) in [
            ("2025-08-16 09:30", "2025-08-16T09:30:00"),
            ("2025-08-16 9:30 +02:00", "2025-08-16T09:30:00+02:00"),
            ("2025-08-16t09:30:00z", "2025-08-16T09:30:00Z"),
            ("2025-08-16 09:30 UTC", "2025-08-16T09:30:00Z"),
            ("2025-08-16T09:30:00.000Z", "2025-08-16T09:30:00Z"),
            ("2025-08-16T09:30:00,5", "2025-08-16T09:30:00"),
            ("2025-08-16T09:30:00+0230", "2025-08-16T09:30:00+02:30"),
            (
                "2025-08-16T09:30:00\u{2212}04:00",
                "2025-08-16T09:30:00-04:00",
            ),
            (
                "2025-08-16T09:30:00+03:00[Europe/Kyiv]",
                "2025-08-16T09:30:00+03:00",
            ),
            ("2025-12-31T24:00:00Z", "2026-01-01T00:00:00Z"),
        ] {
            let date = Edtf::respelled(text);
            assert_eq!(date.as_ref().map(Edtf::as_str), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_could_mean_something_else_is_not() {
        for text in [
            "",
            "16 August",
            "2025-08-16T",
            "2025-08-16T09:30[Europe/Kyiv]",
            "2025-08-16T25:00",
            "2025-08-16T24:01",
            "2025-08-16T09:30:00.5.5",
            "2025-08-16T09:30+15:00",
            "2025-08-16T09:30 CET",
            "2025-08-16 at noon",
        ] {
            assert_eq!(Edtf::respelled(text), None, "{text}");
        }
    }
}
