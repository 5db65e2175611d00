//! The demo county: two years of invented care and invented answers, the same for the same seed, put into an empty
//! database through the store's own doors.
//!
//! Nobody in it exists. People, answers and figures are made so that the pages look as they would in a real county:
//! deprived, younger and non-English-speaking people answer less often, so do people who are doing badly, winters are
//! harder than summers, one service gets better and one gets worse. It refuses to prove anything: no figure of it is
//! evidence about any service.

mod answering;
mod asking;
mod batch;
mod county;
pub(crate) mod dice;
mod events;
mod frailty;
mod leanings;
mod links;
mod maternity;
mod mental_health;
mod names;
mod open;
mod people;
mod reached;
mod records;
mod staff;
mod supply;
pub(crate) mod time;

use std::cell::RefCell;

use jiff::civil::Date;

use crate::app::App;
use crate::catalogue::Current;
use crate::domain::access::{Action, Event};
use crate::domain::indicator::Definition;
use crate::keys;
use crate::password;
use crate::store::episodes::Episode;
use crate::store::ids::AccountId;
use crate::store::schedule_starts::{self, Start};
use crate::store::{self, Store, accounts, definitions, facts, organisations, supplied};

use batch::Batch;
use county::County;
use dice::Dice;
pub use links::Link;
use people::Someone;
use records::Records;
pub use staff::{Colleague, EMAIL, STAFF};
use time::{Ids, Window};

/// The password of everybody in the demo. Anybody may know it: there is nobody's data behind it.
pub const PASSWORD: &str = "otters-cross-the-marl";

/// What to seed.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub seed: u64,
    /// 1 is a whole county of about 60,000 episodes; tests make do with a small part of one.
    pub scale: f64,
    /// The last day that anything happens on.
    pub today: Date,
}

/// What the county is built with and into.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub app: &'a App,
    /// Every survey the demo answers, imported already.
    pub surveys: &'a [Current],
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// People, episodes, invitations and answers are being made up; counted in episodes and open answers.
    Inventing,
    /// Indicators are being counted; counted in episodes.
    Counting,
}

/// How far a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub stage: Stage,
    pub done: u64,
    pub of: u64,
}

/// What there is now.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    pub people: u64,
    pub episodes: u64,
    pub invitations: u64,
    pub responses: u64,
    pub supplied: u64,
    /// Personal links that can be answered now.
    pub links: Vec<Link>,
}

