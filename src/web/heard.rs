//! The words of the pages that say who was heard: of the stages, of the splits and of their members. Whether a count may be
//! shown is decided before it comes here.

use std::collections::HashMap;

use serde::Deserialize;

use super::pages::figures::MonthLink;
use super::pages::heard::{Count, Row, Table};
use super::pages::part::Choice;
use super::problem::Problem;
use super::reply::encoded;
use super::visitor::Visitor;
use crate::app::App;
use crate::domain::care::heard::{Split, Stage, UNKNOWN, Unheard};
use crate::domain::care::span::Span;
use crate::domain::framework::Programme;
use crate::domain::indicator::Period;
use crate::domain::statistics::Interval;
use crate::i18n::{Locale, MissingMessage};
use crate::store::{self, Conn, organisations};

/// The most members that are named as heard less.
const NAMED: usize = 6;

/// Which programme, and when.
#[derive(Debug, Deserialize)]
pub struct Asked {
    programme: Option<String>,
    period: Option<String>,
}

/// One member of a split, as far as it may be shown.
pub struct Line {
    /// The code of the member; empty for everybody.
    pub member: String,
    /// How many came so far, stage by stage; nothing where that may not be shown.
    pub counts: Vec<Option<u64>>,
    /// Those who finished of those who could have been asked, or were, in per cent, and its interval.
    pub share: Option<(f64, Option<Interval>)>,
}

impl Asked {
    /// The programme that was asked for; without one, the first that is `served`. [`Problem::NotFound`] for one that is not there.
    pub fn programme<'a>(&self, app: &'a App, served: &[String]) -> Result<&'a Programme, Problem> {
        let known = &app.framework.programmes;
        let chosen = match self.programme.as_deref().filter(|key| !key.is_empty()) {
            Some(key) => known.iter().find(|programme| programme.key == key),
            None => known.iter().find(|programme| served.contains(&programme.key)).or(known.first()),
        };
        chosen.ok_or(Problem::NotFound)
    }

    /// The stretch of time that was asked for; without one, the quarter under way. [`Problem::NotFound`] for what is none, or has
    /// not begun.
    pub fn span(&self, app: &App) -> Result<Span, Problem> {
        let current = Period::of(app.clock.today());
        match self.period.as_deref() {
            None => Ok(Span::quarter_of(current)),
            Some(text) => Span::parse(text).filter(|span| span.first() <= current).ok_or(Problem::NotFound),
        }
    }
}

/// The same page for each programme.
pub fn programmes(app: &App, at: &str, chosen: &Programme, span: Span) -> Vec<Choice> {
    let choice = |one: &Programme| Choice {
        label: one.title.clone(),
        href: format!("{at}?programme={}&period={span}", encoded(&one.key)),
        current: one.key == chosen.key,
    };
    app.framework.programmes.iter().map(choice).collect()
}

/// What a stretch of time is called.
pub fn name(locale: &Locale, span: Span) -> Result<String, MissingMessage> {
    let month = |month: Period| locale.month_year(month.first_day());
    match span {
        Span::Month(only) => Ok(month(only)),
        Span::Quarter(_) => locale.t("heard-quarter", &[("first", month(span.first()).into()), ("last", month(span.last()).into())]),
    }
}

/// The stretches before and after, as far as there are any. `address` is the page's, up to the value of `period`.
pub fn around(app: &App, locale: &Locale, span: Span, address: &str) -> Result<Vec<MonthLink>, MissingMessage> {
    let current = Period::of(app.clock.today());
    let link = |span: Span| Ok(MonthLink { label: name(locale, span)?, href: format!("{address}{span}") });
    [span.plus(-1), span.plus(1)].into_iter().filter(|span| span.first() <= current).map(link).collect()
}

/// What these stages are called, in order.
pub fn stages(locale: &Locale, stages: &[Stage]) -> Result<Vec<String>, MissingMessage> {
    stages.iter().map(|stage| locale.t(&format!("heard-stage-{}", stage.code()), &[])).collect()
}

/// The names of providers and localities, by split and id.
pub fn names(conn: &mut Conn) -> store::Result<HashMap<(Split, String), String>> {
    let providers = organisations::list(conn)?.into_iter().map(|one| ((Split::Provider, one.id.0.to_string()), one.name));
    let localities = organisations::localities(conn)?.into_iter().map(|one| ((Split::Locality, one.id.0.to_string()), one.name));
    Ok(providers.chain(localities).collect())
}

/// Writes tables in one language.
pub struct Writer<'a> {
    pub visitor: &'a Visitor,
    pub names: &'a HashMap<(Split, String), String>,
    /// The stages that are told of.
    pub stages: &'a [Stage],
}

