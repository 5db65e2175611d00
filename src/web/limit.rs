//! Slows down those who guess codes. Only wrong codes count, so a room of people behind one address who type their own
//! codes are never held up.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
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
        waiting.contains_key(&network(address))
    }

    /// Counts a wrong code.
    pub fn count(&self, address: IpAddr, now: Moment) {
        let address = network(address);
        if self.wrong.check_key(&address).is_err() {
            self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(address, now.plus_seconds(WAIT_SECONDS));
        }
        self.wrong.retain_recent();
    }
}

/// What counts as one address: with IPv6, the 64 bits that one line is given, for whoever has a line has all the others of it.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
        v4 @ IpAddr::V4(_) => v4,
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

    #[test]
    fn all_addresses_of_one_line_wait_together() {
        let (tries, now) = (Tries::per_minute(3), Moment::from_micros(0));
        let at = |last: u16| IpAddr::from([0x2001, 0xdb8, 0, 7, 0, 0, 0, last]);
        (1..=4).for_each(|last| tries.count(at(last), now));
        assert!(tries.must_wait(at(9), now));
        assert!(!tries.must_wait(IpAddr::from([0x2001, 0xdb8, 0, 8, 0, 0, 0, 1]), now));
    }
}
