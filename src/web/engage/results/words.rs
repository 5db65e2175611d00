//! What was released of an event, in words and bars.

use super::empty;
use super::said::{Said, split};
use crate::app::App;
use crate::domain::disclosure::{Figure, Released};
use crate::domain::engagement::results::{AnswersTo, Group, Ranked, Ranking, ReleasedResults, SENSES, Shares};
use crate::domain::indicator::tally::Measure;
use crate::domain::statistics::real;
use crate::domain::survey::LinkId;
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::Event;
use crate::web::chart::{self, Bar, Bounds, Notes, Options};
use crate::web::commissioner::figures;
use crate::web::pages::results::{self as page, Cell, Count, Counts, EventResults, Order, Place, Priorities, Question, Share};
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;

/// The page of what was released.
pub async fn page(app: &App, visitor: &Visitor, event: &Event, results: &ReleasedResults) -> Result<EventResults, Problem> {
    let (locale, none) = (&*visitor.locale, empty(app, &visitor.locale, event)?);
    let Some(answers) = results.answers else {
        return Ok(EventResults { nothing: Some(locale.t("results-too-few", &[])?), ..none });
    };
    let said = Said::of(app, locale, event).await?;
    let writer = Writer { locale, said: &said };
    let mut sentences = vec![locale.t("results-sent", &[("count", writer.whole(answers).into())])?];
    if let Some(first) = results.priorities.first().and_then(|ranking| ranking.outcomes.first()).filter(|one| one.is_firm == Some(true)) {
        sentences.push(locale.t("results-first-is", &[("outcome", said.outcome(&first.outcome).into())])?);
    }
    let sense = |(at, (key, shares)): (usize, &(String, Vec<Shares>))| writer.sense(at, key, shares);
    let question = |(at, (id, answers)): (usize, &(LinkId, AnswersTo))| writer.question(at, id, answers);
    Ok(EventResults {
        sentences,
        who: writer.who(&results.who)?,
        priorities: writer.priorities(&results.priorities)?,
        senses: results.senses.iter().enumerate().map(sense).collect::<Result<_, _>>()?,
        questions: results.questions.iter().enumerate().map(question).collect::<Result<_, _>>()?,
        csv: Some(format!("/engage/{}/results.csv", event.id.0)),
        ..none
    })
}

/// True for everybody, and for a group of which at least one thing is shown.
fn tells(ranking: &Ranking) -> bool {
    ranking.group == Group::Everybody || ranking.outcomes.iter().any(has_something)
}

fn has_something(one: &Ranked) -> bool {
    one.standing.is_some() || one.first.figure().is_some()
}

/// Writes what was released in one language.
struct Writer<'a> {
    locale: &'a Locale,
    said: &'a Said<'a>,
}

