//! The surveys, for those who look after them.

use serde::Serialize;

use super::Page;
use super::part::Hidden;

/// Every survey.
#[derive(Debug, Clone, Serialize)]
pub struct Surveys {
    pub rows: Vec<SurveyRow>,
    /// The hidden fields of the forms that open and close; nothing for those who may not.
    pub hidden: Option<Vec<Hidden>>,
    /// The language of the surveys' titles, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One survey.
#[derive(Debug, Clone, Serialize)]
pub struct SurveyRow {
    pub key: String,
    pub title: String,
    /// How many versions there are.
    pub versions: String,
    /// What the newest calls itself.
    pub version: String,
    pub is_open: bool,
    /// The address to share.
    pub link: String,
}

impl Page for Surveys {
    const TEMPLATE: &'static str = "pages/surveys/list.html";

    fn samples() -> Vec<Self> {
        let row = |key: &str, is_open| SurveyRow {
            key: key.into(),
            title: "Work and what you do".into(),
            versions: "2".into(),
            version: "1.1.0".into(),
            is_open,
            link: format!("https://surveys.example.org/s/{key}"),
        };
        let rows = vec![row("employment", true), row("feedback", false)];
        let full = Self { rows, hidden: Some(vec![Hidden::new("token", "x")]), text_lang: Some("en".into()) };
        let read = Self { hidden: None, text_lang: None, ..full.clone() };
        vec![Self { rows: Vec::new(), ..read.clone() }, read, full]
    }
}
