//! Reads public keys.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use sha2::{Digest as _, Sha256};

use super::blob::Blob;
use super::unsound::Unsound;

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub(super) blob: Vec<u8>,
    pub(super) material: Material,
}

/// What a key checks signatures with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Material {
    Ed25519 {
        point: Vec<u8>,
        token: Option<Token>,
    },
    P256 {
        point: Vec<u8>,
        token: Option<Token>,
    },
    P384 {
        point: Vec<u8>,
    },
    Rsa {
        exponent: Vec<u8>,
        modulus: Vec<u8>,
    },
}

/// That the key is kept in a token (FIDO): for what application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token(pub(super) Vec<u8>);

impl Key {
    /// Reads a key as SSH writes it.
    ///
    /// # Errors
    /// It is none, or of a kind that is not known here.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unsound> {
        let unreadable = Unsound::Unreadable("its key cannot be read");
        let mut blob = Blob(bytes);
        let Some(kind) = blob.string() else {
            return Err(unreadable);
        };
        let mut material = || {
            let material = match kind {
                b"ssh-ed25519" | b"sk-ssh-ed25519@openssh.com" => Material::Ed25519 {
                    point: blob.string()?.to_vec(),
                    token: token(kind, &mut blob)?,
                },
                b"ecdsa-sha2-nistp256" | b"sk-ecdsa-sha2-nistp256@openssh.com" => Material::P256 {
                    point: point(b"nistp256", &mut blob)?,
                    token: token(kind, &mut blob)?,
                },
                b"ecdsa-sha2-nistp384" => Material::P384 {
                    point: point(b"nistp384", &mut blob)?,
                },
                b"ssh-rsa" => Material::Rsa {
                    exponent: blob.positive()?.to_vec(),
                    modulus: blob.positive()?.to_vec(),
                },
                _ => return None,
            };
            blob.is_empty().then_some(material)
        };
        if !KINDS.iter().any(|known| known.as_bytes() == kind) {
            let kind = String::from_utf8_lossy(kind);
            return Err(Unsound::OtherKind(kind.escape_debug().to_string()));
        }
        let material = material().ok_or(unreadable)?;
        if let Material::Rsa { modulus, .. } = &material
            && !RSA_BYTES.contains(&modulus.len())
        {
            return Err(Unsound::OtherForm("an RSA key of its length"));
        }
        Ok(Self {
            material,
            blob: bytes.to_vec(),
        })
    }

    /// Reads a key as a public key's file has it; nothing, if it is none that is known here.
    pub fn of_file(text: &str) -> Option<Self> {
        let key = text.split_ascii_whitespace().nth(1)?;
        Self::read(&STANDARD.decode(key).ok()?).ok()
    }

    /// Returns the kind in words.
    pub fn kind(&self) -> &'static str {
        match &self.material {
            Material::Ed25519 { token: None, .. } => "Ed25519 key",
            Material::Ed25519 { .. } => "Ed25519 key in a token",
            Material::P256 { token: None, .. } => "ECDSA P-256 key",
            Material::P256 { .. } => "ECDSA P-256 key in a token",
            Material::P384 { .. } => "ECDSA P-384 key",
            Material::Rsa { .. } => "RSA key",
        }
    }

    /// Returns what people compare keys by, as `ssh-keygen -l` shows it.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(&self.blob);
        format!("SHA256:{}", STANDARD_NO_PAD.encode(digest))
    }
}

/// So long are RSA keys that are checked here: from 2,048 bits to 8,192.
const RSA_BYTES: std::ops::RangeInclusive<usize> = 256..=1024;

/// The kinds that are known here.
const KINDS: [&str; 6] = [
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ecdsa-sha2-nistp384",
    "ssh-rsa",
];

fn point(curve: &[u8], blob: &mut Blob<'_>) -> Option<Vec<u8>> {
    (blob.string()? == curve).then(|| blob.string().map(<[u8]>::to_vec))?
}

/// Returns the token that a key of a kind is in, if keys of that kind are in one.
#[expect(
    clippy::option_option,
    reason = "the outer one says whether the key can be read"
)]
fn token(kind: &[u8], blob: &mut Blob<'_>) -> Option<Option<Token>> {
    if !kind.starts_with(b"sk-") {
        return Some(None);
    }
    Some(Some(Token(blob.string()?.to_vec())))
}
