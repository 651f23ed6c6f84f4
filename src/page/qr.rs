//! Draws an address as a QR code.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

use crate::describe::{Locale, Message};

/// A QR code to draw: one path of lines as wide as a module.
#[derive(Debug, Serialize)]
pub(super) struct QrView {
    /// What it is, for those who do not see it.
    label: String,
    /// What to do with it.
    caption: String,
    /// The side of the drawing in modules, the quiet zone of four included.
    side: i32,
    /// The dark modules, as the `d` of an SVG path along the middle of each row.
    path: String,
}

/// Returns the QR code of the address of a source; none where the address is too long for one.
pub(super) fn code(locale: &Locale, address: &str, source: &str) -> Option<QrView> {
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        // Writing to a string cannot fail.
        _ = write!(path, "M4 {}.5", y + 4);
        let (mut x, mut drawn) = (0, 0);
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                if start > drawn {
                    _ = write!(path, "m{} 0", start - drawn);
                }
                _ = write!(path, "h{}", x - start);
                drawn = x;
            }
            x += 1;
        }
    }
    Some(QrView {
        label: locale.with(Message::CodeLabel, [("source", source.into())]),
        caption: locale.with(Message::CodeCaption, [("source", source.into())]),
        side: code.size() + 8,
        path,
    })
}
