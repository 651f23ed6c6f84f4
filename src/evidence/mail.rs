//! Reads the parts of a message, and of a page that a browser saved as one (MHTML).

use std::collections::BTreeSet;

use super::heads::Heads;
use super::lenient_base64;

/// What a part is that stands in another place.
pub(super) const ELSEWHERE: &str = "message/external-body";

/// A part of a message, decoded.
pub(super) struct Part {
    /// What it is, as `text/html`.
    pub(super) kind: String,
    /// Its encoding as its heads name it.
    pub(super) charset: Option<String>,
    /// Where it was.
    pub(super) address: Option<String>,
    /// The name by which other parts know it.
    pub(super) id: Option<String>,
    /// Whether it belongs to a page, as pictures and style sheets do.
    pub(super) is_of_page: bool,
    pub(super) body: Vec<u8>,
}

/// A message.
pub(super) struct Mail {
    pub(super) heads: Heads,
    pub(super) parts: Vec<Part>,
    /// What stands before its parts and behind them, which no program shows.
    pub(super) outside: Vec<u8>,
    /// Whether it ends before what closes its parts.
    pub(super) is_cut: bool,
}

/// Reads a message.
pub(super) fn read(bytes: &[u8]) -> Mail {
    let mut reader = Reader {
        boundaries: BTreeSet::new(),
        is_page: false,
        heads: Some(Heads::default()),
        part: None,
        mail: Mail {
            heads: Heads::default(),
            parts: Vec::new(),
            outside: Vec::new(),
            is_cut: false,
        },
        is_first: true,
    };
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        reader.line(line);
    }
    let is_open = reader.part.is_some() || reader.heads.is_some();
    reader.mail.is_cut = is_open && !reader.boundaries.is_empty();
    reader.end_part();
    let mut mail = reader.mail;
    let charset = mail.parts.iter().find_map(|part| part.charset.as_deref());
    mail.heads.decode(charset);
    mail
}

struct Reader {
    /// What parts the parts of this message, and of those in it.
    boundaries: BTreeSet<Vec<u8>>,
    /// Whether it is a page with what belongs to it.
    is_page: bool,
    /// The heads of a part, while they are read.
    heads: Option<Heads>,
    /// The part that is read, as it lies there, how it is encoded, and whether spaces at the ends of its
    /// lines are none of its own.
    part: Option<(Part, String, bool)>,
    mail: Mail,
    /// Whether no heads have been read yet.
    is_first: bool,
}

impl Reader {
    fn line(&mut self, line: &[u8]) {
        let end = line.trim_ascii_end();
        if let Some(name) = end.strip_prefix(b"--") {
            if self.boundaries.contains(name) {
                self.end_part();
                self.heads = Some(Heads::default());
                return;
            }
            if let Some(name) = name.strip_suffix(b"--")
                && self.boundaries.contains(name)
            {
                self.end_part();
                self.heads = None;
                return;
            }
        }
        match &mut self.heads {
            Some(heads) if !end.is_empty() => heads.line(end),
            Some(_) => self.begin_part(),
            None => {
                let part = self.part.as_mut().map(|(part, ..)| &mut part.body);
                part.unwrap_or(&mut self.mail.outside).extend(line);
            }
        }
    }

    /// Sees by its heads what the part is that begins.
    fn begin_part(&mut self) {
        let heads = self.heads.take().unwrap_or_default();
        let plain = if self.is_page { "" } else { "text/plain" };
        let kind = heads
            .word("content-type")
            .unwrap_or_else(|| plain.to_owned());
        let boundary = heads.parameter("content-type", "boundary");
        let is_first = std::mem::replace(&mut self.is_first, false);
        if is_first {
            self.mail.heads = heads.clone();
        }
        if let Some(boundary) = boundary.filter(|_| kind.starts_with("multipart/")) {
            self.boundaries.insert(boundary.into_bytes());
            self.is_page |= kind == "multipart/related";
            return;
        }
        let is_elsewhere = heads.get("x-mozilla-external-attachment-url").is_some();
        let kind = if is_elsewhere {
            ELSEWHERE.to_owned()
        } else {
            kind
        };
        let address = heads.get("content-location").map(without_spaces);
        let part = Part {
            charset: heads.parameter("content-type", "charset"),
            address,
            id: heads.get("content-id").map(without_spaces),
            is_of_page: self.is_page,
            body: Vec::new(),
            kind,
        };
        let encoding = heads.word("content-transfer-encoding");
        let deletes = heads.parameter("content-type", "delsp");
        let deletes = deletes.is_some_and(|it| it.eq_ignore_ascii_case("yes"));
        self.part = Some((part, encoding.unwrap_or_default(), deletes));
    }

    fn end_part(&mut self) {
        if let Some((mut part, encoding, deletes)) = self.part.take() {
            match &*encoding {
                "quoted-printable" => part.body = unescaped(&part.body, b'='),
                "base64" => part.body = lenient_base64::decoded(&part.body),
                _ => {}
            }
            if deletes {
                part.body = flowed(&part.body);
            }
            self.mail.parts.push(part);
        }
    }
}

/// Joins lines that end with a space to those below, without that one space (`delsp=yes`).
fn flowed(body: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(body.len());
    let mut before = None;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let depth = line.iter().take_while(|byte| **byte == b'>').count();
        let text = line.trim_ascii_end();
        let goes_on = line.get(text.len()) == Some(&b' ') && !text.ends_with(b"--");
        let line = if before == Some(depth) {
            let words = line.get(depth..).unwrap_or_default();
            words.strip_prefix(b" ").unwrap_or(words)
        } else {
            if before.is_some() {
                joined.push(b'\n');
            }
            line
        };
        let flowing = line.strip_suffix(b"\n").unwrap_or(line);
        let flowing = flowing.strip_suffix(b"\r").unwrap_or(flowing);
        let end = if goes_on {
            flowing.strip_suffix(b" ").unwrap_or(flowing)
        } else {
            line
        };
        joined.extend_from_slice(end);
        before = goes_on.then_some(depth);
    }
    joined
}

/// Returns an address that may be folded over lines.
pub(super) fn without_spaces(address: &str) -> String {
    address.split_whitespace().collect()
}

/// Decodes what has some bytes written as `=C3`, and lines that go on after `=`, or another mark.
pub(super) fn unescaped(body: &[u8], mark: u8) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let text = line.trim_ascii_end();
        let end = line.get(text.len()..).unwrap_or_default();
        let (text, goes_on) = match text.strip_suffix(&[mark]) {
            Some(text) => (text, true),
            None => (text, false),
        };
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            let code = text.get(at + 1..at + 3).filter(|_| *byte == mark);
            let code = code.and_then(|code| std::str::from_utf8(code).ok());
            let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
            decoded.push(code.unwrap_or(*byte));
            at += if code.is_some() { 3 } else { 1 };
        }
        if !goes_on && end.contains(&b'\n') {
            decoded.push(b'\n');
        }
    }
    decoded
}

#[cfg(test)]
mod tests;
