//! The pages of engagement events, for those who hold them: the list, one event, and the count that is shown on a wall.

use serde::Serialize;

use super::Page;
use super::account::Place;
use crate::qr::{self, Drawing};

/// The events that somebody holds.
#[derive(Debug, Clone, Serialize)]
pub struct Events {
    /// Those that run, those to come, those that are over; a part without any is left out.
    pub parts: Vec<Part>,
    /// False while no team looks at alerts: then no event can be planned.
    pub may_plan: bool,
}

/// One part of the list.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    pub heading: String,
    pub rows: Vec<EventRow>,
}

/// One event of the list.
#[derive(Debug, Clone, Serialize)]
pub struct EventRow {
    pub href: String,
    pub title: String,
    pub when: String,
    pub place: String,
    pub state: String,
    /// The code by which it is joined.
    pub code: String,
}

/// One event.
#[derive(Debug, Clone, Serialize)]
pub struct Meeting {
    pub title: String,
    /// What was done a moment ago.
    pub done: Option<String>,
    pub state: String,
    pub when: String,
    /// Its own address.
    pub at: String,
    /// How many answers there are; nothing where it asks nothing.
    pub answers: Option<Answers>,
    /// How it is joined; nothing when it was called off.
    pub join: Option<Join>,
    pub facts: Vec<Fact>,
    /// What it asks; nothing where it asks nothing.
    pub asked: Option<Asked>,
    /// The ways to what else there is of it.
    pub parts: Vec<Place>,
    pub may_change: bool,
    pub may_call_off: bool,
    /// What may be done by hand about answering, if anything.
    pub by_hand: Option<ByHand>,
    /// The language of the surveys' own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// The change of answering that somebody may make by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByHand {
    Open,
    Close,
}

/// How many answers there are, and when they are taken.
#[derive(Debug, Clone, Serialize)]
pub struct Answers {
    /// Sent, and not taken back.
    pub sent: i64,
    /// Begun, and not sent.
    pub begun: i64,
    pub from: String,
    pub until: String,
    /// True when none are taken any more.
    pub is_over: bool,
}

/// How an event is joined.
#[derive(Debug, Clone, Serialize)]
pub struct Join {
    /// With a gap in the middle.
    pub code: String,
    /// Where the code is typed.
    pub address: String,
    /// Where the square code leads.
    pub link: String,
    pub qr: Drawing,
    /// In each language of the event that we speak.
    pub prints: Vec<Print>,
}

/// A poster, a card for the tables, and the questions on paper.
#[derive(Debug, Clone, Serialize)]
pub struct Print {
    pub language: String,
    pub poster: String,
    pub card: String,
    /// Nothing where nothing is asked. With `&large=yes` behind it, in large print.
    pub form: Option<String>,
}

/// Something that is known of an event.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    pub name: String,
    pub lines: Vec<String>,
}

/// What an event asks.
#[derive(Debug, Clone, Serialize)]
pub struct Asked {
    /// The title of the survey it begins with.
    pub survey: Option<String>,
    pub outcomes: Vec<Titled>,
    pub indicators: Vec<Titled>,
    /// True where somebody has begun to answer.
    pub is_fixed: bool,
}

/// The title of an outcome or an indicator.
#[derive(Debug, Clone, Serialize)]
pub struct Titled {
    pub title: String,
    /// Its language, where it is not the page's.
    pub lang: Option<String>,
}

/// How many answers there are, in large type.
#[derive(Debug, Clone, Serialize)]
pub struct Live {
    pub title: String,
    /// The page of the event.
    pub back: String,
    pub is_open: bool,
    /// To count by, and as it is written.
    pub sent: i64,
    pub number: String,
    pub begun: i64,
    pub code: String,
    pub address: String,
    /// When it was counted.
    pub time: String,
    /// After how many seconds it looks again; nothing where it stands still.
    pub refreshes: Option<u32>,
    /// The same page: looking again by itself, and standing still.
    pub on: String,
    pub still: String,
}

