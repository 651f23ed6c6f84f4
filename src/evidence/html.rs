//! Reads the text of a page of HTML as a reader sees it in a browser without scripts.
//!
//! `html5ever`, the parser of Servo, builds the tree: broken markup means what it means in a browser.
//! `lol_html` would be faster, but sees tags and not elements, so that it cannot tell where a hidden
//! paragraph without an end tag ends; `html2text` sets the text in columns, with marks of its own.
//! What is shown follows from the elements and from the page's own style sheets.

mod asides;
mod attributes;
mod colour;
mod data;
mod elements;
mod entities;
mod filled;
mod firsts;
mod glued;
mod lines;
mod look;
mod parse;
mod raised;
mod set_apart;
mod slots;
mod style;
mod tags;
mod times;
mod tree;
mod turned;
mod variables;
mod walk;
mod worded;
mod writer;
mod xml;

use std::hash::{BuildHasher as _, RandomState};
use std::sync::LazyLock;

pub(super) use asides::{Aside, LeftOut};
pub(super) use filled::{Words, may_be_filled};
pub(super) use lines::{Drawn, Page, Shown};
pub(super) use look::{Case, Gap, Tongue};
pub(super) use parse::declared;
pub(super) use raised::{Note, Raised, note, plain, raised};
pub(super) use style::has_unknown;
pub use tags::Tags;
pub(super) use tags::tags;
pub(crate) use times::Time;
pub(super) use turned::as_turned;
pub(super) use xml::{as_html, calls_itself_xml, is_declared};

/// The attribute of a frame that says where the page in it was, where that is put into the page around it.
/// It is another in every run, so that no page can have it of its own.
pub(super) static FRAME_ADDRESS: LazyLock<String> =
    LazyLock::new(|| format!("data-frame-{:x}", RandomState::new().hash_one(0)));

/// Reads a page.
pub(super) fn read(html: &str) -> Page {
    let mut writer = writer::Writer::default();
    let is_read = walk::walk(html, &mut writer);
    for tag in attributes::swallowed(html) {
        writer.add_code(tag);
    }
    Page {
        is_unread: !is_read,
        ..writer.finish()
    }
}

#[cfg(test)]
mod tests;
