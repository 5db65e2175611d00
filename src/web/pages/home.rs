//! The front page.

use serde::Serialize;

use super::Page;

/// What this is, the open surveys, and the doors for codes and staff.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    pub surveys: Vec<OpenSurvey>,
    /// True where an event has answered back.
    pub answered: bool,
}

/// A survey that anyone may answer.
#[derive(Debug, Clone, Serialize)]
pub struct OpenSurvey {
    pub href: String,
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub lang: Option<String>,
}

impl Page for Home {
    const TEMPLATE: &'static str = "pages/home.html";

    fn samples() -> Vec<Self> {
        let survey =
            |lang: Option<&str>| OpenSurvey { href: "/s/sample".into(), title: "How are things?".into(), lang: lang.map(Into::into) };
        vec![Self { surveys: vec![survey(None), survey(Some("en"))], answered: true }, Self { surveys: Vec::new(), answered: false }]
    }
}
