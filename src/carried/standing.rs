//! Says how a page stands to the sources in it.

use super::departure::{Cause, Departure};
use super::remade::{NotRemade, Remade, Templates};
use super::sources::{CarriedError, Sources};

/// How a page stands to the sources in it.
#[derive(Debug)]
pub enum Standing {
    /// It is what they make, byte for byte.
    Same,
    /// It is, and its look or its words are not the program's: they can hide or say anything.
    OwnDesign,
    /// It is not.
    Departs(Departure),
    /// Another version made it, which may make other pages.
    OtherVersion,
    /// It has templates of its own, which were not run.
    OwnTemplates,
    /// It carries none.
    NoSources,
    /// They cannot be read.
    Broken(CarriedError),
    /// Nothing can be made of them.
    NotRemade(NotRemade),
}

/// A page that was held against what its sources make.
#[derive(Debug)]
#[non_exhaustive]
pub struct Judged {
    /// How it stands to them.
    pub standing: Standing,
    /// The version that made it, as it says itself.
    pub version: Option<String>,
    /// The sources, if they can be read.
    pub sources: Option<Sources>,
    /// What this version makes of them, if it makes anything.
    pub remade: Option<Remade>,
}

impl Judged {
    /// Judges a page, without the signatures after its end.
    pub fn of(page: &[u8], templates: Templates) -> Self {
        let unread = |standing, version| Self {
            standing,
            version,
            sources: None,
            remade: None,
        };
        let sources = match Sources::in_page(page) {
            Ok(Some(sources)) => sources,
            Ok(None) => return unread(Standing::NoSources, None),
            Err(CarriedError::OtherForm(version)) => {
                return unread(Standing::OtherVersion, Some(version));
            }
            Err(error) => return unread(Standing::Broken(error), None),
        };
        let (mut standing, remade) = match sources.remake(templates) {
            Ok(remade) => (Standing::of(page, &sources, Ok(&remade.page)), Some(remade)),
            Err(why) => (Standing::of(page, &sources, Err(why)), None),
        };
        if let Standing::Departs(departure) = &mut standing
            && let Some(packed) = sources.packed_otherwise(page)
            && let Ok(other) = sources.make(templates, packed)
            && other.page.as_bytes() == page
        {
            departure.cause = Cause::Packing;
        }
        Self {
            standing,
            version: Some(sources.version().to_owned()),
            sources: Some(sources),
            remade,
        }
    }
}

impl Standing {
    /// Holds a page against the one that is made of its sources.
    pub fn of(page: &[u8], sources: &Sources, made: Result<&str, NotRemade>) -> Self {
        match made {
            _ if !sources.is_of_this_version() => Self::OtherVersion,
            Err(NotRemade::OwnTemplates) => Self::OwnTemplates,
            Err(why) => Self::NotRemade(why),
            Ok(made) => match Departure::between(page, made) {
                Some(departure) => Self::Departs(departure),
                None if sources.own().is_empty() => Self::Same,
                None => Self::OwnDesign,
            },
        }
    }
}
