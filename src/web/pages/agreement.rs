//! How far two people agree about the comments of an event, and settling where they differ.

use serde::Serialize;
use tera::Context;

use super::coding::{Said, themes_sample, with_errors};
use super::form::Field;
use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// How far two people agree.
#[derive(Debug, Clone, Serialize)]
pub struct Agreement {
    pub event: String,
    pub back: String,
    pub sentences: Vec<String>,
    pub pairs: Vec<Pair>,
    /// The comments about which they differ.
    pub differing: Vec<Differing>,
    /// What was settled by somebody, to look at it again.
    pub settled: Vec<Differing>,
    pub heard: Vec<HeardRow>,
    pub done: Option<String>,
}

/// Two people who coded the same comments.
#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    pub first: String,
    pub second: String,
    pub sentences: Vec<String>,
    /// Theme by theme, and at last all together.
    pub rows: Vec<AgreementRow>,
}

/// What two people made of one theme.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementRow {
    pub theme: String,
    pub both: String,
    pub first: String,
    pub second: String,
    pub neither: String,
    pub alike: String,
    /// Nothing where it is not defined.
    pub kappa: Option<String>,
    pub interval: Option<String>,
}

/// A comment that was coded twice.
#[derive(Debug, Clone, Serialize)]
pub struct Differing {
    pub label: String,
    pub href: String,
    /// What each of the two saw, or what was settled and by whom.
    pub lines: Vec<String>,
}

/// How often a theme was heard.
#[derive(Debug, Clone, Serialize)]
pub struct HeardRow {
    pub theme: String,
    pub comments: String,
    pub people: String,
}

/// One comment that was coded twice, to be settled.
#[derive(Debug, Clone, Serialize)]
pub struct Settle {
    pub event: String,
    pub back: String,
    pub label: String,
    pub comment: Said,
    /// What each of the two saw.
    pub choices: Vec<(String, Vec<String>)>,
    /// That it is settled, and by whom.
    pub settled: Option<String>,
    pub action: String,
    pub themes: Field,
    pub hidden: Vec<Hidden>,
}

impl Page for Agreement {
    const TEMPLATE: &'static str = "pages/engage/agreement.html";

    fn samples() -> Vec<Self> {
        let row = AgreementRow {
            theme: "Getting there".into(),
            both: "20".into(),
            first: "5".into(),
            second: "10".into(),
            neither: "15".into(),
            alike: "70%".into(),
            kappa: Some("0.40".into()),
            interval: Some("0.15 to 0.65".into()),
        };
        let bare = AgreementRow { kappa: None, interval: None, ..row.clone() };
        let pair =
            Pair { first: "A Person".into(), second: "Another".into(), sentences: vec!["They agree.".into()], rows: vec![row, bare] };
        let one = Differing { label: "Comment 3".into(), href: "/engage/7/agreement/12".into(), lines: vec!["A Person: none".into()] };
        let plain = Self {
            event: "An afternoon for carers".into(),
            back: "/engage/7/coding".into(),
            sentences: vec!["No comment was coded twice yet.".into()],
            pairs: Vec::new(),
            differing: Vec::new(),
            settled: Vec::new(),
            heard: Vec::new(),
            done: None,
        };
        let full = Self {
            pairs: vec![pair],
            differing: vec![one.clone()],
            settled: vec![one],
            heard: vec![HeardRow { theme: "Getting there".into(), comments: "12".into(), people: "9".into() }],
            done: Some("It is settled.".into()),
            ..plain.clone()
        };
        vec![plain, full]
    }
}

impl Page for Settle {
    const TEMPLATE: &'static str = "pages/engage/settle.html";

    fn has_errors(&self) -> bool {
        !self.themes.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        with_errors(self, &[&self.themes])
    }

    fn samples() -> Vec<Self> {
        let plain = Self {
            event: "An afternoon for carers".into(),
            back: "/engage/7/agreement".into(),
            label: "Comment 3".into(),
            comment: Said::sample(),
            choices: vec![("A Person".into(), vec!["Getting there".into(), "Waiting".into()]), ("Another".into(), Vec::new())],
            settled: None,
            action: "/engage/7/agreement/12".into(),
            themes: themes_sample(),
            hidden: vec![Hidden::new("seen", "")],
        };
        let mut faulty = Self { settled: Some("A Person settled it.".into()), ..plain.clone() };
        faulty.themes.errors.push(FieldError::new("themes", "Choose a theme."));
        vec![plain, faulty]
    }
}
