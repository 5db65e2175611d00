//! Brings the roles of somebody who signs in with their organisation in line with what its sign-in says, as far as the
//! settings speak of them.

use crate::config::SignInWith;
use crate::domain::access::{Action, Event, Mapped, Role, role_changes};
use crate::secret::Secret;
use crate::store::accounts::{self, Grant};
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::{self, Conn, Error, audit, organisations, staff};

/// Gives and takes the roles of the account that `event` is about. Each change is a line of the audit trail like `event`.
pub fn follow(tx: &mut Conn, secret: &Secret, settings: &SignInWith, values: &[String], event: &Event) -> store::Result<()> {
    let Some(account) = event.account.map(AccountId).filter(|_| !settings.roles.is_empty()) else { return Ok(()) };
    // What is decided here must hold against whoever gives this person a role at the same time.
    audit::turn(tx)?;
    let held: Vec<_> = accounts::grants(tx, account)?.iter().map(|grant| (grant.role, grant.organisation.0)).collect();
    let changes = role_changes(&held, &mapped(tx, settings, values)?);
    let line = |action, role: Role, organisation: i64| {
        let event = Event { action, ..event.clone() };
        event.within(organisation).because(format!("sign-in with {}", settings.key)).with(role.code())
    };
    for (role, organisation) in changes.taken {
        staff::revoke(tx, account, Grant { organisation: OrganisationId(organisation), role })?;
        audit::add(tx, secret, &line(Action::RoleRevoked, role, organisation))?;
    }
    for (role, organisation) in changes.given {
        accounts::grant(tx, account, Grant { organisation: OrganisationId(organisation), role }, event.at)?;
        audit::add(tx, secret, &line(Action::RoleGranted, role, organisation))?;
    }
    Ok(())
}

/// The rules of the settings whose organisation is there.
fn mapped(tx: &mut Conn, settings: &SignInWith, values: &[String]) -> store::Result<Vec<Mapped>> {
    let mut rules = Vec::new();
    for rule in &settings.roles {
        match organisations::find(tx, &rule.organisation) {
            Ok(found) => rules.push(Mapped {
                role: rule.role,
                organisation: found.id.0,
                fits: rule.role.fits(&found.kind),
                is_wanted: values.contains(&rule.value),
            }),
            Err(Error::NotFound) => {
                tracing::warn!(provider = settings.key, organisation = rule.organisation, "a rule for roles names no organisation");
            }
            Err(why) => return Err(why),
        }
    }
    Ok(rules)
}
