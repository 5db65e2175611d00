//! Age in whole years, and the bands that people are counted in.

use jiff::civil::Date;

use super::channel::codes;

codes! {
    /// The bands of age in which people are counted. They join up with those that people choose from when they say their age.
    Band {
        /// Under 18.
        Under18 = "00-17",
        /// 18 to 24.
        From18 = "18-24",
        /// 25 to 34.
        From25 = "25-34",
        /// 35 to 44.
        From35 = "35-44",
        /// 45 to 54.
        From45 = "45-54",
        /// 55 to 64.
        From55 = "55-64",
        /// 65 to 74.
        From65 = "65-74",
        /// 75 to 84.
        From75 = "75-84",
        /// 85 and over.
        From85 = "85",
    }
}

impl Band {
    /// The youngest age in it.
    #[must_use]
    pub const fn youngest(self) -> i16 {
        match self {
            Self::Under18 => 0,
            Self::From18 => 18,
            Self::From25 => 25,
            Self::From35 => 35,
            Self::From45 => 45,
            Self::From55 => 55,
            Self::From65 => 65,
            Self::From75 => 75,
            Self::From85 => 85,
        }
    }

    /// The band an age lies in. An age below nought, of somebody not yet born, lies in the first.
    #[must_use]
    pub fn of(age: i16) -> Self {
        Self::ALL.iter().rev().copied().find(|band| age >= band.youngest()).unwrap_or(Self::Under18)
    }

    /// The band in which all these ages lie, where one does.
    #[must_use]
    pub fn around((youngest, oldest): (i16, i16)) -> Option<Self> {
        Some(Self::of(youngest)).filter(|band| *band == Self::of(oldest))
    }
}

/// Age in whole years. Who was born on 29 February grows older on 1 March where there is no such day.
#[must_use]
pub fn years(born: Date, on: Date) -> i16 {
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    on.year() - born.year() - i16::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_is_full_on_the_birthday_and_not_before() {
        let born = date(2000, 2, 29);
        assert_eq!((years(born, date(2026, 2, 28)), years(born, date(2026, 3, 1)), years(born, date(2028, 2, 29))), (25, 26, 28));
    }

    #[test]
    fn every_age_has_one_band() {
        assert_eq!(
            [-1, 0, 17, 18, 64, 65, 84, 85, 120].map(|age| Band::of(age).code()),
            ["00-17", "00-17", "00-17", "18-24", "55-64", "65-74", "75-84", "85", "85"]
        );
        assert!(Band::ALL.windows(2).all(|two| matches!(two, [one, next] if one.youngest() < next.youngest())));
    }

    #[test]
    fn ages_that_reach_over_a_band_have_none() {
        assert_eq!(
            (Band::around((65, 69)), Band::around((60, 69)), Band::around((85, i16::MAX))),
            (Some(Band::From65), None, Some(Band::From85))
        );
    }
}
