//! Looking after organisations, accounts and roles. Whoever administers reaches the organisations that their role extends to
//! and no others; every change is one transaction with its line in the audit trail, and asks that they showed lately who
//! they are. Nobody changes their own roles here, and nobody takes away the last who could.

pub mod account;
pub mod accounts;
pub mod details;
pub mod factors;
pub mod fault;
mod fields;
pub mod invite;
pub mod organisation;
pub mod organisations;
pub mod roles;
pub mod sharing;
pub mod standing;
pub mod typed;

use serde::Deserialize;

use super::pages::admin::May;
use super::problem::Problem;
use super::right::{ManageAccounts, Right};
use super::staff::Staff;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::{Action, Event, OrganisationKind, Reach, Role};
use crate::i18n::{Locale, MissingMessage};
use crate::store;
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::organisations::Organisation;
use crate::store::staff::Entry;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

impl Done {
    /// The sentence that says so; nothing for what is not in the list.
    fn sentence(&self, locale: &Locale, known: &[&str]) -> Result<Option<String>, MissingMessage> {
        let known = known.iter().find(|what| **what == self.done);
        known.map(|what| locale.t(&format!("admin-done-{what}"), &[])).transpose()
    }
}

/// The organisations, and which of them somebody reaches.
struct Realm {
    all: Vec<Organisation>,
    reach: Reach,
    /// The ids of those where they hold the role themselves.
    held: Vec<i64>,
}

impl Realm {
    async fn of<R: Right>(app: &App, staff: &Staff<R>) -> Result<Self, Problem> {
        let held: Vec<i64> = staff.organisations().iter().map(|id| id.0).collect();
        let read = move |conn: &mut _| {
            let reach = Reach::of(&store::organisations::nodes(conn)?, &held);
            Ok(Self { all: store::organisations::list(conn)?, reach, held: held.clone() })
        };
        Ok(app.store.read("realm", read).await?)
    }

    /// True when they may decide who holds that role there. A lead provider looks after the accounts of its partners, and yet
    /// only a partner lets anybody see its people: so the way to them is neither given nor taken over from above.
    fn decides(&self, role: Role, organisation: OrganisationId) -> bool {
        self.reach.everything || !role.leads_to_people() || self.is_theirs(organisation)
    }

    /// True for an organisation where they hold the role, and for what is below one without a lead provider in between.
    fn is_theirs(&self, organisation: OrganisationId) -> bool {
        let mut at = self.find(organisation);
        // No row of parents is longer than there are organisations, and a ring of them ends.
        for _ in 0..self.all.len() {
            let Some(one) = at else { return false };
            if self.held.contains(&one.id.0) {
                return true;
            }
            at = one.parent_id.and_then(|parent| self.find(parent)).filter(|parent| parent.kind != OrganisationKind::LeadProvider.code());
        }
        false
    }

    /// An organisation, within reach or not.
    fn find(&self, id: OrganisationId) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.id == id)
    }

    /// An organisation within reach, as a form names it.
    fn chosen(&self, text: &str) -> Option<&Organisation> {
        let id = text.parse().ok().filter(|id| self.reach.reaches(*id))?;
        self.find(OrganisationId(id))
    }

    /// Those within reach, by name.
    fn reached(&self) -> impl Iterator<Item = &Organisation> {
        self.all.iter().filter(|organisation| self.reach.reaches(organisation.id.0))
    }
}

/// An account that somebody administers: its holder works for an organisation within reach, or has a role in one.
struct Subject {
    entry: Entry,
    realm: Realm,
    may: May,
}

impl Subject {
    async fn load(app: &App, staff: &Staff<ManageAccounts>, id: i64) -> Result<Self, Problem> {
        let realm = Realm::of(app, staff).await?;
        let entry = app.store.read("account", move |conn| store::staff::find(conn, AccountId(id))).await?;
        let held = || entry.roles.iter().map(|(_, organisation)| organisation.id.0);
        let is_employer = realm.reach.reaches(entry.account.organisation_id.0);
        let is_decided = entry.roles.iter().all(|(role, organisation)| realm.decides(*role, organisation.id));
        let may = if entry.account.id == staff.account {
            May::Own
        } else if is_employer && is_decided && held().all(|id| realm.reach.reaches(id)) {
            May::Everything
        } else if is_employer || held().any(|id| realm.reach.reaches(id)) {
            May::Roles
        } else {
            return Err(staff.refused(app, &format!("account:{id}")).await);
        };
        Ok(Self { entry, realm, may })
    }

    /// The same, where the reader may do one of `what` with it. No page offers anything else, so whoever asks is refused.
    async fn allowing(self, app: &App, staff: &Staff<ManageAccounts>, what: &[May]) -> Result<Self, Problem> {
        if what.contains(&self.may) {
            return Ok(self);
        }
        Err(staff.refused(app, &format!("account:{}", self.entry.account.id.0)).await)
    }

    fn id(&self) -> AccountId {
        self.entry.account.id
    }

    /// The address of its page.
    fn at(&self) -> String {
        format!("/admin/accounts/{}", self.id().0)
    }

    /// Its page, which says what was done. The empty fragment keeps browsers from carrying over the form's.
    fn done(&self, what: &str) -> String {
        format!("{}?done={what}#", self.at())
    }

    /// A line of the audit trail about it.
    fn event(&self, app: &App, staff: &Staff<ManageAccounts>, action: Action) -> Event {
        staff.event(app, action).about(format!("account:{}", self.id().0)).within(self.entry.account.organisation_id.0)
    }
}

/// A moment in words: day and time.
fn moment(app: &App, locale: &Locale, micros: i64) -> String {
    let at = Moment::from_micros(micros).zoned(app.clock.zone());
    format!("{}, {}", locale.date(at.date()), at.strftime("%H:%M"))
}
