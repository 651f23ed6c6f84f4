//! Holds what an answer is worked out from: a text as it is, what was read of it, and what else is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use brief::Locales;
use brief::lsp::Kind;

use super::super::input::identity;
use super::client::Client;
use super::diagnosing::Diagnosed;
use super::documents::{Look, Texts};
use super::known::Known;

/// What an answer is worked out from.
pub(super) struct Ground {
    pub(super) uri: String,
    pub(super) version: Option<i64>,
    pub(super) kind: Kind,
    pub(super) text: Arc<String>,
    pub(super) path: Option<PathBuf>,
    /// The path as the client gives it.
    pub(super) given: Option<PathBuf>,
    /// The last reading of the text, be it YAML or not.
    pub(super) latest: Option<Arc<Diagnosed>>,
    /// The last reading of the text as YAML.
    pub(super) read: Option<Arc<Diagnosed>>,
    pub(super) open: Texts,
    /// The addresses and versions by which the client knows what is open.
    pub(super) known: Known,
    pub(super) words: Arc<Locales>,
    pub(super) client: Client,
    pub(super) snapshots: PathBuf,
    /// Whether nobody waits for the answer any more.
    pub(super) cancelled: Arc<AtomicBool>,
}

impl Ground {
    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Returns how a text of the same kind, which mostly is as it was, is read.
    pub(super) fn look<'a>(&'a self, path: Option<&'a Path>) -> Look<'a> {
        let read = self.read.as_deref();
        Look {
            kind: self.kind,
            path,
            open: &self.open,
            words: &self.words,
            before: read.map(|read| &read.looked.opened),
        }
    }

    /// Returns the address and the version of the text itself.
    pub(super) fn own(&self) -> (String, Option<i64>) {
        (self.uri.clone(), self.version)
    }

    /// Returns the address of a file, as the client knows it, and the version if it is open.
    pub(super) fn known_as(&self, path: Option<&Path>) -> (String, Option<i64>) {
        match path.filter(|path| self.path != Some(identity(path))) {
            Some(path) => self.known.named(path),
            None => self.own(),
        }
    }
}
