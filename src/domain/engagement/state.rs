//! How far an event is, as far as answers go.

use crate::domain::care::channel::codes;

codes! {
    /// Whether an event takes answers.
    State {
        /// Not yet.
        Planned = "planned",
        /// Now.
        Open = "open",
        /// No more.
        Closed = "closed",
        /// It does not take place.
        CalledOff = "called-off",
    }
}

impl State {
    /// The state at a moment; all in microseconds since 1970.
    #[must_use]
    pub const fn at(now: i64, opens_at: i64, closes_at: i64, called_off_at: Option<i64>) -> Self {
        match called_off_at {
            Some(_) => Self::CalledOff,
            None if now < opens_at => Self::Planned,
            None if now < closes_at => Self::Open,
            None => Self::Closed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_taken_from_the_first_moment_to_before_the_last() {
        let at = |now| State::at(now, 10, 20, None);
        assert_eq!([at(9), at(10), at(19), at(20)], [State::Planned, State::Open, State::Open, State::Closed]);
        assert_eq!(State::at(15, 10, 20, Some(5)), State::CalledOff);
    }
}
