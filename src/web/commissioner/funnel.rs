//! How far everybody came in a quarter, from what was released: how many were asked and finished from the months of the survey's
//! response, and from the quarter's own sheet how many besides were not asked, or opened the survey without finishing it. Adds up
//! rounded counts and nothing else, and refuses to add to one that is hidden.

use crate::domain::care::heard::{Stage, UNKNOWN};
use crate::domain::care::span::Span;
use crate::domain::indicator::strata::{self, NOT_STATED};
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::{Place, heard};
use crate::released::{Leaf, Ledger, Unheard};

/// The stages a commissioner is told of.
pub const STAGES: [Stage; 4] = [Stage::Eligible, Stage::Invited, Stage::Opened, Stage::Finished];

/// How far those of one place came.
pub struct Funnel {
    pub place: Place,
    /// Those who could have been asked and were not.
    pub not_asked: Option<u64>,
    /// Those who opened the survey and did not finish.
    pub unfinished: Option<u64>,
    /// Asked and finished.
    pub heard: Option<(u64, u64)>,
}

impl Funnel {
    /// How many came to a stage; nothing where that is hidden.
    pub fn reached(&self, stage: Stage) -> Option<u64> {
        let (asked, finished) = self.heard?;
        match stage {
            Stage::Eligible => Some(asked + self.not_asked?),
            // Rounded by themselves they may come to more than were asked.
            Stage::Opened => Some(asked.min(finished + self.unfinished?)),
            Stage::Finished => Some(finished),
            _ => Some(asked),
        }
    }
}

/// One survey in one quarter.
pub struct County {
    /// The release that the quarter's own sheet left in.
    pub release: i64,
    /// Everybody first, then every breakdown.
    pub funnels: Vec<Funnel>,
}

impl County {
    /// Nothing where the quarter has not left.
    pub fn of(ledger: &Ledger, survey: &str, quarter: Span) -> Option<Self> {
        let sheet = ledger.unheard(survey, quarter.last())?;
        let months = months(ledger, survey, quarter);
        let funnel = |place| Funnel::of(place, sheet, months.as_deref());
        let mut places = vec![Place::WHOLE];
        for by in heard::BY {
            places.extend(members(by, months.as_deref().unwrap_or_default()));
        }
        // That somebody in care speaks a rare language tells of a person: a language has a row where something is shown of it.
        let is_told = |one: &Funnel| one.place.breakdown != Breakdown::Language || one.heard.is_some();
        Some(Self { release: sheet.release, funnels: places.into_iter().map(funnel).filter(is_told).collect() })
    }

    /// Those of one breakdown.
    pub fn by(&self, breakdown: Breakdown) -> Vec<&Funnel> {
        self.funnels.iter().filter(|one| one.place.breakdown == breakdown && one.place != Place::WHOLE).collect()
    }
}

/// What was released of the survey's response in the months of a quarter. Nothing where a month is missing: before the first that
/// was ever released nobody was asked.
fn months<'a>(ledger: &'a Ledger, survey: &str, quarter: Span) -> Option<Vec<&'a Leaf>> {
    let rate = Definition::response_key(survey);
    let (first, _) = ledger.periods(&rate).next()?;
    let asked = |month: &Period| *month >= first;
    quarter.first().until(quarter.last()).filter(asked).map(|month| ledger.leaf(&rate, month)).collect()
}

/// Members of code lists, and of providers and languages those of whom anything was released, or hidden.
fn members(by: Breakdown, months: &[&Leaf]) -> Vec<Place> {
    let listed: Vec<Place> = heard::listed(by).into_iter().map(|member| Place::of(by, member)).collect();
    if !listed.is_empty() {
        return listed;
    }
    let seen = months.iter().flat_map(|leaf| leaf.figures.rows()).map(|(place, _)| *place).filter(|place| place.breakdown == by);
    let mut seen: Vec<Place> = seen.collect();
    seen.sort_by_key(|place| (place.member == NOT_STATED, place.member));
    seen.dedup();
    seen
}

impl Funnel {
    fn of(place: Place, sheet: &Unheard, months: Option<&[&Leaf]>) -> Self {
        let released = months.unwrap_or_default().iter().filter_map(|leaf| leaf.figures.find(&heard::on_response(place)));
        let heard = released.map(|one| one.figure().and_then(|figure| Some((figure.denominator(), figure.numerator()?))));
        let add = |(asked, finished): (u64, u64), (more, of): (u64, u64)| (asked + more, finished + of);
        Self {
            place,
            not_asked: sheet.not_asked.find(&place),
            unfinished: sheet.unfinished.find(&place),
            heard: heard.reduce(|sum, month| Some(add(sum?, month?))).flatten(),
        }
    }
}

/// The code of a member, as the words of the page know it.
pub fn code(place: Place) -> String {
    match place.breakdown {
        _ if place.member == NOT_STATED => UNKNOWN.to_owned(),
        Breakdown::Provider => place.member.to_string(),
        by => strata::code(by, place.member).unwrap_or_default(),
    }
}
