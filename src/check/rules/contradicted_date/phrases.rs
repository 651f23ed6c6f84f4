//! Phrases as newspapers have them, each with a date that it means, or cannot mean.

use super::contradiction::{contradiction, days, days_called};
use super::facts::Phrase;
use crate::model::Edtf;

/// The sources of all phrases were issued on this day, a Saturday.
const ISSUED: &str = "2025-08-16";

fn is_contradicted(date: &str, words: &str, issued: &str) -> bool {
    let parse = |text| Edtf::parse(text).expect(text);
    let phrase = Phrase::read(words);
    let issued = days(&parse(issued)).expect(issued);
    let days = days_called(&parse(date), &phrase);
    days.is_some_and(|days| contradiction(days, &phrase, Some(&[issued])).is_some())
}

const PASS: [(&str, &str); 122] = [
    // A day and its weekday.
    ("2025-08-15", "on Friday"),
    ("2025-08-15", "in a statement on Friday afternoon"),
    ("2025-08-15", "Friday’s late edition"),
    ("2025-08-15", "last Friday"),
    ("2025-08-15", "a week ago Friday"),
    ("2025-08-15", "the Friday before last"),
    ("2025-08-15", "on Friday, Aug. 15"),
    ("2025-08-15", "Friday 15 August 2025"),
    ("2025-08-15", "the 15th of August"),
    ("2025-08-15", "Friday, the third Friday in August"),
    ("2025-04-18", "Good Friday"),
    ("2025-08-06", "Wednesday last week"),
    // Nights, which end on another day than they begin.
    ("2025-08-15T00:30", "late on Thursday"),
    ("2025-08-15T00:30:00", "late Thursday night"),
    ("2025-08-15T02:00", "Thursday night"),
    ("2025-08-15", "Thursday night"),
    ("2025-08-15", "overnight into Friday"),
    ("2025-08-15", "overnight on Thursday"),
    ("2025-08-14", "overnight on Friday"),
    ("2025-08-15", "in the small hours of Friday"),
    ("2025-08-16", "at midnight on Friday"),
    ("2025-08-15", "shortly before midnight on Friday"),
    ("2025-09-01", "late on 31 August"),
    ("2025-01-01T00:10", "late on 31 December 2024"),
    // Instants, which fall on two days.
    ("2025-06-20T01:30:00Z", "Thursday night"),
    ("2025-06-20T01:30:00Z", "on Thursday"),
    ("2025-06-20T01:30:00Z", "on Friday morning"),
    ("2025-06-19T21:30:00-04:00", "on Thursday night"),
    ("2025-06-20T23:30:00+02:00", "Saturday morning in Tokyo"),
    (
        "2025-06-20T03:15:00+03:00",
        "late on Thursday, Washington time",
    ),
    ("2025-07-01T00:30:00Z", "on 30 June"),
    ("2025-01-01T02:00:00Z", "on 31 December 2024"),
    ("2025-08-16T01:00:00Z", "yesterday"),
    ("2025-08-16T23:00:00Z", "today"),
    // Two days, and spans.
    ("2025-08-16", "Friday into Saturday"),
    ("2025-08-16", "Friday through Sunday"),
    ("2025-08-13", "Monday to Friday"),
    ("2025-08-13", "Monday-Friday"),
    ("2025-08-13", "Monday until Friday"),
    ("2025-08-16", "between Friday and Sunday"),
    ("2025-08-16", "Saturday and Sunday"),
    ("2025-08-16", "on the night of August 15-16"),
    ("2025-08-16", "15–17 August"),
    ("2025-08-16", "15 to 17 August"),
    ("2025-08-16", "Aug. 15 through 17"),
    ("2025-08-16", "August 14, 15 and 16"),
    ("2025-08-16", "15th and 16th August"),
    ("2025-08-20", "15 August to 2 September"),
    ("2025-08-13", "Monday, 11 August to Friday, 15 August"),
    ("2025-08-16", "Thursday, Aug. 14, and Saturday, Aug. 16"),
    ("2025-08", "July to September"),
    (
        "2025-08-11/2025-08-15",
        "this working week, Monday to Friday",
    ),
    // Dates of several things.
    ("2025-08-16", "dated Aug. 15, released Saturday"),
    ("2025-08-15", "dated Aug. 15, released Saturday"),
    ("2025-08-13", "Wednesday 13 and Friday 15 August"),
    ("2025-08-16", "yesterday and today"),
    ("2025-08-15", "a meeting next week, he said on Friday"),
    ("2025-08-16", "Friday until late on Sunday"),
    (
        "2025-08-16",
        "Friday evening in Alaska, early Saturday in Kyiv",
    ),
    ("2025-08-12", "Tuesday, with Friday’s summit three days off"),
    ("2025-08-14", "in late July and on 14 August"),
    ("2025-08-20", "Aug. 5–Sept. 2"),
    ("2025-08-20", "5 Aug.–2 Sept."),
    ("2025-12-31", "31 December to 1 January"),
    ("2025-08-28", "at the March on Washington, 28 August"),
    ("2025-08-16", "10 August 2025, updated 16 August 2025"),
    ("2025-07-31", "30 July 2025 (31 July in Asia)"),
    ("2025-08-11", "on Monday of this week"),
    ("2025-08-19", "on Tuesday next week"),
    ("2025-08-12", "on Tuesday to reporters"),
    ("2025-08-16", "Sat Aug 16 2025 14:05:33 GMT"),
    ("2025-08-16", "Updated 2:05 p.m. ET Aug. 16, 2025"),
    ("2025-08-16", "11 a.m. Saturday"),
    ("2025-07-04", "on the Fourth of July"),
    // What leads to another day.
    ("2025-08-16", "as of Friday"),
    ("2025-08-15", "on the anniversary of 14 August"),
    ("2025-08-20", "three days after Saturday’s talks"),
    ("2025-08-14", "on the eve of Friday’s summit"),
    ("2025-08-14", "ahead of Friday’s summit"),
    ("2025-08-14", "a day before the 15 August summit"),
    ("2025-05-07", "ahead of the May 9 parade"),
    ("2025-08-16", "following Friday’s meeting"),
    ("2025-08-13", "in the week of August 11"),
    ("2025-08-13", "in the week ending 15 August"),
    ("2025-08-14", "by Friday"),
    ("2025-08-16", "within hours of Friday’s strike"),
    ("2025-08-16", "in response to Friday’s ruling"),
    ("2025-08-16", "around 15 August"),
    ("2025-08-14", "the day before yesterday"),
    ("2025-08-18", "the day after tomorrow"),
    ("2025-02-24", "on the anniversary of the invasion of 2022"),
    // Months and years.
    ("2025-08", "earlier in August"),
    ("2025-08-03", "early August"),
    ("2025-05-01", "on May Day"),
    ("2024-12", "in late 2024"),
    ("2025-03", "in 2024/25"),
    ("2025-03", "in the 2024-25 season"),
    ("2024-11", "in 2023 and 2024"),
    ("1994-12-05", "5 December 1994"),
    ("2025-08-16", "16 August 2030 GMT"),
    ("2025-08-16", "at 2015 GMT on Saturday"),
    ("2025-08-16", "the Budapest memorandum of 1994"),
    // Names.
    ("2025-08-13", "told the Sunday Times"),
    ("2025-08-13", "in the Mail on Sunday"),
    ("2025-01-30", "on the day of Bloody Sunday"),
    ("2025-08-13", "told The Sun"),
    ("2025-08-13", "when Theresa May spoke"),
    ("2025-08-13", "told USA Today"),
    ("2025-08-13", "it may be next spring"),
    // Counted from the day of issue.
    ("2025-08-16", "earlier today"),
    ("2025-08-16", "this morning"),
    ("2025-08-15", "yesterday evening"),
    ("2025-08-16", "late yesterday"),
    ("2025-08-16", "last night"),
    ("2025-08-15", "last night"),
    ("2025-08-17", "tonight"),
    ("2024-08-16", "a year ago today"),
    ("2025-08-14", "in the last week"),
    ("2025-08-06", "last week"),
    ("2025-08-20", "next week"),
    // Not sure.
    ("2025-08-15~", "Thursday"),
    ("2025-08-15?", "14 August"),
];

