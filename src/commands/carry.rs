//! Has a page carry its sources, and says what goes out with it.

use brief::Edition;
use brief::carried::{CarriedError, Sources};
use brief::diagnostics::printable;
use brief::diagnostics::terminal::counted;

use super::input::InputPath;
use super::make::PageMaker;

/// So many files are named where a page was written.
const NAMED: usize = 8;

/// A page, and what is said of the sources that it carries.
pub(super) struct CarryingPage {
    pub(super) html: String,
    /// What is added where it says that the page was written.
    pub(super) size: String,
    /// Why it carries none, if that was not asked for.
    pub(super) warning: Option<String>,
}

impl CarryingPage {
    /// Takes a page that carries none.
    pub(super) fn without(html: String) -> Self {
        Self {
            html,
            size: String::new(),
            warning: None,
        }
    }

    /// Makes the page of an edition, with its sources.
    pub(super) fn make(
        maker: &PageMaker,
        edition: &Edition,
        sources: Result<Sources, CarriedError>,
        input: &InputPath,
    ) -> Result<Self, String> {
        let packed = sources.and_then(|sources| Ok((sources.packed()?, sources)));
        let (packed, sources) = packed.map_err(|error| {
            format!("the page cannot carry its sources: {error}; `--no-source` leaves them out")
        })?;
        let html = maker.make_carrying(edition, &packed)?;
        if let Some(bytes) = Sources::length_in(&packed, &html) {
            return Ok(Self {
                size: size(bytes, &sources, input),
                warning: not_given_back(&sources, input),
                ..Self::without(html)
            });
        }
        let warning = format!(
            "warning: the page of {} carries no sources, and nobody can audit it: its template \
             `brief.html` has no `{{{{ sources }}}}` before `</body>`, or several\n",
            printable(&input.name())
        );
        Ok(Self {
            warning: Some(warning),
            ..Self::without(maker.make(edition, None)?)
        })
    }
}

/// Says which files go out with a page, and how many bytes they take.
fn size(bytes: usize, sources: &Sources, input: &InputPath) -> String {
    let names = sources.names(&input.plain_stem());
    let more = names.len().saturating_sub(NAMED);
    let more = counted(more, "more file").map(|files| format!(", and {files}"));
    let names = listed(names.get(..NAMED).unwrap_or(&names));
    let kilobytes = bytes.div_ceil(1000);
    let more = more.unwrap_or_default();
    format!(" with its sources ({kilobytes} kB): {names}{more}")
}

/// Warns where `brief unpack` cannot give the sources back.
fn not_given_back(sources: &Sources, input: &InputPath) -> Option<String> {
    let error = sources.files(&input.plain_stem()).err()?;
    let name = printable(&input.name());
    Some(format!(
        "warning: the sources in the page of {name} can be audited, and not unpacked: {error}\n"
    ))
}

/// Lists names, which may be any texts: those that could be taken for more than a name are quoted.
pub(super) fn listed(names: &[String]) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./".contains(letter);
    let names = names.iter().map(|name| {
        if !name.is_empty() && name.chars().all(is_plain) {
            printable(name)
        } else {
            format!("{name:?}")
        }
    });
    names.collect::<Vec<_>>().join(", ")
}
