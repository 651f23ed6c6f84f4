//! Any bytes as the evidence lock of a brief.

use std::sync::LazyLock;

use brief::evidence::Lock;
use brief::phases::{Beside, Reading, check, read};
use brief::{Edition, Loader, Locales};

use crate::forms::{checked, is_due, written};

const BRIEF: &str = include_str!("../../../tests/fixtures/checked.yaml");

static READING: LazyLock<Reading> = LazyLock::new(|| read(BRIEF.as_bytes()));

struct WithLock<'a>(&'a [u8]);

impl Loader for WithLock<'_> {
    fn lock(&self) -> Option<&[u8]> {
        Some(self.0)
    }
}

pub(crate) fn run(bytes: &[u8]) {
    let lock = Lock::read(bytes);
    if let Ok(lock) = &lock {
        let text = lock.write().expect("a lock has a form");
        let again = Lock::read(text.as_bytes());
        assert_eq!(again.as_ref(), Ok(lock), "a lock is written as it is read");
    }
    if is_due(bytes) {
        if let Some(edition) = checked(BRIEF.as_bytes(), &WithLock(bytes)) {
            written(&edition, Locales::embedded());
        }
        return;
    }
    // The brief is the same for each lock, so it is read once.
    let document = READING.document.as_ref().expect("the fixture is sound");
    let beside = Beside {
        evidence: Some(&lock),
        ..Beside::default()
    };
    let (brief, _) = check(document, BRIEF, beside);
    brief.map(Edition::of);
}
