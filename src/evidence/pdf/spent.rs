//! Bounds what is unpacked of a PDF: a few kilobytes can hold gigabytes, and one stream can be used again
//! and again.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::object::Stream;

/// So much is unpacked of all streams together, each time one is used.
const MOST_BYTES: usize = 192 << 20;
/// Streams that are packed in packed streams are looked at as deep as this.
const DEEPEST: usize = 3;
const CHUNK: usize = 64 << 10;

/// What may still be done.
pub(super) struct Room {
    bytes: usize,
    /// Instructions that are followed.
    pub(super) steps: usize,
    /// Bytes of text that are read.
    pub(super) text: usize,
    /// Points of outlines that are looked at to see what is behind letters.
    looks: usize,
}

/// There is more to a PDF than is read.
#[derive(Debug)]
pub(super) struct TooMuch;

impl Room {
    pub(super) fn new() -> Self {
        Self {
            bytes: MOST_BYTES,
            steps: 20_000_000,
            text: 16 << 20,
            looks: 1 << 28,
        }
    }

    /// Takes room for a stream that is going to be unpacked.
    pub(super) fn unpack(&mut self, stream: &Stream<'_>) -> Result<(), TooMuch> {
        let raw = stream.raw_data();
        let length = raw.len().max(unpacked(&raw, self.bytes, DEEPEST));
        Self::take(&mut self.bytes, length)
    }

    pub(super) fn step(&mut self) -> Result<(), TooMuch> {
        Self::take(&mut self.steps, 1)
    }

    /// Takes steps to look at so many points.
    pub(super) fn look(&mut self, points: usize) -> Result<(), TooMuch> {
        Self::take(&mut self.steps, points / 16)
    }

    /// Takes room to look at so many points, if there is some left.
    pub(super) fn may_look(&mut self, points: usize) -> bool {
        Self::take(&mut self.looks, points).is_ok()
    }

    pub(super) fn letters(&mut self, bytes: usize) -> Result<(), TooMuch> {
        Self::take(&mut self.text, bytes)
    }

    fn take(room: &mut usize, much: usize) -> Result<(), TooMuch> {
        *room = room.checked_sub(much).ok_or(TooMuch)?;
        Ok(())
    }
}

/// Says whether all packed streams of a file together open to no more than is read; before it is parsed,
/// since parsing opens some of them.
pub(super) fn opens(bytes: &[u8]) -> bool {
    let mut room = MOST_BYTES;
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        rest = rest.get(at + b"stream".len()..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r").unwrap_or(rest);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        match room.checked_sub(unpacked(data, room, DEEPEST)) {
            Some(left) => room = left,
            None => return false,
        }
    }
    true
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    let first = *mark.first()?;
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let at = from + rest.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(mark) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Returns to how many bytes what begins here opens, or more than are asked for; none, if it is not packed.
fn unpacked(bytes: &[u8], most: usize, deep: usize) -> usize {
    let is_packed = matches!(bytes, [first, second, ..]
        if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31));
    if !is_packed || deep == 0 {
        return 0;
    }
    let mut reader = ZlibDecoder::new(bytes);
    let mut chunk = vec![0; CHUNK];
    let (mut length, mut first) = (0_usize, Vec::new());
    // What is damaged has what could be read before.
    while let Ok(read) = reader.read(&mut chunk)
        && read > 0
        && length <= most
    {
        if length == 0 {
            first = chunk.get(..read.min(2)).unwrap_or_default().to_vec();
        }
        length += read;
    }
    if first.first() == Some(&0x78) && length < most {
        // It is packed again, perhaps.
        let mut inner = Vec::new();
        let limit = u64::try_from(most).unwrap_or(u64::MAX);
        // What is damaged has what could be read before.
        ZlibDecoder::new(bytes)
            .take(limit)
            .read_to_end(&mut inner)
            .unwrap_or_default();
        length = length.saturating_add(unpacked(&inner, most, deep - 1));
    }
    length
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{opens, unpacked};

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_is_packed_is_counted_however_often() {
        let once = packed(&vec![b'a'; 100_000]);
        assert_eq!(unpacked(&once, 1 << 20, 3), 100_000);
        let twice = packed(&once);
        assert_eq!(unpacked(&twice, 1 << 20, 3), once.len() + 100_000);
        assert_eq!(unpacked(b"plain text", 1 << 20, 3), 0);
    }

    /// Two hundred kilobytes that open to two hundred megabytes.
    #[test]
    fn what_opens_to_too_much_is_not_opened() {
        let bomb = packed(&vec![0; 100 << 20]);
        let file = |times: usize| {
            let mut file = b"%PDF-1.7\n".to_vec();
            for _ in 0..times {
                file.extend(b"1 0 obj <</Filter /FlateDecode>> stream\r\n");
                file.extend(&bomb);
                file.extend(b"\nendstream endobj\n");
            }
            file
        };
        assert!(opens(&file(1)));
        assert!(!opens(&file(2)));
    }
}
