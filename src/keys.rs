//! The key ring that fields are sealed with: XChaCha20-Poly1305, a random nonce for each value, the id of the key in front
//! and the place of the value bound in, so that no sealed value can be read in another place or moved there.

mod file;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use data_encoding::BASE64URL_NOPAD;
use secrecy::{ExposeSecret, SecretBox};

use self::file::Stamp;
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

/// Every key of this installation. The last is the one that seals; all of them open. A ring kept in a file is read again when
/// the file has changed, so that a server goes on through a rotation without being started anew.
#[derive(Clone)]
pub struct KeyRing(Arc<Ring>);

struct Ring {
    file: Option<PathBuf>,
    kept: RwLock<Kept>,
}

/// The keys, and the state of the file they were read from.
struct Kept {
    keys: Arc<Vec<Held>>,
    stamp: Option<Stamp>,
}

/// Why a value cannot be sealed or opened.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum Failure {
    #[error("the key ring has no key `{0}`: put it back from your backup")]
    KeyMissing(String),
    #[error("a sealed value was altered, or moved from its place")]
    Altered,
    #[error("the key ring cannot be read or changed: {0}")]
    Unreadable(String),
    #[error("`{0}` is the key that seals: begin with a new one first")]
    InUse(String),
}

impl KeyRing {
    /// Reads a key ring: one key on each line, its id, a blank, and 32 bytes in base64url.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let kept = Kept { keys: Arc::new(parsed(text)?), stamp: None };
        Ok(Self(Arc::new(Ring { file: None, kept: RwLock::new(kept) })))
    }

    /// The text of a ring with one fresh key.
    #[must_use]
    pub fn fresh(random: &Random) -> String {
        fresh_line(1, random)
    }

    /// The key ring kept in a file, made with the first start.
    pub fn beside(file: &Path, random: &Random) -> Result<Self, Failure> {
        if matches!(file.try_exists(), Ok(false)) {
            file::write_new(file, &fresh_line(1, random)).map_err(unreadable)?;
        }
        Self::read(file)
    }

    fn read(file: &Path) -> Result<Self, Failure> {
        // The stamp first: if the file changes between the two, it is read once more, not once less.
        let stamp = Some(Stamp::of(file).map_err(unreadable)?);
        let keys = Arc::new(parsed(&std::fs::read_to_string(file).map_err(unreadable)?)?);
        Ok(Self(Arc::new(Ring { file: Some(file.to_owned()), kept: RwLock::new(Kept { keys, stamp }) })))
    }

    /// The keys as the file has them now. A file that cannot be read at the moment changes nothing.
    fn keys(&self) -> Arc<Vec<Held>> {
        let kept = self.0.kept.read().unwrap_or_else(PoisonError::into_inner);
        let known = Arc::clone(&kept.keys);
        let Some(file) = &self.0.file else { return known };
        let stamp = Stamp::of(file).ok();
        if stamp.is_none() || stamp == kept.stamp {
            return known;
        }
        drop(kept);
        match std::fs::read_to_string(file).map_err(unreadable).and_then(|text| parsed(&text)) {
            Ok(keys) => {
                let keys = Arc::new(keys);
                *self.0.kept.write().unwrap_or_else(PoisonError::into_inner) = Kept { keys: Arc::clone(&keys), stamp };
                keys
            }
            Err(why) => {
                tracing::warn!(%why, "the key ring has changed and cannot be read; the keys known before are used");
                known
            }
        }
    }

    /// The id of the key that seals.
    #[must_use]
    pub fn current(&self) -> String {
        self.keys().last().map_or_else(String::new, |held| held.id.clone())
    }

    /// The ids of all keys, the oldest first.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        self.keys().iter().map(|held| held.id.clone()).collect()
    }

    /// Puts a fresh key at the end of the ring's file; it seals from now on. Returns its id.
    pub fn add(&self, random: &Random) -> Result<String, Failure> {
        let number = |line: &str| line.trim().split_once(' ')?.0.strip_prefix('k')?.parse::<usize>().ok();
        self.change(|text| {
            let next = text.lines().filter_map(number).max().unwrap_or_default() + 1;
            let end = if text.ends_with('\n') { "" } else { "\n" };
            format!("{text}{end}{}", fresh_line(next, random))
        })?;
        Ok(self.current())
    }

    /// Takes a key out of the ring's file. What is sealed with it can never be opened again; the key that seals stays.
    pub fn remove(&self, id: &str) -> Result<(), Failure> {
        if self.current() == id {
            return Err(Failure::InUse(id.to_owned()));
        }
        let is_it = |line: &&str| line.trim().split_once(' ').is_some_and(|(held, _)| held == id);
        self.change(|text| text.lines().filter(|line| !is_it(line)).flat_map(|line| [line, "\n"]).collect())
    }

    fn change(&self, to: impl Fn(&str) -> String) -> Result<(), Failure> {
        let file = self.0.file.as_deref().ok_or_else(|| Failure::Unreadable("it is kept in no file".to_owned()))?;
        file::change(file, to).map_err(unreadable)
    }

    /// The id of the key that a value was sealed with.
    #[must_use]
    pub fn key_of(sealed: &str) -> &str {
        sealed.split_once('.').map_or("", |(id, _)| id)
    }

    /// The value as text that says nothing without the ring.
    pub fn seal(&self, place: Place, plain: &str, random: &Random) -> Result<String, Failure> {
        let keys = self.keys();
        let held = keys.last().ok_or_else(|| Failure::KeyMissing(String::new()))?;
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
        let keys = self.keys();
        let held = keys.iter().find(|held| held.id == id).ok_or_else(|| Failure::KeyMissing(id.to_owned()))?;
        let decode = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Failure::Altered);
        let nonce: [u8; NONCE] = decode(nonce)?.try_into().map_err(|_| Failure::Altered)?;
        let (text, aad) = (decode(text)?, bound(place));
        let payload = Payload { msg: text.as_slice(), aad: aad.as_bytes() };
        let plain = cipher(held).decrypt(&XNonce::from(nonce), payload).map_err(|_| Failure::Altered)?;
        String::from_utf8(plain).map_err(|_| Failure::Altered)
    }
}

