//! Asks whoever is due, reminds whoever has not finished, and takes another way where one was no good. What is to be done is
//! decided by the schedule alone; here it is looked up, and kept with the message that follows from it. Nothing is sent here.

mod matter;

use std::collections::HashMap;

use jiff::Zoned;
use jiff::civil::Date;

use crate::app::App;
use crate::domain::care::asking::NotAsked;
use crate::domain::care::channel::Channel;
use crate::domain::care::schedule::{Decision, Schedule, Step};
use crate::domain::indicator::Definition;
use crate::store::cases;
use crate::store::ids::{EpisodeId, InvitationId, SurveyId};
use crate::store::invitations::Invitation;
use crate::store::planned;
use crate::store::schedule_starts::{self, Start};
use crate::store::{self, Conn, Error, surveys, turns};
use matter::{Matter, decide, micros, seen, wanted};

/// The name of the turn.
const TURN: &str = "asking";

/// How often it comes round, and how long a process that died holds the others up: in seconds.
const EVERY_SECONDS: i64 = 300;
const LEASE_SECONDS: i64 = 1800;

/// Looks at whoever is due, if it is time and nobody else does.
pub async fn turn(app: &App) -> store::Result<()> {
    let now = app.clock.now();
    let until = now.plus_seconds(LEASE_SECONDS).micros();
    if !app.store.write("take turn", move |tx| turns::take(tx, TURN, now.micros(), until)).await? {
        return Ok(());
    }
    let done = round(app).await;
    let next = now.plus_seconds(EVERY_SECONDS).micros();
    app.store.write("give turn back", move |tx| turns::give_back(tx, TURN, next)).await?;
    done
}

/// Looks at whoever is due now, whoever else may do so at the same time.
pub async fn round(app: &App) -> store::Result<()> {
    let (starts, known) = app.store.read("schedules running", |conn| Ok((schedule_starts::running(conn)?, surveys::list(conn)?))).await?;
    let open = known.into_iter().filter(|(survey, _)| survey.status == "open").map(|(survey, _)| (survey.key, survey.id)).collect();
    let mut round = Round { app, open, now: app.clock.now().zoned(app.clock.zone()), asked: 0, left: 0, sent: 0 };
    for start in &starts {
        let Some(schedule) = app.schedules.find(&start.schedule) else {
            tracing::warn!(schedule = start.schedule, "an organisation asks by a schedule that is not there");
            continue;
        };
        round.again(start, schedule).await?;
        for step in &schedule.steps {
            round.undecided(start, schedule, step).await?;
        }
    }
    if round.asked + round.left + round.sent > 0 {
        tracing::info!(asked = round.asked, not_asked = round.left, sent_again = round.sent, "schedules were followed");
    }
    Ok(())
}

/// What a start would bring at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Preview {
    /// So many would be asked.
    pub asked: usize,
    /// So many would be due and not be asked, or not yet.
    pub not_asked: usize,
}

/// What would happen at once if an organisation began to ask; nothing is kept.
pub async fn preview(app: &App, start: &Start, schedule: &Schedule) -> store::Result<Preview> {
    let (now, mut preview) = (app.clock.now().zoned(app.clock.zone()), Preview::default());
    for step in &schedule.steps {
        for some in undecided(app, wanted(start, schedule, step, &now)).await?.chunks(cases::MOST.into()) {
            for case in cases_of(app, start, some).await? {
                match decide(app, &Matter { start, schedule, step, case }, &now) {
                    Ok(Some(Decision::Ask { .. })) => preview.asked += 1,
                    Ok(None) => {}
                    _ => preview.not_asked += 1,
                }
            }
        }
    }
    Ok(preview)
}

async fn undecided(app: &App, wanted: cases::Wanted) -> store::Result<Vec<EpisodeId>> {
    app.store.read("who is due", move |conn| cases::undecided(conn, &wanted)).await
}

async fn cases_of(app: &App, start: &Start, some: &[EpisodeId]) -> store::Result<Vec<cases::Case>> {
    let (organisation, some) = (start.organisation_id, some.to_vec());
    app.store.read("due cases", move |conn| cases::of_episodes(conn, organisation, &some)).await
}

/// One time round.
struct Round<'a> {
    app: &'a App,
    /// The surveys that take answers, by key.
    open: HashMap<String, SurveyId>,
    now: Zoned,
    asked: u32,
    left: u32,
    sent: u32,
}

