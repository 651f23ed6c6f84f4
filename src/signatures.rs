//! Signatures of pages by SSH keys, as `ssh-keygen -Y sign` makes them: in a page or beside it.
//!
//! They are made by `ssh-keygen`, which has people's keys, agents and tokens; here they are only checked,
//! so that a reader needs no more than this program. A signed page is the page as it was, and after its
//! last byte a comment for each signature:
//!
//! ```text
//! …</html>
//! <!-- brief signature
//! -----BEGIN SSH SIGNATURE-----
//! U1NIU0lH…
//! -----END SSH SIGNATURE-----
//! -->
//! ```
//!
//! What is signed is all before the first `<!-- brief signature`, so that a signature can be added and
//! taken away, and says nothing of others.

mod blob;
mod crypto;
mod key;
mod place;
mod signature;
mod signers;
mod unsound;

pub use key::Key;
pub use place::{SignedPage, comment};
pub use signature::Signature;
pub use signers::{Found, Signers, SignersError};
pub use unsound::{NAMESPACE, Unsound};
