//! Somebody for each thing that staff may do in the demo county, all with the same password.

use crate::domain::access::Role;
use crate::password;
use crate::store;
use crate::store::accounts::{self, Account, Grant};
use crate::store::ids::AccountId;

use super::{Error, PASSWORD, World};

/// Somebody who can sign in to the demo.
#[derive(Debug, Clone, Copy)]
pub struct Colleague {
    pub email: &'static str,
    /// The code of the organisation they work for and hold the role in.
    pub organisation: &'static str,
    pub role: Role,
    /// What they see, in a few words.
    pub sees: &'static str,
}

const fn colleague(email: &'static str, organisation: &'static str, role: Role, sees: &'static str) -> Colleague {
    Colleague { email, organisation, role, sees }
}

/// The demo commissioner's address.
pub const EMAIL: &str = "commissioner@marlshire.example";

/// Everybody, the commissioner last.
pub const STAFF: [Colleague; 11] = [
    colleague("administrator@marlshire.example", "XM0", Role::Administrator, "organisations, accounts and roles"),
    colleague("governance@marlshire.example", "XM0", Role::InformationGovernance, "the audit trail"),
    colleague("designer@marlshire.example", "XM0", Role::SurveyDesigner, "the surveys, to open and close"),
    colleague("engagement@marlshire.example", "XM0", Role::EngagementLead, "events, and what people say there"),
    colleague("engagement2@marlshire.example", "XM0", Role::EngagementLead, "the same: two people code each comment"),
    colleague(
        "manager@minds.example",
        "XM1",
        Role::ProviderManager,
        "the lead trust's figures and its partners', and when people are asked",
    ),
    colleague(
        "coordinator@secondspring.example",
        "XM2",
        Role::CareCoordinator,
        "the people of one partner: who they are, what they are asked",
    ),
    colleague("midwife@maternity.example", "XM8", Role::CareCoordinator, "mothers in care, and alerts about them"),
    colleague("records@secondspring.example", "XM2", Role::InformationGovernance, "people's rights at one partner"),
    colleague("approver@marlshire.example", "XM0", Role::CommissionerApprover, "the indicators, to sign them off"),
    colleague(EMAIL, "XM0", Role::CommissionerAnalyst, "the indicators"),
];

/// Somebody's account, and what they may do.
type Employed = (Account, Grant);

impl World<'_> {
    /// Everybody, the commissioner last.
    pub(super) fn staff(&mut self) -> Result<Vec<Employed>, Error> {
        let (hash, now) = (password::hash(PASSWORD)?, self.setting.app.clock.now().micros());
        let mut rows = Vec::new();
        for (at, one) in STAFF.iter().enumerate() {
            let Some(employer) = self.county.organisations.iter().find(|known| known.ods_code == one.organisation) else { continue };
            let id = AccountId(self.ids.next());
            let account = Account {
                id,
                email: one.email.to_owned(),
                name: called(at, one),
                language: "en".to_owned(),
                organisation_id: employer.id,
                password_hash: Some(hash.clone()),
                created_at: now,
                deactivated_at: None,
            };
            rows.push((account, Grant { organisation: employer.id, role: one.role }));
            self.accounts.push((one.email, id));
        }
        Ok(rows)
    }

    /// Lets these sign in, in one transaction. The commissioner comes last of all: a county that has one is complete.
    pub(super) fn hire(&self, staff: &[Employed]) -> Result<(), Error> {
        let now = self.setting.app.clock.now().micros();
        let work = |tx: &mut _| {
            staff.iter().try_for_each(|(account, grant)| {
                accounts::add(tx, account)?;
                accounts::grant(tx, account.id, *grant, now)
            })
        };
        Ok(self.setting.app.store.write_now("demo accounts", work)?)
    }

    /// The account of that address.
    pub(super) fn account(&self, email: &str) -> Result<AccountId, Error> {
        let found = self.accounts.iter().find(|(known, _)| *known == email).map(|(_, id)| *id);
        found.ok_or(Error::Store(store::Error::NotFound))
    }
}

/// What somebody is called: by their role, with a number where a colleague before them has the same in the same organisation.
fn called(at: usize, one: &Colleague) -> String {
    let before = STAFF.iter().take(at).filter(|other| (other.role, other.organisation) == (one.role, one.organisation)).count();
    let role = one.role.code().replace('-', " ");
    if before == 0 { format!("Demo {role}") } else { format!("Demo {role} {}", before + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::county::County;
    use crate::demo::time::Ids;

    #[test]
    fn every_role_is_held_by_a_colleague_in_an_organisation_that_it_fits() {
        let county = County::new(&mut Ids::from(1));
        for role in Role::ALL {
            assert!(STAFF.iter().any(|one| one.role == role), "{role:?}");
        }
        for one in STAFF {
            let employer = county.organisations.iter().find(|known| known.ods_code == one.organisation).unwrap();
            assert!(one.role.fits(&employer.kind), "{one:?}");
        }
    }
}
