//! What stands in a board pack: a cover, the newest figure of every indicator, and a page for each with its course, its providers side
//! by side, and what it means. All of it comes from the ledger.

use std::sync::Arc;

use super::beside::Beside;
use super::beside_words::Said;
use super::charts::{Series, Wanted};
use super::figures::{self, Writer};
use super::indicator::{Shown, judgement, sentence};
use super::names::Names;
use super::{judged, language_of, language_of_framework, periods};
use crate::app::App;
use crate::domain::disclosure::Releasable;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::domain::survey::Language;
use crate::i18n::{Locale, MissingMessage};
use crate::paper::report::Piece;
use crate::paper::{Table, Words};
use crate::released::Ledger;
use crate::store;
use crate::store::board_packs::Pack;

/// How much of the width of a page a chart takes.
const SHARE: f32 = 0.7;

/// What a pack is made from.
pub(crate) struct Pages {
    app: App,
    locale: Arc<Locale>,
    ledger: Arc<Ledger>,
    names: Names,
    period: Period,
    programme: Option<String>,
}

impl Pages {
    /// Gathers what that pack is made from.
    pub(crate) async fn of(app: &App, pack: &Pack) -> store::Result<Self> {
        let language = Language::parse(&pack.language).unwrap_or_else(Language::english);
        Ok(Self {
            app: app.clone(),
            locale: Arc::clone(app.locales.find(&language).unwrap_or(app.locales.english())),
            ledger: app.ledger().await?,
            names: Names::read(app).await?,
            period: Period::from_number(pack.period),
            programme: pack.programme.clone(),
        })
    }

    /// The language that it is written in.
    pub(crate) fn locale(&self) -> Arc<Locale> {
        Arc::clone(&self.locale)
    }

    /// What the document is called, and what stands at the top of every page.
    pub(crate) fn titles(&self) -> Result<(String, String), MissingMessage> {
        let month = self.locale.month_year(self.period.first_day());
        let title = self.locale.t("pack-document", &[("framework", self.app.framework.title.as_str().into()), ("period", month.into())])?;
        Ok((title.clone(), format!("{}: {title}", self.app.settings.organisation)))
    }

