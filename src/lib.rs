//! `brief` compiles a YAML file of attributed claims into one self-contained, printable page.
//!
//! This is the compiler without the command line: texts in, texts out. It opens no files, reads no
//! clock, and gives the same bytes for the same input.
//!
//! # From a text to a page
//!
//! An [`Input`] is checked. What comes of it are diagnostics, all faults of the input in one run,
//! and, unless one of them is an error, a [`Brief`](model::Brief): what the text means, every
//! reference resolved.
//!
//! ```
//! # let text = include_str!("../content/ukraine-security-guarantees.yaml");
//! let checked = brief::Input::new(text).check();
//! assert!(!checked.diagnostics.has_errors());
//! let brief = checked.brief.unwrap();
//!
//! let refused = brief::Input::new("format: 2").check();
//! assert!(refused.diagnostics.has_errors());
//! assert!(refused.brief.is_none());
//! # assert_eq!(brief.parts().edition, 1);
//! ```
//!
//! An [`Edition`] is a brief and all that follows from it: chains, origins, positions, the
//! timeline. A [`Page`] is made of it, and so are the forms in [`export`].
//!
//! ```
//! # let text = include_str!("../content/ukraine-security-guarantees.yaml");
//! # let brief = brief::Input::new(text).check().brief.unwrap();
//! use brief::{Edition, Locales, Page, export};
//!
//! let edition = Edition::of(brief);
//! let html = Page::new(&edition).large_print(true).render()?;
//! assert!(html.starts_with("<!DOCTYPE html>"));
//!
//! let letter = export::markdown(&edition, &Locales::default());
//! assert!(letter.starts_with("# "));
//! # Ok::<(), brief::page::TemplateError>(())
//! ```
//!
//! # What stands beside it
//!
//! A brief may have an evidence lock, which says where its quotes stand in snapshots of their
//! sources, and may name its previous edition. A [`Loader`] gives both. [`evidence`] makes such
//! locks.
//!
//! ```
//! # let text = include_str!("../content/ukraine-security-guarantees.yaml");
//! # let lock = include_str!("../content/ukraine-security-guarantees.evidence.yaml");
//! struct Beside<'a> {
//!     lock: &'a str,
//! }
//!
//! impl brief::Loader for Beside<'_> {
//!     fn lock(&self) -> Option<&[u8]> {
//!         Some(self.lock.as_bytes())
//!     }
//! }
//!
//! let checked = brief::Input::new(text).with(&Beside { lock }).check();
//! assert!(checked.brief.is_some());
//! ```
//!
//! # What changed
//!
//! A [`Diff`] compares two editions, down to the words of a text (`word_diff`), and [`mirror()`]
//! a translation with its original.
//!
//! ```
//! # let text = include_str!("../content/ukraine-security-guarantees.yaml");
//! # let edition = |text: &str| {
//! #     brief::Edition::of(brief::Input::new(text).check().brief.unwrap())
//! # };
//! use brief::Diff;
//!
//! let old = edition(text);
//! let new = edition(&text.replace("edition: 1", "edition: 2"));
//! assert!(Diff::between(&old, &new).is_empty());
//! ```
//!
//! # The phases
//!
//! Each is a room that imports only rooms below it: `load` makes a document of a text, `check` a
//! brief of a document, [`analysis`] finds what follows from a brief, `describe` puts it into the
//! words of the [`Locales`], [`page`] and [`export`] write it down. [`evidence`] holds quotes against
//! snapshots of their sources, [`carried`] puts the sources of a page into it and makes it again,
//! [`signatures`] says who signed it, [`schema`] says the format to editors, [`capture`] makes the record of a work that is kept, [`mod@import`] makes parts of a
//! brief from what other programs write, and [`pdf`] reads what a browser printed of a page.
//! [`diagnostics`] says what is wrong, as data and as text; all that can be wrong is in [`RULES`].

mod abbreviations;
pub mod analysis;
pub mod capture;
pub mod carried;
mod characters;
mod check;
pub mod coverage;
mod describe;
pub mod diagnostics;
pub mod draft;
pub mod evidence;
pub mod export;
pub mod import;
mod input;
mod load;
pub mod lsp;
pub mod model;
pub mod page;
pub mod pdf;
pub mod schema;
pub mod signatures;
mod word_diff;

pub use analysis::Edition;
pub use analysis::changes::Diff;
pub use check::{PageLimit, RULES};
pub use describe::{Locale, LocaleError, Locales};
pub use input::{Checked, Input, Loader, mirror};
pub use page::Page;

/// Parts of the phases by themselves, for this crate's own tests, fuzz targets and benchmarks. No other
/// program may count on them.
#[doc(hidden)]
pub mod phases {
    pub use crate::check::{Beside, Numbers, Previous, check};
    pub use crate::load::{
        Allow, Archived, Claim, Claims, Date, Document, Entries, Event, FILE_NAME_PATTERN, Gap,
        Issue, LeftOut, Located, Locators, MOST_BYTES, OneOrMany, Position, Quote, Reading, Shared,
        Source, Tension, Text, Update, Voice, Withdrawn, read, read_like, read_shared,
    };

    /// Returns the block of a page that has JSON in the place of its sources.
    pub fn block_of(json: &[u8]) -> String {
        let packed = crate::carried::block::pack(json);
        crate::page::sources::element(&packed.unwrap_or_default())
    }

    /// Returns the text of a snapshot as a reader sees it.
    pub fn visible_text(snapshot: &crate::evidence::Snapshot) -> &str {
        snapshot.text()
    }
}
