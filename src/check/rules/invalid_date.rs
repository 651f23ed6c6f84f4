#![doc = include_str!("invalid_date.md")]

use super::empty_text;
use crate::check::calendar::propose;
use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::{Edtf, InvalidDate};

pub(super) static INVALID_DATE: Rule = Rule::error(include_str!("invalid_date.md"));

pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Edtf> {
    empty_text::read(text, out)?;
    match Edtf::parse(text) {
        Ok(date) => Some(date),
        Err(why) => {
            out.push(fault(text, why));
            None
        }
    }
}

fn fault(text: &Text, why: InvalidDate) -> Diagnostic {
    let given = text.value.escape_debug();
    let message = match why {
        InvalidDate::OutOfRange => format!("there is no day `{given}`"),
        InvalidDate::Time => format!("no clock shows the time of `{given}`"),
        InvalidDate::TimeInInterval => format!("`{given}` is from or to a time of day"),
        InvalidDate::Reversed => format!("`{given}` ends before it begins"),
        InvalidDate::Offset => format!("no place has the offset from UTC of `{given}`"),
        InvalidDate::Form => format!("`{given}` is not a date of the form 2025-08-16"),
    };
    let diagnostic = Diagnostic::new(&INVALID_DATE, text.place, message);
    let otherwise = match why {
        InvalidDate::Reversed => {
            let diagnostic = diagnostic.help("write the earlier date first");
            let swapped = text.split_once('/');
            let swapped = swapped.map(|(later, earlier)| format!("{earlier}/{later}"));
            return match swapped.filter(|swapped| Edtf::parse(swapped).is_ok()) {
                Some(swapped) => diagnostic.instead(swapped),
                None => diagnostic,
            };
        }
        InvalidDate::Offset => {
            return diagnostic.help("an offset is between -12:00 and +14:00; UTC itself is `Z`");
        }
        InvalidDate::TimeInInterval => {
            return diagnostic.help(
                "give the time at which it began, or the span in days, and the rest in words",
            );
        }
        InvalidDate::Time => "a time is between 00:00:00 and 23:59:59",
        InvalidDate::Form if text.contains('[') => {
            "give how far the zone is from UTC instead of its name: 2025-08-16T09:30+03:00"
        }
        InvalidDate::OutOfRange | InvalidDate::Form => {
            "write a day as 2025-08-16, a month as 2025-08, a span as 2025-08-15/2025-08-18, \
             about a day as 2025-08-16~, a time as 2025-08-16T09:30+02:00"
        }
    };
    let proposals = propose(text);
    if proposals.is_empty() {
        diagnostic.help(otherwise)
    } else {
        let help = format!("did you mean `{}`?", proposals.join("` or `"));
        let diagnostic = diagnostic.help(help);
        proposals.into_iter().fold(diagnostic, Diagnostic::instead)
    }
}
