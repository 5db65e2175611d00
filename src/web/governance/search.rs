//! What was typed into the search of the audit trail. It is posted and never stands in an address, because it may name people.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::access::Action;
use crate::store::trail::Wanted;
use crate::web::form::Fields;
use crate::web::pages::part::Hidden;

/// The most characters of a name or a subject.
const LONGEST: usize = 100;

/// The fields of the search, as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    pub who: String,
    pub action: String,
    pub organisation: String,
    pub subject: String,
    pub from: String,
    pub to: String,
}

impl Search {
    /// The search in a form.
    pub fn typed(fields: &Fields) -> Self {
        let text = |name| fields.first(name).trim().to_owned();
        Self {
            who: text("who"),
            action: text("action"),
            organisation: text("organisation"),
            subject: text("subject"),
            from: text("from"),
            to: text("to"),
        }
    }

    fn pairs(&self) -> [(&'static str, &str); 6] {
        [
            ("who", &self.who),
            ("action", &self.action),
            ("organisation", &self.organisation),
            ("subject", &self.subject),
            ("from", &self.from),
            ("to", &self.to),
        ]
    }

    /// The names of the fields that were filled in; what was typed there is not recorded.
    pub fn used(&self) -> String {
        let used: Vec<&str> = self.pairs().into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, _)| name).collect();
        if used.is_empty() { "everything".to_owned() } else { used.join(", ") }
    }

    /// The same search, to be sent once more.
    pub fn hidden(&self) -> Vec<Hidden> {
        self.pairs().into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| Hidden::new(name, text)).collect()
    }

    /// What is looked for; or each wrong field with the key of the sentence that says so.
    pub fn wanted(&self, zone: &TimeZone) -> Result<Wanted, Vec<(&'static str, &'static str)>> {
        let mut wrong = Vec::new();
        for (field, text) in [("who", &self.who), ("subject", &self.subject)] {
            if text.chars().count() > LONGEST {
                wrong.push((field, "audit-too-long"));
            }
        }
        let action = Action::from_code(&self.action);
        if action.is_none() && !self.action.is_empty() {
            wrong.push(("action", "audit-action-unknown"));
        }
        let organisation = self.organisation.parse::<i64>().ok();
        if organisation.is_none() && !self.organisation.is_empty() {
            wrong.push(("organisation", "audit-organisation-unknown"));
        }
        let (from, to) = (day(&self.from), day(&self.to));
        for (field, day) in [("from", from), ("to", to)] {
            if day.is_err() {
                wrong.push((field, "audit-date-wrong"));
            }
        }
        let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            wrong.push(("to", "audit-dates-swapped"));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let until = to.and_then(|day| day.checked_add(1.day()).ok());
        let begin = |day: Date| day.to_zoned(zone.clone()).ok().map(|at| at.timestamp().as_microsecond());
        Ok(Wanted {
            who: text(&self.who),
            action,
            organisation,
            subject: text(&self.subject),
            from: from.and_then(begin),
            until: until.and_then(begin),
        })
    }
}

/// The day that was typed, if any; an error where it is none.
fn day(text: &str) -> Result<Option<Date>, ()> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(drop) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_searched_to_its_end() {
        let search = Search { from: "2026-11-22".to_owned(), to: "2026-11-22".to_owned(), ..Search::default() };
        let wanted = search.wanted(&TimeZone::UTC).unwrap();
        assert_eq!(wanted.until.unwrap() - wanted.from.unwrap(), 86_400_000_000);
    }

    #[test]
    fn each_wrong_field_is_named() {
        let search = Search {
            who: "x".repeat(LONGEST + 1),
            action: "flew".to_owned(),
            organisation: "x".to_owned(),
            from: "yesterday".to_owned(),
            ..Search::default()
        };
        let wrong = search.wanted(&TimeZone::UTC).unwrap_err();
        assert_eq!(wrong.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["who", "action", "organisation", "from"]);
        let swapped = Search { from: "2026-11-22".to_owned(), to: "2026-11-21".to_owned(), ..Search::default() };
        assert_eq!(swapped.wanted(&TimeZone::UTC).unwrap_err(), [("to", "audit-dates-swapped")]);
    }

    #[test]
    fn what_is_recorded_of_a_search_names_nobody() {
        let search = Search { who: "Ada".to_owned(), subject: "account:7".to_owned(), ..Search::default() };
        assert_eq!(search.used(), "who, subject");
        assert_eq!(Search::default().used(), "everything");
    }
}
