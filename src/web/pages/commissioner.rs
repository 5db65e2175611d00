//! What a commissioner sees. Figures arrive as text that has already passed disclosure control: this room cannot round, suppress
//! or work anything out, so it cannot reveal anything either.

use serde::Serialize;

use super::Page;

/// Every indicator of a framework, for one period.
#[derive(Debug, Clone, Serialize)]
pub struct Overview {
    pub framework: String,
    /// The period the figures are of.
    pub period: String,
    /// True while the period is not over.
    pub under_way: bool,
    /// When the figures were last brought up to date.
    pub updated: String,
    /// The periods before and after this one.
    pub months: Vec<MonthLink>,
    pub outcomes: Vec<Outcome>,
    /// Where the same figures are to be had as CSV.
    pub csv: String,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// The same page for another period.
#[derive(Debug, Clone, Serialize)]
pub struct MonthLink {
    pub label: String,
    pub href: String,
}

/// One outcome with its indicators.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    pub title: String,
    pub indicators: Vec<OverviewRow>,
}

/// One indicator on the overview.
#[derive(Debug, Clone, Serialize)]
pub struct OverviewRow {
    pub title: String,
    pub href: String,
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
    pub asked: Option<String>,
    pub answered: Option<String>,
    /// All answers received in the period, those through open links with them.
    pub received: Option<String>,
    /// For how many of those counted an answer is on record, where that bears on the figure.
    pub completeness: Option<String>,
    /// Why there is no figure, in the reader's language.
    pub withheld: Option<String>,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    HigherIsBetter,
    LowerIsBetter,
    Neutral,
}

/// A change and what it means.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// The change as a signed figure.
    pub text: String,
    pub verdict: Verdict,
}

/// What a change means for the people it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Better,
    Worse,
    /// The intervals leave it open.
    Unclear,
}

impl Page for Overview {
    const TEMPLATE: &'static str = "pages/commissioner/overview.html";

    fn samples() -> Vec<Self> {
        let indicators = vec![
            OverviewRow::sample(Polarity::HigherIsBetter, Verdict::Better),
            OverviewRow::sample(Polarity::LowerIsBetter, Verdict::Worse),
            OverviewRow::sample(Polarity::Neutral, Verdict::Unclear),
            OverviewRow::withheld("Fewer than five people"),
        ];
        let outcomes = vec![Outcome { title: "People have a home".into(), indicators }];
        let (period, updated, text_lang) = ("October 2026".into(), "22 November 2026".into(), Some("en".into()));
        let months = vec![MonthLink { label: "September 2026".into(), href: "/commissioner?period=2026-09".into() }];
        vec![Self {
            framework: "County outcomes".into(),
            period,
            under_way: true,
            updated,
            months,
            outcomes,
            csv: "/commissioner.csv".into(),
            text_lang,
        }]
    }
}

impl OverviewRow {
    fn sample(polarity: Polarity, verdict: Verdict) -> Self {
        let text = |text: &str| Some(text.to_owned());
        Self {
            value: text("61.2%"),
            interval: text("58.0% to 64.3%"),
            numerator: text("1,225"),
            denominator: text("2,000"),
            polarity,
            change: Some(Change { text: "+2.1".into(), verdict }),
            spark: text("<svg class=\"chart-spark\" aria-hidden=\"true\" viewBox=\"0 0 120 32\"></svg>"),
            asked: text("2,400"),
            answered: text("2,000"),
            received: text("2,050"),
            completeness: text("On record: 61%"),
            withheld: None,
            ..Self::withheld("")
        }
    }

    fn withheld(reason: &str) -> Self {
        Self {
            title: "People in settled accommodation".into(),
            href: "/commissioner/indicators/settled".into(),
            value: None,
            interval: None,
            numerator: None,
            denominator: None,
            polarity: Polarity::Neutral,
            change: None,
            spark: None,
            asked: None,
            answered: None,
            received: None,
            completeness: None,
            withheld: Some(reason.to_owned()),
        }
    }
}

/// One indicator in full.
#[derive(Debug, Clone, Serialize)]
pub struct Indicator {
    pub title: String,
    /// The one organisation it is about, where it is not about the whole county.
    pub about: Option<String>,
    /// The outcome it stands under.
    pub outcome: String,
    pub overview_href: String,
    /// The period of the breakdowns.
    pub period: String,
    /// The periods before and after this one.
    pub months: Vec<MonthLink>,
    /// What the trend shows, in a sentence.
    pub sentence: String,
    /// The trend as SVG from `web::chart`.
    pub trend: String,
    /// The trend's figures; `name` is the period.
    pub points: Vec<FigureRow>,
    pub providers: Vec<FigureRow>,
    pub localities: Vec<FigureRow>,
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
    /// How small numbers were treated.
    pub small_numbers: Option<String>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// Where an indicator stands in the framework.
#[derive(Debug, Clone, Serialize)]
pub struct InFramework {
    pub said: String,
    pub href: String,
}

/// One row of a table of figures.
#[derive(Debug, Clone, Serialize)]
pub struct FigureRow {
    pub name: String,
    pub value: Option<String>,
    /// The 95% interval.
    pub interval: Option<String>,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    /// Why there is no figure, in the reader's language.
    pub withheld: Option<String>,
    /// A remark, such as that the period is not over.
    pub note: Option<String>,
}

/// One line of a definition.
#[derive(Debug, Clone, Serialize)]
pub struct DefinitionLine {
    pub label: String,
    pub text: String,
}

impl Page for Indicator {
    const TEMPLATE: &'static str = "pages/commissioner/indicator.html";

    fn samples() -> Vec<Self> {
        let text = |text: &str| Some(text.to_owned());
        let row = |name: &str| FigureRow {
            name: name.into(),
            value: text("61.2%"),
            interval: text("58.0% to 64.3%"),
            numerator: text("1,225"),
            denominator: text("2,000"),
            withheld: None,
            note: text("Not over yet"),
        };
        let bare = FigureRow {
            value: None,
            interval: None,
            numerator: None,
            denominator: None,
            withheld: text("Withheld"),
            note: None,
            ..row("Fenmarch")
        };
        let full = Self {
            title: "People in settled accommodation".into(),
            about: text("Second Team"),
            outcome: "People have a home".into(),
            overview_href: "/commissioner".into(),
            period: "October 2026".into(),
            months: vec![MonthLink { label: "September 2026".into(), href: "/commissioner/indicators/settled?period=2026-09".into() }],
            sentence: "In October 2026, 61.2% of people had a settled home.".into(),
            trend: "<svg class=\"chart\" role=\"img\" aria-label=\"Trend\" viewBox=\"0 0 340 80\"></svg>".into(),
            points: vec![row("September 2026"), row("October 2026")],
            providers: vec![row("Fenmarch Trust"), bare],
            localities: vec![row("Dale")],
            definition: vec![DefinitionLine { label: "Who counts".into(), text: "Everyone open to a service.".into() }],
            definition_full: "key = \"settled\"\n[cohort]\nfrom = \"<episodes>\"\n".into(),
            csv: "/commissioner/indicators/settled.csv".into(),
            source: text("Supplied by the maternity service."),
            standing: Some(InFramework { said: "Not yet validated.".into(), href: "/framework/indicators/settled".into() }),
            small_numbers: text("Numbers under five are hidden."),
            text_lang: text("en"),
        };
        let thin = Self {
            about: None,
            providers: Vec::new(),
            localities: Vec::new(),
            source: None,
            standing: None,
            small_numbers: None,
            text_lang: None,
            ..full.clone()
        };
        vec![full, thin]
    }
}
