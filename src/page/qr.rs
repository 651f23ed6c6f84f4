//! An address as a QR code.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

/// A QR code to draw: one path of unit squares.
#[derive(Debug, Serialize)]
pub(super) struct QrView {
    /// What the address is of.
    of: String,
    /// The side of the drawing in modules, the quiet zone of four included.
    side: i32,
    /// The dark modules, as the `d` of an SVG path.
    path: String,
}

/// Returns the QR code of an address; none where the address is too long for one.
pub(super) fn code(address: &str, of: String) -> Option<QrView> {
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                // Writing to a string cannot fail.
                _ = write!(
                    path,
                    "M{} {}h{}v1H{}z",
                    start + 4,
                    y + 4,
                    x - start,
                    start + 4
                );
            }
            x += 1;
        }
    }
    Some(QrView {
        of,
        side: code.size() + 8,
        path,
    })
}
