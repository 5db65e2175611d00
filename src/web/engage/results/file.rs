//! What was released of an event as CSV: tall, one header row, names in snake case, suppression in a column of its own.

use actix_web::HttpResponse;
use serde::Serialize;

use super::said::{Said, split};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::disclosure::{Figure, Released};
use crate::domain::engagement::results::{AnswersTo, Group, Ranked, Ranking, ReleasedResults, SENSES, Shares};
use crate::sheet::guarded;
use crate::store::events::Event;
use crate::web::commissioner::file::download;
use crate::web::problem::Problem;

/// One figure of a file.
#[derive(Debug, Clone, Default, Serialize)]
struct Line {
    event: String,
    day: String,
    /// `answers`, `priority`, `sense` or `question`.
    section: &'static str,
    /// The key of the outcome or indicator, or the name of the question.
    subject: String,
    subject_title: String,
    /// `all`, `respondent`, `locality`, `language` or `mode`.
    breakdown: &'static str,
    member_code: String,
    member_name: String,
    /// What was chosen; for a priority, that it was put first.
    answer: String,
    count: Option<u64>,
    answered: Option<u64>,
    /// In per cent of those who answered, or the mean of the numbers given.
    value: Option<f64>,
    lower_95: Option<f64>,
    upper_95: Option<f64>,
    /// Borda points and the order they give.
    points: Option<u64>,
    points_lower_95: Option<u64>,
    points_upper_95: Option<u64>,
    rank: Option<u32>,
    rank_best_95: Option<u32>,
    rank_worst_95: Option<u32>,
    /// `hidden` where the figure is withheld, `none-yet` where there is none.
    suppression: &'static str,
}

/// The line of an event of which there is nothing: while it takes answers, or when it was called off.
pub fn nothing(app: &App, event: &Event) -> Result<HttpResponse, Problem> {
    let line = Line { section: "answers", breakdown: "all", suppression: "none-yet", ..Line::of(app, event) };
    download(&name(app, event), std::iter::once(line))
}

/// What was released, in English: the codes are what it is compared by.
pub async fn results(app: &App, event: &Event, results: &ReleasedResults) -> Result<HttpResponse, Problem> {
    let said = Said::of(app, app.locales.english(), event).await?;
    let writer = Writer { said: &said, base: Line::of(app, event) };
    let mut lines = vec![writer.answers(&Group::Everybody, results.answers)?];
    for (group, count) in &results.who {
        lines.push(writer.answers(group, Some(*count))?);
    }
    for ranking in &results.priorities {
        for one in &ranking.outcomes {
            lines.push(writer.priority(ranking, one)?);
        }
    }
    let senses: Vec<String> = SENSES.map(str::to_owned).to_vec();
    for (key, shares) in &results.senses {
        lines.extend(writer.shares(("sense", key, said.indicator(key)), &senses, shares)?);
    }
    for (id, answers) in &results.questions {
        let subject = ("question", id.as_str(), said.question(id));
        match answers {
            AnswersTo::Options(shares) => {
                let codes: Vec<String> = said.options(id)?.into_iter().map(|(code, _)| code).collect();
                lines.extend(writer.shares(subject, &codes, shares)?);
            }
            AnswersTo::Mean(mean) => lines.push(writer.figure(&subject, &Group::Everybody, "", mean)?),
        }
    }
    download(&name(app, event), lines.into_iter())
}

impl Line {
    /// A line of that event.
    fn of(app: &App, event: &Event) -> Self {
        Self { event: guarded(&event.title), day: held_on(app, event), ..Self::default() }
    }
}

fn held_on(app: &App, event: &Event) -> String {
    Moment::from_micros(event.starts_at).date(app.clock.zone()).to_string()
}

/// What the file is called.
fn name(app: &App, event: &Event) -> String {
    format!("event-{}-{}.csv", event.join_code.to_ascii_lowercase(), held_on(app, event))
}

/// What a line is about: its section, the key, and the title.
type Subject<'a> = (&'static str, &'a str, String);

struct Writer<'a> {
    said: &'a Said<'a>,
    base: Line,
}

impl Writer<'_> {
    fn of(&self, group: &Group) -> Result<Line, Problem> {
        let (code, name) = (self.said.code(group), self.said.group(group)?);
        Ok(Line { breakdown: split(group), member_code: guarded(&code), member_name: guarded(&name), ..self.base.clone() })
    }

    fn answers(&self, group: &Group, count: Option<u64>) -> Result<Line, Problem> {
        Ok(Line { section: "answers", count, suppression: if count.is_some() { "" } else { "hidden" }, ..self.of(group)? })
    }

    fn figure(&self, (section, key, title): &Subject<'_>, group: &Group, answer: &str, released: &Released) -> Result<Line, Problem> {
        let figure = released.figure();
        let interval = figure.and_then(Figure::interval);
        Ok(Line {
            section,
            subject: guarded(key),
            subject_title: guarded(title),
            answer: guarded(answer),
            count: figure.and_then(Figure::numerator),
            answered: figure.map(Figure::denominator),
            value: figure.map(Figure::value),
            lower_95: interval.map(|interval| interval.lower),
            upper_95: interval.map(|interval| interval.upper),
            suppression: if figure.is_some() { "" } else { "hidden" },
            ..self.of(group)?
        })
    }

    fn priority(&self, ranking: &Ranking, one: &Ranked) -> Result<Line, Problem> {
        let subject = ("priority", one.outcome.as_str(), self.said.outcome(&one.outcome));
        let (standing, points) = (one.standing, one.standing.and_then(|standing| standing.points));
        Ok(Line {
            answered: ranking.ballots,
            points: points.map(|points| points.points()),
            points_lower_95: points.map(|points| points.limits().0),
            points_upper_95: points.map(|points| points.limits().1),
            rank: standing.map(|standing| standing.rank),
            rank_best_95: standing.map(|standing| standing.best),
            rank_worst_95: standing.map(|standing| standing.worst),
            ..self.figure(&subject, &ranking.group, "first", &one.first)?
        })
    }

    fn shares(&self, subject: Subject<'_>, codes: &[String], shares: &[Shares]) -> Result<Vec<Line>, Problem> {
        let all = shares.iter().flat_map(|one| codes.iter().zip(&one.options).map(move |(code, released)| (one, code, released)));
        all.map(|(one, code, released)| Ok(Line { answered: one.answered, ..self.figure(&subject, &one.group, code, released)? })).collect()
    }
}
