//! Reads signatures, and checks that they hold.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::blob::{self, Blob};
use super::crypto::{Digest, Proof};
use super::key::Key;
use super::unsound::{NAMESPACE, Unsound};

const START: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";
/// As wide as `ssh-keygen` writes them.
const WIDTH: usize = 70;
const MAGIC: &[u8] = b"SSHSIG";
const VERSION: u32 = 1;
/// An RSA key of 16,384 bits has a signature of 2,048 bytes.
const MOST_BYTES: usize = 16_384;

/// A signature, as far as it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    bytes: Vec<u8>,
    key: Key,
    namespace: Vec<u8>,
    reserved: Vec<u8>,
    digest: Digest,
    proof: Proof,
}

impl Signature {
    /// Reads a signature between its lines `BEGIN` and `END`; space around and between the lines is no
    /// part of it.
    ///
    /// # Errors
    /// It is none.
    pub fn read(text: &[u8]) -> Result<Self, Unsound> {
        let unreadable = || Unsound::Unreadable("its lines are not those of one");
        let text = std::str::from_utf8(text).map_err(|_| unreadable())?;
        let inner = text.trim_ascii().strip_prefix(START);
        let inner = inner.and_then(|text| text.strip_suffix(END));
        let inner = inner.ok_or_else(unreadable)?;
        let inner: Vec<u8> = inner
            .bytes()
            .filter(|byte| !byte.is_ascii_whitespace())
            .collect();
        if inner.len() > MOST_BYTES {
            return Err(Unsound::Unreadable("it is too long"));
        }
        let bytes = STANDARD.decode(inner);
        let bytes = bytes.map_err(|_| Unsound::Unreadable("it is not base64"))?;
        Self::of(bytes)
    }

    fn of(bytes: Vec<u8>) -> Result<Self, Unsound> {
        let cut = Unsound::Unreadable("it is cut off, or has more than a signature has");
        let mut blob = Blob(bytes.strip_prefix(MAGIC).unwrap_or_default());
        let mut fields = || {
            let version = blob.number()?;
            let [key, namespace, reserved, digest, proof] = [(); 5].map(|()| blob.string());
            let fields = (version, key?, namespace?, reserved?, digest?, proof?);
            blob.is_empty().then_some(fields)
        };
        let (version, key, namespace, reserved, digest, proof) = fields().ok_or(cut)?;
        if version != VERSION {
            return Err(Unsound::OtherForm("its version of the form"));
        }
        let digest = Digest::named(digest).ok_or(Unsound::OtherForm("its hash"))?;
        let key = Key::read(key)?;
        let proof = Proof::read(proof, &key)?;
        Ok(Self {
            namespace: namespace.to_vec(),
            reserved: reserved.to_vec(),
            digest,
            key,
            proof,
            bytes,
        })
    }

    /// Checks that the signature was made of these bytes, as a page, by its key.
    ///
    /// # Errors
    /// It was not.
    pub fn check(&self, bytes: &[u8]) -> Result<(), Unsound> {
        if self.namespace != NAMESPACE.as_bytes() {
            let name = String::from_utf8_lossy(&self.namespace);
            return Err(Unsound::OtherNamespace(name.escape_debug().to_string()));
        }
        let mut signed = MAGIC.to_vec();
        for field in [
            &*self.namespace,
            &*self.reserved,
            self.digest.name().as_bytes(),
            &*self.digest.of(bytes),
        ] {
            blob::put(&mut signed, field);
        }
        if self.proof.holds(&self.key, &signed) {
            Ok(())
        } else {
            Err(Unsound::OtherBytes)
        }
    }

    /// Returns the key that the signature names.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Returns the signature as `ssh-keygen` writes it.
    pub fn armored(&self) -> String {
        let text = STANDARD.encode(&self.bytes);
        let mut lines = vec![START.to_owned()];
        let letters: Vec<char> = text.chars().collect();
        lines.extend(letters.chunks(WIDTH).map(|line| line.iter().collect()));
        lines.push(END.to_owned());
        lines.join("\n") + "\n"
    }
}
