//! Draws an address as a QR code.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use tera::Value;

use super::design::view;
use crate::describe::{Locale, filled};

/// Returns the QR code of the address of a work, to be drawn as one path of unit squares; none where
/// the address is too long for one.
pub(super) fn code(locale: &Locale, address: &str, work: &str) -> Option<Value> {
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
    Some(view! {
        // What it is, for those who do not see it.
        label: filled!(locale, CodeLabel, "work": work),
        caption: filled!(locale, CodeCaption, "work": work),
        // In modules, the quiet zone of four included.
        side: code.size() + 8,
        path: path,
    })
}
