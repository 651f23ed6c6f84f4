//! Any bytes as the evidence lock of a brief.

use brief::evidence::Lock;
use brief::{Loader, Locales};

use crate::forms::{checked, written};

const BRIEF: &str = include_str!("../../../tests/fixtures/checked.yaml");

struct Beside<'a>(&'a [u8]);

impl Loader for Beside<'_> {
    fn lock(&self) -> Option<&[u8]> {
        Some(self.0)
    }
}

pub(crate) fn run(bytes: &[u8]) {
    if let Ok(lock) = Lock::read(bytes) {
        let text = lock.write().expect("a lock has a form");
        let again = Lock::read(text.as_bytes());
        assert_eq!(again.as_ref(), Ok(&lock), "a lock is written as it is read");
    }
    if let Some(edition) = checked(BRIEF.as_bytes(), &Beside(bytes)) {
        written(&edition, Locales::embedded());
    }
}
