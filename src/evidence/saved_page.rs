//! Holds what was saved of a source, and tells pages by their addresses.

use std::borrow::Cow;

use super::opened::Media;
use crate::model::Obstacle;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// A page or a text.
    Page,
    /// A message.
    Mail,
    /// A page with what belongs to it, as browsers save it as a message.
    Mhtml,
    /// A PDF.
    Pdf,
    /// A web archive.
    Warc,
    /// A packed web archive.
    Wacz,
}

/// What was saved of a source.
#[derive(Clone, Debug)]
pub struct Saved<'a> {
    /// What the file is.
    pub form: Form,
    /// Its pages; the one that is meant first, if that is known.
    pub pages: Vec<SavedPage<'a>>,
    /// Why there is more to it that is not read.
    pub more: Option<Obstacle>,
}

/// A page as it was saved.
#[derive(Clone, Debug)]
pub struct SavedPage<'a> {
    /// Where it was.
    pub address: Option<String>,
    /// When it was there, as ISO 8601 writes it.
    pub time: Option<String>,
    /// What it is.
    pub media: Media,
    /// Its encoding, as the server or the message names it.
    pub charset: Option<String>,
    /// What programs show above it, and what else stands there: the heads of a message.
    pub(super) heads: Option<[String; 2]>,
    /// The page itself, unpacked.
    pub bytes: Cow<'a, [u8]>,
}

impl SavedPage<'_> {
    /// Says whether it is the page of one of some addresses.
    pub(super) fn is_at(&self, addresses: &[Address]) -> bool {
        let own = self.address.as_deref().map(Address::of);
        own.is_some_and(|own| addresses.contains(&own))
    }
}

/// An address, without what makes no other page of it: `https`, `www.`, the slash at its end, what stands after `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Makes an address of how it is written.
    pub fn of(address: &str) -> Self {
        let address = address.split('#').next().unwrap_or_default().trim();
        let rest = ["https://", "http://"].iter().find_map(|scheme| {
            address
                .get(..scheme.len())
                .filter(|it| it.eq_ignore_ascii_case(scheme))
                .and_then(|it| address.get(it.len()..))
        });
        let rest = rest.unwrap_or(address);
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = host.to_ascii_lowercase();
        let host = host.strip_prefix("www.").unwrap_or(&host);
        Self(format!("{host}{}", path.trim_end_matches('/')))
    }
}
