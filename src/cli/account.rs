//! `saywell account`: the first account of an installation, and the way back in when every administrator is locked out.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};
use lettre::Address;

use super::setup;
use crate::clock::{Clock, Moment};
use crate::config::Settings;
use crate::domain::access::{Action, Event, LinkPurpose, Role};
use crate::random::Random;
use crate::secret::Secret;
use crate::store::accounts::{self, Account as Row, Grant};
use crate::store::error::Constraint;
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::one_time_links::{self, Link};
use crate::store::organisations::{self, Organisation};
use crate::store::{Conn, Error, Store, audit, staff};

/// Accounts of staff.
#[derive(Debug, Subcommand)]
pub enum Account {
    /// Add an account and print the one-time link with which its holder sets a password and a second factor.
    Add(Add),
    /// Print a new one-time link for an account that is there: the way back in when mail does not work, or everybody is
    /// locked out. The earlier links of the account stop working.
    Link(AnotherLink),
}

#[derive(Debug, Args)]
pub struct AnotherLink {
    /// The email address of the account.
    email: Address,
    /// Take the second factors and recovery codes of the account away and end its sessions: for a person who has lost them
    /// when no administrator can do it. With the link they set up new ones.
    #[arg(long)]
    reset_factors: bool,
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

/// What an account is worked on with.
struct Means {
    store: Store,
    clock: Clock,
    random: Random,
    secret: Secret,
}

impl Means {
    fn gather(settings: &Settings) -> anyhow::Result<Self> {
        let (store, random) = (setup::migrated_store(settings)?, Random::system()?);
        let secret = setup::secret(settings, &store, &random)?;
        Ok(Self { store, clock: setup::clock(settings)?, random, secret })
    }
}

impl Account {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        match self {
            Self::Add(add) => add.run(settings, out),
            Self::Link(link) => link.run(settings, out),
        }
    }
}

impl Add {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let Some(role) = Role::from_code(&self.role) else {
            bail!("`{}` is no role; there are: {}", self.role, Role::ALL.map(Role::code).join(", "))
        };
        let means = Means::gather(settings)?;
        let token = means.random.token();
        match means.store.write_now("add account", |tx| self.add(tx, &means, role, &token)) {
            Ok(true) => {
                writeln!(out, "{} has an account. This link works once, for {}:", self.email, lifetime(LinkPurpose::Welcome))?;
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
        let Means { clock, random, secret, .. } = means;
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
        one_time_links::add(tx, &Link::new(token, account.id, LinkPurpose::Welcome, now))?;
        audit::add(tx, secret, &by_keeper(&account, Action::AccountInvited, now).with(format!("role {}", role.code())))?;
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

impl AnotherLink {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let means = Means::gather(settings)?;
        let token = means.random.token();
        match means.store.write_now("add link", |tx| self.add(tx, &means, &token)) {
            Ok(purpose) => {
                writeln!(out, "This link of {} works once, for {}:", self.email, lifetime(purpose))?;
                Ok(writeln!(out, "{}/welcome/{token}", settings.origin())?)
            }
            Err(Error::NotFound) => bail!("{} has no account, or one that was deactivated", self.email),
            Err(why) => Err(why.into()),
        }
    }

    /// Adds the link. The earlier ones of the account stop working.
    fn add(&self, tx: &mut Conn, means: &Means, token: &str) -> Result<LinkPurpose, Error> {
        let found = accounts::find(tx, self.email.as_ref())?;
        let (account, now) = (accounts::active(tx, found.id)?, means.clock.now());
        let purpose = if account.password_hash.is_some() { LinkPurpose::Reset } else { LinkPurpose::Welcome };
        one_time_links::add(tx, &Link::new(token, account.id, purpose, now))?;
        audit::add(tx, &means.secret, &by_keeper(&account, Action::ResetAsked, now).with(purpose.code()))?;
        if self.reset_factors {
            staff::forget_factors(tx, account.id)?;
            audit::add(tx, &means.secret, &by_keeper(&account, Action::FactorsReset, now))?;
        }
        Ok(purpose)
    }
}

/// How long a link works, in words.
fn lifetime(purpose: LinkPurpose) -> String {
    match purpose.hours() {
        1 => "one hour".to_owned(),
        hours => format!("{} days", hours / 24),
    }
}

/// A line of the audit trail about what was done to an account at the command line.
fn by_keeper(account: &Row, action: Action, now: Moment) -> Event {
    Event::at_command_line(now.micros(), action).within(account.organisation_id.0).about(format!("account:{}", account.id.0))
}
