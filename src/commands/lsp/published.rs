//! Keeps what was said of each file: several briefs may have something to say of one that they include.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// What is wrong with each file, by the brief that found it.
#[derive(Default)]
pub(super) struct Published(BTreeMap<String, BTreeMap<String, Vec<Value>>>);

impl Published {
    /// Takes what a brief found in place of what it found before; returns the files of which something
    /// else is to be said now.
    pub(super) fn replace(
        &mut self,
        by: &str,
        found: BTreeMap<String, Vec<Value>>,
    ) -> BTreeSet<String> {
        let mut changed: BTreeSet<String> = found.keys().cloned().collect();
        for (file, all) in &mut self.0 {
            if all.remove(by).is_some_and(|before| !before.is_empty()) {
                changed.insert(file.clone());
            }
        }
        for (file, found) in found {
            self.0.entry(file).or_default().insert(by.to_owned(), found);
        }
        self.0.retain(|_, all| !all.is_empty());
        changed
    }

    /// Returns all that is wrong with a file, once each.
    pub(super) fn of(&self, file: &str) -> Vec<Value> {
        let all = self.0.get(file).into_iter().flat_map(BTreeMap::values);
        let mut told: BTreeSet<String> = BTreeSet::new();
        let all = all.flatten().filter(|one| told.insert(one.to_string()));
        all.cloned().collect()
    }

    /// Returns what to tell a client of a file.
    pub(super) fn params(&self, file: &str, version: Option<i64>) -> Value {
        let mut params = json!({ "uri": file, "diagnostics": self.of(file) });
        // What other briefs found may be of another version of it.
        let of_file = self.0.get(file).into_iter().flatten();
        let is_own = of_file.into_iter().all(|(by, _)| by == file);
        if let Some(version) = version.filter(|_| is_own) {
            params["version"] = version.into();
        }
        params
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Published;

    #[test]
    fn what_two_briefs_find_in_a_file_is_said_once_and_taken_back() {
        let mut published = Published::default();
        let found = |file: &str, fault: i32| [(file.to_owned(), vec![json!(fault)])].into();
        assert_eq!(
            published.replace("a", found("desk", 1)),
            ["desk".to_owned()].into()
        );
        published.replace("b", found("desk", 1));
        assert_eq!(published.of("desk"), [json!(1)]);
        assert_eq!(published.params("desk", Some(1)).get("version"), None);
        published.replace("b", found("desk", 2));
        assert_eq!(published.of("desk"), [json!(1), json!(2)]);
        let changed = published.replace("a", [].into());
        assert_eq!(changed, ["desk".to_owned()].into());
        assert_eq!(published.of("desk"), [json!(2)]);
        published.replace("own", found("own", 3));
        assert_eq!(published.params("own", Some(1))["version"], 1);
    }
}
