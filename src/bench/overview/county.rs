//! The county that is measured: organisations, localities and somebody to look at them; then its people, counted by the program's own
//! rebuild.

use std::cell::RefCell;
use std::sync::Arc;

use anyhow::ensure;

use super::Size;
use super::framework::{self, Question};
use super::rows::{BATCH, Places, Rows, days};
use crate::app::App;
use crate::catalogue::Current;
use crate::cli::setup;
use crate::demo::dice::Dice;
use crate::demo::time::Ids;
use crate::domain::access::{Action, Event, Role};
use crate::domain::framework::Framework;
use crate::domain::indicator::{Definition, Period};
use crate::store::accounts::{self, Account, Grant};
use crate::store::days::day;
use crate::store::ids::{AccountId, LocalityId, OrganisationId};
use crate::store::organisations::{self, Locality, Organisation};
use crate::store::{definitions, facts};

/// How many localities there are: as many as the demo has.
const LOCALITIES: i32 = 13;
/// How many partners the lead provider has.
const PARTNERS: u32 = 5;
const SEED: u64 = 1;

/// A county that is being made.
pub struct County<'a> {
    app: &'a App,
    responses: u64,
    months: (Period, Period),
    surveys: Vec<Current>,
    questions: Vec<Question>,
    framework: Framework,
    organisations: Vec<Organisation>,
    localities: Vec<(Locality, Vec<String>)>,
    analyst: AccountId,
    /// The last row id given out so far.
    ids: i64,
}

impl<'a> County<'a> {
    /// A county of that size, of which nothing is written yet.
    pub fn new(app: &'a App, size: Size, responses: u64) -> anyhow::Result<Self> {
        let last = app.settled();
        let first = last.plus(1 - i32::try_from(size.months)?);
        let surveys = app.catalogue.all(&app.store)?;
        let questions = framework::questions(&surveys);
        ensure!(!questions.is_empty(), "no survey has a question to measure by");
        let framework = framework::framework(usize::try_from(size.indicators)?, &questions, first);
        let mut ids = Ids::since(day(first.first_day()));
        let (organisations, localities) = (organisations(size.organisations, &mut ids), localities(&mut ids));
        let analyst = AccountId(ids.next());
        let ids = ids.next();
        Ok(Self { app, responses, months: (first, last), surveys, questions, framework, organisations, localities, analyst, ids })
    }

    /// Writes everything. Returns how many people there are.
    pub fn make(&self) -> anyhow::Result<u64> {
        self.found()?;
        let providers: Vec<OrganisationId> = self.organisations.iter().skip(1).map(|one| one.id).collect();
        let localities: Vec<LocalityId> = self.localities.iter().map(|(one, _)| one.id).collect();
        let places = Places {
            providers: &providers,
            localities: &localities,
            questions: &self.questions,
            surveys: &self.surveys,
            programmes: framework::programmes(self.framework.indicators.len()),
            days: days(self.months.0, self.months.1),
        };
        let (mut ids, mut dice, mut written, mut people) = (Ids::from(self.ids), Dice::new(SEED), 0, 0);
        let bar = setup::bar(self.responses, "making answers up");
        while written < self.responses {
            let mut rows = Rows::default();
            while written + rows.responses() as u64 <= self.responses.saturating_sub(1) && rows.responses() < BATCH {
                rows.invent(&places, &mut ids, &mut dice, self.responses - written - rows.responses() as u64);
                people += 1;
            }
            self.app.store.write_now("measured rows", |tx| rows.write(tx))?;
            written += rows.responses() as u64;
            bar.set_position(written);
        }
        bar.finish_and_clear();
        Ok(people)
    }

    fn found(&self) -> anyhow::Result<()> {
        let now = self.app.clock.now().micros();
        let board = self.organisations.first().map_or(OrganisationId(0), |one| one.id);
        let account = Account {
            id: self.analyst,
            email: "analyst@measured.example".to_owned(),
            name: "Measured analyst".to_owned(),
            language: "en".to_owned(),
            organisation_id: board,
            password_hash: None,
            created_at: now,
            deactivated_at: None,
        };
        Ok(self.app.store.write_now("measured county", |tx| {
            organisations::add(tx, &self.organisations)?;
            organisations::add_localities(tx, &self.localities)?;
            accounts::add(tx, &account)?;
            accounts::grant(tx, account.id, Grant { organisation: board, role: Role::CommissionerAnalyst }, now)
        })?)
    }

    /// Counts every indicator and every survey's response rate from what was written.
    pub fn count(&self, people: u64) -> anyhow::Result<()> {
        let rates = self.questions.iter().map(|question| Definition::response_rate(&question.key));
        let all: Vec<Definition> = self.framework.indicators.iter().cloned().chain(rates).collect();
        let bar = RefCell::new(setup::bar(people, "counting indicators"));
        self.app.store.write_now("measured facts", |tx| {
            definitions::take(tx, &all, self.app.clock.now())?;
            facts::rebuild(tx, &all, self.app.clock.now(), |some| bar.borrow_mut().inc(some))
        })?;
        bar.borrow().finish_and_clear();
        self.app.definitions.replace(all);
        Ok(())
    }

    /// The last month that leaves.
    pub const fn through(&self) -> Period {
        self.months.1
    }

    /// Who releases it.
    pub fn event(&self) -> Event {
        Event::at_command_line(self.app.clock.now().micros(), Action::FiguresReleased)
    }

    /// Somebody who may look at it.
    pub const fn analyst(&self) -> AccountId {
        self.analyst
    }

    /// A Saywell that has its framework.
    pub fn app(&self) -> App {
        App { framework: Arc::new(self.framework.clone()), ..self.app.clone() }
    }
}

/// The commissioner first, then those who give care: a lead provider with its partners, and trusts.
fn organisations(providers: u32, ids: &mut Ids) -> Vec<Organisation> {
    let mut all = Vec::new();
    let mut lead = None;
    for at in 0..=providers {
        let id = OrganisationId(ids.next());
        let (kind, parent_id) = match at {
            0 => ("commissioner", None),
            1 => ("lead-provider", None),
            _ if at <= 1 + PARTNERS => ("partner", lead),
            _ => ("acute-trust", None),
        };
        lead = lead.or((at == 1).then_some(id));
        let name = if at == 0 { "Measured board".to_owned() } else { format!("Measured provider {at}") };
        all.push(Organisation { id, ods_code: format!("ZX{at}"), name, kind: kind.to_owned(), parent_id });
    }
    all
}

fn localities(ids: &mut Ids) -> Vec<(Locality, Vec<String>)> {
    let locality = |at: i32| Locality {
        id: LocalityId(ids.next()),
        code: format!("ZXL{at}"),
        name: format!("Measured locality {at}"),
        deprivation_decile: 1 + at % 10,
    };
    (1..=LOCALITIES).map(locality).map(|one| (one, Vec::new())).collect()
}
