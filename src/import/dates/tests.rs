use serde_json::{Value, json};

use super::{Given, read};

/// Returns the date as EDTF, or the words in brackets, and what was left.
fn shown(value: &Value) -> (Option<String>, Option<Value>) {
    let read = read(value);
    let date = read.date.map(|date| match date {
        Given::Date(date) => date.as_str().to_owned(),
        Given::Words(words) => format!("[{words}]"),
    });
    (date, read.left)
}

#[test]
fn the_least_of_numbers_is_no_year() {
    let value = json!({ "date-parts": [[i64::MIN]] });
    assert_eq!(shown(&value).0, None);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn dates_are_read_as_programs_write_them() {
    for (value, expected) in [
        (json!({ "date-parts": [[2014, 12, 31]] }), "2014-12-31"),
        (
            json!({ "date-parts": [["2014", " 5 ", "06"]] }),
            "2014-05-06",
        ),
        (json!({ "date-parts": [[2014.0, 5.0]] }), "2014-05"),
        (json!({ "date-parts": [["2000", "", ""]] }), "2000"),
        (json!({ "date-parts": [[2014, 12, null]] }), "2014-12"),
        (json!({ "date-parts": [[2014, 12, 0]] }), "2014-12"),
        (json!({ "date-parts": [[33]] }), "0033"),
        (json!({ "date-parts": [[12345]] }), "Y12345"),
        // 44 BC, 1 BC.
        (json!({ "date-parts": [[-44, 3, 15]] }), "-0043-03-15"),
        (json!({ "date-parts": [[-1]] }), "0000"),
        (json!({ "date-parts": [[-250], [-44]] }), "-0249/-0043"),
        (json!({ "date-parts": [[-20000]] }), "Y-19999"),
        (
            json!({ "date-parts": [[2014, 12, 31], [0]] }),
            "2014-12-31/..",
        ),
        (json!({ "date-parts": [[2014], ["0", 0, 0]] }), "2014/.."),
        (json!({ "date-parts": [[0], [2014]] }), "../2014"),
        (
            json!({ "date-parts": [["1999", "22"], ["2001", "21"]] }),
            "1999-22/2001-21",
        ),
        (json!({ "date-parts": [[2014]], "season": 2 }), "2014-22"),
        (json!({ "date-parts": [[2014]], "season": "3" }), "2014-23"),
        (
            json!({ "date-parts": [[2014]], "season": "Fall" }),
            "2014-23",
        ),
        (json!({ "date-parts": [[2014]], "circa": true }), "2014~"),
        (
            json!({ "date-parts": [[2014]], "circa": "1", "season": 1 }),
            "2014-21~",
        ),
        (json!({ "date-parts": [[2014]], "circa": 0 }), "2014"),
        (json!({ "date-parts": [[2014]], "circa": "" }), "2014"),
        (
            json!({ "date-parts": [[2014], [2016]], "circa": 1 }),
            "2014~/2016~",
        ),
        (
            json!({ "date-parts": [[2014], [0]], "circa": 1 }),
            "2014~/..",
        ),
        (json!({ "date-parts": [2014, 5] }), "2014-05"),
        (json!([[2014, 5]]), "2014-05"),
        (json!(2014), "2014"),
        (json!("2014"), "2014"),
        (json!(" 2014-05 "), "2014-05"),
        (json!({ "edtf": "2014-05?/.." }), "2014-05?/.."),
        (json!({ "raw": "2014-05/2014-06" }), "2014-05/2014-06"),
        (
            json!({ "raw": "2014-05-01T08:00:00Z" }),
            "2014-05-01T08:00:00Z",
        ),
        (
            json!({ "date-parts": [], "literal": "(in press)" }),
            "[(in press)]",
        ),
        (
            json!({ "date-parts": [[null]], "raw": "5/6/2014" }),
            "[5/6/2014]",
        ),
        (json!({ "literal": "forthcoming" }), "[forthcoming]"),
        (json!("no date"), "[no date]"),
        (json!({ "literal": "2022-23" }), "[2022-23]"),
        (json!({ "raw": "1921-22" }), "[1921-22]"),
        (json!({ "raw": "2008-09" }), "[2008-09]"),
        (json!({ "literal": "2099-00" }), "[2099-00]"),
        (json!({ "raw": "2008-10" }), "2008-10"),
        (json!({ "raw": "2021-21/2022-23" }), "[2021-21/2022-23]"),
        (json!("2023-24~"), "[2023-24~]"),
        (json!({ "raw": "2024-21/.." }), "2024-21/.."),
        (json!({ "edtf": "2022-23" }), "2022-23"),
        (json!({ "edtf": "2008-09" }), "2008-09"),
    ] {
        assert_eq!(shown(&value), (Some(expected.to_owned()), None), "{value}");
    }
}

#[test]
fn what_is_not_taken_is_left() {
    for (value, date, left) in [
        (
            json!({ "date-parts": [[1999, 21]], "raw": "Spring 1999" }),
            "1999-21",
            json!({ "raw": "Spring 1999" }),
        ),
        (
            json!({ "date-parts": [[2013, 1, 30]], "season": "22:56:08" }),
            "2013-01-30",
            json!({ "season": "22:56:08" }),
        ),
        (
            json!({ "date-parts": [[2013, 1]], "season": 2 }),
            "2013-01",
            json!({ "season": 2 }),
        ),
        (
            json!({ "date-parts": [[12345]], "circa": true }),
            "Y12345",
            json!({ "circa": true }),
        ),
        (
            json!({ "date-parts": [[2014]], "circa": [true] }),
            "2014",
            json!({ "circa": [true] }),
        ),
        (
            json!({ "literal": "about 1900", "circa": true }),
            "[about 1900]",
            json!({ "circa": true }),
        ),
        (
            json!({ "date-parts": [[2014, 13, 1]], "raw": "2014" }),
            "2014",
            json!({ "date-parts": [[2014, 13, 1]] }),
        ),
        (
            json!({ "date-parts": [[2014]], "timestamp": 1 }),
            "2014",
            json!({ "timestamp": 1 }),
        ),
    ] {
        assert_eq!(
            shown(&value),
            (Some(date.to_owned()), Some(left)),
            "{value}"
        );
    }
}

#[test]
fn what_is_no_date_is_left_whole() {
    for value in [
        json!({ "date-parts": [[0]] }),
        json!({ "date-parts": [[0], [0]] }),
        json!({ "date-parts": [[0, 5, 3]] }),
        json!({ "date-parts": [[null, 5]] }),
        json!({ "date-parts": [[2014, 13]] }),
        json!({ "date-parts": [[2014, -1, 1]] }),
        json!({ "date-parts": [[2014], [2013]] }),
        json!({ "date-parts": [[2014], [2015], [2016]] }),
        json!({ "date-parts": [[2014, 5, 6, 7]] }),
        json!({ "date-parts": [["May 2014"]] }),
        json!(20_140_506),
        json!({ "date-parts": [[20_140_506]] }),
        json!({ "date-parts": [["201405"]] }),
        json!({ "date-parts": [[2014.5]] }),
        json!({ "season": 2 }),
        json!([]),
        json!({}),
        json!(null),
        json!({ "date-parts": [[null]] }),
        json!(""),
    ] {
        let (date, left) = shown(&value);
        assert_eq!(date, None, "{value}");
        let says = super::says_something(&value);
        assert_eq!(left, says.then(|| value.clone()), "{value}");
    }
}

/// It may be an open range, or none.
#[test]
fn an_empty_end_is_told() {
    for end in [json!([]), json!([null]), json!(null), json!(["", ""])] {
        let read = read(&json!({ "date-parts": [[2014], end] }));
        assert!(read.has_empty_end, "{end}");
        assert_eq!(shown(&json!([[2014], end])).0.as_deref(), Some("2014"));
    }
    for parts in [
        json!([[2014]]),
        json!([[2014], [0]]),
        json!([[2014], [2015]]),
    ] {
        assert!(!read(&json!({ "date-parts": parts })).has_empty_end);
    }
}

#[test]
fn years_before_our_era_are_told() {
    assert!(read(&json!({ "date-parts": [[-44]] })).is_before_our_era);
    assert!(!read(&json!({ "date-parts": [[44]] })).is_before_our_era);
}