impl Page for Events {
    const TEMPLATE: &'static str = "pages/engage/list.html";

    fn samples() -> Vec<Self> {
        let row = EventRow {
            href: "/engage/7".into(),
            title: "Carers at the library".into(),
            when: "5 December 2026, 10:00 to 12:30".into(),
            place: "Fenmarch Library".into(),
            state: "Takes answers".into(),
            code: "34A CDX".into(),
        };
        vec![
            Self { parts: Vec::new(), may_plan: false },
            Self { parts: Vec::new(), may_plan: true },
            Self { parts: vec![Part { heading: "Under way".into(), rows: vec![row] }], may_plan: true },
        ]
    }
}

impl Page for Meeting {
    const TEMPLATE: &'static str = "pages/engage/one.html";

    fn samples() -> Vec<Self> {
        let bare = Self {
            title: "Carers at the library".into(),
            done: None,
            state: "Called off".into(),
            when: "5 December 2026, 10:00 to 12:30".into(),
            at: "/engage/7".into(),
            answers: None,
            join: None,
            facts: vec![Fact { name: "Place".into(), lines: vec!["Fenmarch Library".into(), "Beside the bus stop.".into()] }],
            asked: None,
            parts: Vec::new(),
            may_change: false,
            may_call_off: false,
            by_hand: None,
            text_lang: None,
        };
        let titled = |title: &str, lang| Titled { title: title.into(), lang };
        let asked = Asked { survey: None, outcomes: Vec::new(), indicators: vec![titled("In paid employment", None)], is_fixed: false };
        let print = Print {
            language: "Polish".into(),
            poster: "/engage/7/poster.pdf?language=pl".into(),
            card: "/engage/7/card.pdf?language=pl".into(),
            form: Some("/engage/7/form.pdf?language=pl".into()),
        };
        let join = Join {
            code: "34A CDX".into(),
            address: "answers.example.org/join".into(),
            link: "https://answers.example.org/e/34ACDX".into(),
            qr: qr::draw("https://answers.example.org/e/34ACDX").unwrap_or_default(),
            prints: vec![Print { form: None, ..print.clone() }, print],
        };
        let place = Place { title: "People".into(), explain: "Who is expected.".into(), href: "/engage/7/people".into() };
        let (from, until) = ("5 December 2026, 09:00".into(), "19 December 2026, 12:30".into());
        let answers = Answers { sent: 41, begun: 1, from, until, is_over: false };
        let over = Self { answers: Some(Answers { is_over: true, ..answers.clone() }), ..bare.clone() };
        let full = Self {
            done: Some("It is planned.".into()),
            answers: Some(answers),
            join: Some(join),
            asked: Some(Asked {
                survey: Some("How was it?".into()),
                outcomes: vec![titled("I have a settled place to live", Some("en".into())), titled("I get help when I need it", None)],
                indicators: Vec::new(),
                is_fixed: true,
            }),
            parts: vec![place],
            may_change: true,
            may_call_off: true,
            by_hand: Some(ByHand::Close),
            text_lang: Some("en".into()),
            ..bare.clone()
        };
        let planned = Self { answers: None, done: None, asked: Some(asked), by_hand: Some(ByHand::Open), ..full.clone() };
        vec![bare, over, full, planned]
    }
}

impl Page for Live {
    const TEMPLATE: &'static str = "pages/engage/live.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            title: "Carers at the library".into(),
            back: "/engage/7".into(),
            is_open: true,
            sent: 141,
            number: "141".into(),
            begun: 12,
            code: "34A CDX".into(),
            address: "answers.example.org/join".into(),
            time: "10:23:15".into(),
            refreshes: Some(15),
            on: "/engage/7/live".into(),
            still: "/engage/7/live?still=yes".into(),
        };
        vec![Self { refreshes: None, is_open: false, ..full.clone() }, Self { refreshes: None, ..full.clone() }, full]
    }
}
