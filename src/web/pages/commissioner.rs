//! What a commissioner sees. Figures arrive as text that has already passed disclosure control: this room cannot round, suppress
//! or work anything out, so it cannot reveal anything either.

use serde::Serialize;

use super::Page;
use super::compare::sample_field;
pub use super::figures::MonthLink;
use super::figures::{Change, DefinitionLine, FigureRow, Polarity, Verdict};
use super::form::Field;

/// Every indicator of a framework, for the period of one month.
#[derive(Debug, Clone, Serialize)]
pub struct Overview {
    pub framework: String,
    /// Which release is the newest, and when the next one comes.
    pub release: String,
    /// The month the figures are of; nothing before the first release.
    pub period: Option<String>,
    /// The same page for the months before and after.
    pub months: Vec<MonthLink>,
    /// The consortia and the board pack, of the same period.
    pub ways: Vec<MonthLink>,
    /// What can be chosen.
    pub filters: Vec<Field>,
    pub tables: Vec<Glances>,
    /// The drawings of the icons.
    pub icons: String,
    /// Where the same figures are to be had as CSV.
    pub csv: String,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// Indicators at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct Glances {
    pub title: String,
    pub text_lang: Option<String>,
    pub rows: Vec<Glance>,
}

/// One indicator at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct Glance {
    pub title: String,
    /// The language of the indicator's own words, where it is not the page's.
    pub text_lang: Option<String>,
    pub href: String,
    /// The same figure side by side and on a map.
    pub ways: Vec<MonthLink>,
    pub outcome: String,
    /// The period of its figure.
    pub period: Option<String>,
    pub value: Option<String>,
    /// The 95% interval.
    pub interval: Option<String>,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    pub polarity: Polarity,
    /// The change since the period before.
    pub change: Option<Change>,
    /// A small trend, as SVG from `web::chart`.
    pub spark: Option<String>,
    /// The icons, as SVG from `web::chart`: what chance leaves to say, and whether the target is met.
    pub variation: String,
    pub assurance: String,
    /// The target with its direction.
    pub target: Option<String>,
    /// Whose voice it is; nothing where nobody was asked.
    pub equity: Option<Heard>,
    /// For how many of those counted an answer is on record, where that bears on the figure.
    pub completeness: Option<String>,
    /// Why there is no figure, in the reader's language.
    pub withheld: Option<String>,
}

/// How many were heard, and whether they can stand for all.
#[derive(Debug, Clone, Serialize)]
pub struct Heard {
    /// `even`, `too-few` or `too-unlike`.
    pub state: &'static str,
    pub said: String,
    pub asked: Option<String>,
    pub answered: Option<String>,
}

/// One indicator in full.
#[derive(Debug, Clone, Serialize)]
pub struct Indicator {
    pub title: String,
    /// The outcome it stands under.
    pub outcome: String,
    pub overview_href: String,
    /// The same figures side by side, on a map, by consortium, and in a board pack.
    pub ways: Vec<MonthLink>,
    /// Which release is the newest, and when the next one comes.
    pub release: String,
    /// The period that is shown; nothing before the first release.
    pub period: Option<String>,
    /// The same page for the periods before and after.
    pub months: Vec<MonthLink>,
    /// What the newest figure is, in a sentence.
    pub sentence: String,
    /// The periods as SVG from `web::chart`, what the chart finds, and where it is to be had as SVG and as PNG.
    pub trend: String,
    pub judgement: String,
    pub pictures: Vec<String>,
    /// The periods' figures; `name` is the period.
    pub points: Vec<FigureRow>,
    pub breakdowns: Vec<Broken>,
    /// What became of people.
    pub changes: Vec<FigureRow>,
    /// Who was left out, and why.
    pub left_out: Vec<FigureRow>,
    pub equity: Option<Voice>,
    pub gateway: Vec<Condition>,
    /// The definition in plain words.
    pub definition: Vec<DefinitionLine>,
    /// The definition as it is written in the framework's file.
    pub definition_full: String,
    /// Where the same figures are to be had as CSV.
    pub csv: String,
    /// Where supplied figures come from.
    pub source: Option<String>,
    /// How far it was validated with patients and carers, for those who see the framework.
    pub standing: Option<InFramework>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// Where an indicator stands in the framework.
#[derive(Debug, Clone, Serialize)]
pub struct InFramework {
    pub said: String,
    pub href: String,
}

/// One breakdown.
#[derive(Debug, Clone, Serialize)]
pub struct Broken {
    pub id: String,
    pub heading: String,
    /// What its members are, for the head of the table.
    pub first: String,
    /// The members as SVG from `web::chart`, and who differs.
    pub chart: String,
    pub findings: String,
    /// The same side by side, with how each stands to everybody.
    pub href: String,
    pub rows: Vec<FigureRow>,
}

/// What must be so before a figure counts for anything.
#[derive(Debug, Clone, Serialize)]
pub struct Condition {
    pub label: String,
    pub said: String,
    /// `met`, `not-met` or `not-known`.
    pub state: &'static str,
}

/// A state with its words.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    pub code: &'static str,
    pub said: String,
}

