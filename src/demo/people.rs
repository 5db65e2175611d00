//! The people of the demo: where they live, how old they are, how well they are and how willing to answer. None of
//! them exists.

use crate::store::episodes::Person;
use crate::store::ids::{OrganisationId, PersonId};

use super::county::{County, Place};
use super::dice::{Dice, nearest};
use super::time::Ids;

/// A person.
#[derive(Debug, Clone)]
pub struct Someone {
    pub id: PersonId,
    pub born: i32,
    /// NHS person stated sex: 1 male, 2 female.
    pub sex: &'static str,
    pub home: Place,
    pub language: &'static str,
    /// In standard deviations; nobody is told.
    pub well: f64,
    /// Log odds of answering, over and above what age, place and language explain.
    pub willing: f64,
}

/// What a programme knows of the people it sees.
pub struct Sketch {
    /// The day on which they are of that age.
    pub on: i32,
    pub years: f64,
    pub women: f64,
    /// How much likelier people from deprived places are, in log odds for each decile.
    pub tilt: f64,
}

/// Languages people speak at home, with their weights in a place of middling deprivation.
const LANGUAGES: [(&str, f64); 5] = [("pl", 3.5), ("ro", 1.8), ("ur", 1.5), ("bn", 0.8), ("uk", 0.7)];

impl Someone {
    /// A person who fits the sketch.
    pub fn invent(county: &County, ids: &mut Ids, dice: &mut Dice, sketch: &Sketch) -> Option<Self> {
        let home = county.somewhere(sketch.tilt, dice)?;
        let deprived = 5.5 - f64::from(home.decile);
        let born = sketch.on - nearest(sketch.years * 365.25) - dice.between(0, 364);
        let sex = if dice.chance(sketch.women) { "2" } else { "1" };
        let others = LANGUAGES.iter().map(|(language, weight)| (*language, weight * (0.15 * deprived).exp()));
        let language = dice.pick(std::iter::once(("en", 91.0)).chain(others)).unwrap_or("en");
        let well = dice.normal() - 0.07 * deprived;
        Some(Self { id: PersonId(ids.next()), born, sex, home, language, well, willing: 0.7 * dice.normal() })
    }

    /// Age in whole years.
    #[must_use]
    pub fn age(&self, on: i32) -> i32 {
        nearest((f64::from(on - self.born) / 365.25).floor())
    }

    /// Log odds of answering next to an English-speaking person of fifty in a place of middling deprivation: deprived,
    /// younger and non-English-speaking people answer less often, and so do people who are doing badly.
    #[must_use]
    pub fn leaning_to_answer(&self, on: i32, well: f64) -> f64 {
        let affluent = f64::from(self.home.decile) - 5.5;
        let years = f64::from(self.age(on).clamp(16, 78));
        let foreign = if self.language == "en" { 0.0 } else { -0.8 };
        0.08 * affluent + 0.016 * (years - 50.0) + foreign + 0.3 * well + self.willing
    }

    /// The row of the person at one provider.
    #[must_use]
    pub fn row(&self, organisation_id: OrganisationId) -> Person {
        Person {
            organisation_id,
            id: self.id,
            birth_day: self.born,
            sex: self.sex.to_owned(),
            locality_id: Some(self.home.id),
            language: self.language.to_owned(),
            ..Person::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn young_deprived_unwell_and_non_english_people_answer_less_often() {
        let county = County::new(&mut Ids::from(0));
        let sketch = Sketch { on: 20_000, years: 50.0, women: 0.5, tilt: 0.0 };
        let one = Someone::invent(&county, &mut Ids::from(0), &mut Dice::new(3), &sketch).unwrap();
        let base = Someone { language: "en", home: Place { decile: 6, ..one.home }, ..one };
        let leaning = |someone: &Someone, well| someone.leaning_to_answer(20_000, well);
        assert!(leaning(&Someone { born: base.born + 9000, ..base.clone() }, 0.0) < leaning(&base, 0.0));
        assert!(leaning(&Someone { home: Place { decile: 1, ..base.home }, ..base.clone() }, 0.0) < leaning(&base, 0.0));
        assert!(leaning(&Someone { language: "pl", ..base.clone() }, 0.0) < leaning(&base, 0.0));
        assert!(leaning(&base, -1.0) < leaning(&base, 0.0));
    }
}
