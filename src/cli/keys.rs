//! `saywell keys`: the keys that fields are encrypted with, listed, rotated and taken away.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};

use super::setup;
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::access::{Action, Event};
use crate::keys::KeyRing;
use crate::random::Random;
use crate::rotation::{self, Unopened};
use crate::secret::Secret;
use crate::store::sealed::Column;
use crate::store::{Conn, Result, Store, audit};

/// Values that could not be opened and are named one by one.
const MOST_NAMED: usize = 20;

/// The keys that fields are encrypted with.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// List the keys, and how many values each has sealed.
    List,
    /// Begin with a new key, and seal everything anew with it. Begun earlier and not ended, it goes on where it was.
    Rotate(Rotate),
    /// Take a key out of the ring that nothing is sealed with any more.
    Drop {
        /// The id of the key, such as k1.
        id: String,
    },
}

#[derive(Debug, Args)]
pub struct Rotate {
    /// Begin with a new key although values are still sealed with an older one.
    #[arg(long)]
    new: bool,
}

/// What keys are looked after with.
struct Means {
    store: Store,
    keys: KeyRing,
    random: Random,
    secret: Secret,
    clock: Clock,
}

impl Keys {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let (store, random) = (setup::migrated_store(settings)?, Random::system()?);
        let keys = setup::kept_keys(settings, &random)?;
        let secret = setup::secret(settings, &store, &random)?;
        let means = Means { store, keys, random, secret, clock: setup::clock(settings)? };
        match self {
            Self::List => means.list(out),
            Self::Rotate(rotate) => means.rotate(rotate.new, out),
            Self::Drop { id } => means.drop_key(&id, out),
        }
    }
}

impl Means {
    /// How many values of each column that key has sealed.
    fn counts(&self, key: &str) -> Result<[i64; Column::ALL.len()]> {
        self.store.read_now("count sealed", |conn| each(|column| column.count(conn, key)))
    }

    fn list(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let ids = self.keys.ids();
        let (current, mut known) = (self.keys.current(), 0);
        for id in &ids {
            let counts = self.counts(id)?;
            known += counts.iter().sum::<i64>();
            let columns: Vec<String> = Column::ALL.iter().zip(counts).map(|(column, count)| format!("{} {count}", column.name())).collect();
            writeln!(out, "{id:6} {:6} {}", if *id == current { "seals" } else { "opens" }, columns.join(", "))?;
        }
        let all: i64 = self.store.read_now("count sealed", |conn| each(|column| column.count_all(conn)))?.iter().sum();
        if all > known {
            bail!("{} values are sealed with keys that this ring does not have: put it back from your backup", all - known);
        }
        Ok(())
    }

    fn rotate(&self, is_new: bool, out: &mut dyn Write) -> anyhow::Result<()> {
        let left = rotation::pending(&self.store, &self.keys)?;
        if left > 0 && !is_new {
            writeln!(out, "{left} values are still sealed with an older key: going on with those. `--new` begins with a new key.")?;
        } else {
            let id = self.keys.add(&self.random)?;
            self.record(Action::KeyRotated, &id)?;
            writeln!(out, "The key `{id}` is in the ring and seals from now on. Back the ring up.")?;
        }
        let bar = setup::bar(rotation::pending(&self.store, &self.keys)?, "sealing anew");
        let (done, unopened) = rotation::reseal(&self.store, &self.keys, &self.random, &mut |some| bar.inc(some))?;
        bar.finish_and_clear();
        writeln!(out, "{done} values were sealed anew with `{}`.", self.keys.current())?;
        complain(&unopened, out)
    }

    fn drop_key(&self, id: &str, out: &mut dyn Write) -> anyhow::Result<()> {
        if !self.keys.ids().iter().any(|held| held == id) {
            bail!("the ring has no key `{id}`; `saywell keys list` names those it has");
        }
        let sealed: i64 = self.counts(id)?.iter().sum();
        if sealed > 0 {
            bail!("`{id}` has sealed {sealed} values that nothing else can open: run `saywell keys rotate` first");
        }
        self.keys.remove(id)?;
        self.record(Action::KeyDropped, id)?;
        Ok(writeln!(out, "The key `{id}` is out of the ring. Backups that were sealed with it need a ring that has it.")?)
    }

    fn record(&self, action: Action, id: &str) -> anyhow::Result<()> {
        let event = Event::at_command_line(self.clock.now().micros(), action).about(format!("key:{id}"));
        Ok(self.store.write_now("record", |tx: &mut Conn| audit::add(tx, &self.secret, &event))?)
    }
}

/// A number for each column.
fn each(mut number: impl FnMut(Column) -> Result<i64>) -> Result<[i64; Column::ALL.len()]> {
    let mut numbers = [0; Column::ALL.len()];
    for (column, kept) in Column::ALL.into_iter().zip(&mut numbers) {
        *kept = number(column)?;
    }
    Ok(numbers)
}

fn complain(unopened: &[Unopened], out: &mut dyn Write) -> anyhow::Result<()> {
    for value in unopened.iter().take(MOST_NAMED) {
        writeln!(out, "{} of row {}: {}", value.column, value.row, value.why)?;
    }
    match unopened.len() {
        0 => Ok(()),
        many => bail!("{many} values could not be opened and are as they were: is this the ring that they were sealed with?"),
    }
}
