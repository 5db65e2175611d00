//! The partners of a consortium side by side.

use serde::Serialize;

use super::Page;
use super::compare::sample_field;
use super::figures::MonthLink;
use super::form::Field;

/// One consortium.
#[derive(Debug, Clone, Serialize)]
pub struct Consortium {
    pub title: String,
    /// This page.
    pub at: String,
    /// Every indicator, for everybody.
    pub back: String,
    /// The other consortia and the board pack, of the same period.
    pub ways: Vec<MonthLink>,
    /// What can be chosen.
    pub filters: Vec<Field>,
    /// The whole, the consortium, and each of its members.
    pub columns: Vec<String>,
    /// A row for each indicator; none before anything left.
    pub rows: Vec<Row>,
    /// False before the first release.
    pub is_released: bool,
}

/// One indicator.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub title: String,
    /// The language of the indicator's own words, where it is not the page's.
    pub text_lang: Option<String>,
    /// Its providers side by side.
    pub href: String,
    pub period: String,
    /// Which way is better.
    pub polarity: String,
    /// In the order of the columns.
    pub cells: Vec<Cell>,
}

/// The figure of one member.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    pub heading: String,
    pub value: Option<String>,
    pub interval: Option<String>,
    /// How it stands to the whole.
    pub standing: Option<String>,
    /// Why there is no figure, in the reader's language.
    pub withheld: Option<String>,
}

impl Page for Consortium {
    const TEMPLATE: &'static str = "pages/commissioner/consortium.html";

    fn samples() -> Vec<Self> {
        let text = |text: &str| Some(text.to_owned());
        let full = Cell {
            heading: "Everybody".into(),
            value: text("61%"),
            interval: text("58% to 64%"),
            standing: text("Better"),
            withheld: None,
        };
        let hidden = Cell { heading: "Dale".into(), value: None, interval: None, standing: None, withheld: text("Hidden") };
        let row = Row {
            title: "In paid employment".into(),
            text_lang: text("en"),
            href: "/commissioner/compare/paid-employment?by=provider".into(),
            period: "October 2026".into(),
            polarity: "Higher is better".into(),
            cells: vec![full, hidden],
        };
        let whole = Self {
            title: "Fenmarch and partners".into(),
            at: "/commissioner/consortium/XM1".into(),
            back: "/commissioner".into(),
            ways: MonthLink::samples(),
            filters: vec![sample_field("period"), sample_field("programme")],
            columns: vec!["Everybody".into(), "Dale".into()],
            rows: vec![row],
            is_released: true,
        };
        let none = Self { rows: Vec::new(), ..whole.clone() };
        vec![Self { ways: Vec::new(), is_released: false, ..none.clone() }, none, whole]
    }
}
