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
        InvalidDate::Reversed => format!("`{given}` ends before it begins"),
        InvalidDate::Offset => format!("no place has the offset from UTC of `{given}`"),
        InvalidDate::Form => format!("`{given}` is not a date of the form 2025-08-16"),
    };
    let diagnostic = Diagnostic::new(&INVALID_DATE, text.place, message);
    match why {
        InvalidDate::Reversed => return diagnostic.help("write the earlier date first"),
        InvalidDate::Offset => {
            return diagnostic.help("an offset is between -12:00 and +14:00; UTC itself is `Z`");
        }
        InvalidDate::OutOfRange | InvalidDate::Form => {}
    }
    let proposals = propose(text);
    if proposals.is_empty() {
        diagnostic.help(
            "write a day as 2025-08-16, a month as 2025-08, a span as 2025-08-15/2025-08-18, \
             about a day as 2025-08-16~",
        )
    } else {
        diagnostic.help(format!("did you mean `{}`?", proposals.join("` or `")))
    }
}
