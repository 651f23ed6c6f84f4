//! The targets, a file each.

pub(crate) mod article;
pub(crate) mod brief;
pub(crate) mod capture;
pub(crate) mod carried;
pub(crate) mod dates;
pub(crate) mod draft;
pub(crate) mod editions;
pub(crate) mod library;
pub(crate) mod locale;
pub(crate) mod lock;
pub(crate) mod saved;
pub(crate) mod snapshot;
