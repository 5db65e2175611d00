//! The parts of an indicator's page: its tables, each figure with the way to what it is made of, and who is behind it.

use super::asked::OFFERED;
use super::beside::Beside;
use super::beside_words::Said as Words;
use super::charts::Wanted;
use super::equity::{Equity, Split, State};
use super::figures::Writer;
use super::indicator::Shown;
use super::names::Names;
use super::ways::Seen;
use super::{charts, gateway, periods, target};
use crate::app::App;
use crate::domain::disclosure::{Releasable, Released};
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Period};
use crate::domain::release::Place;
use crate::domain::statistics::real;
use crate::i18n::MissingMessage;
use crate::released::Ledger;
use crate::web::chart::Group;
use crate::web::pages::commissioner::{Broken, Condition, Said, Voice, VoiceRow, VoiceTable};
use crate::web::pages::figures::{DefinitionLine, FigureRow};
use crate::web::problem::Problem;

/// Where it is told what a figure is made of.
pub fn lineage(key: &str, period: Period, place: Place) -> String {
    format!("/commissioner/figures/{key}/{period}/{}/{}", place.breakdown.code(), place.member)
}

/// Writes the tables of one indicator.
pub struct Tables<'a> {
    pub app: &'a App,
    pub writer: &'a Writer<'a>,
    pub names: &'a Names,
    pub shown: &'a Shown<'a>,
}

