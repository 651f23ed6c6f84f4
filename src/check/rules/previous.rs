//! The edition before, for the rules on it: `unreadable-previous`, `faulty-previous`,
//! `unrelated-previous`.

use super::{faulty_previous, unreadable_previous, unrelated_previous};
use crate::check::beside::Previous;
use crate::check::context::Context;
use crate::check::findings::Findings;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let (Some(name), Some(previous)) = (&cx.document.previous, cx.beside.previous) else {
        return;
    };
    match previous {
        Previous::Unread(reason) => out.push(unreadable_previous::fault(name, reason)),
        Previous::Faulty(errors) => out.push(faulty_previous::fault(name, *errors)),
        Previous::Itself => out.push(unrelated_previous::itself(name)),
        Previous::Brief(previous) => {
            let fault = unrelated_previous::judge(cx.document, name, previous.parts());
            if let Some(fault) = fault {
                out.push(fault);
            }
        }
    }
}
