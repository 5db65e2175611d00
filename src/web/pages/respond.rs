//! The pages around the questions: where a survey begins, where the answers are checked, where they have been sent, and the page
//! that interrupts with urgent help.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::Page;
use super::form::Field;
use super::invited::months;
use super::part::{Hidden, LanguageLink, LocalLine, grouped};

/// Why we ask, how long it takes, who sees it, and how to get help now.
#[derive(Debug, Clone, Serialize)]
pub struct Start {
    pub title: String,
    /// Why we ask, in the survey's own words. A general sentence stands in where there are none.
    pub purpose: Vec<String>,
    /// About how many minutes it takes.
    pub minutes: Option<u32>,
    /// Who sees the answers, where the survey says it differently from the general sentence.
    pub who_sees: Option<String>,
    /// How many days an unfinished draft is kept.
    pub expiry_days: u32,
    pub local_line: Option<LocalLine>,
    pub privacy_href: String,
    /// A draft begun on this device.
    pub draft: Option<Draft>,
    /// The receipt code, in groups, of answers sent from this device before.
    pub sent_before: Option<Vec<String>>,
    /// The languages of the survey.
    pub languages: Vec<LanguageLink>,
    /// True where the words in this language await a person's review.
    pub machine_drafted: bool,
    /// True where a personal link led here.
    pub invitation: bool,
    /// Where somebody says that they do not want to answer, who was asked to.
    pub decline: Option<String>,
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub copyright: Option<String>,
    /// The language of the survey's words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// A draft begun on this device.
#[derive(Debug, Clone, Serialize)]
pub struct Draft {
    /// The last day it is kept.
    pub until: Date,
    /// The page it goes on at.
    pub href: String,
}

impl Page for Start {
    const TEMPLATE: &'static str = "pages/respond/start.html";

    fn samples() -> Vec<Self> {
        let link = |tag: &str, name: &str, current| LanguageLink { tag: tag.into(), name: name.into(), href: "/s/sample".into(), current };
        let plain = Self {
            title: "How are things?".into(),
            purpose: Vec::new(),
            minutes: None,
            who_sees: None,
            expiry_days: 14,
            local_line: None,
            privacy_href: "/privacy".into(),
            draft: None,
            sent_before: None,
            languages: Vec::new(),
            machine_drafted: false,
            invitation: false,
            decline: None,
            action: "/s/sample".into(),
            hidden: Vec::new(),
            copyright: None,
            text_lang: None,
        };
        let full = Self {
            purpose: vec!["We want to know what helps.".into()],
            minutes: Some(5),
            who_sees: Some("Only the team at the clinic.".into()),
            local_line: Some(LocalLine::sample()),
            draft: Some(Draft { until: date(2026, 12, 6), href: "/s/sample/home".into() }),
            sent_before: Some(grouped("7K3P9XWQ2MNT")),
            languages: vec![link("en", "English", true), link("pl", "polski", false)],
            machine_drafted: true,
            invitation: true,
            decline: Some("/i/sample/decline".into()),
            hidden: vec![Hidden::new("token", "a<b")],
            copyright: Some("A Foundation".into()),
            text_lang: Some("en".into()),
            ..plain.clone()
        };
        vec![plain, full]
    }
}

/// Every answer with a way to change it, before anything is sent.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    pub survey: String,
    pub rows: Vec<CheckRow>,
    /// What the survey says after its last question.
    pub closing: Vec<String>,
    pub back: Option<String>,
    pub action: String,
    pub hidden: Vec<Hidden>,
    /// Where to save and finish later.
    pub later: Option<String>,
    /// The language of the survey's words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One question with its answer.
#[derive(Debug, Clone, Serialize)]
pub struct CheckRow {
    pub question: String,
    pub answer: CheckAnswer,
    /// The lines of a given answer.
    pub lines: Vec<String>,
    /// Where to change it.
    pub change: String,
}

/// How a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckAnswer {
    Given,
    Declined,
    NotProvided,
}

impl Page for Check {
    const TEMPLATE: &'static str = "pages/respond/check.html";

    fn samples() -> Vec<Self> {
        let row = |answer, lines: &[&str]| CheckRow {
            question: "Who helps you?".into(),
            answer,
            lines: lines.iter().map(|&line| line.into()).collect(),
            change: "/s/sample/help?check=1".into(),
        };
        let full = Self {
            survey: "How are things?".into(),
            rows: vec![
                row(CheckAnswer::Given, &["A friend", "My own\nwords"]),
                row(CheckAnswer::Declined, &[]),
                row(CheckAnswer::NotProvided, &[]),
            ],
            closing: vec!["Thank you for your time.".into()],
            back: Some("/s/sample/help".into()),
            action: "/s/sample/check".into(),
            hidden: vec![Hidden::new("key", "k")],
            later: Some("/s/sample/later".into()),
            text_lang: Some("en".into()),
        };
        vec![Self { closing: Vec::new(), back: None, later: None, text_lang: None, ..full.clone() }, full]
    }
}

/// The answers have been sent.
#[derive(Debug, Clone, Serialize)]
pub struct Done {
    /// The receipt code, in groups.
    pub receipt: Vec<String>,
    /// The receipt code, for the form.
    pub code: String,
    /// The month of birth, where somebody who has come back may see their own scores over time.
    pub month: Option<Field>,
    /// True where an answer asked for the page with urgent help, which is then repeated.
    pub flagged: bool,
    /// When the team that sees the answers is at work, where that is known.
    pub watch: Option<String>,
    pub local_line: Option<LocalLine>,
}

impl Page for Done {
    const TEMPLATE: &'static str = "pages/respond/done.html";

    fn samples() -> Vec<Self> {
        let plain = Self {
            receipt: grouped("7K3P9XWQ2MNT"),
            code: "7K3P9XWQ2MNT".into(),
            month: None,
            flagged: false,
            watch: None,
            local_line: None,
        };
        let [month, _] = months();
        let watch = Some("The team is at work until 17:00.".into());
        let local_line = Some(LocalLine::sample());
        vec![plain.clone(), Self { flagged: true, watch, ..plain.clone() }, Self { month: Some(month), flagged: true, local_line, ..plain }]
    }
}

/// Stands between an answer that may mean danger and the next question.
#[derive(Debug, Clone, Serialize)]
pub struct Urgent {
    pub local_line: Option<LocalLine>,
    /// When the team that sees the answers is at work, where that is known.
    pub watch: Option<String>,
    /// Where the survey goes on.
    pub continue_href: String,
}

impl Page for Urgent {
    const TEMPLATE: &'static str = "pages/respond/urgent.html";

    fn samples() -> Vec<Self> {
        let plain = Self { local_line: None, watch: None, continue_href: "/s/sample/next".into() };
        let watch = Some("The team is at work until 17:00.".into());
        vec![plain.clone(), Self { local_line: Some(LocalLine::sample()), watch, ..plain }]
    }
}
