//! Reads encodings that write all letters in ASCII, between marks that shift: UTF-7, HZ and those of
//! ISO 2022. Browsers read none of them but one of Japanese.

use base64::Engine as _;
use encoding_rs::{EUC_KR, Encoding, GBK, REPLACEMENT};

use super::lenient_base64::LENIENT;

/// Says whether ASCII has a mark that may shift.
pub(super) fn may_shift(bytes: &[u8]) -> bool {
    let is_mark = |byte: &u8| matches!(byte, 0x0E | 0x1B | b'+');
    bytes.iter().any(is_mark) || bytes.windows(2).any(|two| two == b"~{")
}

/// Returns the texts that bytes are in such encodings, with the names of these.
pub(super) fn all(bytes: &[u8]) -> impl Iterator<Item = (String, &'static str)> + use<'_> {
    ["UTF-7", "HZ-GB-2312", "ISO-2022-KR", "ISO-2022-CN"]
        .into_iter()
        .filter_map(|name| Some((decode(bytes, name)?, name)))
}

/// Says whether a label is that of such an encoding.
pub(super) fn is_label(label: &str) -> bool {
    Encoding::for_label(label.as_bytes()) == Some(REPLACEMENT)
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|it| it == mark)
}

/// Says whether bytes have letters of ISO 2022 that are not read: those of CNS 11643 and ISO-IR-165.
pub(super) fn is_unread(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 3] = [b"\x1B$)G", b"\x1B$*H", b"\x1B$)E"];
    marks.iter().any(|mark| has(bytes, mark))
}

/// Returns the text of bytes that name their encoding, as ISO 2022 has it.
pub(super) fn named(bytes: &[u8]) -> Option<String> {
    let marks = [
        (&b"\x1B$)C"[..], "iso-2022-kr"),
        (b"\x1B$)A", "iso-2022-cn"),
    ];
    let (_, label) = marks.into_iter().find(|(mark, _)| has(bytes, mark))?;
    decode(bytes, label)
}

/// Returns the text of a head with marks that no other has.
pub(super) fn of_head(bytes: &[u8]) -> Option<String> {
    let of_hz = || has(bytes, b"~{") && has(bytes, b"~}");
    named(bytes).or_else(|| of_hz().then(|| decode(bytes, "hz"))?)
}

/// Reads bytes in the encoding of a label; nothing, if it is none of these, or they never shift.
pub(super) fn decode(bytes: &[u8], label: &str) -> Option<String> {
    match &*label.trim().to_ascii_lowercase() {
        "utf-7" | "unicode-1-1-utf-7" | "csunicode11utf7" => utf_7(bytes),
        "hz-gb-2312" | "hz" => between(bytes, b"~{", b"~}", GBK),
        "iso-2022-kr" | "csiso2022kr" => iso_2022(bytes, b"\x1B$)C", EUC_KR),
        "iso-2022-cn" => iso_2022(bytes, b"\x1B$)A", GBK),
        _ => None,
    }
}

/// Reads UTF-7: `+` begins the base64 of UTF-16, which what is none of it ends.
fn utf_7(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let (mut rest, mut is_shifted) = (bytes, false);
    while let Some(at) = rest.iter().position(|byte| *byte == b'+') {
        let (before, from) = rest.split_at(at);
        text.push_str(&String::from_utf8_lossy(before));
        let from = from.get(1..).unwrap_or_default();
        let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        let length = from.iter().take_while(|byte| is_sign(byte)).count();
        let (signs, after) = from.split_at(length);
        if let Some(letters) = utf_16(signs) {
            text.push_str(&letters);
            is_shifted = true;
            rest = after.strip_prefix(b"-").unwrap_or(after);
        } else {
            text.push('+');
            // `+-` is a plus.
            rest = from.strip_prefix(b"-").unwrap_or(from);
        }
    }
    text.push_str(&String::from_utf8_lossy(rest));
    is_shifted.then_some(text)
}

fn utf_16(signs: &[u8]) -> Option<String> {
    let bytes = LENIENT.decode(signs).ok().filter(|it| !it.is_empty())?;
    let units = bytes.chunks_exact(2);
    if !units.remainder().is_empty() {
        return None;
    }
    let units: Vec<u16> = units
        .map(|unit| u16::from_be_bytes([unit[0], unit[1]]))
        .collect();
    String::from_utf16(&units).ok()
}

/// Reads an encoding of ISO 2022; what says which one it is need not stand in heads of a message.
fn iso_2022(bytes: &[u8], mark: &[u8], encoding: &'static Encoding) -> Option<String> {
    let at = bytes.windows(mark.len()).position(|it| it == mark);
    let (before, after) = bytes.split_at(at.unwrap_or_default());
    let rest = after.strip_prefix(mark).unwrap_or(after);
    between(&[before, rest].concat(), b"\x0E", b"\x0F", encoding)
}

/// Reads bytes that are letters of an encoding, without their highest bits, between two marks.
fn between(bytes: &[u8], open: &[u8], close: &[u8], encoding: &'static Encoding) -> Option<String> {
    let mut plain = Vec::with_capacity(bytes.len());
    let (mut rest, mut is_open, mut is_shifted) = (bytes, false, false);
    while let Some((byte, after)) = rest.split_first() {
        let mark = if is_open { close } else { open };
        if let Some(after) = rest.strip_prefix(mark) {
            is_open = !is_open;
            is_shifted = true;
            rest = after;
        } else if !is_open && open == b"~{" && rest.starts_with(b"~~") {
            plain.push(b'~');
            rest = rest.get(2..).unwrap_or_default();
        } else {
            // A line ends what was shifted.
            is_open &= *byte != b'\n';
            plain.push(if is_open { byte | 0x80 } else { *byte });
            rest = after;
        }
    }
    let text = encoding.decode_without_bom_handling(&plain).0;
    is_shifted.then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::evidence::Media;
    use crate::evidence::tests::look_in;
    use crate::model::Check;

    #[test]
    fn what_is_shifted_is_read() {
        for (label, bytes, text) in [
            (
                "utf-7",
                &b"Un caf+AOk-, 1 +- 2+IBQ-x"[..],
                "Un café, 1 + 2—x",
            ),
            ("UTF-7", b"+2D3eAA-!", "😀!"),
            ("utf-7", b"Hi Mom +Jjo--!", "Hi Mom ☺-!"),
            ("hz-gb-2312", b"a~~b ~{<:Ky2;S{!#~}bye", "a~b 己所不欲。bye"),
            ("iso-2022-kr", b"\x1B$)Cab \x0E0!3*\x0F c", "ab 가나 c"),
            ("iso-2022-cn", b"\x1B$)Aab \x0E<:Ky\x0F c", "ab 己所 c"),
        ] {
            assert_eq!(decode(bytes, label).as_deref(), Some(text), "{label}");
        }
        for (label, bytes) in [
            ("utf-7", &b"1 + 2+ab a+"[..]),
            ("utf-8", b"+AOk-"),
            ("hz", b"a ~ b"),
            ("iso-2022-kr", b"ab"),
        ] {
            assert_eq!(decode(bytes, label), None, "{label}");
        }
    }

    #[test]
    fn a_text_that_names_its_encoding_is_read_in_it() {
        let korean = "항구를넓히지않는다고말했다";
        let euc = encoding_rs::EUC_KR.encode(korean).0;
        let low: Vec<u8> = euc.iter().map(|byte| byte & 0x7F).collect();
        let text = [b"\x1B$)C\n\x0E", &*low, b"\x0F.\n"].concat();
        let found = look_in(&text, Media::Text, korean);
        assert_eq!(found, (Check::Exact, None));
    }
}
