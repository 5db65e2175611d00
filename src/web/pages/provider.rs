//! What a provider sees: its figures, which arrive as text that has passed disclosure control, and the people in its care.

use serde::Serialize;

use super::Page;
use super::figures::{DefinitionLine, FigureRow, MonthLink, Outcome, OverviewRow, Polarity, Verdict};
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
        let indicators = vec![
            OverviewRow::sample(Polarity::HigherIsBetter, Verdict::Better),
            OverviewRow::sample(Polarity::LowerIsBetter, Verdict::Worse),
            OverviewRow::sample(Polarity::Neutral, Verdict::Unclear),
            OverviewRow::withheld("Fewer than five people"),
        ];
        let full = Self {
            organisation: "Fenmarch Trust".into(),
            organisations: Choice::samples(),
            period: "October 2026".into(),
            under_way: true,
            months: vec![MonthLink { label: "September 2026".into(), href: "/provider?period=2026-09".into() }],
            outcomes: vec![Outcome { title: "People have a home".into(), indicators }],
            csv: "/provider/figures.csv".into(),
            text_lang: Some("en".into()),
        };
        let bare = Self { organisations: Vec::new(), under_way: false, outcomes: Vec::new(), text_lang: None, ..full.clone() };
        vec![bare, full]
    }
}

/// One indicator of one provider.
#[derive(Debug, Clone, Serialize)]
pub struct Indicator {
    pub title: String,
    pub organisation: String,
    /// The outcome it stands under.
    pub outcome: String,
    pub overview_href: String,
    /// The periods before and after this one.
    pub months: Vec<MonthLink>,
    /// What the trend shows, in a sentence.
    pub sentence: String,
    /// The trend as SVG from `web::chart`.
    pub trend: String,
    /// The trend's figures; `name` is the period.
    pub points: Vec<FigureRow>,
    /// The definition in plain words.
    pub definition: Vec<DefinitionLine>,
    /// The definition as it is written in the framework's file.
    pub definition_full: String,
    /// Where the same figures are to be had as CSV.
    pub csv: String,
    /// Where those who see people see who stands behind it.
    pub behind: Option<String>,
    /// Where supplied figures come from.
    pub source: Option<String>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

impl Page for Indicator {
    const TEMPLATE: &'static str = "pages/provider/indicator.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            title: "People in settled accommodation".into(),
            organisation: "Second Team".into(),
            outcome: "People have a home".into(),
            overview_href: "/provider".into(),
            months: vec![MonthLink { label: "September 2026".into(), href: "/provider/indicators/settled?period=2026-09".into() }],
            sentence: "In October 2026, 61.2% of people had a settled home.".into(),
            trend: "<svg class=\"chart\" role=\"img\" aria-label=\"Trend\" viewBox=\"0 0 340 80\"></svg>".into(),
            points: FigureRow::samples(),
            definition: vec![DefinitionLine { label: "Who counts".into(), text: "Everyone open to a service.".into() }],
            definition_full: "key = \"settled\"\n[cohort]\nfrom = \"<episodes>\"\n".into(),
            csv: "/provider/figures.csv".into(),
            behind: Some("/provider/behind?indicator=settled".into()),
            source: Some("Supplied by the maternity service.".into()),
            text_lang: Some("en".into()),
        };
        vec![Self { source: None, text_lang: None, months: Vec::new(), ..full.clone() }, full]
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
