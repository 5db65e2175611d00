//! `saywell account`: the first account of an installation, and the way back in when every administrator is locked out.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};
use lettre::Address;

use super::setup;
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::access::{Action, Event, LinkPurpose, Role};
use crate::random::Random;
use crate::secret::{Secret, token_hash};
use crate::store::accounts::{self, Account as Row, Grant};
use crate::store::error::Constraint;
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::one_time_links::{self, Link};
use crate::store::organisations::{self, Organisation};
use crate::store::{Conn, Error, audit};

/// Accounts of staff.
#[derive(Debug, Subcommand)]
pub enum Account {
    /// Add an account and print the one-time link with which its holder sets a password and a second factor.
    Add(Add),
}

#[derive(Debug, Args)]
pub struct Add {
    #[arg(long)]
    email: Address,
    #[arg(long)]
    name: String,
    /// What the person does here, such as administrator or commissioner-analyst.
    #[arg(long, default_value = "administrator")]
    role: String,
    /// The ODS code of the organisation.
    #[arg(long)]
    organisation: String,
    /// The name of the organisation, when it is not known yet; it is then added as a commissioner.
    #[arg(long)]
    organisation_name: Option<String>,
}

/// What an account is added with.
struct Means {
    clock: Clock,
    random: Random,
    secret: Secret,
}

impl Account {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let Self::Add(add) = self;
        add.run(settings, out)
    }
}

impl Add {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let Some(role) = Role::from_code(&self.role) else {
            bail!("`{}` is no role; there are: {}", self.role, Role::ALL.map(Role::code).join(", "))
        };
        let store = setup::migrated_store(settings)?;
        let random = Random::system()?;
        let secret = setup::secret(settings, &store, &random)?;
        let means = Means { clock: setup::clock(settings)?, random, secret };
        let token = means.random.token();
        match store.write_now("add account", |tx| self.add(tx, &means, role, &token)) {
            Ok(true) => {
                writeln!(out, "{} has an account. This link works once, for {} days:", self.email, LinkPurpose::Welcome.hours() / 24)?;
                Ok(writeln!(out, "{}/welcome/{token}", settings.origin())?)
            }
            Ok(false) => bail!("a {} is not a role of an organisation of that kind", role.code()),
            Err(Error::Taken(Constraint::AccountEmail)) => bail!("{} has an account already", self.email),
            Err(Error::NotFound) => {
                bail!("there is no organisation `{}`: give its name with --organisation-name to add it", self.organisation)
            }
            Err(why) => Err(why.into()),
        }
    }

    /// Adds the account, its role and its link. `false` where the role does not fit the organisation.
    fn add(&self, tx: &mut Conn, means: &Means, role: Role, token: &str) -> Result<bool, Error> {
        let Means { clock, random, secret } = means;
        let now = clock.now();
        let organisation = self.organisation(tx, OrganisationId(random.id(clock)))?;
        if !role.fits(&organisation.kind) {
            return Ok(false);
        }
        let account = Row {
            id: AccountId(random.id(clock)),
            email: self.email.to_string().to_lowercase(),
            name: self.name.trim().to_owned(),
            language: "en".to_owned(),
            organisation_id: organisation.id,
            password_hash: None,
            created_at: now.micros(),
            deactivated_at: None,
        };
        accounts::add(tx, &account)?;
        accounts::grant(tx, account.id, Grant { organisation: organisation.id, role }, now.micros())?;
        let link = Link {
            token_hash: token_hash(token),
            account_id: account.id,
            purpose: LinkPurpose::Welcome.code().to_owned(),
            created_at: now.micros(),
            expires_at: now.plus_seconds(LinkPurpose::Welcome.hours() * 3600).micros(),
            used_at: None,
        };
        one_time_links::add(tx, &link)?;
        audit::add(tx, secret, &invited(&account, role))?;
        Ok(true)
    }

    fn organisation(&self, tx: &mut Conn, fresh: OrganisationId) -> Result<Organisation, Error> {
        match (organisations::find(tx, &self.organisation), &self.organisation_name) {
            (Err(Error::NotFound), Some(name)) => {
                let new = Organisation {
                    id: fresh,
                    ods_code: self.organisation.clone(),
                    name: name.trim().to_owned(),
                    kind: "commissioner".to_owned(),
                    parent_id: None,
                };
                organisations::add(tx, std::slice::from_ref(&new))?;
                Ok(new)
            }
            (found, _) => found,
        }
    }
}

fn invited(account: &Row, role: Role) -> Event {
    Event {
        at: account.created_at,
        account: None,
        actor: "command line".to_owned(),
        organisation: Some(account.organisation_id.0),
        action: Action::AccountInvited,
        subject: format!("account:{}", account.id.0),
        reason: String::new(),
        network: String::new(),
        detail: format!("role {}", role.code()),
    }
}
