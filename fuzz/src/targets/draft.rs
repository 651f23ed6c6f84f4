//! A brief of sound shape, through to every form.

use arbitrary::Unstructured;
use brief::Locales;

use crate::forms::{Alone, checked, written};
use crate::grammar;

pub(crate) fn run(bytes: &[u8]) {
    let Ok(brief) = grammar::brief(&mut Unstructured::new(bytes)) else {
        return;
    };
    if let Some(edition) = checked(brief.to_string().as_bytes(), &Alone) {
        written(&edition, Locales::embedded());
    }
}
