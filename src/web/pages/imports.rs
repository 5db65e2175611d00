//! Files of people and episodes: how far they are and what becomes of their lines, by number and reason.

use serde::Serialize;

use super::Page;
use super::form::Choice as Organisation;
use super::part::{Choice, FieldError};

/// The files there were, and the form to send another.
#[derive(Debug, Clone, Serialize)]
pub struct Imports {
    pub rows: Vec<ImportRow>,
    /// The organisations to choose from; none where there is but one.
    pub organisations: Vec<Organisation>,
    pub columns: Vec<ColumnRow>,
    /// The keys of the programmes there are.
    pub programmes: Vec<String>,
    pub errors: Vec<FieldError>,
    /// Those of them that are about one field.
    pub organisation_errors: Vec<FieldError>,
    pub file_errors: Vec<FieldError>,
}

/// One file in the list.
#[derive(Debug, Clone, Serialize)]
pub struct ImportRow {
    pub href: String,
    pub name: String,
    pub organisation: String,
    pub at: String,
    pub lines: String,
    pub status: String,
}

/// A column that a file may have.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnRow {
    pub name: String,
    pub explain: String,
}

/// One file.
#[derive(Debug, Clone, Serialize)]
pub struct ImportPage {
    pub at: String,
    pub name: String,
    /// When it was sent.
    pub sent: String,
    /// A code of [`crate::domain::care::import::Status`].
    pub status: String,
    pub lines: String,
    /// How many lines are done, and of how many; nothing while there is nothing to do.
    pub progress: Option<(i64, i64)>,
    pub done: String,
    pub added: String,
    pub changed: String,
    pub unchanged: String,
    pub refused: String,
    /// True when it waits for somebody to choose, and has lines that can be brought in.
    pub may_be_brought_in: bool,
    pub has_refused: bool,
    /// Columns that are left alone.
    pub ignored: Vec<String>,
    /// The same page for each outcome.
    pub filters: Vec<Choice>,
    pub rows: Vec<LineRow>,
    pub next: Option<String>,
    pub errors: Vec<FieldError>,
}

/// One line of a file.
#[derive(Debug, Clone, Serialize)]
pub struct LineRow {
    pub number: String,
    pub outcome: String,
    pub faults: Vec<FaultRow>,
}

/// Something wrong with a line.
#[derive(Debug, Clone, Serialize)]
pub struct FaultRow {
    pub column: Option<String>,
    pub sentence: String,
}

impl Page for Imports {
    const TEMPLATE: &'static str = "pages/imports/list.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let row = ImportRow {
            href: "/provider/imports/1".into(),
            name: "people <2>.csv".into(),
            organisation: "Fenmarch Trust".into(),
            at: "22 November 2026, 10:00".into(),
            lines: "10,000".into(),
            status: "Brought in".into(),
        };
        let column = ColumnRow { name: "person_number".into(), explain: "Your own number of the person.".into() };
        let bare = Self {
            rows: Vec::new(),
            organisations: Vec::new(),
            columns: vec![column],
            programmes: vec!["mental-health".into()],
            errors: Vec::new(),
            organisation_errors: Vec::new(),
            file_errors: Vec::new(),
        };
        let organisations = super::form::Field::options(
            "organisation",
            vec![Organisation::new("", "Choose one"), Organisation::new("X1", "Fenmarch Trust (X1)")],
            "X1",
        );
        let wrong = |field: &str| vec![FieldError::new(field, "Choose a file")];
        vec![
            bare.clone(),
            Self { rows: vec![row], organisations: organisations.clone(), ..bare.clone() },
            Self { errors: wrong("file"), file_errors: wrong("file"), ..bare.clone() },
            Self { organisations, errors: wrong("organisation"), organisation_errors: wrong("organisation"), ..bare },
        ]
    }
}

impl Page for ImportPage {
    const TEMPLATE: &'static str = "pages/imports/one.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let fault = |column: Option<&str>| FaultRow { column: column.map(str::to_owned), sentence: "The check digit does not fit.".into() };
        let line = |number: &str, faults| LineRow { number: number.into(), outcome: "Refused".into(), faults };
        let checked = Self {
            at: "/provider/imports/1".into(),
            name: "people <2>.csv".into(),
            sent: "22 November 2026, 10:00".into(),
            status: "checked".into(),
            lines: "3".into(),
            progress: None,
            done: "3".into(),
            added: "1".into(),
            changed: "0".into(),
            unchanged: "0".into(),
            refused: "2".into(),
            may_be_brought_in: true,
            has_refused: true,
            ignored: vec!["Ward".into()],
            filters: Choice::samples(),
            rows: vec![line("2", Vec::new()), line("3", vec![fault(Some("nhs_number")), fault(None)])],
            next: Some("/provider/imports/1?after=3".into()),
            errors: Vec::new(),
        };
        let under_way = |status: &str| Self {
            status: status.into(),
            progress: Some((1_000, 10_000)),
            may_be_brought_in: false,
            has_refused: false,
            ignored: Vec::new(),
            rows: Vec::new(),
            next: None,
            ..checked.clone()
        };
        let over = |status: &str| Self { progress: None, has_refused: true, ..under_way(status) };
        vec![
            checked.clone(),
            Self { has_refused: false, ..checked.clone() },
            Self { may_be_brought_in: false, ..checked.clone() },
            Self { errors: vec![FieldError::new("choice", "Choose what is to be done")], ..checked.clone() },
            under_way("checking"),
            under_way("running"),
            over("done"),
            over("refused"),
            over("dropped"),
        ]
    }
}
