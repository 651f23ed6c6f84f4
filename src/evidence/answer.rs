//! Reads what a server answered by HTTP, as web archives keep it.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::heads::Heads;
use crate::model::Obstacle;

/// What a server answered.
pub(super) struct Answer {
    pub(super) heads: Heads,
    /// Without what it was sent in.
    pub(super) body: Vec<u8>,
    /// Why not all of the body could be read.
    pub(super) more: Option<Obstacle>,
}

/// Reads the status and the heads of an answer; nothing, if it is none.
pub(super) fn status(bytes: &[u8]) -> Option<(u16, Heads, &[u8])> {
    let (first, heads, body) = Heads::read(bytes);
    let mut words = first.split_whitespace();
    let is_http = words.next()?.starts_with("HTTP/");
    let status = words.next()?.parse().ok()?;
    is_http.then_some((status, heads, body))
}

/// Reads an answer, up to so many bytes.
pub(super) fn read(bytes: &[u8], most: u64) -> Option<Answer> {
    let (_, heads, body) = status(bytes)?;
    let is_chunked = heads
        .word("transfer-encoding")
        .is_some_and(|how| how == "chunked");
    // Programs that archive pages join the chunks, and leave the head.
    let whole = if is_chunked { joined(body) } else { None };
    let (body, is_cut) = whole.unwrap_or_else(|| (body.to_vec(), false));
    let how = heads.word("content-encoding").unwrap_or_default();
    let (body, more) = unpacked(body, &how, most);
    Some(Answer {
        heads,
        body,
        more: more.or(is_cut.then_some(Obstacle::BrokenArchive)),
    })
}

/// Joins chunks, and says whether some are missing; nothing, if the body is in none.
fn joined(body: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let end = rest.iter().take(1 << 10).position(|byte| *byte == b'\n');
        let length = end.and_then(|end| {
            let line = std::str::from_utf8(rest.get(..end)?).ok()?;
            usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()
        });
        let (Some(end), Some(length)) = (end, length) else {
            return (!joined.is_empty()).then_some((joined, true));
        };
        if length == 0 {
            return Some((joined, false));
        }
        let data = rest.get(end + 1..).unwrap_or_default();
        let Some(chunk) = data.get(..length) else {
            joined.extend_from_slice(data);
            return Some((joined, true));
        };
        joined.extend_from_slice(chunk);
        let after = data.get(length..).unwrap_or_default();
        let after = after.strip_prefix(b"\r").unwrap_or(after);
        rest = after.strip_prefix(b"\n").unwrap_or(after);
    }
}

/// Unpacks a body, and says why not all of it can be.
fn unpacked(body: Vec<u8>, how: &str, most: u64) -> (Vec<u8>, Option<Obstacle>) {
    // Programs that archive pages unpack them, and leave the head.
    let is_gzip = body.starts_with(b"\x1F\x8B");
    match how {
        "gzip" | "x-gzip" if is_gzip => all_of(MultiGzDecoder::new(&*body), most),
        "deflate" => {
            let (text, more) = all_of(ZlibDecoder::new(&*body), most);
            if !text.is_empty() {
                return (text, more);
            }
            let (text, more) = all_of(DeflateDecoder::new(&*body), most);
            if text.is_empty() {
                (body, None)
            } else {
                (text, more)
            }
        }
        "br" => {
            let (text, more) = all_of(
                brotli_decompressor::Decompressor::new(&*body, 4 << 10),
                most,
            );
            let is_plain = more.is_some() && std::str::from_utf8(&body).is_ok();
            if is_plain { (body, None) } else { (text, more) }
        }
        "" | "identity" | "gzip" | "x-gzip" => (body, None),
        _ if std::str::from_utf8(&body).is_ok() => (body, None),
        _ => (Vec::new(), Some(Obstacle::Compressed)),
    }
}

