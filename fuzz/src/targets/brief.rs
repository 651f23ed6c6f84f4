//! Any bytes, as a brief, through to every form.

use brief::Locales;

use crate::forms::{Alone, checked, written};

pub(crate) fn run(bytes: &[u8]) {
    if let Some(edition) = checked(bytes, &Alone) {
        written(&edition, Locales::embedded());
    }
}
