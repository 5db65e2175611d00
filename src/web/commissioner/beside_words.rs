//! What is said of members beside one another: a row of a table for each, and sentences. A funnel says what chance explains;
//! intervals say who differs from the whole.

use super::beside::{Beside, Method};
use super::figures::Writer;
use crate::domain::disclosure::Figure;
use crate::domain::indicator::Definition;
use crate::domain::statistics::Refusal;
use crate::domain::statistics::comparison::{Standing, Way};
use crate::domain::statistics::funnel::{Funnel, Outcome};
use crate::i18n::MissingMessage;
use crate::web::pages::compare::ComparedRow;

/// Says what there is to say, in one language.
pub struct Said<'a> {
    pub writer: &'a Writer<'a>,
    pub definition: &'a Definition,
    /// The name of the breakdown, as a heading.
    pub by: &'a str,
    pub period: &'a str,
}

impl Said<'_> {
    pub(super) fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.writer.locale.t(key, &[])
    }

    fn named(&self, key: &str, names: &[&str]) -> Result<String, MissingMessage> {
        self.writer.locale.t(key, &[("names", names.join(", ").into())])
    }

    fn value(&self, figure: &Figure) -> String {
        self.writer.value(figure.value(), figure.places())
    }

    /// What the chart shows, in sentences.
    pub fn sentences(&self, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
        let mut all = Vec::new();
        if let Some(whole) = &beside.whole {
            let arguments = [("period", self.period.into()), ("value", self.value(whole).into())];
            all.push(self.writer.locale.t("compare-whole", &arguments)?);
        }
        all.extend(self.findings(beside)?);
        Ok(all)
    }

    /// Who differs, and how that is told.
    pub fn findings(&self, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
        let mut all = Vec::new();
        match &beside.method {
            Method::Funnel(funnel) => {
                all.extend(self.beyond(beside)?);
                all.push(self.spread(funnel, beside.shown)?);
            }
            Method::Intervals => all.extend(self.apart(beside)?),
            Method::NoFunnel(why) => {
                all.push(self.refusal(*why)?);
                all.extend(self.apart(beside)?);
            }
        }
        Ok(all)
    }

    /// Who lies outside the funnel.
    fn beyond(&self, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
        let mut all = Vec::new();
        for outcome in
            [Outcome::Beyond998(Way::Up), Outcome::Beyond998(Way::Down), Outcome::Beyond95(Way::Up), Outcome::Beyond95(Way::Down)]
        {
            let names: Vec<&str> =
                beside.lines.iter().filter(|line| line.outcome == Some(outcome)).map(|line| line.name.as_str()).collect();
            if !names.is_empty() {
                all.push(self.named(&format!("compare-beyond-{}", outcome.code()), &names)?);
            }
        }
        if all.is_empty() {
            all.push(self.t("compare-beyond-nobody")?);
        }
        Ok(all)
    }

    /// Whether the limits were widened, or why that cannot be told.
    fn spread(&self, funnel: &Funnel, shown: usize) -> Result<String, MissingMessage> {
        match funnel.dispersion {
            Some(spread) if spread.between > 0.0 => self.t("compare-spread-wider"),
            Some(_) => self.t("compare-spread-none"),
            None => self.writer.locale.t("compare-spread-too-few", &[("shown", count(shown).into())]),
        }
    }

    /// Whose interval keeps apart from the whole.
    fn apart(&self, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
        let mut all = Vec::new();
        for standing in [Standing::Better, Standing::Worse, Standing::Higher, Standing::Lower] {
            let names: Vec<&str> =
                beside.lines.iter().filter(|line| line.standing == Some(standing)).map(|line| line.name.as_str()).collect();
            if !names.is_empty() {
                all.push(self.named(&format!("compare-named-{}", standing.code()), &names)?);
            }
        }
        if all.is_empty() {
            all.push(self.t("compare-named-nobody")?);
        }
        Ok(all)
    }

    fn refusal(&self, why: Refusal) -> Result<String, MissingMessage> {
        match why {
            Refusal::TooFewGroups { need, .. } => {
                self.writer.locale.t("compare-refused-too-few-groups", &[("need", i64::try_from(need).unwrap_or(i64::MAX).into())])
            }
            Refusal::AllOrNobody => self.t("compare-refused-all-or-nobody"),
            _ => self.t("compare-refused"),
        }
    }

    /// A row of the table for each member.
    pub fn rows(&self, beside: &Beside) -> Result<Vec<ComparedRow>, MissingMessage> {
        let mut rows = Vec::new();
        for line in &beside.lines {
            let figures = self.writer.row(line.name.clone(), &line.released)?;
            rows.push(ComparedRow {
                letter: line.letter.clone(),
                name: figures.name,
                value: figures.value,
                interval: figures.interval,
                numerator: figures.numerator,
                denominator: figures.denominator,
                standing: line.standing.map(|one| self.t(&format!("compare-standing-{}", one.code()))).transpose()?,
                outcome: line.outcome.map(|one| self.t(&format!("compare-outcome-{}", one.code()))).transpose()?,
                withheld: figures.withheld,
            });
        }
        Ok(rows)
    }
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
