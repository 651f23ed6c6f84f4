//! Any bytes, as a brief, through to every form.

use brief::Locales;

use crate::forms::{Alone, checked, is_due, written};

pub(crate) fn run(bytes: &[u8]) {
    if let Some(edition) = checked(bytes, &Alone).filter(|_| is_due(bytes)) {
        written(&edition, Locales::embedded());
    }
}