impl Tables<'_> {
    fn say(&self, key: &str) -> Result<String, MissingMessage> {
        self.writer.locale.t(key, &[])
    }

    fn row(&self, name: String, (period, place): (Period, Place), released: &Released) -> Result<FigureRow, MissingMessage> {
        let definition = &self.shown.definition;
        let mut row = self.writer.row(name, released)?;
        row.note = released.figure().map(|figure| self.writer.completeness(definition, figure)).transpose()?.flatten();
        row.href = Some(lineage(&definition.key, period, place));
        Ok(row)
    }

    /// Every period, the newest first. Where another version of the definition begins, it says so.
    pub fn points(&self, ledger: &Ledger) -> Result<Vec<FigureRow>, Problem> {
        let definition = &self.shown.definition;
        let months = periods::of_indicator(self.app, ledger, &definition.key);
        let mut rows = Vec::new();
        let mut version = None;
        for (period, released) in self.shown.series.iter().flat_map(Releasable::rows) {
            let months = months.get(period).copied().unwrap_or(1);
            let name = periods::label(self.writer.locale, months, *period)?;
            let mut row = self.row(name, (*period, Place::WHOLE), released)?;
            let own = ledger.leaf(&definition.key, *period).map(|leaf| leaf.version);
            if let (Some(own), true) = (own, version.is_some() && version != own) {
                let changed = self.writer.locale.t("figure-version-from-here", &[("version", i64::from(own).into())])?;
                row.note = Some(row.note.map_or(changed.clone(), |note| format!("{changed} {note}")));
            }
            version = own;
            rows.push(row);
        }
        rows.reverse();
        Ok(rows)
    }

    /// Every breakdown that was released, with its chart and what it finds.
    pub fn breakdowns(&self) -> Result<Vec<Broken>, Problem> {
        let Some((period, leaf)) = self.shown.now else { return Ok(Vec::new()) };
        let (definition, locale) = (&self.shown.definition, self.writer.locale);
        let spelt = periods::label(locale, definition.grid_months(), period)?;
        let mut found = Vec::new();
        for breakdown in OFFERED {
            let beside = Beside::of(definition, breakdown, leaf, |place| self.names.name(locale, place))?;
            let Ok(beside) = beside else { continue };
            let (heading, id) = (self.say(&format!("figure-by-{}", breakdown.code()))?, format!("by-{}", breakdown.code()));
            let words = Words { writer: self.writer, definition, by: &heading, period: &spelt };
            let rows = beside.lines.iter().map(|line| self.row(beside.listed(line), (period, line.place), &line.released));
            found.push(Broken {
                chart: words.chart(&beside, Wanted::Page(&format!("chart-{id}")))?,
                findings: words.findings(&beside)?.join(" "),
                rows: rows.collect::<Result<_, _>>()?,
                first: self.say(&format!("figure-member-{}", breakdown.code()))?,
                href: format!("{}&by={}", Seen::SideBySide.at(&definition.key, Some(period)), breakdown.code()),
                heading,
                id,
            });
        }
        Ok(found)
    }

    /// What became of people, or who was left out and why: as shares of all of them.
    pub fn shares(&self, breakdown: Breakdown) -> Result<Vec<FigureRow>, Problem> {
        let Some((period, leaf)) = self.shown.now else { return Ok(Vec::new()) };
        let writer = Writer { locale: self.writer.locale, measure: Measure::Proportion };
        let own = leaf.shares.rows().filter(|(place, _)| place.breakdown == breakdown);
        let row = |(place, released): (&Place, &Released)| {
            let mut row = writer.row(self.names.name(writer.locale, *place)?, released)?;
            row.href = Some(lineage(&self.shown.definition.key, period, *place));
            Ok(row)
        };
        own.map(row).collect()
    }

    /// The definition in plain words, with its version and dates.
    pub fn lines(&self) -> Result<Vec<DefinitionLine>, Problem> {
        let (definition, locale) = (&self.shown.definition, self.writer.locale);
        let plain = definition.plain_in(locale.language());
        let from = locale.month_year(definition.effective_from.first_day());
        let known = self.app.definitions.all();
        let until = known.iter().filter(|other| other.key == definition.key && other.version > definition.version);
        let until = until.map(|other| other.effective_from).min().map(|next| locale.month_year(next.plus(-1).first_day()));
        let dates = match until {
            Some(until) => locale.t("definition-dates-until", &[("from", from.into()), ("until", until.into())])?,
            None => locale.t("definition-dates", &[("from", from.into())])?,
        };
        let version =
            locale.t("definition-version-number", &[("version", i64::from(definition.version).into()), ("dates", dates.into())])?;
        let said = [
            ("definition-why", plain.why.clone()),
            ("definition-denominator", plain.denominator.clone()),
            ("definition-numerator", plain.numerator.clone()),
            ("definition-missing", plain.missing.clone()),
            ("definition-version", version),
        ];
        let line = |(key, text): (&str, String)| Ok(DefinitionLine { label: locale.t(key, &[])?, text });
        let target = target::said(self.writer, definition)?.map(|text| ("figure-target", text));
        said.into_iter().chain(target).map(line).collect()
    }

    /// What must be so before the figure counts for anything.
    pub fn gateway(&self, equity: Option<&Equity>) -> Result<Vec<Condition>, Problem> {
        let figure = self.shown.at(Place::WHOLE).and_then(Released::figure);
        let condition = |one: gateway::Condition| {
            let least = one.least.map(|least| self.writer.count(least)).unwrap_or_default();
            let state = match one.met {
                Some(true) => "met",
                Some(false) => "not-met",
                None => "not-known",
            };
            Ok(Condition {
                label: self.writer.locale.t(&format!("gateway-{}", one.code), &[("least", least.into())])?,
                said: self.say(&format!("gateway-{state}"))?,
                state,
            })
        };
        gateway::conditions(&self.shown.definition, figure, equity).into_iter().map(condition).collect()
    }

    /// Whose voice it is.
    pub fn equity(&self, equity: &Equity) -> Result<Voice, Problem> {
        let mut tables = Vec::new();
        let mut sections = Vec::new();
        for split in &equity.splits {
            let heading = self.say(&format!("figure-by-{}", split.breakdown.code()))?;
            sections.push((heading.clone(), self.groups(equity, split)?));
            tables.push(self.voices(heading, split)?);
        }
        let state = equity.state().code();
        let whole = match equity.whole {
            Some((answered, asked)) => self
                .writer
                .locale
                .t("equity-whole", &[("asked", self.writer.count(asked).into()), ("answered", self.writer.count(answered).into())])?,
            None => self.say("equity-whole-hidden")?,
        };
        let chart = charts::shares(self.writer, &sections)?;
        Ok(Voice { state: Said { code: state, said: self.say(&format!("equity-{state}"))? }, whole, chart, tables })
    }

    fn groups(&self, equity: &Equity, split: &Split) -> Result<Vec<Group>, Problem> {
        let behind = split.behind();
        let share = |part: u64, whole: u64| (whole > 0).then(|| 100.0 * real(part) / real(whole));
        let group = |(place, counts): &(Place, Option<(u64, u64)>)| {
            let both = counts.zip(equity.whole);
            Ok(Group {
                name: self.names.name(self.writer.locale, *place)?,
                eligible: both.and_then(|((_, asked), (_, of))| share(asked, of)),
                finished: both.and_then(|((answered, _), (of, _))| share(answered, of)),
                marked: behind.contains(place),
            })
        };
        split.groups.iter().map(group).collect()
    }

    fn voices(&self, heading: String, split: &Split) -> Result<VoiceTable, Problem> {
        let row = |(place, counts): &(Place, Option<(u64, u64)>)| {
            let share = counts.filter(|(_, asked)| *asked > 0).map(|(answered, asked)| 100.0 * real(answered) / real(asked));
            Ok(VoiceRow {
                name: self.names.name(self.writer.locale, *place)?,
                asked: counts.map(|(_, asked)| self.writer.count(asked)),
                answered: counts.map(|(answered, _)| self.writer.count(answered)),
                share: share.map(|share| format!("{}%", self.writer.locale.number(share, 0))),
            })
        };
        let first = self.say(&format!("figure-member-{}", split.breakdown.code()))?;
        let rows = split.groups.iter().map(row).collect::<Result<_, MissingMessage>>()?;
        Ok(VoiceTable { said: self.found(split)?, heading, first, rows })
    }

    /// What the test of the difference found.
    fn found(&self, split: &Split) -> Result<String, Problem> {
        let locale = self.writer.locale;
        let mut said = match split.state {
            State::TooUnlike => {
                let names = split.behind().into_iter().map(|place| self.names.name(locale, place)).collect::<Result<Vec<_>, _>>()?;
                locale.t("equity-split-too-unlike", &[("groups", names.join(", ").into())])?
            }
            state => self.say(&format!("equity-split-{}", state.code()))?,
        };
        if let Some(test) = split.compared.as_ref().and_then(|compared| compared.test) {
            let chance = if test.probability < 0.001 { "< 0.001".to_owned() } else { format!("= {}", locale.number(test.probability, 3)) };
            let freedom = i64::try_from(test.freedom).unwrap_or_default();
            let arguments =
                [("statistic", locale.number(test.chi_squared, 1).into()), ("freedom", freedom.into()), ("chance", chance.into())];
            said.push(' ');
            said.push_str(&locale.t("equity-test", &arguments)?);
        }
        Ok(said)
    }
}
