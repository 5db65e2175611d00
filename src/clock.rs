//! Time as an argument. Nothing else in Saywell reads the clock of the machine.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// An instant, in whole microseconds since 1970-01-01 UTC: what both databases keep exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// The instant that many microseconds after 1970-01-01 UTC.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Seconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// The instant so many seconds later (or earlier, when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// The instant so many days of 24 hours later.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days.saturating_mul(86_400))
    }

    /// The calendar date in that time zone.
    #[must_use]
    pub fn date(self, zone: &TimeZone) -> Date {
        self.zoned(zone).date()
    }

    /// The date and the time of day in that time zone.
    #[must_use]
    pub fn zoned(self, zone: &TimeZone) -> jiff::Zoned {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).fmt(f)
    }
}

/// Where the time comes from.
#[derive(Clone)]
pub struct Clock {
    source: Arc<dyn Fn() -> Moment + Send + Sync>,
    zone: TimeZone,
}

impl Clock {
    /// The clock of the machine; dates are those of `zone`.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
    pub fn system(zone: TimeZone) -> Self {
        Self { source: Arc::new(|| Moment(Timestamp::now().as_microsecond())), zone }
    }

    /// A clock that always says the same; for tests and for seeding.
    #[must_use]
    pub fn fixed(at: Moment, zone: TimeZone) -> Self {
        Self { source: Arc::new(move || at), zone }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.source)()
    }

    /// Today's date where the service is.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().date(&self.zone)
    }

    /// The time zone of the service.
    #[must_use]
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}
