//! Values that other data sets supply: what was brought, and what becomes of the lines of a file. No number of a value stands here.

use serde::Serialize;

use super::Page;
use super::figures::MonthLink;
use super::form::{Choice, Field};
use super::imports::{ColumnRow, FaultRow};
use super::part::FieldError;

/// What was supplied so far, the form for another file, and what becomes of its lines.
#[derive(Debug, Clone, Serialize)]
pub struct Supply {
    /// That a file was put in force just now.
    pub done: Option<String>,
    /// True where a file was looked at.
    pub is_judged: bool,
    /// How many lines became what.
    pub counts: Vec<ColumnRow>,
    pub lines: Vec<LineRow>,
    /// How many lines are not listed.
    pub more: Option<String>,
    pub choices: Vec<Choice>,
    pub columns: Vec<ColumnRow>,
    pub indicators: Vec<IndicatorRow>,
    pub files: Vec<FileRow>,
    pub errors: Vec<FieldError>,
    /// Those of them that are about one field.
    pub choice_errors: Vec<FieldError>,
    pub file_errors: Vec<FieldError>,
}

/// A line of a file.
#[derive(Debug, Clone, Serialize)]
pub struct LineRow {
    pub number: String,
    /// What it is a value of; empty where it is refused.
    pub of: String,
    pub outcome: String,
    pub faults: Vec<FaultRow>,
}

/// An indicator that values are supplied for.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    pub key: String,
    pub title: String,
    pub href: String,
    /// The last month there is a value of.
    pub latest: Option<String>,
    /// How many values are provisional.
    pub provisional: Option<String>,
}

/// A file that brought values.
#[derive(Debug, Clone, Serialize)]
pub struct FileRow {
    /// The beginning of its hash.
    pub file: String,
    pub at: String,
    pub by: String,
    pub values: String,
}

/// The revisions of the values of one indicator.
#[derive(Debug, Clone, Serialize)]
pub struct History {
    pub title: String,
    /// What its figures are in.
    pub unit: String,
    pub rows: Vec<RevisionRow>,
    /// Other months.
    pub others: Vec<MonthLink>,
}

/// One revision of one value.
#[derive(Debug, Clone, Serialize)]
pub struct RevisionRow {
    pub month: String,
    pub organisation: String,
    /// Empty where it is not given by age.
    pub ages: String,
    pub revision: String,
    pub status: String,
    pub source: String,
    pub at: String,
    pub by: String,
    pub file: String,
    /// Why it was restated; empty where nothing was said.
    pub reason: String,
    /// Since when it no longer holds.
    pub superseded: Option<String>,
}

impl Page for Supply {
    const TEMPLATE: &'static str = "pages/supply/file.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let named = |name: &str, explain: &str| ColumnRow { name: name.into(), explain: explain.into() };
        let choices = vec![Choice::new("dry-run", "Look only"), Choice::new("valid-lines", "The lines that can be")];
        let indicator = |latest: Option<&str>| IndicatorRow {
            key: "crisis-response".into(),
            title: "Urgent referrals & crises".into(),
            href: "/commissioner/supplied/crisis-response".into(),
            latest: latest.map(str::to_owned),
            provisional: latest.map(|_| "2".into()),
        };
        let bare = Self {
            done: None,
            is_judged: false,
            counts: Vec::new(),
            lines: Vec::new(),
            more: None,
            choices: Field::options("choice", choices, "valid-lines"),
            columns: vec![named("indicator", "The key of the indicator.")],
            indicators: vec![indicator(Some("September 2026")), indicator(None)],
            files: Vec::new(),
            errors: Vec::new(),
            choice_errors: Vec::new(),
            file_errors: Vec::new(),
        };
        let fault = |column: Option<&str>| FaultRow { column: column.map(str::to_owned), sentence: "This month has not begun.".into() };
        let line = |of: &str, faults| LineRow { number: "2".into(), of: of.into(), outcome: "Refused".into(), faults };
        let file =
            FileRow { file: "0123456789ab".into(), at: "22 November 2026, 10:00".into(), by: "Ada <Analyst>".into(), values: "12".into() };
        let judged = Self {
            is_judged: true,
            counts: vec![named("Refused", "1")],
            lines: vec![line("", vec![fault(Some("period")), fault(None)]), line("Falls, Fenmarch Trust, September 2026", Vec::new())],
            more: Some("300 more lines".into()),
            ..bare.clone()
        };
        let wrong = |field: &str| vec![FieldError::new(field, "Choose a file")];
        vec![
            bare.clone(),
            Self { done: Some("12 values are in force.".into()), files: vec![file], ..bare.clone() },
            Self { errors: wrong("file"), file_errors: wrong("file"), ..judged.clone() },
            Self { more: None, ..judged },
            Self { errors: wrong("choice"), choice_errors: wrong("choice"), ..bare },
        ]
    }
}

impl Page for History {
    const TEMPLATE: &'static str = "pages/supply/history.html";

    fn samples() -> Vec<Self> {
        let revision = |ages: &str, reason: &str, superseded: Option<&str>| RevisionRow {
            month: "September 2026".into(),
            organisation: "Fenmarch Trust".into(),
            ages: ages.into(),
            revision: "2".into(),
            status: "Final".into(),
            source: "Register of <deaths>".into(),
            at: "22 November 2026, 10:00".into(),
            by: "the command line".into(),
            file: if reason.is_empty() { String::new() } else { "0123456789ab".into() },
            reason: reason.into(),
            superseded: superseded.map(str::to_owned),
        };
        let other = MonthLink { label: "Earlier months".into(), href: "/commissioner/supplied/falls?until=2025-09".into() };
        let bare = Self { title: "Falls".into(), unit: "for every 100,000 people".into(), rows: Vec::new(), others: Vec::new() };
        let rows = vec![revision("65-74", "registered late", None), revision("", "", Some("23 November 2026, 10:00"))];
        vec![bare.clone(), Self { rows, others: vec![other], ..bare }]
    }
}
