//! Slows down those who guess codes. Only wrong codes count, and by the kind of browser as well as by the address, so that one
//! person who mistypes in a village hall does not hold up the whole room.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use governor::clock::QuantaClock;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::clock::Moment;

/// How long those wait who have tried too many wrong codes.
const WAIT_SECONDS: i64 = 60;

/// How many times as many wrong codes may come from one address as from one kind of browser there.
const CROWD: u32 = 20;

type Limiter = RateLimiter<Guesser, HashMapStateStore<Guesser>, QuantaClock>;

/// Who is counted: a kind of browser at an address, or with no kind everybody there.
type Guesser = (IpAddr, Option<String>);

/// Wrong codes by whom they come from.
pub struct Tries {
    kinds: Limiter,
    crowds: Limiter,
    waiting: Mutex<HashMap<Guesser, Moment>>,
}

impl Tries {
    /// Allows that many wrong codes a minute from one kind of browser at one address.
    #[must_use]
    pub fn per_minute(most: u32) -> Self {
        let limiter = |most: u32| RateLimiter::hashmap(Quota::per_minute(NonZeroU32::new(most).unwrap_or(NonZeroU32::MIN)));
        Self { kinds: limiter(most), crowds: limiter(most.saturating_mul(CROWD)), waiting: Mutex::new(HashMap::new()) }
    }

    /// True while that kind of browser must wait at that address.
    pub fn must_wait(&self, address: IpAddr, kind: &str, now: Moment) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, until| *until > now);
        let address = network(address);
        waiting.contains_key(&(address, Some(kind.to_owned()))) || waiting.contains_key(&(address, None))
    }

    /// Counts a wrong code.
    pub fn count(&self, address: IpAddr, kind: &str, now: Moment) {
        let address = network(address);
        for (limiter, guesser) in [(&self.kinds, (address, Some(kind.to_owned()))), (&self.crowds, (address, None))] {
            if limiter.check_key(&guesser).is_err() {
                self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(guesser, now.plus_seconds(WAIT_SECONDS));
            }
            limiter.retain_recent();
        }
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
            tries.count(one, "Safari, iPhone", now);
        }
        assert!(tries.must_wait(one, "Safari, iPhone", now));
        assert!(!tries.must_wait(other, "Safari, iPhone", now));
        assert!(!tries.must_wait(one, "Safari, iPhone", now.plus_seconds(61)));
    }

    #[test]
    fn who_mistypes_in_a_hall_holds_up_nobody_with_another_phone_until_a_crowd_does() {
        let tries = Tries::per_minute(3);
        let (hall, now) = (IpAddr::from([192, 0, 2, 1]), Moment::from_micros(0));
        (0..4).for_each(|_| tries.count(hall, "Safari, iPhone", now));
        assert!(tries.must_wait(hall, "Safari, iPhone", now) && !tries.must_wait(hall, "Chrome, Android", now));
        (0..60).for_each(|kind| tries.count(hall, &kind.to_string(), now));
        assert!(tries.must_wait(hall, "Chrome, Android", now), "who changes its name with every guess is slowed too");
    }

    #[test]
    fn all_addresses_of_one_line_wait_together() {
        let (tries, now) = (Tries::per_minute(3), Moment::from_micros(0));
        let at = |last: u16| IpAddr::from([0x2001, 0xdb8, 0, 7, 0, 0, 0, last]);
        (1..=4).for_each(|last| tries.count(at(last), "", now));
        assert!(tries.must_wait(at(9), "", now));
        assert!(!tries.must_wait(IpAddr::from([0x2001, 0xdb8, 0, 8, 0, 0, 0, 1]), "", now));
    }
}
