//! Reads the names of files that a brief gives: those that it includes, and its previous edition.

use super::blocks::top_key;
use super::opened::Opened;
use super::siblings;
use super::written::line_at;
use crate::load;

/// Returns the names that a field at the top of a text gives, also while the text is no YAML.
pub fn files_named(text: &str, field: &str) -> Vec<String> {
    if !text.contains(field) {
        return Vec::new();
    }
    if let Some(document) = load::read(text.as_bytes()).document {
        let names = match field {
            "previous" => document.previous.iter().collect(),
            _ => document.include.iter().collect::<Vec<_>>(),
        };
        return names.into_iter().map(|name| name.value.clone()).collect();
    }
    let Some(line) = top_key(text, field) else {
        return Vec::new();
    };
    let fields = siblings::fields(text, line.start, 0);
    let Some(found) = fields.iter().find(|found| found.name == field) else {
        return Vec::new();
    };
    let written = found.written(text).lines();
    let written = written.map(|line| line.split(" #").next().unwrap_or(""));
    let names = written.flat_map(|line| line.split([',', '[', ']']));
    let names = names.map(|name| {
        name.trim()
            .trim_start_matches("- ")
            .trim_matches(['"', '\''])
    });
    let names = names.filter(|name| !name.is_empty() && !name.starts_with('#'));
    names.map(str::to_owned).collect()
}

impl Opened {
    /// Returns the name of a file that stands at a byte.
    pub fn file_named_at(&self, byte: usize) -> Option<String> {
        let text = self.text();
        let line = line_at(text, byte);
        let mut names = ["previous", "include"]
            .into_iter()
            .flat_map(|field| files_named(text, field));
        names.find(|name| {
            let at = line.text.find(name.as_str()).map(|at| line.start + at);
            at.is_some_and(|at| (at..=at + name.len()).contains(&byte))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::files_named;

    #[test]
    fn names_are_read_in_all_forms() {
        for text in [
            "include: [a.yaml, \"b.yaml\"] # c\n",
            "x: 1\ninclude:\n  - a.yaml\n  # c\n  - b.yaml\ny: 2\n",
            "\"include\": [a.yaml, b.yaml]\n",
            "include : [a.yaml, b.yaml]\n",
            "include:\n- a.yaml\n- b.yaml # c\ny: 2\n",
        ] {
            assert_eq!(files_named(text, "include"), ["a.yaml", "b.yaml"], "{text}");
        }
        assert!(files_named("y: 2\n", "include").is_empty());
    }
}
