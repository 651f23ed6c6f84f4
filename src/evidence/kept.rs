//! Says of a work that is to be kept as a snapshot whether there are words in it, and what it says of
//! itself.

use super::contents::{is_short, media_of};
use super::encoded_words::decoded;
use super::encoding::decode;
use super::html::{self, Tags};
use super::mail;
use super::markup;
use super::opened::{Media, unpacked};
use super::saved::unpack;
use super::snapshot::{Snapshot, sha256};
use crate::model::Obstacle;

/// A work that may be kept as a snapshot.
#[derive(Debug)]
pub struct Kept {
    /// Its text, as a reader sees it.
    pub snapshot: Snapshot,
    /// What it says of itself, if it is a page.
    pub tags: Tags,
    /// Whether it is a page.
    pub is_page: bool,
    /// How many pages were saved in it; it is the first of them.
    pub pages: usize,
    /// What it was saved in says of it.
    pub(crate) around: Around,
}

/// What that says in which a work was saved: a message, a web archive.
#[derive(Clone, Debug, Default)]
pub(crate) struct Around {
    /// Where it was.
    pub(crate) address: Option<String>,
    /// When it was there, as ISO 8601 writes it.
    pub(crate) time: Option<String>,
    /// The subject, the sender and the date of a message.
    pub(crate) subject: Option<String>,
    pub(crate) sender: Option<String>,
    pub(crate) date: Option<String>,
}

impl Kept {
    /// Reads a work; `charset` is what the server said that sent it.
    ///
    /// # Errors
    /// There is no text in it for a reader, or no more than the frame that a script fills.
    pub fn read(bytes: &[u8], media: Media, charset: Option<&str>) -> Result<Self, Obstacle> {
        let snapshot = Snapshot::read_as_told(bytes, media, charset);
        let is_frame = snapshot.doubts.may_be_filled && is_short(snapshot.text());
        let unfilled = || is_frame.then_some(Obstacle::Unfilled);
        let blank = || snapshot.doubts.blank.or_else(unfilled);
        if let Some(obstacle) = snapshot.obstacle().or_else(blank) {
            return Err(obstacle);
        }
        let saved = unpack(bytes, media, charset, &[])?;
        let page = saved.pages.first().ok_or(Obstacle::NoPage)?;
        let media = media_of(&page.bytes, page.media);
        let tags = if media.is_page() {
            let text = decode(&page.bytes, media, page.charset.as_deref()).text;
            html::tags(&markup::of_page(text, page.media).html)
        } else {
            Tags::default()
        };
        let mut around = Around {
            address: page.address.clone(),
            // When a letter was sent, nobody had read it.
            time: page.time.clone().filter(|_| page.heads.is_none()),
            ..Around::default()
        };
        // Letters with pictures have the form of pages that browsers save.
        if page.heads.is_some() {
            let opened = unpacked(bytes)?;
            let heads = mail::read(&opened).heads;
            let head = |name: &str| heads.get(name).map(decoded);
            around.subject = head("subject");
            around.sender = head("from").map(|from| name_of(&from).to_owned());
            around.date = head("date");
        }
        Ok(Self {
            snapshot,
            tags,
            is_page: media.is_page(),
            pages: saved.pages.len(),
            around,
        })
    }

    /// Returns the SHA-256 of its text in UTF-8, in hexadecimal digits.
    pub fn text_sha256(&self) -> String {
        sha256(self.snapshot.text().as_bytes())
    }
}

/// Returns the name of a sender: `Ann Bell <ann@example.org>`.
fn name_of(from: &str) -> &str {
    let name = from.split('<').next().unwrap_or_default().trim();
    let name = name.trim_matches('"').trim();
    if name.is_empty() { from.trim() } else { name }
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1257;

    use crate::evidence::{Kept, Media};
    use crate::model::Obstacle;

    /// The server is believed before the page, and the bytes before both.
    #[test]
    fn what_a_server_told_is_believed_where_the_bytes_do_not_tell() {
        let text = "Taryba posėdžiavo, ir niekas neišėjo iki balsavimo.";
        let lithuanian = WINDOWS_1257.encode(text).0;
        let declared = [b"<meta charset=windows-1250><p>".as_slice(), &lithuanian].concat();
        let is_read = |bytes: &[u8], told| {
            let kept = Kept::read(bytes, Media::Html, told).unwrap();
            kept.snapshot.text().contains(text)
        };
        assert!(is_read(&lithuanian, Some("windows-1257")));
        assert!(is_read(&declared, Some("windows-1257")));
        assert!(is_read(text.as_bytes(), Some("windows-1257")));
        // Nor is it taken for UTF-8 because a server says that of everything.
        assert!(!is_read(&declared, Some("utf-8")));
        assert!(!is_read(&declared, Some("no such thing")));
        assert!(!is_read(&declared, None));
    }

    #[test]
    fn what_has_no_words_to_show_is_not_kept() {
        for (page, obstacle) in [
            ("<p hidden>Nobody reads this.</p>", Obstacle::NoWords),
            (
                "<p>Loading</p><script src=a.js></script>",
                Obstacle::Unfilled,
            ),
            ("", Obstacle::Empty),
        ] {
            let kept = Kept::read(page.as_bytes(), Media::Html, None);
            assert_eq!(kept.map(|_| ()).unwrap_err(), obstacle, "{page}");
        }
    }
}
