//! Checks signatures by `ring`.

use ring::digest;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA512, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
    VerificationAlgorithm,
};

use super::blob::Blob;
use super::key::{Key, Material, Token};
use super::unsound::Unsound;

/// By which hash a signature takes what was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digest {
    Sha256,
    Sha512,
}

impl Digest {
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        let all = [Self::Sha256, Self::Sha512];
        all.into_iter()
            .find(|digest| digest.name().as_bytes() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    pub(super) fn of(self, bytes: &[u8]) -> Vec<u8> {
        let algorithm = match self {
            Self::Sha256 => &digest::SHA256,
            Self::Sha512 => &digest::SHA512,
        };
        digest::digest(algorithm, bytes).as_ref().to_vec()
    }
}

/// What only the owner of a key can make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    Ed25519(Vec<u8>, Option<Touched>),
    /// Two numbers of the curve's length.
    Ecdsa(Vec<u8>, Option<Touched>),
    Rsa(Vec<u8>, Digest),
}

/// What a token adds to what it signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Touched {
    flags: u8,
    count: u32,
}

impl Proof {
    /// Reads the proof of a signature that was made with a key of this kind.
    pub(super) fn read(bytes: &[u8], key: &Key) -> Result<Self, Unsound> {
        let read = || {
            let mut blob = Blob(bytes);
            let kind = blob.string()?;
            let proof = blob.string()?;
            let proof = match (&key.material, kind) {
                (Material::Ed25519 { token: None, .. }, b"ssh-ed25519") => {
                    Self::Ed25519(proof.to_vec(), None)
                }
                (Material::Ed25519 { token: Some(_), .. }, b"sk-ssh-ed25519@openssh.com") => {
                    Self::Ed25519(proof.to_vec(), Some(touched(&mut blob)?))
                }
                (Material::P256 { token: None, .. }, b"ecdsa-sha2-nistp256") => {
                    Self::Ecdsa(pair(proof, 32)?, None)
                }
                (Material::P256 { token: Some(_), .. }, b"sk-ecdsa-sha2-nistp256@openssh.com") => {
                    Self::Ecdsa(pair(proof, 32)?, Some(touched(&mut blob)?))
                }
                (Material::P384 { .. }, b"ecdsa-sha2-nistp384") => {
                    Self::Ecdsa(pair(proof, 48)?, None)
                }
                (Material::Rsa { .. }, b"rsa-sha2-256") => {
                    Self::Rsa(proof.to_vec(), Digest::Sha256)
                }
                (Material::Rsa { .. }, b"rsa-sha2-512") => {
                    Self::Rsa(proof.to_vec(), Digest::Sha512)
                }
                _ => return None,
            };
            blob.is_empty().then_some(proof)
        };
        read().ok_or(Unsound::Unreadable(
            "its proof is not of the kind of its key",
        ))
    }

    /// Says whether the proof is of these bytes and of this key.
    pub(super) fn holds(&self, key: &Key, signed: &[u8]) -> bool {
        match (self, &key.material) {
            (Self::Ed25519(proof, touched), Material::Ed25519 { point, token }) => {
                let signed = by_token(signed, token.as_ref(), *touched);
                is_verified(&ED25519, point, &signed, proof)
            }
            (Self::Ecdsa(proof, touched), Material::P256 { point, token }) => {
                let signed = by_token(signed, token.as_ref(), *touched);
                is_verified(&ECDSA_P256_SHA256_FIXED, point, &signed, proof)
            }
            (Self::Ecdsa(proof, None), Material::P384 { point }) => {
                is_verified(&ECDSA_P384_SHA384_FIXED, point, signed, proof)
            }
            (Self::Rsa(proof, digest), Material::Rsa { exponent, modulus }) => {
                let parameters: &RsaParameters = match digest {
                    Digest::Sha256 => &RSA_PKCS1_2048_8192_SHA256,
                    Digest::Sha512 => &RSA_PKCS1_2048_8192_SHA512,
                };
                let (n, e) = (modulus, exponent);
                let key = RsaPublicKeyComponents { n, e };
                key.verify(parameters, signed, proof).is_ok()
            }
            _ => false,
        }
    }
}

fn is_verified(
    algorithm: &'static dyn VerificationAlgorithm,
    key: &[u8],
    signed: &[u8],
    proof: &[u8],
) -> bool {
    let key = UnparsedPublicKey::new(algorithm, key);
    key.verify(signed, proof).is_ok()
}

/// Returns what a token signs in the place of bytes: it sees their hash alone.
fn by_token(signed: &[u8], token: Option<&Token>, touched: Option<Touched>) -> Vec<u8> {
    let (Some(Token(application)), Some(Touched { flags, count })) = (token, touched) else {
        return signed.to_vec();
    };
    let mut by_it = Digest::Sha256.of(application);
    by_it.push(flags);
    by_it.extend(count.to_be_bytes());
    by_it.extend(Digest::Sha256.of(signed));
    by_it
}

fn touched(blob: &mut Blob<'_>) -> Option<Touched> {
    Some(Touched {
        flags: blob.byte()?,
        count: blob.number()?,
    })
}

/// Returns two numbers of a length, which stand there in the shortest way.
fn pair(bytes: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut blob = Blob(bytes);
    let mut pair = Vec::with_capacity(2 * length);
    for _ in 0..2 {
        let number = blob.positive()?;
        pair.extend(vec![0; length.checked_sub(number.len())?]);
        pair.extend(number);
    }
    blob.is_empty().then_some(pair)
}
