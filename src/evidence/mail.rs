//! Reads the parts of a message that are plain text as they lie in it.

use std::collections::BTreeSet;

/// What can be read of a message.
pub(super) struct Mail {
    /// The plain text of its parts, one after the other.
    pub(super) text: Vec<u8>,
    /// Whether all its parts are read.
    pub(super) is_whole: bool,
}

/// Returns what of a message can be read without decoding anything; nothing, if that is not a word.
pub(super) fn plain(bytes: &[u8]) -> Option<Mail> {
    let mut reader = Reader {
        boundaries: BTreeSet::new(),
        is_page: false,
        heads: Some(String::new()),
        is_kept: false,
        mail: Mail {
            text: Vec::new(),
            is_whole: true,
        },
    };
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        reader.line(line);
    }
    let mail = reader.mail;
    let has_words = mail
        .text
        .iter()
        .any(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    has_words.then_some(mail)
}

struct Reader {
    /// What parts the parts of this message, and of those in it.
    boundaries: BTreeSet<Vec<u8>>,
    /// Whether it is a page with what belongs to it: a part is plain text only if it says so.
    is_page: bool,
    /// The heads of a part, while they are read.
    heads: Option<String>,
    /// Whether the part is plain text.
    is_kept: bool,
    mail: Mail,
}

impl Reader {
    fn line(&mut self, line: &[u8]) {
        let end = line.trim_ascii_end();
        if let Some(name) = end.strip_prefix(b"--") {
            if self.boundaries.contains(name) {
                self.heads = Some(String::new());
                return;
            }
            if let Some(name) = name.strip_suffix(b"--")
                && self.boundaries.contains(name)
            {
                (self.heads, self.is_kept) = (None, false);
                return;
            }
        }
        match &mut self.heads {
            Some(heads) if !end.is_empty() => {
                // A head goes on in the next line.
                let is_same = line.starts_with(b" ") || line.starts_with(b"\t");
                heads.push(if is_same { ' ' } else { '\n' });
                heads.push_str(&String::from_utf8_lossy(end));
            }
            Some(_) => self.body(),
            None if self.is_kept => self.mail.text.extend(line),
            None => {}
        }
    }

    /// Sees by its heads what the part is that begins.
    fn body(&mut self) {
        let heads = self.heads.take().unwrap_or_default();
        let kind = head(&heads, "content-type");
        let kind = kind.unwrap_or(if self.is_page { "" } else { "text/plain" });
        let encoding = head(&heads, "content-transfer-encoding").unwrap_or("7bit");
        let lower = kind.to_ascii_lowercase();
        if let Some(boundary) = boundary(kind).filter(|_| lower.starts_with("multipart/")) {
            self.boundaries.insert(boundary.as_bytes().to_vec());
            self.is_page |= lower.starts_with("multipart/related");
            self.is_kept = false;
            return;
        }
        let is_as_it_lies = ["7bit", "8bit", "binary"]
            .iter()
            .any(|plain| encoding.eq_ignore_ascii_case(plain));
        self.is_kept = is_as_it_lies && lower.starts_with("text/plain");
        self.mail.is_whole &= self.is_kept;
        if self.is_kept && !self.mail.text.is_empty() {
            self.mail.text.extend(b"\n\n");
        }
    }
}

/// Returns the value of a head.
fn head<'a>(heads: &'a str, name: &str) -> Option<&'a str> {
    heads.lines().find_map(|line| {
        let (of, value) = line.split_once(':')?;
        of.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// Returns what parts the parts of a message.
fn boundary(kind: &str) -> Option<&str> {
    let at = kind.to_ascii_lowercase().find("boundary=")?;
    let value = kind.get(at + "boundary=".len()..)?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split(';').next()?.trim(),
    };
    (!value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    fn look(mail: &str, quote: &str) -> (Check, Option<Obstacle>) {
        let wanted = SoughtQuote {
            text: quote,
            edited: false,
            context: None,
            translated: false,
            is_passage: false,
        };
        let mut found = Vec::new();
        // A box of messages and lines of other systems change nothing, nor does the name.
        for (text, media) in [
            (mail.to_owned(), Media::Text),
            (mail.replace('\n', "\r\n"), Media::Text),
            (format!("From ann Mon Jan  1\n{mail}"), Media::Html),
        ] {
            let snapshot = Snapshot::read(text.as_bytes(), media);
            let one = find(&snapshot, &[wanted]).remove(0);
            found.push((one.check, one.reason));
        }
        assert!(found.iter().all(|one| one == &found[0]), "{found:?}");
        found[0]
    }

    const HEADS: &str = "From: Ann Bell <ann@example.org>\nSubject: The works\nMIME-Version: 1.0\n";

    #[test]
    fn plain_parts_are_read_as_they_lie() {
        let mail = format!(
            "{HEADS}Content-Type: multipart/mixed;\n\tboundary=\"=_b 1\"\n\nNo mail program shows this line.\n\
             --=_b 1\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 7bit\n\n\
             We will begin the works\nin the spring.\n--=_b 1\n\n-- \nAnn Bell, harbour office\n\
             --=_b 1--\nNor does one show this.\n"
        );
        for quote in [
            "We will begin the works in the spring.",
            "Ann Bell, harbour office",
        ] {
            assert!(look(&mail, quote).0.is_verified(), "{quote}");
        }
        for quote in [
            "We will end the works in the spring.",
            "No mail program shows this line.",
        ] {
            assert_eq!(look(&mail, quote).0, Check::Absent, "{quote}");
        }
    }

    /// What another part says is not known.
    #[test]
    fn what_other_parts_say_is_not_known() {
        for (other, text) in [
            (
                "text/html",
                "<p>We will <b>end</b> it.</p><!-- Not a soul reads this. -->",
            ),
            (
                "application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64",
                "JVBERi0xLjQK",
            ),
            (
                "text/plain\nContent-Transfer-Encoding: quoted-printable",
                "We will end it=2E",
            ),
        ] {
            let mail = format!(
                "{HEADS}Content-Type: multipart/mixed; boundary=out\n\n--out\n\
                 Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\n\
                 We will begin the works.\n--in--\n--out\nContent-Type: {other}\n\n{text}\n--out--\n"
            );
            assert_eq!(look(&mail, "We will begin the works.").0, Check::Exact);
            for quote in ["We will end it, she wrote.", "Not a soul reads this."] {
                let unknown = (Check::CannotCheck, Some(Obstacle::WebArchive));
                assert_eq!(look(&mail, quote), unknown, "{other}");
            }
        }
    }

    #[test]
    fn a_message_without_plain_words_is_told() {
        for (heads, body) in [
            (
                "multipart/related; boundary=b",
                "--b\nContent-Type: text/html\n\n<p>We will begin the works.\n--b--",
            ),
            ("multipart/mixed", "--b\n\nWe will begin the works.\n--b--"),
            (
                "multipart/mixed; boundary=b",
                "--b\nContent-Transfer-Encoding: base64\n\nV2Ugd2ls\n--b--",
            ),
            ("text/plain\nContent-Transfer-Encoding: base64", "V2Ugd2ls"),
        ] {
            let mail = format!("{HEADS}Content-Type: {heads}\n\n{body}\n");
            let unknown = (Check::CannotCheck, Some(Obstacle::WebArchive));
            assert_eq!(look(&mail, "We will begin the works."), unknown, "{heads}");
        }
    }
}