const FAIL: [(&str, &str); 68] = [
    ("2025-08-16", "on Friday"),
    ("2025-08-16", "on Friday afternoon"),
    ("2025-08-16", "Friday morning"),
    ("2025-08-16", "at noon on Friday"),
    ("2025-08-14", "Friday’s statement"),
    ("2025-08-14", "late on Friday"),
    ("2025-08-17", "Friday night"),
    ("2025-08-18", "overnight on Friday"),
    ("2025-08-15T14:00", "late on Thursday"),
    ("2025-08-15T09:00", "Thursday night"),
    ("2025-08-15T00:30", "on Thursday morning"),
    ("2025-06-20T12:30:00Z", "on Tuesday"),
    ("2025-06-20T12:30:00Z", "on Sunday"),
    ("2025-06-20T12:30:00+02:00", "Wednesday evening"),
    ("2025-06-20T12:30:00Z", "18 June"),
    ("2025-06-20T01:30:00Z", "on Saturday"),
    ("2025-08-16", "last Friday"),
    ("2025-08-16", "Fri"),
    ("2025-08-16", "Tues"),
    ("2025-08-16", "on Thursday and Friday"),
    ("2025-08-16", "Monday to Thursday"),
    ("2025-08-16", "Monday through Friday"),
    ("2025-08-16", "Sunday-Tuesday"),
    ("2025-08-15/2025-08-17", "Tuesday"),
    ("2025-08-15/2025-08-17", "on Monday and Thursday"),
    ("2025-08-16", "15 August"),
    ("2025-08-16", "August 15"),
    ("2025-08-16", "Aug. 15"),
    ("2025-08-16", "the 15th of August"),
    ("2025-08-16", "16 July"),
    ("2025-08-16", "Sept. 16"),
    ("2025-08-16", "16th July 2025"),
    ("2025-08-16", "16 August 2024"),
    ("2025-08-16", "August 16, 2024"),
    ("2025-08-16", "13–15 August"),
    ("2025-08-16", "13 to 15 August"),
    ("2025-08-16", "August 17-19"),
    ("2025-08-16", "August 14 and 15"),
    ("2025-08-16", "June to July"),
    ("2025-10-16", "15 August to 2 September"),
    ("2025-08-16", "Friday, 16 August"),
    ("2025-08-16", "Saturday, 15 August"),
    ("2025-08-13", "dated Aug. 15, released Saturday"),
    ("2025-08-14", "Wednesday 13 and Friday 15 August"),
    ("2025-08-16", "Thursday, Aug. 14, and Friday, Aug. 15"),
    ("2025-08-14", "yesterday and today"),
    ("2025-08-20", "on Tuesday next week"),
    ("2025-10-20", "Aug. 5–Sept. 2"),
    ("2025-08", "in July"),
    ("2025-08", "early September"),
    ("2025-08", "late July"),
    ("2025-08", "in August 2024"),
    ("2025", "in 2024"),
    ("2025", "2024"),
    ("2026", "in 2024/25"),
    ("2025-03", "in late 2024"),
    ("2025-08-15", "today"),
    ("2025-08-15", "this morning"),
    ("2025-08-16", "yesterday"),
    ("2025-08-16", "yesterday afternoon"),
    ("2025-08-14", "yesterday"),
    ("2025-08-14", "last night"),
    ("2025-08-16", "tomorrow"),
    ("2025-08-08", "earlier this week"),
    ("2025-08-13", "last week"),
    ("2025-08-13", "next week"),
    ("2025-08-19T12:00:00Z", "today"),
    ("2025-08-17", "earlier this week"),
];

#[test]
fn phrases_that_mean_their_date_pass() {
    for (date, words) in PASS {
        assert!(!is_contradicted(date, words, ISSUED), "{date} {words}");
    }
}

#[test]
fn phrases_that_cannot_mean_their_date_fail() {
    for (date, words) in FAIL {
        assert!(is_contradicted(date, words, ISSUED), "{date} {words}");
    }
}

/// Sunday papers say "last week" of the week that ends with them.
#[test]
fn sundays_are_of_two_weeks() {
    for (date, words) in [
        ("2025-08-14", "last week"),
        ("2025-08-07", "last week"),
        ("2025-08-14", "this week"),
        ("2025-08-20", "this week"),
        ("2025-08-20", "next week"),
    ] {
        assert!(
            !is_contradicted(date, words, "2025-08-17"),
            "{date} {words}"
        );
    }
    assert!(!is_contradicted("2025-08-14", "last week", "2025-08-18"));
    assert!(is_contradicted("2025-08-19", "last week", "2025-08-18"));
}