/// Whose voice is behind a figure.
#[derive(Debug, Clone, Serialize)]
pub struct Voice {
    pub state: Said,
    /// Asked and answered, everybody together.
    pub whole: String,
    /// The shares of the groups as SVG from `web::chart`.
    pub chart: String,
    pub tables: Vec<VoiceTable>,
}

/// The groups of one breakdown.
#[derive(Debug, Clone, Serialize)]
pub struct VoiceTable {
    pub heading: String,
    pub first: String,
    /// What the test of the difference found.
    pub said: String,
    pub rows: Vec<VoiceRow>,
}

/// One group; nothing where it is hidden.
#[derive(Debug, Clone, Serialize)]
pub struct VoiceRow {
    pub name: String,
    pub asked: Option<String>,
    pub answered: Option<String>,
    pub share: Option<String>,
}

/// What one figure is made of.
#[derive(Debug, Clone, Serialize)]
pub struct Lineage {
    pub title: String,
    pub text_lang: Option<String>,
    /// Whose figure it is.
    pub about: String,
    pub period: String,
    pub back: String,
    pub figure: Vec<DefinitionLine>,
    /// Who was left out, for the whole.
    pub left_out: Vec<FigureRow>,
    /// The same of the whole, where this is of a part.
    pub whole: Option<String>,
    pub made_by: Vec<DefinitionLine>,
    pub disclosure: Vec<DefinitionLine>,
}

fn line(label: &str, text: &str) -> DefinitionLine {
    DefinitionLine { label: label.into(), text: text.into() }
}

impl Page for Overview {
    const TEMPLATE: &'static str = "pages/commissioner/overview.html";

    fn samples() -> Vec<Self> {
        let rows = vec![
            Glance::sample(Polarity::HigherIsBetter, Verdict::Better),
            Glance::sample(Polarity::LowerIsBetter, Verdict::Worse),
            Glance::sample(Polarity::Neutral, Verdict::Unclear),
            Glance::bare(),
        ];
        let full = Self {
            framework: "County outcomes".into(),
            release: "Release 3.".into(),
            period: Some("October 2026".into()),
            months: vec![MonthLink { label: "September 2026".into(), href: "/commissioner?period=2026-09".into() }],
            ways: MonthLink::samples(),
            filters: vec![sample_field("period"), sample_field("order"), sample_field("programme")],
            tables: vec![Glances { title: "People have a home".into(), text_lang: Some("en".into()), rows }],
            icons: "<svg class=\"chart-icons\" aria-hidden=\"true\"></svg>".into(),
            csv: "/commissioner/overview.csv".into(),
            text_lang: Some("en".into()),
        };
        let first = Self { period: None, months: Vec::new(), ways: Vec::new(), text_lang: None, ..full.clone() };
        vec![full, first]
    }
}

impl Glance {
    fn sample(polarity: Polarity, verdict: Verdict) -> Self {
        Self {
            text_lang: Some("en".into()),
            period: Some("October 2026".into()),
            ways: MonthLink::samples(),
            target: Some("At least 70%".into()),
            value: Some("61.2%".into()),
            interval: Some("58.0% to 64.3%".into()),
            numerator: Some("1,225".into()),
            denominator: Some("2,000".into()),
            polarity,
            change: Some(Change { text: "+2.1".into(), verdict }),
            spark: Some("<svg class=\"chart-spark\" aria-hidden=\"true\" viewBox=\"0 0 120 32\"></svg>".into()),
            equity: Some(Heard {
                state: "too-unlike",
                said: "Too unlike to judge".into(),
                asked: Some("2,400".into()),
                answered: Some("2,000".into()),
            }),
            completeness: Some("On record: 61%".into()),
            withheld: None,
            ..Self::bare()
        }
    }

