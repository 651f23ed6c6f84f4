#![doc = include_str!("invalid_doi.md")]

use super::empty_text;
use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::Doi;

pub(super) static INVALID_DOI: Rule = Rule::error(include_str!("invalid_doi.md"));

pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Doi> {
    empty_text::read(text, out)?;
    let doi = Doi::parse(text).ok();
    if doi.is_none() {
        let message = "this is not a digital object identifier";
        let help = "write it as `10.1000/182` or `https://doi.org/10.1000/182`";
        let fault = Diagnostic::new(&INVALID_DOI, text.place, message).help(help);
        // Behind a name or an address of another kind.
        let found = text.find("10.").and_then(|at| text.get(at..));
        let found = found
            .map(str::trim)
            .filter(|found| Doi::parse(found).is_ok());
        out.push(match found {
            Some(found) => fault.instead(found),
            None => fault,
        });
    }
    doi
}
