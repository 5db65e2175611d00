//! What came out of events. Figures arrive as text that has passed disclosure control: this room cannot round, suppress or work
//! anything out.

use serde::Serialize;

use super::Page;
use super::figures::FigureRow;

/// The events that are over.
#[derive(Debug, Clone, Serialize)]
pub struct EventsOver {
    pub rows: Vec<EventOver>,
}

/// One event that is over.
#[derive(Debug, Clone, Serialize)]
pub struct EventOver {
    pub title: String,
    pub href: String,
    /// The day it was held on.
    pub day: String,
    pub place: String,
    /// About how many sent answers.
    pub answers: String,
}

/// What came out of one event.
#[derive(Debug, Clone, Serialize)]
pub struct EventResults {
    pub title: String,
    /// The day it was held on, and where.
    pub held: String,
    /// Why there is nothing to see yet, or nothing else to see.
    pub nothing: Option<String>,
    /// How many sent answers, and who came first.
    pub sentences: Vec<String>,
    /// Who answered, split by split.
    pub who: Vec<Counts>,
    pub priorities: Option<Priorities>,
    /// Whether the indicators make sense.
    pub senses: Vec<Question>,
    /// The other questions.
    pub questions: Vec<Question>,
    /// Where the same figures are to be had as CSV.
    pub csv: Option<String>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// How many of each group there were.
#[derive(Debug, Clone, Serialize)]
pub struct Counts {
    /// What they are split by.
    pub first: String,
    pub rows: Vec<Count>,
}

/// How many there were of one group.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    pub name: String,
    pub count: String,
}

/// Which outcomes matter most.
#[derive(Debug, Clone, Serialize)]
pub struct Priorities {
    /// The bars, as SVG from `web::chart`.
    pub chart: String,
    /// How firm the order is, a sentence for each outcome and the next.
    pub firm: Vec<String>,
    /// The order of everybody, then of groups.
    pub orders: Vec<Order>,
}

/// The order of some people.
#[derive(Debug, Clone, Serialize)]
pub struct Order {
    pub caption: String,
    pub has_points: bool,
    pub rows: Vec<Place>,
}

/// Where one outcome stands.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    pub outcome: String,
    pub rank: Option<String>,
    /// The 95% interval of the rank.
    pub ranks: Option<String>,
    /// How many put it first, of those who chose, and their share.
    pub first: Option<String>,
    pub points: Option<String>,
    /// The 95% interval of the points.
    pub range: Option<String>,
}

/// How one question was answered.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// Unique on the page.
    pub id: String,
    pub title: String,
    /// True where the title is in the framework's own words.
    pub is_framework: bool,
    pub sentence: String,
    /// The bars, as SVG from `web::chart`; empty where there is nothing to draw.
    pub chart: String,
    pub rows: Vec<FigureRow>,
    /// The shares of each group, where there are any.
    pub groups: Option<Shares>,
}

/// The shares of each group.
#[derive(Debug, Clone, Serialize)]
pub struct Shares {
    pub columns: Vec<String>,
    pub rows: Vec<Share>,
}

/// The shares of one group.
#[derive(Debug, Clone, Serialize)]
pub struct Share {
    pub name: String,
    pub answered: String,
    pub cells: Vec<Cell>,
}

/// One share under the name of its column.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    pub heading: String,
    pub text: String,
}

impl Page for EventsOver {
    const TEMPLATE: &'static str = "pages/engage/events_over.html";

    fn samples() -> Vec<Self> {
        let row = EventOver {
            title: "Carers at the library".into(),
            href: "/engage/1/results".into(),
            day: "21 November 2026".into(),
            place: "Fenmarch Library".into(),
            answers: "45".into(),
        };
        vec![Self { rows: vec![row] }, Self { rows: Vec::new() }]
    }
}

impl Page for EventResults {
    const TEMPLATE: &'static str = "pages/engage/results.html";

    fn samples() -> Vec<Self> {
        let running = Self {
            title: "Carers at the library".into(),
            held: "21 November 2026, Fenmarch Library".into(),
            nothing: Some("Answers are taken until 5 December 2026.".into()),
            sentences: Vec::new(),
            who: Vec::new(),
            priorities: None,
            senses: Vec::new(),
            questions: Vec::new(),
            csv: None,
            text_lang: None,
        };
        let full = Self {
            nothing: None,
            sentences: vec!["About 45 people sent answers.".into()],
            who: vec![Counts { first: "Who answered".into(), rows: vec![Count { name: "Carers".into(), count: "20".into() }] }],
            priorities: Some(Priorities::sample()),
            senses: vec![Question::sample("sense-1", true)],
            questions: vec![Question::sample("question-1", false)],
            csv: Some("/engage/1/results.csv".into()),
            text_lang: Some("en".into()),
            ..running.clone()
        };
        vec![running, full]
    }
}

impl Priorities {
    #[must_use]
    pub fn sample() -> Self {
        let place = Place {
            outcome: "People have a home".into(),
            rank: Some("1".into()),
            ranks: Some("1 to 2".into()),
            first: Some("20 (44%)".into()),
            points: Some("90".into()),
            range: Some("75 to 120".into()),
        };
        let hidden = Place { rank: None, ranks: None, first: None, points: None, range: None, ..place.clone() };
        let everybody = Order { caption: "Everybody".into(), has_points: true, rows: vec![place.clone(), hidden.clone()] };
        let carers =
            Order { caption: "Carers".into(), has_points: false, rows: vec![Place { points: None, range: None, ..place }, hidden] };
        Self { chart: String::new(), firm: vec!["Too close to say.".into()], orders: vec![everybody, carers] }
    }
}

impl Question {
    fn sample(id: &str, is_framework: bool) -> Self {
        let row = FigureRow {
            name: "Yes".into(),
            value: Some("50%".into()),
            interval: Some("35% to 65%".into()),
            numerator: Some("20".into()),
            denominator: Some("40".into()),
            withheld: None,
            note: None,
            href: None,
        };
        let cell = Cell { heading: "Yes".into(), text: "60%".into() };
        let share = Share { name: "Carers".into(), answered: "20".into(), cells: vec![cell] };
        let groups = is_framework.then(|| Shares { columns: vec!["Yes".into()], rows: vec![share] });
        let title = "In paid employment".into();
        Self { id: id.into(), title, is_framework, sentence: "About 40 answered.".into(), chart: String::new(), rows: vec![row], groups }
    }
}
