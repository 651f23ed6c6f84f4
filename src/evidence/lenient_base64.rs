//! Reads base64 as programs write it: without the signs that fill the last group up, or with bits that mean
//! nothing.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

pub(super) const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Decodes what base64 holds; other characters are passed over.
pub(super) fn decoded(body: &[u8]) -> Vec<u8> {
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let mut signs: Vec<u8> = body.iter().copied().filter(is_sign).collect();
    // A sign by itself holds no byte.
    if signs.len() % 4 == 1 {
        signs.pop();
    }
    LENIENT.decode(&signs).unwrap_or_default()
}
