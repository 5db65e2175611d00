//! `saywell import localities`: the places that figures are broken down by, and everybody who is registered put where they
//! live.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;

use super::import::event;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::locality::{self, Locality};
use crate::store::demographics::{self, Row};
use crate::store::ids::LocalityId;
use crate::store::{Conn, audit, organisations, registrations};

/// People looked at in one go.
const AT_A_TIME: i64 = 500;

#[derive(Debug, Args)]
pub struct Localities {
    /// A CSV file in UTF-8 with a heading: code, name, decile of deprivation, first halves of postcodes.
    file: PathBuf,
}

impl Localities {
    pub async fn run(self, app: &App, out: &mut dyn Write) -> anyhow::Result<()> {
        let bytes = std::fs::read(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
        let all = match locality::read(&bytes) {
            Ok(all) => all,
            Err(faults) => {
                for fault in &faults {
                    writeln!(out, "line {}: {}", fault.line, fault.what)?;
                }
                bail!("nothing was brought in: mend the lines above");
            }
        };
        let (added, changed) = keep(app, &all).await?;
        let moved = locate(app).await?;
        writeln!(out, "{added} localities are new, {changed} were known. {moved} people live in another locality than was known.")?;
        Ok(())
    }
}

/// Keeps the localities, and answers how many are new and how many were known.
async fn keep(app: &App, all: &[Locality]) -> anyhow::Result<(usize, usize)> {
    let rows = all.iter().map(|one| (LocalityId(app.random.id(&app.clock)), one.clone())).collect::<Vec<_>>();
    let (secret, event) = (app.secret.clone(), event(app, Action::LocalitiesImported).with(format!("{} localities", all.len())));
    let work = move |tx: &mut Conn| {
        let added = organisations::put_localities(tx, &rows)?;
        audit::add(tx, &secret, &event)?;
        Ok(added)
    };
    let added = app.store.write("localities", work).await?;
    Ok((added, all.len() - added))
}

/// Puts everybody whose postcode is known where they live. Answers how many that changed.
async fn locate(app: &App) -> anyhow::Result<usize> {
    let (register, definitions) = (app.register(), app.all_definitions().await?);
    let (mut after, mut moved) = (i64::MIN, 0);
    loop {
        let rows = app.store.read("records", move |conn| demographics::after(conn, after, AT_A_TIME)).await?;
        let Some(last) = rows.last() else { return Ok(moved) };
        after = last.id;
        let area = |row: &Row| {
            let postcode = register.open(row)?.and_then(|record| record.postcode);
            Ok(postcode.and_then(|postcode| Some(postcode.split(' ').next()?.to_owned())))
        };
        let mut living = Vec::new();
        for row in &rows {
            if let Some(area) = area(row).map_err(|why: crate::keys::Failure| anyhow::anyhow!("{why}"))? {
                living.push(((row.organisation_id, row.person_id), area));
            }
        }
        let definitions = definitions.clone();
        let work = move |tx: &mut Conn| {
            let mut some = 0;
            for (whose, area) in &living {
                some += usize::from(registrations::locate(tx, *whose, area, &definitions)?);
            }
            Ok(some)
        };
        moved += app.store.write("locate people", work).await?;
    }
}
