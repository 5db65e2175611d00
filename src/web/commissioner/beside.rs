//! The members of one breakdown beside one another, and beside the whole. Everything is worked out from what was released, and from
//! nothing else: a reader who does the sums finds the same. Where a method is not allowed for such data, its reason is kept in
//! place of its result.

use super::judged::better;
use crate::domain::disclosure::{Figure, Released};
use crate::domain::indicator::definition::Attribution;
use crate::domain::indicator::strata::NOT_STATED;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition};
use crate::domain::release::Place;
use crate::domain::statistics::comparison::{Standing, with_benchmark};
use crate::domain::statistics::funnel::{FEWEST_FOR_SPREAD, Funnel, Kind, Outcome, Unit, Width};
use crate::domain::statistics::{Refusal, real};
use crate::i18n::MissingMessage;
use crate::released::Leaf;
use crate::web::chart::letter;

/// One member.
#[derive(Debug, Clone)]
pub struct Line {
    pub place: Place,
    /// Its letter in the chart and in the table.
    pub letter: String,
    pub name: String,
    pub released: Released,
    /// How its interval stands to the whole.
    pub standing: Option<Standing>,
    /// Where it lies in the funnel.
    pub outcome: Option<Outcome>,
}

impl Line {
    /// The figure as events and what they are taken from.
    pub fn unit(&self) -> Option<Unit> {
        let figure = self.released.figure()?;
        Some(Unit { observed: figure.numerator()?, base: real(figure.denominator()) })
    }
}

/// How the members are compared.
#[derive(Debug, Clone)]
pub enum Method {
    /// By size, with the limits of chance. The other funnel is there where all of them spread more than chance explains.
    Funnel(Funnel),
    /// By their intervals: of means, and of groups of people, which no funnel is for.
    Intervals,
    /// By their intervals, because a funnel is not allowed.
    NoFunnel(Refusal),
}

/// The members of a breakdown.
#[derive(Debug, Clone)]
pub struct Beside {
    pub lines: Vec<Line>,
    pub whole: Option<Figure>,
    pub method: Method,
    /// How many organisations or places are shown.
    pub shown: usize,
}

/// Why there is nothing to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {
    /// The figure is the consortium's as one.
    ConsortiumAsOne,
    /// The definition does not break it down so.
    NotPublished,
    /// Nothing left of it by this breakdown.
    NotReleased,
}

impl Nothing {
    /// The name by which the sentence for readers is found.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ConsortiumAsOne => "consortium-as-one",
            Self::NotPublished => "not-published",
            Self::NotReleased => "not-released",
        }
    }
}

/// How a released figure stands to the whole, by its interval.
pub fn standing(definition: &Definition, figure: Option<&Figure>, whole: Option<&Figure>) -> Option<Standing> {
    with_benchmark(figure?.interval()?, whole?.value(), better(definition)).ok()
}

impl Beside {
    /// What a member goes by where it is listed: with its letter, where letters stand for names in the chart.
    pub fn listed(&self, line: &Line) -> String {
        let with_letter = matches!(self.method, Method::Funnel(_));
        if with_letter { format!("{}. {}", line.letter, line.name) } else { line.name.clone() }
    }

    /// The members of a breakdown as they left. `named` says what a member is called.
    pub fn of(
        definition: &Definition,
        breakdown: Breakdown,
        leaf: &Leaf,
        named: impl Fn(Place) -> Result<String, MissingMessage>,
    ) -> Result<Result<Self, Nothing>, MissingMessage> {
        let whole = leaf.figures.find(&Place::WHOLE).and_then(Released::figure).copied();
        let mut members = Vec::new();
        for (place, released) in leaf.figures.rows().filter(|(place, _)| place.breakdown == breakdown) {
            members.push((*place, named(*place)?, *released));
        }
        if members.is_empty() {
            return Ok(Err(nothing(definition, breakdown)));
        }
        let by_name = matches!(breakdown, Breakdown::Provider | Breakdown::Consortium | Breakdown::Locality | Breakdown::Language);
        members.sort_by(|(one, name, _), (other, their_name, _)| {
            let own = (one.member == NOT_STATED, by_name.then_some(name), one.member);
            own.cmp(&(other.member == NOT_STATED, by_name.then_some(their_name), other.member))
        });
        let line = |(rank, (place, name, released)): (usize, (Place, String, Released))| Line {
            place,
            letter: letter(rank),
            name,
            standing: standing(definition, released.figure(), whole.as_ref()),
            outcome: None,
            released,
        };
        let mut beside = Self { lines: members.into_iter().enumerate().map(line).collect(), whole, method: Method::Intervals, shown: 0 };
        beside.shown = beside.lines.iter().filter(|line| line.released.figure().is_some()).count();
        let for_funnels = matches!(breakdown, Breakdown::Provider | Breakdown::Consortium | Breakdown::Locality);
        if for_funnels && leaf.figures.measure() == Measure::Proportion {
            beside.put_in_funnel();
        }
        Ok(Ok(beside))
    }

    fn put_in_funnel(&mut self) {
        let units: Vec<Unit> = self.lines.iter().filter_map(Line::unit).collect();
        let enough = u64::try_from(units.len()).unwrap_or(u64::MAX) >= FEWEST_FOR_SPREAD;
        let width = if enough { Width::Spread } else { Width::Chance };
        self.method = match Funnel::of(&units, Kind::Proportion, width) {
            Err(why) => Method::NoFunnel(why),
            Ok(funnel) => {
                let shown = self.lines.iter_mut().filter(|line| line.unit().is_some());
                shown.zip(&funnel.outcomes).for_each(|(line, outcome)| line.outcome = Some(*outcome));
                Method::Funnel(funnel)
            }
        };
    }
}

fn nothing(definition: &Definition, breakdown: Breakdown) -> Nothing {
    let is_of_providers = matches!(breakdown, Breakdown::Provider | Breakdown::Consortium);
    if is_of_providers && definition.attribution == Attribution::Consortium {
        return Nothing::ConsortiumAsOne;
    }
    let made_of = match breakdown {
        Breakdown::Consortium => Breakdown::Provider,
        Breakdown::Deprivation => Breakdown::Locality,
        other => other,
    };
    match &definition.breakdowns {
        Some(some) if !some.contains(&made_of) => Nothing::NotPublished,
        _ => Nothing::NotReleased,
    }
}
