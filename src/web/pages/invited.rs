//! The pages of a personal link beside its start page: coming back from another device, not wanting to answer, and nothing left
//! to answer.

use serde::Serialize;

use super::Page;
use super::form::{Choice, Field, Input};
use super::part::{FieldError, LocalLine};

/// Asks for the month of birth before what was begun on another device is opened.
#[derive(Debug, Clone, Serialize)]
pub struct CarryOn {
    pub survey: String,
    pub month: Field,
    /// What is wrong with the month.
    pub errors: Vec<FieldError>,
    /// The personal link itself: starting again begins there.
    pub link: String,
    pub local_line: Option<LocalLine>,
    /// The language of the title, where it is not the page's.
    pub text_lang: Option<String>,
}

/// An invented field for the month of birth, right and wrong.
pub(super) fn months() -> [Field; 2] {
    let options = Field::options("month", vec![Choice::new("", "Choose a month"), Choice::new("1", "January")], "1");
    let right = Field::new("month", "The month you were born in".into(), Input::Select { options });
    let wrong = Field { errors: vec![FieldError::new("month", "This is not the month we have.")], ..right.clone() };
    [right.hinted("So that nobody else sees your answers.".into()), wrong]
}

impl Page for CarryOn {
    const TEMPLATE: &'static str = "pages/invited/carry-on.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let sample = |month: Field| Self {
            survey: "How are things?".into(),
            errors: month.errors.clone(),
            month,
            link: "/i/sample".into(),
            local_line: Some(LocalLine::sample()),
            text_lang: Some("en".into()),
        };
        months().map(sample).to_vec()
    }
}

/// The choices of somebody who does not want to answer.
#[derive(Debug, Clone, Serialize)]
pub struct Decline {
    pub survey: String,
    pub choice: Field,
    /// What is wrong with the choice.
    pub errors: Vec<FieldError>,
    /// The personal link itself.
    pub link: String,
    /// The language of the title, where it is not the page's.
    pub text_lang: Option<String>,
}

impl Page for Decline {
    const TEMPLATE: &'static str = "pages/invited/decline.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let options = Field::options("declining", vec![Choice::new("not-now", "Not this time"), Choice::new("other", "Else")], "");
        let choice = Field::new("declining", "What should we do?".into(), Input::Radios { options });
        let wrong = vec![FieldError::new("declining", "Choose what we should do")];
        let (survey, link) = ("How are things?".into(), "/i/sample".into());
        let plain = Self { survey, choice, errors: Vec::new(), link, text_lang: Some("en".into()) };
        let choice = Field { errors: wrong.clone(), ..plain.choice.clone() };
        vec![plain.clone(), Self { errors: wrong, choice, ..plain }]
    }
}

/// Why there is nothing to answer, by the name its sentences go by: `ended-<kind>-heading` and `ended-<kind>-explain`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// They do not want to answer this time.
    Declined,
    /// They want no surveys about this care.
    NoSurveys,
    /// Something sad has happened: help is shown.
    Sorry,
    /// We have stopped asking.
    Stopped,
    /// The answers were taken back.
    Withdrawn,
}

/// Says that there is nothing to answer.
#[derive(Debug, Clone, Serialize)]
pub struct Ended {
    pub kind: Kind,
    /// Where somebody begins who has thought better of it.
    pub again: Option<String>,
    pub local_line: Option<LocalLine>,
}

impl Page for Ended {
    const TEMPLATE: &'static str = "pages/invited/ended.html";

    fn samples() -> Vec<Self> {
        let kinds = [Kind::Declined, Kind::NoSurveys, Kind::Sorry, Kind::Stopped, Kind::Withdrawn];
        let again = |kind| (kind == Kind::Declined).then(|| "/i/sample".to_owned());
        kinds.into_iter().map(|kind| Self { kind, again: again(kind), local_line: Some(LocalLine::sample()) }).collect()
    }
}
