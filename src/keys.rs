//! The key ring that fields are sealed with: XChaCha20-Poly1305, a random nonce for each value, the id of the key in front
//! and the place of the value bound in, so that no sealed value can be read in another place or moved there.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use data_encoding::BASE64URL_NOPAD;
use secrecy::{ExposeSecret, SecretBox};

use crate::random::Random;

/// Bytes of a key, and of a nonce.
const KEY: usize = 32;
const NONCE: usize = 24;

/// Where a sealed value is kept: table and column, and the id of its row.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub column: &'static str,
    pub row: i64,
}

/// One key and its id.
struct Held {
    id: String,
    key: SecretBox<[u8; KEY]>,
}

/// Every key of this installation. The last is the one that seals; all of them open.
#[derive(Clone)]
pub struct KeyRing(Arc<Vec<Held>>);

/// Why a value cannot be sealed or opened.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum Failure {
    #[error("the key ring has no key `{0}`: put it back from your backup")]
    KeyMissing(String),
    #[error("a sealed value was altered, or moved from its place")]
    Altered,
    #[error("the key ring cannot be read: {0}")]
    Unreadable(String),
}

impl KeyRing {
    /// Reads a key ring: one key on each line, its id, a blank, and 32 bytes in base64url.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let held: Vec<Held> = lines.map(held).collect::<Result<_, _>>()?;
        if held.is_empty() {
            return Err(Failure::Unreadable("it is empty".to_owned()));
        }
        Ok(Self(Arc::new(held)))
    }

    /// The key ring kept in a file, made with the first start.
    pub fn beside(file: &Path, random: &Random) -> Result<Self, Failure> {
        match std::fs::read_to_string(file) {
            Ok(text) => Self::parse(&text),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
                let line = fresh_line(1, random);
                write_new(file, &line).map_err(|why| Failure::Unreadable(why.to_string()))?;
                Self::parse(&line)
            }
            Err(why) => Err(Failure::Unreadable(why.to_string())),
        }
    }

    /// The id of the key that seals.
    #[must_use]
    pub fn current(&self) -> &str {
        self.0.last().map_or("", |held| &held.id)
    }

    /// The value as text that says nothing without the ring.
    pub fn seal(&self, place: Place, plain: &str, random: &Random) -> Result<String, Failure> {
        let held = self.0.last().ok_or_else(|| Failure::KeyMissing(String::new()))?;
        let nonce = random.bytes::<NONCE>();
        let aad = bound(place);
        let payload = Payload { msg: plain.as_bytes(), aad: aad.as_bytes() };
        let sealed = cipher(held).encrypt(&XNonce::from(nonce), payload).map_err(|_| Failure::Altered)?;
        Ok(format!("{}.{}.{}", held.id, BASE64URL_NOPAD.encode(&nonce), BASE64URL_NOPAD.encode(&sealed)))
    }

    /// The value that was sealed for this place.
    pub fn open(&self, place: Place, sealed: &str) -> Result<String, Failure> {
        let mut parts = sealed.splitn(3, '.');
        let (id, nonce, text) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let held = self.0.iter().find(|held| held.id == id).ok_or_else(|| Failure::KeyMissing(id.to_owned()))?;
        let decode = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Failure::Altered);
        let nonce: [u8; NONCE] = decode(nonce)?.try_into().map_err(|_| Failure::Altered)?;
        let (text, aad) = (decode(text)?, bound(place));
        let payload = Payload { msg: text.as_slice(), aad: aad.as_bytes() };
        let plain = cipher(held).decrypt(&XNonce::from(nonce), payload).map_err(|_| Failure::Altered)?;
        String::from_utf8(plain).map_err(|_| Failure::Altered)
    }
}

/// The line of a fresh key with the next number.
fn fresh_line(number: usize, random: &Random) -> String {
    format!("k{number} {}\n", BASE64URL_NOPAD.encode(&random.bytes::<KEY>()))
}

fn held(line: &str) -> Result<Held, Failure> {
    let unreadable = || Failure::Unreadable("each line is an id, a blank, and 32 bytes in base64url".to_owned());
    let (id, key) = line.split_once(' ').ok_or_else(unreadable)?;
    let key = BASE64URL_NOPAD.decode(key.trim().as_bytes()).map_err(|_| unreadable())?;
    let key: [u8; KEY] = key.try_into().map_err(|_| unreadable())?;
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(unreadable());
    }
    Ok(Held { id: id.to_owned(), key: SecretBox::new(Box::new(key)) })
}

fn cipher(held: &Held) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*held.key.expose_secret()))
}

fn bound(place: Place) -> String {
    format!("{}:{}", place.column, place.row)
}

fn write_new(file: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut sink = options.open(file)?;
    sink.write_all(text.as_bytes())?;
    sink.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place { column: "second_factors.sealed", row: 7 };

    fn ring(lines: usize) -> KeyRing {
        let random = Random::seeded(1);
        KeyRing::parse(&(1..=lines).map(|number| fresh_line(number, &random)).collect::<String>()).unwrap()
    }

    #[test]
    fn what_was_sealed_opens_in_its_place_and_nowhere_else() {
        let ring = ring(1);
        let sealed = ring.seal(PLACE, "zażółć", &Random::seeded(2)).unwrap();
        assert_eq!(ring.open(PLACE, &sealed).unwrap(), "zażółć");
        assert_eq!(ring.open(Place { row: 8, ..PLACE }, &sealed), Err(Failure::Altered));
        assert_eq!(ring.open(Place { column: "letters.sealed", ..PLACE }, &sealed), Err(Failure::Altered));
    }

    #[test]
    fn an_older_key_still_opens_and_the_newest_seals() {
        let (one, two) = (ring(1), ring(2));
        let sealed = one.seal(PLACE, "x", &Random::seeded(2)).unwrap();
        assert_eq!(two.open(PLACE, &sealed).unwrap(), "x");
        assert!(two.seal(PLACE, "x", &Random::seeded(2)).unwrap().starts_with("k2."));
        assert_eq!(one.open(PLACE, &two.seal(PLACE, "x", &Random::seeded(2)).unwrap()), Err(Failure::KeyMissing("k2".to_owned())));
    }

    #[test]
    fn a_bit_that_was_altered_is_noticed() {
        let ring = ring(1);
        let sealed = ring.seal(PLACE, "secret", &Random::seeded(2)).unwrap();
        let altered = format!("{}{}", &sealed[..sealed.len() - 2], if sealed.ends_with('A') { "BB" } else { "AA" });
        assert_eq!(ring.open(PLACE, &altered), Err(Failure::Altered));
    }
}
