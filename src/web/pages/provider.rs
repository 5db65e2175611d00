//! What a provider sees: its figures, which arrive as text that has passed disclosure control, and the people in its care.

use serde::Serialize;

use super::Page;
use super::commissioner::{MonthLink, Outcome, Overview};
use super::part::Choice;

/// Every indicator that one provider bears on, for one period.
#[derive(Debug, Clone, Serialize)]
pub struct Figures {
    pub organisation: String,
    /// The same page for the organisations whose figures may be seen; none where there is but one.
    pub organisations: Vec<Choice>,
    /// The period the figures are of.
    pub period: String,
    /// True while the period is not over.
    pub under_way: bool,
    /// The periods before and after this one.
    pub months: Vec<MonthLink>,
    pub outcomes: Vec<Outcome>,
    /// Where the same figures are to be had as CSV.
    pub csv: String,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// People in care, episode by episode.
#[derive(Debug, Clone, Serialize)]
pub struct People {
    /// True for those who may add a person.
    pub may_add: bool,
    /// The same list for each programme.
    pub programmes: Vec<Choice>,
    /// The providers whose people these are.
    pub providers: Vec<String>,
    pub rows: Vec<PersonRow>,
    /// The next page of the list.
    pub next: Option<String>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One episode on the list.
#[derive(Debug, Clone, Serialize)]
pub struct PersonRow {
    /// The name of the person, or their pseudonymous number where no name is known.
    pub name: String,
    pub href: String,
    /// The year of birth.
    pub born: String,
    pub programme: String,
    pub provider: String,
    pub locality: Option<String>,
    pub opened: String,
    pub closed: Option<String>,
    /// How many times they were asked, if they were, and how many of them they answered.
    pub asked: Option<String>,
    pub answered: String,
}

impl Page for Figures {
    const TEMPLATE: &'static str = "pages/provider/figures.html";

    fn samples() -> Vec<Self> {
        let of = |overview: Overview| Self {
            organisation: "Fenmarch Trust".into(),
            organisations: Choice::samples(),
            period: overview.period,
            under_way: overview.under_way,
            months: overview.months,
            outcomes: overview.outcomes,
            csv: "/provider/figures.csv".into(),
            text_lang: overview.text_lang,
        };
        let full: Vec<Self> = Overview::samples().into_iter().map(of).collect();
        let bare = |one: &Self| Self { organisations: Vec::new(), under_way: false, outcomes: Vec::new(), text_lang: None, ..one.clone() };
        full.iter().map(bare).chain(full.clone()).collect()
    }
}

impl Page for People {
    const TEMPLATE: &'static str = "pages/provider/people.html";

    fn samples() -> Vec<Self> {
        let row = PersonRow {
            name: "Zofia Nowak".into(),
            href: "/provider/people/204817".into(),
            born: "1980".into(),
            programme: "Mental health".into(),
            provider: "Fenmarch Trust".into(),
            locality: Some("Dale".into()),
            opened: "12 January 2026".into(),
            closed: Some("3 June 2026".into()),
            asked: Some("4".into()),
            answered: "2".into(),
        };
        let bare = PersonRow { name: "204818".into(), locality: None, closed: None, asked: None, ..row.clone() };
        let full = Self {
            may_add: true,
            programmes: Choice::samples(),
            providers: vec!["Fenmarch Trust".into(), "Dale Team".into()],
            rows: vec![row, bare],
            next: Some("/provider/people?before=204818".into()),
            text_lang: Some("en".into()),
        };
        let one = Self { may_add: false, providers: vec!["Fenmarch Trust".into()], next: None, text_lang: None, ..full.clone() };
        vec![Self { rows: Vec::new(), ..one.clone() }, one, full]
    }
}
