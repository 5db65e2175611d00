//! The pages of staff who enter answers for somebody.

use serde::Serialize;

use super::Page;
use super::part::{LocalLine, grouped};

/// Nothing can be entered any more.
#[derive(Debug, Clone, Serialize)]
pub struct Over {
    pub name: String,
    /// The title of the survey.
    pub survey: String,
    /// `answered` or `closed`.
    pub why: String,
    /// The page of the person.
    pub back: String,
}

impl Page for Over {
    const TEMPLATE: &'static str = "pages/entry/over.html";

    fn samples() -> Vec<Self> {
        let over = |why: &str| Self {
            name: "Zofia Nowak".into(),
            survey: "Work and what you do".into(),
            why: why.into(),
            back: "/provider/people/7".into(),
        };
        vec![over("answered"), over("closed")]
    }
}

/// What was entered has been sent.
#[derive(Debug, Clone, Serialize)]
pub struct Sent {
    /// Whose answers they are; nothing where no name is kept.
    pub name: Option<String>,
    /// The receipt code, in groups.
    pub receipt: Vec<String>,
    /// True while the person is there to hear the code.
    pub aloud: bool,
    /// True where an answer calls for help.
    pub flagged: bool,
    pub local_line: Option<LocalLine>,
    /// The page of the person.
    pub back: String,
}

impl Page for Sent {
    const TEMPLATE: &'static str = "pages/entry/sent.html";

    fn samples() -> Vec<Self> {
        let plain = Self {
            name: Some("Zofia Nowak".into()),
            receipt: grouped("7K3P9XWQ2MNT"),
            aloud: true,
            flagged: false,
            local_line: None,
            back: "/provider/people/7".into(),
        };
        let flagged = Self { flagged: true, local_line: Some(LocalLine::sample()), ..plain.clone() };
        vec![plain.clone(), flagged, Self { name: None, aloud: false, ..plain }]
    }
}