    /// The indicators that something left of, in the order of the framework.
    pub(crate) fn indicators(&self) -> Vec<Shown<'_>> {
        let keys = self.app.framework.indicators.iter().map(|listed| listed.key.as_str());
        let shown = keys.filter_map(|key| Shown::newest(&self.app, &self.ledger, key, Some(self.period)));
        let is_wanted = |one: &Shown<'_>| {
            let own = self.app.framework.outcome(&one.definition.outcome).map(|outcome| outcome.programme.as_str());
            one.now.is_some() && (self.programme.is_none() || self.programme.as_deref() == own)
        };
        shown.filter(is_wanted).collect()
    }

    fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.locale.t(key, &[])
    }

    fn own(&self, key: &str) -> Result<Words, MissingMessage> {
        Ok(plain(self.t(key)?))
    }

    /// The cover, and every indicator in a line.
    pub(crate) fn cover(&self, indicators: &[Shown<'_>]) -> Result<Vec<Piece>, MissingMessage> {
        let (title, _) = self.titles()?;
        let mut pieces = vec![Piece::Title(plain(title)), Piece::Words(plain(self.app.settings.organisation.clone()))];
        let programme = self.app.framework.programmes.iter().find(|one| self.programme.as_deref() == Some(one.key.as_str()));
        if let Some(programme) = programme {
            pieces.push(Piece::Words(foreign(&programme.title, &self.locale)));
        }
        if let Some(newest) = &self.ledger.newest {
            let made = crate::clock::Moment::from_micros(newest.made_at).zoned(self.app.clock.zone()).date();
            let arguments = [
                ("number", newest.number.into()),
                ("released", self.locale.date(made).into()),
                ("made", self.locale.date(self.app.clock.today()).into()),
            ];
            pieces.push(Piece::Words(plain(self.locale.t("pack-made", &arguments)?)));
        }
        pieces.push(Piece::Small(self.own("overview-interval-note")?));
        pieces.push(Piece::Small(self.own("overview-small-numbers")?));
        if indicators.is_empty() {
            pieces.push(Piece::Words(self.own("compare-none-yet")?));
            return Ok(pieces);
        }
        pieces.push(Piece::Heading(self.own("pack-overview")?));
        let columns =
            [("figure-indicator", 3.4), ("figure-period", 1.8), ("figure-value", 1.0), ("figure-interval", 1.4), ("pack-counts", 1.8)];
        let columns = columns.into_iter().map(|(key, share)| Ok((self.t(key)?, share))).collect::<Result<_, MissingMessage>>()?;
        let rows = indicators.iter().map(|one| self.line(one)).collect::<Result<_, _>>()?;
        pieces.push(Piece::Table(Table { columns, rows }));
        Ok(pieces)
    }

    fn line(&self, one: &Shown<'_>) -> Result<Vec<Words>, MissingMessage> {
        let writer = self.writer(&one.definition);
        let released = one.at(Place::WHOLE);
        let row = released.map(|released| writer.row(String::new(), released)).transpose()?;
        let counts = row.as_ref().and_then(|row| match (&row.numerator, &row.denominator) {
            (Some(numerator), Some(denominator)) => {
                Some(self.locale.t("figure-of", &[("numerator", numerator.as_str().into()), ("denominator", denominator.as_str().into())]))
            }
            (None, denominator) => denominator.clone().map(Ok),
            (Some(_), None) => None,
        });
        let hidden = self.t("pack-hidden")?;
        let value = row.as_ref().and_then(|row| row.withheld.as_ref().map(|_| hidden).or_else(|| row.value.clone()));
        let interval = row.and_then(|row| row.interval);
        let spelt = one.now.map(|(period, _)| periods::label(&self.locale, one.definition.grid_months(), period));
        Ok(vec![
            self.title(&one.definition),
            plain(spelt.transpose()?.unwrap_or_default()),
            or_dash(value),
            or_dash(interval),
            or_dash(counts.transpose()?),
        ])
    }

    fn writer(&self, definition: &Definition) -> Writer<'_> {
        Writer { locale: &self.locale, measure: figures::measure(definition) }
    }

    /// What the indicator is called.
    fn title(&self, definition: &Definition) -> Words {
        Words { text: definition.title_in(self.locale.language()).to_owned(), language: language_of(definition, &self.locale) }
    }

    /// The page of one indicator.
    pub(crate) fn indicator(&self, one: &Shown<'_>) -> Result<Vec<Piece>, MissingMessage> {
        let definition = &one.definition;
        let mut pieces = vec![Piece::Title(self.title(definition))];
        if let Some(outcome) = self.app.framework.outcome(&definition.outcome) {
            pieces.push(Piece::Small(foreign(outcome.title_in(self.locale.language()), &self.locale)));
        }
        let writer = self.writer(definition);
        if let Some(series) = &one.series {
            pieces.extend(self.course(&writer, one, series)?);
        }
        pieces.extend(self.side_by_side(&writer, one)?);
        pieces.push(Piece::Heading(self.own("indicator-definition-heading")?));
        pieces.extend(self.meaning(definition)?);
        Ok(pieces)
    }

    /// How the whole went, as far as it left, and what chance explains of it.
    fn course(&self, writer: &Writer<'_>, one: &Shown<'_>, series: &Releasable<Period>) -> Result<Vec<Piece>, MissingMessage> {
        let (definition, judged) = (&one.definition, judged::judge(&one.definition, series));
        let sentence = format!("{} {}", sentence(writer, definition, one)?, judgement(writer, definition, &judged)?);
        let title = self.locale.t("pack-course", &[("title", definition.title_in(self.locale.language()).into())])?;
        let mut pieces = vec![Piece::Words(plain(sentence.clone()))];
        if judged.points.len() > 1 {
            let drawn = Series { writer, definition, judged: &judged, title: &title, sentence: &sentence };
            pieces.extend(chart(drawn.control(Wanted::File)?, format!("{title}. {sentence}")));
        }
        Ok(pieces)
    }

    /// Its providers, in a chart and a table; or why not.
    fn side_by_side(&self, writer: &Writer<'_>, one: &Shown<'_>) -> Result<Vec<Piece>, MissingMessage> {
        let (definition, Some((period, leaf))) = (&one.definition, one.now) else { return Ok(Vec::new()) };
        let beside = Beside::of(definition, Breakdown::Provider, leaf, |place| self.names.name(&self.locale, place))?;
        let beside = match beside {
            Ok(beside) => beside,
            Err(nothing) => return Ok(vec![Piece::Words(self.own(&format!("compare-nothing-{}", nothing.code()))?)]),
        };
        let spelt = periods::label(&self.locale, definition.grid_months(), period)?;
        let by = self.t("figure-by-provider")?;
        let said = Said { writer, definition, by: &by, period: &spelt };
        let sentences = said.findings(&beside)?.join(" ");
        let mut pieces = vec![Piece::Heading(plain(by.clone())), Piece::Words(plain(sentences.clone()))];
        pieces.extend(chart(said.chart(&beside, Wanted::File)?, sentences));
        pieces.push(Piece::Table(self.providers(&said, &beside)?));
        Ok(pieces)
    }

    fn providers(&self, said: &Said<'_>, beside: &Beside) -> Result<Table, MissingMessage> {
        let columns =
            [("figure-provider", 2.6), ("figure-value", 0.9), ("figure-interval", 1.3), ("pack-counts", 1.3), ("compare-standing", 1.6)];
        let columns = columns.into_iter().map(|(key, share)| Ok((self.t(key)?, share))).collect::<Result<_, MissingMessage>>()?;
        let hidden = self.t("pack-hidden")?;
        let row = |row: crate::web::pages::compare::ComparedRow| {
            let letter = if row.outcome.is_some() { format!("{}. ", row.letter) } else { String::new() };
            let counts = match (row.numerator, row.denominator) {
                (Some(numerator), Some(denominator)) => {
                    Some(self.locale.t("figure-of", &[("numerator", numerator.into()), ("denominator", denominator.into())])?)
                }
                (_, denominator) => denominator,
            };
            let name = plain(format!("{letter}{}", row.name));
            let value = row.withheld.as_ref().map(|_| hidden.clone()).or(row.value);
            Ok(vec![name, or_dash(value), or_dash(row.interval), or_dash(counts), or_dash(row.standing)])
        };
        let rows = said.rows(beside)?.into_iter().map(row).collect::<Result<_, MissingMessage>>()?;
        Ok(Table { columns, rows })
    }

    /// The definition in plain words.
    fn meaning(&self, definition: &Definition) -> Result<Vec<Piece>, MissingMessage> {
        let plain_words = definition.plain_in(self.locale.language());
        let language = language_of(definition, &self.locale);
        let lines = [
            ("definition-why", &plain_words.why),
            ("definition-denominator", &plain_words.denominator),
            ("definition-numerator", &plain_words.numerator),
            ("definition-missing", &plain_words.missing),
        ];
        let mut pieces = Vec::new();
        for (key, text) in lines {
            let label = self.t(key)?;
            pieces.push(Piece::Small(Words { text: format!("{label}: {text}"), language: language.clone() }));
        }
        let version =
            self.locale.t("pack-version", &[("key", definition.key.as_str().into()), ("version", i64::from(definition.version).into())])?;
        pieces.push(Piece::Small(plain(version)));
        Ok(pieces)
    }
}

fn chart(svg: String, alternative: String) -> Option<Piece> {
    (!svg.is_empty()).then(|| Piece::Chart { svg, share: SHARE, alternative: plain(alternative) })
}

fn plain(text: String) -> Words {
    Words { text, language: None }
}

fn or_dash(text: Option<String>) -> Words {
    plain(text.unwrap_or_else(|| "–".to_owned()))
}

/// The framework's own words, which may be in another language.
fn foreign(text: &str, locale: &Locale) -> Words {
    Words { text: text.to_owned(), language: language_of_framework(locale) }
}
