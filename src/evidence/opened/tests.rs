use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{MOST_OPENED, is_page, unpacked};
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

const QUOTE: &str = "We will begin the works.";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn look(bytes: &[u8], media: Media) -> (Check, Option<Obstacle>) {
    let wanted = SoughtQuote::of(QUOTE);
    let found = find(&Snapshot::read(bytes, media), &[wanted]).remove(0);
    (found.check, found.reason)
}

#[test]
fn what_is_no_text_is_told_by_its_bytes_whatever_it_is_called() {
    let program = [
        &b"\x7FELF"[..],
        &[0, 1, 2, 3, 0, 0, 9, b'x', b'y'].repeat(50),
    ]
    .concat();
    are_told(&[
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Obstacle::Picture),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", Obstacle::Picture),
        (b"RIFF\0\0\0\0WEBPVP8 ", Obstacle::Picture),
        (b"\0\0\0\x18ftypmp42", Obstacle::Picture),
        (b"ID3\x03\0\0\0\0\0\0", Obstacle::Picture),
        (b"BZh91AY&SY\0\x01", Obstacle::Compressed),
        (b"\xFD7zXZ\0\0\x04", Obstacle::Compressed),
        (&program, Obstacle::NotText),
    ]);
}

fn are_told(files: &[(&[u8], Obstacle)]) {
    for (bytes, obstacle) in files {
        for media in [Media::Html, Media::Text] {
            let found = look(bytes, media);
            let shown = bytes.escape_ascii();
            assert_eq!(
                found,
                (Check::CannotCheck, Some(*obstacle)),
                "{shown:.60} as {media:?}"
            );
        }
    }
}

#[test]
fn documents_archives_and_texts_without_words_are_told_by_their_bytes() {
    let tar = [&[b'a'; 257][..], b"ustar\x0000"].concat();
    are_told(&[
        (&b""[..], Obstacle::Empty),
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", Obstacle::BrokenPdf),
        (b"\xEF\xBB\xBF\n%PDF-1.7", Obstacle::BrokenPdf),
        (
            b"PK\x03\x04\x14\0We will begin the works.",
            Obstacle::Packed,
        ),
        (b"{\\rtf1 We will begin the works.}", Obstacle::Packed),
        (
            b"<?xml version='1.0'?><office:document><text:p>We will begin the works.</text:p>",
            Obstacle::Packed,
        ),
        (
            b"<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?><w:wordDocument>",
            Obstacle::Packed,
        ),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Obstacle::Packed),
        (&tar, Obstacle::Packed),
        (b"WARC/1.0\r\nWARC-Type: response", Obstacle::BrokenArchive),
        (b"bplist00\xD1\x01\x02", Obstacle::WebArchive),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:4d4d\nsize 12345\n",
            Obstacle::NotText,
        ),
        (
            b"<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"x\" \"y\">\n<plist version=\"1.0\">\n<dict>\n\
              <key>WebMainResource</key>\n<dict>\n<key>WebResourceData</key>\n<data>PHA+</data></dict></dict></plist>",
            Obstacle::WebArchive,
        ),
        (b" \n\t ", Obstacle::NoWords),
        (b"<html><body> <p>\xC2\xA0 </p>", Obstacle::NoWords),
        (
            b"<html><body><div id=root></div><script src=app.js></script>",
            Obstacle::Unfilled,
        ),
        (
            b"<html><body><div id=root>Loading\xE2\x80\xA6</div><SCRIPT src=app.js></SCRIPT>",
            Obstacle::Unfilled,
        ),
    ]);
}

#[test]
fn what_begins_like_another_file_is_text_all_the_same() {
    for beginning in [
        "BZh is how it begins.",
        "ID3 tags are at the start.",
        "From: Ann\nTo: Bob\n\nPlain words.",
        "Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\nPlain words.",
        "Note: MIME-Version: 1.0 and content-type: multipart/mixed are heads.\n",
        "A file begins with %PDF-1.7, as we know.",
    ] {
        let text = format!("{beginning} {QUOTE}");
        assert_eq!(
            look(text.as_bytes(), Media::Text).0,
            Check::Exact,
            "{beginning}"
        );
    }
}

#[test]
fn gzip_is_opened() {
    for media in [Media::Text, Media::Html] {
        assert_eq!(look(&gzip(QUOTE.as_bytes()), media).0, Check::Exact);
    }
    let page = gzip(b"<html><body><p>We will begin the wor<b>k</b>s.");
    assert_eq!(
        look(&page, Media::Text).0,
        Check::Exact,
        "a page by any name"
    );
    let members = [gzip(b"We will begin "), gzip(b"the works.")].concat();
    assert_eq!(look(&members, Media::Text).0, Check::Exact);
    assert_eq!(look(&gzip(b""), Media::Text).1, Some(Obstacle::Empty));
    assert_eq!(
        look(&gzip(b"%PDF-1.7"), Media::Text).1,
        Some(Obstacle::BrokenPdf)
    );
    assert_eq!(
        look(&gzip(&page), Media::Text).1,
        Some(Obstacle::Compressed)
    );
}

#[test]
fn a_gzip_that_is_damaged_is_told() {
    let whole = gzip(&QUOTE.repeat(50).into_bytes());
    for end in [3, 12, whole.len() - 9, whole.len() - 1] {
        let cut = whole.get(..end).unwrap();
        assert_eq!(
            look(cut, Media::Text).1,
            Some(Obstacle::BrokenGzip),
            "{end}"
        );
    }
    let mut changed = whole;
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(look(&changed, Media::Text).1, Some(Obstacle::BrokenGzip));
}

#[test]
fn a_bomb_is_not_opened() {
    let megabyte = gzip(&vec![b' '; 1 << 20]);
    let bomb = megabyte.repeat(usize::try_from(MOST_OPENED >> 20).unwrap() + 1);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(unpacked(&bomb), Err(Obstacle::OpensTooLarge));
}

#[test]
fn a_page_is_known_by_how_it_begins() {
    for page in [
        "<!DOCTYPE html>",
        "\u{FEFF} <HTML lang=en>",
        "<?xml version='1.0'?>\n<!-- saved --> <html>",
        "<body>",
    ] {
        assert!(is_page(page.as_bytes()), "{page}");
    }
    for text in [
        "",
        "<p>",
        "a <html>",
        "<!-- <html>",
        "<?xml version='1.0'?><rss>",
    ] {
        assert!(!is_page(text.as_bytes()), "{text}");
    }
}
