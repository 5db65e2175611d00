//! The pages of a shared tablet, and the list of tablets that staff see.

use serde::Serialize;

use super::Page;
use super::part::{Hidden, LanguageLink, LocalLine, grouped};

/// Where everybody begins.
#[derive(Debug, Clone, Serialize)]
pub struct Start {
    pub title: String,
    /// Why we ask, in the survey's own words. A general sentence stands in where there are none.
    pub purpose: Vec<String>,
    /// About how many minutes it takes.
    pub minutes: Option<u32>,
    pub local_line: Option<LocalLine>,
    /// The languages of the survey.
    pub languages: Vec<LanguageLink>,
    /// True where the words in this language await a person's review.
    pub machine_drafted: bool,
    /// True while staff are signed in on the device: then nobody begins on it.
    pub is_staff: bool,
    pub action: String,
    pub copyright: Option<String>,
    /// The language of the survey's words, where it is not the page's.
    pub text_lang: Option<String>,
}

impl Page for Start {
    const TEMPLATE: &'static str = "pages/kiosk/start.html";

    fn samples() -> Vec<Self> {
        let link = |tag: &str, name: &str, current| LanguageLink { tag: tag.into(), name: name.into(), href: "/language".into(), current };
        let plain = Self {
            title: "How are things?".into(),
            purpose: Vec::new(),
            minutes: None,
            local_line: None,
            languages: Vec::new(),
            machine_drafted: false,
            is_staff: true,
            action: "/k/sample".into(),
            copyright: None,
            text_lang: None,
        };
        let full = Self {
            purpose: vec!["We want to know what helps.".into()],
            minutes: Some(5),
            local_line: Some(LocalLine::sample()),
            languages: vec![link("en", "English", true), link("pl", "polski", false)],
            machine_drafted: true,
            is_staff: false,
            copyright: Some("A Foundation".into()),
            text_lang: Some("en".into()),
            ..plain.clone()
        };
        vec![plain, full]
    }
}

/// Asks whether somebody is still there.
#[derive(Debug, Clone, Serialize)]
pub struct Still {
    /// Where they go on.
    pub on: String,
    /// Where everything is forgotten.
    pub reset: String,
    /// How long they have to say so.
    pub seconds: u32,
}

impl Page for Still {
    const TEMPLATE: &'static str = "pages/kiosk/still.html";

    fn samples() -> Vec<Self> {
        vec![Self { on: "/s/sample/q/-".into(), reset: "/k/sample/reset".into(), seconds: 30 }]
    }
}

/// The answers have been sent from a tablet.
#[derive(Debug, Clone, Serialize)]
pub struct Thanks {
    /// The receipt code, in groups.
    pub receipt: Vec<String>,
    /// True where an answer asked for the page with urgent help, which is then repeated.
    pub flagged: bool,
    /// Whether the team that sees them is at work.
    pub watch: Option<String>,
    pub local_line: Option<LocalLine>,
    /// The same page, for those who need longer.
    pub again: String,
    /// Where everything is forgotten.
    pub reset: String,
    /// How long the page stays.
    pub seconds: u32,
}

impl Page for Thanks {
    const TEMPLATE: &'static str = "pages/kiosk/thanks.html";

    fn samples() -> Vec<Self> {
        let plain = Self {
            receipt: grouped("7K3P9XWQ2MNT"),
            flagged: false,
            watch: None,
            local_line: None,
            again: "/k/sample/thanks".into(),
            reset: "/k/sample/reset".into(),
            seconds: 60,
        };
        let watch = Some("The team is at work until 17:00.".into());
        vec![plain.clone(), Self { flagged: true, watch, local_line: Some(LocalLine::sample()), ..plain }]
    }
}

/// The tablet is in use no more.
#[derive(Debug, Clone, Serialize)]
pub struct Ended {}

impl Page for Ended {
    const TEMPLATE: &'static str = "pages/kiosk/ended.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

/// The tablets in use.
#[derive(Debug, Clone, Serialize)]
pub struct Kiosks {
    pub rows: Vec<KioskRow>,
    /// The hidden fields of the forms that end one.
    pub hidden: Vec<Hidden>,
    /// The language of the surveys' titles, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One tablet.
#[derive(Debug, Clone, Serialize)]
pub struct KioskRow {
    pub id: String,
    pub name: String,
    /// The title of its survey.
    pub survey: String,
    pub organisation: String,
    /// The day it was made.
    pub since: String,
    /// The address to open on it.
    pub link: String,
}

impl Page for Kiosks {
    const TEMPLATE: &'static str = "pages/provider/kiosks.html";

    fn samples() -> Vec<Self> {
        let row = KioskRow {
            id: "7".into(),
            name: "Waiting room".into(),
            survey: "Work and what you do".into(),
            organisation: "Fenmarch Trust".into(),
            since: "3 June 2026".into(),
            link: "https://surveys.example.org/k/token".into(),
        };
        let full = Self { rows: vec![row], hidden: vec![Hidden::new("token", "x")], text_lang: Some("en".into()) };
        vec![Self { rows: Vec::new(), text_lang: None, ..full.clone() }, full]
    }
}
