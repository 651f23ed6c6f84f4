//! Any text as a date, by itself and in a brief.

use brief::Locales;
use brief::model::Edtf;
use serde_json::json;

use crate::forms::{Alone, checked, written};

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(date) = Edtf::parse(text) {
        let again = Edtf::parse(date.as_str());
        assert_eq!(again.as_ref(), Ok(&date), "a date is written as it is read");
        date.earliest_in_utc();
    }
    if let Some(meant) = Edtf::respelled(text) {
        let again = Edtf::parse(meant.as_str());
        assert_eq!(again, Ok(meant), "what is proposed is a date");
    }
    if let Some(edition) = checked(brief(text).as_bytes(), &Alone) {
        written(&edition, Locales::embedded());
    }
}

fn brief(date: &str) -> String {
    let given = json!({ "date": date });
    json!({
        "format": 1, "title": "Ann said so [@c]", "topic": "T", "lang": "en", "as_of": "9999",
        "edition": 1, "bottom_line": "Ann said so [@c].",
        "voices": { "v": { "name": "Ann" } },
        "sources": { "s": { "type": "report", "publisher": "P", "issued": given, "accessed": date } },
        "issues": { "i": { "name": "I" } },
        "claims": [{ "id": "c", "says": "So.", "voice": "v", "in": "s", "said": given, "about": "i" }],
        "positions": [
            { "of": "v", "on": "i", "date": date, "stance": "supports", "in_short": "so", "claims": "c" },
            { "of": "v", "on": "i", "date": "1999", "stance": "opposes", "in_short": "so", "claims": "c" },
        ],
        "events": [{ "date": date, "what": "So.", "claims": "c" }, { "date": "2025-08-16", "what": "So.", "claims": "c" }],
    })
    .to_string()
}