/// Why there is no demo county.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error("the demo answers the survey `{0}`, which has not been imported")]
    NoSurvey(&'static str),
    #[error("the survey `{0}` cannot be completed: {1}")]
    Survey(&'static str, String),
    #[error(transparent)]
    Password(#[from] password::Failure),
    #[error(transparent)]
    Sealing(#[from] keys::Failure),
    #[error("an event of the demo cannot be held: {0}")]
    Event(String),
}

/// True when the database holds a demo county, and all of it: its account is the last thing written.
pub fn is_seeded(store: &Store) -> store::Result<bool> {
    match store.read_now("demo account", |conn| accounts::find(conn, EMAIL)) {
        Ok(_) => Ok(true),
        Err(store::Error::NotFound) => Ok(false),
        Err(why) => Err(why),
    }
}

/// Fills an empty database. What was written stays when it fails half-way; [`is_seeded`] is then false.
pub async fn seed(setting: &Setting<'_>, plan: &Plan, progress: &mut dyn FnMut(Step)) -> Result<Summary, Error> {
    let mut world = World::new(setting, plan);
    world.found()?;
    world.invent(progress)?;
    let links = world.links()?;
    world.flush()?;
    world.count(progress)?;
    let mut staff = world.staff()?;
    let commissioner = staff.split_off(staff.len().saturating_sub(1));
    world.hire(&staff)?;
    events::hold(&mut world).await?;
    world.hire(&commissioner)?;
    Ok(Summary { links, ..world.counts })
}

/// Releases every period that has settled, as the timetable would have, so that there is something to see. Comes after [`seed`].
pub async fn release(app: &App) -> store::Result<()> {
    let event = Event::at_command_line(app.clock.now().micros(), Action::FiguresReleased);
    app.release(app.settled(), event).await.map(drop)
}

type Make = fn(&mut World<'_>) -> Result<(), Error>;

impl Plan {
    /// That many of a whole county, in this plan: at least one.
    fn part(&self, whole: u32) -> u64 {
        u64::try_from(dice::nearest(f64::from(whole) * self.scale).max(1)).unwrap_or(1)
    }
}

/// The county while it is being made up.
struct World<'a> {
    setting: &'a Setting<'a>,
    plan: &'a Plan,
    window: Window,
    county: County,
    dice: Dice,
    records: Records,
    ids: Ids,
    batch: Batch,
    counts: Summary,
    offers: Vec<links::Offer>,
    /// Who works in the county so far, by their email addresses.
    accounts: Vec<(&'static str, AccountId)>,
}

impl<'a> World<'a> {
    fn new(setting: &'a Setting<'a>, plan: &'a Plan) -> Self {
        let window = Window::until(plan.today);
        let mut ids = Ids::since(window.start);
        let county = County::new(&mut ids);
        let (dice, records, batch) = (Dice::new(plan.seed), Records::new(plan.seed), Batch::default());
        Self {
            setting,
            plan,
            window,
            county,
            dice,
            records,
            ids,
            batch,
            counts: Summary::default(),
            offers: Vec::new(),
            accounts: Vec::new(),
        }
    }

    /// Organisations, localities and supplied values.
    fn found(&mut self) -> Result<(), Error> {
        let (supplied, starts) = (supply::values(self), self.starts());
        self.setting.app.store.write_now("demo county", |tx| {
            organisations::add(tx, &self.county.organisations)?;
            organisations::add_localities(tx, &self.county.localities)?;
            starts.iter().try_for_each(|start| schedule_starts::begin(tx, start).map(drop))?;
            supplied::add(tx, &supplied)
        })?;
        self.counts.supplied = supplied.len() as u64;
        Ok(())
    }

    /// Who asks by which schedule, from today on. The lead trust is left to whoever tries the demo.
    fn starts(&self) -> Vec<Start> {
        let county = &self.county;
        let second_spring = county.mental_health.get(1).map(|(provider, _)| provider.id);
        let asks = |schedule: &'static str| move |id| (id, schedule);
        let mental_health = ["settled-accommodation", "employment", "carers-mental-health"];
        let mut all: Vec<_> = mental_health.into_iter().filter_map(|schedule| second_spring.map(asks(schedule))).collect();
        all.extend([county.acute.id, county.community.id].map(asks("independence-at-home")));
        all.push(asks("postnatal-wellbeing")(county.maternity.id));
        let start = |(organisation_id, schedule): (_, &str)| Start {
            organisation_id,
            schedule: schedule.to_owned(),
            since_day: self.window.today,
            started_by: None,
            started_at: self.setting.app.clock.now().micros(),
            stopped_at: None,
        };
        all.into_iter().map(start).collect()
    }

    /// People, episodes, invitations and answers, as many as the plan says.
    fn invent(&mut self, progress: &mut dyn FnMut(Step)) -> Result<(), Error> {
        let shares: [(u32, Make); 5] = [
            (mental_health::EPISODES, mental_health::add),
            (frailty::EPISODES, frailty::add),
            (maternity::EPISODES, maternity::add),
            (open::FEEDBACK, open::add_feedback),
            (open::CARERS, open::add_carer),
        ];
        let of = shares.iter().map(|(whole, _)| self.plan.part(*whole)).sum();
        let mut done = 0;
        for (whole, make) in shares {
            for _ in 0..self.plan.part(whole) {
                make(self)?;
                done += 1;
                if self.batch.is_full() {
                    self.flush()?;
                    progress(Step { stage: Stage::Inventing, done, of });
                }
            }
        }
        progress(Step { stage: Stage::Inventing, done, of });
        Ok(())
    }

    fn survey(&self, key: &'static str) -> Result<&'a Current, Error> {
        self.setting.surveys.iter().find(|current| current.survey.key == key).ok_or(Error::NoSurvey(key))
    }

    /// Takes a person and an episode in.
    fn admit(&mut self, someone: &Someone, episode: &Episode) {
        let mut person = someone.row(episode.organisation_id);
        let record = self.records.invent(someone, &mut person, self.window.today);
        self.batch.people.push(person);
        self.batch.records.push((episode.organisation_id, someone.id, record));
        self.batch.episodes.push(episode.clone());
    }

    /// Writes what has gathered.
    fn flush(&mut self) -> Result<(), Error> {
        let mut batch = std::mem::take(&mut self.batch);
        batch.seal(&self.setting.app.register(), &self.setting.app.words(), self.setting.app.clock.now().micros())?;
        self.setting.app.store.write_now("demo batch", |tx| batch.write(tx))?;
        self.counts.people += batch.people.len() as u64;
        self.counts.episodes += batch.episodes.len() as u64;
        self.counts.invitations += batch.invitations.len() as u64;
        Ok(())
    }

    /// Facts and cells of every indicator, and of every survey's response rate.
    fn count(&self, progress: &mut dyn FnMut(Step)) -> Result<(), Error> {
        let rates = self.setting.surveys.iter().map(|current| Definition::response_rate(&current.survey.key));
        let all: Vec<Definition> = self.setting.app.framework.indicators.iter().cloned().chain(rates).collect();
        let of = self.counts.episodes;
        let progress = RefCell::new(progress);
        self.setting.app.store.write_now("demo facts", |tx| {
            let mut done = 0;
            definitions::take(tx, &all, self.setting.app.clock.now())?;
            facts::rebuild(tx, &all, self.setting.app.clock.now(), |some| {
                done += some;
                progress.borrow_mut()(Step { stage: Stage::Counting, done, of });
            })
        })?;
        // What is answered in the demo from now on is counted by them.
        self.setting.app.definitions.replace(all);
        Ok(())
    }
}
