//! A brief of sound shape, through to every form.

use arbitrary::Unstructured;
use brief::Locales;

use crate::forms::{Alone, checked, is_due, written};
use crate::grammar;

pub(crate) fn run(bytes: &[u8]) {
    let Ok(brief) = grammar::brief(&mut Unstructured::new(bytes)) else {
        return;
    };
    let edition = checked(brief.to_string().as_bytes(), &Alone);
    if let Some(edition) = edition.filter(|_| is_due(bytes)) {
        written(&edition, Locales::embedded());
    }
}
