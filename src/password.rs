//! Passwords: argon2id, on permits of its own, so that a rush of sign-ins takes neither all memory nor the database's
//! threads.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    /// Checked when there is no such account, so that the answer takes as long as when there is.
    decoy: Arc<str>,
}

/// A password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct Failure(String);

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(MEMORY_KIB, PASSES, 1, None).unwrap_or_default())
}

/// Hashes a password with a fresh salt, as a PHC string.
pub fn hash(password: &str) -> Result<String, Failure> {
    argon2().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|why| Failure(why.to_string()))
}

fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
}

impl Passwords {
    /// As many passwords at a time as there are processors.
    pub fn new() -> Result<Self, Failure> {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self { permits: Arc::new(Semaphore::new(processors)), decoy: hash("there is no such account")?.into() })
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
