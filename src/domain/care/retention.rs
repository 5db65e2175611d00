//! How long what names a person is kept: rules by programme, and the record that no rule keeps any longer.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::Deserialize;

/// The rules that Saywell brings with it.
pub const BUILT_IN: &str = include_str!("../../../retention/rules.toml");

/// The rules of an installation, read from TOML.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rules {
    pub key: String,
    pub version: String,
    #[serde(rename = "record")]
    pub records: Vec<RecordRule>,
    pub short: ShortRules,
}

/// How long the record of a programme is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RecordRule {
    pub programme: String,
    /// Years after the last episode was closed.
    pub closed_years: i32,
    /// Years after the person died.
    pub died_years: i32,
}

/// How long the rest is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ShortRules {
    pub messages_days: i64,
    pub imports_days: i64,
    pub requests_years: i64,
    /// Of answers that belong to nobody's record: free text goes, and the receipt with it.
    pub open_answers_years: i64,
    /// Of names and addresses of those who were expected at an event, after its end. A file of rules that says nothing of them
    /// says twelve.
    #[serde(default = "twelve")]
    pub event_contacts_months: i64,
}

const fn twelve() -> i64 {
    12
}

/// One episode as far as retention looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub programme: String,
    /// The day it was closed; nothing while it is open.
    pub closed: Option<Date>,
}

/// Why rules cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Fault(String);

/// What goes by age alone, whoever it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Short {
    /// That something was sent to somebody.
    Messages,
    /// Files of people that were read in.
    Imports,
    /// Requests about rights that were answered.
    Requests,
    /// Answers to open surveys: the words, and what could lead back to whoever wrote them.
    OpenAnswers,
    /// Who was expected at an event, and what was sent to them.
    EventContacts,
}

impl Short {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Messages, Self::Imports, Self::Requests, Self::OpenAnswers, Self::EventContacts];

    /// Its name in the log of runs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::Imports => "imports",
            Self::Requests => "requests",
            Self::OpenAnswers => "open-answers",
            Self::EventContacts => "event-contacts",
        }
    }
}

impl ShortRules {
    fn is_too_short(self) -> bool {
        let times = [self.messages_days, self.imports_days, self.requests_years, self.open_answers_years, self.event_contacts_months];
        times.iter().any(|time| *time < 1)
    }

    /// The last day of which nothing is kept on that day.
    #[must_use]
    pub fn over_by(self, what: Short, today: Date) -> Option<Date> {
        let time = match what {
            Short::Messages => Span::new().try_days(self.messages_days),
            Short::Imports => Span::new().try_days(self.imports_days),
            Short::Requests => Span::new().try_years(self.requests_years),
            Short::OpenAnswers => Span::new().try_years(self.open_answers_years),
            Short::EventContacts => Span::new().try_months(self.event_contacts_months),
        };
        today.checked_sub(time.ok()?).ok()
    }
}

impl Rules {
    /// Reads rules.
    pub fn parse(source: &str) -> Result<Self, Fault> {
        let rules: Self = toml::from_str(source).map_err(|why| Fault(why.to_string().trim().to_owned()))?;
        let too_short = rules.records.iter().find(|rule| rule.closed_years < 1 || rule.died_years < 1);
        match too_short {
            Some(rule) => Err(Fault(format!("the records of `{}` must be kept for a year at least", rule.programme))),
            None if rules.short.is_too_short() => Err(Fault("what is kept for less than a day or a year is not kept at all".to_owned())),
            None => Ok(rules),
        }
    }

    /// The first day on which no rule keeps the record of a person any longer; nothing while a rule keeps it without end:
    /// an episode is open, or no rule says how long its programme's are kept.
    #[must_use]
    pub fn over_on(&self, died: Option<Date>, episodes: &[Kept]) -> Option<Date> {
        let over = |kept: &Kept| {
            let rule = self.records.iter().find(|rule| rule.programme == kept.programme)?;
            let after_death = died.and_then(|died| later(died, rule.died_years.years()));
            let after_care = kept.closed.and_then(|closed| later(closed, rule.closed_years.years()));
            match (after_death, after_care) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            }
        };
        let days: Option<Vec<Date>> = episodes.iter().map(over).collect();
        days?.into_iter().max()
    }
}

fn later(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rules() -> Rules {
        Rules::parse(BUILT_IN).unwrap()
    }

    fn closed(programme: &str, closed: Date) -> Kept {
        Kept { programme: programme.to_owned(), closed: Some(closed) }
    }

    #[test]
    fn a_record_is_kept_for_the_time_of_its_programme_after_it_was_closed() {
        let over = rules().over_on(None, &[closed("frail-older-people", date(2020, 2, 29))]);
        assert_eq!(over, Some(date(2028, 2, 29)));
    }

    #[test]
    fn death_shortens_how_long_a_mental_health_record_is_kept() {
        let kept = [closed("mental-health", date(2020, 5, 1))];
        assert_eq!(rules().over_on(Some(date(2021, 3, 4)), &kept), Some(date(2031, 3, 4)));
        assert_eq!(rules().over_on(Some(date(2039, 3, 4)), &kept), Some(date(2040, 5, 1)));
    }

    #[test]
    fn what_goes_by_age_goes_after_its_days_or_years() {
        let short = rules().short;
        let over = |what| short.over_by(what, date(2026, 11, 22));
        assert_eq!(over(Short::Imports), Some(date(2026, 10, 23)));
        assert_eq!((over(Short::Requests), over(Short::OpenAnswers)), (Some(date(2020, 11, 22)), Some(date(2024, 11, 22))));
        assert_eq!(over(Short::EventContacts), Some(date(2025, 11, 22)));
    }

    #[test]
    fn rules_from_before_there_were_events_keep_contacts_for_a_year() {
        let rules = Rules::parse(&BUILT_IN.replace("event-contacts-months = 12", "")).unwrap();
        assert_eq!(rules.short.event_contacts_months, 12);
        assert!(Rules::parse(&BUILT_IN.replace("event-contacts-months = 12", "event-contacts-months = 0")).is_err());
    }

    #[test]
    fn the_longest_of_several_rules_holds() {
        let kept = [closed("frail-older-people", date(2020, 1, 1)), closed("maternity", date(2010, 1, 1))];
        assert_eq!(rules().over_on(None, &kept), Some(date(2035, 1, 1)));
    }

    #[test]
    fn what_is_open_or_has_no_rule_is_kept() {
        let open = Kept { programme: "maternity".to_owned(), closed: None };
        assert_eq!(rules().over_on(None, &[open, closed("maternity", date(1990, 1, 1))]), None);
        assert_eq!(rules().over_on(None, &[closed("unknown", date(1990, 1, 1))]), None);
        assert_eq!(rules().over_on(None, &[]), None);
    }

    #[test]
    fn rules_that_keep_nothing_are_refused() {
        let source = BUILT_IN.replace("closed-years = 8", "closed-years = 0");
        assert!(Rules::parse(&source).unwrap_err().to_string().contains("frail-older-people"));
        assert!(Rules::parse("key = 1").is_err());
    }
}
