//! The schedules of an organisation: what is asked when, and since when it asks.

use serde::Serialize;

use super::Page;
use super::part::Choice;

/// The schedules of the programmes that one organisation gives care in.
#[derive(Debug, Clone, Serialize)]
pub struct Schedules {
    pub organisation: String,
    /// The same page for the other organisations; none where there is but one.
    pub organisations: Vec<Choice>,
    /// What was done a moment ago: `began` or `ended`.
    pub done: Option<String>,
    pub rows: Vec<ScheduleRow>,
    /// The language of the schedules' own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One schedule.
#[derive(Debug, Clone, Serialize)]
pub struct ScheduleRow {
    pub title: String,
    pub programme: String,
    /// The points at which people are asked.
    pub steps: Vec<String>,
    /// The day from which the organisation asks; nothing while it does not.
    pub since: Option<String>,
    /// Where it begins or ends.
    pub href: String,
}

impl Page for Schedules {
    const TEMPLATE: &'static str = "pages/provider/schedules.html";

    fn samples() -> Vec<Self> {
        let running = ScheduleRow {
            title: "Settled accommodation".into(),
            programme: "Mental health".into(),
            steps: vec!["At the start".into(), "6 months after the start".into()],
            since: Some("1 November 2026".into()),
            href: "/provider/schedules/settled-accommodation".into(),
        };
        let idle = ScheduleRow { title: "Employment".into(), since: None, ..running.clone() };
        let full = Self {
            organisation: "Fenmarch Trust".into(),
            organisations: Choice::samples(),
            done: Some("began".into()),
            rows: vec![running, idle],
            text_lang: Some("en".into()),
        };
        let ended = Self { done: Some("ended".into()), text_lang: None, ..full.clone() };
        vec![Self { organisations: Vec::new(), done: None, rows: Vec::new(), ..ended.clone() }, ended, full]
    }
}
