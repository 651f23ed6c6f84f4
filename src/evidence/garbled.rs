//! Reads a snapshot as what its bytes may be in other encodings.

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

use super::opened::Media;
use super::other_encodings::{bytes_taken_for, encoded_once, in_others};
use super::other_readings::{MOST_BYTES, without_form};
use super::snapshot::Snapshot;

/// Returns what a snapshot is in other encodings in which one of the quotes may stand, and how it is read.
pub(super) fn others(
    snapshot: &Snapshot,
    quotes: &[&str],
) -> impl Iterator<Item = (Snapshot, String)> {
    let doubts = &snapshot.doubts;
    let length = doubts.bytes.as_ref().map_or(0, |bytes| bytes.all.len());
    let is_read = length.max(snapshot.text().len()) <= MOST_BYTES;
    let bytes = doubts.bytes.iter().filter(move |_| is_read);
    let others = bytes.flat_map(|bytes| in_others(bytes, quotes));
    let others = others.map(|(text, how)| (Snapshot::of_contents(text, doubts.media), how));
    let taken_for = [WINDOWS_1252, WINDOWS_1251].into_iter();
    let twice = taken_for
        .filter(move |_| is_read)
        .flat_map(move |taken_for| {
            // What subtitles have besides words is known with their times.
            let is_subtitles = snapshot.text().contains("-->");
            let plain = without_form(snapshot.text()).filter(|_| !is_subtitles);
            let plain = plain.as_deref().unwrap_or(snapshot.text());
            let name = taken_for.name();
            let after = format!("that was taken for {name} and encoded again");
            let once = encoded_once(plain, taken_for).map(|text| (text, format!("UTF-8 {after}")));
            let others = in_others(&bytes_taken_for(plain, taken_for), quotes).into_iter();
            let others = others.map(move |(text, how)| (text, format!("{how} {after}")));
            let is_text = doubts.media == Media::Text;
            once.into_iter().chain(others).map(move |(text, how)| {
                if is_text {
                    (Snapshot::of_contents(text, Media::Text), how)
                } else {
                    (Snapshot::of_text(String::new(), text), how)
                }
            })
        });
    others.chain(twice)
}