impl Writer<'_> {
    /// One split.
    pub fn split(&self, split: Split, lines: &[Line]) -> Result<Table, MissingMessage> {
        let first = self.t(&format!("heard-split-{}", split.code()))?;
        let mut rows = Vec::new();
        for line in lines {
            rows.push(self.row(self.member(split, &line.member)?, line)?);
        }
        Ok(Table { caption: self.visitor.locale.t("heard-by", &[("split", first.as_str().into())])?, first, rows })
    }

    /// Everybody in one line.
    pub fn everybody(&self, line: &Line) -> Result<Table, MissingMessage> {
        let row = self.row(self.t("heard-everybody")?, line)?;
        Ok(Table { caption: self.t("heard-everybody-caption")?, first: self.t("heard-whom")?, rows: vec![row] })
    }

    fn row(&self, name: String, line: &Line) -> Result<Row, MissingMessage> {
        let hidden = self.t("heard-hidden")?;
        let count = |count: &Option<u64>| count.map_or_else(|| hidden.clone(), |count| self.whole(count));
        let named = stages(&self.visitor.locale, self.stages)?.into_iter().zip(&line.counts);
        Ok(Row {
            name,
            counts: named.map(|(stage, many)| Count { stage, count: count(many) }).collect(),
            share: line.share.map(|(share, _)| self.per_cent(share)),
            interval: line.share.and_then(|(_, interval)| interval).map(|interval| self.range(&interval)).transpose()?,
        })
    }

    /// Who was heard less than everybody else, in words.
    pub fn unheard(&self, found: &[Unheard]) -> Result<Vec<String>, MissingMessage> {
        let sentence = |one: &Unheard| {
            let share = |(part, all): (u64, u64)| self.per_cent(100.0 * ratio(part, all));
            let fewer = |fraction: f64| self.visitor.locale.number(-100.0 * fraction, 0);
            let arguments = [
                ("split", self.t(&format!("heard-split-{}", one.split.code()))?.into()),
                ("member", self.member(one.split, &one.member)?.into()),
                ("share", share(one.heard).into()),
                ("others", share(one.others).into()),
                ("points", fewer(one.difference).into()),
                ("least", fewer(one.interval.upper).into()),
                ("most", fewer(one.interval.lower).into()),
            ];
            self.visitor.locale.t("heard-less", &arguments)
        };
        found.iter().take(NAMED).map(sentence).collect()
    }

    /// What the member of a split is called.
    fn member(&self, split: Split, code: &str) -> Result<String, MissingMessage> {
        let locale = &self.visitor.locale;
        match split {
            _ if code == UNKNOWN => self.t("heard-unknown"),
            Split::Provider | Split::Locality => Ok(self.names.get(&(split, code.to_owned())).cloned().unwrap_or_else(|| code.to_owned())),
            Split::Deprivation => self.t(&format!("heard-deprivation-{code}")),
            Split::Age => match code.split_once('-') {
                Some(("00", last)) => locale.t("heard-age-under", &[("last", last.into())]),
                Some((first, last)) => locale.t("heard-age", &[("first", first.into()), ("last", last.into())]),
                None => locale.t("heard-age-over", &[("first", code.into())]),
            },
            Split::Sex => self.t(match code {
                "1" => "people-sex-male",
                "2" => "people-sex-female",
                "9" => "people-sex-indeterminate",
                _ => "people-sex-not-known",
            }),
            Split::Ethnicity => self.t(&format!("heard-ethnicity-{code}")),
            Split::Language => Ok(self.t(&format!("people-language-{code}")).unwrap_or_else(|_| code.to_owned())),
            Split::Channel => self.t(&format!("heard-channel-{code}")),
        }
    }

    /// A count with its thousands set apart.
    pub fn whole(&self, count: u64) -> String {
        self.visitor.locale.whole(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// `61%`.
    pub fn per_cent(&self, value: f64) -> String {
        format!("{}%", self.visitor.locale.number(value, 0))
    }

    /// `58% to 64%`.
    pub fn range(&self, interval: &Interval) -> Result<String, MissingMessage> {
        let (low, high) = (self.per_cent(interval.lower), self.per_cent(interval.upper));
        self.visitor.locale.t("figure-range", &[("low", low.into()), ("high", high.into())])
    }

    fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.visitor.locale.t(key, &[])
    }
}

/// A part of a whole that is not nought.
fn ratio(part: u64, all: u64) -> f64 {
    crate::domain::statistics::real(part) / crate::domain::statistics::real(all.max(1))
}