impl Writer<'_> {
    fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.locale.t(key, &[])
    }

    fn whole(&self, count: u64) -> String {
        self.locale.whole(i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn figures(&self, measure: Measure) -> figures::Writer<'_> {
        figures::Writer { locale: self.locale, measure }
    }

    /// How many there were of each group, split by split.
    fn who(&self, who: &[(Group, u64)]) -> Result<Vec<Counts>, MissingMessage> {
        let row = |(group, count): &(Group, u64)| Ok(Count { name: self.said.group(group)?, count: self.whole(*count) });
        let table = |same: &[(Group, u64)]| {
            let name = same.first().map_or("all", |(group, _)| split(group));
            Ok(Counts { first: self.t(&format!("results-split-{name}"))?, rows: same.iter().map(row).collect::<Result<_, _>>()? })
        };
        who.chunk_by(|(one, _), (other, _)| split(one) == split(other)).map(table).collect()
    }

    fn priorities(&self, rankings: &[Ranking]) -> Result<Option<Priorities>, MissingMessage> {
        let Some(everybody) = rankings.first() else { return Ok(None) };
        let pairs = everybody.outcomes.windows(2).filter_map(|pair| match pair {
            [above, below] => Some((above, below, above.is_firm?)),
            _ => None,
        });
        let firm = |(above, below, is_firm): (&Ranked, &Ranked, bool)| {
            let names = [("above", self.said.outcome(&above.outcome).into()), ("below", self.said.outcome(&below.outcome).into())];
            self.locale.t(if is_firm { "results-is-firm" } else { "results-is-close" }, &names)
        };
        Ok(Some(Priorities {
            chart: self.points(everybody)?,
            firm: pairs.map(firm).collect::<Result<_, _>>()?,
            orders: rankings.iter().filter(|one| tells(one)).map(|ranking| self.order(ranking)).collect::<Result<_, _>>()?,
        }))
    }

    /// The bars of the points.
    fn points(&self, ranking: &Ranking) -> Result<String, MissingMessage> {
        let bar = |one: &Ranked| {
            let points = one.standing.and_then(|standing| standing.points);
            let limits = points.map(|points| (real(points.limits().0), real(points.limits().1)));
            Bar { label: self.said.outcome(&one.outcome), value: points.map(|points| real(points.points())), limits }
        };
        let bars: Vec<Bar> = ranking.outcomes.iter().map(bar).collect();
        let number = |value: f64| self.locale.number(value, 0);
        let bounds = Bounds { lowest: Some(0.0), highest: None };
        let words = (self.t("results-priorities-chart")?, self.t("results-priorities-described")?);
        self.bars("priorities", &words, &bars, (bounds, &number))
    }

    fn bars(
        &self,
        id: &str,
        (title, description): &(String, String),
        bars: &[Bar],
        (bounds, number): (Bounds, &dyn Fn(f64) -> String),
    ) -> Result<String, MissingMessage> {
        let (interval, withheld) = (self.t("chart-interval")?, self.t("chart-withheld")?);
        let notes = Notes { interval: &interval, withheld: &withheld, provisional: "" };
        Ok(chart::bars(bars, &Options { id, title, description, notes, bounds, number }))
    }

    fn order(&self, ranking: &Ranking) -> Result<Order, MissingMessage> {
        let count = ranking.ballots.map(|count| self.whole(count)).unwrap_or_default();
        let is_told = |one: &&Ranked| ranking.group == Group::Everybody || has_something(one);
        let arguments = [("group", self.said.group(&ranking.group)?.into()), ("count", count.into())];
        Ok(Order {
            caption: self.locale.t("results-order-of", &arguments)?,
            has_points: ranking.group == Group::Everybody,
            rows: ranking.outcomes.iter().filter(is_told).map(|one| self.place(one)).collect::<Result<_, _>>()?,
        })
    }

    fn place(&self, one: &Ranked) -> Result<Place, MissingMessage> {
        let range = |(low, high): (u64, u64)| {
            let (low, high) = (self.whole(low), self.whole(high));
            if low == high { Ok(low) } else { self.locale.t("figure-range", &[("low", low.into()), ("high", high.into())]) }
        };
        let first = one.first.figure().map(|figure| {
            let share = self.figures(Measure::Proportion).value(figure.value(), figure.places());
            let count = self.whole(figure.numerator().unwrap_or_default());
            self.locale.t("results-first-of", &[("count", count.into()), ("share", share.into())])
        });
        let points = one.standing.and_then(|standing| standing.points);
        let ranks = one.standing.map(|standing| range((u64::from(standing.best), u64::from(standing.worst))));
        Ok(Place {
            outcome: self.said.outcome(&one.outcome),
            rank: one.standing.map(|standing| self.whole(u64::from(standing.rank))),
            ranks: ranks.transpose()?,
            first: first.transpose()?,
            points: points.map(|points| self.whole(points.points())),
            range: points.map(|points| range(points.limits())).transpose()?,
        })
    }

    fn sense(&self, at: usize, key: &str, shares: &[Shares]) -> Result<Question, Problem> {
        let options: Vec<String> = SENSES.iter().map(|code| self.t(&format!("results-sense-{code}"))).collect::<Result<_, _>>()?;
        let question = self.shares(format!("sense-{}", at + 1), self.said.indicator(key), &options, shares)?;
        Ok(Question { is_framework: true, ..question })
    }

    fn question(&self, at: usize, id: &LinkId, answers: &AnswersTo) -> Result<Question, Problem> {
        let (name, title) = (format!("question-{}", at + 1), self.said.question(id));
        match answers {
            AnswersTo::Options(shares) => {
                let options: Vec<String> = self.said.options(id)?.into_iter().map(|(_, label)| label).collect();
                self.shares(name, title, &options, shares)
            }
            AnswersTo::Mean(mean) => {
                let (sentence, chart) = (self.mean(mean)?, String::new());
                Ok(Question { id: name, title, is_framework: false, sentence, chart, rows: Vec::new(), groups: None })
            }
        }
    }

    fn mean(&self, mean: &Released) -> Result<String, MissingMessage> {
        let Some(figure) = mean.figure() else { return self.t("results-answered-too-few") };
        let writer = self.figures(Measure::Mean);
        let value = ("mean", writer.value(figure.value(), figure.places()).into());
        match figure.interval() {
            Some(interval) => self.locale.t("results-mean", &[value, ("interval", writer.interval(&interval, figure.places())?.into())]),
            None => self.locale.t("results-mean-alone", &[value]),
        }
    }

    fn shares(&self, id: String, title: String, options: &[String], shares: &[Shares]) -> Result<Question, Problem> {
        let (writer, none) = (self.figures(Measure::Proportion), Vec::new());
        let everybody = shares.first().filter(|shares| shares.group == Group::Everybody);
        let figures = everybody.map_or(&none, |shares| &shares.options);
        let limits = |figure: &Figure| figure.interval().map(|interval| (interval.lower, interval.upper));
        let bar = |(label, released): (&String, &Released)| Bar {
            label: label.clone(),
            value: released.value(),
            limits: released.figure().and_then(limits),
        };
        let sentence = match everybody.and_then(|shares| shares.answered) {
            Some(count) => self.locale.t("results-answered", &[("count", self.whole(count).into())])?,
            None => self.t("results-answered-too-few")?,
        };
        let named = || options.iter().zip(figures);
        let mut chart = String::new();
        if figures.iter().any(|released| released.figure().is_some()) {
            let (bars, number) = (named().map(bar).collect::<Vec<_>>(), |value: f64| writer.value(value, 0));
            let words = (title.clone(), self.t("results-question-described")?);
            chart = self.bars(&id, &words, &bars, (Bounds::PER_CENT, &number))?;
        }
        // Where everything is hidden, a table of nothing would say no more than the sentence.
        let rows = if chart.is_empty() {
            Vec::new()
        } else {
            named().map(|(label, one)| writer.row(label.clone(), one)).collect::<Result<_, _>>()?
        };
        Ok(Question {
            id,
            title,
            is_framework: false,
            sentence,
            chart,
            rows,
            groups: self.groups(options, shares.get(1..).unwrap_or_default())?,
        })
    }

    /// The shares of each group.
    fn groups(&self, options: &[String], groups: &[Shares]) -> Result<Option<page::Shares>, MissingMessage> {
        let (writer, hidden) = (self.figures(Measure::Proportion), self.t("results-hidden")?);
        let text =
            |released: &Released| released.figure().map_or_else(|| hidden.clone(), |figure| writer.value(figure.value(), figure.places()));
        let row = |shares: &Shares| {
            let cells = options.iter().zip(&shares.options).map(|(heading, one)| Cell { heading: heading.clone(), text: text(one) });
            let answered = shares.answered.map_or_else(|| hidden.clone(), |count| self.whole(count));
            Ok(Share { name: self.said.group(&shares.group)?, answered, cells: cells.collect() })
        };
        let tells = |shares: &&Shares| shares.options.iter().any(|one| one.figure().is_some());
        let rows = groups.iter().filter(tells).map(row).collect::<Result<Vec<_>, _>>()?;
        Ok((!rows.is_empty()).then(|| page::Shares { columns: options.to_vec(), rows }))
    }
}
