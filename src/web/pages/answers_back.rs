//! "You said, we did", for those who write it: the list, and how it is looked at before it is published.

use serde::Serialize;

use super::Page;
use super::answered::{Shown, ThemeShown};
use super::part::Hidden;

/// The list of an event, for those who write it.
#[derive(Debug, Clone, Serialize)]
pub struct Answers {
    /// The title of the event.
    pub event: String,
    /// Its address; the list's own and those below it begin with it.
    pub at: String,
    /// What was done a moment ago.
    pub done: Option<String>,
    /// Whether it is published, since when, and what of it is not yet.
    pub state: String,
    /// The public page, while it says something.
    pub public: Option<String>,
    pub rows: Vec<Row>,
    /// True where there is something to look at before it is published.
    pub may_look: bool,
    /// The language of people's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One answer in the list.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub shown: Shown,
    /// Where it is changed.
    pub href: String,
    /// `new` or `changed` where the public does not read it so.
    pub unpublished: Option<&'static str>,
    pub first: bool,
    pub last: bool,
}

/// What would be published.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    pub event: String,
    pub at: String,
    pub answers: Vec<Shown>,
    pub themes: Vec<ThemeShown>,
    /// Why it cannot be published now; then there is no button.
    pub why_not: Option<String>,
    /// What the form sends besides the session's own: the hash of what is looked at.
    pub hidden: Vec<Hidden>,
    /// True where there is anybody who asked to hear of it.
    pub offers_news: bool,
    /// True where they are told unless somebody says otherwise.
    pub news_chosen: bool,
    pub text_lang: Option<String>,
}

impl Page for Answers {
    const TEMPLATE: &'static str = "pages/engage/answers.html";

    fn samples() -> Vec<Self> {
        let row = |shown: Shown, unpublished, (first, last)| Row { shown, href: "/engage/1/answers/7".into(), unpublished, first, last };
        let full = Self {
            event: "Carers’ evening".into(),
            at: "/engage/1".into(),
            done: Some("Added.".into()),
            state: "Published on 22 November 2026.".into(),
            public: Some("/e/34679A/heard".into()),
            rows: vec![
                row(Shown::sample(), Some("new"), (true, false)),
                row(Shown::bare(), Some("changed"), (false, false)),
                row(Shown::bare(), None, (false, true)),
            ],
            may_look: true,
            text_lang: Some("en".into()),
        };
        vec![Self { done: None, public: None, rows: Vec::new(), may_look: false, text_lang: None, ..full.clone() }, full]
    }
}

impl Page for Preview {
    const TEMPLATE: &'static str = "pages/engage/publish.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            event: "Carers’ evening".into(),
            at: "/engage/1".into(),
            answers: vec![Shown::sample(), Shown::bare()],
            themes: ThemeShown::samples(),
            why_not: None,
            hidden: vec![Hidden::new("seen", "0a")],
            offers_news: true,
            news_chosen: true,
            text_lang: Some("en".into()),
        };
        let quiet = Self { offers_news: false, themes: Vec::new(), ..full.clone() };
        let chosen = Self { news_chosen: false, text_lang: None, ..full.clone() };
        vec![Self { why_not: Some("Answers are still being taken.".into()), ..quiet.clone() }, quiet, chosen, full]
    }
}
