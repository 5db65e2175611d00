//! Who was heard and who was not: how far everybody came who could have been asked. The same page serves a provider, with the
//! counts as they are, and the commissioner, with what disclosure control has released.

use serde::Serialize;

use super::Page;
use super::figures::MonthLink;
use super::part::Choice;

/// One programme in one stretch of time.
#[derive(Debug, Clone, Serialize)]
pub struct Heard {
    /// Whose people it is about.
    pub about: String,
    /// What the numbers are.
    pub explain: String,
    /// What there is a choice of.
    pub choose: String,
    /// By programme, or by survey.
    pub programmes: Vec<Choice>,
    /// By month or by quarter; none where there is no choice.
    pub spans: Vec<Choice>,
    pub period: String,
    /// The stretches before and after this one.
    pub months: Vec<MonthLink>,
    /// How many of those who could have been asked finished.
    pub sentence: String,
    /// Who was heard less than everybody else, a sentence each.
    pub unheard: Vec<String>,
    /// The names of the stages.
    pub stages: Vec<String>,
    /// What the share is of.
    pub share: String,
    /// Everybody, then each split.
    pub tables: Vec<Table>,
    /// Where the same figures are to be had as CSV.
    pub csv: Option<String>,
    /// What is done about small numbers, and when there will be more.
    pub small_numbers: Option<String>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One split.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    pub caption: String,
    /// What the members of the split are.
    pub first: String,
    pub rows: Vec<Row>,
}

/// One member of a split.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub name: String,
    pub counts: Vec<Count>,
    /// How many of them finished, in per cent, and its interval.
    pub share: Option<String>,
    pub interval: Option<String>,
}

/// How many came so far.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    pub stage: String,
    pub count: String,
}

impl Page for Heard {
    const TEMPLATE: &'static str = "pages/provider/heard.html";

    fn samples() -> Vec<Self> {
        let count = |stage: &str, count: &str| Count { stage: stage.into(), count: count.into() };
        let row = Row {
            name: "Polish".into(),
            counts: vec![count("Could have been asked", "40"), count("Finished", "10")],
            share: Some("25%".into()),
            interval: Some("14% to 40%".into()),
        };
        let hidden = Row { share: None, interval: None, ..row.clone() };
        let table = Table { caption: "By language".into(), first: "Language".into(), rows: vec![row, hidden] };
        let plain = Self {
            about: "Fenmarch Trust".into(),
            explain: "How far everybody got.".into(),
            choose: "Programmes".into(),
            programmes: Choice::samples(),
            spans: Vec::new(),
            period: "October 2026 to December 2026".into(),
            months: Vec::new(),
            sentence: "Nobody could have been asked.".into(),
            unheard: Vec::new(),
            stages: vec!["Could have been asked".into(), "Finished".into()],
            share: "Finished, of all".into(),
            tables: Vec::new(),
            csv: None,
            small_numbers: None,
            text_lang: None,
        };
        let full = Self {
            spans: Choice::samples(),
            months: vec![MonthLink { label: "July 2026".into(), href: "/provider/heard?period=2026-07".into() }],
            unheard: vec!["Polish: 25% finished, and 60% of everybody else.".into()],
            tables: vec![table],
            csv: Some("/commissioner/heard.csv".into()),
            small_numbers: Some("Small numbers are hidden.".into()),
            text_lang: Some("en".into()),
            ..plain.clone()
        };
        vec![plain, full]
    }
}
