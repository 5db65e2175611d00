//! Pages about the rights people have over their data.

use serde::Serialize;

use super::Page;
use super::part::FieldError;
use crate::web::governance::rights::{Answer, Answered, Fact, Portable};

/// Finding a record, and the requests that wait for an answer.
#[derive(Debug, Clone, Serialize)]
pub struct Find {
    /// The number as it was typed.
    pub number: String,
    pub waiting: Vec<WaitingRow>,
    pub errors: Vec<FieldError>,
}

/// A request that waits.
#[derive(Debug, Clone, Serialize)]
pub struct WaitingRow {
    pub href: String,
    pub kind: String,
    pub received: String,
    pub due: String,
    pub is_late: bool,
}

/// One record, and what can be done about it.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    /// Where it stands.
    pub at: String,
    pub number: String,
    /// Nothing where it was erased, or has no name.
    pub name: Option<String>,
    pub born: Option<String>,
    /// The day it was erased.
    pub erased: Option<String>,
    pub episodes: String,
    pub responses: String,
    /// The first day on which no rule keeps it any longer.
    pub kept_until: Option<String>,
    /// True when it is left out of every figure.
    pub is_left_out: bool,
    pub requests: Vec<RequestRow>,
    pub holds: Vec<HoldRow>,
    pub is_held: bool,
}

/// One request of the person.
#[derive(Debug, Clone, Serialize)]
pub struct RequestRow {
    pub id: String,
    pub kind: String,
    pub received: String,
    pub due: String,
    pub is_late: bool,
    /// The day it was answered.
    pub done: Option<String>,
    pub outcome: Option<String>,
}

/// One legal hold.
#[derive(Debug, Clone, Serialize)]
pub struct HoldRow {
    pub id: String,
    pub reason: String,
    pub placed: String,
    pub lifted: Option<String>,
}

/// What is held, to read and to print.
#[derive(Debug, Clone, Serialize)]
pub struct Copy {
    pub at: String,
    pub copy: Portable,
}

/// The rules of retention, and what they did.
#[derive(Debug, Clone, Serialize)]
pub struct Retention {
    pub version: String,
    pub rules: Vec<RuleRow>,
    pub runs: Vec<RunRow>,
}

/// How long records of a programme are kept, in years.
#[derive(Debug, Clone, Serialize)]
pub struct RuleRow {
    pub programme: String,
    pub closed: String,
    pub died: String,
}

/// One look at what the rules say.
#[derive(Debug, Clone, Serialize)]
pub struct RunRow {
    pub at: String,
    pub purpose: String,
    pub is_dry: bool,
    pub found: String,
    pub erased: String,
    pub held: String,
}

impl Page for Find {
    const TEMPLATE: &'static str = "pages/governance/find.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let row = WaitingRow {
            href: "/governance/people/7".into(),
            kind: "A copy of what is held".into(),
            received: "2 November 2026".into(),
            due: "2 December 2026".into(),
            is_late: false,
        };
        let late = WaitingRow { is_late: true, ..row.clone() };
        vec![
            Self { number: String::new(), waiting: Vec::new(), errors: Vec::new() },
            Self { number: "<12".into(), waiting: vec![row, late], errors: vec![FieldError::new("number", "Enter a number")] },
        ]
    }
}

impl Page for Record {
    const TEMPLATE: &'static str = "pages/governance/record.html";

    fn samples() -> Vec<Self> {
        let request = RequestRow {
            id: "1".into(),
            kind: "Erasure".into(),
            received: "2 October 2026".into(),
            due: "2 November 2026".into(),
            is_late: true,
            done: None,
            outcome: None,
        };
        let done = RequestRow { is_late: false, done: Some("4 October 2026".into()), outcome: Some("Done".into()), ..request.clone() };
        let hold = HoldRow { id: "2".into(), reason: "Case 17 <b>".into(), placed: "1 May 2026".into(), lifted: None };
        let lifted = HoldRow { lifted: Some("3 May 2026".into()), ..hold.clone() };
        let full = Self {
            at: "/governance/people/7".into(),
            number: "204 817".into(),
            name: Some("Zofia <Nowak>".into()),
            born: Some("3 May 1980".into()),
            erased: None,
            episodes: "2".into(),
            responses: "3".into(),
            kept_until: Some("3 May 2046".into()),
            is_left_out: true,
            requests: vec![request, done],
            holds: vec![hold, lifted],
            is_held: true,
        };
        let plain = Self {
            name: None,
            kept_until: None,
            is_left_out: false,
            requests: Vec::new(),
            holds: Vec::new(),
            is_held: false,
            ..full.clone()
        };
        let erased = Self { born: None, erased: Some("22 November 2026".into()), ..plain.clone() };
        vec![full, plain, erased]
    }
}

impl Page for Copy {
    const TEMPLATE: &'static str = "pages/governance/copy.html";

    fn samples() -> Vec<Self> {
        let fact = || {
            let plain = Fact { name: "given_name", label: "Given name".into(), value: "Zofia <b>".into(), words: None };
            vec![plain.clone(), Fact { name: "sex", label: "Sex".into(), value: "female".into(), words: Some("Female".into()) }, plain]
        };
        let answer = Answer { item: "1".into(), question: "How are you?".into(), said: vec!["Well".into()] };
        let skipped = Answer { said: Vec::new(), ..answer.clone() };
        let said =
            Answered { survey: "employment".into(), title: "Work and what you do".into(), facts: fact(), answers: vec![answer, skipped] };
        let full = Portable {
            format: "saywell-person-1",
            made: "2026-11-22 10:00".into(),
            organisation: "Fenmarch Trust".into(),
            person: fact(),
            episodes: vec![fact()],
            not_asked: vec![fact()],
            invitations: vec![fact()],
            messages: vec![fact()],
            events: vec![fact()],
            responses: vec![said],
            alerts: vec![fact()],
            requests: vec![fact()],
            access: vec![fact()],
        };
        let empty = Portable { person: fact(), ..Portable::default() };
        [full, empty].into_iter().map(|copy| Self { at: "/governance/people/7".into(), copy }).collect()
    }
}

impl Page for Retention {
    const TEMPLATE: &'static str = "pages/governance/retention.html";

    fn samples() -> Vec<Self> {
        let rule = RuleRow { programme: "Maternity".into(), closed: "25".into(), died: "25".into() };
        let run = RunRow {
            at: "22 November 2026, 03:00".into(),
            purpose: "Records".into(),
            is_dry: false,
            found: "3".into(),
            erased: "2".into(),
            held: "1".into(),
        };
        let dry = RunRow { is_dry: true, ..run.clone() };
        let none = Self { version: "2026.1".into(), rules: vec![rule], runs: Vec::new() };
        vec![Self { runs: vec![run, dry], ..none.clone() }, none]
    }
}
