//! Chance as an argument: tokens nobody can guess, and row ids that grow with time.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use data_encoding::BASE64URL_NOPAD;
use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};

use crate::clock::Clock;

/// 2020-01-01 UTC in microseconds: row ids count from here.
const EPOCH: i64 = 1_577_836_800_000_000;

/// Where chance comes from.
#[derive(Clone)]
pub struct Random {
    source: Arc<Mutex<StdRng>>,
    last_id: Arc<AtomicI64>,
}

impl Random {
    /// Chance seeded by the operating system.
    ///
    /// # Panics
    /// Never; an operating system that has no randomness is an error.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the operating system")]
    pub fn system() -> Result<Self, getrandom::Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        Ok(Self::from_seed(seed))
    }

    /// The same chance every time; for tests and for seeding.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        let mut bytes = [0; 32];
        for (byte, given) in bytes.iter_mut().zip(seed.to_le_bytes()) {
            *byte = given;
        }
        Self::from_seed(bytes)
    }

    fn from_seed(seed: [u8; 32]) -> Self {
        Self { source: Arc::new(Mutex::new(StdRng::from_seed(seed))), last_id: Arc::new(AtomicI64::new(0)) }
    }

    /// That many random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        let mut source = self.source.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        source.fill_bytes(&mut bytes);
        bytes
    }

    /// A token of 256 random bits, as text that is safe in a cookie or an address.
    #[must_use]
    pub fn token(&self) -> String {
        BASE64URL_NOPAD.encode(&self.bytes::<32>())
    }

    /// A row id: grows with time, never twice from one process, and needs no sequence in the database,
    /// so that tables can be spread over machines.
    #[must_use]
    pub fn id(&self, clock: &Clock) -> i64 {
        let [low, high] = self.bytes::<2>();
        let fresh = ((clock.now().micros() - EPOCH).max(0) << 12) | (i64::from(u16::from_le_bytes([low, high])) & 0xfff);
        let mut last = self.last_id.load(Ordering::Relaxed);
        loop {
            let next = fresh.max(last + 1);
            match self.last_id.compare_exchange_weak(last, next, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return next,
                Err(seen) => last = seen,
            }
        }
    }
}

impl Random {
    /// A row id that tells nothing of when it was made: by chance alone.
    #[must_use]
    pub fn timeless_id(&self) -> i64 {
        i64::from_le_bytes(self.bytes()) & i64::MAX
    }
}

impl std::fmt::Debug for Random {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Random")
    }
}
