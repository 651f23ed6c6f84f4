//! A token (FIDO) that signs, as PROTOCOL.u2f and PROTOCOL.sshsig of OpenSSH have it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use sha2::{Digest as _, Sha256, Sha512};

const KIND: &[u8] = b"sk-ssh-ed25519@openssh.com";
const APPLICATION: &[u8] = b"ssh:";
const TOUCHED: u8 = 1;
const COUNT: u32 = 7;

/// What a token made of a text.
pub(crate) struct OfToken {
    /// The signature between its lines.
    pub(crate) armored: String,
    /// The key, as it stands in a list.
    pub(crate) key: String,
}

fn strings(fields: &[&[u8]]) -> Vec<u8> {
    let field = |bytes: &&[u8]| {
        let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
        [&length, *bytes].concat()
    };
    fields.iter().flat_map(field).collect()
}

/// Signs a page.
pub(crate) fn signature(page: &[u8]) -> OfToken {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
    let key = strings(&[KIND, pair.public_key().as_ref(), APPLICATION]);
    let fields = strings(&[b"page@briefwright", b"", b"sha512", &Sha512::digest(page)]);
    let signed = [b"SSHSIG", &*fields].concat();
    let seen = [
        &*Sha256::digest(APPLICATION),
        &[TOUCHED],
        &COUNT.to_be_bytes(),
        &*Sha256::digest(signed),
    ];
    let proof = strings(&[KIND, pair.sign(&seen.concat()).as_ref()]);
    let proof = [&*proof, &[TOUCHED], &COUNT.to_be_bytes()].concat();
    let blob = strings(&[&key, b"page@briefwright", b"", b"sha512", &proof]);
    let blob = [b"SSHSIG", &1_u32.to_be_bytes()[..], &blob].concat();
    let text = STANDARD.encode(blob);
    OfToken {
        armored: format!("-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----\n"),
        key: format!("sk-ssh-ed25519@openssh.com {}", STANDARD.encode(key)),
    }
}
