//! Parts a page from the signatures after its end.

use memchr::memmem;

use super::signature::Signature;
use super::unsound::Unsound;

/// What each begins with. All before the first is the page.
const MARK: &[u8] = b"<!-- brief signature";
/// The line that it begins with.
const START: &[u8] = b"<!-- brief signature\n";
const END: &[u8] = b"-->\n";
/// More signatures of one page are not read.
const MOST: usize = 100;

/// A page, and the signatures in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SignedPage<'a> {
    /// What is signed: all before the first signature.
    pub signed: &'a [u8],
    /// The signatures; what could not be read is the last.
    pub signatures: Vec<Result<Signature, Unsound>>,
}

impl<'a> SignedPage<'a> {
    /// Parts them.
    pub fn of(page: &'a [u8]) -> Self {
        let at = memmem::find(page, MARK);
        let (signed, mut rest) = page.split_at(at.unwrap_or(page.len()));
        let mut signatures = Vec::new();
        while !rest.is_empty() {
            if signatures.len() == MOST {
                signatures.push(Err(Unsound::Unreadable("there are too many")));
                break;
            }
            let read = first(rest);
            let is_read = read.is_ok();
            let (signature, after) = match read {
                Ok((signature, after)) => (Ok(signature), after),
                Err(unsound) => (Err(unsound), rest),
            };
            signatures.push(signature);
            if !is_read {
                break;
            }
            rest = after;
        }
        Self { signed, signatures }
    }
}

/// Returns the first signature, and what follows it.
fn first(text: &[u8]) -> Result<(Signature, &[u8]), Unsound> {
    let unreadable = Unsound::Unreadable("what follows the page is no comment with a signature");
    let inner = text.strip_prefix(START).ok_or(unreadable.clone())?;
    let end = memmem::find(inner, END);
    let (inner, after) = inner
        .split_at_checked(end.ok_or(unreadable.clone())?)
        .ok_or(unreadable)?;
    let signature = Signature::read(inner)?;
    // So no byte of it can be another without being noticed.
    if signature.armored().as_bytes() != inner {
        return Err(Unsound::Unreadable("its lines were changed"));
    }
    Ok((signature, after.get(END.len()..).unwrap_or_default()))
}

/// Returns a signature as it stands after a page.
pub fn comment(signature: &Signature) -> String {
    let [start, end] = [START, END].map(String::from_utf8_lossy);
    format!("{start}{}{end}", signature.armored())
}
