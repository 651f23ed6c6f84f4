//! Tells briefs from other YAML that an editor opens.

use super::schema::SCHEMA;

/// How the name of a lock ends.
const LOCK: &str = ".evidence.yaml";
/// The lists that an included file has, and nothing else.
const SHARED: [&str; 2] = ["voices", "sources"];
/// Fields that no other format is known to have at its top.
const TELLING: [&str; 2] = ["bottom_line", "claims"];

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A brief, or what is becoming one.
    Brief,
    /// A file of voices and sources that briefs include.
    Shared,
    /// An evidence lock.
    Lock,
    /// Anything else: nothing is said of it.
    Other,
}

impl Kind {
    /// Says what a text is, by the name of its file, or because its editor says so.
    pub fn of(text: &str, name: Option<&str>, is_called_brief: bool) -> Self {
        if name.is_some_and(|name| name.ends_with(LOCK)) {
            return Self::Lock;
        }
        let keys: Vec<&str> = text.split('\n').filter_map(key_at_top).collect();
        let known = |key: &str| SCHEMA.pointer("/properties").and_then(|all| all.get(key));
        let count = keys.iter().filter(|key| known(key).is_some()).count();
        let of_schema = |line: &str| line.starts_with('#') && line.contains("brief.schema.json");
        if count > 0 && keys.iter().all(|key| SHARED.contains(key)) {
            return Self::Shared;
        }
        let is_brief = is_called_brief
            || keys.iter().any(|key| TELLING.contains(key))
            || count >= 3
            || text.lines().take(5).any(of_schema);
        if is_brief { Self::Brief } else { Self::Other }
    }
}

/// Returns the key that a line begins with, at the top of a file.
fn key_at_top(line: &str) -> Option<&str> {
    // Most lines are indented.
    line.as_bytes()
        .first()
        .filter(|byte| byte.is_ascii_lowercase())?;
    let (key, _) = line.split_once(':')?;
    let is_key = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    (!key.is_empty() && key.bytes().all(is_key)).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn only_briefs_are_briefs() {
        for (text, expected) in [
            ("format: 1\ntitle: a\ntopic: b\n", Kind::Brief),
            ("claims:\n", Kind::Brief),
            (
                "# yaml-language-server: $schema=brief.schema.json\n",
                Kind::Brief,
            ),
            ("voices:\n  a: {}\nsources:\n", Kind::Shared),
            ("services:\n  a: {}\n", Kind::Other),
            ("name: a\non: push\njobs:\n", Kind::Other),
            ("title: a\nlang: b\n", Kind::Other),
            ("", Kind::Other),
        ] {
            assert_eq!(Kind::of(text, Some("a.yaml"), false), expected, "{text}");
        }
        assert_eq!(Kind::of("", None, true), Kind::Brief);
        let lock = Kind::of("format: 3\nquotes: []\n", Some("a.evidence.yaml"), false);
        assert_eq!(lock, Kind::Lock);
    }
}
