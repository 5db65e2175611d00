//! Schedules: whom a programme asks which survey, at which points of an episode, for how long, in which ways and at which hours.
//! Pure: what is due is worked out from the facts of an episode and a moment, never from a clock.

mod coming;
mod parse;
mod plan;
mod reach;
mod step;

#[cfg(test)]
mod laws;

use jiff::civil::Date;
use serde::Deserialize;

use super::asking::{NotAsked, Standing, Stop};
use super::channel::{Channel, codes};
use super::need::Need;
use super::quiet::Quiet;
use super::stop::Reason;
pub use coming::{Coming, coming};
pub use parse::{BUILT_IN, Faults, Schedules};
pub use plan::{Asked, Case, Decision, decide};
pub use reach::Reach;
pub use step::{Anchor, Facts, Span, Step};

/// One survey that one programme asks, and when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Schedule {
    pub key: String,
    pub title: String,
    /// The key of the programme whose episodes it follows.
    pub programme: String,
    /// The key of the survey it asks.
    pub survey: String,
    /// Youngest and oldest age in whole years, on the day somebody is due.
    pub age_from: Option<i16>,
    pub age_to: Option<i16>,
    /// Only people with one of these needs; everybody where none is named.
    #[serde(default)]
    pub only_needs: Vec<Need>,
    /// The ways in which people are asked, the first that reaches them first.
    pub channels: Vec<Channel>,
    /// The hours in which nobody is written to.
    pub quiet: Quiet,
    /// What becomes of the reasons not to ask that are more than a pause.
    #[serde(default, rename = "stop")]
    pub stops: Vec<StopRule>,
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// What a schedule does when a reason not to ask is noted. A reason without a rule is a pause: nobody is asked while it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StopRule {
    pub reason: Reason,
    pub then: Then,
    /// The key of the survey that is asked instead, in words that fit the moment; only with [`Then::Switch`].
    pub survey: Option<String>,
}

codes! {
    /// What becomes of a schedule.
    Then {
        /// It ends for this person, for good, even where the reason holds for a time only.
        End = "end",
        /// Another survey is asked while the reason holds.
        Switch = "switch",
    }
}

impl Schedule {
    /// The step at that timepoint.
    #[must_use]
    pub fn step(&self, timepoint: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.timepoint.code() == timepoint)
    }

    /// The survey that somebody in that standing is asked on that day, or why they are asked nothing.
    pub fn survey_for(&self, standing: &Standing, today: Date) -> Result<&str, NotAsked> {
        if let Some(reason) = self.ended(standing, today) {
            return Err(standing.why_not(today).unwrap_or(if reason.is_sensitive() { NotAsked::Sensitive } else { NotAsked::Stopped }));
        }
        let switches = |stop: &Stop| self.rule(stop.reason).filter(|rule| rule.then == Then::Switch);
        let (switched, others): (Vec<Stop>, Vec<Stop>) = standing.stops.iter().partition(|stop| switches(stop).is_some());
        if let Some(why) = (Standing { stops: others, ..standing.clone() }).why_not(today) {
            return Err(why);
        }
        let instead = switched.iter().filter(|stop| stop.holds(today)).find_map(|stop| switches(stop)?.survey.as_deref());
        Ok(instead.unwrap_or(&self.survey))
    }

    /// The reason that ended the schedule for somebody, if one did.
    fn ended(&self, standing: &Standing, today: Date) -> Option<Reason> {
        let ends = |stop: &&Stop| self.rule(stop.reason).is_some_and(|rule| rule.then == Then::End);
        standing.stops.iter().filter(|stop| stop.from <= today).find(ends).map(|stop| stop.reason)
    }

    fn rule(&self, reason: Reason) -> Option<&StopRule> {
        self.stops.iter().find(|rule| rule.reason == reason)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn with(reason: Reason, until: Option<Date>) -> Standing {
        Standing { stops: vec![Stop { reason, from: date(2026, 11, 1), until }], ..Standing::default() }
    }

    fn built_in(key: &str) -> Schedule {
        Schedules::built_in().unwrap().find(key).unwrap().clone()
    }

    #[test]
    fn who_lost_a_baby_is_never_asked_about_the_weeks_after_a_birth() {
        let postnatal = built_in("postnatal-wellbeing");
        assert_eq!(postnatal.survey_for(&with(Reason::BabyLoss, None), TODAY), Err(NotAsked::Sensitive));
        let long_ago = with(Reason::BabyLoss, Some(date(2026, 11, 10)));
        assert_eq!(postnatal.survey_for(&long_ago, TODAY), Err(NotAsked::Sensitive), "for good, whatever day it was noted until");
    }

    #[test]
    fn any_other_sensitive_moment_is_a_pause() {
        let postnatal = built_in("postnatal-wellbeing");
        assert_eq!(postnatal.survey_for(&with(Reason::Safeguarding, Some(TODAY)), TODAY), Err(NotAsked::Sensitive));
        let over = with(Reason::Safeguarding, Some(date(2026, 11, 21)));
        assert_eq!(postnatal.survey_for(&over, TODAY), Ok("postnatal-wellbeing"));
    }

    #[test]
    fn a_schedule_may_ask_another_survey_while_a_reason_holds() {
        let rule = StopRule { reason: Reason::Bereavement, then: Then::Switch, survey: Some("after-a-death".to_owned()) };
        let schedule = Schedule { stops: vec![rule], ..built_in("settled-accommodation") };
        assert_eq!(schedule.survey_for(&with(Reason::Bereavement, None), TODAY), Ok("after-a-death"));
        assert_eq!(schedule.survey_for(&with(Reason::Bereavement, Some(date(2026, 11, 2))), TODAY), Ok("settled-accommodation"));
        let died = Standing { died: Some(TODAY), ..with(Reason::Bereavement, None) };
        assert_eq!(schedule.survey_for(&died, TODAY), Err(NotAsked::Died));
    }
}
