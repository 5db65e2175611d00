//! The pages of coming to an event, beside its start page: where the code is typed, and what is said where it leads nowhere yet,
//! no more, or a second time.

use actix_web::http::StatusCode;
use serde::Serialize;

use super::Page;
use super::part::{FieldError, Hidden, LocalLine, grouped};

/// Where the code of an event is typed.
#[derive(Debug, Clone, Serialize)]
pub struct Join {
    /// What was typed, kept when it is wrong.
    pub code: String,
    /// What is wrong with it, at the field `code`.
    pub errors: Vec<FieldError>,
}

impl Page for Join {
    const TEMPLATE: &'static str = "pages/join/code.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let wrong = vec![FieldError::new("code", "No event has this code")];
        vec![Self { code: String::new(), errors: Vec::new() }, Self { code: "34\"679".into(), errors: wrong }]
    }
}

/// Many wrong codes came from one phone.
#[derive(Debug, Clone, Serialize)]
pub struct TooMany {}

impl Page for TooMany {
    const TEMPLATE: &'static str = "pages/join/too-many.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

/// Why an event takes no answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    NotYet,
    Closed,
    CalledOff,
    /// There is nothing to answer.
    Nothing,
}

impl Why {
    /// What programs are told: gone is what does not come back.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotYet | Self::Nothing => StatusCode::OK,
            Self::Closed | Self::CalledOff => StatusCode::GONE,
        }
    }
}

/// An event that takes no answers now.
#[derive(Debug, Clone, Serialize)]
pub struct NotOpen {
    pub title: String,
    pub why: Why,
    /// From when it takes them, or until when it did.
    pub at: Option<String>,
    pub when: String,
    pub place: String,
    /// How to reach those who hold it.
    pub contact: String,
    /// True where somebody was about to send something, and it was too late; only where the event is closed or called off.
    pub unsent: bool,
    /// The same page.
    pub again: String,
    pub local_line: Option<LocalLine>,
}

impl Page for NotOpen {
    const TEMPLATE: &'static str = "pages/join/not-open.html";

    fn samples() -> Vec<Self> {
        let page = |why: Why| Self {
            title: "Carers at the library".into(),
            why,
            at: matches!(why, Why::NotYet | Why::Closed).then(|| "22 November 2026, 10:00".into()),
            when: "22 November 2026, 10:00 to 12:00".into(),
            place: "Fenmarch Library".into(),
            contact: "01632 960 150".into(),
            unsent: matches!(why, Why::Closed | Why::CalledOff),
            again: "/e/34679A".into(),
            local_line: Some(LocalLine::sample()),
        };
        [Why::NotYet, Why::Closed, Why::CalledOff, Why::Nothing].map(page).to_vec()
    }
}

/// A phone that has sent answers comes to the event again.
#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    pub title: String,
    /// The receipt code, in groups, as long as the phone shows it.
    pub receipt: Option<Vec<String>>,
    /// Where somebody else begins.
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub local_line: Option<LocalLine>,
}

impl Page for Answered {
    const TEMPLATE: &'static str = "pages/join/answered.html";

    fn samples() -> Vec<Self> {
        let plain = Self {
            title: "Carers at the library".into(),
            receipt: None,
            action: "/e/34679A".into(),
            hidden: vec![Hidden::new("another", "1")],
            local_line: None,
        };
        vec![plain.clone(), Self { receipt: Some(grouped("7K3P9XWQ2MNT")), local_line: Some(LocalLine::sample()), ..plain }]
    }
}

/// Somebody with a personal link has answered.
#[derive(Debug, Clone, Serialize)]
pub struct LinkAnswered {
    pub title: String,
    /// Where somebody else comes in.
    pub again: String,
    pub local_line: Option<LocalLine>,
}

impl Page for LinkAnswered {
    const TEMPLATE: &'static str = "pages/join/link-answered.html";

    fn samples() -> Vec<Self> {
        vec![Self { title: "Carers at the library".into(), again: "/e/34679A".into(), local_line: Some(LocalLine::sample()) }]
    }
}

/// A phone that keeps no cookies cannot carry on from one page to the next.
#[derive(Debug, Clone, Serialize)]
pub struct NoCookies {
    /// Where it may try again.
    pub action: String,
    pub hidden: Vec<Hidden>,
    /// How to reach those who hold the event.
    pub contact: String,
}

impl Page for NoCookies {
    const TEMPLATE: &'static str = "pages/join/no-cookies.html";

    fn samples() -> Vec<Self> {
        let hidden = vec![Hidden::new("another", "1")];
        vec![Self { action: "/e/34679A".into(), hidden, contact: "01632 960 150".into() }]
    }
}
