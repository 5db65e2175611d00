//! The outcome framework and what it stands on. Everything arrives as text that has been released, published or written by staff:
//! this room could name nobody.

use serde::Serialize;

use super::Page;
use super::answered::Shown;

/// Every outcome and indicator, and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct FrameworkPage {
    pub title: String,
    pub programmes: Vec<ProgrammeLines>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One programme.
#[derive(Debug, Clone, Serialize)]
pub struct ProgrammeLines {
    pub title: String,
    pub outcomes: Vec<OutcomeLines>,
}

/// One outcome with its indicators.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeLines {
    pub outcome: Line,
    pub indicators: Vec<Line>,
}

/// One outcome or indicator.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    pub title: String,
    pub href: String,
    /// Where it stands, in a sentence.
    pub state: String,
    /// The language of the title, where it is not the page's.
    pub lang: Option<String>,
}

/// A way to another.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub title: String,
    pub href: String,
    /// The language of the title, where it is not the page's.
    pub lang: Option<String>,
}

/// One outcome or indicator, with what supports or questions it.
#[derive(Debug, Clone, Serialize)]
pub struct TopicPage {
    /// Its address; that of deciding about it begins with it.
    pub at: String,
    /// What it is: an outcome or an indicator.
    pub kind: String,
    pub title: String,
    /// What was done a moment ago.
    pub done: Option<String>,
    /// Where it stands, in a sentence.
    pub state: String,
    /// The definition in plain words.
    pub plain: Vec<String>,
    pub related: Vec<Link>,
    /// Where its figures are.
    pub figures: Option<String>,
    /// True for whoever may decide about it.
    pub may_decide: bool,
    pub exhibits: Vec<ExhibitShown>,
    pub history: Vec<DecisionLine>,
    /// The language of the title and the definition, where it is not the page's.
    pub text_lang: Option<String>,
    /// The language that staff write in, where it is not the page's.
    pub own_lang: Option<String>,
}

/// What one event says.
#[derive(Debug, Clone, Serialize)]
pub struct ExhibitShown {
    /// Unique on the page.
    pub id: String,
    pub title: String,
    pub when: String,
    /// Its public page, where it has answered back.
    pub public: Option<String>,
    /// The numbers, one sentence each.
    pub facts: Vec<String>,
    pub quotes: Vec<Quote>,
    /// That comments were taken back since.
    pub gone: Option<String>,
    pub answers: Vec<Shown>,
}

/// A published comment.
#[derive(Debug, Clone, Serialize)]
pub struct Quote {
    /// Whether it supports or questions, in words.
    pub stance: String,
    pub words: String,
    /// The language it is in, where it is not the page's.
    pub lang: Option<String>,
}

/// One decision in the history.
#[derive(Debug, Clone, Serialize)]
pub struct DecisionLine {
    /// What was decided and when, in a sentence.
    pub said: String,
    pub reason: String,
    pub href: String,
}

/// One decision, with what was cited.
#[derive(Debug, Clone, Serialize)]
pub struct DecisionPage {
    /// The page of what it is about.
    pub back: String,
    pub title: String,
    /// What was decided and when, in a sentence.
    pub said: String,
    /// Who decided.
    pub by: String,
    pub reason: String,
    /// The hash of what was cited.
    pub sha256: String,
    pub exhibits: Vec<ExhibitShown>,
    /// The language of the title, where it is not the page's.
    pub text_lang: Option<String>,
    /// The language that staff write in, where it is not the page's.
    pub own_lang: Option<String>,
}

impl ExhibitShown {
    fn samples() -> Vec<Self> {
        let quote = |lang: Option<&str>| Quote { stance: "Supports it".into(), words: "My <own> words".into(), lang: lang.map(Into::into) };
        let full = Self {
            id: "event-1".into(),
            title: "Carers’ evening".into(),
            when: "5 October 2026".into(),
            public: Some("/e/34679A/heard".into()),
            facts: vec!["About 45 people answered.".into(), "About 15 of 45 put it first.".into()],
            quotes: vec![quote(Some("pl")), quote(None)],
            gone: Some("One comment was taken back since.".into()),
            answers: vec![Shown::sample(), Shown::bare()],
        };
        let bare = Self { id: "event-2".into(), public: None, quotes: Vec::new(), gone: None, answers: Vec::new(), ..full.clone() };
        vec![full, bare]
    }
}

impl Page for FrameworkPage {
    const TEMPLATE: &'static str = "pages/framework/list.html";

    fn samples() -> Vec<Self> {
        let line = |title: &str, lang: Option<&str>| Line {
            title: title.into(),
            href: "/framework/outcomes/home".into(),
            state: "Not yet validated.".into(),
            lang: lang.map(Into::into),
        };
        let outcomes = vec![OutcomeLines { outcome: line("People have a home", Some("en")), indicators: vec![line("Settled", None)] }];
        let programmes = vec![ProgrammeLines { title: "Mental health".into(), outcomes }];
        let full = Self { title: "County outcomes".into(), programmes, text_lang: Some("en".into()) };
        vec![Self { text_lang: None, ..full.clone() }, full]
    }
}

impl Page for TopicPage {
    const TEMPLATE: &'static str = "pages/framework/topic.html";

    fn samples() -> Vec<Self> {
        let decision = DecisionLine {
            said: "Validated on 22 November 2026.".into(),
            reason: "My <own> words".into(),
            href: "/framework/decisions/1".into(),
        };
        let link = |lang: Option<&str>| Link {
            title: "People have a home".into(),
            href: "/framework/outcomes/home".into(),
            lang: lang.map(Into::into),
        };
        let full = Self {
            at: "/framework/indicators/settled".into(),
            kind: "Indicator".into(),
            title: "People in settled accommodation".into(),
            done: Some("Validated.".into()),
            state: "Validated with patients and carers on 22 November 2026.".into(),
            plain: vec!["A home is where recovery begins.".into()],
            related: vec![link(None), link(Some("en"))],
            figures: Some("/commissioner/indicators/settled".into()),
            may_decide: true,
            exhibits: ExhibitShown::samples(),
            history: vec![decision],
            text_lang: Some("en".into()),
            own_lang: Some("en".into()),
        };
        let bare = Self {
            done: None,
            plain: Vec::new(),
            related: Vec::new(),
            figures: None,
            may_decide: false,
            exhibits: Vec::new(),
            history: Vec::new(),
            text_lang: None,
            own_lang: None,
            ..full.clone()
        };
        vec![full, bare]
    }
}

impl Page for DecisionPage {
    const TEMPLATE: &'static str = "pages/framework/decision.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            back: "/framework/indicators/settled".into(),
            title: "People in settled accommodation".into(),
            said: "Validated on 22 November 2026.".into(),
            by: "A Person".into(),
            reason: "My <own> words".into(),
            sha256: "0a".repeat(32),
            exhibits: ExhibitShown::samples(),
            text_lang: Some("en".into()),
            own_lang: Some("en".into()),
        };
        vec![Self { exhibits: Vec::new(), text_lang: None, own_lang: None, ..full.clone() }, full]
    }
}
