//! Puts the sources of a page into the page, and makes the page of them again: so that its reader can
//! audit it.
//!
//! The [`Sources`] are all that the bytes of a page follow from: the brief, what stands beside it, how
//! it was set, and words, style sheets and templates that were not the embedded ones. A [`Recorder`]
//! notes what of it was read. The page has them as a data block, compressed, and [`Departure`] says
//! where a page is not what its sources make; [`Judged`] is all of that at once.

pub(crate) mod block;
mod departure;
mod files;
mod recorder;
mod remade;
mod sources;
mod standing;

pub use departure::{Cause, Departure};
pub use files::CarriedFile;
pub use recorder::{Given, Recorder};
pub use remade::{NotRemade, Remade, Templates};
pub use sources::{CarriedError, Own, Setting, Sources, VERSION};
pub use standing::{Judged, Standing};
