//! Slows down those who guess codes. Only wrong codes count, so a room of people behind one address who type their own
//! codes are never held up.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use governor::clock::QuantaClock;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::clock::Moment;

/// How long an address waits when it has tried too many wrong codes.
const WAIT_SECONDS: i64 = 60;

/// Wrong codes by network address.
pub struct Tries {
    wrong: RateLimiter<IpAddr, HashMapStateStore<IpAddr>, QuantaClock>,
    waiting: Mutex<HashMap<IpAddr, Moment>>,
}

impl Tries {
    /// Allows that many wrong codes a minute from one address.
    #[must_use]
    pub fn per_minute(most: u32) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(most).unwrap_or(NonZeroU32::MIN));
        Self { wrong: RateLimiter::hashmap(quota), waiting: Mutex::new(HashMap::new()) }
    }

    /// True while the address must wait.
    pub fn must_wait(&self, address: IpAddr, now: Moment) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, until| *until > now);
        waiting.contains_key(&address)
    }

    /// Counts a wrong code.
    pub fn count(&self, address: IpAddr, now: Moment) {
        if self.wrong.check_key(&address).is_err() {
            self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(address, now.plus_seconds(WAIT_SECONDS));
        }
        self.wrong.retain_recent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_wrong_codes_make_one_address_wait_and_no_other() {
        let tries = Tries::per_minute(3);
        let (one, other) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let now = Moment::from_micros(0);
        for _ in 0..4 {
            tries.count(one, now);
        }
        assert!(tries.must_wait(one, now));
        assert!(!tries.must_wait(other, now));
        assert!(!tries.must_wait(one, now.plus_seconds(61)));
    }
}
