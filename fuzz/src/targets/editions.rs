//! Two editions of a brief: what changed, and the page of the second.

use arbitrary::Unstructured;
use brief::{Loader, Locales};
use serde_json::json;

use crate::forms::{Alone, checked, compared, is_due, written};
use crate::grammar;

struct After(String);

impl Loader for After {
    fn previous(&self, _: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(Some(self.0.clone().into_bytes()))
    }
}

pub(crate) fn run(bytes: &[u8]) {
    let mut from = Unstructured::new(bytes);
    let Ok(old) = grammar::brief(&mut from) else {
        return;
    };
    let Ok(mut new) = grammar::changed(&old, &mut from) else {
        return;
    };
    new["previous"] = json!("a-1.yaml");
    let old = old.to_string();
    let Some(before) = checked(old.as_bytes(), &Alone) else {
        return;
    };
    if let Some(edition) = checked(new.to_string().as_bytes(), &After(old)) {
        compared(&before, &edition);
        compared(&edition, &before);
        if !is_due(bytes) {
            return;
        }
        written(&edition, Locales::embedded());
    }
}
