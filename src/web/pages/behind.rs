//! Who stands behind a figure, for those who coordinate their care.

use serde::Serialize;

use super::Page;
use super::figures::MonthLink;
use super::form::{Choice, Field, Input};

/// The people that one indicator is about in one month.
#[derive(Debug, Clone, Serialize)]
pub struct BehindFigure {
    pub title: String,
    pub period: String,
    /// The months before and after this one.
    pub months: Vec<MonthLink>,
    /// Which indicator, and which month.
    pub filters: Vec<Field>,
    pub rows: Vec<BehindRow>,
    /// The next page of the list.
    pub next: Option<String>,
    /// The language of the indicator's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One episode of care.
#[derive(Debug, Clone, Serialize)]
pub struct BehindRow {
    /// The name of the person, or their pseudonymous number where no name is known.
    pub name: String,
    pub href: String,
    /// The year of birth.
    pub born: String,
    pub opened: String,
    /// Counted with or without a record, or left out, and why.
    pub standing: String,
}

impl Page for BehindFigure {
    const TEMPLATE: &'static str = "pages/provider/behind.html";

    fn samples() -> Vec<Self> {
        let options = Field::options("indicator", vec![Choice::new("settled", "Living in settled accommodation")], "settled");
        let row = BehindRow {
            name: "Zofia Nowak".into(),
            href: "/provider/people/1".into(),
            born: "1980".into(),
            opened: "2 February 2026".into(),
            standing: "Counted, with an answer on record".into(),
        };
        let full = Self {
            title: "Living in settled accommodation".into(),
            period: "October 2026".into(),
            months: vec![MonthLink { label: "September 2026".into(), href: "/provider/behind?period=2026-09".into() }],
            filters: vec![Field::new("indicator", "Indicator".into(), Input::Select { options })],
            rows: vec![row],
            next: Some("/provider/behind?before=20500.1".into()),
            text_lang: Some("en".into()),
        };
        let empty = Self { rows: Vec::new(), next: None, months: Vec::new(), text_lang: None, ..full.clone() };
        vec![full, empty]
    }
}
