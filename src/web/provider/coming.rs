//! What a person in care will be asked next, as far as it can be known today: for their page.

use std::collections::HashMap;

use super::progress;
use crate::app::App;
use crate::domain::care::channel::Preference;
use crate::domain::care::demographics::Demographics;
use crate::domain::care::need::Need;
use crate::domain::care::schedule::{Case, Coming, Reach, Schedule, Step, coming};
use crate::i18n::{Locale, MissingMessage};
use crate::store::days::date;
use crate::store::episodes::Episode;
use crate::store::people::{Ask, Record};
use crate::store::schedule_starts::Start;
use crate::store::{cases, stops};
use crate::web::pages::person::ComingRow;

/// What the organisations ask, and of whom.
pub struct Prospect<'a> {
    pub record: &'a Record,
    /// Who they are; nothing where no record is kept.
    pub demographics: Option<&'a Demographics>,
    /// The schedules by which their organisations ask.
    pub starts: &'a [Start],
    /// The titles of surveys, by key.
    pub titles: &'a HashMap<String, String>,
}

impl Prospect<'_> {
    /// What is to come in an episode, the soonest first; nothing where its organisation asks by no schedule in this programme.
    pub fn of(&self, app: &App, locale: &Locale, episode: &Episode, asks: &[Ask]) -> Result<Option<Vec<ComingRow>>, MissingMessage> {
        if self.record.person.erased_at.is_some() {
            return Ok(Some(Vec::new()));
        }
        let own = |start: &&Start| start.organisation_id == episode.organisation_id;
        let running = self.starts.iter().filter(own).filter_map(|start| Some((start, app.schedules.find(&start.schedule)?)));
        let running: Vec<(&Start, &Schedule)> = running.filter(|(_, schedule)| schedule.programme == episode.programme).collect();
        if running.is_empty() {
            return Ok(None);
        }
        let steps = running.iter().flat_map(|(start, schedule)| schedule.steps.iter().map(move |step| (*start, *schedule, step)));
        let open = steps.filter(|(_, schedule, step)| !asks.iter().any(|ask| is_of(ask, schedule, step)));
        let mut found: Vec<_> = open
            .filter_map(|(start, schedule, step)| Some((self.coming(app, episode, (start, schedule, step))?, schedule, step)))
            .collect();
        found.sort_by_key(|(coming, ..)| if let Coming::From { first, .. } = coming { (false, *first) } else { (true, app.clock.today()) });
        found.iter().map(|(coming, schedule, step)| self.row(app, locale, coming, (schedule, step))).collect::<Result<_, _>>().map(Some)
    }

    fn coming(&self, app: &App, episode: &Episode, (start, schedule, step): (&Start, &Schedule, &Step)) -> Option<Coming> {
        let person = &self.record.person;
        let preference = person.contact_by.as_deref().and_then(Preference::from_code);
        let reach = Reach::of(self.demographics, preference, Need::list(person.needs.as_deref().unwrap_or_default()));
        let standing = stops::standing(person, &self.record.stops);
        let case = Case { schedule, facts: &cases::facts(episode), since: date(start.since_day), standing: &standing, reach: &reach };
        coming(&case, step, app.clock.today())
    }

    fn row(&self, app: &App, locale: &Locale, coming: &Coming, (schedule, step): (&Schedule, &Step)) -> Result<ComingRow, MissingMessage> {
        let (when, how) = match coming {
            Coming::After(anchor) => (locale.t(&format!("coming-after-{}", anchor.code()), &[])?, None),
            Coming::From { first, how } => {
                let when = if *first > app.clock.today() { locale.date(*first) } else { locale.t("coming-now", &[])? };
                let how = match how {
                    Ok(channel) => progress::channel(locale, channel.code())?,
                    Err(why) => locale.t("coming-not", &[("why", locale.t(&format!("due-why-{}", why.code()), &[])?.into())])?,
                };
                (when, Some(how))
            }
        };
        let survey = self.titles.get(&schedule.survey).unwrap_or(&schedule.title).clone();
        Ok(ComingRow { survey, timepoint: locale.t(&format!("people-timepoint-{}", step.timepoint.code()), &[])?, when, how })
    }
}

/// True for what was decided at that step.
fn is_of(ask: &Ask, schedule: &Schedule, step: &Step) -> bool {
    ask.invitation.schedule.as_ref() == Some(&schedule.key) && ask.invitation.timepoint == step.timepoint.code()
}