fn unreadable(why: std::io::Error) -> Failure {
    Failure::Unreadable(why.to_string())
}

fn parsed(text: &str) -> Result<Vec<Held>, Failure> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Vec<Held> = lines.map(held).collect::<Result<_, _>>()?;
    let ids: std::collections::BTreeSet<String> = keys.iter().map(|held| held.id.to_ascii_lowercase()).collect();
    match keys.len() {
        0 => Err(Failure::Unreadable("it is empty".to_owned())),
        many if ids.len() < many => Err(Failure::Unreadable("two keys have the same id".to_owned())),
        _ => Ok(keys),
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

    #[test]
    fn a_ring_whose_file_has_changed_is_read_again() {
        let (folder, random) = (tempfile::tempdir().unwrap(), Random::seeded(3));
        let file = folder.path().join("ring");
        let (server, keeper) = (KeyRing::beside(&file, &random).unwrap(), KeyRing::beside(&file, &random).unwrap());
        let old = server.seal(PLACE, "x", &random).unwrap();
        assert_eq!(keeper.add(&random).unwrap(), "k2");
        let new = keeper.seal(PLACE, "y", &random).unwrap();
        assert_eq!((server.open(PLACE, &old).unwrap(), server.open(PLACE, &new).unwrap()), ("x".to_owned(), "y".to_owned()));
        assert_eq!(KeyRing::key_of(&server.seal(PLACE, "z", &random).unwrap()), "k2");
        assert_eq!(keeper.remove("k2"), Err(Failure::InUse("k2".to_owned())));
        keeper.remove("k1").unwrap();
        assert_eq!(server.open(PLACE, &old), Err(Failure::KeyMissing("k1".to_owned())));
        std::fs::write(&file, "nonsense").unwrap();
        assert_eq!(server.open(PLACE, &new).unwrap(), "y");
    }

    #[cfg(unix)]
    #[test]
    fn the_file_of_the_ring_is_its_owners_alone_through_every_change() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, random) = (tempfile::tempdir().unwrap(), Random::seeded(3));
        let file = folder.path().join("ring");
        let ring = KeyRing::beside(&file, &random).unwrap();
        ring.add(&random).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn keys_that_are_added_at_once_are_all_kept_or_refused() {
        let (folder, random) = (tempfile::tempdir().unwrap(), Random::seeded(3));
        let file = folder.path().join("ring");
        let ring = KeyRing::beside(&file, &random).unwrap();
        let add = || (0..20).filter(|_| KeyRing::read(&file).unwrap().add(&random).is_ok()).count();
        let added: usize = std::thread::scope(|scope| {
            let all: Vec<_> = (0..4).map(|_| scope.spawn(add)).collect();
            all.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!(ring.ids().len(), added + 1, "no key was written over");
        ring.add(&random).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn ids_that_differ_by_case_alone_are_no_ring() {
        let line = fresh_line(1, &Random::seeded(1));
        assert!(KeyRing::parse(&format!("{line}{}", line.replace('k', "K"))).is_err());
    }
}
