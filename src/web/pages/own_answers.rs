//! What people see of their own answers: a copy of them, and their own scores over time.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::Page;
use super::part::{LocalLine, grouped};
use super::respond::CheckAnswer;

/// A copy of one's own answers.
#[derive(Debug, Clone, Serialize)]
pub struct Copy {
    /// The receipt code, in groups of four.
    pub receipt: Vec<String>,
    /// The receipt code, for the forms.
    pub code: String,
    /// Shows that the month of birth was given a moment ago.
    pub pass: String,
    /// The title of the survey.
    pub survey: String,
    /// The day they arrived.
    pub received: Date,
    pub rows: Vec<CopyRow>,
    /// True where one's own scores over time may be seen.
    pub over_time: bool,
    /// The language of the survey's words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One question with its answer.
#[derive(Debug, Clone, Serialize)]
pub struct CopyRow {
    pub question: String,
    pub answer: CheckAnswer,
    /// The lines of a given answer.
    pub lines: Vec<String>,
}

impl Page for Copy {
    const TEMPLATE: &'static str = "pages/receipt/copy.html";

    fn samples() -> Vec<Self> {
        let row = |answer, lines: &[&str]| CopyRow {
            question: "Who helps you?".into(),
            answer,
            lines: lines.iter().map(|&line| line.into()).collect(),
        };
        let full = Self {
            receipt: grouped("7K3P9XWQ2MNT"),
            code: "7K3P9XWQ2MNT".into(),
            pass: "1.a".into(),
            survey: "How are things?".into(),
            received: date(2026, 11, 22),
            rows: vec![
                row(CheckAnswer::Given, &["A friend", "My own\nwords"]),
                row(CheckAnswer::Declined, &[]),
                row(CheckAnswer::NotProvided, &[]),
            ],
            over_time: true,
            text_lang: Some("en".into()),
        };
        vec![Self { over_time: false, text_lang: None, ..full.clone() }, full]
    }
}

/// One's own scores over time.
#[derive(Debug, Clone, Serialize)]
pub struct OverTime {
    /// The title of the survey.
    pub survey: String,
    /// The scores that were answered at least twice.
    pub measures: Vec<Measure>,
    /// The receipt code, for the form that leads to the answers.
    pub code: String,
    /// Shows that the month of birth was given a moment ago.
    pub pass: String,
    pub local_line: Option<LocalLine>,
    /// The language of the survey's words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One score over time.
#[derive(Debug, Clone, Serialize)]
pub struct Measure {
    pub title: String,
    /// The first and the last score, in words.
    pub sentence: String,
    /// Between which numbers the score can be, where that is known.
    pub range: Option<String>,
    /// The scores as SVG from `web::chart`.
    pub chart: String,
    /// The same numbers, oldest first.
    pub rows: Vec<MeasureRow>,
}

/// One score of one day.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureRow {
    pub day: String,
    pub value: String,
}

impl Page for OverTime {
    const TEMPLATE: &'static str = "pages/receipt/over-time.html";

    fn samples() -> Vec<Self> {
        let row = |day: &str, value: &str| MeasureRow { day: day.into(), value: value.into() };
        let measure = Measure {
            title: "Quality of life".into(),
            sentence: "On 3 March 2026 the score was 7. On 22 November 2026 it was 9.".into(),
            range: Some("It can be from 0 to 12.".into()),
            chart: "<svg role=\"img\" aria-label=\"Quality of life\"></svg>".into(),
            rows: vec![row("3 March 2026", "7"), row("22 November 2026", "9")],
        };
        let full = Self {
            survey: "How are things?".into(),
            measures: vec![measure],
            code: "7K3P9XWQ2MNT".into(),
            pass: "1.a".into(),
            local_line: Some(LocalLine::sample()),
            text_lang: Some("en".into()),
        };
        vec![Self { measures: Vec::new(), text_lang: None, ..full.clone() }, full]
    }
}
