//! Reads the heads of messages, of records in web archives and of answers by HTTP: names and values.

/// Heads are read up to so many bytes.
pub(super) const MOST_BYTES: usize = 64 << 10;

/// Names and values.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads(Vec<(String, String)>);

impl Heads {
    /// Takes a line of the heads, without its end; one that begins with a space goes on from the last.
    pub(super) fn line(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line);
        match (self.0.last_mut(), text.split_once(':')) {
            (Some((_, value)), _) if text.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(text.trim());
            }
            (_, Some((name, value))) => {
                let name = name.trim().to_ascii_lowercase();
                self.0.push((name, value.trim().to_owned()));
            }
            (_, None) => {}
        }
    }

    /// Reads heads up to the empty line; returns the first line, the heads, and what follows.
    pub(super) fn read(bytes: &[u8]) -> (String, Self, &[u8]) {
        let mut heads = Self::default();
        let (mut first, mut at) = (None, 0);
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            let line = line.trim_ascii_end();
            if line.is_empty() || at > MOST_BYTES {
                break;
            }
            if first.is_none() {
                first = Some(String::from_utf8_lossy(line).into_owned());
            } else {
                heads.line(line);
            }
        }
        let rest = bytes.get(at..).unwrap_or_default();
        (first.unwrap_or_default(), heads, rest)
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| &**value)
    }

    /// Returns all names and values, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// Returns the first word of a head, in small letters: `text/html`.
    pub(super) fn word(&self, name: &str) -> Option<String> {
        let value = self.get(name)?;
        let word = value.split([';', ',']).next()?.trim();
        Some(word.to_ascii_lowercase())
    }

    /// Returns what a head gives by a name of its own, as `charset` of `text/html; charset="utf-8"`.
    pub(super) fn parameter(&self, name: &str, parameter: &str) -> Option<String> {
        let value = self.get(name)?;
        let start = value.to_ascii_lowercase().find(&format!("{parameter}="))?;
        let value = value.get(start + parameter.len() + 1..)?.trim_start();
        let value = match value.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next()?,
            None => value.split(';').next()?.trim(),
        };
        (!value.is_empty()).then(|| value.to_owned())
    }
}