fn all_of(reader: impl Read, most: u64) -> (Vec<u8>, Option<Obstacle>) {
    let mut text = Vec::new();
    let read = reader.take(most + 1).read_to_end(&mut text);
    let is_more = u64::try_from(text.len()).is_ok_and(|length| length > most);
    let more = if is_more {
        Some(Obstacle::OpensTooLarge)
    } else {
        read.err().map(|_| Obstacle::BrokenArchive)
    };
    (text, more)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::read;
    use crate::model::Obstacle;

    const TEXT: &[u8] = b"<p>We will begin the works in the spring.";

    fn body(heads: &str, body: &[u8]) -> (Vec<u8>, Option<Obstacle>) {
        let mut answer = format!("HTTP/1.1 200 OK\r\n{heads}\r\n\r\n").into_bytes();
        answer.extend_from_slice(body);
        assert_eq!(super::status(&answer).unwrap().0, 200);
        let answer = read(&answer, 1 << 20).unwrap();
        (answer.body, answer.more)
    }

    #[test]
    fn a_body_is_unpacked_and_its_chunks_are_joined() {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(TEXT).unwrap();
        let gzip = gzip.finish().unwrap();
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        zlib.write_all(TEXT).unwrap();
        let zlib = zlib.finish().unwrap();
        let mut raw = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        raw.write_all(TEXT).unwrap();
        let raw = raw.finish().unwrap();
        for (how, packed) in [
            ("gzip", &*gzip),
            ("deflate", &*zlib),
            ("deflate", &*raw),
            ("gzip", TEXT),
            ("br", TEXT),
            ("identity", TEXT),
        ] {
            let heads = format!("Content-Encoding: {how}");
            assert_eq!(body(&heads, packed), (TEXT.to_vec(), None), "{how}");
            let mut chunks = Vec::new();
            for chunk in packed.chunks(10) {
                write!(chunks, "{:x};a=b\r\n", chunk.len()).unwrap();
                chunks.extend_from_slice(chunk);
                chunks.extend_from_slice(b"\r\n");
            }
            let cut = chunks.clone();
            chunks.extend_from_slice(b"0\r\n\r\n");
            let heads = format!("transfer-encoding: chunked\r\n{heads}");
            assert_eq!(body(&heads, &chunks), (TEXT.to_vec(), None), "{how}");
            assert_eq!(
                body(&heads, packed),
                (TEXT.to_vec(), None),
                "joined before: {how}"
            );
            assert_eq!(body(&heads, &cut).1, Some(Obstacle::BrokenArchive), "{how}");
        }
    }

    /// What node's `zlib.brotliCompressSync` makes of the text.
    #[test]
    fn brotli_is_unpacked() {
        let packed = b"\x1b\x28\x00\x20\x8c\x54\xb5\x7f\x84\x4a\x6f\x1e\x9f\x2b\x38\x05\xe2\x02\x13\x39\x70\x28\x6a\xbb\xc8\x23\xd5\x8d\x0b\xa6\xe4\x6c\x72\x88\xa9\x88\x3e\xd8\x17";
        assert_eq!(body("Content-Encoding: br", packed), (TEXT.to_vec(), None));
    }

    #[test]
    fn what_is_not_read_is_told() {
        let unknown = body("Content-Encoding: zstd", b"\x28\xB5\x2F\xFD\xFF");
        assert_eq!(unknown, (Vec::new(), Some(Obstacle::Compressed)));
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(&vec![b'a'; 3 << 20]).unwrap();
        let gzip = gzip.finish().unwrap();
        assert_eq!(
            body("Content-Encoding: gzip", &gzip).1,
            Some(Obstacle::OpensTooLarge)
        );
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(TEXT).unwrap();
        let gzip = gzip.finish().unwrap();
        let cut = gzip.get(..gzip.len() - 12).unwrap();
        assert_eq!(
            body("Content-Encoding: gzip", cut).1,
            Some(Obstacle::BrokenArchive)
        );
    }
}
