//! Those who are expected at an event: the list, the door, the file they come from, and the page that ends their emails.

use serde::Serialize;

use super::Page;
use super::form::{Choice, Field, Input};
use super::imports::ColumnRow;
use super::part::FieldError;

/// The list.
#[derive(Debug, Clone, Serialize)]
pub struct List {
    /// The title of the event.
    pub event: String,
    /// The page of the event.
    pub back: String,
    /// The address of the list.
    pub at: String,
    /// What was done a moment ago.
    pub done: Option<String>,
    pub facts: Vec<Fact>,
    /// True where more are expected than there is room for.
    pub is_full: bool,
    /// How many would be invited by the button; none where there is no button.
    pub uninvited: i64,
    /// True where this installation can send email.
    pub has_mail: bool,
    pub needs: Vec<NeedRow>,
    pub people: Vec<Person>,
}

/// One line of the summary.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// Something to prepare for.
#[derive(Debug, Clone, Serialize)]
pub struct NeedRow {
    pub need: String,
    pub count: String,
    pub names: Vec<String>,
}

/// Somebody on the list.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub email: Option<String>,
    pub part: Option<String>,
    /// Whether they are emailed, and what became of it.
    pub emailing: String,
    pub has_answered: bool,
    pub has_come: bool,
}

/// The page at the door.
#[derive(Debug, Clone, Serialize)]
pub struct Door {
    pub event: String,
    pub at: String,
    pub came: String,
    pub expected: String,
    pub errors: Vec<FieldError>,
    /// Of somebody who is not on the list, as it was typed.
    /// The number that the form gives to whoever it adds.
    pub once: String,
    pub name: String,
    pub part: Field,
    pub people: Vec<AtDoor>,
}

/// Somebody who may come through it.
#[derive(Debug, Clone, Serialize)]
pub struct AtDoor {
    pub id: String,
    pub name: String,
    pub needs: Vec<String>,
    pub has_come: bool,
}

/// The form that takes a file.
#[derive(Debug, Clone, Serialize)]
pub struct Upload {
    pub event: String,
    pub at: String,
    /// The most kilobytes of a file.
    pub most: String,
    pub columns: Vec<ColumnRow>,
    pub errors: Vec<FieldError>,
}

/// What would become of the lines of a file.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    pub event: String,
    pub at: String,
    pub adds: i64,
    /// How many of them would be invited, and how many agreed and do not want email after all.
    pub emailed: i64,
    pub unwanted: i64,
    /// How many lines are refused.
    pub leaves: i64,
    pub refused: Vec<WrongLine>,
    /// Columns that are not known.
    pub ignored: Vec<String>,
    /// The file, as text.
    pub file: String,
    /// The number that the form gives to the first of those it adds.
    pub once: String,
}

/// A line that is refused.
#[derive(Debug, Clone, Serialize)]
pub struct WrongLine {
    pub number: String,
    pub why: Vec<String>,
}

/// The end of emails about events.
#[derive(Debug, Clone, Serialize)]
pub struct Stop {
    pub event: String,
    /// How to reach those who hold it.
    pub contact: String,
    pub is_stopped: bool,
}

const EVENT: &str = "Tea & talk for carers";
const AT: &str = "/engage/7/people";

impl Page for List {
    const TEMPLATE: &'static str = "pages/attendees/list.html";

    fn samples() -> Vec<Self> {
        let person = Person {
            id: "8".into(),
            name: "My <own> words".into(),
            email: Some("zofia@example.org".into()),
            part: Some("Carer".into()),
            emailing: "Invited on 22 November 2026".into(),
            has_answered: true,
            has_come: true,
        };
        let bare = Person { id: "9".into(), email: None, part: None, has_answered: false, has_come: false, ..person.clone() };
        let empty = Self {
            event: EVENT.into(),
            back: "/engage/7".into(),
            at: AT.into(),
            done: None,
            facts: vec![Fact { label: "Expected".into(), value: "0".into() }],
            is_full: false,
            uninvited: 0,
            has_mail: true,
            needs: Vec::new(),
            people: Vec::new(),
        };
        let full = Self {
            done: Some("The invitations are on their way.".into()),
            is_full: true,
            uninvited: 3,
            needs: vec![NeedRow { need: "Large print".into(), count: "2".into(), names: vec!["Ann".into(), "Ben".into()] }],
            people: vec![person, bare],
            ..empty.clone()
        };
        vec![empty, Self { has_mail: false, ..full.clone() }, full]
    }
}

impl Page for Door {
    const TEMPLATE: &'static str = "pages/attendees/door.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let options = Field::options("part", vec![Choice::new("", "Not known"), Choice::new("carer", "Carer")], "carer");
        let there = AtDoor { id: "8".into(), name: "Ann".into(), needs: vec!["Large print".into()], has_come: true };
        let away = AtDoor { id: "9".into(), name: "Ben".into(), needs: Vec::new(), has_come: false };
        let plain = Self {
            event: EVENT.into(),
            at: AT.into(),
            came: "1".into(),
            expected: "2".into(),
            errors: Vec::new(),
            name: String::new(),
            once: "7".into(),
            part: Field::new("part", "Comes as".into(), Input::Select { options }),
            people: vec![there, away],
        };
        let faulty = Self { errors: vec![FieldError::new("name", "Too long.")], name: "x".into(), people: Vec::new(), ..plain.clone() };
        vec![plain, faulty]
    }
}

impl Page for Upload {
    const TEMPLATE: &'static str = "pages/attendees/upload.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let columns = vec![ColumnRow { name: "name".into(), explain: "Needed.".into() }];
        let plain = Self { event: EVENT.into(), at: AT.into(), most: "32".into(), columns, errors: Vec::new() };
        vec![Self { errors: vec![FieldError::new("file", "Choose a file")], ..plain.clone() }, plain]
    }
}

impl Page for Check {
    const TEMPLATE: &'static str = "pages/attendees/check.html";

    fn samples() -> Vec<Self> {
        let wrong = WrongLine { number: "3".into(), why: vec!["No address.".into(), "No name.".into()] };
        let (event, at, file, once) = (EVENT.to_owned(), AT.to_owned(), "bmFtZQ".to_owned(), "7".to_owned());
        let (refused, ignored) = (Vec::new(), Vec::new());
        let fine = Self { event, at, adds: 12, emailed: 10, unwanted: 0, leaves: 0, refused, ignored, file, once };
        let mixed = Self { unwanted: 2, leaves: 1, refused: vec![wrong], ignored: vec!["Seat".into()], ..fine.clone() };
        vec![Self { adds: 0, emailed: 0, unwanted: 0, ..mixed.clone() }, mixed, fine]
    }
}

impl Page for Stop {
    const TEMPLATE: &'static str = "pages/attendees/stop.html";

    fn samples() -> Vec<Self> {
        let asks = Self { event: EVENT.into(), contact: "01632 960 001".into(), is_stopped: false };
        vec![Self { is_stopped: true, ..asks.clone() }, asks]
    }
}
