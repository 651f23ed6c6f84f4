//! Checks the signatures of a page, in it and beside it.

use std::io;
use std::path::Path;

use brief::diagnostics::{printable, shortened};
use brief::signatures::{Found, Key, Signature, SignedPage, Signers, Unsound};
use jiff::Zoned;
use serde::Serialize;

use crate::commands::arguments::now;
use crate::commands::input::{InputPath, cannot, read_at_most};
use crate::outcome::Failure;

/// The largest file beside a page that is read, in bytes.
const MOST_BYTES: u64 = 8 << 20;

/// Who may sign, and when that is asked.
pub(super) struct Listed {
    name: String,
    signers: Signers,
    /// Who of them has to have signed, if that is asked.
    asked: Option<String>,
    now: Zoned,
}

impl Listed {
    pub(super) fn read(path: &Path, asked: Option<&str>) -> Result<Self, Failure> {
        let help = "a line names who, and a key: `desk@example.org ssh-ed25519 AAAA…`";
        let name = path.display().to_string();
        let bytes = read_at_most(path, MOST_BYTES).map_err(|error| {
            Failure::new(
                cannot("read", &name, &error),
                "name the list of who may sign",
            )
        })?;
        let now = now();
        let text = String::from_utf8_lossy(&bytes);
        let signers = Signers::read(&text, now.time_zone());
        let signers = signers.map_err(|error| Failure::new(format!("{name}: {error}"), help))?;
        Ok(Self {
            name,
            signers,
            asked: asked.map(str::to_owned),
            now,
        })
    }
}

/// How a signature stands to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Holds,
    Broken,
    /// It is of a kind that is not known here.
    CannotCheck,
    /// It was made for something else than pages.
    OtherPurpose,
}

impl State {
    fn of(checked: &Result<(), Unsound>) -> Self {
        match checked {
            Ok(()) => Self::Holds,
            Err(Unsound::OtherKind(_) | Unsound::OtherForm(_)) => Self::CannotCheck,
            Err(Unsound::OtherNamespace(_)) => Self::OtherPurpose,
            Err(Unsound::Unreadable(_) | Unsound::OtherBytes) => Self::Broken,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Broken => "is broken",
            Self::CannotCheck => "cannot be checked",
            Self::OtherPurpose => "is not one of a page",
        }
    }
}

/// What is known of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct OfSignature {
    /// Where it stands: in the page, or in this file beside it.
    place: String,
    key: Option<String>,
    kind: Option<&'static str>,
    /// Whether it was made of the page's bytes by its key.
    pub(super) holds: bool,
    state: State,
    /// Whose key it is, by the list, if that is one person.
    signer: Option<String>,
    /// For whom the list has it, if these are several, or patterns.
    listed_for: Option<String>,
    /// The list's name.
    #[serde(skip)]
    list: String,
    /// What keeps it from being trusted.
    why: Option<String>,
}

/// Returns what is known of all signatures of a page.
pub(super) fn signatures(
    input: &InputPath,
    page: &[u8],
    parted: &SignedPage<'_>,
    listed: Option<&Listed>,
) -> Result<Vec<OfSignature>, Failure> {
    let in_page = parted.signatures.iter().map(|signature| {
        let place = "in the page".to_owned();
        OfSignature::of(place, signature.as_ref(), &[parted.signed], listed)
    });
    let mut all: Vec<OfSignature> = in_page.collect();
    if let Some((name, bytes)) = detached(input)? {
        let signature = Signature::read(&bytes);
        // Signed before others signed in it, or after.
        let signed = [page, parted.signed];
        let place = format!("in {}", printable(&name));
        all.push(OfSignature::of(place, signature.as_ref(), &signed, listed));
    }
    Ok(all)
}

