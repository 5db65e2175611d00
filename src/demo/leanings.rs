//! How the people of the demo lean when a built-in survey asks them: for each option of a question, how many in a
//! hundred or so would choose it, and how that changes with how well they are.
//!
//! The proportions are invented. They look like a county, and they are not evidence about any.

/// One option: its code, its weight for somebody of middling wellbeing, and how the log of the weight grows with wellbeing.
pub type Leaning = (&'static str, f64, f64);

/// The leanings of a question, by linkId. Questions that are not here follow the scores of their options, or none.
const LEANINGS: [(&str, &[Leaning]); 20] = [
    ("accommodation-type", ACCOMMODATION),
    ("tenure", &[("yes", 55.0, 0.2), ("no", 30.0, -0.3), ("unknown", 15.0, 0.0)]),
    (
        "risk-of-losing",
        &[
            ("no", 62.0, 0.4),
            ("maybe", 18.0, -0.2),
            ("likely", 6.0, -0.5),
            ("notice", 3.0, -0.6),
            ("unknown", 8.0, 0.0),
            ("not-applicable", 3.0, 0.0),
        ],
    ),
    ("employment-status", EMPLOYMENT),
    ("weekly-hours", &[("01", 45.0, 0.2), ("02", 35.0, 0.0), ("03", 15.0, -0.1), ("04", 5.0, -0.2)]),
    ("wish-to-work", &[("now", 22.0, 0.3), ("later", 33.0, 0.0), ("no", 28.0, -0.1), ("unsure", 17.0, -0.1)]),
    (
        "where-now",
        &[
            ("home", 78.0, 0.35),
            ("family", 6.0, 0.0),
            ("extra-care", 4.0, 0.0),
            ("hospital", 4.0, -0.6),
            ("care-home-short", 3.0, -0.4),
            ("care-home", 4.5, -0.6),
            ("other", 0.5, 0.0),
        ],
    ),
    ("falls", &[("none", 60.0, 0.4), ("one", 22.0, -0.1), ("two-or-more", 14.0, -0.5), ("unknown", 4.0, 0.0)]),
    ("smoking", &[("current", 9.0, -0.4), ("stopped", 16.0, 0.0), ("never", 75.0, 0.2)]),
    ("self-harm", &[("no", 97.4, 0.3), ("sometimes", 1.7, -0.7), ("often", 0.3, -0.9)]),
    (
        "how-was-it",
        &[("excellent", 30.0, 0.4), ("good", 42.0, 0.2), ("all-right", 20.0, -0.1), ("not-good", 6.0, -0.4), ("bad", 2.0, -0.6)],
    ),
    ("about.sex", &[("female", 1.0, 0.0)]),
    ("about.gender", &[("same", 98.6, 0.0), ("different", 0.6, 0.0)]),
    ("about.ethnic-group", ETHNIC_GROUPS),
    ("about.disability", &[("limited-a-lot", 24.0, -0.5), ("limited-a-little", 28.0, -0.2), ("not-limited", 14.0, 0.1), ("no", 34.0, 0.4)]),
    ("about.unpaid-carer", &[("yes", 14.0, 0.0), ("no", 86.0, 0.0)]),
    ("after-hospital", &[("true", 88.0, -0.2), ("false", 12.0, 0.2)]),
    ("about.more", &[("true", 58.0, 0.1), ("false", 42.0, 0.0)]),
    (OLDER_EMPLOYMENT, &[("08", 82.0, 0.0), ("01", 6.0, 0.4), ("04", 5.0, -0.3), ("07", 5.0, 0.3), ("05", 2.0, 0.0)]),
    (CARER, &[("yes", 100.0, 0.0)]),
];

/// What people over the state pension age do: looked up in the place of `employment-status`.
pub const OLDER_EMPLOYMENT: &str = "employment-status of older people";
/// What carers say of themselves: looked up in the place of `about.unpaid-carer`.
pub const CARER: &str = "about.unpaid-carer of carers";

const ACCOMMODATION: &[Leaning] = &[
    ("01", 17.0, 0.25),
    ("02", 25.0, 0.1),
    ("03", 18.0, 0.1),
    ("04", 16.0, 0.1),
    ("05", 3.0, 0.0),
    ("06", 3.0, 0.2),
    ("07", 0.6, 0.1),
    ("08", 0.8, 0.0),
    ("11", 5.0, 0.0),
    ("09", 2.0, -0.1),
    ("10", 1.2, -0.1),
    ("15", 2.5, -0.6),
    ("14", 2.6, -0.9),
    ("19", 3.6, -0.7),
    ("16", 0.8, -0.8),
    ("18", 2.0, -0.9),
    ("17", 0.6, -0.8),
    ("13", 0.3, -0.7),
    ("12", 0.9, -1.0),
    ("20", 1.8, -0.6),
    ("21", 0.6, -0.5),
    ("98", 1.0, 0.0),
    ("99", 0.8, 0.0),
];

const EMPLOYMENT: &[Leaning] = &[
    ("01", 21.0, 0.55),
    ("02", 14.0, 0.0),
    ("03", 7.0, 0.2),
    ("04", 36.0, -0.5),
    ("05", 7.0, 0.0),
    ("06", 5.0, -0.2),
    ("07", 3.0, 0.2),
    ("08", 3.0, 0.0),
    ("UU", 2.0, 0.0),
];

const ETHNIC_GROUPS: &[Leaning] = &[
    ("1", 1.1, 0.0),
    ("2", 0.7, 0.0),
    ("3", 2.4, 0.0),
    ("4", 2.9, 0.0),
    ("5", 1.5, 0.0),
    ("6", 2.1, 0.0),
    ("7", 1.0, 0.0),
    ("8", 0.5, 0.0),
    ("9", 0.8, 0.0),
    ("10", 0.4, 0.0),
    ("11", 0.9, 0.0),
    ("12", 0.8, 0.0),
    ("13", 76.0, 0.0),
    ("14", 0.9, 0.0),
    ("15", 0.2, 0.0),
    ("16", 0.2, 0.0),
    ("17", 6.0, 0.0),
    ("18", 0.6, 0.0),
    ("19", 1.4, 0.0),
];

/// How the people asked differ on a question whose options score: above 0, more of them choose the better options.
const EASE: [(&str, f64); 10] = [
    ("adl.wash", -0.2),
    ("adl.toilet", 0.7),
    ("adl.move", 0.5),
    ("adl.stairs", -0.6),
    ("adl.shopping", -0.8),
    ("rest", -0.9),
    ("worry", -0.3),
    ("bonding", 0.8),
    ("occupation", -0.6),
    ("safety", 0.7),
];

/// Words people leave behind at events.
pub const REMARKS: [&str; 12] = [
    "Please hold the next one in the evening, I work until five.",
    "The room was cold and the microphone did not work at the back.",
    "More time for questions, less time for slides.",
    "I would like to hear in the spring what became of what we said today.",
    "A bus that stops nearer would let my neighbours come too.",
    "Somebody should explain the short forms that everybody uses.",
    "It was good to sit at a table with a nurse and a councillor.",
    "Waiting without hearing anything is the worst part. A short call would do.",
    "Ask the young people as well, there was nobody under thirty.",
    "Could you send the papers a week before?",
    "My daughter translated for me. An interpreter would have been better.",
    "Nothing. Thank you for the tea.",
];

/// The leanings on one question, if there are any.
#[must_use]
pub fn of(question: &str) -> Option<&'static [Leaning]> {
    LEANINGS.iter().find(|(link_id, _)| *link_id == question).map(|(_, leanings)| *leanings)
}

