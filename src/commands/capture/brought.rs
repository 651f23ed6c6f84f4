//! Holds a work as it came, from a file or an address.

use brief::capture::Request;
use brief::diagnostics::printable;

/// The bytes of a work, and how they came.
pub(super) struct Brought {
    pub(super) bytes: Vec<u8>,
    /// How the name of the snapshot is to end, if that is known.
    pub(super) ending: Option<String>,
    pub(super) given: Option<String>,
    pub(super) request: Option<Request>,
}

impl Brought {
    /// Says to where the address led that was asked for, if it led on.
    pub(super) fn led(&self) -> Option<String> {
        let request = self.request.as_ref()?;
        let last = request.redirects.last()?;
        let (from, to) = (printable(&request.address), printable(last));
        Some(format!("led from {from} to {to}\n"))
    }
}
