//! What the team that looks at alerts sees: those nobody has looked at yet, one of them with the answers behind it and the way
//! to reach whoever gave them, how soon the team looks, and who the team is.

use serde::Serialize;

use super::Page;
use super::part::{FieldError, LocalLine};

/// The alerts, those nobody has acknowledged first.
#[derive(Debug, Clone, Serialize)]
pub struct Alerts {
    pub open: Vec<AlertRow>,
    pub acknowledged: Vec<AlertRow>,
    /// True where alerts of more than one organisation are seen.
    pub several: bool,
}

/// One alert on the list.
#[derive(Debug, Clone, Serialize)]
pub struct AlertRow {
    pub href: String,
    /// The name of whoever answered; nothing where there is no record of them.
    pub who: Option<String>,
    pub survey: String,
    /// The language of the survey's title, where it is not the page's.
    pub survey_lang: Option<String>,
    pub provider: Option<String>,
    pub raised: String,
    /// How long it has been open, or when and by whom it was acknowledged.
    pub state: String,
    /// True where it went on to whoever stands behind the team.
    pub escalated: bool,
}

/// One alert.
#[derive(Debug, Clone, Serialize)]
pub struct Alert {
    pub who: Option<String>,
    /// Their record; nothing where there is none.
    pub record: Option<String>,
    pub survey: String,
    pub facts: Vec<Fact>,
    /// The answers that called for somebody to look.
    pub answers: Vec<Answer>,
    /// How to reach them; nothing where there is no record of them.
    pub contact: Option<Contact>,
    /// Who acknowledged it, and when; nothing while nobody has.
    pub acknowledged: Option<String>,
    pub notes: Vec<Note>,
    /// Where the form is sent: to acknowledge it, or to add a note.
    pub action: String,
    /// What was typed as a note.
    pub note: String,
    /// What is wrong, at the field `note`.
    pub errors: Vec<FieldError>,
    /// What was done a moment ago.
    pub done: Option<String>,
    /// The language of the survey's words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub name: String,
    pub value: String,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub question: String,
    /// Nothing where the answer was taken back since.
    pub lines: Vec<String>,
}

/// How to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// Telephone numbers, the mobile first.
    pub phones: Vec<LocalLine>,
    pub email: Option<String>,
    pub address: Vec<String>,
    /// How they want to be reached, what they need, their language.
    pub facts: Vec<Fact>,
    /// When they died, if they did: then somebody else answered.
    pub died: Option<String>,
}

/// What somebody noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    pub by: String,
    pub at: String,
    /// Nothing where it can be read no more.
    pub text: Option<String>,
}

/// How soon alerts were acknowledged, month by month.
#[derive(Debug, Clone, Serialize)]
pub struct Times {
    pub sentence: String,
    /// The chart, as SVG; empty where there is nothing to draw.
    pub trend: String,
    pub rows: Vec<TimesRow>,
    pub back: String,
}

/// One month.
#[derive(Debug, Clone, Serialize)]
pub struct TimesRow {
    pub month: String,
    pub raised: String,
    pub acknowledged: String,
    pub median: Option<String>,
    pub ninetieth: Option<String>,
    pub in_time: Option<String>,
    pub escalated: String,
}

/// Who looks at the alerts of each organisation.
#[derive(Debug, Clone, Serialize)]
pub struct Teams {
    pub rows: Vec<TeamRow>,
    pub done: Option<String>,
}

/// The team of one organisation.
#[derive(Debug, Clone, Serialize)]
pub struct TeamRow {
    pub organisation: String,
    pub href: String,
    /// Nothing where the organisation has not said.
    pub team: Option<TeamShown>,
}

/// Who a team is, and when it is at work.
#[derive(Debug, Clone, Serialize)]
pub struct TeamShown {
    pub email: String,
    pub escalation_email: String,
    pub minutes: String,
    pub hours: String,
}

impl Page for Alerts {
    const TEMPLATE: &'static str = "pages/provider/alerts.html";

