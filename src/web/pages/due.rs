//! Who is due to be asked, and how far those are who were.

use serde::Serialize;

use super::Page;
use super::part::Choice;

/// People who were asked of late, or were not and why.
#[derive(Debug, Clone, Serialize)]
pub struct Due {
    /// The first day that is looked back to.
    pub since: String,
    /// How many there are in each state, each the way to its list.
    pub counts: Vec<Count>,
    /// The same list for each schedule.
    pub schedules: Vec<Choice>,
    /// The state that is listed; nothing for all of them.
    pub state: Option<String>,
    pub rows: Vec<DueRow>,
    /// The next page of the list.
    pub next: Option<String>,
    /// The language of the schedules' own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One state.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    pub label: String,
    pub number: String,
    pub href: String,
    /// True for the state that is listed.
    pub current: bool,
}

/// One person at one point of a schedule.
#[derive(Debug, Clone, Serialize)]
pub struct DueRow {
    /// The name or, where none is kept, the pseudonymous number.
    pub name: String,
    pub href: String,
    pub schedule: String,
    pub timepoint: String,
    pub state: String,
    /// When they got there, or why they did not.
    pub note: Option<String>,
    /// The way in which they are asked.
    pub channel: Option<String>,
    pub asked: String,
    /// The last day on which they can answer.
    pub until: String,
    /// Where their answers are entered, while some are awaited.
    pub enter: Option<String>,
    /// Their form to print, where they are to be given one.
    pub form: Option<String>,
}

impl Page for Due {
    const TEMPLATE: &'static str = "pages/provider/due.html";

    fn samples() -> Vec<Self> {
        let count = |label: &str, current| Count { label: label.into(), number: "12".into(), href: "/provider/due".into(), current };
        let row = DueRow {
            name: "Zofia Example".into(),
            href: "/provider/people/204817".into(),
            schedule: "Settled accommodation".into(),
            timepoint: "At the start".into(),
            state: "Ring up".into(),
            note: Some("on 2 November 2026".into()),
            channel: Some("Telephone".into()),
            asked: "1 November 2026".into(),
            until: "28 November 2026".into(),
            enter: Some("/provider/people/204817/answer/1".into()),
            form: Some("/provider/people/204817/paper/1.pdf".into()),
        };
        let bare = DueRow { name: "2048 18".into(), note: None, channel: None, enter: None, form: None, ..row.clone() };
        let full = Self {
            since: "22 August 2026".into(),
            counts: vec![count("Ring up", true), count("Sent", false)],
            schedules: Choice::samples(),
            state: Some("Ring up".into()),
            rows: vec![row, bare],
            next: Some("/provider/due?before=1.2".into()),
            text_lang: Some("en".into()),
        };
        let plain = Self { state: None, next: None, text_lang: None, ..full.clone() };
        vec![Self { rows: Vec::new(), ..plain.clone() }, plain, full]
    }
}
