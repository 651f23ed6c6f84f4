//! Any text as a locale file: it is refused, or every form can be written with it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use brief::{Edition, Input, Locales};

use crate::forms::{is_due, written};

const BRIEF: &str = include_str!("../../../tests/fixtures/page.yaml");

static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let checked = Input::new(BRIEF).check();
    Edition::of(checked.brief.expect("the fixture is sound"))
});

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let files = BTreeMap::from([("en".to_owned(), text.to_owned())]);
    if let Ok(locales) = Locales::with_files(&files) {
        if is_due(bytes) {
            written(&EDITION, &locales);
        }
    }
}
