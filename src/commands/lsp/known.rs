//! Knows the addresses by which a client names files: what it has open keeps the address under which it
//! was opened, whatever links lead there.

use std::path::{Path, PathBuf};

use super::super::input::identity;
use super::client::address;
use super::documents::Document;

/// The addresses of what is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Known(Vec<(PathBuf, String, Option<i64>)>);

impl Known {
    pub(super) fn of<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Self {
        let open = documents.into_iter();
        let open =
            open.filter_map(|open| Some((open.path.clone()?, open.uri.clone(), open.version)));
        Self(open.collect())
    }

    /// Returns the address of a file, and the version if it is open.
    pub(super) fn named(&self, path: &Path) -> (String, Option<i64>) {
        let wanted = identity(path);
        let known = self.0.iter().find(|(other, ..)| *other == wanted);
        let known = known.map(|(_, uri, version)| (uri.clone(), *version));
        known.unwrap_or_else(|| (address(path), None))
    }

    pub(super) fn address(&self, path: &Path) -> String {
        self.named(path).0
    }
}
