//! Figures as pages of providers and commissioners have them in common: text that has already passed disclosure control. This room
//! cannot round, suppress or work anything out, so it cannot reveal anything either.

use serde::Serialize;

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
    /// Where it is told what the figure is made of.
    pub href: Option<String>,
}

/// One line of a definition.
#[derive(Debug, Clone, Serialize)]
pub struct DefinitionLine {
    pub label: String,
    pub text: String,
}

impl OverviewRow {
    pub(super) fn sample(polarity: Polarity, verdict: Verdict) -> Self {
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

    pub(super) fn withheld(reason: &str) -> Self {
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

impl FigureRow {
    pub(super) fn samples() -> Vec<Self> {
        let text = |text: &str| Some(text.to_owned());
        let shown = Self {
            name: "September 2026".into(),
            value: text("61.2%"),
            interval: text("58.0% to 64.3%"),
            numerator: text("1,225"),
            denominator: text("2,000"),
            withheld: None,
            note: text("Not over yet"),
            href: text("/commissioner/figures/settled/2026-09/all/0"),
        };
        let (value, interval, numerator, denominator, note, href) = (None, None, None, None, None, None);
        let hidden = Self { name: "October 2026".into(), withheld: text("Withheld"), value, interval, numerator, denominator, note, href };
        vec![shown, hidden]
    }
}

impl MonthLink {
    /// Two of them.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let link = |label: &str, href: &str| Self { label: label.into(), href: href.into() };
        vec![link("Side by side", "/commissioner/compare/settled"), link("Board packs", "/commissioner/pack?period=2026-10")]
    }
}
