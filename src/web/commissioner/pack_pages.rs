//! What stands in a board pack: a cover, the newest figure of every indicator, and a page for each with its course, its providers side
//! by side, and what it means. All of it comes from the ledger.

use std::sync::Arc;

use super::beside::Beside;
use super::beside_words::Said;
use super::consortium::newest;
use super::drawn::{Drawn, bounds};
use super::figures::{self, Writer};
use super::looking;
use super::named::Names;
use crate::app::App;
use crate::domain::disclosure::{Figure, Releasable, Released};
use crate::domain::indicator::definition::Polarity;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::domain::survey::Language;
use crate::i18n::{Locale, MissingMessage};
use crate::paper::report::Piece;
use crate::paper::{Table, Words};
use crate::released::{Leaf, Ledger};
use crate::store::board_packs::Pack;
use crate::store::{self, Conn};
use crate::web::chart::{Better, Caption, Control, ControlWords, Reading, Signal};

/// How much of the width of a page a chart takes.
const SHARE: f32 = 0.85;

/// What a pack is made from.
pub(crate) struct Pages {
    app: App,
    locale: Arc<Locale>,
    ledger: Arc<Ledger>,
    names: Names,
    period: Period,
    programme: Option<String>,
}

/// One indicator, and what left of it last.
pub(crate) struct Shown {
    definition: Definition,
    period: Period,
    leaf: Leaf,
}

