//! Passwords: what may be chosen, and argon2id, on permits of its own, so that a rush of sign-ins takes neither all memory
//! nor the database's threads.

mod breached;
mod strength;

use std::path::Path;
use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

pub use breached::Breached;

use crate::domain::access::password::{Fault, outline};

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    /// Checked when there is no such account, so that the answer takes as long as when there is.
    decoy: Arc<str>,
    breached: Option<Breached>,
}

/// A password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct Failure(String);

/// Why a password was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It may not be chosen.
    #[error("the password may not be chosen")]
    Fault(Fault),
    /// A fault of ours.
    #[error(transparent)]
    Failure(#[from] Failure),
}

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or_default())
}

/// Hashes a password with a fresh salt, as a PHC string.
pub fn hash(password: &str) -> Result<String, Failure> {
    argon2().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|why| Failure(why.to_string()))
}

fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Refuses what is too short, too long, easy to guess, or known from a breach.
fn judge(password: &str, own_words: &[String], breached: Option<&Breached>) -> Result<(), Fault> {
    outline(password, own_words)?;
    strength::strong(password, own_words)?;
    let known = breached.map_or(Ok(false), |list| list.has(password)).unwrap_or_else(|why| {
        tracing::error!(%why, "the list of breached passwords cannot be read; passwords are taken without it");
        false
    });
    if known { Err(Fault::Breached) } else { Ok(()) }
}

/// True when a hash was made with other parameters than hashes are made with now.
#[must_use]
pub fn needs_rehash(hash: &str) -> bool {
    !hash.starts_with(&format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$"))
}

impl Passwords {
    /// As many passwords at a time as there are processors.
    pub fn new() -> Result<Self, Failure> {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self { permits: Arc::new(Semaphore::new(processors)), decoy: hash("there is no such account")?.into(), breached: None })
    }

    /// The same, which refuse the passwords in that list.
    #[must_use]
    pub fn refusing(self, list: Option<&Path>) -> Self {
        Self { breached: list.map(Breached::at), ..self }
    }

    /// The hash of a password that may be chosen by somebody whose own words these are.
    pub async fn choose(&self, password: String, own_words: Vec<String>) -> Result<String, Refused> {
        let closing = || Failure("the program is ending".to_owned());
        let permit = self.permits.clone().acquire_owned().await.map_err(|_| closing())?;
        let breached = self.breached.clone();
        let choose = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            judge(&password, &own_words, breached.as_ref()).map_err(Refused::Fault)?;
            Ok(hash(&password)?)
        });
        choose.await.map_err(|_| closing())?
    }

    /// The hash of a password that was right, where the one kept was made with other parameters than today's.
    pub async fn renewed(&self, password: String, kept: &str) -> Option<String> {
        if !needs_rehash(kept) {
            return None;
        }
        let permit = self.permits.clone().acquire_owned().await.ok()?;
        let renew = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            hash(&password).ok()
        });
        renew.await.ok()?
    }

    /// True when the password belongs to the hash. With no hash it takes as long, and is false.
    pub async fn check(&self, password: String, hash: Option<String>) -> bool {
        let Ok(permit) = self.permits.clone().acquire_owned().await else { return false };
        let decoy = self.decoy.clone();
        let check = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let right = matches(&password, hash.as_deref().unwrap_or(&decoy));
            right && hash.is_some()
        });
        check.await.unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_of_other_parameters_is_made_anew() {
        let ours = hash("a long pass phrase").unwrap();
        assert!(!needs_rehash(&ours), "{ours}");
        for other in [
            ours.replace("m=19456", "m=8192"),
            ours.replace("t=2", "t=1"),
            ours.replace("p=1$", "p=4$"),
            ours.replace("argon2id", "argon2i"),
        ] {
            assert!(other != ours && needs_rehash(&other), "{other}");
        }
        assert!(needs_rehash("not a hash"));
    }

    #[test]
    fn a_hash_of_earlier_parameters_still_opens_with_its_password() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8192, 1, 1, None).unwrap());
        let earlier = weak.hash_password(b"a long pass phrase").unwrap().to_string();
        assert!(needs_rehash(&earlier) && matches("a long pass phrase", &earlier) && !matches("another", &earlier));
    }
}