    fn bare() -> Self {
        Self {
            title: "People in settled accommodation".into(),
            text_lang: None,
            href: "/commissioner/indicators/settled".into(),
            ways: Vec::new(),
            target: None,
            outcome: "People have a home".into(),
            period: None,
            value: None,
            interval: None,
            numerator: None,
            denominator: None,
            polarity: Polarity::Neutral,
            change: None,
            spark: None,
            variation: "<svg role=\"img\" aria-label=\"Too few points\" viewBox=\"0 0 40 40\"></svg>".into(),
            assurance: "<svg role=\"img\" aria-label=\"No target\" viewBox=\"0 0 40 40\"></svg>".into(),
            equity: None,
            completeness: None,
            withheld: Some("Nothing was released".into()),
        }
    }
}

impl Page for Indicator {
    const TEMPLATE: &'static str = "pages/commissioner/indicator.html";

    fn samples() -> Vec<Self> {
        let row =
            |name: &str| VoiceRow { name: name.into(), asked: Some("40".into()), answered: Some("20".into()), share: Some("50%".into()) };
        let hidden = VoiceRow { asked: None, answered: None, share: None, ..row("75 to 84") };
        let table = VoiceTable { heading: "By age".into(), first: "Age".into(), said: "Even.".into(), rows: vec![row("18 to 24"), hidden] };
        let condition = |state| Condition { label: "At least 30 people".into(), said: "Met".into(), state };
        let full = Self {
            title: "People in settled accommodation".into(),
            outcome: "People have a home".into(),
            overview_href: "/commissioner".into(),
            ways: MonthLink::samples(),
            release: "Release 3.".into(),
            period: Some("October 2026".into()),
            months: vec![MonthLink { label: "September 2026".into(), href: "/commissioner/indicators/settled?period=2026-09".into() }],
            sentence: "In October 2026, 61.2% of people had a settled home.".into(),
            trend: "<svg class=\"chart\" role=\"img\" aria-label=\"Trend\" viewBox=\"0 0 340 80\"></svg>".into(),
            judgement: "Nothing but chance.".into(),
            pictures: vec!["/commissioner/indicators/settled.svg".into(), "/commissioner/indicators/settled.png".into()],
            points: FigureRow::samples(),
            breakdowns: vec![Broken::sample()],
            changes: FigureRow::samples(),
            left_out: FigureRow::samples(),
            equity: Some(Voice {
                state: Said { code: "too-few", said: "Too few to judge".into() },
                whole: "Of 40 asked 20 answered.".into(),
                chart: String::new(),
                tables: vec![table],
            }),
            gateway: vec![condition("met"), condition("not-met"), condition("not-known")],
            definition: vec![line("Who counts", "Everyone open to a service.")],
            definition_full: "key = \"settled\"\n[cohort]\nfrom = \"<episodes>\"\n".into(),
            csv: "/commissioner/indicators/settled.csv".into(),
            source: Some("Supplied by the maternity service.".into()),
            standing: Some(InFramework { said: "Not yet validated.".into(), href: "/framework/indicators/settled".into() }),
            text_lang: Some("en".into()),
        };
        let first = Self {
            period: None,
            months: Vec::new(),
            ways: Vec::new(),
            trend: String::new(),
            judgement: String::new(),
            pictures: Vec::new(),
            points: Vec::new(),
            breakdowns: Vec::new(),
            changes: Vec::new(),
            left_out: Vec::new(),
            equity: None,
            gateway: Vec::new(),
            source: None,
            standing: None,
            text_lang: None,
            ..full.clone()
        };
        vec![full, first]
    }
}

impl Broken {
    fn sample() -> Self {
        Self {
            id: "by-provider".into(),
            heading: "By provider".into(),
            first: "Provider".into(),
            chart: String::new(),
            findings: "All that can be shown lie within the limits.".into(),
            href: "/commissioner/compare/settled?period=2026-10&by=provider".into(),
            rows: FigureRow::samples(),
        }
    }
}

impl Page for Lineage {
    const TEMPLATE: &'static str = "pages/commissioner/lineage.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            title: "People in settled accommodation".into(),
            text_lang: Some("en".into()),
            about: "Everybody".into(),
            period: "October 2026".into(),
            back: "/commissioner/indicators/settled?period=2026-10".into(),
            figure: vec![line("Numerator", "1,225")],
            left_out: FigureRow::samples(),
            whole: None,
            made_by: vec![line("Definition", "Version 1"), line("Its SHA-256", &"4f".repeat(32))],
            disclosure: vec![line("Rule", "MHSDS")],
        };
        let part = Self {
            left_out: Vec::new(),
            whole: Some("/commissioner/figures/settled/2026-10/all/0".into()),
            text_lang: None,
            about: "Fenmarch Trust".into(),
            ..full.clone()
        };
        vec![full, part]
    }
}