impl Pages {
    /// Gathers what that pack is made from.
    pub(crate) async fn of(app: &App, pack: &Pack) -> store::Result<Self> {
        let language = Language::parse(&pack.language).unwrap_or_else(Language::english);
        Ok(Self {
            app: app.clone(),
            locale: Arc::clone(app.locales.find(&language).unwrap_or(app.locales.english())),
            ledger: app.ledger().await?,
            names: app.store.read("names", |conn: &mut Conn| Names::read(conn)).await?,
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
    pub(crate) fn indicators(&self) -> Vec<Shown> {
        let framework = &self.app.framework;
        let is_wanted = |listed: &&Definition| {
            let own = framework.outcome(&listed.outcome).map(|outcome| outcome.programme.as_str());
            self.programme.is_none() || self.programme.as_deref() == own
        };
        let shown = |listed: &Definition| {
            let (period, leaf) = newest(&self.ledger, &listed.key, self.period)?;
            Some(Shown { definition: looking::counted_by(&self.app, listed, leaf), period, leaf: leaf.clone() })
        };
        framework.indicators.iter().filter(is_wanted).filter_map(shown).collect()
    }

    fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.locale.t(key, &[])
    }

    fn own(&self, key: &str) -> Result<Words, MissingMessage> {
        Ok(plain(self.t(key)?))
    }

    /// The cover, and every indicator in a line.
    pub(crate) fn cover(&self, indicators: &[Shown]) -> Result<Vec<Piece>, MissingMessage> {
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

    fn line(&self, one: &Shown) -> Result<Vec<Words>, MissingMessage> {
        let writer = self.writer(&one.definition);
        let released = one.leaf.figures.find(&Place::WHOLE);
        let row = released.map(|released| writer.row(String::new(), released)).transpose()?;
        let counts = row.as_ref().and_then(|row| match (&row.numerator, &row.denominator) {
            (Some(numerator), Some(denominator)) => {
                Some(self.locale.t("figure-of", &[("numerator", numerator.as_str().into()), ("denominator", denominator.as_str().into())]))
            }
            (None, denominator) => denominator.clone().map(Ok),
            (Some(_), None) => None,
        });
        let value = row.as_ref().and_then(|row| row.withheld.clone().or_else(|| row.value.clone()));
        let interval = row.and_then(|row| row.interval);
        Ok(vec![
            self.title(&one.definition),
            plain(looking::spelt(&self.locale, &one.definition, one.period)?),
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
        Words { text: definition.title_in(self.locale.language()).to_owned(), language: looking::foreign(&self.locale, definition) }
    }

    /// The page of one indicator.
    pub(crate) fn indicator(&self, one: &Shown) -> Result<Vec<Piece>, MissingMessage> {
        let Shown { definition, period, leaf } = one;
        let writer = self.writer(definition);
        let spelt = looking::spelt(&self.locale, definition, *period)?;
        let mut pieces = vec![Piece::Title(self.title(definition))];
        if let Some(outcome) = self.app.framework.outcome(&definition.outcome) {
            pieces.push(Piece::Small(foreign(outcome.title_in(self.locale.language()), &self.locale)));
        }
        let by = self.t("compare-by-provider")?;
        let said = Said { writer: &writer, definition, by: &by, period: &spelt };
        if let Some(series) = self.ledger.series(&definition.key, Place::WHOLE, *period) {
            pieces.extend(self.course(&writer, definition, &series, &spelt)?);
        }
        match Beside::of(definition, Breakdown::Provider, leaf, |place| self.names.of(&self.locale, place))? {
            Ok(beside) => {
                let sentences = said.sentences(&beside)?.join(" ");
                pieces.push(Piece::Words(plain(sentences.clone())));
                let drawn = said.chart(&beside, "compare")?;
                pieces.extend(chart(&drawn, sentences));
                pieces.push(Piece::Table(self.providers(&said, &beside)?));
            }
            Err(nothing) => pieces.push(Piece::Words(self.own(&format!("compare-nothing-{}", nothing.code()))?)),
        }
        pieces.push(Piece::Heading(self.own("indicator-definition-heading")?));
        pieces.extend(self.meaning(definition)?);
        Ok(pieces)
    }

    /// How the whole went, as far as it left.
    fn course(
        &self,
        writer: &Writer<'_>,
        definition: &Definition,
        series: &Releasable<Period>,
        spelt: &str,
    ) -> Result<Vec<Piece>, MissingMessage> {
        let last = series.rows().next_back().and_then(|(_, released)| released.figure());
        let sentence = match last {
            None => self.locale.t("sentence-withheld", &[("period", spelt.into())])?,
            Some(figure) => {
                let value = writer.value(figure.value(), figure.places());
                self.locale.t("sentence-now-alone", &[("period", spelt.into()), ("value", value.into())])?
            }
        };
        let readings: Vec<Reading> = series.rows().map(|(period, released)| self.reading(*period, released)).collect();
        let title = self.locale.t("pack-course", &[("title", definition.title_in(self.locale.language()).into())])?;
        let withheld = self.t("withheld-hidden")?;
        // Nothing is judged here, so that no word stands for a signal or a limit.
        let words = ControlWords {
            centre: "",
            upper: "",
            lower: "",
            target: "",
            improvement: "",
            concern: "",
            notable: "",
            provisional: "",
            withheld: &withheld,
        };
        let places = last.map_or(0, Figure::places);
        let number = |value: f64| writer.value(value, places);
        let control = Control {
            caption: Caption { title: &title, description: &sentence },
            readings: &readings,
            splits: &[],
            target: None,
            better: if definition.polarity == Polarity::LowerIsBetter { Better::Lower } else { Better::Higher },
            bounds: bounds(definition, writer.measure),
            words,
            number: &number,
        };
        let mut pieces = vec![Piece::Words(plain(sentence.clone()))];
        if readings.len() > 1 {
            pieces.extend(chart(&Drawn::of(&control, "course"), format!("{title}. {sentence}")));
        }
        Ok(pieces)
    }

    fn reading(&self, period: Period, released: &Released) -> Reading {
        Reading {
            label: self.locale.month_brief(period.first_day()),
            value: released.value(),
            signal: Signal::Common,
            centre: None,
            limits: None,
            provisional: false,
        }
    }

    fn providers(&self, said: &Said<'_>, beside: &Beside) -> Result<Table, MissingMessage> {
        let columns =
            [("figure-provider", 2.6), ("figure-value", 0.9), ("figure-interval", 1.3), ("pack-counts", 1.3), ("compare-standing", 1.6)];
        let columns = columns.into_iter().map(|(key, share)| Ok((self.t(key)?, share))).collect::<Result<_, MissingMessage>>()?;
        let row = |row: crate::web::pages::compare::ComparedRow| {
            let letter = if row.outcome.is_some() { format!("{}. ", row.letter) } else { String::new() };
            let counts = match (row.numerator, row.denominator) {
                (Some(numerator), Some(denominator)) => {
                    Some(self.locale.t("figure-of", &[("numerator", numerator.into()), ("denominator", denominator.into())])?)
                }
                (_, denominator) => denominator,
            };
            let name = plain(format!("{letter}{}", row.name));
            Ok(vec![name, or_dash(row.withheld.or(row.value)), or_dash(row.interval), or_dash(counts), or_dash(row.standing)])
        };
        let rows = said.rows(beside)?.into_iter().map(row).collect::<Result<_, MissingMessage>>()?;
        Ok(Table { columns, rows })
    }

    /// The definition in plain words.
    fn meaning(&self, definition: &Definition) -> Result<Vec<Piece>, MissingMessage> {
        let plain_words = definition.plain_in(self.locale.language());
        let language = looking::foreign(&self.locale, definition);
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

fn chart(drawn: &Drawn, alternative: String) -> Option<Piece> {
    let svg = drawn.file.clone();
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
    Words { text: text.to_owned(), language: (locale.language().primary() != "en").then(|| "en".to_owned()) }
}
