//! The key that codes are derived with, and the hashes that stand for them in the database.

use std::io::Write;
use std::path::Path;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::domain::care::code::Code;
use crate::domain::disclosure::LedgerKey;
use crate::random::Random;

/// What a derived value is for. One key, many purposes: none can be passed off as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Come back to a draft from another device.
    Resume,
    /// Check that answers were received.
    Receipt,
    /// Name what is tried, so that the table of throttles can be read by nobody.
    Throttle,
    /// Show that the check page came from us.
    Submit,
    /// Show that a form of staff came from us.
    Form,
    /// Chain the audit trail.
    Audit,
    /// Stand for a recovery code of staff.
    Recovery,
    /// The token of a personal link.
    Link,
    /// The spoken code that stands on a letter.
    Spoken,
    /// Show that somebody has confirmed a fact about themselves a moment ago.
    Confirmed,
    /// Stand for an NHS number.
    NhsNumber,
    /// Stand for an email address or a telephone number.
    Contact,
    /// Stand for a word of a name.
    NameTerm,
    /// Stand for a sender's own number of a person or an episode.
    SenderNumber,
    /// The token in the address of a shared tablet.
    Kiosk,
    /// Show that somebody sent the paper whose receipt they ask for.
    Paper,
    /// The token of the personal link of somebody who is expected at an event.
    Attendee,
    /// Show that somebody looked at the wording of a comment that is to be published.
    Wording,
    /// Show that a released figure was released here.
    Ledger,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Resume => b"saywell resume code 1",
            Self::Receipt => b"saywell receipt code 1",
            Self::Throttle => b"saywell throttle key 1",
            Self::Submit => b"saywell submit key 1",
            Self::Form => b"saywell form token 1",
            Self::Audit => b"saywell audit chain 1",
            Self::Recovery => b"saywell recovery code 1",
            Self::Link => b"saywell personal link 1",
            Self::Spoken => b"saywell spoken code 1",
            Self::Confirmed => b"saywell confirmed fact 1",
            Self::NhsNumber => b"saywell nhs number 1",
            Self::Contact => b"saywell contact 1",
            Self::NameTerm => b"saywell name term 1",
            Self::SenderNumber => b"saywell sender number 1",
            Self::Kiosk => b"saywell kiosk 1",
            Self::Paper => b"saywell paper sent 1",
            Self::Attendee => b"saywell attendee 1",
            Self::Wording => b"saywell wording seen 1",
            Self::Ledger => b"saywell ledger 1",
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
        let key = self.0.expose_secret().as_bytes();
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { unreachable!("HMAC takes a key of any length") };
        mac.update(purpose.label());
        mac.update(&[0]);
        mac.update(message.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The key that released tables are kept under.
    #[must_use]
    pub fn ledger_key(&self) -> LedgerKey {
        let Some(key) = LedgerKey::new(&self.mac(Purpose::Ledger, "")) else { unreachable!("a code of SHA-256 is as long as a key") };
        key
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

    /// What stands for a text in the database: always the same, and not to be guessed from without the key.
    #[must_use]
    pub fn keyed(&self, purpose: Purpose, text: &str) -> String {
        HEXLOWER.encode(&self.mac(purpose, text))
    }

    /// The token of the personal link of an invitation: always the same, so that a reminder carries the same link and the
    /// database keeps its hash alone.
    #[must_use]
    pub fn link_token(&self, invitation: i64) -> String {
        self.sign(Purpose::Link, &invitation.to_string())
    }

    /// A text that shows that `message` came from us.
    #[must_use]
    pub fn sign(&self, purpose: Purpose, message: &str) -> String {
        BASE64URL_NOPAD.encode(&self.mac(purpose, message))
    }

    /// The token of a form that goes with a session. Each is masked anew, so that nobody can learn it bit by bit from how well
    /// pages compress.
    #[must_use]
    pub fn form_token(&self, session: &str, mask: [u8; 32]) -> String {
        let hidden = xor(mask, self.mac(Purpose::Form, session));
        BASE64URL_NOPAD.encode(&[mask, hidden].concat())
    }

    /// True when `token` is one of ours for that session.
    #[must_use]
    pub fn is_form_token(&self, session: &str, token: &str) -> bool {
        let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).unwrap_or_default();
        let halves = bytes.split_first_chunk::<32>().and_then(|(mask, hidden)| Some((*mask, <[u8; 32]>::try_from(hidden).ok()?)));
        halves.is_some_and(|(mask, hidden)| xor(mask, hidden).ct_eq(&self.mac(Purpose::Form, session)).into())
    }

    /// True when `signature` is ours for `message`.
    #[must_use]
    pub fn is_ours(&self, purpose: Purpose, message: &str, signature: &str) -> bool {
        self.sign(purpose, message).as_bytes().ct_eq(signature.as_bytes()).into()
    }
}

fn xor(one: [u8; 32], other: [u8; 32]) -> [u8; 32] {
    let mut mixed = one;
    mixed.iter_mut().zip(other).for_each(|(byte, with)| *byte ^= with);
    mixed
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
    fn a_form_token_never_looks_the_same_and_goes_with_one_session() {
        let secret = Secret::new("a key".into());
        let (one, other) = (secret.form_token("a session", [1; 32]), secret.form_token("a session", [2; 32]));
        assert_ne!(one, other);
        assert!(secret.is_form_token("a session", &one) && secret.is_form_token("a session", &other));
        assert!(!secret.is_form_token("another", &one));
        let (unmasked, cut) = (secret.sign(Purpose::Form, "a session"), &one[..one.len() - 4]);
        for forged in ["", "not base64!", unmasked.as_str(), cut] {
            assert!(!secret.is_form_token("a session", forged), "{forged}");
        }
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
