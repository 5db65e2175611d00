//! `saywell account`: accounts of staff.

use std::io::{IsTerminal, Write};

use anyhow::bail;
use clap::{Args, Subcommand};
use lettre::Address;

use super::setup;
use crate::config::Settings;
use crate::domain::access::{PASSWORD_LEAST, PASSWORD_MOST, Role};
use crate::password;
use crate::random::Random;
use crate::store::accounts::{self, Account as Row};
use crate::store::error::Constraint;
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::organisations::{self, Organisation};
use crate::store::{Conn, Error};

/// Accounts of staff.
#[derive(Debug, Subcommand)]
pub enum Account {
    /// Add an account. The password is asked for, or read from the standard input.
    Add(Add),
}

#[derive(Debug, Args)]
pub struct Add {
    #[arg(long)]
    email: Address,
    #[arg(long)]
    name: String,
    /// What the person does here: commissioner.
    #[arg(long, default_value = "commissioner")]
    role: String,
    /// The ODS code of the organisation.
    #[arg(long)]
    organisation: String,
    /// The name of the organisation, when it is not known yet.
    #[arg(long)]
    organisation_name: Option<String>,
}

impl Account {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let Self::Add(add) = self;
        add.run(settings, out)
    }
}

impl Add {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let Some(role) = Role::from_code(&self.role) else { bail!("`{}` is no role; there is: commissioner", self.role) };
        let store = setup::migrated_store(settings)?;
        let (clock, random) = (setup::clock(settings)?, Random::system()?);
        let password_hash = password::hash(&read_password()?)?;
        let added = store.write_now("add account", |tx| {
            let organisation_id = self.organisation_id(tx, OrganisationId(random.id(&clock)))?;
            let account = Row {
                id: AccountId(random.id(&clock)),
                email: self.email.to_string().to_lowercase(),
                name: self.name.trim().to_owned(),
                role: role.code().to_owned(),
                organisation_id,
                password_hash: password_hash.clone(),
                created_at: clock.now().micros(),
            };
            accounts::add(tx, &account)
        });
        match added {
            Ok(()) => Ok(writeln!(out, "{} may sign in at /sign-in.", self.email)?),
            Err(Error::Taken(Constraint::AccountEmail)) => bail!("{} has an account already", self.email),
            Err(Error::NotFound) => {
                bail!("there is no organisation `{}`: give its name with --organisation-name to add it", self.organisation)
            }
            Err(why) => Err(why.into()),
        }
    }

    fn organisation_id(&self, tx: &mut Conn, fresh: OrganisationId) -> crate::store::Result<OrganisationId> {
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
                Ok(fresh)
            }
            (found, _) => Ok(found?.id),
        }
    }
}

fn read_password() -> anyhow::Result<String> {
    let typed = if std::io::stdin().is_terminal() {
        let first = rpassword::prompt_password("Password: ")?;
        if rpassword::prompt_password("The same again: ")? != first {
            bail!("the two passwords differ");
        }
        first
    } else {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    match typed.chars().count() {
        short if short < PASSWORD_LEAST => bail!("the password needs at least {PASSWORD_LEAST} characters"),
        long if long > PASSWORD_MOST => bail!("the password may have at most {PASSWORD_MOST} characters"),
        _ => Ok(typed),
    }
}
