//! The key that codes are derived with, and the hashes that stand for them in the database.

use std::io::Write;
use std::path::Path;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::domain::care::code::Code;
use crate::random::Random;

/// What a derived value is for. One key, many purposes: none can be passed off as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Come back to a draft from another device.
    Resume,
    /// Check that answers were received.
    Receipt,
    /// Show that the check page came from us.
    Submit,
    /// Show that a form of staff came from us.
    Form,
    /// Chain the audit trail.
    Audit,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Resume => b"saywell resume code 1",
            Self::Receipt => b"saywell receipt code 1",
            Self::Submit => b"saywell submit key 1",
            Self::Form => b"saywell form token 1",
            Self::Audit => b"saywell audit chain 1",
        }
    }
}

/// The key of this installation.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// A key given in the configuration.
    #[must_use]
    pub const fn new(key: SecretString) -> Self {
        Self(key)
    }

    /// The key kept in a file, made with the first start.
    pub fn beside(file: &Path, random: &Random) -> std::io::Result<Self> {
        match std::fs::read_to_string(file) {
            Ok(key) => Ok(Self(key.trim().into())),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => make(file, random),
            Err(why) => Err(why),
        }
    }

    fn mac(&self, purpose: Purpose, message: &str) -> [u8; 32] {
        // HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.expose_secret().as_bytes()) else { return [0; 32] };
        mac.update(purpose.label());
        mac.update(&[0]);
        mac.update(message.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The code of a thing: always the same, and not to be guessed from it.
    #[must_use]
    pub fn code(&self, purpose: Purpose, id: i64) -> Code {
        let [a, b, c, d, e, f, g, h, ..] = self.mac(purpose, &id.to_string());
        Code::from_bytes([a, b, c, d, e, f, g, h])
    }

    /// What stands for a code in the database.
    #[must_use]
    pub fn code_hash(&self, purpose: Purpose, code: &Code) -> String {
        HEXLOWER.encode(&self.mac(purpose, code.as_str()))
    }

    /// A text that shows that `message` came from us.
    #[must_use]
    pub fn sign(&self, purpose: Purpose, message: &str) -> String {
        BASE64URL_NOPAD.encode(&self.mac(purpose, message))
    }

    /// True when `signature` is ours for `message`.
    #[must_use]
    pub fn is_ours(&self, purpose: Purpose, message: &str, signature: &str) -> bool {
        self.sign(purpose, message).as_bytes().ct_eq(signature.as_bytes()).into()
    }
}

fn make(file: &Path, random: &Random) -> std::io::Result<Secret> {
    let key = random.token();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut sink = options.open(file)?;
    sink.write_all(key.as_bytes())?;
    sink.sync_all()?;
    Ok(Secret(key.into()))
}

/// What stands for a random token of 256 bits in the database.
#[must_use]
pub fn token_hash(token: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_depends_on_key_purpose_and_thing() {
        let (one, other) = (Secret::new("a key".into()), Secret::new("another key".into()));
        let code = one.code(Purpose::Resume, 7);
        assert_eq!(code, one.code(Purpose::Resume, 7));
        assert_ne!(code, one.code(Purpose::Receipt, 7));
        assert_ne!(code, one.code(Purpose::Resume, 8));
        assert_ne!(code, other.code(Purpose::Resume, 7));
    }

    #[test]
    fn only_our_signature_is_ours() {
        let secret = Secret::new("a key".into());
        let signature = secret.sign(Purpose::Submit, "1.2");
        assert!(secret.is_ours(Purpose::Submit, "1.2", &signature));
        assert!(!secret.is_ours(Purpose::Submit, "1.3", &signature));
        assert!(!secret.is_ours(Purpose::Form, "1.2", &signature));
        assert!(!secret.is_ours(Purpose::Submit, "1.2", ""));
    }
}