impl Round<'_> {
    /// Whoever has come into the time of a step since the last time round.
    async fn undecided(&mut self, start: &Start, schedule: &Schedule, step: &Step) -> store::Result<()> {
        for some in undecided(self.app, wanted(start, schedule, step, &self.now)).await?.chunks(cases::MOST.into()) {
            for case in cases_of(self.app, start, some).await? {
                self.try_settle(Matter { start, schedule, step, case }).await?;
            }
        }
        Ok(())
    }

    /// Whoever was to be looked at again by now.
    async fn again(&mut self, start: &Start, schedule: &Schedule) -> store::Result<()> {
        let mut after = InvitationId(i64::MIN);
        let now = micros(&self.now);
        loop {
            let (organisation, key) = (start.organisation_id, schedule.key.clone());
            let found =
                self.app.store.read("whom to look at again", move |conn| cases::again(conn, (organisation, &key), now, after)).await?;
            let last = found.iter().filter_map(|case| case.asked.as_ref()).map(|before| before.invitation.id).max();
            let Some(last) = last else { return Ok(()) };
            after = last;
            for case in found {
                let step = case.asked.as_ref().and_then(|before| schedule.step(&before.invitation.timepoint));
                if let Some(step) = step {
                    self.try_settle(Matter { start, schedule, step, case }).await?;
                }
            }
        }
    }

    /// Decides about one person. What cannot be kept about one holds up nobody else; without a database nothing goes on.
    async fn try_settle(&mut self, matter: Matter<'_>) -> store::Result<()> {
        let person = matter.case.person.id.0;
        match self.settle(matter).await {
            Err(why @ (Error::Busy(_) | Error::Unreachable(_))) => Err(why),
            Err(why) => {
                tracing::error!(person, %why, "what was decided about this person cannot be kept");
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    /// Decides about one person, and keeps it.
    async fn settle(&mut self, matter: Matter<'_>) -> store::Result<()> {
        let decision = match decide(self.app, &matter, &self.now) {
            Ok(Some(decision)) => decision,
            Ok(None) => return Ok(()),
            Err(why) => {
                tracing::error!(person = matter.case.person.id.0, %why, "a record cannot be opened; nothing is decided about this person");
                return Ok(());
            }
        };
        match (decision, &matter.case.asked) {
            (Decision::Ask { survey, channel, at, closes, next }, before) => {
                // While a survey is closed nobody is asked; it may be opened again in time.
                let Some(survey_id) = self.open.get(&survey).copied() else { return Ok(()) };
                let id = before.as_ref().map_or_else(|| self.id(), |before| before.invitation.id.0);
                let row = Invitation { survey_id, next_at: next.as_ref().map(micros), ..matter.invitation(id, closes, &self.now) };
                let row = matter::addressed(self.app, row, channel);
                self.asked += u32::from(self.ask(&matter, row, &survey, (channel, &at)).await?);
            }
            (Decision::Leave { why, closes, next }, None) => self.leave(&matter, (why, closes), next.as_ref()).await?,
            (Decision::Leave { why, next, .. }, Some(before)) => {
                let (seen, next) = (seen(before), next.as_ref().map(micros));
                self.app.store.write("put off", move |tx| planned::put_off(tx, seen, why.code(), next)).await?;
            }
            (Decision::Send { number, channel, at, next }, Some(before)) => {
                if !self.open.contains_key(&before.survey) {
                    return Ok(());
                }
                let message = matter.message(self.app, before.invitation.id, (number, channel), &at);
                let (seen, next) = (seen(before), next.as_ref().map(micros));
                let send = move |tx: &mut Conn| planned::send(tx, seen, channel.code(), next, message.as_ref());
                self.sent += u32::from(self.app.store.write("write once more", send).await?);
            }
            (Decision::Look { next }, Some(before)) => {
                let (seen, next) = (seen(before), next.as_ref().map(micros));
                self.app.store.write("look again", move |tx| planned::look_again(tx, seen, next)).await?;
            }
            (Decision::Send { .. } | Decision::Look { .. }, None) => {}
        }
        Ok(())
    }

    async fn ask(&self, matter: &Matter<'_>, row: Invitation, survey: &str, (channel, at): (Channel, &Zoned)) -> store::Result<bool> {
        let message = matter.message(self.app, row.id, (0, channel), at);
        let (rate, seen) = (Definition::response_rate(survey), matter.case.asked.as_ref().map(seen));
        let keep = move |tx: &mut Conn| match seen {
            None => planned::ask(tx, &row, message.as_ref(), &rate),
            Some(seen) => planned::ask_after_all(tx, seen, &row, message.as_ref(), &rate),
        };
        self.app.store.write("ask", keep).await
    }

    async fn leave(&mut self, matter: &Matter<'_>, (why, closes): (NotAsked, Date), next: Option<&Zoned>) -> store::Result<()> {
        let Some(survey_id) = self.open.get(&matter.schedule.survey).copied() else { return Ok(()) };
        let row = Invitation {
            survey_id,
            not_asked: Some(why.code().to_owned()),
            next_at: next.map(micros),
            ..matter.invitation(self.id(), closes, &self.now)
        };
        self.left += u32::from(self.app.store.write("not asked", move |tx| planned::leave(tx, &row)).await?);
        Ok(())
    }

    fn id(&self) -> i64 {
        self.app.random.id(&self.app.clock)
    }
}
