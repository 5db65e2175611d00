//! Organisations, places and groups of people side by side.

use serde::Serialize;

use super::Page;
use super::figures::MonthLink;
use super::form::{Choice, Field, Input};

/// One indicator in one period, its members side by side.
#[derive(Debug, Clone, Serialize)]
pub struct Compare {
    pub title: String,
    pub outcome: String,
    /// The indicator's own page, and the others of it.
    pub indicator: String,
    pub ways: Vec<MonthLink>,
    /// This page.
    pub at: String,
    /// What can be chosen.
    pub filters: Vec<Field>,
    /// What the chart shows, or why there is none.
    pub sentences: Vec<String>,
    /// The chart as SVG from `web::chart`; empty where there is none.
    pub chart: String,
    /// Where the chart is to be had as SVG and as PNG.
    pub files: Option<[String; 2]>,
    pub table: Option<Compared>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// A table of members.
#[derive(Debug, Clone, Serialize)]
pub struct Compared {
    pub caption: String,
    /// What the members are.
    pub first: String,
    /// True where letters in the chart stand for names.
    pub with_letters: bool,
    /// True where a column says where each lies in the funnel.
    pub with_outcomes: bool,
    /// True where figures have numerators.
    pub with_counts: bool,
    pub rows: Vec<ComparedRow>,
}

/// One member.
#[derive(Debug, Clone, Serialize)]
pub struct ComparedRow {
    pub letter: String,
    pub name: String,
    pub value: Option<String>,
    pub interval: Option<String>,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    /// How it stands to the whole.
    pub standing: Option<String>,
    /// Where it lies in the funnel.
    pub outcome: Option<String>,
    /// Why there is no figure, in the reader's language.
    pub withheld: Option<String>,
}

/// A field to choose from, for samples.
pub(super) fn sample_field(id: &str) -> Field {
    let options = vec![Choice::new("2026-09", "September 2026"), Choice::new("2026-08", "August 2026")];
    Field::new(id, "Period".to_owned(), Input::Select { options: Field::options(id, options, "2026-09") })
}

impl Page for Compare {
    const TEMPLATE: &'static str = "pages/commissioner/compare.html";

    fn samples() -> Vec<Self> {
        let text = |text: &str| Some(text.to_owned());
        let row = ComparedRow {
            letter: "A".into(),
            name: "Fenmarch Trust".into(),
            value: text("61%"),
            interval: text("58% to 64%"),
            numerator: text("1,225"),
            denominator: text("2,000"),
            standing: text("Better"),
            outcome: text("Above the 99.8% limit"),
            withheld: None,
        };
        let bare = ComparedRow {
            letter: "B".into(),
            name: "Dale".into(),
            value: None,
            interval: None,
            numerator: None,
            denominator: None,
            standing: None,
            outcome: None,
            withheld: text("Hidden"),
        };
        let table = Compared {
            caption: "By provider, October 2026".into(),
            first: "Provider".into(),
            with_letters: true,
            with_outcomes: true,
            with_counts: true,
            rows: vec![row, bare],
        };
        let full = Self {
            title: "People in settled accommodation".into(),
            outcome: "People have a home".into(),
            indicator: "/commissioner/indicators/settled".into(),
            ways: MonthLink::samples(),
            at: "/commissioner/compare/settled".into(),
            filters: vec![sample_field("period"), sample_field("by")],
            sentences: vec!["All together: 60%.".into(), "Nobody lies outside the limits.".into()],
            chart: "<div class=\"chart-pair\" role=\"img\" aria-label=\"Funnel\"></div>".into(),
            files: Some(["/chart.svg".into(), "/chart.png".into()]),
            table: Some(table.clone()),
            text_lang: text("en"),
        };
        let means =
            Self { table: Some(Compared { with_letters: false, with_outcomes: false, with_counts: false, ..table }), ..full.clone() };
        vec![Self { chart: String::new(), files: None, table: None, text_lang: None, ..full.clone() }, means, full]
    }
}
