//! The pages that every page's foot links to. Their sentences are true of the software; what only the organisation knows it says
//! in its own notice, to which the privacy page links.

use serde::Serialize;

use super::Page;
use super::part::LocalLine;

/// Where to get help.
#[derive(Debug, Clone, Serialize)]
pub struct Help {
    pub local_line: Option<LocalLine>,
    /// How to reach the people who run the survey.
    pub contact: Option<String>,
}

impl Page for Help {
    const TEMPLATE: &'static str = "pages/statements/help.html";

    fn samples() -> Vec<Self> {
        let full = Self { local_line: Some(LocalLine::sample()), contact: Some("01632 960 100".into()) };
        vec![full, Self { local_line: None, contact: None }]
    }
}

/// What is kept about a person who answers.
#[derive(Debug, Clone, Serialize)]
pub struct Privacy {
    /// How many days an unfinished draft is kept.
    pub draft_days: u32,
    /// How to reach the people who run the survey.
    pub contact: Option<String>,
    /// The organisation's own privacy notice.
    pub notice: Option<String>,
}

impl Page for Privacy {
    const TEMPLATE: &'static str = "pages/statements/privacy.html";

    fn samples() -> Vec<Self> {
        let full = Self { draft_days: 14, contact: Some("01632 960 100".into()), notice: Some("https://example.org/privacy".into()) };
        vec![full, Self { draft_days: 1, contact: None, notice: None }]
    }
}

/// How far the pages can be used by everyone.
#[derive(Debug, Clone, Serialize)]
pub struct Accessibility {
    /// How to reach the people who run the survey.
    pub contact: Option<String>,
}

impl Page for Accessibility {
    const TEMPLATE: &'static str = "pages/statements/accessibility.html";

    fn samples() -> Vec<Self> {
        vec![Self { contact: Some("01632 960 100".into()) }, Self { contact: None }]
    }
}

/// Every cookie and what it is for.
#[derive(Debug, Clone, Serialize)]
pub struct Cookies {
    pub cookies: Vec<Cookie>,
}

/// One cookie.
#[derive(Debug, Clone, Serialize)]
pub struct Cookie {
    pub name: String,
    /// The sentence that says what it is for: `cookies-draft`, `cookies-language`, `cookies-session`.
    pub purpose_key: &'static str,
}

impl Page for Cookies {
    const TEMPLATE: &'static str = "pages/statements/cookies.html";

    fn samples() -> Vec<Self> {
        let cookie = |name: &str, purpose_key| Cookie { name: name.into(), purpose_key };
        vec![Self {
            cookies: vec![cookie("draft", "cookies-draft"), cookie("lang", "cookies-language"), cookie("session", "cookies-session")],
        }]
    }
}