    fn samples() -> Vec<Self> {
        let row = AlertRow {
            href: "/provider/alerts/7".into(),
            who: Some("Zofia Nowak".into()),
            survey: "How are things?".into(),
            survey_lang: Some("en".into()),
            provider: Some("Fenmarch Trust".into()),
            raised: "22 November 2026, 10:00".into(),
            state: "Open for 2 hours".into(),
            escalated: true,
        };
        let bare = AlertRow { who: None, survey_lang: None, provider: None, escalated: false, ..row.clone() };
        let one = Self { open: vec![bare.clone()], acknowledged: Vec::new(), several: false };
        let full = Self { open: vec![row.clone(), bare.clone()], acknowledged: vec![row, bare], several: true };
        vec![Self { open: Vec::new(), ..one.clone() }, one, full]
    }
}

impl Page for Alert {
    const TEMPLATE: &'static str = "pages/provider/alert.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let fact = |name: &str, value: &str| Fact { name: name.into(), value: value.into() };
        let answer =
            |lines: &[&str]| Answer { question: "How have you been?".into(), lines: lines.iter().map(|&one| one.into()).collect() };
        let note = |text: Option<&str>| Note { by: "A Person".into(), at: "22 November 2026, 11:00".into(), text: text.map(Into::into) };
        let plain = Self {
            who: None,
            record: None,
            survey: "How are things?".into(),
            facts: vec![fact("Received", "22 November 2026, 10:00")],
            answers: vec![answer(&["Not well"])],
            contact: None,
            acknowledged: None,
            notes: Vec::new(),
            action: "/provider/alerts/7/acknowledge".into(),
            note: String::new(),
            errors: Vec::new(),
            done: None,
            text_lang: None,
        };
        let contact = Contact {
            phones: vec![LocalLine::new("Mobile", "01632 960 123", "")],
            email: Some("z@example.org".into()),
            address: vec!["1 High Street".into(), "Fenmarch".into()],
            facts: vec![fact("Language", "Polish")],
            died: None,
        };
        let bare = Contact { phones: Vec::new(), email: None, address: Vec::new(), facts: Vec::new(), died: Some("1 May 2026".into()) };
        let full = Self {
            who: Some("Zofia Nowak".into()),
            record: Some("/provider/people/204817".into()),
            answers: vec![answer(&["Not well", "My <own> words"]), answer(&[])],
            contact: Some(contact),
            acknowledged: Some("A Person acknowledged it.".into()),
            notes: vec![note(Some("Rang her. My <own> words.")), note(None)],
            done: Some("Your note was added.".into()),
            text_lang: Some("en".into()),
            ..plain.clone()
        };
        let faulty = Self {
            contact: Some(bare),
            note: "</textarea>".into(),
            errors: vec![FieldError::new("note", "Say what you did.")],
            ..plain.clone()
        };
        vec![plain, full, faulty]
    }
}

impl Page for Times {
    const TEMPLATE: &'static str = "pages/provider/alert_times.html";

    fn samples() -> Vec<Self> {
        let row = TimesRow {
            month: "November 2026".into(),
            raised: "4".into(),
            acknowledged: "3".into(),
            median: Some("12 minutes".into()),
            ninetieth: Some("2 hours".into()),
            in_time: Some("3 of 4".into()),
            escalated: "1".into(),
        };
        let empty = TimesRow { median: None, ninetieth: None, in_time: None, ..row.clone() };
        let plain =
            Self { sentence: "There were none.".into(), trend: String::new(), rows: vec![empty.clone()], back: "/provider/alerts".into() };
        vec![plain.clone(), Self { trend: "<svg role=\"img\" aria-label=\"Minutes\"></svg>".into(), rows: vec![row, empty], ..plain }]
    }
}

impl Page for Teams {
    const TEMPLATE: &'static str = "pages/provider/alert_teams.html";

    fn samples() -> Vec<Self> {
        let shown = TeamShown {
            email: "team@example.org".into(),
            escalation_email: "lead@example.org".into(),
            minutes: "60".into(),
            hours: "Monday to Friday, 09:00 to 17:00".into(),
        };
        let row = TeamRow { organisation: "Fenmarch Trust".into(), href: "/provider/alert-team/7".into(), team: Some(shown) };
        let unsaid = TeamRow { team: None, ..row.clone() };
        vec![Self { rows: vec![unsaid.clone()], done: None }, Self { rows: vec![row, unsaid], done: Some("It was changed.".into()) }]
    }
}