/// How much easier than others a question is, in log odds.
#[must_use]
pub fn ease(question: &str) -> f64 {
    EASE.iter().find(|(link_id, _)| *link_id == question).map_or(0.0, |(_, ease)| *ease)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue;
    use crate::domain::survey::Kind;

    #[test]
    fn people_lean_only_towards_options_that_a_built_in_survey_has() {
        let mut known: BTreeSet<(String, String)> = BTreeSet::new();
        for (_, source) in catalogue::built_in() {
            let definition = catalogue::parse(&source).unwrap().definition;
            for item in definition.walk() {
                let codes = item.options().iter().map(|option| option.coding.code.clone());
                let truths = ["true", "false"].map(str::to_owned).into_iter().filter(|_| item.kind == Kind::Boolean);
                known.extend(codes.chain(truths).map(|code| (item.link_id.to_string(), code)));
            }
        }
        for (question, leanings) in LEANINGS {
            let asked = question.split(" of ").next().unwrap_or(question).to_owned();
            for (code, ..) in leanings {
                assert!(known.contains(&(asked.clone(), (*code).to_owned())), "{asked} has no option {code}");
            }
        }
        for (question, _) in EASE {
            assert!(known.iter().any(|(asked, _)| asked == question), "nothing asks {question}");
        }
    }
}
