//! "You said, we did", as the public reads it.

use serde::Serialize;

use super::Page;
use super::results::Priorities;

/// One thing that was heard, and the answer to it, in the reader's language as far as it is not in somebody's own words.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    pub theme: Option<String>,
    pub heard: String,
    /// What becomes of it, in words.
    pub status: String,
    pub doing: Option<String>,
    pub reason: Option<String>,
    pub responsible: String,
    pub due: Option<String>,
    /// When it was published, and changed.
    pub dated: Option<String>,
}

/// A theme that was heard.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeShown {
    pub title: String,
    /// How many people spoke of it, in a sentence; nothing where they are too few to say.
    pub people: Option<String>,
}

/// The events that have answered back.
#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    pub events: Vec<AnsweredEvent>,
    pub text_lang: Option<String>,
}

/// One of them.
#[derive(Debug, Clone, Serialize)]
pub struct AnsweredEvent {
    pub title: String,
    pub when: String,
    /// Since when it is public, in a sentence.
    pub published: String,
    pub href: String,
}

/// What one event has answered, for everybody.
#[derive(Debug, Clone, Serialize)]
pub struct Public {
    pub title: String,
    pub when: String,
    pub place: String,
    /// What is said while nothing is published.
    pub waiting: Option<String>,
    /// How to reach those who hold it.
    pub contact: Option<String>,
    pub said: Option<Said>,
    /// The language of people's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// What was published.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    /// Since when, in a sentence.
    pub published: String,
    /// How many sent answers, and what came first.
    pub sentences: Vec<String>,
    /// What matters most to everybody who answered.
    pub priorities: Option<Priorities>,
    pub themes: Vec<ThemeShown>,
    pub answers: Vec<Shown>,
    pub comments: Vec<Comments>,
}

/// Published comments on one question.
#[derive(Debug, Clone, Serialize)]
pub struct Comments {
    /// What they are about.
    pub heading: String,
    pub comments: Vec<Comment>,
}

/// A published comment.
#[derive(Debug, Clone, Serialize)]
pub struct Comment {
    pub words: String,
    /// The language it is in, where it is not the page's.
    pub lang: Option<String>,
}

impl Shown {
    /// An invented answer with every part.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            theme: Some("Letters".into()),
            heard: "My <own> words\nabout letters that come too late".into(),
            status: "Planned".into(),
            doing: Some("We will ring before we write".into()),
            reason: Some("The law asks for a letter".into()),
            responsible: "The access team".into(),
            due: Some("1 April 2027".into()),
            dated: Some("Published on 22 November 2026".into()),
        }
    }

    /// An invented answer with as little as there can be.
    #[must_use]
    pub fn bare() -> Self {
        Self { theme: None, doing: None, reason: None, due: None, dated: None, ..Self::sample() }
    }
}

impl ThemeShown {
    /// One that many spoke of, and one that few did.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let theme = |people: Option<&str>| Self { title: "Letters".into(), people: people.map(Into::into) };
        vec![theme(Some("About 15 people")), theme(None)]
    }
}

impl Page for Answered {
    const TEMPLATE: &'static str = "pages/answered/list.html";

    fn samples() -> Vec<Self> {
        let event = AnsweredEvent {
            title: "Carers’ evening".into(),
            when: "5 October 2026".into(),
            published: "Published on 22 November 2026.".into(),
            href: "/e/34679A/heard".into(),
        };
        vec![Self { events: Vec::new(), text_lang: None }, Self { events: vec![event], text_lang: Some("en".into()) }]
    }
}

impl Page for Public {
    const TEMPLATE: &'static str = "pages/answered/one.html";

    fn samples() -> Vec<Self> {
        let comment = |lang: Option<&str>| Comment { words: "My <own> words".into(), lang: lang.map(Into::into) };
        let said = Said {
            published: "Published on 22 November 2026.".into(),
            sentences: vec!["About 45 people answered.".into()],
            priorities: Some(Priorities::sample()),
            themes: ThemeShown::samples(),
            answers: vec![Shown::sample(), Shown::bare()],
            comments: vec![Comments { heading: "What matters".into(), comments: vec![comment(None), comment(Some("pl"))] }],
        };
        let plain = Said { sentences: Vec::new(), priorities: None, themes: Vec::new(), comments: Vec::new(), ..said.clone() };
        let full = Self {
            title: "Carers’ evening".into(),
            when: "5 October 2026".into(),
            place: "Fenmarch Library".into(),
            waiting: None,
            contact: Some("01632 960 150".into()),
            said: Some(said),
            text_lang: Some("en".into()),
        };
        let waiting = Some("We are working on our answer.".into());
        let waiting = Self { waiting, contact: None, said: None, text_lang: None, ..full.clone() };
        vec![waiting, Self { said: Some(plain), ..full.clone() }, full]
    }
}
