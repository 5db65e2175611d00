//! `saywell survey`: import, list, open and close.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Subcommand;

use super::setup;
use crate::catalogue;
use crate::config::Settings;
use crate::domain::survey::Definition;
use crate::random::Random;
use crate::store::surveys::{self, Imported};
use crate::store::{Error, Store};

/// Surveys.
#[derive(Debug, Subcommand)]
pub enum Survey {
    /// Import a FHIR R4 Questionnaire (JSON). A survey that is there already gets a new version.
    Import {
        file: PathBuf,
        /// A FHIR ValueSet (JSON) with the options that the questionnaire names by address. May be given again.
        #[arg(long = "value-set")]
        value_sets: Vec<PathBuf>,
    },
    /// List the surveys.
    List,
    /// Take answers again.
    Open { key: String },
    /// Take no more answers.
    Close { key: String },
}

impl Survey {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let store = setup::migrated_store(settings)?;
        match self {
            Self::Import { file, value_sets } => import(settings, &store, &file, &value_sets, out),
            Self::List => list(&store, out),
            Self::Open { key } => set_status(&store, &key, "open", out),
            Self::Close { key } => set_status(&store, &key, "closed", out),
        }
    }
}

fn import(settings: &Settings, store: &Store, file: &PathBuf, value_sets: &[PathBuf], out: &mut dyn Write) -> anyhow::Result<()> {
    let read = |path: &PathBuf| std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let mut source = read(file)?;
    for path in value_sets {
        source = catalogue::with_value_set(&source, &read(path)?).with_context(|| path.display().to_string())?;
    }
    let imported = catalogue::parse(&source).map_err(|why| anyhow::anyhow!("{} was not imported:\n{why}", file.display()))?;
    for note in &imported.notes {
        writeln!(out, "note: {note}")?;
    }
    let (clock, random) = (setup::clock(settings)?, Random::system()?);
    let done = catalogue::import(store, &clock, &random, &source, &imported.definition)?;
    say(&imported.definition, done, out)
}

fn say(definition: &Definition, done: Imported, out: &mut dyn Write) -> anyhow::Result<()> {
    let (key, title) = (&definition.key, definition.title.base());
    match done {
        Imported::Survey => writeln!(out, "Imported `{title}`. It can be answered at /s/{key}")?,
        Imported::Version(number) => writeln!(out, "Imported `{title}` as version {number} of /s/{key}. New answers are given to it.")?,
        Imported::Unchanged(number) => writeln!(out, "`{title}` is unchanged: it is version {number} of /s/{key} already.")?,
    }
    Ok(())
}

fn list(store: &Store, out: &mut dyn Write) -> anyhow::Result<()> {
    let all = store.read_now("list surveys", surveys::list)?;
    if all.is_empty() {
        writeln!(out, "There are no surveys yet. `saywell survey import FILE` brings one, `saywell serve` the built-in ones.")?;
    }
    let widest = all.iter().map(|(survey, _)| survey.key.len()).max().unwrap_or_default();
    for (survey, version) in all {
        writeln!(out, "{:widest$}  {:6}  version {} ({})  {}", survey.key, survey.status, version.number, version.version, version.title)?;
    }
    Ok(())
}

fn set_status(store: &Store, key: &str, status: &str, out: &mut dyn Write) -> anyhow::Result<()> {
    match store.write_now("set survey status", |tx| surveys::set_status(tx, key, status)) {
        Ok(()) => Ok(writeln!(out, "`{key}` is {status}.")?),
        Err(Error::NotFound) => bail!("there is no survey `{key}`; `saywell survey list` names them"),
        Err(why) => Err(why.into()),
    }
}