/// Reads the signature beside a page, if there is one.
fn detached(input: &InputPath) -> Result<Option<(String, Vec<u8>)>, Failure> {
    let Some(path) = input.path() else {
        return Ok(None);
    };
    let mut beside = path.as_os_str().to_owned();
    beside.push(".sig");
    let beside = Path::new(&beside);
    match read_at_most(beside, MOST_BYTES) {
        Ok(bytes) => Ok(Some((beside.display().to_string(), bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let message = cannot("read", beside.display(), &error);
            Err(Failure::of_machine(message))
        }
    }
}

impl OfSignature {
    fn of(
        place: String,
        signature: Result<&Signature, &Unsound>,
        bytes: &[&[u8]],
        listed: Option<&Listed>,
    ) -> Self {
        let key = signature.ok().map(Signature::key);
        let checked = signature.map_err(Clone::clone).and_then(|signature| {
            let mut checks = bytes.iter().map(|bytes| signature.check(bytes));
            let first = checks.next().unwrap_or(Err(Unsound::OtherBytes));
            if first.is_ok() || checks.any(|check| check.is_ok()) {
                return Ok(());
            }
            first
        });
        let (mut signer, mut listed_for, mut why) = (None, None, None);
        match (&checked, key, listed) {
            (Err(unsound), ..) => why = Some(unsound.to_string()),
            (Ok(()), Some(key), Some(listed)) => {
                match listed
                    .signers
                    .find(key, &listed.now, listed.asked.as_deref())
                {
                    Found::Of(name) => signer = Some(shortened(name)),
                    Found::OfSome(principals) => listed_for = Some(shortened(principals)),
                    found @ (Found::NotOf(_)
                    | Found::NotForPages(_)
                    | Found::NotNow(_)
                    | Found::Unknown { .. }) => why = Some(shortened(listed.why(&found))),
                }
            }
            (Ok(()), ..) => {}
        }
        Self {
            place,
            key: key.map(Key::fingerprint),
            kind: key.map(Key::kind),
            holds: checked.is_ok(),
            state: State::of(&checked),
            signer,
            listed_for,
            list: listed.map_or_else(String::new, |listed| listed.name.clone()),
            why,
        }
    }

    /// Says whether it is one of the list's, or of whom was asked for.
    pub(super) fn is_listed(&self) -> bool {
        self.signer.is_some() || self.listed_for.is_some()
    }

    /// Says what is known of it.
    pub(super) fn sentence(&self) -> String {
        let place = &self.place;
        let key = match (&self.kind, &self.key) {
            (Some(kind), Some(key)) => format!("the {kind} {key}"),
            _ => "a key that is not known".to_owned(),
        };
        match (&self.signer, &self.why) {
            (Some(signer), _) => {
                let signer = printable(signer);
                format!("Signed by {signer} ({place}, with {key}).")
            }
            _ if self.listed_for.is_some() => {
                let principals = self.listed_for.as_deref().unwrap_or_default();
                let (list, principals) = (printable(&self.list), printable(principals));
                format!(
                    "Signed with a key that `{list}` lists for `{principals}` ({place}, {key})."
                )
            }
            (None, Some(why)) if self.holds => {
                let why = printable(why);
                format!("Signed with {key} ({place}), and {why}.")
            }
            (None, Some(why)) => {
                let why = printable(why);
                format!("The signature {place} {}: {why}.", self.state.words())
            }
            (None, None) => format!(
                "Signed with {key} ({place}); whose key it is, a list of signers can say: `--signers FILE`."
            ),
        }
    }
}

impl Listed {
    /// Says why a key is not taken for one of the list, or of whom was asked for.
    fn why(&self, found: &Found) -> String {
        let name = &self.name;
        match found {
            Found::Of(of) | Found::OfSome(of) | Found::NotOf(of) => {
                let asked = self.asked.as_deref().unwrap_or_default();
                format!("`{name}` has this key of `{of}`, and not of `{asked}`")
            }
            Found::NotForPages(of) => {
                format!("`{name}` has this key of `{of}` for other things than pages of `brief`")
            }
            Found::NotNow(of) => format!(
                "`{name}` has this key of `{of}` for another time than now; a signature does not say \
                 when it was made"
            ),
            Found::Unknown {
                has_authorities: true,
            } => format!(
                "the signer is unknown: `{name}` does not list the key, and certificates by its \
                 authorities are not read"
            ),
            Found::Unknown {
                has_authorities: false,
            } => format!("the signer is unknown: `{name}` does not list the key"),
        }
    }
}
