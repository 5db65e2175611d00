//! The pages around the questions: where a survey begins, where the answers are checked, and the page that interrupts with urgent
//! help.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::Page;
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
    /// The event whose survey it is.
    pub event: Option<Occasion>,
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

/// The event that a survey belongs to.
#[derive(Debug, Clone, Serialize)]
pub struct Occasion {
    /// Day and times.
    pub when: String,
    pub place: String,
    /// Day and time until which answers can be sent.
    pub until: String,
    /// Who holds it.
    pub holder: String,
    /// How to reach them.
    pub contact: String,
}

impl Occasion {
    /// An invented event.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            when: "22 November 2026, 10:00 to 12:00".into(),
            place: "Fenmarch Library, Market Street".into(),
            until: "6 December 2026, 12:00".into(),
            holder: "Fenmarch & Dale Partnership".into(),
            contact: "Engagement team, 01632 960 150".into(),
        }
    }
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
            event: None,
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
        let held = Self { event: Some(Occasion::sample()), minutes: Some(5), ..plain.clone() };
        let begun = Self { draft: full.draft.clone(), ..held.clone() };
        vec![plain, full, held, begun]
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
